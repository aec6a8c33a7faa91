/** What a person and who confirms wrote to each other about one declaration, and writing more. Both sides see the same. */
import { useState, type FormEvent } from 'react';
import type { DeclarationThread } from '#portal/api/generated/api.ts';
import { useWords } from '#portal/language/use-words.ts';
import { Button } from '#portal/parts/Button.tsx';
import { Failure } from '#portal/parts/Failure.tsx';
import { Textarea } from '#portal/parts/fields.tsx';
import { instantText } from '#portal/parts/format.ts';

/** As many letters as the server takes. */
const LETTERS_MAX = 1000;

interface Sending {
  readonly go: (text: string) => Promise<unknown>;
  readonly busy: boolean;
  readonly error: unknown;
}

interface Props {
  readonly thread: DeclarationThread;
  /** for whom it is shown */
  readonly side: 'person' | 'body';
  /** null: who reads may not write */
  readonly sending: Sending | null;
}

export function Thread({ thread: { open, messages }, side, sending }: Props) {
  const { t } = useWords();
  return (
    <section className="stack tight" aria-label={t('thread.title')} data-thread={messages.length}>
      <p className="small soft">{t(side === 'person' ? 'thread.toBody' : 'thread.toPerson')}</p>
      {messages.length === 0 ? (
        <p>{t('thread.none')}</p>
      ) : (
        <ul className="plain stack tight">
          {messages.map(({ byPerson, name, at, text }, place) => (
            <li key={place} className="note stack tight" data-message={byPerson ? 'person' : 'body'}>
              <span className="small soft tabular">
                {byPerson ? t('thread.byPerson') : t('thread.byBody', { name })} · {instantText(at)}
              </span>
              <span className="break">{text}</span>
            </li>
          ))}
        </ul>
      )}
      {!open && <p className="small soft">{t('thread.closed')}</p>}
      {open && sending && <Write sending={sending} />}
    </section>
  );
}

function Write({ sending }: { readonly sending: Sending }) {
  const { t } = useWords();
  const [text, setText] = useState('');
  const [short, setShort] = useState(false);
  const submit = (event: FormEvent<HTMLFormElement>): void => {
    event.preventDefault();
    const isShort = text.trim() === '';
    setShort(isShort);
    if (isShort) return;
    sending.go(text.trim()).then(
      () => setText(''),
      () => undefined, // told below
    );
  };
  return (
    <form className="form" noValidate onSubmit={submit}>
      <Textarea
        label={t('thread.text')}
        rows={3}
        maxLength={LETTERS_MAX}
        value={text}
        onChange={(event) => setText(event.currentTarget.value)}
        error={short ? t('thread.short') : undefined}
        required
        data-message-text
      />
      {sending.error !== null && <Failure error={sending.error} />}
      <div className="actions">
        <Button type="submit" variant="default" loading={sending.busy} data-send-message>
          {t('thread.send')}
        </Button>
      </div>
    </form>
  );
}
