/** SQL of readers who stand out: counted from the log for one day, kept, and read by whoever supervises their bodies. */
import type { Instant, PlainDate } from '#base/clock.ts';
import type { Tx } from '#base/database/transaction.ts';
import { SIGNS } from './unusual.ts';
import type { ReaderDay, Sign } from './unusual.ts';

/** What one reader did on one day in matters of one body. */
export interface ReaderOfBody {
  readonly day: PlainDate;
  readonly actor: string;
  readonly actorId: string;
  /** null: of no body's matter */
  readonly bodyId: string | null;
  readonly roles: readonly string[];
  /** the last of these rows, and when it was */
  readonly eventId: string;
  readonly lastAt: Instant;
  readonly counts: Readonly<Record<Sign, number>>;
}

interface ReaderRow {
  day: PlainDate;
  actor: string;
  actor_id: string;
  body_id: string | null;
  roles: string[];
  event_id: string;
  last_at: Instant;
  refused: number;
  denied: number;
  empty_lookups: number;
  at_night: number;
  one_person: number;
  unmasked: number;
  people: number;
}

const OPENINGS = ['record.read', 'record.history', 'record.unmasked', 'portrait.read', 'document.read', 'card.read', 'item.read'];
/** A day begins and ends by the clock of Việt Nam. */
const OF_THE_DAY = `e.at >= $1::date::timestamp at time zone 'Asia/Ho_Chi_Minh' and e.at < ($1::date + 1)::timestamp at time zone 'Asia/Ho_Chi_Minh'`;
const COLUMN = {
  refused: 'refused',
  denied: 'denied',
  emptyLookups: 'empty_lookups',
  atNight: 'at_night',
  onePerson: 'one_person',
  unmasked: 'unmasked',
  people: 'people',
} as const satisfies Record<Sign, keyof ReaderRow>;

interface Night {
  readonly from: number;
  readonly to: number;
}

/** Everybody who read on a day, by body, from the log as far as the session sees it. One's own record is nobody's unusual reading. */
export async function readersOn(tx: Tx, day: PlainDate, night: Night): Promise<ReaderOfBody[]> {
  const rows = await tx.query<ReaderRow>(
    `with seen as materialized (
       select extract(hour from e.at at time zone 'Asia/Ho_Chi_Minh') as hour, e.event_id, e.at, e.actor, e.actor_id, e.role, e.body_id, e.act, e.object, e.purpose,
              e.act = any ($2) as opening
         from audit_event e
        where ${OF_THE_DAY} and e.actor is not null and e.actor_id is not null and e.purpose <> 'OWN_RECORD'
          and (e.act = any ($2) or e.act in ('reading.refused', 'access.refused', 'lookup.empty'))),
     of_one as (select actor, body_id, max(times) as most from
       (select actor, body_id, object, count(*) as times from seen where opening and object is not null group by actor, body_id, object) each group by actor, body_id)
     select $1::date as day, s.actor, s.actor_id, s.body_id, array_agg(distinct s.role order by s.role) as roles,
            (array_agg(s.event_id order by s.at desc))[1] as event_id, max(s.at) as last_at,
            count(*) filter (where s.act = 'reading.refused')::int as refused,
            count(*) filter (where s.act = 'access.refused')::int as denied,
            count(*) filter (where s.act = 'lookup.empty')::int as empty_lookups,
            count(*) filter (where s.opening and (s.hour >= $3 or s.hour < $4))::int as at_night,
            coalesce(max(o.most), 0)::int as one_person,
            count(*) filter (where s.act = 'record.unmasked')::int as unmasked,
            count(distinct s.object) filter (where s.opening and s.purpose = 'CONSULT')::int as people
       from seen s left join of_one o on o.actor = s.actor and o.body_id is not distinct from s.body_id
      group by s.actor, s.actor_id, s.body_id`,
    [day, OPENINGS, night.from, night.to],
  );
  return rows.map(fromRow);
}

const fromRow = (row: ReaderRow): ReaderOfBody => ({
  day: row.day,
  actor: row.actor,
  actorId: row.actor_id,
  bodyId: row.body_id,
  roles: [...new Set(row.roles.flatMap((role) => role.split('+')))].sort(),
  eventId: row.event_id,
  lastAt: row.last_at,
  counts: Object.fromEntries(SIGNS.map((sign) => [sign, row[COLUMN[sign]]])) as Record<Sign, number>,
});

/** Puts a day's readers in the place of those that were kept for it. */
export async function keepReaders(tx: Tx, day: PlainDate, readers: readonly ReaderOfBody[]): Promise<void> {
  await tx.query('delete from unusual_reader where day = $1', [day]);
  if (readers.length === 0) return;
  await tx.query(
    `insert into unusual_reader (day, actor, actor_id, body_id, roles, event_id, last_at, refused, denied, empty_lookups, at_night, one_person, unmasked, people)
     select $1, u.actor, u.actor_id, u.body_id, string_to_array(u.roles, '+'), u.event_id, u.last_at, u.refused, u.denied, u.empty_lookups, u.at_night, u.one_person, u.unmasked, u.people
       from unnest($2::text[], $3::uuid[], $4::uuid[], $5::text[], $6::uuid[], $7::timestamptz[], $8::int[], $9::int[], $10::int[], $11::int[], $12::int[], $13::int[], $14::int[])
         as u (actor, actor_id, body_id, roles, event_id, last_at, refused, denied, empty_lookups, at_night, one_person, unmasked, people)`,
    [
      day,
      readers.map((one) => one.actor),
      readers.map((one) => one.actorId),
      readers.map((one) => one.bodyId),
      readers.map((one) => one.roles.join('+')),
      readers.map((one) => one.eventId),
      readers.map((one) => one.lastAt),
      ...(['refused', 'denied', 'emptyLookups', 'atNight', 'onePerson', 'unmasked', 'people'] as const).map((sign) =>
        readers.map((one) => one.counts[sign]),
      ),
    ],
  );
}

export const forgetReadersBefore = (tx: Tx, day: PlainDate): Promise<unknown> =>
  tx.query('delete from unusual_reader where day < $1', [day]);

/** The day that was counted last, and when; waits for whoever counts. */
export async function lockCounted(tx: Tx): Promise<{ readonly day: PlainDate | null }> {
  const [row] = await tx.query<{ day: PlainDate | null }>('select day from unusual_counted for update');
  return row!;
}
export async function lastCount(tx: Tx): Promise<{ readonly day: PlainDate | null; readonly at: Instant | null }> {
  const [row] = await tx.query<{ day: PlainDate | null; at: Instant | null }>('select day, at from unusual_counted');
  return row!;
}
export const setCounted = (tx: Tx, day: PlainDate, at: Instant): Promise<unknown> =>
  tx.query('update unusual_counted set day = $1, at = $2', [day, at]);

/** Readers kept for the days from this one on, as far as the session supervises: newest day first. */
export async function keptReaders(tx: Tx, since: PlainDate): Promise<ReaderOfBody[]> {
  const rows = await tx.query<ReaderRow>('select * from unusual_reader where day >= $1 order by day desc, actor, last_at desc', [since]);
  return rows.map(fromRow);
}

/** Bodies named of one reader and day; more are not read. */
const BODIES_NAMED = 3;

/** One line for each reader and day. Somebody read in matters of two bodies on one day counts for both. */
export const byReader = (readers: readonly ReaderOfBody[]): ReaderDay[] =>
  [...Map.groupBy(readers, ({ day, actor }) => `${day} ${actor}`).values()].map((parts) => {
    const last = parts.reduce((one, other) => (other.lastAt > one.lastAt ? other : one));
    const sum = (sign: Sign): number =>
      sign === 'onePerson'
        ? Math.max(...parts.map(({ counts }) => counts[sign]))
        : parts.reduce((total, { counts }) => total + counts[sign], 0);
    return {
      day: last.day,
      actor: last.actor,
      roles: [...new Set(parts.flatMap(({ roles }) => roles))].sort(),
      bodyIds: parts.flatMap(({ bodyId }) => bodyId ?? []).slice(0, BODIES_NAMED),
      eventId: last.eventId,
      counts: Object.fromEntries(SIGNS.map((sign) => [sign, sum(sign)])) as Record<Sign, number>,
    };
  });

/** People whose record one reader opened on a day so that it stands out, and how often. */
export async function openedUnusually(
  tx: Tx,
  reader: { readonly actorId: string; readonly day: PlainDate },
  { night, onePerson, signs }: { readonly night: Night; readonly onePerson: number; readonly signs: readonly Sign[] },
): Promise<readonly { readonly personId: string; readonly times: number }[]> {
  const rows = await tx.query<{ person_id: string; times: number }>(
    `with opened as (
       select e.object_id as person_id, count(*) as times, count(*) filter (where e.act = 'record.unmasked') as unmasked,
              count(*) filter (where extract(hour from e.at at time zone 'Asia/Ho_Chi_Minh') >= $4 or extract(hour from e.at at time zone 'Asia/Ho_Chi_Minh') < $5) as at_night
         from audit_event e
        where e.actor_id = $3 and ${OF_THE_DAY} and e.act = any ($2) and e.purpose <> 'OWN_RECORD' and e.object_id is not null
        group by e.object_id)
     select o.person_id, o.times::int as times from opened o
      where ('onePerson' = any ($7) and o.times >= $6) or ('atNight' = any ($7) and o.at_night > 0) or ('unmasked' = any ($7) and o.unmasked > 0)
      order by o.times desc, o.person_id`,
    [reader.day, OPENINGS, reader.actorId, night.from, night.to, onePerson, signs],
  );
  return rows.map((row) => ({ personId: row.person_id, times: row.times }));
}
