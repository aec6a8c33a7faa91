/** The body says why a returned value is sent again as it was. */
import { recordAct } from '#authority/audit/record.ts';
import type { Tx } from '#base/database/transaction.ts';
import { ok, refused } from '#base/problem.ts';
import type { Result } from '#base/problem.ts';
import { returnedOfPeople } from '#record/confirmation/returned.ts';
import { readProblems } from './problem-store.ts';
import type { IntakeNeeds, Sender } from './needs.ts';
import { perform } from './perform.ts';
import { answerGone, notCheckedYet, returnedKept, returnedUnchanged, sentByPerson, submissionNotFound } from './problems.ts';
import { writeAnswer } from './returned-answers.ts';
import { stageWords } from './stage-words.ts';
import { step } from './step.ts';
import { latestFile } from './store.ts';

/**
 * Says why a returned value is sent again as it was, in the caller's transaction (`acting`); the file is checked again.
 * @param problemNo  the problem that says so, of the latest file
 * Fails with E-SUBMISSION-NOT-FOUND, E-SUBMISSION-OF-PERSON, E-SUBMIT-NOT-CHECKED, E-ANSWER-GONE; nothing is kept then.
 */
export async function answerReturned(
  tx: Tx,
  needs: IntakeNeeds,
  who: Sender,
  submissionId: string,
  request: { readonly problemNo: number; readonly reason: string },
): Promise<Result<{ readonly answered: number }>> {
  const file = await latestFile(tx, submissionId, { lock: true });
  if (!file) return refused(submissionNotFound());
  // Who declares answers by declaring it once more; nobody says why for them.
  if (file.source === 'person') return refused(sentByPerson());
  if (!step(file.stage, 'reworked')) return refused(notCheckedYet({ stage: stageWords(file.stage) }));
  const [problem] = await readProblems(tx, needs.keys, submissionId, file.round, { problemNos: [request.problemNo], limit: 1 });
  const isReturned = [returnedUnchanged, returnedKept].some(({ declaration }) => declaration.code === problem?.code);
  const items = isReturned && problem?.personId ? await returnedOfPeople(tx, needs.keys, submissionId, [problem.personId]) : [];
  const item = items.find(({ cells }) => cells.some((cell) => cell.field === problem!.field));
  if (!item || !problem?.field) return refused(answerGone());
  const reason = request.reason.trim();
  const about = { submissionId, bodyId: file.bodyId, itemId: item.itemId, personId: item.personId, field: problem.field, reason };
  await writeAnswer(tx, needs, who, about);
  await perform(tx, needs, file, 'reworked');
  await recordAct(tx, needs, [
    {
      act: 'returned.answered',
      purpose: 'SUBMIT',
      bodyId: file.bodyId,
      objectId: item.personId,
      revision: file.round,
      payload: { submissionId, itemId: item.itemId, field: problem.field, reason },
    },
  ]);
  return ok({ answered: 1 });
}
