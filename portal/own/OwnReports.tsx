/** What I reported as wrong: how it stands, by when it is settled, what came of it. Nothing where nothing was reported. */
import { useMyValueReports } from '#portal/api/queries.ts';
import type { OwnReport } from '#portal/api/generated/api.ts';
import { useWords } from '#portal/language/use-words.ts';
import { dayText, instantText } from '#portal/parts/format.ts';
import { Failure } from '#portal/parts/Failure.tsx';
import { Mark } from '#portal/parts/Mark.tsx';
import { ReportPaper } from './ReportPaper.tsx';

const TONES = { received: 'wait', 'in-hand': 'wait', corrected: 'good', refused: 'bad', 'passed-on': 'note' } as const;

export function OwnReports({ group }: { readonly group?: string }) {
  const { t } = useWords();
  const { data, error } = useMyValueReports();
  if (error !== null) return <Failure error={error} />;
  const items = (data?.items ?? []).filter((one) => group === undefined || one.group === group);
  if (items.length === 0) return null;
  return (
    <section className="stack tight" aria-label={t('own.reports')}>
      <h2>
        {t('own.reports')} <span className="soft tabular">({items.length})</span>
      </h2>
      <ul className="panel flush plain own-reports">
        {items.map((one) => (
          <li key={one.id} data-value-report>
            <Report one={one} />
          </li>
        ))}
      </ul>
    </section>
  );
}

function Report({ one }: { readonly one: OwnReport }) {
  const { t, localize } = useWords();
  const { state, overdue, outcome, answer, settledAt, passedTo, uploadNumber } = one;
  return (
    <>
      <p className="row">
        <span className="strong">{localize(one.label)}</span>
        <Mark tone={TONES[state]}>{t(`own.reportState.${state}`)}</Mark>
        {overdue && <Mark tone="bad">{t('own.reportOverdue')}</Mark>}
      </p>
      <p className="break">{one.wrong}</p>
      {one.right !== '' && <p className="break">{t('own.reportRightIs', { right: one.right })}</p>}
      <p className="small soft tabular">
        {t('own.reportedAt', { at: instantText(one.madeAt) })}
        {outcome === null && ` · ${t('own.reportDue', { day: dayText(one.dueOn) })}`}
        {overdue && ` · ${t('own.reportOverdueNext')}`}
      </p>
      <ReportPaper one={one} />
      {outcome !== null && (
        <p className="break">
          <span className="strong">{t('own.reportSettled', { at: settledAt === null ? '' : instantText(settledAt) })}</span>{' '}
          {outcome === 'corrected' && uploadNumber !== null && t('own.reportCorrectedBy', { number: uploadNumber })}
          {outcome === 'passed-on' && passedTo !== null && t(`own.reportPassed.${passedTo}`)} {answer}
        </p>
      )}
    </>
  );
}
