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
import type { EventRowOfLog } from './store.ts';
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

/** A row of the log with its place, null while no place is known. */
export interface PlacedEvent {
  readonly event: EventRowOfLog;
  readonly index: number | null;
}
/** The same with what it says, sealed, for who may read that. */
export interface LoggedEvent extends PlacedEvent {
  readonly kept: KeptPayload;
}
export interface KeptPayload {
  readonly salt: Uint8Array;
  readonly sealed: Uint8Array;
}

/**
 * The bundle under the newest signed head.
 * Fails with E-AUDIT-EVENT-NOT-FOUND (none, or not the session's to see) and E-AUDIT-NOT-YET (no head covers it yet).
 * `payload` is null when it was not requested, was erased, or is not the session's to see.
 */
export async function makeBundle(tx: Tx, needs: BundleNeeds, request: BundleOptions): Promise<Result<Bundle>> {
  const found = await findEvent(tx, request.eventId);
  if (!found) return refused(auditEventNotFound());
  const kept = request.withPayload ? await findPayload(tx, request.eventId) : null;
  return proveEvent(tx, needs, found, { olderSize: request.olderSize, payload: kept && payloadOf(needs.keys, kept) });
}

/** The same of a row that the caller has found; it has asked who may see it. Fails with E-AUDIT-NOT-YET. */
export async function proveEvent(
  tx: Tx,
  needs: BundleNeeds,
  { event, index }: PlacedEvent,
  how: { readonly olderSize?: number | undefined; readonly payload: Bundle['payload'] },
): Promise<Result<Bundle>> {
  const head = await lastCheckpoint(tx, LOG);
  if (index === null || !head || head.size <= index) return refused(auditNotSequencedYet());
  const read = tileReader(needs.files, sourceIn(tx));
  const proof = async (ranges: ReturnType<typeof inclusionRanges>): Promise<string[]> =>
    (await proofFromTiles(read, head.size, ranges)).map((hash: Hash) => base64(hash));
  const older = how.olderSize === undefined ? null : await lastCheckpoint(tx, LOG, Math.min(how.olderSize, head.size));
  return ok({
    format: 'congvu-audit-bundle/1',
    origin: needs.key.name,
    keyId: keyIdText(needs.key),
    index,
    leaf: leafText(event),
    inclusion: await proof(inclusionRanges(index, head.size)),
    checkpoint: head.note,
    older: older && { checkpoint: older.note, consistency: await proof(consistencyRanges(older.size, head.size)) },
    payload: how.payload,
  });
}

/** What a row says, with the salt that its commitment was made with. */
export const payloadOf = (keys: AuditKeys, { salt, sealed }: KeptPayload): { readonly salt: string; readonly text: string } => ({
  salt: base64(salt),
  text: Buffer.from(keys.open(salt, PAYLOAD_PURPOSE, sealed)).toString(),
});
