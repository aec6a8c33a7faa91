/** The phone is lost: the holder ends every copy at once; whom to turn to stands beside it. */
import { useState, type FormEvent } from 'react';
import { Button } from '#portal/parts/Button.tsx';
import { Checkbox } from '#portal/parts/fields.tsx';
import { useAct } from '#portal/api/act-on.ts';
import type { MyCardEnded, MyCardView } from '#portal/api/generated/api.ts';
import { useWords } from '#portal/language/use-words.ts';
import { Dialog } from '#portal/parts/Dialog.tsx';
import { Failure } from '#portal/parts/Failure.tsx';
import { BodyContact } from './BodyContact.tsx';

interface Props {
  /** that hold: all of them end */
  readonly cards: readonly MyCardView[];
  readonly bodyId: string;
  readonly bodyName: string;
}

export function LostPhone({ cards, bodyId, bodyName }: Props) {
  const { t } = useWords();
  const [asking, setAsking] = useState(false);
  const [ended, setEnded] = useState<MyCardEnded | null>(null);
  return (
    <section className="note stack tight" aria-label={t('own.lost')}>
      <h2>{t('own.lost')}</h2>
      <p>{t('own.lostNext', { body: bodyName })}</p>
      <p>
        <a href="#ban-the">{t('own.lostOne')}</a>
      </p>
      {ended && (
        <p className="strong" role="status">
          {t('own.endDone', { count: ended.copies })} {ended.replaced && t('own.endDoneNew')}
        </p>
      )}
      <div className="actions">
        <Button variant="default" onClick={() => setAsking(true)} data-end-card>
          {t('own.endCopies')}
        </Button>
      </div>
      <BodyContact bodyId={bodyId} bodyName={bodyName} />
      {asking && (
        <Dialog title={t('own.endTitle')} onClose={() => setAsking(false)}>
          <EndForm
            numbers={cards.map(({ number }) => number)}
            onClose={() => setAsking(false)}
            onEnded={(answer) => {
              setAsking(false);
              setEnded(answer);
            }}
          />
        </Dialog>
      )}
    </section>
  );
}

interface EndProps {
  readonly numbers: readonly string[];
  readonly onClose: () => void;
  readonly onEnded: (ended: MyCardEnded) => void;
}

function EndForm({ numbers, onClose, onEnded }: EndProps) {
  const { t } = useWords();
  const end = useAct('/me/card/end', (_now: null) => ({}), [['me', 'card']]);
  const [sure, setSure] = useState(false);
  const [asked, setAsked] = useState(false);
  const submit = (event: FormEvent<HTMLFormElement>): void => {
    event.preventDefault();
    setAsked(true);
    if (!sure) return;
    end.go(null).then(
      onEnded,
      () => undefined, // told below
    );
  };
  return (
    <form className="form" noValidate onSubmit={submit}>
      <p>{t('own.endWhat')}</p>
      <Checkbox
        label={t('own.endSure', { number: numbers.join(', ') })}
        checked={sure}
        onChange={(event) => setSure(event.currentTarget.checked)}
        error={asked && !sure ? t('own.endNotSure') : undefined}
      />
      {end.error != null && <Failure error={end.error} />}
      <div className="actions">
        <Button type="submit" loading={end.busy}>
          {t('own.endGo')}
        </Button>
        <Button variant="default" onClick={onClose}>
          {t('common.cancel')}
        </Button>
      </div>
    </form>
  );
}
