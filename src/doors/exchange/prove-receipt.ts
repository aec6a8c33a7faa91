/**
 * A receipt with its place in the log. R1 and R2 are the same bytes for ever, and a proof grows with the log: so the proof is a document of its own beside them.
 * The row of the log commits to the digest of the receipt: a centre that gave two receipts for one batch has two rows, or is convicted by one. Decision 0117.
 */
import { payloadOf, proveEvent } from '#authority/audit/bundle.ts';
import type { BundleNeeds } from '#authority/audit/bundle.ts';
import type { Act, Bundle } from '#authority/audit/shapes.ts';
import { firstActOn } from '#authority/audit/store.ts';
import type { Database, SessionHandle, Tx } from '#base/database/transaction.ts';
import { ok, refused } from '#base/problem.ts';
import type { Result } from '#base/problem.ts';
import { resultUnknown } from './problems.ts';
import type { BatchName, SignedText } from './shapes.ts';
import { heldBatch } from './store.ts';
import { keptResult, namedBatch } from './verdict-store.ts';

/** R1, and R2 when it is there, each with the proof of its row in the log (`tools/verify-bundle.mjs`); what the row says goes along, and names nobody. */
export interface ProvedReceipt {
  readonly format: 'congvu-exchange-receipt/1';
  readonly receipt: SignedText;
  readonly proof: Bundle;
  readonly result: SignedText | null;
  readonly resultProof: Bundle | null;
}

export interface ProofNeeds {
  readonly db: Database;
  readonly log: BundleNeeds;
}

/** @returns null where no signed head covers the receipt yet; without R2 where none covers that; E-EXCHANGE-UNKNOWN-BATCH */
export const provedReceipt = (
  { db, log }: ProofNeeds,
  handle: SessionHandle,
  source: string,
  name: BatchName,
): Promise<Result<ProvedReceipt | null>> =>
  db.transaction(handle, async (tx) => {
    const batch = await namedBatch(tx, source, name);
    const held = batch && (await heldBatch(tx, batch.bodyId, batch));
    if (!batch || !held) return refused(resultUnknown());
    const proof = await proofOf(tx, log, 'exchange.received', batch.submissionId);
    if (proof === null) return ok(null);
    const result = await keptResult(tx, batch);
    const resultProof = result && (await proofOf(tx, log, 'exchange.judged', batch.submissionId));
    return ok({
      format: 'congvu-exchange-receipt/1' as const,
      receipt: held.receipt,
      proof,
      result: resultProof && result,
      resultProof,
    });
  });

async function proofOf(tx: Tx, log: BundleNeeds, act: Act, submissionId: string): Promise<Bundle | null> {
  const row = await firstActOn(tx, act, submissionId);
  const proof = row && (await proveEvent(tx, log, row, { payload: payloadOf(log.keys, row.kept) }));
  return proof?.ok ? proof.value : null;
}
