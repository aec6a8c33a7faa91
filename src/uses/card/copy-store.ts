/** SQL of copies in wallets and of the places they have in status lists. A place is taken once, ended once, and never given back. */
import type { Chance } from '#base/chance.ts';
import type { Instant } from '#base/clock.ts';
import type { Tx } from '#base/database/transaction.ts';
import { CARD_COPY_DAYS_MAX } from '#base/config.ts';
import { LIST_NUMBERS_PASSED, LIST_PLACES, LIST_TAKEN_MAX, PLACE_DRAWS_MAX } from './limits.ts';

/** A place in a status list. */
export interface Place {
  readonly list: number;
  readonly index: number;
}

/** Opens a list, when none takes copies. Two that open at once open one. */
export async function openListIfNone(tx: Tx, at: Instant): Promise<void> {
  await tx.query(
    `insert into status_list (list, opened_at) select coalesce(max(list) + 1, 0), $1 from status_list
      having not exists (select 1 from status_list where filled_at is null and retired_at is null) on conflict do nothing`,
    [at],
  );
}

/** Twenty bits of chance. */
function drawIndex(chance: Chance): number {
  const [a, b, c] = chance.bytes(3);
  return ((a! << 16) | (b! << 8) | c!) & (LIST_PLACES - 1);
}

/** Takes a random free place; its neighbours tell nothing of when or for whom it was taken. */
export async function takePlace(tx: Tx, chance: Chance, when: { readonly at: Instant; readonly expiresAt: Instant }): Promise<Place> {
  await openListIfNone(tx, when.at);
  const [open] = await tx.query<{ list: number }>(
    'select list from status_list where filled_at is null and retired_at is null order by list limit 1',
  );
  if (!open) throw new Error('no status list takes copies');
  for (let draws = 0; draws < PLACE_DRAWS_MAX; draws++) {
    const index = drawIndex(chance);
    const taken = await tx.query(
      'insert into status_slot (list, idx, taken_at, expires_at) values ($1, $2, $3, $4) on conflict do nothing returning 1',
      [open.list, index, when.at, when.expiresAt],
    );
    if (taken.length > 0) return { list: open.list, index };
  }
  throw new Error('no free place found in a status list that is not full');
}

export interface CopyToWrite {
  readonly personId: string;
  readonly copyId: string;
  readonly cardId: string;
  readonly bodyId: string;
  /** the wallet that fetched it; null: not kept, as of copies of before (decision 0057) */
  readonly grantId: string | null;
  readonly place: Place;
  /** thumbprint of the holder key (RFC 7638) */
  readonly holderKey: string;
  readonly issuedAt: Instant;
  readonly expiresAt: Instant;
  readonly notificationHash: Uint8Array;
}

export async function writeCopy(tx: Tx, copy: CopyToWrite): Promise<void> {
  await tx.query(
    `insert into card_copy (person_id, copy_id, card_id, body_id, list, idx, holder_key, issued_at, expires_at, notification_hash, grant_id)
     values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11)`,
    [
      copy.personId,
      copy.copyId,
      copy.cardId,
      copy.bodyId,
      copy.place.list,
      copy.place.index,
      copy.holderKey,
      copy.issuedAt,
      copy.expiresAt,
      Buffer.from(copy.notificationHash),
      copy.grantId,
    ],
  );
}

/** Copies that a wallet was issued since an instant. MUST run while the grant is held, or two at once both count too few. */
export async function copiesSince(
  tx: Tx,
  { personId, grantId }: { readonly personId: string; readonly grantId: string },
  since: Instant,
): Promise<{ readonly count: number; readonly oldestAt: Instant | null }> {
  const [row] = await tx.query<{ count: number; oldest: string | null }>(
    'select count(*)::int as count, min(issued_at) as oldest from card_copy where person_id = $1 and grant_id = $2 and issued_at > $3',
    [personId, grantId, since],
  );
  return { count: row!.count, oldestAt: row!.oldest };
}

/** What a wallet says became of a copy (OpenID4VCI 1.0 §11). */
export type CopyEvent = 'credential_accepted' | 'credential_failure' | 'credential_deleted';

/** Notes it; false when no copy of this person has that notification. */
export async function noteCopy(tx: Tx, personId: string, notificationHash: Uint8Array, event: CopyEvent, at: Instant): Promise<boolean> {
  const rows = await tx.query(
    'update card_copy set notified = $3, notified_at = $4 where person_id = $1 and notification_hash = $2 returning 1',
    [personId, Buffer.from(notificationHash), event, at],
  );
  return rows.length > 0;
}

/** A copy as shown to its person and to officers: never its place nor its key. */
export interface CopyView {
  readonly cardId: string;
  readonly issuedAt: Instant;
  readonly expiresAt: Instant;
  readonly event: CopyEvent | null;
}

/** Copies of a person that have not run out, newest first. */
export async function copiesOf(tx: Tx, personId: string, now: Instant): Promise<CopyView[]> {
  const rows = await tx.query<{ card_id: string; issued_at: string; expires_at: string; notified: CopyEvent | null }>(
    'select card_id, issued_at, expires_at, notified from card_copy where person_id = $1 and expires_at > $2 order by issued_at desc, copy_id desc limit 50',
    [personId, now],
  );
  return rows.map((row) => ({ cardId: row.card_id, issuedAt: row.issued_at, expiresAt: row.expires_at, event: row.notified }));
}

/** Lists that doors must know. */
export async function livingLists(tx: Tx): Promise<number[]> {
  const rows = await tx.query<{ list: number }>('select list from status_list where retired_at is null order by list');
  return rows.map((row) => row.list);
}

/** Lists to be signed now: with an end that is not published, never signed, or signed before `before`. */
export async function listsToSign(tx: Tx, before: Instant): Promise<{ readonly list: number; readonly isNew: boolean }[]> {
  const rows = await tx.query<{ list: number; is_new: boolean }>(
    `select l.list, l.signed_at is null as is_new from status_list l where l.retired_at is null and (l.signed_at is null or l.signed_at <= $1
        or exists (select 1 from status_slot s where s.list = l.list and s.ended_at is not null and s.listed_at is null)) order by l.list`,
    [before],
  );
  return rows.map((row) => ({ list: row.list, isNew: row.is_new }));
}

/**
 * Holds a list for signing: one signs at a time, and who comes later sees what the first one saw and more; copies are issued meanwhile. Null when it was retired
 * meanwhile. `cutOff`: every place that is not known counts as ended.
 */
export async function holdList(tx: Tx, list: number): Promise<{ readonly cutOff: boolean } | null> {
  const [row] = await tx.query<{ cut_off: boolean }>(
    'select cut_off_at is not null as cut_off from status_list where list = $1 and retired_at is null for no key update',
    [list],
  );
  return row ? { cutOff: row.cut_off } : null;
}

/** Indexes of a list that are known and not ended. */
export async function livingPlaces(tx: Tx, list: number): Promise<number[]> {
  const rows = await tx.query<{ idx: number }>('select idx from status_slot where list = $1 and ended_at is null', [list]);
  return rows.map(({ idx }) => idx);
}

/** Lists that are in use, and those that others have seen: they take no more copies, and what is not known of them is ended. Needs the owner. Returns how many. */
export async function cutOffLists(tx: Tx, seen: readonly number[], at: Instant): Promise<number> {
  await tx.query('insert into status_list (list, opened_at) select unnest($1::int[]), $2 on conflict do nothing', [seen, at]);
  const rows = await tx.query(
    `update status_list set filled_at = coalesce(filled_at, $1), cut_off_at = $1, signed_at = null where retired_at is null returning 1`,
    [at],
  );
  return rows.length;
}

/** Numbers above those that are known may have been used too: the next list is far above them. Needs the owner. */
export async function passListNumbers(tx: Tx, at: Instant): Promise<void> {
  await tx.query(
    'insert into status_list (list, opened_at, filled_at, retired_at) select max(list) + $2::int, $1, $1, $1 from status_list',
    [at, LIST_NUMBERS_PASSED],
  );
}

/** Indexes of a list whose bit is set. */
export async function endedPlaces(tx: Tx, list: number): Promise<{ readonly index: number; readonly listed: boolean }[]> {
  const rows = await tx.query<{ idx: number; listed: boolean }>(
    'select idx, listed_at is not null as listed from status_slot where list = $1 and ended_at is not null',
    [list],
  );
  return rows.map((row) => ({ index: row.idx, listed: row.listed }));
}

/** Every list is signed anew with the next look, and the trust list with them. Needs the owner, or a session of the system. */
export const signAnew = (tx: Tx): Promise<unknown> => tx.query('update status_list set signed_at = null where retired_at is null');

/** Notes that a list was signed with these ends in it. Under a session of the system. */
export async function noteSigned(tx: Tx, list: number, newlyListed: readonly number[], at: Instant): Promise<void> {
  await tx.query('update status_list set signed_at = $2 where list = $1', [list, at]);
  if (newlyListed.length > 0) await tx.query('select mark_slots_listed($1, $2::int[], $3)', [list, newlyListed, at]);
}

/** Closes lists that are full and retires those whose last copy has run out; opens the next before one is needed. Returns what was retired. */
export async function rotateLists(tx: Tx, at: Instant): Promise<number[]> {
  await tx.query(
    `update status_list l set filled_at = $1 where l.filled_at is null and l.retired_at is null
        and (select count(*) from status_slot s where s.list = l.list) >= $2`,
    [at, LIST_TAKEN_MAX],
  );
  const retired = await tx.query<{ list: number }>(
    `update status_list l set retired_at = $1 where l.filled_at is not null and l.retired_at is null
        and not exists (select 1 from status_slot s where s.list = l.list and s.expires_at > $1)
        and (l.cut_off_at is null or l.cut_off_at + make_interval(days => $2) <= $1) returning l.list`,
    [at, CARD_COPY_DAYS_MAX],
  );
  await openListIfNone(tx, at);
  return retired.map((row) => row.list);
}
