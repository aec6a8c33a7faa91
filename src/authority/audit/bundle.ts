/** Makes the proof of one act, to be carried away and verified offline (`tools/verify-bundle.mjs`). */
import type { KeptFiles } from '#base/files/kept-files.ts';
import type { Tx } from '#base/database/transaction.ts';
import { ok, refused } from '#base/problem.ts';
import type { Result } from '#base/problem.ts';
import { keyIdText } from './checkpoint.ts';
import type { LogKey } from './checkpoint.ts';
import { tileReader } from './grow-tiles.ts';
import type { LeafSource } from './grow-tiles.ts';
import { leafBytes, leafText } from './leaf.ts';
import { consistencyRanges, inclusionRanges } from './merkle-tree.ts';
import type { Hash } from './merkle-tree.ts';
import { auditEventNotFound, auditNotSequencedYet } from './problems.ts';
import { PAYLOAD_PURPOSE } from './record.ts';
import type { AuditKeys } from './record.ts';
import { LOG } from './shapes.ts';
import type { Bundle } from './shapes.ts';
import { eventsOfLeaves, findEvent, findPayload, lastCheckpoint, leafHashes } from './store.ts';
import { proofFromTiles } from './tiles.ts';

export interface BundleNeeds {
  readonly files: KeptFiles;
  readonly key: LogKey;
  readonly keys: AuditKeys;
}

export interface BundleOptions {
  readonly eventId: string;
  /** a size for which the holder has a signed head already: the bundle then proves that the log only grew since */
  readonly olderSize?: number | undefined;
  /** put payload and salt in; the caller has asked `decide` */
  readonly withPayload: boolean;
}

const base64 = (bytes: Uint8Array): string => Buffer.from(bytes).toString('base64');

const sourceIn = (tx: Tx): LeafSource => ({
  hashes: (from, to) => leafHashes(tx, LOG, from, to),
  entries: async (from, to) => (await eventsOfLeaves(tx, LOG, from, to)).map(leafBytes),
});

/**
 * The bundle under the newest signed head.
 * Fails with E-AUDIT-EVENT-NOT-FOUND (none, or not the session's to see) and E-AUDIT-NOT-YET (no head covers it yet).
 * `payload` is null when it was not requested, was erased, or is not the session's to see.
 */
export async function makeBundle(tx: Tx, needs: BundleNeeds, request: BundleOptions): Promise<Result<Bundle>> {
  const found = await findEvent(tx, request.eventId);
  if (!found) return refused(auditEventNotFound());
  const head = await lastCheckpoint(tx, LOG);
  if (found.index === null || !head || head.size <= found.index) return refused(auditNotSequencedYet());
  const read = tileReader(needs.files, sourceIn(tx));
  const proof = async (ranges: ReturnType<typeof inclusionRanges>): Promise<string[]> =>
    (await proofFromTiles(read, head.size, ranges)).map((hash: Hash) => base64(hash));
  const older = request.olderSize === undefined ? null : await lastCheckpoint(tx, LOG, Math.min(request.olderSize, head.size));
  return ok({
    format: 'congvu-audit-bundle/1',
    origin: needs.key.name,
    keyId: keyIdText(needs.key),
    index: found.index,
    leaf: leafText(found.event),
    inclusion: await proof(inclusionRanges(found.index, head.size)),
    checkpoint: head.note,
    older: older && { checkpoint: older.note, consistency: await proof(consistencyRanges(older.size, head.size)) },
    payload: request.withPayload ? await payloadOf(tx, needs.keys, request.eventId) : null,
  });
}

async function payloadOf(tx: Tx, keys: AuditKeys, eventId: string): Promise<Bundle['payload']> {
  const kept = await findPayload(tx, eventId);
  return kept && { salt: base64(kept.salt), text: Buffer.from(keys.open(kept.salt, PAYLOAD_PURPOSE, kept.sealed)).toString() };
}
