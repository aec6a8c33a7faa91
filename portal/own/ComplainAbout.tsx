/** A question about one reading of the own record: asked here, answered here by the day that stands below it. */
import { useState, type FormEvent } from 'react';
import { Button } from '#portal/parts/Button.tsx';
import { Textarea } from '#portal/parts/fields.tsx';
import { useAct } from '#portal/api/act-on.ts';
import type { MyReads } from '#portal/api/generated/api.ts';
import { useWords } from '#portal/language/use-words.ts';
import { Dialog } from '#portal/parts/Dialog.tsx';
import { Failure } from '#portal/parts/Failure.tsx';
import { dayText, instantText } from '#portal/parts/format.ts';
import { Mark } from '#portal/parts/Mark.tsx';

/** As few letters as the server takes. */
const REASON_LETTERS_MIN = 10;

interface Props {
  readonly readingId: string;
  readonly complaint: MyReads['complaints'][number] | undefined;
}

export function ComplainAbout({ readingId, complaint }: Props) {
  const { t } = useWords();
  const [asking, setAsking] = useState(false);
  if (complaint) return <Asked complaint={complaint} />;
  return (
    <>
      <br />
      <button type="button" className="link" onClick={() => setAsking(true)} data-complain>
        {t('own.complain')}
      </button>
      {asking && (
        <Dialog title={t('own.complain')} onClose={() => setAsking(false)}>
          <AskForm readingId={readingId} />
        </Dialog>
      )}
    </>
  );
}

function Asked({ complaint }: { readonly complaint: MyReads['complaints'][number] }) {
  const { t } = useWords();
  const { verdict, answer, answeredAt, dueOn, at, reason } = complaint;
  return (
    <span className="note stack tight" style={{ marginTop: '0.5rem' }} data-complaint>
      <span className="row">
        <Mark tone={verdict === null ? 'warn' : verdict === 'lawful' ? 'good' : 'bad'}>
          {verdict === null ? t('own.complaintDue', { day: dayText(dueOn) }) : t(`own.verdict.${verdict}`)}
        </Mark>
      </span>
      <span>
        {t('own.complained', { at: instantText(at) })} {reason}
      </span>
      {answer !== null && (
        <span>
          <span className="strong">{t('own.answered', { at: answeredAt === null ? '' : instantText(answeredAt) })}</span> {answer}
        </span>
      )}
    </span>
  );
}

function AskForm({ readingId }: { readonly readingId: string }) {
  const { t } = useWords();
  const send = useAct('/me/reads/{id}/complaint', (reason: string) => ({ path: { id: readingId }, body: { reason } }), [['me', 'reads']]);
  const [reason, setReason] = useState('');
  const [short, setShort] = useState(false);
  const submit = (event: FormEvent<HTMLFormElement>): void => {
    event.preventDefault();
    const isShort = reason.trim().length < REASON_LETTERS_MIN;
    setShort(isShort);
    if (!isShort) void send.go(reason.trim()).catch(() => undefined); // the failure is shown
  };
  return (
    <form className="form" onSubmit={submit} noValidate>
      <p>{t('own.complainWhat')}</p>
      <Textarea
        label={t('own.complainReason')}
        rows={3}
        maxLength={1000}
        value={reason}
        error={short ? t('own.complainShort') : undefined}
        onChange={(event) => setReason(event.currentTarget.value)}
        required
      />
      {send.error !== null && <Failure error={send.error} />}
      <div className="actions">
        <Button type="submit" loading={send.busy}>
          {t('own.complainSend')}
        </Button>
      </div>
    </form>
  );
}
