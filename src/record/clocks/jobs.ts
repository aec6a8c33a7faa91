/** Clocks that run over days whose notice has come are counted again. */
import type { Database, SessionHandle } from '#base/database/transaction.ts';
import type { PeriodicTask } from '#base/jobs/job.ts';
import { recountOnce } from './recount.ts';
import type { ClockNeeds } from './run.ts';

/** Editions come by releases and additions: looked for so often, in milliseconds. */
const RECOUNT_EVERY_MS = 600_000;
const RETRY_MS = 60_000;

export const recountClocksTask = (
  needs: ClockNeeds & { readonly db: Database; readonly jobSession: (bodyId: null) => Promise<SessionHandle> },
): PeriodicTask => ({
  name: 'clocks.recount',
  everyMs: RECOUNT_EVERY_MS,
  retryMs: RETRY_MS,
  async round() {
    return recountOnce(needs, await needs.jobSession(null));
  },
});
