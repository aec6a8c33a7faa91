/** /thoi-han: terms of the law that run about people of the reader's agencies, what ends first before the others. */
import { Link, useSearchParams } from 'react-router';
import { useLegalClocks } from '#portal/api/clock-queries.ts';
import type { LegalClock, LegalClockList } from '#portal/api/generated/api.ts';
import { useWords } from '#portal/language/use-words.ts';
import { mayDo } from '#portal/may.ts';
import { Answered } from '#portal/parts/Answered.tsx';
import { Empty } from '#portal/parts/Empty.tsx';
import { NativeSelect } from '#portal/parts/fields.tsx';
import { FilterFold } from '#portal/parts/FilterFold.tsx';
import { dayText, instantText } from '#portal/parts/format.ts';
import { Mark } from '#portal/parts/Mark.tsx';
import { joined, MoreButton } from '#portal/parts/Pages.tsx';
import { PageTitle } from '#portal/parts/PageTitle.tsx';
import { TableScroll } from '#portal/parts/TableScroll.tsx';
import { useFormat } from '#portal/parts/use-format.ts';
import { filterIn, isNarrowed, searchOf, WHICH, withFilter, type ClockFilter, type FilterName } from './clock-filter.ts';

export function LegalClocks() {
  const { t } = useWords();
  const [params, setParams] = useSearchParams();
  const filter = filterIn(params);
  const query = useLegalClocks(filter);
  return (
    <>
      <PageTitle title={t('legalClock.title')} lead={t('legalClock.lead')} />
      <Answered query={query} lines={8}>
        {(data) => {
          const items = joined(data);
          const { total = items.length, bodies = [], terms = [] } = data.pages[0] ?? {};
          return (
            <div className="stack">
              <Filters filter={filter} bodies={bodies} terms={terms} onChange={(to) => setParams(searchOf(to), { replace: true })} />
              <div className="panel flush">
                {items.length === 0 ? (
                  <Empty
                    title={t(isNarrowed(filter) ? 'legalClock.nobody' : 'legalClock.none')}
                    next={t(isNarrowed(filter) ? 'legalClock.nobodyNext' : 'legalClock.noneNext')}
                  />
                ) : (
                  <Rows items={items} total={total} />
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
  readonly filter: ClockFilter;
  readonly bodies: LegalClockList['bodies'];
  readonly terms: LegalClockList['terms'];
  readonly onChange: (filter: ClockFilter) => void;
}

function Filters({ filter, bodies, terms, onChange }: FiltersProps) {
  const { t } = useWords();
  const choice = (name: FilterName, label: string, options: readonly { readonly value: string; readonly label: string }[]) => (
    <NativeSelect
      label={label}
      value={filter[name] ?? ''}
      onChange={(event) => onChange(withFilter(filter, name, event.currentTarget.value))}
      data={[...options]}
    />
  );
  const any = { value: '', label: t('legalClock.any') };
  return (
    <section className="panel stack tight" aria-label={t('legalClock.narrow')}>
      <FilterFold label={t('legalClock.narrow')}>
        {choice('which', t('legalClock.which'), [
          { value: '', label: t('legalClock.running') },
          ...WHICH.map((which) => ({ value: which, label: t(`legalClock.${which}`) })),
        ])}
        {choice('term', t('legalClock.term'), [any, ...terms.map(({ code, name }) => ({ value: code, label: name }))])}
        {choice('body', t('legalClock.body'), [any, ...bodies.map(({ id, name }) => ({ value: id, label: name }))])}
      </FilterFold>
    </section>
  );
}

function Rows({ items, total }: { readonly items: readonly LegalClock[]; readonly total: number }) {
  const { t, localize } = useWords();
  const { number } = useFormat();
  return (
    <>
      <div className="panel-head">
        <h2 role="status">{t('legalClock.total', { shown: number(items.length), total: number(total) })}</h2>
      </div>
      <TableScroll label={t('legalClock.title')}>
        <table className="cards-on-phone">
          <thead>
            <tr>
              <th scope="col">{t('legalClock.name')}</th>
              <th scope="col">{t('legalClock.body')}</th>
              <th scope="col">{t('legalClock.term')}</th>
              <th scope="col">{t('legalClock.start')}</th>
              <th scope="col">{t('legalClock.lastDay')}</th>
            </tr>
          </thead>
          <tbody>
            {items.map((row) => (
              <tr key={row.id}>
                <th scope="row">
                  {row.registered && mayDo(row, 'record.read') ? (
                    <Link to={`/ho-so/${row.personId}`} className="strong">
                      {row.name}
                    </Link>
                  ) : (
                    row.name
                  )}
                </th>
                <td data-label={t('legalClock.body')}>{row.bodyName}</td>
                <td data-label={t('legalClock.term')}>
                  {row.term.name}
                  {row.groupName !== null && ` · ${localize(row.groupName)}`}
                  <div className="small soft">{row.term.law}</div>
                </td>
                <td data-label={t('legalClock.start')} className="tabular nowrap">
                  {dayText(row.startOn)}
                </td>
                <td data-label={t('legalClock.lastDay')}>
                  <span className="tabular nowrap">{dayText(row.lastDay)}</span> <State row={row} />
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </TableScroll>
    </>
  );
}

function State({ row: { late, doneAt, forecast, moved } }: { readonly row: LegalClock }) {
  const { t } = useWords();
  return (
    <>
      {doneAt === null && late && <Mark tone="bad">{t('legalClock.isLate')}</Mark>}
      {doneAt !== null && <Mark tone={late ? 'bad' : 'good'}>{t(late ? 'legalClock.doneLate' : 'legalClock.doneInTime')}</Mark>}
      {doneAt !== null && <div className="small soft tabular">{instantText(doneAt)}</div>}
      {forecast && <div className="small soft">{t('legalClock.forecast')}</div>}
      {moved && <div className="small soft">{t('legalClock.moved')}</div>}
    </>
  );
}
