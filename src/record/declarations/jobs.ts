/** What was declared is carried on. */
import type { SessionHandle } from '#base/database/transaction.ts';
import type { PeriodicTask } from '#base/jobs/job.ts';
import { carryOnce } from './carry.ts';
import type { CarryNeeds } from './carry.ts';
import { CARRY_EVERY_MS } from './limits.ts';

const RETRY_MS = 10_000;

export const carryDeclarationsTask = (
  needs: Omit<CarryNeeds, 'jobSession'> & { readonly jobSession: (bodyId: string | null) => Promise<SessionHandle> },
): PeriodicTask => ({
  name: 'declarations.carry',
  everyMs: CARRY_EVERY_MS,
  retryMs: RETRY_MS,
  async round(signal) {
    await carryOnce(needs, await needs.jobSession(null), signal);
    return 'done';
  },
});
