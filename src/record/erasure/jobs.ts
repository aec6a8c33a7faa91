/** The durable work of this room. */
import { Type } from 'typebox';
import { recordAct } from '#authority/audit/record.ts';
import { job } from '#base/jobs/job.ts';
import type { PeriodicTask } from '#base/jobs/job.ts';
import { carryOut, removeBytes } from './carry-out.ts';
import { DUE_EVERY_MS } from './limits.ts';
import type { ErasureNeeds } from './needs.ts';
import { grantedOnes, moveErasure, overdueOnes } from './store.ts';

export const carryOutJob = job({
  name: 'erasure.carry-out',
  payload: Type.Object({ erasureId: Type.String() }),
  handle: carryOut,
  // It stays granted, and each minute is looked at again.
  lastFailure: { kind: 'again', by: 'erasure.due' },
});

/** What is granted and not done, bytes that are left, and requests that nobody decided in their term or whose record went over to another body. */
export const dueErasuresTask = (needs: ErasureNeeds): PeriodicTask => ({
  name: 'erasure.due',
  everyMs: DUE_EVERY_MS,
  retryMs: DUE_EVERY_MS,
  async round() {
    const session = await needs.jobSession(null);
    await needs.db.transaction(session, async (tx) => {
      for (const one of await overdueOnes(tx, needs.clock.now())) {
        const [erasureId, personId] = [one.erasure_id, one.person_id];
        if (!(await moveErasure(tx, { erasureId, personId, state: 'asked' }, 'lapsed'))) continue;
        await recordAct(tx, needs, { act: 'erasure.lapsed', purpose: 'OPERATE', bodyId: one.body_id, objectId: erasureId });
      }
    });
    for (const { erasure_id: erasureId } of await needs.db.transaction(session, grantedOnes)) await carryOut(needs, { erasureId });
    await removeBytes(needs);
    return 'done';
  },
});
