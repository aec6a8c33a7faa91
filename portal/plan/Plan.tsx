/** /ke-hoach: agencies × tasks, and what is left to do at one agency; as of any day that was counted. Numbers alone. */
import { Link, useSearchParams } from 'react-router';
import { usePlan } from '#portal/api/oversight-queries.ts';
import type { PlanCell, PlanLine, PlanPage } from '#portal/api/generated/api.ts';
import { useWords } from '#portal/language/use-words.ts';
import { Answered } from '#portal/parts/Answered.tsx';
import { isId } from '#portal/parts/codes-in-address.ts';
import { Empty } from '#portal/parts/Empty.tsx';
import { TextInput } from '#portal/parts/fields.tsx';
import { dayText, instantText } from '#portal/parts/format.ts';
import { Mark } from '#portal/parts/Mark.tsx';
import { PageTitle } from '#portal/parts/PageTitle.tsx';
import { TableScroll } from '#portal/parts/TableScroll.tsx';
import { useFormat } from '#portal/parts/use-format.ts';
import { LeftToDo } from './LeftToDo.tsx';
import { PLAN_TONES, SHOWN_STATES } from './tones.ts';

const DAY = /^\d{4}-\d{2}-\d{2}$/;
/** The one plan that there is so far. */
const PLAN = 'QD72';

export function Plan() {
  const { t } = useWords();
  const [params, setParams] = useSearchParams();
  const day = params.get('ngay');
  const body = params.get('co-quan');
  const query = usePlan(PLAN, day !== null && DAY.test(day) ? day : null);
  const look = (to: string): void =>
    setParams((old) => {
      const next = new URLSearchParams(old);
      if (DAY.test(to)) next.set('ngay', to);
      else next.delete('ngay');
      return next;
    });
  return (
    <>
      <PageTitle title={t('plan.title')} lead={t('plan.lead')} />
      <Answered query={query} lines={8}>
        {(page) => {
          const line = body !== null && isId(body) ? page.lines.find((one) => one.body.id === body) : undefined;
          return (
            <div className="stack">
              <Head page={page} look={look} />
              {page.countedAt === null && (
                <div className="panel">
                  <Empty title={t('plan.notCounted')} next={t('plan.notCountedNext')} />
                </div>
              )}
              {line ? <LeftToDo line={line} page={page} back={addressOf(null, day)} /> : <Board page={page} day={day} />}
            </div>
          );
        }}
      </Answered>
    </>
  );
}

const addressOf = (body: string | null, day: string | null): string => {
  const query = new URLSearchParams({ ...(body === null ? {} : { 'co-quan': body }), ...(day === null ? {} : { ngay: day }) }).toString();
  return query === '' ? '/ke-hoach' : `/ke-hoach?${query}`;
};

function Head({ page, look }: { readonly page: PlanPage; readonly look: (day: string) => void }) {
  const { t, localize } = useWords();
  return (
    <section className="panel" aria-labelledby="plan-name">
      <h2 id="plan-name">{localize(page.plan.title)}</h2>
      <p className="hint">
        {page.plan.source}. {page.countedAt !== null && t('plan.counted', { at: instantText(page.countedAt) })}{' '}
        {page.first !== null && t('plan.from', { first: dayText(page.first) })}{' '}
        {page.lines.some(({ invented }) => invented) && t('plan.invented')}
      </p>
      <div className="filters">
        <TextInput
          type="date"
          label={t('plan.day')}
          value={page.day}
          min={page.first ?? undefined}
          max={page.last ?? undefined}
          onChange={(event) => look(event.currentTarget.value)}
        />
      </div>
    </section>
  );
}

function Board({ page, day }: { readonly page: PlanPage; readonly day: string | null }) {
  const { t, localize } = useWords();
  if (page.lines.length === 0)
    return (
      <div className="panel">
        <Empty title={t('plan.noLine')} next={t('plan.noLineNext')} />
      </div>
    );
  return (
    <>
      <div className="panel flush">
        <TableScroll label={t('plan.title')}>
          <table className="plan-board">
            <thead>
              <tr>
                <th scope="col">{t('plan.body')}</th>
                {page.tasks.map((task) => (
                  <th key={task.code} scope="col" title={localize(task.title)} className={task.heading ? 'soft' : undefined}>
                    {task.code}
                  </th>
                ))}
              </tr>
            </thead>
            <tbody>
              {page.lines.map((line) => (
                <Line key={line.body.id} line={line} page={page} to={addressOf(line.body.id, day)} />
              ))}
            </tbody>
          </table>
        </TableScroll>
      </div>
      <section className="panel" aria-labelledby="plan-letters">
        <h2 id="plan-letters">{t('plan.letters')}</h2>
        <p className="row">
          {SHOWN_STATES.map((state) => (
            <Mark key={state} tone={PLAN_TONES[state]}>
              {t(`plan.letter.${state}`)} · {t(`plan.is.${state}`)}
            </Mark>
          ))}
        </p>
      </section>
    </>
  );
}

function Line({ line, page, to }: { readonly line: PlanLine; readonly page: PlanPage; readonly to: string }) {
  const { t } = useWords();
  return (
    <tr data-body={line.body.code}>
      <th scope="row">
        <Link to={to}>{line.group === null ? t('plan.nation') : line.body.name}</Link>
        <div className="small soft">{line.group !== null && t('plan.groupOf', { group: line.group })}</div>
      </th>
      {line.cells.map((cell, at) => (
        <BoardCell key={cell.task} cell={cell} title={page.tasks[at]!.title} />
      ))}
    </tr>
  );
}

function BoardCell({ cell, title }: { readonly cell: PlanCell; readonly title: PlanPage['tasks'][number]['title'] }) {
  const { t, localize } = useWords();
  const { number } = useFormat();
  const figure = cell.part === null || cell.whole === null ? '' : ` · ${number(cell.part)}/${number(cell.whole)}`;
  const text = `${t(`plan.is.${cell.state}`)}${figure}`;
  return (
    <td className={`plan-cell ${PLAN_TONES[cell.state]}`} title={`${localize(title)}: ${text}`} data-state={cell.state}>
      <span aria-hidden>{t(`plan.letter.${cell.state}`)}</span>
      <span className="hidden-text">{text}</span>
    </td>
  );
}
