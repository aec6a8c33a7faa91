/** Which record stands for another, as `audit verify --state` holds it: said by the act that merged them, and once more by the act that made them two again. */
import type { Witness, WitnessedTable } from '#authority/audit/witness.ts';
import type { Tx } from '#base/database/transaction.ts';
import { rowDigest } from '#base/row-digest.ts';

const TABLE = 'person_merge';
const FIRST = '00000000-0000-0000-0000-000000000000';

interface MergeRow {
  case_id: string;
  merged_person: string;
  into_person: string;
  merged_version: number;
  kept_version: number;
  written_version: number;
  number_hash: string;
  tx_from: number;
  tx_to: number | null;
}
const COLUMNS = `case_id, merged_person, into_person, merged_version, kept_version, written_version, encode(number_hash, 'hex') as number_hash, tx_from, nullif(tx_to, 9223372036854775807) as tx_to`;

const madeWitness = (row: MergeRow): Witness => ({
  table: TABLE,
  key: row.case_id,
  digest: rowDigest({
    merged: row.merged_person,
    into: row.into_person,
    mergedVersion: row.merged_version,
    keptVersion: row.kept_version,
    writtenVersion: row.written_version,
    number: row.number_hash,
  }),
});
const undoneWitness = (row: MergeRow): Witness => ({
  table: TABLE,
  key: `${row.case_id}#undone`,
  digest: rowDigest({ merged: row.merged_person, into: row.into_person }),
});

async function rowOf(tx: Tx, caseId: string): Promise<MergeRow> {
  const [row] = await tx.query<MergeRow>(`select ${COLUMNS} from person_merge where case_id = $1`, [caseId]);
  if (!row) throw new Error('a merge is told that was not written');
  return row;
}
export const mergeWitness = async (tx: Tx, caseId: string): Promise<Witness> => madeWitness(await rowOf(tx, caseId));
export const undoneMergeWitness = async (tx: Tx, caseId: string): Promise<Witness> => undoneWitness(await rowOf(tx, caseId));

export const witnessedMerges: WitnessedTable = {
  table: TABLE,
  async page(tx, after, limit) {
    const rows = await tx.query<MergeRow>(`select ${COLUMNS} from person_merge where case_id > $1::uuid order by case_id limit $2`, [
      after ?? FIRST,
      limit,
    ]);
    return {
      rows: rows.flatMap((row) => [
        { ...madeWitness(row), tx: row.tx_from, about: row.into_person },
        ...(row.tx_to === null ? [] : [{ ...undoneWitness(row), tx: row.tx_to, about: row.into_person }]),
      ]),
      next: rows.length === limit ? rows.at(-1)!.case_id : null,
    };
  },
  known: () => [],
};
