/** Requests for a role that no second administrator decided in time end by themselves, each with its row. */
import { lapseGrants } from '#authority/access/grant-requests.ts';
import { recordAct } from '#authority/audit/record.ts';
import type { AuditNeeds } from '#authority/audit/record.ts';
import type { Database, SessionHandle } from '#base/database/transaction.ts';
import type { PeriodicTask } from '#base/jobs/job.ts';

export interface LapseNeeds extends AuditNeeds {
  readonly db: Database;
}

/** Days end requests; looked for every so often, in milliseconds. */
const LAPSE_EVERY_MS = 60_000;

export const lapseGrantsTask = (needs: LapseNeeds & { readonly jobSession: (bodyId: null) => Promise<SessionHandle> }): PeriodicTask => ({
  name: 'access.lapse-grants',
  everyMs: LAPSE_EVERY_MS,
  retryMs: LAPSE_EVERY_MS,
  async round() {
    await lapseDueGrants(needs, await needs.jobSession(null));
    return 'done';
  },
});

/** @param handle  a system session; @returns how many ended */
export async function lapseDueGrants(needs: LapseNeeds, handle: SessionHandle): Promise<number> {
  return needs.db.transaction(handle, async (tx) => {
    const lapsed = await lapseGrants(tx, needs.clock.now());
    await recordAct(
      tx,
      needs,
      lapsed.map(({ id, accountId, bodyId, role }) => ({
        act: 'grant.lapsed' as const,
        purpose: 'ADMINISTER' as const,
        bodyId,
        objectId: accountId,
        payload: { request: id, role },
      })),
    );
    return lapsed.length;
  });
}
