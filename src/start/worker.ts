/** The work of the background: what every room declares in its `jobs.ts`. Runs beside the server (`congvu start`) or alone (`congvu worker`). */
import { sequencerTask } from '#authority/audit/sequencer.ts';
import { bindJob } from '#base/jobs/job.ts';
import { startWork } from '#base/jobs/worker.ts';
import type { Worker } from '#base/jobs/worker.ts';
import { dueCasesTask, endCaseJob } from '#record/cases/jobs.ts';
import { carryOutJob, dueErasuresTask } from '#record/erasure/jobs.ts';
import { matchingTask } from '#record/matching/jobs.ts';
import { advanceJob, checkJob } from '#record/intake/jobs.ts';
import { resumeTask, resumeUnfinished } from '#record/intake/resume.ts';
import { composeJob, registerJob, resumeLoads, resumeLoadsTask } from '#record/first-load/jobs.ts';
import { publisherTask } from '#uses/card/publish.ts';
import { exportsTask } from '#uses/exports/jobs.ts';
import { endServiceTask } from '#uses/leaving/jobs.ts';
import { noticeMailTask, noticesTask } from '#uses/notices/jobs.ts';
import { countPlanTask } from '#uses/plan/jobs.ts';
import type { Composed } from './compose.ts';
import { forgetKeysTask } from '#authority/http/idempotency.ts';
import { countReadersTask } from '#authority/oversight/jobs.ts';
import { lapseGrantsTask } from '#authority/accounts/jobs.ts';
import { retentionTask } from './retention/retention.ts';
import { declarationDoor } from '#doors/json/declaration-door.ts';
import { evidence } from './evidence.ts';
import { carryDeclarationsTask } from '#record/declarations/jobs.ts';
import { liftBatchesTask } from '#doors/exchange/lift.ts';
import { followExchangeTask, settleExchangeTask } from '#doors/exchange/settle.ts';
import { exchangeDoor } from '#doors/json/exchange-door.ts';
import { recountClocksTask } from '#record/clocks/jobs.ts';
import { lapseAdditionsTask } from '#authority/code-lists/jobs.ts';

/** Queues of this product; their tables are made in `migrate`. */
export const QUEUES: readonly string[] = [checkJob, advanceJob, composeJob, registerJob, endCaseJob, carryOutJob].map((one) => one.name);

export async function startWorker(composed: Composed): Promise<Worker> {
  const { submission, cases, erasure } = composed;
  const resume = async (): Promise<void> => {
    const all = await composed.jobSession(null);
    await resumeUnfinished(submission, all, 'all');
    await resumeLoads(submission, all, 'all');
  };
  await resume();
  return startWork(
    [
      bindJob(checkJob, submission),
      bindJob(advanceJob, submission),
      bindJob(composeJob, submission),
      bindJob(registerJob, submission),
      bindJob(endCaseJob, cases),
      bindJob(carryOutJob, erasure),
    ],
    [
      sequencerTask(composed.sequencer),
      publisherTask(composed.card),
      matchingTask(composed.matching),
      resumeTask({ ...submission, jobSession: composed.jobSession }),
      resumeLoadsTask({ ...submission, jobSession: composed.jobSession }),
      dueCasesTask(cases),
      dueErasuresTask(erasure),
      exportsTask(composed.exports),
      noticesTask(composed.notices),
      countPlanTask({ ...composed.accounts, jobSession: composed.jobSession }),
      noticeMailTask(composed.notices),
      forgetKeysTask(composed),
      retentionTask({ ...composed.accounts, blobs: submission.blobs, jobSession: composed.jobSession }),
      lapseGrantsTask({ ...composed.accounts, jobSession: composed.jobSession }),
      endServiceTask({ ...composed.accounts, jobSession: composed.jobSession }),
      countReadersTask({ ...composed.accounts, jobSession: composed.jobSession }),
      lapseAdditionsTask({ ...composed.accounts, jobSession: composed.jobSession }),
      carryDeclarationsTask({ ...submission, door: declarationDoor, evidence, jobSession: composed.jobSession }),
      settleExchangeTask({
        ...submission,
        door: exchangeDoor,
        jobSession: composed.jobSession,
        onNotWriter: ({ source, changes }) =>
          composed.log.warn(`source ${source} of the exchange wrote about people of another agency`, { count: changes }),
      }),
      followExchangeTask({ ...submission, door: exchangeDoor, jobSession: composed.jobSession }),
      liftBatchesTask(composed.jobs),
      recountClocksTask({ ...composed.accounts, jobSession: composed.jobSession }),
    ],
    { jobs: composed.jobs, log: composed.log, onDatabaseBack: resume },
  );
}
