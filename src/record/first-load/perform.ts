/** Moves a first load and queues the job that its step asks for, in the caller's transaction. Decides nothing. */
import type { Tx } from '#base/database/transaction.ts';
import { composeJob, registerJob } from './jobs.ts';
import { moveLoad } from './move-load.ts';
import type { By } from './move-load.ts';
import type { FirstLoadNeeds } from './needs.ts';
import type { LoadEvent } from './step.ts';
import type { Load } from './store.ts';

/** For a load that the caller holds locked, and an event that fits. */
export async function performLoad(
  tx: Tx,
  needs: FirstLoadNeeds,
  load: Load,
  event: LoadEvent,
  by: By,
  how: { readonly note?: string } = {},
): Promise<void> {
  const effect = await moveLoad(tx, needs, load, event, by, how);
  const job = { loadId: load.loadId, bodyId: load.bodyId };
  if (effect === 'compose') await needs.sendJob(tx, composeJob, job);
  if (effect === 'register') await needs.sendJob(tx, registerJob, job);
}
