/** A notice of holidays came, by a newer edition of the lists: clocks that run over days that were a forecast are counted again, and one whose last day moves says so in the log. */
import { currentLists } from '#authority/code-lists/editions.ts';
import { recordAct } from '#authority/audit/record.ts';
import type { Database, SessionHandle } from '#base/database/transaction.ts';
import { judgedBy } from '#standard/list-edition.ts';
import { termFor } from './clocks-of.ts';
import { RECOUNTED_AT_ONCE } from './limits.ts';
import type { ClockNeeds } from './run.ts';
import { clocksToRecount, moveClock } from './store.ts';

/**
 * One round, in one transaction.
 *
 * @param handle  a system session for the whole installation
 * @returns 'more': there may be others
 */
export const recountOnce = (needs: ClockNeeds & { readonly db: Database }, handle: SessionHandle): Promise<'more' | 'done'> =>
  needs.db.transaction(handle, async (tx) => {
    const lists = await currentLists(tx);
    const clocks = await clocksToRecount(tx, lists.number, RECOUNTED_AT_ONCE);
    for (const clock of clocks) {
      const [counted = null] = judgedBy(lists, () => termFor(clock.term, clock.about, clock.startOn));
      // A term that the newer lists do not have any more stands as it was counted.
      await moveClock(tx, clock, counted, { edition: lists.number, at: needs.clock.now() });
      if (counted === null || counted.due.lastDay === clock.lastDay) continue;
      await recordAct(tx, needs, {
        act: 'clock.moved',
        purpose: 'OPERATE',
        bodyId: clock.bodyId,
        objectId: clock.personId,
        payload: { clock: clock.clockId, term: clock.term, from: clock.lastDay, to: counted.due.lastDay, edition: lists.number },
      });
    }
    return clocks.length === RECOUNTED_AT_ONCE ? 'more' : 'done';
  });
