/** Asking for the template with what the records of the agency's people say: a reason, and for many a second person. */
import { useState, type FormEvent } from 'react';
import { useAct } from '#portal/api/act-on.ts';
import { RequestFailed } from '#portal/api/client.ts';
import type { Acts } from '#portal/api/client.ts';
import { AskedNote } from '#portal/exports/AskedNote.tsx';
import { isReason } from '#portal/exports/reason.ts';
import { useWords } from '#portal/language/use-words.ts';
import { Button } from '#portal/parts/Button.tsx';
import { Failure } from '#portal/parts/Failure.tsx';
import { Checkbox, Textarea } from '#portal/parts/fields.tsx';

type Asked = Acts['/exports']['asked']['body'];
/** It was asked before, and asks for a reason to be asked again. */
const ASKED_AGAIN = 'E-EXPORT-ASKED-AGAIN';

export function AskFilledTemplate({ bodyId }: { readonly bodyId: string }) {
  const { t } = useWords();
  const ask = useAct('/exports', (body: Asked) => ({ body }), [['exports']]);
  const [reason, setReason] = useState('');
  const [below, setBelow] = useState(false);
  const [again, setAgain] = useState('');
  const [againShort, setAgainShort] = useState(false);
  const isRepeated = ask.error instanceof RequestFailed && ask.error.problem.code === ASKED_AGAIN;
  const [tooShort, setTooShort] = useState(false);
  const submit = (event: FormEvent<HTMLFormElement>): void => {
    event.preventDefault();
    const short = !isReason(reason);
    setTooShort(short);
    const noReason = isRepeated && !isReason(again);
    setAgainShort(noReason);
    if (short || noReason) return;
    const wanted = { bodyId, ...(below ? { below } : {}) };
    const repeated = again.trim() === '' ? {} : { again: again.trim() };
    void ask
      .go({ form: 'filled-template', wanted, columns: [], purpose: 'SUBMIT', reason: reason.trim(), ...repeated })
      .catch(() => undefined); // the failure is shown
  };
  return (
    <div className="panel">
      <h2>{t('filledTemplate.title')}</h2>
      {ask.answer ? (
        <AskedNote answer={ask.answer} see={t('filledTemplate.see')} />
      ) : (
        <form className="form" onSubmit={submit} noValidate>
          <p>{t('filledTemplate.what')}</p>
          <Checkbox label={t('filledTemplate.below')} checked={below} onChange={() => setBelow(!below)} />
          <Textarea
            label={t('exports.reason')}
            value={reason}
            maxLength={300}
            rows={2}
            error={tooShort ? t('exports.reasonShort') : undefined}
            onChange={(event) => setReason(event.currentTarget.value)}
            required
          />
          <p className="soft small">{t('filledTemplate.care')}</p>
          {ask.error !== null && <Failure error={ask.error} />}
          {(isRepeated || again !== '') && (
            <Textarea
              label={t('filledTemplate.again')}
              value={again}
              maxLength={300}
              rows={2}
              error={againShort ? t('exports.reasonShort') : undefined}
              onChange={(event) => setAgain(event.currentTarget.value)}
              required
            />
          )}
          <div className="actions">
            <Button type="submit" variant="default" loading={ask.busy}>
              {t('filledTemplate.ask')}
            </Button>
          </div>
        </form>
      )}
    </div>
  );
}
