/** Work that waits too long, told once a working day to who can do it, and again only after a week. */
import type { PlainDate } from '#base/clock.ts';
import type { SessionHandle, Tx } from '#base/database/transaction.ts';
import { addDays, addMonths } from '#base/vietnamese/dates.ts';
import { waitingSince } from '#record/confirmation/store.ts';
import { consentsAwaited } from '#record/consent/to-notice.ts';
import { accountsOf } from '#record/intake/makers.ts';
import { isWorkingDay, workingDaysBefore } from '#standard/calendar/working-days.ts';
import { makeNotices } from './news.ts';
import type { News } from './news.ts';
import { rulesOn } from './matters.ts';
import type { NoticeNeeds } from './needs.ts';
import { accountsThatMay, closeDone, forgetBefore, lockCursor, overdueCounted } from './store.ts';
import { recordAct } from '#authority/audit/record.ts';

/** An officer is told of all bodies together: one figure, not a notice for each school. */
async function toConfirmNews(
  tx: Tx,
  bodies: readonly { readonly bodyId: string; readonly people: number }[],
  days: number,
): Promise<News[]> {
  const people = new Map<string, number>();
  for (const body of bodies)
    for (const accountId of await accountsThatMay(tx, ['item.confirm'], body.bodyId))
      people.set(accountId, (people.get(accountId) ?? 0) + body.people);
  return [...people].map(([accountId, count]) => ({
    matter: 'overdue-confirm',
    subjectId: accountId,
    facts: { people: count, days },
    accountIds: [accountId],
  }));
}

/**
 * Counts waiting work once on each working day; forgets what was seen long ago.
 *
 * @param handle  a system session for the whole installation
 * @param today   the day that is counted for
 * @returns how many notices are new
 */
export async function countOverdue(needs: NoticeNeeds, handle: SessionHandle, today: PlainDate = needs.clock.today()): Promise<number> {
  if (!isWorkingDay(today)) return 0;
  const rules = rulesOn(today);
  return needs.db.transaction(handle, async (tx) => {
    const { overdueOn } = await lockCursor(tx);
    if (overdueOn !== null && overdueOn >= today) return 0;
    const days = rules.overdueWorkingDays;
    const waiting = await waitingSince(tx, workingDaysBefore(today, days));
    const peopleOf = new Map(waiting.returned.map((one) => [one.submissionId, one.people]));
    const news: News[] = [
      ...(await toConfirmNews(tx, waiting.toConfirm, days)),
      ...(await accountsOf(tx, [...peopleOf.keys()])).map(({ submissionId, number, accountIds, ofPerson }) => ({
        matter: ofPerson ? ('declaration-overdue' as const) : ('overdue-returned' as const),
        subjectId: submissionId,
        facts: { number, people: peopleOf.get(submissionId)!, days },
        accountIds,
      })),
    ];
    for (const matter of ['overdue-confirm', 'overdue-returned', 'declaration-overdue'] as const)
      await closeDone(tx, needs.clock.now(), matter, { keep: news.filter((one) => one.matter === matter).map((one) => one.subjectId) });
    // A question that lapses by its day is no act: collecting never hears of it.
    await closeDone(tx, needs.clock.now(), 'consent-asked', { keep: await consentsAwaited(tx, today) });
    const made = await makeNotices(tx, needs, news, { notSince: `${addDays(today, -rules.againAfterDays)}T00:00:00.000Z`, isNews: false });
    const months = rules.keptMonths;
    const forgotten = await forgetBefore(tx, `${addMonths(today, -months)}T00:00:00.000Z`);
    if (forgotten > 0)
      await recordAct(tx, needs, {
        act: 'notice.forgotten',
        purpose: 'OPERATE',
        bodyId: null,
        objectId: null,
        payload: { notices: forgotten, olderThanMonths: months },
      });
    await overdueCounted(tx, today);
    return made;
  });
}
