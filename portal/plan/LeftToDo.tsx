/** What is left to do at one agency: what lacks most first, each with where work on it begins; then what was met, and what nothing measures. */
import { Link } from 'react-router';
import type { PlanCell, PlanLine, PlanPage } from '#portal/api/generated/api.ts';
import { useWords } from '#portal/language/use-words.ts';
import { dayText } from '#portal/parts/format.ts';
import { Mark } from '#portal/parts/Mark.tsx';
import { TableScroll } from '#portal/parts/TableScroll.tsx';
import { useFormat } from '#portal/parts/use-format.ts';
import { percent } from '#portal/board/Sums.tsx';
import { PLAN_TONES } from './tones.ts';

type Task = PlanPage['tasks'][number];
interface Row {
  readonly task: Task;
  readonly cell: PlanCell;
}

/** How much of the threshold lacks, in shares of the whole: what is sorted by. */
const lack = ({ task, cell }: Row): number =>
  cell.part === null || cell.whole === null || cell.whole === 0 ? 0 : Math.max(0, (task.atLeast ?? 1) - cell.part / cell.whole);

export function LeftToDo({ line, page, back }: { readonly line: PlanLine; readonly page: PlanPage; readonly back: string }) {
  const { t } = useWords();
  const { number } = useFormat();
  const rows: readonly Row[] = page.tasks.flatMap((task, at) => {
    const cell = line.cells[at]!;
    return task.heading || cell.state === 'not-asked' ? [] : [{ task, cell }];
  });
  const of = (...states: PlanCell['state'][]): readonly Row[] => rows.filter(({ cell }) => states.includes(cell.state));
  const count = (state: PlanCell['state']): string => number(of(state).length);
  const left = of('overdue', 'under-way').toSorted((one, other) => lack(other) - lack(one));
  const name = line.group === null ? t('plan.nation') : line.body.name;
  return (
    <>
      <p>
        <Link to={back}>← {t('plan.all')}</Link>
      </p>
      <section className="panel flush" aria-labelledby="plan-left">
        <div className="panel-head">
          <h2 id="plan-left">{t('plan.left', { body: name })}</h2>
          <p role="status">
            {t('plan.sum', {
              met: count('met'),
              late: count('met-late'),
              under: count('under-way'),
              overdue: count('overdue'),
              unknown: count('unmeasured'),
            })}
          </p>
        </div>
        {left.length === 0 ? (
          <p className="pad soft">{t('plan.nothingLeft')}</p>
        ) : (
          <Rows rows={left} page={page} label={t('plan.left', { body: name })} />
        )}
      </section>
      <More id="plan-met" title={t('plan.done')} rows={of('met', 'met-late')} page={page} />
      <More id="plan-unmeasured" title={t('plan.unmeasured')} rows={of('unmeasured')} page={page} />
    </>
  );
}

function More({
  id,
  title,
  rows,
  page,
}: {
  readonly id: string;
  readonly title: string;
  readonly rows: readonly Row[];
  readonly page: PlanPage;
}) {
  if (rows.length === 0) return null;
  return (
    <section className="panel flush" aria-labelledby={id}>
      <div className="panel-head">
        <h2 id={id}>{title}</h2>
      </div>
      <Rows rows={rows} page={page} label={title} />
    </section>
  );
}

function Rows({ rows, page, label }: { readonly rows: readonly Row[]; readonly page: PlanPage; readonly label: string }) {
  const { t, localize } = useWords();
  return (
    <TableScroll label={label}>
      <table className="cards-on-phone">
        <thead>
          <tr>
            <th scope="col" style={{ width: '50%' }}>
              {t('plan.task')}
            </th>
            <th scope="col">{t('plan.state')}</th>
            <th scope="col">{t('plan.figure')}</th>
          </tr>
        </thead>
        <tbody>
          {rows.map(({ task, cell }) => (
            <tr key={task.code} data-task={task.code}>
              <th scope="row">
                {task.code} {localize(task.title)}
                <div className="small soft">
                  {task.lead !== null && `${t('plan.leader', { lead: task.lead })} · `}
                  {task.due === null ? t('plan.recurring') : t('plan.due', { day: dayText(task.due) })}
                </div>
              </th>
              <td data-label={t('plan.state')}>
                <Mark tone={PLAN_TONES[cell.state]}>{t(`plan.is.${cell.state}`)}</Mark>
              </td>
              <td data-label={t('plan.figure')}>
                <Figure row={{ task, cell }} days={page.plan.daysRunning} />
                {cell.href !== null && (
                  <div>
                    <Link to={cell.href} aria-label={`${t('plan.begin')}: ${localize(task.title)}`}>
                      {t('plan.begin')}
                    </Link>
                  </div>
                )}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </TableScroll>
  );
}

function Figure({ row: { task, cell }, days }: { readonly row: Row; readonly days: number }) {
  const { t, localize } = useWords();
  const { number } = useFormat();
  if (task.whyNot !== null) return <span className="small soft">{localize(task.whyNot)}</span>;
  const { part, whole, since, heldOn } = cell;
  return (
    <>
      {part === null || whole === null ? (
        <span className="soft">{t('plan.nothingToCount')}</span>
      ) : (
        <span className="tabular">{t('plan.of', { part: number(part), whole: number(whole), percent: percent(part, whole) })}</span>
      )}
      <div className="small soft">
        {task.how !== null && localize(task.how)}
        {task.atLeast !== null && ` · ${t('plan.goal', { goal: percent(task.atLeast, 1), days: number(days) })}`}
        {since !== null && ` · ${t('plan.since', { day: dayText(since) })}`}
        {since === null && heldOn !== null && ` · ${t('plan.fell', { day: dayText(heldOn) })}`}
      </div>
    </>
  );
}
