/**
 * The end of a check that failed for the last time: the file stands as refused, says that the fault is not in it, and what to do. Without this it would be
 * "reading" for ever, and the same file sent again would lead back to it.
 */
import { recordAct } from '#authority/audit/record.ts';
import { clearLines } from './line-store.ts';
import { moveFile } from './move-file.ts';
import type { IntakeNeeds } from './needs.ts';
import { writeProblems } from './problem-store.ts';
import { uploadNotRead } from './problems.ts';
import { step } from './step.ts';
import { fileOfRound } from './store.ts';
import type { StoredFile } from './store.ts';

export async function endCheck(needs: IntakeNeeds, job: { submissionId: string; round: number; bodyId: string }): Promise<void> {
  await needs.db.transaction(await needs.jobSession(job.bodyId), async (tx) => {
    const file = await fileOfRound(tx, job.submissionId, job.round, { lock: true });
    if (!file || !step(file.stage, 'failed')) return; // withdrawn, or another run was faster
    const at = needs.clock.now();
    const about = { submissionId: file.submissionId, round: file.round, bodyId: file.bodyId, at: file.at };
    const problem = uploadNotRead();
    await clearLines(tx, about);
    await writeProblems(tx, needs.keys, about, 0, [{ lineNo: null, problem }]);
    await moveFile(tx, file, 'failed', at, { done: 0, total: 0, report: { refusal: problem } });
    await recordAct(tx, needs, [
      {
        act: 'submission.checked',
        purpose: 'SUBMIT',
        bodyId: file.bodyId,
        objectId: file.submissionId,
        revision: file.round,
        payload: { sha256: file.sha256, outcome: 'failed', people: 0 },
      },
    ]);
  });
}

/** Was it given up, and not refused for what it is? The same bytes sent again are then read again. */
export const wasGivenUp = (file: StoredFile): boolean =>
  file.stage === 'refused' && file.report.refusal?.code === uploadNotRead.declaration.code;
