/** The durable work of this room. Nothing that two people signed is given up: it is tried again until it is done. */
import { Type } from 'typebox';
import { job } from '#base/jobs/job.ts';
import type { PeriodicTask } from '#base/jobs/job.ts';
import type { SessionHandle } from '#base/database/transaction.ts';
import { RESUME_EVERY_MS } from '#record/intake/limits.ts';
import { composeLoad } from './compose.ts';
import type { FirstLoadNeeds } from './needs.ts';
import { registerLoad } from './register.ts';
import { loadsAtWork } from './store.ts';

const OfLoad = Type.Object({ loadId: Type.String(), bodyId: Type.String() });

/** Fixes the rows of a closed load and draws its sample. */
export const composeJob = job({
  name: 'first-load.compose',
  payload: OfLoad,
  handle: composeLoad,
  lastFailure: { kind: 'again', by: 'first-load.resume' },
});
/** Registers what two people have signed. */
export const registerJob = job({
  name: 'first-load.register',
  payload: OfLoad,
  handle: registerLoad,
  lastFailure: { kind: 'again', by: 'first-load.resume' },
});

/**
 * Loads whose work is not done are queued again, as files are.
 * @param handle  a system session over all bodies
 * @param which  `all`: at a start, when whoever worked is gone; `left`: what stands in no queue
 */
export async function resumeLoads(
  needs: Pick<FirstLoadNeeds, 'db' | 'sendJob'>,
  handle: SessionHandle,
  which: 'all' | 'left',
): Promise<number> {
  return needs.db.transaction(handle, async (tx) => {
    const loads = await loadsAtWork(tx, which === 'all' ? null : [composeJob.name, registerJob.name]);
    for (const { loadId, bodyId, state } of loads)
      await needs.sendJob(tx, state === 'composing' ? composeJob : registerJob, { loadId, bodyId });
    return loads.length;
  });
}

export const resumeLoadsTask = (
  needs: Pick<FirstLoadNeeds, 'db' | 'sendJob'> & { readonly jobSession: (bodyId: null) => Promise<SessionHandle> },
): PeriodicTask => ({
  name: 'first-load.resume',
  everyMs: RESUME_EVERY_MS,
  retryMs: RESUME_EVERY_MS,
  async round() {
    await resumeLoads(needs, await needs.jobSession(null), 'left');
    return 'done';
  },
});
