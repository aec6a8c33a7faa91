/** A leaf: its exact bytes out of an event's columns, and the salted commitment to its payload. Pure. */
import { createHash } from 'node:crypto';
import { canonicalJson } from '#base/canonical-json.ts';
import { LEAF_VERSION } from './shapes.ts';
import type { Leaf } from './shapes.ts';

/** The columns of `audit_event` that make a leaf. */
export interface LeafColumns {
  readonly log: string;
  readonly eventId: string;
  readonly at: string;
  readonly actor: string | null;
  readonly bodyId: string | null;
  readonly role: string;
  readonly purpose: string;
  readonly act: string;
  readonly object: string | null;
  readonly revision: number;
  readonly payloadCommit: Uint8Array;
}

export const leafOf = (row: LeafColumns): Leaf => ({
  v: LEAF_VERSION,
  log: row.log,
  event: row.eventId,
  at: row.at,
  actor: row.actor,
  org: row.bodyId,
  role: row.role,
  purpose: row.purpose,
  act: row.act,
  obj: row.object,
  rev: row.revision,
  payload_commit: Buffer.from(row.payloadCommit).toString('hex'),
});

export const leafText = (row: LeafColumns): string => canonicalJson(leafOf(row));
export const leafBytes = (row: LeafColumns): Uint8Array => Buffer.from(leafText(row));

/** The canonical text that a payload is committed in and kept as. No payload is `null`, so that every event commits to something. */
export const payloadText = (payload: unknown): string => canonicalJson(payload ?? null);

/**
 * SHA-256(salt ‖ text). The salt must be random and as long as the hash:
 * an unsalted hash of a twelve-digit number is found by trying them all.
 */
export const payloadCommit = (salt: Uint8Array, text: string): Uint8Array => createHash('sha256').update(salt).update(text).digest();
