/** Reports that the law waits for, as a task of who keeps the register of incidents. */
import { currentLists } from '#authority/code-lists/editions.ts';
import type { Instant } from '#base/clock.ts';
import type { Tx } from '#base/database/transaction.ts';
import { judgedBy } from '#standard/list-edition.ts';
import { incidentOf } from './step.ts';
import { entriesOf, openIncidents } from './store.ts';

/** Reports that are not sent of incidents that are not closed, and when the first of them is due; what whoever keeps the register has to do. */
export async function reportsToSend(tx: Tx, now: Instant): Promise<{ readonly count: number; readonly oldestAt: Instant | null }> {
  const entries = await entriesOf(tx, await openIncidents(tx));
  const lists = await currentLists(tx);
  const due = [...entries.values()]
    .flatMap((one) => judgedBy(lists, () => incidentOf(one, now)).reports)
    .filter(({ sent }) => sent === null)
    .map(({ dueAt }) => dueAt)
    .sort();
  return { count: due.length, oldestAt: due[0] ?? null };
}
