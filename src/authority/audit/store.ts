/** All SQL of the audit log but that of its verifier's reading (`verify-store.ts`). */
import type { Tx } from '#base/database/transaction.ts';
import type { Instant, PlainDate } from '#base/clock.ts';
import type { LeafColumns } from './leaf.ts';
import type { Frontier, Hash } from './merkle-tree.ts';
import type { Act, Read } from './shapes.ts';

/** Whose session this is, and what it may be called. */
export interface WhoActs {
  readonly personId: string | null;
  readonly isSystem: boolean;
  /** roles held anywhere today, sorted */
  readonly roles: readonly string[];
  /** roles held today over each body asked for, sorted */
  readonly rolesAt: ReadonlyMap<string, readonly string[]>;
  /** seconds that the log has stood still, beyond what it may; null: it goes on, or was not asked */
  readonly stillSeconds: number | null;
  /** the last events of the log, which the next one follows; null: none could be taken */
  readonly follows: readonly string[] | null;
}

interface AskedOfWho {
  readonly at: Instant;
  readonly bodyIds: readonly string[];
  /** the last event that is about to be written: it takes the place of those that were last */
  readonly lastEvent: string;
  /** how long the log may stand still, in seconds; null: it is not asked */
  readonly stopSeconds: number | null;
}

/**
 * Asks who acts, and writes the instant of this transaction beside its record time; whether the log stands still, and which events are to be followed.
 * Roles are found by walking up from the bodies asked for (a handful of steps), not down from the grants (thousands of bodies).
 */
export async function whoActs(tx: Tx, { at, bodyIds, lastEvent, stopSeconds }: AskedOfWho): Promise<WhoActs> {
  const [row] = await tx.query<{
    person: string | null;
    system: boolean;
    roles: string[];
    held: [string, string][];
    still: number | null;
    follows: string[] | null;
  }>(
    `with recursive noted as (insert into act (at, actor_id) values ($1, session_person()) on conflict (tx) do nothing),
          me as materialized (select session_person() as person, session_is_system() as system),
          grants as materialized (
            select g.role, g.body_id from session_grants() g),
          above (asked, body_id) as (
            select b, b from unnest($2::uuid[]) as b
            union
            select a.asked, v.parent_id from above a join body_version v on v.body_id = a.body_id
             where v.parent_id is not null and v.tx_to = 9223372036854775807 and v.valid_from <= today_in_vietnam() and v.valid_to > today_in_vietnam())
     select me.person, me.system, array(select distinct role from grants) as roles,
            (select coalesce(json_agg(distinct jsonb_build_array(a.asked, g.role)), '[]') from above a join grants g using (body_id)) as held,
            case when $4::int is not null then log_stands_still($4::int) end as still, follow_audit_tips($3::uuid) as follows
       from me`,
    [at, bodyIds, lastEvent, stopSeconds],
    'who-acts',
  );
  const rolesAt = new Map<string, string[]>();
  for (const [bodyId, role] of row!.held) rolesAt.set(bodyId, [...(rolesAt.get(bodyId) ?? []), role].sort());
  return {
    personId: row!.person,
    isSystem: row!.system,
    roles: row!.roles.sort(),
    rolesAt,
    stillSeconds: row!.still,
    follows: row!.follows,
  };
}

/** One event with its payload, ready to be written. */
export interface EventToWrite extends Omit<LeafColumns, 'at'> {
  readonly kind: 'act' | 'read';
  readonly actorId: string | null;
  readonly objectId: string | null;
  readonly listed: readonly string[];
  readonly follows: readonly string[] | null;
  readonly provision: string | null;
  readonly salt: Uint8Array;
  readonly sealed: Uint8Array;
}

const hex = (bytes: Uint8Array): string => `\\x${Buffer.from(bytes).toString('hex')}`;

/** One statement for events and payloads: both are there or neither. */
export async function insertEvents(tx: Tx, at: Instant, events: readonly EventToWrite[]): Promise<void> {
  const column = <T>(of: (event: EventToWrite) => T): T[] => events.map(of);
  await tx.query(
    `with given as (
       select * from unnest($2::uuid[], $3::text[], $4::text[], $5::text[], $6::uuid[], $7::text[], $8::text[], $9::text[], $10::text[], $11::int[],
                            $12::bytea[], $13::uuid[], $14::uuid[], $15::text[], $16::bytea[], $17::bytea[], $18::text[], $19::text[])
         as g (event_id, kind, log, actor, body_id, role, purpose, act, object, revision, payload_commit, actor_id, object_id, listed, salt, sealed, follows, provision)
     ), kept as (
       insert into audit_payload (event_id, at, body_id, object_id, salt, sealed) select event_id, $1::timestamptz, body_id, object_id, salt, sealed from given
     )
     insert into audit_event (event_id, at, kind, log, actor, body_id, role, purpose, act, object, revision, payload_commit, actor_id, object_id, listed, follows, provision)
     select event_id, $1::timestamptz, kind, log, actor, body_id, role, purpose, act, object, revision, payload_commit, actor_id, object_id, listed::uuid[],
            follows::uuid[], provision from given`,
    [
      at,
      column((e) => e.eventId),
      column((e) => e.kind),
      column((e) => e.log),
      column((e) => e.actor),
      column((e) => e.bodyId),
      column((e) => e.role),
      column((e) => e.purpose),
      column((e) => e.act),
      column((e) => e.object),
      column((e) => e.revision),
      column((e) => hex(e.payloadCommit)),
      column((e) => e.actorId),
      column((e) => e.objectId),
      column((e) => `{${e.listed.join(',')}}`),
      column((e) => hex(e.salt)),
      column((e) => hex(e.sealed)),
      column((e) => e.follows && `{${e.follows.join(',')}}`),
      column((e) => e.provision),
    ],
    'events-kept',
  );
}

/** Where the sequencer stands. */
export interface LogState {
  readonly term: number;
  readonly frontier: Frontier;
  readonly lastTx: number;
  readonly lastEvent: string;
}

interface StateRow {
  term: number;
  size: number;
  frontier: Buffer[];
  last_tx: number;
  last_event: string;
}

/** @param options.lock  holds the state until the end of the transaction: there is one sequencer at a time */
export async function readState(tx: Tx, log: string, options: { lock?: boolean } = {}): Promise<LogState> {
  const [row] = await tx.query<StateRow>(
    `select term, size, frontier, last_tx, last_event from audit_state where log = $1 ${options.lock ? 'for update' : ''}`,
    [log],
  );
  if (!row) throw new Error(`no state of the log ${log}: not migrated, or not a system session`);
  return { term: row.term, frontier: { size: row.size, hashes: row.frontier }, lastTx: row.last_tx, lastEvent: row.last_event };
}

/** Begins a new term; whoever sequenced under an older one can write nothing more. */
export async function beginTerm(tx: Tx, log: string): Promise<number> {
  const [row] = await tx.query<{ term: number }>('update audit_state set term = term + 1 where log = $1 returning term', [log]);
  if (!row) throw new Error(`no state of the log ${log}: not migrated, or not a system session`);
  return row.term;
}

export interface EventRowOfLog extends LeafColumns {
  readonly tx: number;
}

export interface EventColumns {
  event_id: string;
  at: string;
  tx: number;
  log: string;
  actor: string | null;
  body_id: string | null;
  role: string;
  purpose: string;
  act: string;
  object: string | null;
  revision: number;
  payload_commit: Buffer;
}

export const EVENT_COLUMNS =
  'e.event_id, e.at, e.tx, e.log, e.actor, e.body_id, e.role, e.purpose, e.act, e.object, e.revision, e.payload_commit';

export const eventFrom = (row: EventColumns): EventRowOfLog => ({
  eventId: row.event_id,
  at: row.at,
  tx: row.tx,
  log: row.log,
  actor: row.actor,
  bodyId: row.body_id,
  role: row.role,
  purpose: row.purpose,
  act: row.act,
  object: row.object,
  revision: row.revision,
  payloadCommit: row.payload_commit,
});

/**
 * The next events in their stable order (record time, then id), only of transactions below which nothing can still appear:
 * one that takes its number early and commits late would otherwise be skipped for ever.
 */
export async function nextEvents(tx: Tx, log: string, state: LogState, limit: number): Promise<EventRowOfLog[]> {
  const rows = await tx.query<EventColumns>(
    `select ${EVENT_COLUMNS} from audit_event e
      where (e.tx, e.event_id) > ($2::bigint, $3::uuid) and e.tx <= settled_tx() and e.log = $1
      order by e.tx, e.event_id limit $4`,
    [log, state.lastTx, state.lastEvent, limit],
  );
  return rows.map(eventFrom);
}

export interface LeafToWrite {
  readonly index: number;
  readonly eventId: string;
  readonly at: Instant;
  readonly hash: Hash;
}

export async function insertLeaves(tx: Tx, log: string, leaves: readonly LeafToWrite[]): Promise<void> {
  await tx.query(
    `insert into audit_leaf (log, leaf_index, event_id, at, leaf_hash)
     select $1, * from unnest($2::bigint[], $3::uuid[], $4::timestamptz[], $5::bytea[])`,
    [log, leaves.map((l) => l.index), leaves.map((l) => l.eventId), leaves.map((l) => l.at), leaves.map((l) => hex(l.hash))],
  );
}

/** Compare-and-set on term and size; false when another sequencer has moved it. */
export async function moveState(tx: Tx, log: string, from: LogState, to: Omit<LogState, 'term'>): Promise<boolean> {
  const moved = await tx.query(
    `update audit_state set size = $4, frontier = $5::bytea[], last_tx = $6, last_event = $7 where log = $1 and term = $2 and size = $3 returning 1`,
    [log, from.term, from.frontier.size, to.frontier.size, to.frontier.hashes.map(hex), to.lastTx, to.lastEvent],
  );
  return moved.length === 1;
}

/**
 * Says up to when every event stands under a signed head; not more often than every `everySeconds`. An event that waits below an open transaction holds it
 * back; one whose program dated it back (a demo) does not take it back.
 */
export async function sayComplete(tx: Tx, log: string, term: number, everySeconds: number): Promise<void> {
  await tx.query(
    `update audit_state set complete_until = greatest(complete_until, now() - make_interval(secs => audit_lag_seconds()))
      where log = $1 and term = $2 and (complete_until is null or complete_until < now() - make_interval(secs => $3) or complete_until > now())`,
    [log, term, everySeconds],
  );
}

/** Hashes of the leaves `from` ≤ i < `to`, in order. */
export async function leafHashes(tx: Tx, log: string, from: number, to: number): Promise<Hash[]> {
  const rows = await tx.query<{ leaf_hash: Buffer }>(
    'select leaf_hash from audit_leaf where log = $1 and leaf_index >= $2 and leaf_index < $3 order by leaf_index',
    [log, from, to],
  );
  return rows.map((row) => row.leaf_hash);
}

/** The events of the leaves `from` ≤ i < `to`, in order. */
export async function eventsOfLeaves(tx: Tx, log: string, from: number, to: number): Promise<EventRowOfLog[]> {
  const rows = await tx.query<EventColumns>(
    `select ${EVENT_COLUMNS} from audit_leaf l join audit_event e on e.event_id = l.event_id and e.at = l.at
      where l.log = $1 and l.leaf_index >= $2 and l.leaf_index < $3 order by l.leaf_index`,
    [log, from, to],
  );
  return rows.map(eventFrom);
}

export interface StoredCheckpoint {
  readonly size: number;
  readonly root: Hash;
  readonly note: string;
}

/** The greatest signed head, or the greatest not above `sizeMax`; null when nothing was signed yet. */
export async function lastCheckpoint(tx: Tx, log: string, sizeMax = Number.MAX_SAFE_INTEGER): Promise<StoredCheckpoint | null> {
  const [row] = await tx.query<{ size: number; root: Buffer; note: string }>(
    'select size, root, note from audit_checkpoint where log = $1 and size <= $2 order by size desc limit 1',
    [log, sizeMax],
  );
  return row ?? null;
}

export async function insertCheckpoint(tx: Tx, log: string, checkpoint: StoredCheckpoint, at: Instant): Promise<void> {
  await tx.query('insert into audit_checkpoint (log, size, root, note, at) values ($1, $2, $3, $4, $5)', [
    log,
    checkpoint.size,
    hex(checkpoint.root),
    checkpoint.note,
    at,
  ]);
}

/** An event with its place; null when the session may not see it. `index` null: the sequencer has not taken it yet. */
export async function findEvent(tx: Tx, eventId: string): Promise<{ event: EventRowOfLog; index: number | null } | null> {
  const [row] = await tx.query<EventColumns & { leaf_index: number | null }>(
    `select ${EVENT_COLUMNS}, l.leaf_index from audit_event e left join audit_leaf l on l.event_id = e.event_id where e.event_id = $1`,
    [eventId],
  );
  return row ? { event: eventFrom(row), index: row.leaf_index } : null;
}

/** The first act of this name on this object, with what it says; null: there is none, what it said was erased, or the session may not see it. */
export async function firstActOn(
  tx: Tx,
  act: Act,
  objectId: string,
): Promise<{ event: EventRowOfLog; index: number | null; kept: { salt: Uint8Array; sealed: Uint8Array } } | null> {
  const [row] = await tx.query<EventColumns & { leaf_index: number | null; salt: Buffer; sealed: Buffer }>(
    `select ${EVENT_COLUMNS}, l.leaf_index, p.salt, p.sealed from audit_event e join audit_payload p using (event_id)
       left join audit_leaf l on l.event_id = e.event_id where e.object_id = $1 and e.act = $2 order by e.at, e.event_id limit 1`,
    [objectId, act],
  );
  return row ? { event: eventFrom(row), index: row.leaf_index, kept: { salt: row.salt, sealed: row.sealed } } : null;
}

/** Salt and sealed payload of an event; null when it was erased, or the session may not see it. */
export async function findPayload(tx: Tx, eventId: string): Promise<{ salt: Uint8Array; sealed: Uint8Array } | null> {
  const [row] = await tx.query<{ salt: Buffer; sealed: Buffer }>('select salt, sealed from audit_payload where event_id = $1', [eventId]);
  return row ?? null;
}

export interface ListedEvent extends EventRowOfLog {
  readonly kind: 'act' | 'read';
  readonly listed: number;
  /** place in the log; null until the sequencer has taken it */
  readonly index: number | null;
}

type ListedColumns = EventColumns & { kind: 'act' | 'read'; listed: number; leaf_index: number | null };
const listedFrom = (row: ListedColumns): ListedEvent => ({ ...eventFrom(row), kind: row.kind, listed: row.listed, index: row.leaf_index });

/** How many places the log has: those of a page are below it. */
export async function logSize(tx: Tx, log: string): Promise<number> {
  return (await readState(tx, log)).frontier.size;
}

/** What of the log a reader chose to see. Absent = all of it. */
export interface EventChoice {
  readonly act?: string | undefined;
  /** acted in this role, alone or beside others */
  readonly role?: string | undefined;
  /** matters of this body and of those below it today */
  readonly bodyId?: string | undefined;
  /** first and last day, in Việt Nam */
  readonly from?: PlainDate | undefined;
  readonly to?: PlainDate | undefined;
}

/** Does this choice leave anything out? */
export const choosesSome = (choice: EventChoice): boolean => Object.values(choice).some((value) => value !== undefined);

/** The choice as a condition over `e`; its values are the parameters from `$first` on. */
function chosenEvents(choice: EventChoice, first: number): { readonly where: string; readonly values: readonly (string | null)[] } {
  const [act, role, body, from, to] = [0, 1, 2, 3, 4].map((after) => `$${first + after}`);
  return {
    where: `(${act}::text is null or e.act = ${act}) and (${role}::text is null or ${role} = any (string_to_array(e.role, '+')))
        and (${body}::uuid is null or e.body_id = any ((select bodies_below(array[${body}::uuid], today_in_vietnam()))::uuid[]))
        and (${from}::date is null or e.at >= (${from}::date)::timestamp at time zone 'Asia/Ho_Chi_Minh')
        and (${to}::date is null or e.at < (${to}::date + 1)::timestamp at time zone 'Asia/Ho_Chi_Minh')`,
    values: [choice.act ?? null, choice.role ?? null, choice.bodyId ?? null, choice.from ?? null, choice.to ?? null],
  };
}

/** Events that this session may see and that have no place yet, newest first. */
export async function eventsWaiting(
  tx: Tx,
  log: string,
  options: { readonly limit: number; readonly choice: EventChoice },
): Promise<ListedEvent[]> {
  const { where, values } = chosenEvents(options.choice, 3);
  const rows = await tx.query<ListedColumns>(
    `select ${EVENT_COLUMNS}, e.kind, cardinality(e.listed) as listed, null::bigint as leaf_index from audit_event e, audit_state s
      where s.log = $1 and e.log = s.log and (e.tx, e.event_id) > (s.last_tx, s.last_event) and ${where}
      order by e.at desc, e.event_id desc limit $2`,
    [log, options.limit, ...values],
  );
  return rows.map(listedFrom);
}

/** Events below a place that this session may see, from the highest place down. */
export async function eventsBelow(
  tx: Tx,
  log: string,
  options: { readonly below: number; readonly limit: number; readonly choice: EventChoice },
): Promise<ListedEvent[]> {
  const { where, values } = chosenEvents(options.choice, 4);
  const rows = await tx.query<ListedColumns>(
    `select ${EVENT_COLUMNS}, e.kind, cardinality(e.listed) as listed, l.leaf_index from audit_leaf l join audit_event e on e.event_id = l.event_id and e.at = l.at
      where l.log = $1 and l.leaf_index < $2 and ${where}
      order by l.leaf_index desc limit $3`,
    [log, options.below, options.limit, ...values],
  );
  return rows.map(listedFrom);
}

/** How often an act stands in the log since then, as far as the session sees, and when first. */
export async function countActs(
  tx: Tx,
  act: string,
  since: Instant,
): Promise<{ readonly count: number; readonly oldestAt: Instant | null }> {
  const [row] = await tx.query<{ count: number; oldest: string | null }>(
    'select count(*)::int as count, min(at) as oldest from audit_event where act = $1 and at >= $2',
    [act, since],
  );
  return { count: row!.count, oldestAt: row!.oldest };
}

/** The database's instant; "the last year" is counted back from it. */
export async function latestInstant(tx: Tx): Promise<Instant> {
  const [row] = await tx.query<{ at: Instant }>('select now() as at');
  return row!.at;
}

export interface ReadRow {
  event_id: string;
  at: Instant;
  role: string;
  body_id: string | null;
  purpose: string;
  act: Read;
  listed: boolean;
}

/** Readings of a person, newest first; none when the session may not see the person. */
export async function readsOf(tx: Tx, personId: string, since: Instant): Promise<ReadRow[]> {
  return tx.query<ReadRow>('select event_id, at, role, body_id, purpose, act, listed from reads_of_person($1, $2) order by at desc', [
    personId,
    since,
  ]);
}

/** Destroys payloads and salts about these objects; needs a system session. The act of erasing is the caller's to record. */
export async function erasePayloads(tx: Tx, objectIds: readonly string[]): Promise<number> {
  const [row] = await tx.query<{ gone: number }>('select erase_audit_payloads($1::uuid[]) as gone', [objectIds]);
  return row!.gone;
}
