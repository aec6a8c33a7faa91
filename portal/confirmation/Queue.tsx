/** /xac-nhan: people who wait for the officer, oldest first. J and K move, Enter opens. */
import { useRef, useState } from 'react';
import { Link } from 'react-router';
import { useQueue } from '#portal/api/queries.ts';
import type { QueueItem } from '#portal/api/generated/api.ts';
import { useGroupTitle } from '#portal/kinds/use-group-title.ts';
import { useWords } from '#portal/language/use-words.ts';
import { Answered } from '#portal/parts/Answered.tsx';
import { Empty } from '#portal/parts/Empty.tsx';
import { instantText } from '#portal/parts/format.ts';
import { Mark } from '#portal/parts/Mark.tsx';
import { joined, MoreButton } from '#portal/parts/Pages.tsx';
import { PageTitle } from '#portal/parts/PageTitle.tsx';
import { TableScroll } from '#portal/parts/TableScroll.tsx';
import { useFormat } from '#portal/parts/use-format.ts';
import { useKeys } from '#portal/parts/use-keys.ts';
import { ListsOfQueue } from './ListsOfQueue.tsx';
import { MatchMark } from './MatchMark.tsx';

/** Groups of a person that are named in its row. */
const GROUPS_NAMED_MAX = 3;

export function Queue() {
  const { t } = useWords();
  const { number } = useFormat();
  const query = useQueue();
  const total = query.data?.pages[0]?.total;
  return (
    <>
      <PageTitle
        title={t('queue.title')}
        lead={total === undefined ? undefined : t('queue.lead', { total: number(total) })}
        actions={<span className="hint wide-only">{t('queue.keys')}</span>}
      />
      <Answered query={query} lines={8}>
        {(data) => {
          const items = joined(data);
          if (items.length === 0)
            return (
              <div className="panel">
                <Empty title={t('queue.empty')} next={t('queue.emptyNext')} />
              </div>
            );
          return (
            <div className="stack">
              <ListsOfQueue submissions={data.pages[0]?.submissions ?? []} />
              <div className="panel flush">
                <Rows items={items} />
                <MoreButton query={query} />
              </div>
            </div>
          );
        }}
      </Answered>
    </>
  );
}

function Rows({ items }: { readonly items: readonly QueueItem[] }) {
  const { t } = useWords();
  const [at, setAt] = useState(0);
  const links = useRef<(HTMLAnchorElement | null)[]>([]);
  const move = (by: number): void => {
    const to = Math.max(0, Math.min(items.length - 1, links.current.includes(document.activeElement as HTMLAnchorElement) ? at + by : at));
    setAt(to);
    links.current[to]?.focus();
  };
  useKeys({ j: () => move(1), k: () => move(-1) });
  return (
    <TableScroll label={t('queue.title')}>
      <table className="cards-on-phone">
        <thead>
          <tr>
            <th scope="col">{t('queue.name')}</th>
            <th scope="col">{t('queue.body')}</th>
            <th scope="col">{t('queue.groups')}</th>
            <th scope="col" className="num">
              {t('queue.changes')}
            </th>
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
              key={`${item.submissionId} ${item.personId}`}
              item={item}
              here={index === at}
              take={(link) => {
                links.current[index] = link;
              }}
              onFocus={() => setAt(index)}
            />
          ))}
        </tbody>
      </table>
    </TableScroll>
  );
}

function Row({
  item,
  here,
  take,
  onFocus,
}: {
  readonly item: QueueItem;
  readonly here: boolean;
  readonly take: (link: HTMLAnchorElement | null) => void;
  readonly onFocus: () => void;
}) {
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
        <Link ref={take} onFocus={onFocus} to={`/xac-nhan/${item.submissionId}/${item.personId}`} className="strong">
          {item.name}
        </Link>
        {item.mine && (
          <>
            {' '}
            <Mark tone="off">{t('queue.mine')}</Mark>
          </>
        )}
      </th>
      <td>{item.body}</td>
      <td>{groupsText}</td>
      <td className="num" data-label={t('queue.changes')}>
        {number(item.changes)}
      </td>
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
