/** Keys that sign are published before anything is signed: the log's, and those that signed before keys were published. */
import { activeKey, publishFormerKeys } from '#authority/keys/store.ts';
import type { Instant } from '#base/clock.ts';
import type { Tx } from '#base/database/transaction.ts';
import type { Keys } from '#base/sealing.ts';
import { firstAttestations } from '#record/confirmation/attestation-store.ts';
import { firstReceiptAt } from '#record/receipt/issue.ts';

/** MUST be done under a system session before this process signs anything: a first receipt signed before would hide the former ones. */
export async function publishKeys(tx: Tx, keys: Keys, at: Instant): Promise<void> {
  await activeKey(tx, keys, { purpose: 'checkpoint', bodyId: null }, at);
  await publishFormerKeys(tx, keys, async () => {
    const since = await firstReceiptAt(tx);
    const bodies = await firstAttestations(tx);
    return [
      ...(since === null ? [] : [{ purpose: 'receipt' as const, bodyId: null, since }]),
      ...bodies.map((one) => ({ purpose: 'attestation' as const, ...one })),
    ];
  });
}
