/** People who must be matched are queued in the transaction of the act that needs it. */
import type { Instant } from '#base/clock.ts';
import type { Tx } from '#base/database/transaction.ts';
import { writeTasks } from './store.ts';

/** One task a person and submission. Said again (a corrected file), it begins again: an answer to the earlier question no longer counts. */
export const enqueueMatches = (
  tx: Tx,
  about: { readonly submissionId: string; readonly bodyId: string; readonly at: Instant },
  people: readonly { readonly personId: string }[],
): Promise<void> =>
  writeTasks(
    tx,
    about,
    people.map((person) => person.personId),
  );
