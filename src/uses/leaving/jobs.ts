/** Ends of service whose day has come, and those that met an act under way: one transaction each, so that who waits for one holds up no other. */
import type { AuditNeeds } from '#authority/audit/record.ts';
import type { Database, SessionHandle } from '#base/database/transaction.ts';
import type { PeriodicTask } from '#base/jobs/job.ts';
import { recordSettled } from './follow.ts';
import { dueEnd, settleEnd } from './store.ts';

export interface LeavingNeeds extends AuditNeeds {
  readonly db: Database;
}

/** Looked for so often, in milliseconds: what met an act under way ends this much later. */
const END_EVERY_MS = 5_000;

export const endServiceTask = (needs: LeavingNeeds & { readonly jobSession: (bodyId: null) => Promise<SessionHandle> }): PeriodicTask => ({
  name: 'leaving.end-service',
  everyMs: END_EVERY_MS,
  retryMs: END_EVERY_MS,
  async round() {
    return (await endDue(needs, await needs.jobSession(null))) ? 'more' : 'done';
  },
});

/** Carries out the next end that is due. @param handle  a system session; @returns was there one? */
export async function endDue(needs: LeavingNeeds, handle: SessionHandle): Promise<boolean> {
  return needs.db.transaction(handle, async (tx) => {
    const due = await dueEnd(tx, needs.clock.today());
    if (!due) return false;
    const settled = await settleEnd(tx, due.endId, { waits: true });
    if (settled) await recordSettled(tx, needs, due, settled);
    return true;
  });
}
