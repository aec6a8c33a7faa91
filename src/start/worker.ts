/** The work of the background: jobs of submissions, matching, the audit log's sequencer. Runs beside the server or alone. */
import { isDatabaseAway } from '#base/database/transaction.ts';
import { startSequencer } from '#authority/audit/sequencer.ts';
import { matchPending } from '#record/matching/run.ts';
import { advanceSubmission } from '#record/submission/advance.ts';
import { checkUpload } from '#record/submission/check-upload.ts';
import { resumeUnfinished } from '#record/submission/resume.ts';
import { startPublisher } from '#uses/card/publish.ts';
import type { Composed } from './compose.ts';

/** Queues of this product; their tables are made in `migrate`. */
export const QUEUES = ['submission.check', 'submission.advance'] as const;

/** People matched in one round, and the pause between rounds when nobody was due, in milliseconds. */
const MATCH_ROUND = 50;
const MATCH_PAUSE_MS = 500;

export interface Worker {
  stop(): Promise<void>;
}

type SubmissionJob = { submissionId: string; round: number; bodyId: string };

export async function startWorker(composed: Composed): Promise<Worker> {
  const { jobs, submission, matching, log } = composed;
  await jobs.work('submission.check', (payload) => checkUpload(submission, payload as SubmissionJob));
  await jobs.work('submission.advance', (payload) => advanceSubmission(submission, payload as SubmissionJob));
  await resumeUnfinished(submission, await composed.jobSession(null));
  const sequencer = startSequencer(composed.sequencer);
  const publisher = startPublisher(composed.card);
  const ending = new AbortController();
  // A database that went away took with it which jobs were begun: the queue gives them out anew only after a quarter of an hour.
  let wasAway = false;
  const matchingLoop = (async () => {
    while (!ending.signal.aborted) {
      try {
        if (wasAway) await resumeUnfinished(submission, await composed.jobSession(null));
        wasAway = false;
        const round = await matchPending(matching, MATCH_ROUND, ending.signal);
        if (round.matched === 0) await matching.wait(MATCH_PAUSE_MS);
      } catch (error) {
        log.warn('a round of matching failed', { error });
        wasAway ||= isDatabaseAway(error);
        await matching.wait(MATCH_PAUSE_MS * 4);
      }
    }
  })();
  return {
    async stop() {
      ending.abort();
      await Promise.all([jobs.stop(), sequencer.stop(), publisher.stop(), matchingLoop]);
    },
  };
}
