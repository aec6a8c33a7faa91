/** Once a day is over: whose record was looked at unusually is told so, and whoever supervises the bodies is told how many readers stood out. */
import type { PlainDate } from '#base/clock.ts';
import type { SessionHandle, Tx } from '#base/database/transaction.ts';
import { addDays, showDate } from '#base/vietnamese/dates.ts';
import { byReader, keptReaders, lastCount, openedUnusually } from '#authority/oversight/reader-store.ts';
import type { ReaderOfBody } from '#authority/oversight/reader-store.ts';
import { NIGHT, ONE_PERSON, unusualAmong, unusualSince } from '#authority/oversight/unusual.ts';
import { makeNotices } from './news.ts';
import type { News } from './news.ts';
import type { NoticeNeeds } from './needs.ts';
import { accountsOfPeople, accountsThatMay, lockCursor, unusualTold } from './store.ts';

/** A person is told of each reader and day once, whatever else is told; a notice of before is enough. */
const EVER = '2000-01-01T00:00:00.000Z';

/**
 * Tells of the next day that was counted to its end and not told yet.
 *
 * @param handle  a system session for the whole installation
 * @returns 'more': another such day is behind it
 */
export async function tellUnusual(needs: NoticeNeeds, handle: SessionHandle): Promise<'more' | 'done'> {
  return needs.db.transaction(handle, async (tx) => {
    const { unusualOn } = await lockCursor(tx);
    const { day: counted } = await lastCount(tx);
    if (counted === null) return 'done';
    // Before the first time nothing is told of days that nobody was promised to be told of.
    const day = unusualOn === null ? addDays(counted, -1) : addDays(unusualOn, 1);
    const oldest = unusualSince(needs.clock.today());
    if (day >= counted) return 'done';
    if (day >= oldest) await tellOf(tx, needs, day);
    await unusualTold(tx, day);
    return addDays(day, 1) < counted ? 'more' : 'done';
  });
}

async function tellOf(tx: Tx, needs: NoticeNeeds, day: PlainDate): Promise<void> {
  const parts = (await keptReaders(tx, day)).filter((one) => one.day === day);
  const unusual = unusualAmong(byReader(parts));
  const own: News[] = [];
  for (const { actor, eventId, signs } of unusual) {
    const actorId = parts.find((one) => one.actor === actor)!.actorId;
    const opened = await openedUnusually(
      tx,
      { actorId, day },
      { night: NIGHT, onePerson: ONE_PERSON, signs: signs.map(({ sign }) => sign) },
    );
    const accounts = await accountsOfPeople(
      tx,
      opened.map(({ personId }) => personId),
    );
    for (const { personId, times } of opened)
      own.push({
        matter: 'own-record-unusual',
        subjectId: eventId,
        facts: { day: showDate(day), times },
        accountIds: accounts.get(personId) ?? [],
      });
  }
  await makeNotices(tx, needs, own, { notSince: EVER, isNews: false });
  await makeNotices(tx, needs, await supervisorsNews(tx, parts, day), { notSince: null, isNews: true });
}

/** One figure for each who supervises: readers who stand out in matters of their bodies, as the page of oversight shows them. */
async function supervisorsNews(tx: Tx, parts: readonly ReaderOfBody[], day: PlainDate): Promise<News[]> {
  const bodies = new Map<string, Set<string>>();
  for (const bodyId of new Set(parts.flatMap((one) => one.bodyId ?? [])))
    for (const accountId of await accountsThatMay(tx, ['readers.name'], bodyId))
      bodies.set(accountId, (bodies.get(accountId) ?? new Set()).add(bodyId));
  return [...bodies].flatMap(([accountId, over]) => {
    const readers = unusualAmong(byReader(parts.filter(({ bodyId }) => bodyId !== null && over.has(bodyId)))).length;
    return readers === 0
      ? []
      : [{ matter: 'readings-unusual' as const, subjectId: accountId, facts: { day: showDate(day), readers }, accountIds: [accountId] }];
  });
}
