/** SQL of incidents. Row-level security of migration 0860 is the second wall: entries are added by who keeps the register, and changed by nobody. */
import type { Instant } from '#base/clock.ts';
import type { Tx } from '#base/database/transaction.ts';
import type { Entry, KeptEntry } from './step.ts';

export interface EntryToAdd {
  readonly incidentId: string;
  readonly entryId: string;
  readonly number: number;
  readonly entry: Entry;
  readonly at: Instant;
}

/** @returns false: another entry took that number meanwhile */
export async function addEntry(tx: Tx, { incidentId, entryId, number, entry, at }: EntryToAdd): Promise<boolean> {
  const made = await tx.query(
    `insert into incident_entry (incident_id, entry_id, number, kind, facts, at, account_id) values ($1, $2, $3, $4, $5, $6, session_person())
     on conflict do nothing returning 1 as made`,
    [incidentId, entryId, number, entry.kind, JSON.stringify(entry.facts), at],
  );
  return made.length > 0;
}

/** Entries of these incidents, by incident, in their order. */
export async function entriesOf(tx: Tx, incidentIds: readonly string[]): Promise<ReadonlyMap<string, readonly KeptEntry[]>> {
  const rows = await tx.query<{ id: string; kind: Entry['kind']; facts: unknown; at: Instant }>(
    'select incident_id as id, kind, facts, at from incident_entry where incident_id = any ($1::uuid[]) order by incident_id, number',
    [incidentIds],
  );
  return new Map(
    [...Map.groupBy(rows, ({ id }) => id)].map(([id, of]) => [id, of.map(({ kind, facts, at }) => ({ kind, facts, at }) as KeptEntry)]),
  );
}

/** A page of incidents, the newest first; `after` = [openedAt, id] of the last one seen. */
export const incidentPage = (
  tx: Tx,
  after: readonly [string, string] | null,
  limit: number,
): Promise<{ readonly id: string; readonly at: Instant }[]> =>
  tx.query(
    `select incident_id as id, at from incident_entry where kind = 'opened' and ($1::timestamptz is null or (at, incident_id) < ($1, $2::uuid))
      order by at desc, incident_id desc limit $3`,
    [after?.[0] ?? null, after?.[1] ?? null, limit],
  );

/** Incidents that are not closed. */
export const openIncidents = async (tx: Tx): Promise<readonly string[]> =>
  (
    await tx.query<{ id: string }>(
      `select o.incident_id as id from incident_entry o where o.kind = 'opened'
          and not exists (select 1 from incident_entry c where c.incident_id = o.incident_id and c.kind = 'closed')`,
    )
  ).map(({ id }) => id);
