/** Requests about lists that nobody decided in time end by themselves, each with its row. */
import { recordAct } from '#authority/audit/record.ts';
import type { AuditNeeds } from '#authority/audit/record.ts';
import type { Database, SessionHandle } from '#base/database/transaction.ts';
import type { PeriodicTask } from '#base/jobs/job.ts';
import { lapseAdditions } from './addition-store.ts';

export interface LapseNeeds extends AuditNeeds {
  readonly db: Database;
}

/** Days end requests; looked for every so often, in milliseconds. */
const LAPSE_EVERY_MS = 60_000;

export const lapseAdditionsTask = (
  needs: LapseNeeds & { readonly jobSession: (bodyId: null) => Promise<SessionHandle> },
): PeriodicTask => ({
  name: 'code-lists.lapse',
  everyMs: LAPSE_EVERY_MS,
  retryMs: LAPSE_EVERY_MS,
  async round() {
    await lapseDueAdditions(needs, await needs.jobSession(null));
    return 'done';
  },
});

/** @param handle  a system session; @returns how many ended */
export async function lapseDueAdditions(needs: LapseNeeds, handle: SessionHandle): Promise<number> {
  return needs.db.transaction(handle, async (tx) => {
    const lapsed = await lapseAdditions(tx, needs.clock.now());
    await recordAct(
      tx,
      needs,
      lapsed.map(({ id, bodyId, list, code }) => ({
        act: 'lists.lapsed' as const,
        purpose: 'ADMINISTER' as const,
        bodyId,
        objectId: id,
        payload: { list, code },
      })),
    );
    return lapsed.length;
  });
}
