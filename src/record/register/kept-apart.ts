/**
 * What leaves the register asks here first: a record that is kept apart is taken along by nobody, keepers neither. Who may find it at all is a matter of
 * row-level security (migration 0900). Decision 0107.
 */
import type { Tx } from '#base/database/transaction.ts';
import { ok, refused } from '#base/problem.ts';
import type { Result } from '#base/problem.ts';
import { recordKeptApart } from './problems.ts';

/** Those of these records that are kept apart, whoever asks. */
export async function keptApartAmong(tx: Tx, personIds: readonly string[]): Promise<ReadonlySet<string>> {
  if (personIds.length === 0) return new Set();
  const rows = await tx.query<{ id: string }>('select kept_apart_among($1::uuid[]) as id', [personIds]);
  return new Set(rows.map(({ id }) => id));
}

/** E-RECORD-KEPT-APART. */
export const leavesNowhereApart = async (tx: Tx, personId: string): Promise<Result<null>> =>
  (await keptApartAmong(tx, [personId])).size > 0 ? refused(recordKeptApart()) : ok(null);

/** Does a file hold a line of somebody whom this session does not find? Then it is not handed out whole. */
export async function holdsHidden(tx: Tx, submissionId: string): Promise<boolean> {
  const [row] = await tx.query<{ holds: boolean }>('select file_holds_hidden($1) as holds', [submissionId]);
  return row!.holds;
}
