/** A person asks about the own data by a right of the law: kept sealed, with the law's term running; the page says at once that it was received. Decision 0105. */
import { recordAct } from '#authority/audit/record.ts';
import type { Tx } from '#base/database/transaction.ts';
import { ok, refused } from '#base/problem.ts';
import type { Result } from '#base/problem.ts';
import type { Keys } from '#base/sealing.ts';
import { cleanText } from '#base/vietnamese/text.ts';
import { startForRequest } from '#record/clocks/run.ts';
import type { ClockNeeds } from '#record/clocks/run.ts';
import { readSalts } from '#record/register/store.ts';
import { rightsOn } from './kinds.ts';
import { WORDS_CHARS_MIN } from './limits.ts';
import { dataRequestOpen, dataRequestWords } from './problems.ts';
import type { DataRequestAsked } from './shapes.ts';
import { insertRequest, sealWords } from './store.ts';
import { madeWitness } from './witness.ts';

/** MUST run in a transaction that sees the own record. @returns the id; E-DATA-REQUEST-WORDS, E-DATA-REQUEST-OPEN */
export async function askAboutData(
  tx: Tx,
  needs: ClockNeeds & { readonly keys: Pick<Keys, 'seal'> },
  who: { readonly personId: string; readonly bodyId: string; readonly role: string },
  asked: DataRequestAsked,
): Promise<Result<{ readonly id: string }>> {
  const words = cleanText(asked.words).text;
  if (words.length < WORDS_CHARS_MIN) return refused(dataRequestWords({ count: WORDS_CHARS_MIN }));
  const salt = (await readSalts(tx, [who.personId])).get(who.personId);
  if (!salt) throw new Error('a record without its salt');
  const at = needs.clock.now();
  const requestId = needs.chance.uuid7(Date.parse(at));
  const made = { personId: who.personId, requestId, kind: asked.kind, content: sealWords(needs.keys, salt, words), at };
  const byAccount = await insertRequest(tx, made);
  if (byAccount === null) return refused(dataRequestOpen());
  const right = rightsOn(needs.clock.today()).find(({ kind }) => kind === asked.kind);
  if (right) await startForRequest(tx, needs, { ...who, requestId, term: right.term });
  await recordAct(tx, needs, {
    act: 'data-request.made',
    purpose: 'OWN_RECORD',
    bodyId: who.bodyId,
    objectId: who.personId,
    role: who.role,
    payload: { request: requestId, kind: asked.kind },
    rows: [madeWitness({ ...made, byAccount, madeAt: at })],
  });
  return ok({ id: requestId });
}
