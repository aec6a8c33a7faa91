/** The verifier's reading of the database: rows as they stand, nothing assumed. */
import type { Tx } from '#base/database/transaction.ts';
import type { Act } from './shapes.ts';
import { EVENT_COLUMNS, eventFrom } from './store.ts';
import type { EventColumns, EventRowOfLog, LogState } from './store.ts';

/** One place of the log as the database has it. `event` null: the event is gone. `payload` null: erased or removed. */
export interface PlaceRow {
  readonly index: number;
  readonly eventId: string;
  readonly hash: Uint8Array;
  readonly event: EventRowOfLog | null;
  readonly actorId: string | null;
  readonly objectId: string | null;
  readonly listed: readonly string[];
  /** the events that this one follows; null: written by a release that named none, or when no slot was free */
  readonly follows: readonly string[] | null;
  /** the kind of provision that it is counted by */
  readonly provision: string | null;
  readonly payload: { readonly salt: Uint8Array; readonly sealed: Uint8Array } | null;
}

interface Row extends EventColumns {
  leaf_index: number;
  leaf_event: string;
  leaf_hash: Buffer;
  actor_id: string | null;
  object_id: string | null;
  listed: string[] | null;
  follows: string[] | null;
  provision: string | null;
  salt: Buffer | null;
  sealed: Buffer | null;
}

export async function placesOf(tx: Tx, log: string, from: number, to: number): Promise<Map<number, PlaceRow>> {
  const rows = await tx.query<Row>(
    `select l.leaf_index, l.event_id as leaf_event, l.leaf_hash, ${EVENT_COLUMNS}, e.actor_id, e.object_id, e.listed, e.follows, e.provision, p.salt, p.sealed
       from audit_leaf l
       left join audit_event e on e.event_id = l.event_id and e.at = l.at
       left join audit_payload p on p.event_id = l.event_id and p.at = l.at
      where l.log = $1 and l.leaf_index >= $2 and l.leaf_index < $3`,
    [log, from, to],
  );
  return new Map(rows.map((row) => [row.leaf_index, placeFrom(row)]));
}

const placeFrom = (row: Row): PlaceRow => ({
  index: row.leaf_index,
  eventId: row.leaf_event,
  hash: row.leaf_hash,
  event: row.event_id === null ? null : eventFrom(row),
  actorId: row.actor_id,
  objectId: row.object_id,
  listed: row.listed ?? [],
  follows: row.follows,
  provision: row.provision,
  payload: row.salt && row.sealed ? { salt: row.salt, sealed: row.sealed } : null,
});

/** Events that the sequencer has not taken yet, as places that they have not: numbered from the size of the tree on. */
export async function waitingPlaces(tx: Tx, log: string, state: LogState): Promise<PlaceRow[]> {
  const rows = await tx.query<Row>(
    `select ($4::bigint - 1 + row_number() over (order by e.tx, e.event_id))::bigint as leaf_index, e.event_id as leaf_event, ''::bytea as leaf_hash,
            ${EVENT_COLUMNS}, e.actor_id, e.object_id, e.listed, e.follows, e.provision, p.salt, p.sealed
       from audit_event e left join audit_payload p on p.event_id = e.event_id and p.at = e.at
      where e.log = $1 and (e.tx, e.event_id) > ($2::bigint, $3::uuid)
      order by e.tx, e.event_id`,
    [log, state.lastTx, state.lastEvent, state.frontier.size],
  );
  return rows.map(placeFrom);
}

/** Heads signed for sizes `from` < size ≤ `to`, smallest first. */
export async function checkpointsBetween(
  tx: Tx,
  log: string,
  from: number,
  to: number,
): Promise<{ size: number; root: Uint8Array; note: string }[]> {
  return tx.query('select size, root, note from audit_checkpoint where log = $1 and size > $2 and size <= $3 order by size', [
    log,
    from,
    to,
  ]);
}

/** Events that stand before the sequencer's place and have no leaf; leaves beyond the size of the tree. */
export async function strangers(tx: Tx, log: string, state: LogState, limit: number): Promise<{ eventId: string; index: number | null }[]> {
  const rows = await tx.query<{ event_id: string; leaf_index: number | null }>(
    `select e.event_id, null::bigint as leaf_index from audit_event e
      where e.log = $1 and (e.tx, e.event_id) <= ($2::bigint, $3::uuid)
        and not exists (select 1 from audit_leaf l where l.log = $1 and l.event_id = e.event_id and l.at = e.at)
     union all
     select l.event_id, l.leaf_index from audit_leaf l where l.log = $1 and l.leaf_index >= $4
     order by 2 nulls first, 1 limit $5`,
    [log, state.lastTx, state.lastEvent, state.frontier.size, limit],
  );
  return rows.map((row) => ({ eventId: row.event_id, index: row.leaf_index }));
}

/** The last events, which no other follows yet. */
export async function tips(tx: Tx): Promise<string[]> {
  return (await tx.query<{ event_id: string }>('select event_id from audit_tip where event_id is not null')).map((row) => row.event_id);
}

/** Events that the sequencer has not taken yet. */
export async function countWaiting(tx: Tx, log: string, state: LogState): Promise<number> {
  const [row] = await tx.query<{ n: number }>(
    'select count(*)::int as n from audit_event e where e.log = $1 and (e.tx, e.event_id) > ($2::bigint, $3::uuid)',
    [log, state.lastTx, state.lastEvent],
  );
  return row!.n;
}

/** What the log says was lawfully erased. */
export interface ErasedObjects {
  /** objects of which every payload went, and pages of hits that list them */
  readonly whole: ReadonlySet<string>;
  /** submissions of which the payloads of suggestions accepted and undone went, and no other */
  readonly fixes: ReadonlySet<string>;
}

/** Which of these objects were lawfully erased, and how far: there is an act that says so. */
export async function erasedObjects(tx: Tx, objectIds: readonly string[]): Promise<ErasedObjects> {
  if (objectIds.length === 0) return { whole: new Set(), fixes: new Set() };
  const rows = await tx.query<{ act: string; object_id: string }>(
    `select distinct act, object_id from audit_event where act in ('payload.erased', 'fixes.erased') and object_id = any ($1::uuid[])`,
    [objectIds],
  );
  const of = (act: Act): ReadonlySet<string> => new Set(rows.flatMap((row) => (row.act === act ? [row.object_id] : [])));
  return { whole: of('payload.erased'), fixes: of('fixes.erased') };
}
