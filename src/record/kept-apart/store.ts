/** All SQL of the room. Row-level security of migration 0900 is the second wall under each statement. */
import type { Instant, PlainDate } from '#base/clock.ts';
import type { Tx } from '#base/database/transaction.ts';
import type { KeptApartKind, KeptApartPaper, KeptApartState } from './shapes.ts';

/** A request as it is kept. */
export interface KeptApart {
  readonly requestId: string;
  /** the record in which it was asked */
  readonly personId: string;
  /** the record that stands for this person now */
  readonly standsAs: string;
  readonly bodyId: string;
  readonly kind: KeptApartKind;
  /** of an end: that of the mark which it ends */
  readonly class: string;
  readonly paper: KeptApartPaper;
  readonly fromDay: PlainDate;
  readonly state: KeptApartState;
  readonly stands: boolean;
  readonly askedBy: string;
  readonly askedName: string;
  readonly askedAt: Instant;
  readonly decidedName: string | null;
  readonly decidedAt: Instant | null;
  readonly refusal: string | null;
  readonly name: string;
}

const ENDED = `exists (select 1 from kept_apart e where e.ends = k.request_id and e.kind = 'end' and e.state = 'granted')`;
const SELECT = `select k.request_id as "requestId", k.person_id as "personId", p.person_id as "standsAs", p.body_id as "bodyId", k.kind,
    coalesce(k.class, (select m.class from kept_apart m where m.request_id = k.ends), '') as class, k.paper, k.from_day as "fromDay", k.state,
    k.kind = 'mark' and k.state = 'granted' and not ${ENDED} as stands, k.asked_by as "askedBy", k.asked_name as "askedName", k.asked_at as "askedAt",
    k.decided_name as "decidedName", k.decided_at as "decidedAt", k.refusal, coalesce(p.full_name, '') as name
  from kept_apart k join person p on p.person_id = standing_person(k.person_id)`;

/** Those of these bodies (null: of all that the session keeps), the newest first. `after` = [asked at, id] of the last one seen. */
export const keptApartPage = (
  tx: Tx,
  of: { readonly bodyIds: readonly string[] | null; readonly after: readonly [string, string] | null; readonly limit: number },
): Promise<KeptApart[]> =>
  tx.query<KeptApart>(
    `${SELECT} where ($1::uuid[] is null or p.body_id = any ($1)) and ($2::timestamptz is null or (k.asked_at, k.request_id) < ($2, $3::uuid))
      order by k.asked_at desc, k.request_id desc limit $4`,
    [of.bodyIds, of.after?.[0] ?? null, of.after?.[1] ?? null, of.limit],
  );

/** Requests that wait, over these bodies, but not the session's own. */
export async function countKeptApart(
  tx: Tx,
  bodyIds: readonly string[] | null,
): Promise<{ readonly count: number; readonly oldestAt: Instant | null }> {
  const [row] = await tx.query<{ count: number; oldest_at: Instant | null }>(
    `select count(*)::int as count, min(k.asked_at) as oldest_at from kept_apart k join person p on p.person_id = standing_person(k.person_id)
      where k.state = 'asked' and not is_session_human(k.asked_by, null) and not is_session_human_of(k.person_id) and ($1::uuid[] is null or p.body_id = any ($1))`,
    [bodyIds],
  );
  return { count: row!.count, oldestAt: row!.oldest_at };
}

export async function readKeptApart(tx: Tx, requestId: string): Promise<KeptApart | null> {
  const [row] = await tx.query<KeptApart>(`${SELECT} where k.request_id = $1`, [requestId]);
  return row ?? null;
}

/** The mark by which the record is kept apart today, and whether something waits about it. */
export async function standingOf(tx: Tx, personId: string): Promise<{ readonly mark: string | null; readonly open: boolean }> {
  const rows = await tx.query<{ requestId: string; state: KeptApartState; stands: boolean }>(
    `select k.request_id as "requestId", k.state, k.kind = 'mark' and k.state = 'granted' and not ${ENDED} as stands
       from kept_apart k where k.person_id in (select r.person_id from records_of_humans(array[$1::uuid]) r)`,
    [personId],
  );
  return { mark: rows.find(({ stands }) => stands)?.requestId ?? null, open: rows.some(({ state }) => state === 'asked') };
}

export interface ToWrite extends Pick<KeptApart, 'requestId' | 'personId' | 'bodyId' | 'kind' | 'paper' | 'fromDay' | 'askedAt'> {
  /** null: an end */
  readonly class: string | null;
  /** the mark that it ends; null: a mark */
  readonly ends: string | null;
  readonly by: { readonly accountId: string; readonly name: string };
}

/** @returns false when one waits for this person already */
export async function writeKeptApart(tx: Tx, one: ToWrite): Promise<boolean> {
  const rows = await tx.query(
    `insert into kept_apart (person_id, request_id, kind, ends, body_id, class, paper, from_day, asked_by, asked_name, asked_at)
     values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11) on conflict do nothing returning 1`,
    [
      one.personId,
      one.requestId,
      one.kind,
      one.ends,
      one.bodyId,
      one.class,
      JSON.stringify(one.paper),
      one.fromDay,
      one.by.accountId,
      one.by.name,
      one.askedAt,
    ],
  );
  return rows.length > 0;
}

/** Moves one from the state in which it was read; false when it is not there any more. */
export async function moveKeptApart(
  tx: Tx,
  one: Pick<KeptApart, 'requestId' | 'personId' | 'state'>,
  to: KeptApartState,
  more: { readonly by?: { readonly accountId: string; readonly name: string }; readonly at?: Instant; readonly refusal?: string } = {},
): Promise<boolean> {
  const rows = await tx.query(
    `update kept_apart set state = $4, decided_by = $5, decided_name = $6, decided_at = $7, refusal = $8
      where person_id = $1 and request_id = $2 and state = $3 returning 1`,
    [one.personId, one.requestId, one.state, to, more.by?.accountId ?? null, more.by?.name ?? null, more.at ?? null, more.refusal ?? null],
  );
  return rows.length > 0;
}

/** Requests that wait, with the body that manages each record: what the background tells of. */
export const keptApartToNotice = (tx: Tx): Promise<{ readonly requestId: string; readonly bodyId: string; readonly askedBy: string }[]> =>
  tx.query(
    `select k.request_id as "requestId", p.body_id as "bodyId", k.asked_by as "askedBy" from kept_apart k join person p on p.person_id = standing_person(k.person_id)
      where k.state = 'asked' order by k.request_id`,
  );

/** What was given out of a record whose mark was granted, and is still good, ends. @returns how many cards */
export async function endGiven(tx: Tx, personId: string, at: Instant): Promise<number> {
  const [row] = await tx.query<{ cards: number }>('select end_given_of_kept_apart($1, $2) as cards', [personId, at]);
  return row!.cards;
}

/** That the own record is kept apart; null: it is not. MUST run with the own record's policies. */
export async function ownKeptApart(tx: Tx): Promise<{ readonly bodyId: string; readonly fromDay: PlainDate } | null> {
  const [row] = await tx.query<{ body_id: string; from_day: PlainDate }>('select body_id, from_day from own_kept_apart()');
  return row ? { bodyId: row.body_id, fromDay: row.from_day } : null;
}
