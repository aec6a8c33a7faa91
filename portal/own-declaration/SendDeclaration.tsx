/** The sentence of truth, and sending: once, and not before every group was seen. */
import { useState, type FormEvent } from 'react';
import { useAct } from '#portal/api/act-on.ts';
import type { MyDeclaration } from '#portal/api/generated/api.ts';
import { useWords } from '#portal/language/use-words.ts';
import { Button } from '#portal/parts/Button.tsx';
import { Failure } from '#portal/parts/Failure.tsx';
import { Checkbox } from '#portal/parts/fields.tsx';
import { dayText } from '#portal/parts/format.ts';

export function SendDeclaration({ mine, unseen }: { readonly mine: MyDeclaration; readonly unseen: number }) {
  const { t, localize } = useWords();
  const [agreed, setAgreed] = useState(false);
  const [asked, setAsked] = useState(false);
  const send = useAct('/me/declaration/send', (body: { truth: string }) => ({ body }), [['me']]);
  const filled = mine.groups.some(({ mark }) => mark !== null);
  if (!filled && !send.isDone) return null;
  const submit = (event: FormEvent<HTMLFormElement>): void => {
    event.preventDefault();
    setAsked(!agreed);
    if (agreed)
      send.go({ truth: mine.truth.code }).then(
        () => setAgreed(false),
        () => undefined, // told below
      );
  };
  if (send.isDone && !filled)
    return (
      <p className="note good" role="status">
        {t('declare.done', { body: mine.bodyName })}
      </p>
    );
  return (
    <section className="panel stack" aria-label={t('declare.send')}>
      <h2>{t('declare.send')}</h2>
      {unseen > 0 ? (
        <p>{t('declare.unseen', { count: unseen })}</p>
      ) : (
        <form className="stack" noValidate onSubmit={submit}>
          <p>{t('declare.sendWhat', { body: mine.bodyName })}</p>
          {mine.confirmedBy !== null && <p>{t('declare.confirmedBy', { body: mine.bodyName, day: dayText(mine.confirmedBy) })}</p>}
          <Checkbox
            label={localize(mine.truth)}
            checked={agreed}
            onChange={(event) => setAgreed(event.currentTarget.checked)}
            error={asked && !agreed ? t('declare.agree') : undefined}
            data-truth
          />
          <p className="small soft">{mine.truth.source}</p>
          {send.error !== null && <Failure error={send.error} />}
          <div className="actions">
            <Button type="submit" loading={send.busy} data-send-declaration>
              {t('declare.sendNow')}
            </Button>
          </div>
        </form>
      )}
    </section>
  );
}
