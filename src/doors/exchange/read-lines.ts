/** SQL of lines as people see them: the board, the worst first, and one line with all that stands of it. Numbers, names and signatures; no change of anybody. */
import type { Instant } from '#base/clock.ts';
import type { Bilingual } from '#base/problem.ts';
import type { Tx } from '#base/database/transaction.ts';
import { BATCHES_SHOWN, CODES_SHOWN } from './limits.ts';
import type { LineState } from './line-shapes.ts';
import { LINE_STATES } from './line-shapes.ts';
import type { Lane, SignedText } from './shapes.ts';

/** A change that waits: for an officer, or for a case to be settled. */
const WAITS = `e.verdict in ('quarantined', 'conflict') and e.final is null`;
const LIVING = 'c.ended_at is null or c.ended_at > $1';

/** Every line that the session reads, with where it stands at $1. Each count asks an index of the body's open rows. */
const LINES = `select s.body_id as "bodyId", s.source, s.epoch, s.confirms, s.enrolled_at as "enrolledAt", s.ended_at as "endedAt",
    f.frozen, w.waiting::int as waiting, w.since as "waitsSince", l.last_at as "lastAt", c.ends as "certificateEnds", r.requests,
    case when s.ended_at is not null then 5 when f.frozen then 0 when not c.any_living then 1 when w.since is not null then 2 when l.last_at is null then 3 else 4 end as rank
  from exchange_source s
  cross join lateral (select exists (select 1 from exchange_freeze f where f.body_id = s.body_id and f.released_at is null) as frozen) f
  cross join lateral (select count(*) as waiting, min(q.at) as since from (
    select b.received_at as at from exchange_change e join exchange_batch b on b.body_id = e.body_id and b.epoch = e.epoch and b.lane = e.lane and b.submission_id = e.submission_id
     where e.body_id = s.body_id and ${WAITS} and b.judged_at is not null
    union all
    select b.received_at from exchange_batch b cross join generate_series(b.first, b.last) where b.body_id = s.body_id and b.judged_at is null) q) w
  cross join lateral (select max(b.received_at) as last_at from exchange_batch b where b.body_id = s.body_id) l
  cross join lateral (select min(c.valid_to) filter (where ${LIVING}) as ends,
      coalesce(bool_or((${LIVING}) and (c.valid_to is null or c.valid_to > $1)), false) as any_living from exchange_caller c where c.body_id = s.body_id) c
  cross join lateral (select count(*)::int as requests from exchange_request r where r.body_id = s.body_id and r.state = 'asked') r`;

export interface LineShown {
  readonly bodyId: string;
  readonly source: string;
  readonly epoch: number;
  readonly confirms: 'queue' | 'own-key';
  readonly enrolledAt: Instant;
  readonly waiting: number;
  readonly waitsSince: Instant | null;
  readonly lastAt: Instant | null;
  readonly certificateEnds: Instant | null;
  readonly requests: number;
  readonly rank: number;
  /** what lines of one rank are in order of, the oldest first */
  readonly since: Instant;
}

export const stateOf = ({ rank }: Pick<LineShown, 'rank'>): LineState => LINE_STATES[rank]!;

/**
 * A page of lines, the worst first.
 * @param of.after  [rank, since, body] of the last one seen
 */
export const linesPage = (
  tx: Tx,
  of: {
    readonly bodyIds: readonly string[] | null;
    readonly state: LineState | null;
    readonly after: readonly [string, string, string] | null;
    readonly at: Instant;
    readonly limit: number;
  },
): Promise<LineShown[]> =>
  tx.query<LineShown>(
    `select * from (select q.*, date_trunc('milliseconds', coalesce(q."waitsSince", q."lastAt", q."enrolledAt")) as since from (${LINES}) q) q
      where ($2::uuid[] is null or q."bodyId" = any ($2)) and ($3::int is null or q.rank = $3)
        and ($4::int is null or (q.rank, q.since, q."bodyId") > ($4, $5::timestamptz, $6::uuid))
      order by q.rank, q.since, q."bodyId" limit $7`,
    [of.at, of.bodyIds, of.state === null ? null : LINE_STATES.indexOf(of.state), ...(of.after ?? [null, null, null]), of.limit],
  );

/** One line; null: no software of the body was ever enrolled. */
export async function lineOf(tx: Tx, bodyId: string, at: Instant): Promise<LineShown | null> {
  const [row] = await tx.query<LineShown>(`${LINES} where s.body_id = $2`, [at, bodyId]);
  return row ?? null;
}

/** received = accepted + rejected + waiting, in changes. What was said already counts as what became of it then. */
export interface LaneCounts {
  readonly lane: Lane;
  readonly expected: number;
  readonly unread: number;
  readonly received: number;
  readonly accepted: number;
  readonly rejected: number;
}

export const lanesOf = (tx: Tx, bodyId: string): Promise<LaneCounts[]> =>
  tx.query<LaneCounts>(
    `select l.lane, l.expected::float8 as expected,
            (select count(*)::int from exchange_batch b where b.body_id = l.body_id and b.lane = l.lane and b.judged_at is null) as unread,
            (select coalesce(sum(b.last - b.first + 1), 0)::float8 from exchange_batch b where b.body_id = l.body_id and b.lane = l.lane) as received,
            coalesce(v.accepted, 0)::float8 as accepted, coalesce(v.rejected, 0)::float8 as rejected
       from exchange_lane l
       left join lateral (
         select count(*) filter (where e.final = 'accepted' or e.verdict = 'accepted' or (e.verdict = 'duplicate' and e.was <> 'rejected')) as accepted,
                count(*) filter (where e.final = 'rejected' or e.verdict = 'rejected' or (e.verdict = 'duplicate' and e.was = 'rejected')) as rejected
           from exchange_change e
          where e.body_id = l.body_id and e.lane = l.lane
            and exists (select 1 from exchange_batch b where b.body_id = e.body_id and b.epoch = e.epoch and b.lane = e.lane
              and b.submission_id = e.submission_id and b.judged_at is not null)) v on true
      where l.body_id = $1 order by array_position(array['daily', 'correction', 'load'], l.lane)`,
    [bodyId],
  );

export interface BatchShown {
  readonly epoch: number;
  readonly lane: Lane;
  readonly first: number;
  readonly last: number;
  readonly receivedAt: Instant;
  readonly judgedAt: Instant | null;
}

export const lastBatchesOf = (tx: Tx, bodyId: string): Promise<BatchShown[]> =>
  tx.query<BatchShown>(
    `select epoch, lane, first::float8 as first, last::float8 as last, received_at as "receivedAt", judged_at as "judgedAt"
       from exchange_batch where body_id = $1 order by received_at desc, epoch desc, lane, first desc limit $2`,
    [bodyId, BATCHES_SHOWN],
  );

/** Why changes were refused, by code, the most frequent first. */
export const refusedOf = (
  tx: Tx,
  bodyId: string,
): Promise<{ readonly code: string; readonly title: Bilingual; readonly count: number }[]> =>
  tx.query(
    `select p ->> 'code' as code, (array_agg(p -> 'title'))[1] as title, count(distinct (e.epoch, e.lane, e.seq))::int as count
       from exchange_change e cross join lateral jsonb_array_elements(e.problems) p
      where e.body_id = $1 and (e.verdict = 'rejected' or e.final = 'rejected') and p ->> 'severity' = 'error'
      group by 1 order by 3 desc, 1 limit $2`,
    [bodyId, CODES_SHOWN],
  );

export interface KeyShown {
  readonly kid: string;
  readonly publicKey: string;
  readonly endsAt: Instant | null;
}

/** Keys by which the source signs: that of today first, then those that are taken beside it or were. */
export const keysOfLine = (tx: Tx, bodyId: string): Promise<KeyShown[]> =>
  tx.query<KeyShown>(
    `select kid, public_key as "publicKey", ended_at as "endsAt", 0 as place from exchange_source where body_id = $1
     union all select kid, public_key, ends_at, 1 from exchange_former_key where body_id = $1 order by place, "endsAt" desc, kid`,
    [bodyId],
  );

export interface CallerShown {
  readonly carrier: 'mtls' | 'x-road' | 'lgsp';
  readonly name: string;
  readonly networks: readonly string[];
  readonly validFrom: Instant | null;
  readonly validTo: Instant | null;
  readonly endsAt: Instant | null;
}

export const callersOfLine = (tx: Tx, bodyId: string): Promise<CallerShown[]> =>
  tx.query<CallerShown>(
    `select carrier, name, networks, valid_from as "validFrom", valid_to as "validTo", ended_at as "endsAt"
       from exchange_caller where body_id = $1 order by ended_at desc nulls first, valid_to desc nulls first, carrier, name`,
    [bodyId],
  );

export interface ConfirmerShown {
  readonly kid: string;
  readonly officer: string;
  readonly maker: string;
  readonly publicKey: string;
  readonly enrolledAt: Instant;
  readonly endsAt: Instant | null;
}

export const confirmersOfLine = (tx: Tx, bodyId: string): Promise<ConfirmerShown[]> =>
  tx.query<ConfirmerShown>(
    `select k.kid, coalesce(h.name, '') as officer, k.maker, k.public_key as "publicKey", k.enrolled_at as "enrolledAt", k.ended_at as "endsAt"
       from exchange_confirming_key k left join exchange_key_holders($1) h on h.kid = k.kid
      where k.body_id = $1 order by k.ended_at desc nulls first, k.enrolled_at desc, k.kid`,
    [bodyId],
  );

export interface FrozenShown {
  readonly epoch: number;
  readonly lane: Lane;
  readonly first: number;
  readonly at: Instant;
  readonly held: SignedText | null;
  readonly offered: SignedText;
}

/** Two batches that cannot both be, as their sender signed them; null: the line is not frozen. */
export async function frozenOf(tx: Tx, bodyId: string): Promise<FrozenShown | null> {
  const [row] = await tx.query<FrozenShown>(
    `select epoch, lane, first::float8 as first, at, case when held is not null then jsonb_build_object('text', held, 'signature', held_signature) end as held,
            jsonb_build_object('text', offered, 'signature', offered_signature) as offered
       from exchange_freeze where body_id = $1 and released_at is null`,
    [bodyId],
  );
  return row ?? null;
}
