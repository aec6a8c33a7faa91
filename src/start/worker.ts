/** The work of the background: jobs of submissions, matching, the audit log's sequencer. Runs beside the server or alone. */
import { setTimeout as sleep } from 'node:timers/promises';
import { isDatabaseAway } from '#base/database/transaction.ts';
import { startSequencer } from '#authority/audit/sequencer.ts';
import { endCase, endDueCases } from '#record/cases/end-case.ts';
import { matchPending } from '#record/matching/run.ts';
import { advanceSubmission } from '#record/submission/advance.ts';
import { checkUpload } from '#record/submission/check-upload.ts';
import { resumeUnfinished } from '#record/submission/resume.ts';
import { startPublisher } from '#uses/card/publish.ts';
import type { Composed } from './compose.ts';
import { forgetOldKeys } from './idempotency.ts';

/** Queues of this product; their tables are made in `migrate`. */
export const QUEUES = ['submission.check', 'submission.advance', 'case.end'] as const;

/** People matched in one round, and the pause between rounds when nobody was due, in milliseconds. */
const MATCH_ROUND = 50;
const MATCH_PAUSE_MS = 500;

/** Terms end and agreed days come by the day; looked for every so often, in milliseconds. */
const CASES_PAUSE_MS = 60_000;

/** Sleeps so long, or until the stop. */
const pause = (ms: number, signal: AbortSignal): Promise<void> => sleep(ms, undefined, { signal }).catch(() => undefined);

/** Keys of requests are remembered for a day; older ones are looked for every so often, in milliseconds. */
const KEYS_PAUSE_MS = 15 * 60_000;

async function forgetKeys({ db, clock, jobSession }: Composed): Promise<void> {
  const handle = await jobSession(null);
  await db.transaction(handle, (tx) => forgetOldKeys(tx, clock.now()));
}

export interface Worker {
  stop(): Promise<void>;
}

type SubmissionJob = { submissionId: string; round: number; bodyId: string };

export async function startWorker(composed: Composed): Promise<Worker> {
  const { jobs, submission, matching, log } = composed;
  await jobs.work('submission.check', (payload) => checkUpload(submission, payload as SubmissionJob));
  await jobs.work('submission.advance', (payload) => advanceSubmission(submission, payload as SubmissionJob));
  await jobs.work('case.end', (payload) => endCase(composed.cases, payload as { caseId: string }));
  await resumeUnfinished(submission, await composed.jobSession(null));
  const sequencer = startSequencer(composed.sequencer);
  const publisher = startPublisher(composed.card);
  const ending = new AbortController();
  const casesLoop = (async () => {
    while (!ending.signal.aborted) {
      await endDueCases(composed.cases).catch((error: unknown) => log.warn('a round of cases failed', { error }));
      await pause(CASES_PAUSE_MS, ending.signal);
    }
  })();
  const keysLoop = (async () => {
    while (!ending.signal.aborted) {
      await forgetKeys(composed).catch((error: unknown) => log.warn('old keys of requests were not forgotten', { error }));
      await pause(KEYS_PAUSE_MS, ending.signal);
    }
  })();
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
      await Promise.all([jobs.stop(), sequencer.stop(), publisher.stop(), matchingLoop, casesLoop, keysLoop]);
    },
  };
}
