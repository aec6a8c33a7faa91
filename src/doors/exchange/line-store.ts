/** SQL of requests about lines, and of what is written when one is granted. Row-level security of migration 0962 is the second wall under each statement. */
import type { Instant } from '#base/clock.ts';
import type { Tx } from '#base/database/transaction.ts';
import type { LineRequest } from './line-request.ts';
import type { RequestKind, RequestState } from './line-shapes.ts';

/** A request as it is kept. */
export interface KeptRequest {
  readonly requestId: string;
  readonly bodyId: string;
  readonly kind: RequestKind;
  readonly asked: LineRequest;
  readonly reason: string;
  readonly state: RequestState;
  readonly askedBy: string;
  readonly askedName: string;
  readonly askedAt: Instant;
  readonly decidedName: string | null;
  readonly decidedAt: Instant | null;
  readonly refusal: string | null;
}

const REQUEST = `select r.request_id as "requestId", r.body_id as "bodyId", r.kind, r.asked || jsonb_build_object('kind', r.kind) as asked, r.reason, r.state,
    r.asked_by as "askedBy", r.asked_name as "askedName", r.asked_at as "askedAt", r.decided_name as "decidedName", r.decided_at as "decidedAt", r.refusal
  from exchange_request r`;

/** Those that wait first, then the newest. */
export const requestsOf = (tx: Tx, bodyId: string, limit: number): Promise<KeptRequest[]> =>
  tx.query<KeptRequest>(`${REQUEST} where r.body_id = $1 order by r.state = 'asked' desc, r.asked_at desc, r.request_id desc limit $2`, [
    bodyId,
    limit,
  ]);

export async function readRequest(tx: Tx, requestId: string): Promise<KeptRequest | null> {
  const [row] = await tx.query<KeptRequest>(`${REQUEST} where r.request_id = $1`, [requestId]);
  return row ?? null;
}

interface Doer {
  readonly accountId: string;
  readonly name: string;
}

/** False: one of its kind waits for this body already. */
export async function writeRequest(
  tx: Tx,
  one: {
    readonly bodyId: string;
    readonly requestId: string;
    readonly asked: LineRequest;
    readonly reason: string;
    readonly by: Doer;
    readonly at: Instant;
  },
): Promise<boolean> {
  const { kind, ...members } = one.asked;
  const rows = await tx.query(
    `insert into exchange_request (body_id, request_id, kind, asked, reason, asked_by, asked_name, asked_at) values ($1,$2,$3,$4,$5,$6,$7,$8)
     on conflict do nothing returning 1`,
    [one.bodyId, one.requestId, kind, JSON.stringify(members), one.reason, one.by.accountId, one.by.name, one.at],
  );
  return rows.length > 0;
}

/** False: it does not wait any more. What is granted names the transaction, which alone may write what was asked. */
export async function moveRequest(
  tx: Tx,
  { bodyId, requestId }: Pick<KeptRequest, 'bodyId' | 'requestId'>,
  to: Exclude<RequestState, 'asked'>,
  more: { readonly by?: Doer; readonly at?: Instant; readonly refusal?: string } = {},
): Promise<boolean> {
  const rows = await tx.query(
    `update exchange_request set state = $3, decided_by = $4, decided_name = $5, decided_at = $6, refusal = $7,
            granted_in = case when $3 = 'granted' then pg_current_xact_id() end
      where body_id = $1 and request_id = $2 and state = 'asked' returning 1`,
    [bodyId, requestId, to, more.by?.accountId ?? null, more.by?.name ?? null, more.at ?? null, more.refusal ?? null],
  );
  return rows.length > 0;
}

/** Requests that wait over these bodies (null: all of the session), but not the session's own; and sources that are frozen. */
export async function countLineWork(
  tx: Tx,
  bodyIds: readonly string[] | null,
): Promise<Readonly<Record<'toDecide' | 'frozen', { readonly count: number; readonly oldestAt: Instant | null }>>> {
  const [row] = await tx.query<{ n: number; at: Instant | null; frozen: number; frozen_at: Instant | null }>(
    `select r.n, r.at, f.n as frozen, f.at as frozen_at
       from (select count(*)::int as n, min(asked_at) as at from exchange_request
              where state = 'asked' and not is_session_human(asked_by, null) and ($1::uuid[] is null or body_id = any ($1))) r,
            (select count(*)::int as n, min(f.at) as at from exchange_freeze f join exchange_source s using (body_id)
              where f.released_at is null and s.ended_at is null and ($1::uuid[] is null or f.body_id = any ($1))) f`,
    [bodyIds],
  );
  return { toDecide: { count: row!.n, oldestAt: row!.at }, frozen: { count: row!.frozen, oldestAt: row!.frozen_at } };
}

/** How a line stands, as far as a request asks. */
export interface LineStanding {
  readonly source: string;
  readonly kid: string;
  readonly confirms: 'queue' | 'own-key';
  readonly ended: boolean;
  readonly frozen: boolean;
}

export async function standingOf(tx: Tx, bodyId: string): Promise<LineStanding | null> {
  const [row] = await tx.query<LineStanding>(
    `select s.source, s.kid, s.confirms, s.ended_at is not null as ended,
            exists (select 1 from exchange_freeze f where f.body_id = s.body_id and f.released_at is null) as frozen
       from exchange_source s where s.body_id = $1`,
    [bodyId],
  );
  return row ?? null;
}

/** Officers who may confirm for the body today. */
export const confirmersOf = (tx: Tx, bodyId: string): Promise<{ readonly id: string; readonly name: string }[]> =>
  tx.query('select account_id as id, name from exchange_confirmers($1)', [bodyId]);

export async function isOneself(tx: Tx, accountId: string): Promise<boolean> {
  const [row] = await tx.query<{ same: boolean }>('select is_session_human($1, null) as same', [accountId]);
  return row!.same;
}

/** False: it is not there, or ends already. */
export async function hasCaller(tx: Tx, bodyId: string, carrier: string, name: string): Promise<boolean> {
  const rows = await tx.query('select 1 from exchange_caller where body_id = $1 and carrier = $2 and name = $3 and ended_at is null', [
    bodyId,
    carrier,
    name,
  ]);
  return rows.length > 0;
}

export async function hasConfirmingKey(tx: Tx, bodyId: string, kid: string): Promise<boolean> {
  const rows = await tx.query('select 1 from exchange_confirming_key where body_id = $1 and kid = $2 and ended_at is null', [bodyId, kid]);
  return rows.length > 0;
}

/** The key of a source changes; the one before is taken until then. False: the name of the new one was used before. */
export async function changeKey(
  tx: Tx,
  one: { readonly bodyId: string; readonly kid: string; readonly publicKey: string; readonly oldEndsAt: Instant },
): Promise<boolean> {
  const [row] = await tx.query<{ changed: boolean }>('select exchange_change_key($1, $2, $3, $4) as changed', [
    one.bodyId,
    one.kid,
    one.publicKey,
    one.oldEndsAt,
  ]);
  return row!.changed;
}

/** A source that has ended begins again in the name of who asked for it, under a new epoch; what was received stays. */
export async function beginAgain(tx: Tx, bodyId: string, at: Instant): Promise<void> {
  await tx.query('select exchange_begin_again($1, $2)', [bodyId, at]);
  await tx.query('update exchange_lane set expected = 1, previous = null, waiting = 0 where body_id = $1', [bodyId]);
}

/** False: the name was used before. */
export async function writeConfirmingKey(
  tx: Tx,
  one: {
    readonly bodyId: string;
    readonly kid: string;
    readonly publicKey: string;
    readonly officer: string;
    readonly maker: string;
    readonly by: readonly [string, string];
    readonly at: Instant;
  },
): Promise<boolean> {
  const rows = await tx.query(
    `insert into exchange_confirming_key (body_id, kid, public_key, account_id, maker, enrolled_by, enrolled_with, enrolled_at)
     values ($1,$2,$3,$4,$5,$6,$7,$8) on conflict do nothing returning 1`,
    [one.bodyId, one.kid, one.publicKey, one.officer, one.maker, ...one.by, one.at],
  );
  return rows.length > 0;
}

/** @param kid  null: all of the body */
export const endConfirmingKeys = (tx: Tx, bodyId: string, kid: string | null, by: string, at: Instant): Promise<unknown> =>
  tx.query(
    `update exchange_confirming_key set ended_at = $4, ended_by = $3 where body_id = $1 and ($2::text is null or kid = $2) and ended_at is null`,
    [bodyId, kid, by, at],
  );

export const setConfirms = (tx: Tx, bodyId: string, confirms: 'queue' | 'own-key'): Promise<unknown> =>
  tx.query('update exchange_source set confirms = $2 where body_id = $1', [bodyId, confirms]);

/** The source takes nothing more: neither it nor anything by which it was recognised or confirmed. */
export async function endSource(tx: Tx, bodyId: string, by: string, at: Instant): Promise<void> {
  await tx.query('select exchange_end_source($1, $2)', [bodyId, at]);
  await tx.query('update exchange_caller set ended_at = $3, ended_by = $2 where body_id = $1 and (ended_at is null or ended_at > $3)', [
    bodyId,
    by,
    at,
  ]);
  await endConfirmingKeys(tx, bodyId, null, by, at);
}
