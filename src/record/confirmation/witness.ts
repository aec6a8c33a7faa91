/** Attestations as `audit verify --state` holds them against their leaves. */
import type { StandingPage, StandingRow, Witness, WitnessedTable } from '#authority/audit/witness.ts';
import type { Tx } from '#base/database/transaction.ts';
import { rowDigest } from '#base/row-digest.ts';
import type { AttestationToWrite } from './attestation-store.ts';

const TABLE = 'attestation';

const hex = (bytes: Uint8Array): string => Buffer.from(bytes).toString('hex');
const digestOf = (row: AttestationToWrite): string =>
  rowDigest({
    person: row.personId,
    submission: row.submissionId,
    body: row.bodyId,
    signer: row.signerId,
    signerIdentity: row.signerIdentity,
    signerName: row.signerName,
    at: row.at,
    items: row.itemIds,
    shownHash: row.shownHash,
    shownSealed: hex(row.shownSealed),
    jws: row.jws,
    ...(row.part ? { list: row.part.listId, no: row.part.no } : {}),
  });

/** What the act that confirms says of the attestation's row. */
export const attestationWitness = (row: AttestationToWrite): Witness => ({ table: TABLE, key: row.attestationId, digest: digestOf(row) });

interface Row {
  person_id: string;
  attestation_id: string;
  submission_id: string;
  body_id: string;
  signer_id: string;
  signer_identity: Buffer;
  signer_name: string;
  at: string;
  item_ids: string[];
  shown_hash: Buffer;
  shown_sealed: Buffer;
  jws: string | null;
  list_id: string | null;
  list_no: number | null;
}

const COLUMNS =
  'person_id, attestation_id, submission_id, body_id, signer_id, signer_identity, signer_name, at, item_ids, shown_hash, shown_sealed, jws, list_id, list_no';
const standing = (row: Row): StandingRow => ({
  key: row.attestation_id,
  digest: digestOf({
    personId: row.person_id,
    attestationId: row.attestation_id,
    submissionId: row.submission_id,
    bodyId: row.body_id,
    signerId: row.signer_id,
    signerIdentity: hex(row.signer_identity),
    signerName: row.signer_name,
    at: row.at,
    itemIds: row.item_ids,
    shownHash: hex(row.shown_hash),
    shownSealed: row.shown_sealed,
    jws: row.jws,
    part: row.list_id === null ? null : { listId: row.list_id, no: row.list_no! },
  }),
  tx: null,
  about: row.person_id,
});

/** What an erasure left of the attestations of these people: that something was signed, by whom, and its hash. */
export async function attestationsLeftOf(tx: Tx, personIds: readonly string[]): Promise<Witness[]> {
  const rows = await tx.query<Row>(`select ${COLUMNS} from attestation where person_id = any ($1::uuid[]) order by attestation_id`, [
    personIds,
  ]);
  return rows.map(standing).map(({ key, digest }) => ({ table: TABLE, key, digest }));
}

export const witnessedAttestations: WitnessedTable = {
  table: TABLE,
  async page(tx, after, limit): Promise<StandingPage> {
    const rows = await tx.query<Row>(
      `select ${COLUMNS} from attestation where attestation_id > $1::uuid order by attestation_id limit $2`,
      [after ?? '00000000-0000-0000-0000-000000000000', limit],
    );
    return {
      rows: rows.map(standing),
      next: rows.length === limit ? rows.at(-1)!.attestation_id : null,
    };
  },
  known: ({ act, payload }) => (act === 'item.confirmed' && typeof payload['attestationId'] === 'string' ? [payload['attestationId']] : []),
};
