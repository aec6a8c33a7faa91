/** Facts of the plan are counted again and again through the day; the last count of a day is what stands of it. */
import type { Clock } from '#base/clock.ts';
import type { Database, SessionHandle } from '#base/database/transaction.ts';
import type { PeriodicTask } from '#base/jobs/job.ts';
import { countToday } from './store.ts';

export interface PlanNeeds {
  readonly db: Database;
  readonly clock: Clock;
  readonly jobSession: (bodyId: null) => Promise<SessionHandle>;
}

/** So old is at most what the board shows, in milliseconds. */
const COUNT_EVERY_MS = 15 * 60_000;
const RETRY_MS = 60_000;

export const countPlanTask = (needs: PlanNeeds): PeriodicTask => ({
  name: 'plan.count',
  everyMs: COUNT_EVERY_MS,
  retryMs: RETRY_MS,
  async round() {
    await needs.db.transaction(await needs.jobSession(null), (tx) => countToday(tx, needs.clock.now()));
    return 'done';
  },
});
