/** Accepting suggestions: the accepted value is laid over the cell and the file is checked again. The file stays as it was sent. */
import { recordAct } from '#authority/audit/record.ts';
import { ok, refused } from '#base/problem.ts';
import type { Result } from '#base/problem.ts';
import { FIXES_MAX } from './limits.ts';
import { readProblems } from './line-store.ts';
import type { Sender, SubmissionNeeds } from './needs.ts';
import type { AcceptedFix } from './port.ts';
import { notCheckedYet, submissionNotFound, suggestionGone } from './problems.ts';
import type { FileCounts } from './shapes.ts';
import { stageWords } from './stage-words.ts';
import { changeFile, latestFile, writeFixes } from './store.ts';

export interface AcceptWish {
  readonly problemIds?: readonly number[];
  readonly code?: string;
}

/** Fails with E-SUBMISSION-NOT-FOUND, E-SUBMIT-NOT-CHECKED, E-SUGGESTION-GONE. */
export async function acceptSuggestions(
  needs: SubmissionNeeds,
  sender: Sender,
  submissionId: string,
  wish: AcceptWish,
): Promise<Result<{ readonly accepted: number; readonly counts: FileCounts }>> {
  return needs.db.transaction(sender.handle, async (tx) => {
    const file = await latestFile(tx, submissionId, { lock: true });
    if (!file) return refused(submissionNotFound());
    if (file.stage !== 'checked') return refused(notCheckedYet({ stage: stageWords(file.stage) }));
    const problems = await readProblems(tx, needs.keys, submissionId, file.round, {
      code: wish.code,
      limit: FIXES_MAX,
      withSuggestion: true,
      ...(wish.problemIds ? { problemNos: wish.problemIds } : {}),
    });
    const fixes = problems.flatMap((problem): AcceptedFix[] =>
      problem.severity !== 'corrected' && problem.suggestion && problem.sheet !== null && problem.row !== null && problem.column !== null
        ? [{ sheet: problem.sheet, row: problem.row, column: problem.column, value: problem.suggestion.value }]
        : [],
    );
    if (fixes.length === 0) return refused(suggestionGone());
    const at = needs.clock.now();
    await writeFixes(tx, needs.keys, { submissionId, round: file.round, bodyId: file.bodyId, byAccount: sender.accountId, at }, fixes);
    await changeFile(tx, submissionId, file.round, { stage: 'queued' }, at);
    await recordAct(tx, needs, [
      {
        act: 'suggestion.accepted',
        purpose: 'SUBMIT',
        bodyId: file.bodyId,
        objectId: submissionId,
        revision: file.round,
        payload: { fixes },
      },
    ]);
    await needs.sendJob(tx, 'submission.check', { submissionId, round: file.round, bodyId: file.bodyId });
    return ok({ accepted: fixes.length, counts: file.counts });
  });
}
