/** All SQL of the room. Row-level security of migration 0880 is the second wall under each statement. */
import type { Instant, PlainDate } from '#base/clock.ts';
import type { Tx } from '#base/database/transaction.ts';
import type { Keys } from '#base/sealing.ts';
import { readSalts } from '#record/register/store.ts';
import type { RequestKind } from './kinds.ts';
import type { ANSWERS } from './shapes.ts';

const PURPOSE = 'data-request';
export const sealWords = (keys: Pick<Keys, 'seal'>, salt: Uint8Array, text: string): Buffer =>
  Buffer.from(keys.seal(salt, PURPOSE, Buffer.from(text)));
const openWords = (keys: Pick<Keys, 'open'>, salt: Uint8Array, sealed: Uint8Array): string =>
  Buffer.from(keys.open(salt, PURPOSE, sealed)).toString();

export interface StoredRequest {
  readonly requestId: string;
  /** the record in which it was asked: the salt of this one seals it */
  readonly personId: string;
  /** the record that stands for this person now */
  readonly standsAs: string;
  readonly kind: RequestKind;
  readonly content: Buffer;
  readonly madeAt: Instant;
  readonly outcome: (typeof ANSWERS)[number] | null;
  readonly answer: Buffer | null;
  readonly settledBy: string | null;
  readonly settledAt: Instant | null;
  /** of its clock; null: no term ran */
  readonly lastDay: PlainDate | null;
  readonly late: boolean;
}
export interface DeskRequest extends StoredRequest {
  readonly bodyId: string;
  readonly name: string;
}

const COLUMNS = `r.request_id as "requestId", r.person_id as "personId", standing_person(r.person_id) as "standsAs", r.kind, r.content_sealed as content, r.made_at as "madeAt", r.outcome,
    r.answer_sealed as answer, r.settled_by_name as "settledBy", r.settled_at as "settledAt", c.last_day as "lastDay",
    coalesce(coalesce(c.done_at, $1::timestamptz) >= c.due_at, false) as late`;
const CLOCK = `left join legal_clock c on c.person_id = r.person_id and c.about = r.request_id::text`;

/** The own person's requests, newest first; `limit` null: all. MUST run with the own record's policies. */
export const ownRequests = (tx: Tx, now: Instant, limit: number | null): Promise<StoredRequest[]> =>
  tx.query<StoredRequest>(
    `select ${COLUMNS} from data_request r ${CLOCK} where r.person_id = any ((select session_own_people())::uuid[]) order by r.made_at desc, r.request_id limit $2`,
    [now, limit],
  );

const OF_DESK = `select ${COLUMNS}, p.body_id as "bodyId", coalesce(p.full_name, '') as name from data_request r join person p on p.person_id = standing_person(r.person_id) ${CLOCK}
   where not is_session_human(r.by_account, null)`;

/** A page of the desk; what was made first stands first. `after` = [made at, id] of the last one seen. */
export const requestPage = (
  tx: Tx,
  now: Instant,
  { bodyIds, settled }: { readonly bodyIds: readonly string[] | null; readonly settled: boolean },
  after: readonly [string, string] | null,
  limit: number,
): Promise<DeskRequest[]> =>
  tx.query<DeskRequest>(
    `select q.* from (${OF_DESK} and ($2::uuid[] is null or p.body_id = any ($2)) and (r.outcome is not null) = $3) q
      where $4::timestamptz is null or (q."madeAt", q."requestId") > ($4, $5::uuid) order by q."madeAt", q."requestId" limit $6`,
    [now, bodyIds, settled, after?.[0] ?? null, after?.[1] ?? null, limit],
  );

/** Open requests that the desk answers, as many as stand on its pages. */
export async function countDataRequests(
  tx: Tx,
  bodyIds: readonly string[] | null,
): Promise<{ readonly count: number; readonly oldestAt: Instant | null }> {
  const [row] = await tx.query<{ count: number; oldest_at: Instant | null }>(
    `select count(*)::int as count, min(r.made_at) as oldest_at from data_request r join person p on p.person_id = standing_person(r.person_id)
      where r.outcome is null and not is_session_human(r.by_account, null) and ($1::uuid[] is null or p.body_id = any ($1))`,
    [bodyIds],
  );
  return { count: row!.count, oldestAt: row!.oldest_at };
}

export async function readRequest(tx: Tx, now: Instant, requestId: string): Promise<DeskRequest | null> {
  const [row] = await tx.query<DeskRequest>(`${OF_DESK} and r.request_id = $2 for update of r`, [now, requestId]);
  return row ?? null;
}

/** The body that answers it, as far as this session sees it. */
export async function bodyOfRequest(tx: Tx, requestId: string): Promise<string | null> {
  const [row] = await tx.query<{ body_id: string }>(
    `select p.body_id from data_request r join person p on p.person_id = standing_person(r.person_id) where r.request_id = $1 and not is_session_human(r.by_account, null)`,
    [requestId],
  );
  return row?.body_id ?? null;
}

/** @returns the account that asked; null when one of this kind is open */
export async function insertRequest(
  tx: Tx,
  made: {
    readonly personId: string;
    readonly requestId: string;
    readonly kind: RequestKind;
    readonly content: Uint8Array;
    readonly at: Instant;
  },
): Promise<string | null> {
  const [row] = await tx.query<{ byAccount: string }>(
    `insert into data_request (person_id, request_id, by_account, kind, content_sealed, made_at) values ($1, $2, session_person(), $3, $4, $5)
     on conflict do nothing returning by_account as "byAccount"`,
    [made.personId, made.requestId, made.kind, made.content, made.at],
  );
  return row?.byAccount ?? null;
}

/** @returns the account that answered; null when it is open no more */
export async function answerOpen(
  tx: Tx,
  { personId, requestId }: Pick<StoredRequest, 'personId' | 'requestId'>,
  with_: { readonly outcome: string; readonly answer: Uint8Array; readonly byName: string; readonly at: Instant },
): Promise<string | null> {
  const [row] = await tx.query<{ settledBy: string }>(
    `update data_request set outcome = $3, answer_sealed = $4, settled_by = session_person(), settled_by_name = $5, settled_at = $6
      where person_id = $1 and request_id = $2 and outcome is null returning settled_by as "settledBy"`,
    [personId, requestId, with_.outcome, with_.answer, with_.byName, with_.at],
  );
  return row?.settledBy ?? null;
}

export interface OpenedWords {
  readonly words: string;
  readonly answer: string | null;
}

/** What people wrote, by request; one whose person was erased has nothing any more. */
export async function wordsOf(
  tx: Tx,
  keys: Pick<Keys, 'open'>,
  requests: readonly StoredRequest[],
): Promise<ReadonlyMap<string, OpenedWords>> {
  const salts = await readSalts(tx, [...new Set(requests.map(({ personId }) => personId))]);
  return new Map(
    requests.flatMap((one) => {
      const salt = salts.get(one.personId);
      if (!salt) return [];
      return [
        [one.requestId, { words: openWords(keys, salt, one.content), answer: one.answer && openWords(keys, salt, one.answer) }] as const,
      ];
    }),
  );
}

/** Open requests with the body that manages each, and those answered since: what the background tells of. */
export const requestsToNotice = (
  tx: Tx,
  since: Instant,
): Promise<
  {
    readonly requestId: string;
    readonly bodyId: string;
    readonly byAccount: string;
    readonly settled: boolean;
    readonly lastDay: PlainDate | null;
  }[]
> =>
  tx.query(
    `select r.request_id as "requestId", p.body_id as "bodyId", r.by_account as "byAccount", r.outcome is not null as settled, c.last_day as "lastDay"
       from data_request r join person p on p.person_id = standing_person(r.person_id) ${CLOCK}
      where r.outcome is null or r.settled_at >= $1 order by r.request_id`,
    [since],
  );
