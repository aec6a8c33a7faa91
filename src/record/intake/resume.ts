/**
 * Files whose work is not done and that nobody works on are queued again. The queue itself is durable; this is for a restore, which brings the files but
 * not the queue, for work that was given up, and for what a worker held on its last try when it was killed. Every job may run twice.
 */
import type { PeriodicTask } from '#base/jobs/job.ts';
import type { SessionHandle } from '#base/database/transaction.ts';
import { advanceJob, checkJob } from './jobs.ts';
import { RESUME_EVERY_MS } from './limits.ts';
import type { IntakeNeeds } from './needs.ts';

interface Unfinished {
  submission_id: string;
  round: number;
  body_id: string;
  stage: 'queued' | 'reading' | 'submitted';
}

/**
 * @param handle  a system session over all bodies
 * @param which  `all`: at a start, when whoever worked is gone; `left`: what stands in no queue
 */
export async function resumeUnfinished(
  needs: Pick<IntakeNeeds, 'db' | 'sendJob'>,
  handle: SessionHandle,
  which: 'all' | 'left',
): Promise<number> {
  return needs.db.transaction(handle, async (tx) => {
    const rows = await tx.query<Unfinished>(
      `select f.submission_id, f.round, f.body_id, f.stage from submission_file f
        where (f.stage in ('queued', 'reading') or (f.stage = 'submitted' and f.done < f.total))
          and ($1 or not exists (select 1 from pgboss.job j
            where j.name = any ($2) and j.state in ('created', 'retry', 'active')
              and j.data ->> 'submissionId' = f.submission_id::text and (j.data ->> 'round')::int = f.round))`,
      [which === 'all', [checkJob.name, advanceJob.name]],
    );
    for (const row of rows)
      await needs.sendJob(tx, row.stage === 'submitted' ? advanceJob : checkJob, {
        submissionId: row.submission_id,
        round: row.round,
        bodyId: row.body_id,
      });
    return rows.length;
  });
}

/** What was sent is never given up: it is tried again until it is done. */
export const resumeTask = (
  needs: Pick<IntakeNeeds, 'db' | 'sendJob'> & { readonly jobSession: (bodyId: null) => Promise<SessionHandle> },
): PeriodicTask => ({
  name: 'intake.resume',
  everyMs: RESUME_EVERY_MS,
  retryMs: RESUME_EVERY_MS,
  async round() {
    await resumeUnfinished(needs, await needs.jobSession(null), 'left');
    return 'done';
  },
});
