/** What was received over the line, as `audit verify --state` holds it: each batch was signed by its source, its receipt by a published key, and both are about it. */
import { createPublicKey } from 'node:crypto';
import type { DerivedTable } from '#authority/audit/witness.ts';
import { keysByName } from '#authority/keys/by-name.ts';
import { keyNameOf } from '#authority/keys/signed-text.ts';
import { canonicalJson } from '#base/canonical-json.ts';
import type { Keys } from '#base/sealing.ts';
import type { PublishedKey } from '#authority/keys/shapes.ts';
import type { BatchManifest, BatchReceipt } from './shapes.ts';
import { jwsVerifier } from './signer.ts';
import { signedBatches } from './store.ts';
import type { SignedBatch } from './store.ts';

export const heldBatches = (keys: Keys): DerivedTable => ({
  table: 'exchange_batch',
  holds: 'signatures',
  async differences(tx, after, limit) {
    const rows = await signedBatches(tx, after, limit);
    const published = await keysByName(
      tx,
      keys,
      rows.flatMap(({ receipt }) => keyNameOf(receipt.signature) ?? []),
    );
    return {
      differing: rows.filter((row) => !isHeld(row, published)).map(({ key }) => ({ key, what: 'signature' })),
      next: rows.length === limit ? rows.at(-1)!.key : null,
    };
  },
});

/** The manifest is the sender's and of this row; the receipt is ours, and of this manifest. */
function isHeld({ key, keys, sha256, manifest, receipt }: SignedBatch, published: readonly PublishedKey[]): boolean {
  const ours = published.find((one) => one.kid === keyNameOf(receipt.signature) && one.congvu.purpose === 'receipt');
  if (!ours) return false;
  const { kty, crv, x } = ours;
  if (!jwsVerifier(createPublicKey({ key: { kty, crv, x }, format: 'jwk' }), ours.kid)(receipt)) return false;
  if (!keys.some(({ kid, publicKey }) => jwsVerifier(publicKey, kid)(manifest))) return false;
  const { source, epoch, lane, first, last, sha256: said } = JSON.parse(manifest.text) as BatchManifest;
  const { at } = JSON.parse(receipt.text) as BatchReceipt;
  const whole: BatchReceipt = { what: 'received', source, epoch, lane, first, last, sha256: said, at };
  return said === sha256 && key.endsWith(`/${epoch}/${lane}/${first}`) && receipt.text === canonicalJson(whole);
}
