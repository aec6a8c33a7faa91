/** SQL of additions. Row-level security is the second wall: who asks does so for the own bodies, who decides is another human and keeps the lists. */
import type { Instant } from '#base/clock.ts';
import type { Tx } from '#base/database/transaction.ts';
import { entryDigest } from './fingerprint.ts';
import type { Addition } from './judge-addition.ts';
import { entryOfAddition } from './judge-addition.ts';
import type { AdditionKind, AdditionState } from './shapes.ts';

export interface StoredAddition extends Addition {
  readonly id: string;
  readonly kind: AdditionKind;
  /** the request whose entry this one ends or corrects; null = a new entry */
  readonly changes: string | null;
  readonly bodyId: string;
  readonly askedAt: Instant;
  /** from then on nobody decides it any more */
  readonly endsAt: Instant;
  readonly state: AdditionState;
  /** when it was decided, taken back or lapsed */
  readonly decidedAt: Instant | null;
  readonly reason: string | null;
  /** its entry is in the lists now */
  readonly stands: boolean;
  /** another request of the same code waits */
  readonly awaited: boolean;
  /** may the session's person decide it? */
  readonly mayDecide: boolean;
  /** may the session's person take it back? */
  readonly mayWithdraw: boolean;
}

export type AskedAddition = Addition &
  Pick<StoredAddition, 'id' | 'kind' | 'changes' | 'bodyId' | 'endsAt'> & {
    readonly at: Instant;
  };

/** @returns false when the same code of the list waits already */
export async function askAddition(tx: Tx, request: AskedAddition): Promise<boolean> {
  const made = await tx.query(
    `insert into list_addition (addition_id, kind, changes, list, code, name, name_en, aliases, valid_from, valid_to, source, body_id, asked_by, asked_at, ends_at, days)
     values ($1, $2, $3, $4, $5, $6, $7, $8::text[], $9, $10, $11, $12, session_person(), $13, $14, $15) on conflict do nothing returning 1 as made`,
    [
      request.id,
      request.kind,
      request.changes,
      request.list,
      request.code,
      request.name,
      request.nameEn,
      request.aliases,
      request.validFrom,
      request.validTo,
      request.source,
      request.bodyId,
      request.at,
      request.endsAt,
      request.days === null ? null : JSON.stringify(request.days),
    ],
  );
  return made.length > 0;
}

const SELECT = `select addition_id as id, kind, changes, list, code, name, name_en as "nameEn", aliases, valid_from as "validFrom", valid_to as "validTo", source, days,
    body_id as "bodyId", asked_at as "askedAt", ends_at as "endsAt", state, decided_at as "decidedAt", reason, addition_stands(addition_id) as stands,
    exists (select 1 from list_addition w where w.state = 'waiting' and w.list = list_addition.list and w.code = list_addition.code) as awaited,
    state = 'waiting' and session_keeps_lists() and not is_session_human(asked_by, null) as "mayDecide",
    state = 'waiting' and is_session_human(asked_by, null) as "mayWithdraw"
  from list_addition`;

/** Where a page of the list ends: does it wait, when was it asked, which is it. */
export type AdditionPlace = readonly [waits: string, askedAt: string, id: string];
export const placeOfAddition = ({ state, askedAt, id }: StoredAddition): AdditionPlace => [state === 'waiting' ? '1' : '0', askedAt, id];

/** What waits first, then the newest; at most `limit`. @param after  the place of the last one of the page before */
export const additions = (tx: Tx, after: AdditionPlace | null, limit: number): Promise<StoredAddition[]> =>
  tx.query<StoredAddition>(
    `${SELECT} where $1::int is null or ((state = 'waiting')::int, asked_at, addition_id) < ($1::int, $2::timestamptz, $3::uuid)
      order by (state = 'waiting') desc, asked_at desc, addition_id desc limit $4`,
    [after?.[0] ?? null, after?.[1] ?? null, after?.[2] ?? null, limit],
  );

/** One of them; null when the session does not see it. */
export async function additionById(tx: Tx, id: string): Promise<StoredAddition | null> {
  const [row] = await tx.query<StoredAddition>(`${SELECT} where addition_id = $1`, [id]);
  return row ?? null;
}

/** Requests that wait for the session's person, and when the first of them was asked. */
export async function additionsToDecide(tx: Tx): Promise<{ readonly count: number; readonly oldestAt: Instant | null }> {
  const [row] = await tx.query<{ count: number; oldest: string | null }>(
    `select count(*)::int as count, min(asked_at) as oldest from list_addition
      where state = 'waiting' and (select session_keeps_lists()) and not is_session_human(asked_by, null)`,
  );
  return { count: row!.count, oldestAt: row!.oldest };
}

/** @returns false when it does not wait any more, or is not this session's to decide */
export async function decideAddition(
  tx: Tx,
  id: string,
  verdict: { readonly granted: boolean; readonly reason: string | null; readonly at: Instant },
): Promise<boolean> {
  const done = await tx.query(
    `update list_addition set state = $2, decided_by = session_person(), decided_at = $3, reason = $4
      where addition_id = $1 and state = 'waiting' and ends_at > $3 returning 1 as done`,
    [id, verdict.granted ? 'granted' : 'refused', verdict.at, verdict.reason],
  );
  return done.length > 0;
}

/** @returns false when it does not wait any more, or somebody else asked */
export async function withdrawAddition(tx: Tx, id: string, at: Instant): Promise<boolean> {
  const done = await tx.query(
    `update list_addition set state = 'withdrawn', decided_at = $2 where addition_id = $1 and state = 'waiting' and is_session_human(asked_by, null)
     returning 1 as done`,
    [id, at],
  );
  return done.length > 0;
}

export type LapsedAddition = Pick<StoredAddition, 'id' | 'bodyId' | 'list' | 'code'>;

/** Ends what nobody decided in time; needs a system session. */
export const lapseAdditions = (tx: Tx, now: Instant): Promise<LapsedAddition[]> =>
  tx.query<LapsedAddition>(
    `update list_addition set state = 'lapsed', decided_at = $1 where state = 'waiting' and ends_at <= $1
     returning addition_id as id, body_id as "bodyId", list, code`,
    [now],
  );

/** The entry of a request makes way for the one that ends or corrects it, granted in this transaction. */
export async function makeWay(tx: Tx, additionId: string): Promise<void> {
  const ended = await tx.query(
    'update code_list_entry set tx_to = record_tx() where addition_id = $1 and tx_to = 9223372036854775807 returning 1 as ended',
    [additionId],
  );
  if (ended.length !== 1) throw new Error(`${ended.length} entries make way for one`);
}

/** The entry that was granted, in the transaction that grants it. */
export async function writeAdded(tx: Tx, addition: StoredAddition): Promise<void> {
  const entry = entryOfAddition(addition);
  await tx.query(
    `insert into code_list_entry (list, digest, code, name, valid_from, valid_to, held_to, source, confidence, entry, addition_id)
     values ($1, $2, $3, $4, $5, $6, $6, $7, $8, $9::json, $10)`,
    [
      addition.list,
      entryDigest(entry),
      entry.code,
      entry.name,
      entry.validFrom,
      entry.validTo,
      addition.source,
      entry.confidence,
      JSON.stringify(entry),
      addition.id,
    ],
  );
}
