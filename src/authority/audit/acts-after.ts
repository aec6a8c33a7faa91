/** The log as others follow it: acts behind a place, in its order, up to what has settled. */
import type { Tx } from '#base/database/transaction.ts';

/** Where an act of the log stands, and what it was about. */
export interface ActOfLog {
  readonly tx: string;
  readonly eventId: string;
  readonly act: string;
  readonly objectId: string | null;
}

/** Settled acts of these names behind a place, in the order of the log; and the last settled place, behind which nothing was left out. */
export async function actsAfter(
  tx: Tx,
  place: { readonly tx: string; readonly eventId: string },
  acts: readonly string[],
  limit: number,
): Promise<{ readonly acts: readonly ActOfLog[]; readonly settled: string }> {
  const [point] = await tx.query<{ settled: string }>('select settled_tx()::text as settled');
  const rows = await tx.query<{ tx: string; event_id: string; act: string; object_id: string | null }>(
    `select e.tx::text as tx, e.event_id, e.act, e.object_id from audit_event e
      where (e.tx, e.event_id) > ($1::bigint, $2::uuid) and e.tx <= $5::bigint and e.act = any ($3)
      order by e.tx, e.event_id limit $4`,
    [place.tx, place.eventId, acts, limit, point!.settled],
  );
  return {
    acts: rows.map((row) => ({ tx: row.tx, eventId: row.event_id, act: row.act, objectId: row.object_id })),
    settled: point!.settled,
  };
}
