/** /sai-lech: people whom the population database knows otherwise, narrowed and ordered by what stands in the address. */
import { Link, useSearchParams } from 'react-router';
import { useMismatches } from '#portal/api/mismatch-queries.ts';
import type { MismatchRow } from '#portal/api/generated/api.ts';
import { MatchMark } from '#portal/confirmation/MatchMark.tsx';
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
import {
  ASSIGNED,
  filterIn,
  isNarrowed,
  LEVELS,
  searchOf,
  SORTS,
  withFilter,
  type FilterName,
  type MismatchFilter,
} from './mismatch-filter.ts';

export function Mismatches() {
  const { t } = useWords();
  const [params, setParams] = useSearchParams();
  const filter = filterIn(params);
  const query = useMismatches(filter);
  return (
    <>
      <PageTitle title={t('mismatch.title')} lead={t('mismatch.lead')} />
      <Answered query={query} lines={8}>
        {(data) => {
          const items = joined(data);
          const { total = items.length, bodies = [] } = data.pages[0] ?? {};
          if (items.length === 0 && !isNarrowed(filter))
            return (
              <div className="panel">
                <Empty title={t('mismatch.none')} next={t('mismatch.noneNext')} />
              </div>
            );
          return (
            <div className="stack">
              <Filters filter={filter} bodies={bodies} onChange={(to) => setParams(searchOf(to), { replace: true })} />
              <div className="panel flush">
                {items.length === 0 ? (
                  <Empty title={t('mismatch.nobody')} next={t('mismatch.nobodyNext')} />
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
  readonly filter: MismatchFilter;
  readonly bodies: readonly { readonly id: string; readonly name: string }[];
  readonly onChange: (filter: MismatchFilter) => void;
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
  const any = { value: '', label: t('mismatch.any') };
  return (
    <section className="panel stack tight" aria-label={t('mismatch.narrow')}>
      <FilterFold label={t('mismatch.narrow')}>
        {choice('level', t('mismatch.level'), [any, ...LEVELS.map((level) => ({ value: level, label: t(`match.${level}`) }))])}
        {choice('body', t('mismatch.body'), [any, ...bodies.map(({ id, name }) => ({ value: id, label: name }))])}
        {choice('assigned', t('mismatch.assigned'), [any, ...ASSIGNED.map((whom) => ({ value: whom, label: t(`mismatch.to.${whom}`) }))])}
        {choice('overdue', t('mismatch.due'), [
          { value: '', label: t('mismatch.inTime') },
          { value: 'yes', label: t('mismatch.onlyOverdue') },
        ])}
        {choice(
          'sort',
          t('mismatch.sort'),
          SORTS.map((sort) => ({ value: sort === 'due' ? '' : sort, label: t(`mismatch.by.${sort}`) })),
        )}
      </FilterFold>
    </section>
  );
}

function Rows({ items, total, search }: { readonly items: readonly MismatchRow[]; readonly total: number; readonly search: string }) {
  const { t, localize } = useWords();
  const { number } = useFormat();
  return (
    <>
      <div className="panel-head">
        <h2 role="status">{t('mismatch.total', { shown: number(items.length), total: number(total) })}</h2>
      </div>
      <TableScroll label={t('mismatch.title')}>
        <table className="cards-on-phone">
          <thead>
            <tr>
              <th scope="col">{t('mismatch.name')}</th>
              <th scope="col">{t('mismatch.body')}</th>
              <th scope="col">{t('mismatch.level')}</th>
              <th scope="col">{t('mismatch.fields')}</th>
              <th scope="col">{t('mismatch.assigned')}</th>
              <th scope="col">{t('mismatch.due')}</th>
            </tr>
          </thead>
          <tbody>
            {items.map((row) => (
              <tr key={`${row.submissionId} ${row.personId}`}>
                <th scope="row">
                  <Link to={`/sai-lech/${row.submissionId}/${row.personId}${search}`} className="strong">
                    {row.name}
                  </Link>
                </th>
                <td data-label={t('mismatch.body')}>{row.bodyName}</td>
                <td data-label={t('mismatch.level')}>
                  <MatchMark level={row.level} />
                </td>
                <td data-label={t('mismatch.fields')}>{row.fields.map((field) => localize(field)).join(', ')}</td>
                <td data-label={t('mismatch.assigned')}>{row.assignedTo ?? '–'}</td>
                <td data-label={t('mismatch.due')}>
                  <span className="tabular nowrap">{dayText(row.dueOn)}</span>{' '}
                  {row.overdue && <Mark tone="bad">{t('mismatch.overdue')}</Mark>}
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </TableScroll>
    </>
  );
}
