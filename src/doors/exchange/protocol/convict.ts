/** Does a centre deny what it has signed? Pure; whoever holds the two texts and the public key can ask, without the node and without the centre. */
import type { BatchReceipt, SignedText, SourceStatement } from '#doors/exchange/shapes.ts';
import type { VerifyText } from '#doors/exchange/signer.ts';
import { receiptsDigest } from './digests.ts';
import { LANES } from './lanes.ts';

/** What is laid before a third party: the last receipt of each lane, and a statement that was made after them. */
export interface Denial {
  /** in the order of the lanes; null where a lane has none */
  readonly receipts: readonly (SignedText | null)[];
  readonly statement: SignedText;
}

/**
 * The receipt that the statement denies: it says "I hold up to number N", the statement, which names that receipt, "I wait for N or less".
 * @returns null: the two agree, or one of them was not signed by that key, or the statement does not name these receipts
 */
export function deniedReceipt({ receipts, statement }: Denial, verify: VerifyText): BatchReceipt | null {
  if (!verify(statement)) return null;
  const said = JSON.parse(statement.text) as SourceStatement;
  if (said.what !== 'standing' || said.seen !== receiptsDigest(receipts)) return null;
  for (const [at, lane] of LANES.entries()) {
    const signed = receipts[at];
    if (!signed || !verify(signed)) continue;
    const receipt = JSON.parse(signed.text) as BatchReceipt;
    const isOfLane = receipt.what === 'received' && receipt.lane === lane && receipt.source === said.source && receipt.epoch === said.epoch;
    if (isOfLane && said.lanes[lane].expected <= receipt.last) return receipt;
  }
  return null;
}
