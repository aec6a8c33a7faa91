/** The body's own confirmation of a batch comes: signed by a key of a named officer, over exactly this batch. Decision 0118. */
import { recordAct } from '#authority/audit/record.ts';
import { keyNameOf } from '#authority/keys/signed-text.ts';
import { canonicalJson } from '#base/canonical-json.ts';
import type { SessionHandle, Tx } from '#base/database/transaction.ts';
import type { Problem } from '#base/problem.ts';
import type { CentreAnswer } from './protocol/centre-step.ts';
import { confirmationWrong, confirmerIsMaker, confirmerUnknown, resultUnknown } from './problems.ts';
import type { SettleNeeds } from './places.ts';
import { settleBatch } from './settle.ts';
import type { BatchConfirmation, BatchName, SignedText } from './shapes.ts';
import { jwsVerifier } from './signer.ts';
import { confirmingKey, keptResult, namedBatch, writeConfirmation } from './verdict-store.ts';
import type { KeptBatch } from './verdict-store.ts';

const no = (...problems: readonly Problem[]): CentreAnswer => ({ status: 'refused', problems });

/** Where a text is no confirmation of this batch; null: it is one. */
function wrongIn({ text }: SignedText, batch: KeptBatch): string | null {
  if (text.length > 2_000) return '/';
  let said: Partial<BatchConfirmation>;
  try {
    said = JSON.parse(text) as Partial<BatchConfirmation>;
  } catch {
    return '/';
  }
  if (typeof said !== 'object' || said === null) return '/';
  if (typeof said.at !== 'string' || !/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z$/.test(said.at)) return '/at';
  const { source, epoch, lane, first, last, sha256 } = batch;
  const whole: BatchConfirmation = { what: 'confirmed', source, epoch, lane, first, last, sha256, at: said.at };
  for (const key of Object.keys(whole) as (keyof BatchConfirmation)[]) if (said[key] !== whole[key]) return `/${key}`;
  return canonicalJson(whole) === text ? null : 'RFC 8785';
}

/**
 * Takes a confirmation, and follows it at once where the batch was read.
 * @param handle  a system session over all bodies
 * @returns 200, also when it came before; E-EXCHANGE-UNKNOWN-BATCH, E-EXCHANGE-CONFIRMATION, E-EXCHANGE-CONFIRMER, E-EXCHANGE-CONFIRMER-IS-MAKER
 */
export async function confirmBatchBy(
  needs: SettleNeeds,
  handle: SessionHandle,
  source: string,
  name: BatchName,
  signed: SignedText,
): Promise<CentreAnswer> {
  return needs.db.transaction(handle, async (tx) => {
    const batch = await namedBatch(tx, source, name);
    if (!batch) return no(resultUnknown());
    const where = wrongIn(signed, batch);
    if (where !== null) return no(confirmationWrong({ where }));
    return take(tx, needs, batch, signed);
  });
}

async function take(tx: Tx, needs: SettleNeeds, batch: KeptBatch, signed: SignedText): Promise<CentreAnswer> {
  const { bodyId, source, enrolledBy, submissionId, epoch, lane, first } = batch;
  const kid = keyNameOf(signed.signature);
  const key = kid === null || kid === undefined ? null : await confirmingKey(tx, bodyId, kid);
  if (!key || !jwsVerifier(key.publicKey, key.kid)(signed)) return no(confirmerUnknown({ source }));
  if (key.identity === enrolledBy) return no(confirmerIsMaker());
  if (!(await writeConfirmation(tx, batch, key.kid, signed, needs.clock.now()))) return { status: 200, signed: null };
  await recordAct(tx, needs, [
    {
      act: 'exchange.confirmed',
      purpose: 'CONFIRM',
      bodyId,
      objectId: submissionId,
      payload: { epoch, lane, first, kid: key.kid, officer: key.accountId, jws: signed.signature },
    },
  ]);
  return { status: 200, signed: null };
}

/** What became of a batch: 202 until every change of it is judged, then 200 with the same signed text for ever. E-EXCHANGE-UNKNOWN-BATCH. */
export async function resultOf(needs: SettleNeeds, handle: SessionHandle, source: string, name: BatchName): Promise<CentreAnswer> {
  const read = (): Promise<{ readonly batch: KeptBatch; readonly result: SignedText | null } | null> =>
    needs.db.transaction(handle, async (tx) => {
      const batch = await namedBatch(tx, source, name);
      return batch && { batch, result: await keptResult(tx, batch) };
    });
  const now = await read();
  if (!now) return no(resultUnknown());
  // Who asks need not wait for the next round of the background.
  if (!now.result && (await settleBatch(needs, handle, now.batch)) === 'judged') return resultOf(needs, handle, source, name);
  return now.result ? { status: 200, signed: now.result } : { status: 202, signed: null };
}
