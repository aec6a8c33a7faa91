/** Ends of service as whoever tells of them reads them; they are written by who registers a person (`uses/leaving`). */
import type { PlainDate } from '#base/clock.ts';
import type { Tx } from '#base/database/transaction.ts';

export interface SettledServiceEnd {
  readonly endId: string;
  /** the managing body that was left */
  readonly bodyId: string;
  readonly onDay: PlainDate;
  /** how many roles ended */
  readonly roles: number;
  /** of who left */
  readonly accountIds: readonly string[];
}

/** Those that ended roles, taken back since or not; needs a system session. */
export async function settledEnds(tx: Tx, endIds: readonly string[]): Promise<SettledServiceEnd[]> {
  if (endIds.length === 0) return [];
  const rows = await tx.query<{ end_id: string; body_id: string; on_day: string; roles: number; accounts: string[] }>(
    `select e.end_id, e.body_id, e.on_day, e.roles, array(select a.account_id from accounts_of_people(array[e.person_id]) a) as accounts
       from service_end e where e.end_id = any ($1) and e.roles is not null`,
    [endIds],
  );
  return rows.map((row) => ({ endId: row.end_id, bodyId: row.body_id, onDay: row.on_day, roles: row.roles, accountIds: row.accounts }));
}
