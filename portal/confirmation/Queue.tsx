/** /xac-nhan: people who wait for the officer, narrowed and ordered by what stands in the address. J and K move, X ticks, Enter opens. */
import { useRef, useState } from 'react';
import { Link, useSearchParams } from 'react-router';
import { Checkbox } from '#portal/parts/fields.tsx';
import { useQueue } from '#portal/api/queries.ts';
import type { QueueItem } from '#portal/api/generated/api.ts';
import { useGroupTitle } from '#portal/kinds/use-group-title.ts';
import { useWords } from '#portal/language/use-words.ts';
import { mayDo } from '#portal/may.ts';
import { Answered } from '#portal/parts/Answered.tsx';
import { Empty } from '#portal/parts/Empty.tsx';
import { instantText } from '#portal/parts/format.ts';
import { Mark } from '#portal/parts/Mark.tsx';
import { joined, MoreButton } from '#portal/parts/Pages.tsx';
import { OnBehalf } from '#portal/parts/OnBehalf.tsx';
import { PageTitle } from '#portal/parts/PageTitle.tsx';
import { TableScroll } from '#portal/parts/TableScroll.tsx';
import { useFormat } from '#portal/parts/use-format.ts';
import { useKeys } from '#portal/parts/use-keys.ts';
import { ChosenBar } from './ChosenBar.tsx';
import { chosenLists, keyOf, toggled } from './chosen.ts';
import { addressOfPerson } from './clean-list.ts';
import { ListsOfQueue } from './ListsOfQueue.tsx';
import { MatchMark } from './MatchMark.tsx';
import { filterIn, isNarrowed, searchOf } from './queue-filter.ts';
import { QueueFilters } from './QueueFilters.tsx';

/** Groups of a person that are named in its row. */
const GROUPS_NAMED_MAX = 3;

export function Queue() {
  const { t } = useWords();
  const { number } = useFormat();
  const [params, setParams] = useSearchParams();
  const filter = filterIn(params);
  const query = useQueue(filter);
  const first = query.data?.pages[0];
  const [chosen, setChosen] = useState<ReadonlySet<string>>(new Set());
  return (
    <>
      <PageTitle
        title={t('queue.title')}
        lead={first && t('queue.lead', { total: number(first.facets?.waiting ?? first.total) })}
        actions={<span className="hint wide-only">{t('queue.keys')}</span>}
      />
      <OnBehalf />
      <Answered query={query} lines={8}>
        {(data) => {
          const items = joined(data);
          const { submissions = [], facets, total } = data.pages[0] ?? {};
          if (items.length === 0 && !isNarrowed(filter))
            return (
              <div className="panel">
                <Empty title={t('queue.empty')} next={t('queue.emptyNext')} />
              </div>
            );
          const ticked = new Set(items.map(keyOf).filter((key) => chosen.has(key)));
          return (
            <div className="stack">
              <ListsOfQueue submissions={submissions} />
              {facets && <QueueFilters filter={filter} facets={facets} onChange={(to) => setParams(searchOf(to), { replace: true })} />}
              <div className="panel flush">
                {items.length === 0 ? (
                  <Empty title={t('queue.nobody')} next={t('queue.nobodyNext')} />
                ) : (
                  <Rows items={items} total={total ?? items.length} search={searchOf(filter)} chosen={ticked} onChosen={setChosen} />
                )}
                <MoreButton query={query} />
              </div>
              {ticked.size > 0 && (
                <ChosenBar count={ticked.size} {...chosenLists(ticked, items, submissions)} onNone={() => setChosen(new Set())} />
              )}
            </div>
          );
        }}
      </Answered>
    </>
  );
}

interface RowsProps {
  readonly items: readonly QueueItem[];
  readonly total: number;
  /** behind the address of each person: the way on follows the same order */
  readonly search: string;
  readonly chosen: ReadonlySet<string>;
  readonly onChosen: (chosen: ReadonlySet<string>) => void;
}

function Rows({ items, total, search, chosen, onChosen }: RowsProps) {
  const { t } = useWords();
  const { number } = useFormat();
  const [at, setAt] = useState(0);
  const links = useRef<(HTMLAnchorElement | null)[]>([]);
  const move = (by: number): void => {
    const to = Math.max(0, Math.min(items.length - 1, links.current.includes(document.activeElement as HTMLAnchorElement) ? at + by : at));
    setAt(to);
    links.current[to]?.focus();
  };
  const choose = (item: QueueItem | undefined): void => {
    if (item && mayDo(item, 'item.confirm')) onChosen(toggled(chosen, keyOf(item)));
  };
  useKeys({ j: () => move(1), k: () => move(-1), x: () => choose(items[at]) });
  // A list is signed by who confirms: nobody else ticks.
  const choosable = items.filter((item) => mayDo(item, 'item.confirm'));
  const all = choosable.length > 0 && choosable.every((item) => chosen.has(keyOf(item)));
  return (
    <>
      <div className="panel-head row between">
        <h2>
          <span role="status">{t('queue.shown', { shown: number(items.length), total: number(total) })}</span>
        </h2>
        {choosable.length > 0 && (
          <Checkbox
            label={t('queue.chooseAll')}
            checked={all}
            indeterminate={!all && chosen.size > 0}
            onChange={() => onChosen(new Set(all ? [] : choosable.map(keyOf)))}
          />
        )}
      </div>
      <TableScroll label={t('queue.title')}>
        <table className="cards-on-phone">
          <thead>
            <tr>
              <th scope="col">{t('queue.name')}</th>
              <th scope="col">
                <span className="hidden-text">{t('queue.choose')}</span>
              </th>
              <th scope="col">{t('queue.body')}</th>
              <th scope="col">{t('queue.groups')}</th>
              <th scope="col" className="num">
                {t('queue.problems')}
              </th>
              <th scope="col">{t('queue.match')}</th>
              <th scope="col" className="num">
                {t('queue.age')}
              </th>
            </tr>
          </thead>
          <tbody>
            {items.map((item, index) => (
              <Row
                key={keyOf(item)}
                item={item}
                search={search}
                here={index === at}
                chosen={chosen.has(keyOf(item))}
                onChoose={() => choose(item)}
                take={(link) => {
                  links.current[index] = link;
                }}
                onFocus={() => setAt(index)}
              />
            ))}
          </tbody>
        </table>
      </TableScroll>
    </>
  );
}

interface RowProps {
  readonly item: QueueItem;
  readonly search: string;
  readonly here: boolean;
  readonly chosen: boolean;
  readonly onChoose: () => void;
  readonly take: (link: HTMLAnchorElement | null) => void;
  readonly onFocus: () => void;
}

function Row({ item, search, here, chosen, onChoose, take, onFocus }: RowProps) {
  const { t } = useWords();
  const { age, number } = useFormat();
  const groupTitle = useGroupTitle();
  const titles = item.groups.map((group) => groupTitle(group));
  // A new person has a dozen groups: all their names would push the next person off the screen.
  const groupsText =
    titles.length <= GROUPS_NAMED_MAX
      ? titles.join(', ')
      : t('queue.moreGroups', { first: titles.slice(0, GROUPS_NAMED_MAX - 1).join(', '), count: titles.length - GROUPS_NAMED_MAX + 1 });
  return (
    <tr className={here ? 'here' : ''}>
      <th scope="row">
        <Link ref={take} onFocus={onFocus} to={`${addressOfPerson(item.submissionId, item.personId)}${search}`} className="strong">
          {item.name}
        </Link>
        {item.mine && (
          <>
            {' '}
            <Mark tone="off">{t('queue.mine')}</Mark>
          </>
        )}
      </th>
      <td className="tick">
        {mayDo(item, 'item.confirm') && (
          <Checkbox aria-label={t('queue.chooseOne', { name: item.name })} checked={chosen} onChange={onChoose} />
        )}
      </td>
      <td>{item.body}</td>
      <td>{groupsText}</td>
      <td className="num" data-label={t('queue.problems')}>
        {item.problems > 0 ? number(item.problems) : '–'}
      </td>
      <td>
        <MatchMark level={item.match} />
      </td>
      <td className="num" data-label={t('queue.age')} title={instantText(item.waitingSince)}>
        {age(item.waitingSince)}
      </td>
    </tr>
  );
}
