/** /bao-sai: values that people report as wrong, narrowed and ordered by what stands in the address. */
import { Link, useSearchParams } from 'react-router';
import type { ValueReportRow } from '#portal/api/generated/api.ts';
import { useValueReports } from '#portal/api/value-report-queries.ts';
import { useWords } from '#portal/language/use-words.ts';
import { Answered } from '#portal/parts/Answered.tsx';
import { Empty } from '#portal/parts/Empty.tsx';
import { NativeSelect } from '#portal/parts/fields.tsx';
import { FilterFold } from '#portal/parts/FilterFold.tsx';
import { dayText } from '#portal/parts/format.ts';
import { Mark } from '#portal/parts/Mark.tsx';
import { joined, MoreButton } from '#portal/parts/Pages.tsx';
import { PageTitle } from '#portal/parts/PageTitle.tsx';
import { TableScroll } from '#portal/parts/TableScroll.tsx';
import { useFormat } from '#portal/parts/use-format.ts';
import { OutcomeMark } from './OutcomeMark.tsx';
import { ASSIGNED, filterIn, isNarrowed, searchOf, SORTS, withFilter, type FilterName, type ReportFilter } from './report-filter.ts';

export function ValueReports() {
  const { t } = useWords();
  const [params, setParams] = useSearchParams();
  const filter = filterIn(params);
  const query = useValueReports(filter);
  return (
    <>
      <PageTitle title={t('valueReport.title')} lead={t('valueReport.lead')} />
      <Answered query={query} lines={8}>
        {(data) => {
          const items = joined(data);
          const { total = items.length, bodies = [] } = data.pages[0] ?? {};
          return (
            <div className="stack">
              <Filters filter={filter} bodies={bodies} onChange={(to) => setParams(searchOf(to), { replace: true })} />
              <div className="panel flush">
                {items.length === 0 ? (
                  <Empty
                    title={t(isNarrowed(filter) ? 'valueReport.nobody' : 'valueReport.none')}
                    next={t(isNarrowed(filter) ? 'valueReport.nobodyNext' : 'valueReport.noneNext')}
                  />
                ) : (
                  <Rows items={items} total={total} search={searchOf(filter)} />
                )}
                <MoreButton query={query} />
              </div>
            </div>
          );
        }}
      </Answered>
    </>
  );
}

interface FiltersProps {
  readonly filter: ReportFilter;
  readonly bodies: readonly { readonly id: string; readonly name: string }[];
  readonly onChange: (filter: ReportFilter) => void;
}

function Filters({ filter, bodies, onChange }: FiltersProps) {
  const { t } = useWords();
  const choice = (name: FilterName, label: string, options: readonly { readonly value: string; readonly label: string }[]) => (
    <NativeSelect
      label={label}
      value={filter[name] ?? ''}
      onChange={(event) => onChange(withFilter(filter, name, event.currentTarget.value))}
      data={[...options]}
    />
  );
  const any = { value: '', label: t('valueReport.any') };
  return (
    <section className="panel stack tight" aria-label={t('valueReport.narrow')}>
      <FilterFold label={t('valueReport.narrow')}>
        {choice('settled', t('valueReport.which'), [
          { value: '', label: t('valueReport.open') },
          { value: 'yes', label: t('valueReport.settled') },
        ])}
        {choice('body', t('valueReport.body'), [any, ...bodies.map(({ id, name }) => ({ value: id, label: name }))])}
        {choice('assigned', t('valueReport.assigned'), [
          any,
          ...ASSIGNED.map((whom) => ({ value: whom, label: t(`valueReport.to.${whom}`) })),
        ])}
        {choice('overdue', t('valueReport.due'), [
          { value: '', label: t('valueReport.inTime') },
          { value: 'yes', label: t('valueReport.onlyOverdue') },
        ])}
        {choice(
          'sort',
          t('valueReport.sort'),
          SORTS.map((sort) => ({ value: sort === 'due' ? '' : sort, label: t(`valueReport.by.${sort}`) })),
        )}
      </FilterFold>
    </section>
  );
}

function Rows({ items, total, search }: { readonly items: readonly ValueReportRow[]; readonly total: number; readonly search: string }) {
  const { t, localize } = useWords();
  const { number } = useFormat();
  return (
    <>
      <div className="panel-head">
        <h2 role="status">{t('valueReport.total', { shown: number(items.length), total: number(total) })}</h2>
      </div>
      <TableScroll label={t('valueReport.title')}>
        <table className="cards-on-phone">
          <thead>
            <tr>
              <th scope="col">{t('valueReport.name')}</th>
              <th scope="col">{t('valueReport.body')}</th>
              <th scope="col">{t('valueReport.value')}</th>
              <th scope="col">{t('valueReport.assigned')}</th>
              <th scope="col">{t('valueReport.due')}</th>
            </tr>
          </thead>
          <tbody>
            {items.map((row) => (
              <tr key={row.id}>
                <th scope="row">
                  <Link to={`/bao-sai/${row.id}${search}`} className="strong">
                    {row.name}
                  </Link>
                </th>
                <td data-label={t('valueReport.body')}>{row.bodyName}</td>
                <td data-label={t('valueReport.value')}>
                  {localize(row.groupName)} · {row.label === null ? t('valueReport.missing') : localize(row.label)}
                </td>
                <td data-label={t('valueReport.assigned')}>{row.assignedTo ?? '–'}</td>
                <td data-label={t('valueReport.due')}>
                  <span className="tabular nowrap">{dayText(row.dueOn)}</span>{' '}
                  {row.overdue && <Mark tone="bad">{t('valueReport.overdue')}</Mark>}
                  {row.outcome !== null && <OutcomeMark outcome={row.outcome} />}
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </TableScroll>
    </>
  );
}
