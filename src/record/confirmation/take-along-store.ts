/** SQL of attestations that are taken along; what the session does not see is not there (migration 0450). */
import { eventFrom } from '#authority/audit/store.ts';
import type { EventColumns } from '#authority/audit/store.ts';
import type { LoggedEvent } from '#authority/audit/bundle.ts';
import type { Tx } from '#base/database/transaction.ts';

export interface AttestationRead {
  readonly bodyId: string;
  readonly submissionId: string;
  readonly at: string;
  readonly itemIds: readonly string[];
  /** hexadecimal */
  readonly shownHash: string;
  readonly shownSealed: Buffer;
  /** its own, or of the list that it is a part of */
  readonly jws: string;
  readonly list: {
    readonly listId: string;
    readonly no: number;
    readonly people: number;
    readonly items: number;
    readonly root: string;
  } | null;
}

interface Row {
  body_id: string;
  submission_id: string;
  at: string;
  item_ids: string[];
  shown_hash: string;
  shown_sealed: Buffer;
  jws: string;
  list_id: string | null;
  list_no: number;
  people: number;
  items: number;
  root: string;
}

export async function attestationToTake(tx: Tx, personId: string, attestationId: string): Promise<AttestationRead | null> {
  const [row] = await tx.query<Row>(
    'select body_id, submission_id, at, item_ids, shown_hash, shown_sealed, jws, list_id, list_no, people, items, root from attestation_to_take($1, $2)',
    [personId, attestationId],
  );
  if (!row) return null;
  const { list_id: listId, list_no: no, people, items, root } = row;
  return {
    bodyId: row.body_id,
    submissionId: row.submission_id,
    at: row.at,
    itemIds: row.item_ids,
    shownHash: row.shown_hash,
    shownSealed: row.shown_sealed,
    jws: row.jws,
    list: listId === null ? null : { listId, no, people, items, root },
  };
}

/** The attestations of a person that the session sees, newest first; `by` null: the name was not kept. */
export const attestationsSeen = (
  tx: Tx,
  personId: string,
): Promise<{ readonly id: string; readonly at: string; readonly by: string | null; readonly bodyId: string }[]> =>
  tx.query(
    'select attestation_id as id, at, signer_name as by, body_id as "bodyId" from attestations_seen($1) order by at desc, attestation_id',
    [personId],
  );

/** Leaves of the list that an attestation is a part of, in their order. */
export async function leavesBeside(tx: Tx, personId: string, attestationId: string): Promise<Uint8Array[]> {
  const rows = await tx.query<{ leaf: Buffer }>('select leaf from leaves_beside_attestation($1, $2) order by no', [
    personId,
    attestationId,
  ]);
  return rows.map(({ leaf }) => leaf);
}

/** Rows of the log that may keep the signature. */
export async function logRowsOf(tx: Tx, personId: string, attestationId: string): Promise<LoggedEvent[]> {
  const rows = await tx.query<EventColumns & { leaf_index: number | null; salt: Buffer; sealed: Buffer }>(
    'select event_id, at, tx, log, actor, body_id, role, purpose, act, object, revision, payload_commit, leaf_index, salt, sealed from log_rows_of_attestation($1, $2)',
    [personId, attestationId],
  );
  return rows.map((row) => ({ event: eventFrom(row), index: row.leaf_index, kept: { salt: row.salt, sealed: row.sealed } }));
}
