/** /bao-sai/:id: what the person says, the value as it stood, what can be done, what was done. */
import { useState, type FormEvent } from 'react';
import { useParams, useSearchParams } from 'react-router';
import { useAct } from '#portal/api/act-on.ts';
import { fileAddress } from '#portal/api/client.ts';
import type { Acts } from '#portal/api/client.ts';
import type { OneValueReport } from '#portal/api/generated/api.ts';
import { useValueReport } from '#portal/api/value-report-queries.ts';
import { useWords } from '#portal/language/use-words.ts';
import { mayDo } from '#portal/may.ts';
import { Answered } from '#portal/parts/Answered.tsx';
import { Button } from '#portal/parts/Button.tsx';
import { Failure } from '#portal/parts/Failure.tsx';
import { NativeSelect, Textarea } from '#portal/parts/fields.tsx';
import { dayText, instantText } from '#portal/parts/format.ts';
import { Mark } from '#portal/parts/Mark.tsx';
import { PageTitle } from '#portal/parts/PageTitle.tsx';
import { OutcomeMark } from './OutcomeMark.tsx';
import { filterIn, searchOf } from './report-filter.ts';

type Request = Acts['/value-reports/{id}/acts']['asked']['body'];

export function ValueReportPage() {
  const { id = '' } = useParams();
  const [params] = useSearchParams();
  const { t } = useWords();
  const back = { to: `/bao-sai${searchOf(filterIn(params))}`, label: t('valueReport.title') };
  return (
    <Answered query={useValueReport(id)} lines={8}>
      {(one) => (
        <>
          <PageTitle
            title={one.name}
            back={back}
            lead={t('valueReport.pageLead', { body: one.bodyName, due: dayText(one.dueOn) })}
            actions={
              <>
                {one.overdue && <Mark tone="bad">{t('valueReport.overdue')}</Mark>}
                {one.outcome !== null && <OutcomeMark outcome={one.outcome} />}
              </>
            }
          />
          <div className="stack">
            <Reported one={one} />
            {one.outcome === null && mayDo(one, 'mismatch.work') && <Work one={one} />}
            <History one={one} />
          </div>
        </>
      )}
    </Answered>
  );
}

function Reported({ one }: { readonly one: OneValueReport }) {
  const { t, localize } = useWords();
  const facts = [
    [t('valueReport.value'), `${localize(one.groupName)} · ${one.label === null ? t('valueReport.missing') : localize(one.label)}`],
    [t('valueReport.stood'), one.value === null ? t('valueReport.nothing') : localize(one.value)],
    [t('valueReport.wrong'), one.wrong || t('valueReport.erased')],
    [t('valueReport.right'), one.right || '–'],
    [t('valueReport.paper'), one.paper || '–'],
    [t('valueReport.madeAt'), instantText(one.madeAt)],
  ] as const;
  return (
    <section className="panel stack" aria-label={t('valueReport.reported')}>
      <h2>{t('valueReport.reported')}</h2>
      <dl className="stack tight">
        {facts.map(([name, value]) => (
          <div key={name}>
            <dt className="soft small">{name}</dt>
            <dd className="break">{value}</dd>
          </div>
        ))}
      </dl>
      {one.attached !== null && mayDo(one, 'mismatch.work') && (
        <p>
          <a href={fileAddress('/value-reports/{id}/paper', { path: { id: one.id } })} download>
            {t('valueReport.openPaper', { count: one.attached.pages })}
          </a>
        </p>
      )}
      {mayDo(one, 'record.read') && (
        <div className="actions">
          <Button variant="default" to={`/ho-so/${one.personId}`}>
            {t('valueReport.openRecord')}
          </Button>
        </div>
      )}
    </section>
  );
}

function Work({ one }: { readonly one: OneValueReport }) {
  const { t } = useWords();
  const act = useAct('/value-reports/{id}/acts', (body: Request) => ({ path: { id: one.id }, body }), [
    ['value-report', one.id],
    ['value-reports'],
    ['home'],
  ]);
  const [officer, setOfficer] = useState(one.officers[0]?.id ?? '');
  return (
    <section className="panel stack">
      <h2>{t('valueReport.acts')}</h2>
      <div className="row">
        <NativeSelect
          label={t('valueReport.officer')}
          value={officer}
          onChange={(event) => setOfficer(event.currentTarget.value)}
          data={one.officers.map(({ id, name }) => ({ value: id, label: name }))}
        />
        <Button variant="default" loading={act.busy} onClick={() => void act.go({ act: 'assign', officer }).catch(() => undefined)}>
          {t('valueReport.assign')}
        </Button>
        {one.assignedTo !== null && (
          <Button variant="default" loading={act.busy} onClick={() => void act.go({ act: 'release' }).catch(() => undefined)}>
            {t('valueReport.release')}
          </Button>
        )}
      </div>
      <Settle one={one} busy={act.busy} go={act.go} />
      {act.error != null && <Failure error={act.error} />}
      {act.isDone && (
        <div className="note good" role="status">
          {t('valueReport.done')}
        </div>
      )}
    </section>
  );
}

interface SettleProps {
  readonly one: OneValueReport;
  readonly busy: boolean;
  readonly go: (body: Request) => Promise<unknown>;
}

/** What can be written and concluded; which of them needs more than a note is chosen beside it. */
const CONCLUSIONS = ['comment', 'corrected', 'refused', 'passed-population', 'passed-other'] as const;
type Conclusion = (typeof CONCLUSIONS)[number];

function Settle({ one, busy, go }: SettleProps) {
  const { t } = useWords();
  const [how, setHow] = useState<Conclusion>('comment');
  const [note, setNote] = useState('');
  const [submission, setSubmission] = useState(one.corrections[0]?.submissionId ?? '');
  const [tried, setTried] = useState(false);
  const needsNote = how !== 'corrected';
  const nothingToName = how === 'corrected' && one.corrections.length === 0;
  const request = (): Request => {
    const words = note.trim() === '' ? {} : { note: note.trim() };
    if (how === 'corrected') return { act: 'corrected', submission: submission || (one.corrections[0]?.submissionId ?? ''), ...words };
    if (how === 'passed-population') return { act: 'passed-on', passedTo: 'population', ...words };
    if (how === 'passed-other') return { act: 'passed-on', passedTo: 'other', ...words };
    return { act: how, ...words };
  };
  const submit = (event: FormEvent<HTMLFormElement>): void => {
    event.preventDefault();
    setTried(true);
    if (nothingToName || (needsNote && note.trim() === '')) return;
    go(request()).then(
      () => {
        setNote('');
        setTried(false);
      },
      () => undefined, // the failure is shown
    );
  };
  return (
    <form className="stack" onSubmit={submit} noValidate>
      <NativeSelect
        label={t('valueReport.how')}
        value={how}
        onChange={(event) => setHow(event.currentTarget.value as Conclusion)}
        data={CONCLUSIONS.map((one) => ({ value: one, label: t(`valueReport.to-${one}`) }))}
      />
      {how === 'corrected' &&
        (nothingToName ? (
          <p className="note" role={tried ? 'alert' : undefined}>
            {t('valueReport.noCorrection')}
          </p>
        ) : (
          <NativeSelect
            label={t('valueReport.submission')}
            value={submission}
            onChange={(event) => setSubmission(event.currentTarget.value)}
            data={one.corrections.map(({ submissionId, uploadNumber, at }) => ({
              value: submissionId,
              label: `${uploadNumber} · ${instantText(at)}`,
            }))}
          />
        ))}
      <Textarea
        label={t('valueReport.note')}
        description={how === 'comment' ? t('valueReport.commentWhat') : t('valueReport.noteWhat')}
        rows={3}
        maxLength={1000}
        value={note}
        error={tried && needsNote && note.trim() === '' ? t('valueReport.noteMissing') : undefined}
        onChange={(event) => setNote(event.currentTarget.value)}
      />
      <div className="actions">
        <Button type="submit" variant={how === 'comment' ? 'default' : 'filled'} loading={busy}>
          {t(how === 'comment' ? 'valueReport.comment' : 'valueReport.settle')}
        </Button>
      </div>
    </form>
  );
}

function History({ one }: { readonly one: OneValueReport }) {
  const { t } = useWords();
  return (
    <section className="panel stack">
      <h2>{t('valueReport.history')}</h2>
      <ol className="plain stack tight">
        {one.acts.map(({ act, byName, at, note }) => (
          <li key={`${at} ${act}`}>
            <span className="strong">{t(`valueReport.act.${act}`)}</span>{' '}
            <span className="soft small">
              {byName} · <span className="tabular">{instantText(at)}</span>
            </span>
            {act === 'corrected' && one.uploadNumber !== null && <p>{t('valueReport.correctedBy', { number: one.uploadNumber })}</p>}
            {note && <p className="break">{note}</p>}
          </li>
        ))}
      </ol>
    </section>
  );
}
