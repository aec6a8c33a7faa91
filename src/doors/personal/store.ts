/** All SQL of the room: reading through the wall of one's own record (migration 0120). It writes nothing. */
import type { Tx } from '#base/database/transaction.ts';
import type { MadeMatch } from '#record/matching/compared.ts';
import type { Attested } from '#record/register/shapes.ts';
import type { GroupCode } from '#standard/shapes.ts';
import type { OwnItem } from './group-state.ts';

/** The person of a session, and the body that keeps the record. */
export interface Me {
  readonly personId: string;
  readonly bodyId: string;
}

/**
 * Opens the door for this transaction: from here on it sees the rows of the session's own person beside what its roles show.
 *
 * @returns null when nobody is registered under the number of this session, its identity is below level 2, or the record is kept apart
 */
export async function enableOwnRecordPolicies(tx: Tx): Promise<Me | null> {
  await tx.query("select set_config('congvu.own_record', 'on', true)");
  const [row] = await tx.query<{ person_id: string; body_id: string }>(
    // Of a record that is kept apart the person is told that it is, and nothing else (own_kept_apart).
    'select person_id, body_id from person where person_id = (select session_own_person()) and not is_kept_apart(person_id)',
  );
  return row ? { personId: row.person_id, bodyId: row.body_id } : null;
}

/** What is on its way for the own person, by group. */
export async function ownItems(tx: Tx): Promise<OwnItem[]> {
  const rows = await tx.query<{ group_code: GroupCode; state: string; since: string }>(
    'select group_code, state, since from own_items() order by group_code, since',
  );
  return rows.map((row) => ({ group: row.group_code, state: row.state, since: row.since }));
}

/** What the matches with the population database found of the own person, newest first. */
export const ownMatches = (tx: Tx): Promise<MadeMatch[]> =>
  tx.query<MadeMatch>('select fields, compared as marks, at, source from own_matches() order by at desc');

/** Who confirmed for the own person, and when, by attestation. */
export async function ownAttestations(tx: Tx): Promise<Map<string, Attested>> {
  const rows = await tx.query<{ attestation_id: string; at: string; signer_name: string | null }>(
    'select attestation_id, at, signer_name from own_attestations()',
  );
  return new Map(rows.map((row) => [row.attestation_id, { at: row.at, by: row.signer_name }]));
}

/** Of readings of the own person: why the reader's body saw them at that moment; one that no reach explains is not there. */
export async function reachOfReads(tx: Tx, personId: string, readingIds: readonly string[]): Promise<ReadonlyMap<string, string>> {
  const rows = await tx.query<{ event_id: string; why: string | null }>('select event_id, why from reach_of_reads($1, $2)', [
    personId,
    readingIds,
  ]);
  return new Map(rows.flatMap((row) => (row.why === null ? [] : [[row.event_id, row.why] as const])));
}
