/** The body answers a request about somebody's data: granted or refused, with a reason that the person reads. Decision 0105. */
import { recordAct } from '#authority/audit/record.ts';
import type { Tx } from '#base/database/transaction.ts';
import { ok, refused } from '#base/problem.ts';
import type { Result } from '#base/problem.ts';
import type { Keys } from '#base/sealing.ts';
import { cleanText } from '#base/vietnamese/text.ts';
import { endForRequest } from '#record/clocks/run.ts';
import type { ClockNeeds } from '#record/clocks/run.ts';
import { readSalts } from '#record/register/store.ts';
import { WORDS_CHARS_MIN } from './limits.ts';
import { dataRequestGone, dataRequestWords } from './problems.ts';
import type { DataRequestAnswer } from './shapes.ts';
import { answerOpen, readRequest, sealWords } from './store.ts';
import { answeredWitness } from './witness.ts';

/** Fails with E-DATA-REQUEST-GONE, E-DATA-REQUEST-WORDS. */
export async function answerRequest(
  tx: Tx,
  needs: ClockNeeds & { readonly keys: Pick<Keys, 'seal'> },
  who: { readonly name: string },
  requestId: string,
  given: DataRequestAnswer,
): Promise<Result<undefined>> {
  const at = needs.clock.now();
  const one = await readRequest(tx, at, requestId);
  if (!one || one.outcome !== null) return refused(dataRequestGone());
  const words = cleanText(given.answer).text;
  if (words.length < WORDS_CHARS_MIN) return refused(dataRequestWords({ count: WORDS_CHARS_MIN }));
  const salt = (await readSalts(tx, [one.personId])).get(one.personId);
  if (!salt) return refused(dataRequestGone());
  const answered = { outcome: given.outcome, answer: sealWords(needs.keys, salt, words), byName: who.name, at };
  const settledBy = await answerOpen(tx, one, answered);
  if (settledBy === null) return refused(dataRequestGone());
  await endForRequest(tx, needs, one);
  await recordAct(tx, needs, {
    act: 'data-request.answered',
    purpose: 'CORRECT',
    bodyId: one.bodyId,
    objectId: one.standsAs,
    payload: { request: requestId, kind: one.kind, outcome: given.outcome },
    rows: [answeredWitness(requestId, { ...answered, settledBy, settledByName: who.name, settledAt: at })],
  });
  return ok(undefined);
}
