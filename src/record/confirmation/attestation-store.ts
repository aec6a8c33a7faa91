/** SQL of attestations: append only, one a person and decision. One that is a part of a list is signed with the list (`list-attestation.ts`). */
import type { Instant } from '#base/clock.ts';
import type { Tx } from '#base/database/transaction.ts';
import type { Keys } from '#base/sealing.ts';
import type { Attested } from '#record/register/shapes.ts';
import { hashOfText } from './presented.ts';
import type { PresentedContent } from './shapes.ts';

/** Which part of which list an attestation is. */
export interface PartOfList {
  readonly listId: string;
  /** its place among the leaves of the list, from 0 */
  readonly no: number;
}

export interface AttestationToWrite {
  readonly personId: string;
  readonly attestationId: string;
  readonly submissionId: string;
  readonly bodyId: string;
  readonly signerId: string;
  readonly signerIdentity: string;
  readonly signerName: string;
  readonly at: string;
  readonly itemIds: readonly string[];
  readonly shownHash: string;
  readonly shownSealed: Uint8Array;
  /** null: the list is signed */
  readonly jws: string | null;
  /** null: signed alone */
  readonly part: PartOfList | null;
}

/** The row of what is attested of one person. Throws when the person has no key any more. */
export function attestationOf(
  keys: Keys,
  salts: ReadonlyMap<string, Uint8Array>,
  signer: { readonly accountId: string; readonly identity: string; readonly name: string },
  what: {
    readonly attestationId: string;
    readonly at: Instant;
    readonly content: PresentedContent;
    /** canonical JSON of `content` */
    readonly text: string;
    readonly jws: string | null;
    readonly part: PartOfList | null;
  },
): AttestationToWrite {
  const { content, text, attestationId, at, jws, part } = what;
  const { personId, submissionId, bodyId } = content;
  const salt = salts.get(personId);
  if (!salt) throw new Error('a person without salt is being confirmed');
  return {
    personId,
    attestationId,
    submissionId,
    bodyId,
    signerId: signer.accountId,
    signerIdentity: signer.identity,
    signerName: signer.name,
    at,
    itemIds: content.groups.map(({ itemId }) => itemId),
    shownHash: hashOfText(text),
    shownSealed: keys.seal(salt, 'attestation', Buffer.from(text)),
    jws,
    part,
  };
}

const hex = (bytes: Uint8Array): string => `\\x${Buffer.from(bytes).toString('hex')}`;

export async function writeAttestations(tx: Tx, rows: readonly AttestationToWrite[]): Promise<void> {
  await tx.query(
    `insert into attestation (person_id, attestation_id, submission_id, body_id, signer_id, signer_identity, at, item_ids, shown_hash, shown_sealed, jws, signer_name, list_id, list_no)
     select person_id, attestation_id, submission_id, body_id, signer_id, signer_identity, at, item_ids::uuid[], shown_hash, shown_sealed, jws, signer_name, list_id, list_no
       from unnest($1::uuid[], $2::uuid[], $3::uuid[], $4::uuid[], $5::uuid[], $6::bytea[], $7::timestamptz[], $8::text[], $9::bytea[], $10::bytea[], $11::text[], $12::text[], $13::uuid[], $14::int[])
         as a (person_id, attestation_id, submission_id, body_id, signer_id, signer_identity, at, item_ids, shown_hash, shown_sealed, jws, signer_name, list_id, list_no)`,
    [
      rows.map((row) => row.personId),
      rows.map((row) => row.attestationId),
      rows.map((row) => row.submissionId),
      rows.map((row) => row.bodyId),
      rows.map((row) => row.signerId),
      rows.map((row) => `\\x${row.signerIdentity}`),
      rows.map((row) => row.at),
      rows.map((row) => `{${row.itemIds.join(',')}}`),
      rows.map((row) => `\\x${row.shownHash}`),
      rows.map((row) => hex(row.shownSealed)),
      rows.map((row) => row.jws),
      rows.map((row) => row.signerName),
      rows.map((row) => row.part?.listId ?? null),
      rows.map((row) => row.part?.no ?? null),
    ],
  );
}

/** Who confirmed for a person, and when, by attestation. */
export async function attestationsOf(tx: Tx, personId: string): Promise<Map<string, Attested>> {
  const rows = await tx.query<{ attestation_id: string; at: string; signer_name: string | null }>(
    'select attestation_id, at, signer_name from attestation where person_id = $1',
    [personId],
  );
  return new Map(rows.map((row) => [row.attestation_id, { at: row.at, by: row.signer_name }]));
}

/** Bodies that have attested, each with the time of its first attestation. */
export const firstAttestations = (tx: Tx): Promise<{ readonly bodyId: string; readonly since: string }[]> =>
  tx.query('select body_id as "bodyId", min(at) as since from attestation group by body_id');
