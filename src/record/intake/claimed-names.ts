/** Under which name, and in which submission, people were sent who are in the register only as a claim. */
import type { Tx } from '#base/database/transaction.ts';

/** People of whom this session sees nothing are not there. */
export async function claimedNames(
  tx: Tx,
  personIds: readonly string[],
): Promise<ReadonlyMap<string, { readonly name: string; readonly submissionId: string }>> {
  const rows = await tx.query<{ person_id: string; name: string; submission_id: string }>(
    'select distinct on (person_id) person_id, name, submission_id from item where person_id = any ($1::uuid[]) order by person_id, created_at desc, item_id',
    [personIds],
  );
  return new Map(rows.map((row) => [row.person_id, { name: row.name, submissionId: row.submission_id }]));
}
