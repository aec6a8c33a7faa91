/** Receipts of the parts of a first load: R1 of what was received, R2 of how it ended. Each leaves its act with it. */
import { recordAct } from '#authority/audit/record.ts';
import type { Tx } from '#base/database/transaction.ts';
import type { StoredFile } from '#record/intake/store.ts';
import { bodyOfReceipt } from '#record/receipt/body-of-receipt.ts';
import { issueReceipt } from '#record/receipt/issue.ts';
import { receiptWitness } from '#record/receipt/witness.ts';
import type { FirstLoadNeeds } from './needs.ts';
import type { Load } from './store.ts';

/** What is said of the load beside the part: with R2 what the two signed. */
export type OfPart =
  | { readonly kind: 'R1' }
  | { readonly kind: 'R2'; readonly signed: { readonly round: number; readonly root: string; readonly signers: number } };

export async function issuePartReceipt(tx: Tx, needs: FirstLoadNeeds, load: Load, file: StoredFile, of: OfPart): Promise<void> {
  const body = await needs.bodyOn(tx, load.bodyId, needs.clock.today());
  const { received, accepted, rejected, waiting } = file.counts;
  const receipt = await issueReceipt(tx, needs, {
    at: needs.clock.now(),
    bodyId: load.bodyId,
    ...bodyOfReceipt(body),
    submissionId: file.submissionId,
    uploadNumber: file.uploadNumber,
    round: file.round,
    sha256: file.sha256,
    sizeBytes: file.sizeBytes,
    counts: { received, accepted, rejected, waiting },
    asOf: load.asOf,
    ...(of.kind === 'R1'
      ? { kind: 'R1', firstLoad: { id: load.loadId } }
      : { kind: 'R2', firstLoad: { id: load.loadId, ...of.signed }, final: true }),
  });
  await recordAct(tx, needs, [
    {
      act: 'receipt.issued',
      purpose: of.kind === 'R1' ? 'SUBMIT' : 'CONFIRM',
      bodyId: load.bodyId,
      objectId: file.submissionId,
      revision: file.round,
      payload: { number: receipt.content.number, jws: receipt.jws },
      rows: [receiptWitness(receipt, load.bodyId)],
    },
  ]);
}
