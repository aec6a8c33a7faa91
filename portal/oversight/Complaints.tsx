/** Complaints about one reading: what was read, why the person asks, by when it is answered; and the answer. */
import { useState, type FormEvent } from 'react';
import { Link } from 'react-router';
import { Button } from '#portal/parts/Button.tsx';
import { Textarea } from '#portal/parts/fields.tsx';
import { useAct } from '#portal/api/act-on.ts';
import type { Acts } from '#portal/api/client.ts';
import { useComplaints } from '#portal/api/oversight-queries.ts';
import { useSession } from '#portal/api/queries.ts';
import type { Complaint } from '#portal/api/generated/api.ts';
import { useWords } from '#portal/language/use-words.ts';
import { mayDo } from '#portal/may.ts';
import { Answered } from '#portal/parts/Answered.tsx';
import { Empty } from '#portal/parts/Empty.tsx';
import { Failure } from '#portal/parts/Failure.tsx';
import { dayText, instantText } from '#portal/parts/format.ts';
import { Mark } from '#portal/parts/Mark.tsx';
import { REASON_LETTERS_MIN } from './limits.ts';
import { NameReader } from './NameReader.tsx';
import { useRoleNames } from './use-role-names.ts';

export function Complaints() {
  const { t } = useWords();
  return (
    <Answered query={useComplaints()} lines={6}>
      {(items) =>
        items.length === 0 ? (
          <div className="panel">
            <Empty title={t('oversight.noComplaints')} next={t('oversight.noComplaintsNext')} />
          </div>
        ) : (
          <ul className="plain stack">
            {items.map((one) => (
              <li key={one.id} className="panel stack">
                <OneComplaint complaint={one} />
              </li>
            ))}
          </ul>
        )
      }
    </Answered>
  );
}

function OneComplaint({ complaint }: { readonly complaint: Complaint }) {
  const { t, localize } = useWords();
  const roles = useRoleNames();
  const seesReads = mayDo(useSession().data, 'record.reads');
  const { reading, verdict } = complaint;
  return (
    <>
      <div className="row between">
        <h2>
          {reading ? localize(reading.actName) : t('oversight.reading')} ·{' '}
          <span className="tabular">{instantText(complaint.readingAt)}</span>
        </h2>
        <Mark tone={verdict !== null ? (verdict === 'lawful' ? 'good' : 'bad') : complaint.overdue ? 'bad' : 'warn'}>
          {verdict !== null
            ? t(`oversight.verdict.${verdict}`)
            : t(complaint.overdue ? 'oversight.overdue' : 'oversight.due', { day: dayText(complaint.dueOn) })}
        </Mark>
      </div>
      <p className="soft">
        {complaint.body.name}
        {reading && ` · ${roles(reading.roles)} · ${localize(reading.purposeName)}`}
      </p>
      <p>
        <span className="strong">{t('oversight.asks')}:</span> {complaint.reason}{' '}
        <span className="soft small tabular">({instantText(complaint.at)})</span>
      </p>
      <p className="row">
        <NameReader eventId={complaint.eventId} purpose="DISPUTE" />
        {seesReads && <Link to={`/ho-so/${complaint.personId}`}>{t('oversight.allReads')}</Link>}
      </p>
      {complaint.answer !== null && (
        <p>
          <span className="strong">{t('oversight.answer')}:</span> {complaint.answer}
        </p>
      )}
      {complaint.mayAnswer ? <AnswerForm id={complaint.id} /> : verdict === null && <p className="note">{t('oversight.notYours')}</p>}
    </>
  );
}

type Verdict = Acts['/complaints/{id}/answer']['asked']['body']['verdict'];

function AnswerForm({ id }: { readonly id: string }) {
  const { t } = useWords();
  const send = useAct('/complaints/{id}/answer', (body: Acts['/complaints/{id}/answer']['asked']['body']) => ({ path: { id }, body }), [
    ['complaints'],
    ['home'],
  ]);
  const [verdict, setVerdict] = useState<Verdict | null>(null);
  const [answer, setAnswer] = useState('');
  const [wrong, setWrong] = useState(false);
  const submit = (event: FormEvent<HTMLFormElement>): void => {
    event.preventDefault();
    const isWhole = verdict !== null && answer.trim().length >= REASON_LETTERS_MIN;
    setWrong(!isWhole);
    if (isWhole) void send.go({ verdict, answer: answer.trim() }).catch(() => undefined); // the failure is shown
  };
  return (
    <form className="form" onSubmit={submit} noValidate>
      <fieldset className="choices">
        <legend>{t('oversight.decide')}</legend>
        {(['lawful', 'unlawful'] as const).map((one) => (
          <label key={one}>
            <input type="radio" name={`verdict-${id}`} checked={verdict === one} onChange={() => setVerdict(one)} />
            {t(`oversight.verdict.${one}`)}
          </label>
        ))}
      </fieldset>
      <Textarea
        label={t('oversight.answer')}
        description={t('oversight.answerHint')}
        rows={3}
        maxLength={2000}
        value={answer}
        error={wrong ? t('oversight.answerWrong') : undefined}
        onChange={(event) => setAnswer(event.currentTarget.value)}
      />
      {send.error !== null && <Failure error={send.error} />}
      <div className="actions">
        <Button type="submit" loading={send.busy}>
          {t('oversight.send')}
        </Button>
      </div>
    </form>
  );
}
