/** A lane that is not pressing comes through a stream that is: its oldest batch is read next once it has waited long enough. Decision 0116 §9. */
import type { PeriodicTask } from '#base/jobs/job.ts';
import type { Jobs } from '#base/jobs/queue.ts';
import { checkJob } from '#record/intake/jobs.ts';
import { LIFT_AFTER_SECONDS, LIFT_EVERY_MS } from './limits.ts';

export function liftBatchesTask(jobs: Pick<Jobs, 'lift'>): PeriodicTask {
  return {
    name: 'exchange.lift',
    everyMs: LIFT_EVERY_MS,
    retryMs: LIFT_EVERY_MS,
    round: async () => {
      await jobs.lift(checkJob.name, LIFT_AFTER_SECONDS);
      return 'done';
    },
  };
}
