/** SQL of attestations: append only, one a decision. */
import type { Tx } from '#base/database/transaction.ts';
import type { Attested } from '#record/register/shapes.ts';

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
  readonly jws: string;
}

export async function writeAttestation(tx: Tx, row: AttestationToWrite): Promise<void> {
  await tx.query(
    `insert into attestation (person_id, attestation_id, submission_id, body_id, signer_id, signer_identity, at, item_ids, shown_hash, shown_sealed, jws, signer_name)
     values ($1,$2,$3,$4,$5,$6,$7,$8,$9,$10,$11,$12)`,
    [
      row.personId,
      row.attestationId,
      row.submissionId,
      row.bodyId,
      row.signerId,
      Buffer.from(row.signerIdentity, 'hex'),
      row.at,
      row.itemIds,
      Buffer.from(row.shownHash, 'hex'),
      Buffer.from(row.shownSealed),
      row.jws,
      row.signerName,
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
