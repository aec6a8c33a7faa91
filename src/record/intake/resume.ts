/**
 * At each start: files whose work is not done are queued again. The queue itself is durable; this is for a restore,
 * which brings the files but not the queue, and for a job that was given up. Every job may run twice.
 */
import type { SessionHandle } from '#base/database/transaction.ts';
import { advanceJob, checkJob } from './jobs.ts';
import type { IntakeNeeds } from './needs.ts';

interface Unfinished {
  submission_id: string;
  round: number;
  body_id: string;
  stage: 'queued' | 'reading' | 'submitted';
}

/** @param handle  a system session over all bodies */
export async function resumeUnfinished(needs: Pick<IntakeNeeds, 'db' | 'sendJob'>, handle: SessionHandle): Promise<number> {
  return needs.db.transaction(handle, async (tx) => {
    const rows = await tx.query<Unfinished>(
      `select submission_id, round, body_id, stage from submission_file where stage in ('queued', 'reading') or (stage = 'submitted' and done < total)`,
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
