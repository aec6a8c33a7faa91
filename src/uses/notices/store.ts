/** All SQL of notices. */
import type { Instant, PlainDate } from '#base/clock.ts';
import type { Tx } from '#base/database/transaction.ts';
import { MATTERS } from './matters.ts';
import type { Facts, Matter } from './matters.ts';

/** A notice to make, or whose figures are to follow. */
export interface NoticeToOpen {
  readonly accountId: string;
  readonly noticeId: string;
  readonly matter: Matter;
  readonly subjectId: string;
  readonly facts: Facts;
}

export interface Notice {
  readonly id: string;
  readonly matter: Matter;
  readonly subjectId: string;
  readonly facts: Facts;
  readonly madeAt: Instant;
  readonly changedAt: Instant;
  readonly seenAt: Instant | null;
  readonly mailDay: PlainDate | null;
}

/** How far the log was looked through; waits for whoever holds it. */
export async function lockCursor(tx: Tx): Promise<{
  readonly tx: string;
  readonly eventId: string;
  readonly overdueOn: PlainDate | null;
  readonly unusualOn: PlainDate | null;
}> {
  const [row] = await tx.query<{ tx: string; event_id: string; overdue_on: string | null; unusual_on: string | null }>(
    'select tx::text as tx, event_id, overdue_on::text as overdue_on, unusual_on::text as unusual_on from notice_cursor for update',
  );
  if (!row) throw new Error('no cursor of notices');
  return { tx: row.tx, eventId: row.event_id, overdueOn: row.overdue_on, unusualOn: row.unusual_on };
}

export const moveCursor = (tx: Tx, to: { readonly tx: string; readonly eventId: string }): Promise<unknown> =>
  tx.query('update notice_cursor set tx = $1, event_id = $2', [to.tx, to.eventId]);
export const unusualTold = (tx: Tx, on: PlainDate): Promise<unknown> => tx.query('update notice_cursor set unusual_on = $1', [on]);
export const overdueCounted = (tx: Tx, on: PlainDate): Promise<unknown> => tx.query('update notice_cursor set overdue_on = $1', [on]);

/**
 * Opens notices; where one of the matter about the subject is open, its figures follow.
 *
 * @param notSince  one that was made since then, seen or not, is enough; null: what was seen is opened anew
 * @param isNews    changed figures are part of the next mail too
 * @returns those that are new
 */
export async function openNotices(
  tx: Tx,
  at: Instant,
  opened: readonly NoticeToOpen[],
  { notSince, isNews }: { readonly notSince: Instant | null; readonly isNews: boolean },
): Promise<readonly { readonly accountId: string; readonly noticeId: string }[]> {
  if (opened.length === 0) return [];
  const rows = await tx.query<{ account_id: string; notice_id: string }>(
    `with given as (
       select * from unnest($2::uuid[], $3::uuid[], $4::text[], $5::uuid[], $6::jsonb[]) as g (account_id, notice_id, matter, subject_id, facts)),
     followed as (
       update notice n set facts = g.facts, changed_at = $1, mail_day = case when $8 then null else n.mail_day end
         from given g where n.account_id = g.account_id and n.matter = g.matter and n.subject_id = g.subject_id and n.seen_at is null and n.facts <> g.facts
       returning 1)
     insert into notice (account_id, notice_id, matter, subject_id, facts, made_at, changed_at)
     select g.account_id, g.notice_id, g.matter, g.subject_id, g.facts, $1, $1 from given g
      where not exists (select 1 from notice n where n.account_id = g.account_id and n.matter = g.matter and n.subject_id = g.subject_id
                           and (n.seen_at is null or n.made_at > $7))
     on conflict (account_id, matter, subject_id) where seen_at is null do nothing
     returning account_id, notice_id`,
    [
      at,
      opened.map((one) => one.accountId),
      opened.map((one) => one.noticeId),
      opened.map((one) => one.matter),
      opened.map((one) => one.subjectId),
      opened.map((one) => JSON.stringify(one.facts)),
      notSince,
      isNews,
    ],
  );
  return rows.map((row) => ({ accountId: row.account_id, noticeId: row.notice_id }));
}

/** What is done is nobody's notice any more. `keep`: subjects that still stand; null closes those given alone. */
export const closeDone = (
  tx: Tx,
  at: Instant,
  matter: Matter,
  subjects: { readonly done: readonly string[] } | { readonly keep: readonly string[] },
) =>
  'done' in subjects
    ? tx.query('update notice set seen_at = $1 where matter = $2 and seen_at is null and subject_id = any ($3::uuid[])', [
        at,
        matter,
        subjects.done,
      ])
    : tx.query('update notice set seen_at = $1 where matter = $2 and seen_at is null and subject_id <> all ($3::uuid[])', [
        at,
        matter,
        subjects.keep,
      ]);

interface NoticeRow {
  notice_id: string;
  matter: Matter;
  subject_id: string;
  facts: Facts;
  made_at: Date;
  changed_at: Date;
  seen_at: Date | null;
  mail_day: string | null;
}
const fromRow = (row: NoticeRow): Notice => ({
  id: row.notice_id,
  matter: row.matter,
  subjectId: row.subject_id,
  facts: row.facts,
  madeAt: new Date(row.made_at).toISOString(),
  changedAt: new Date(row.changed_at).toISOString(),
  seenAt: row.seen_at === null ? null : new Date(row.seen_at).toISOString(),
  mailDay: row.mail_day,
});
const COLUMNS = 'notice_id, matter, subject_id, facts, made_at, changed_at, seen_at, mail_day::text as mail_day';

// During a rolling upgrade newer programs tell of matters for which this one has no words: it leaves them to those.
/** An account's notices, those that changed last first. */
export async function noticesOf(
  tx: Tx,
  accountId: string,
  { limit, after }: { readonly limit: number; readonly after: readonly [string, string] | null },
): Promise<readonly Notice[]> {
  const rows = await tx.query<NoticeRow>(
    `select ${COLUMNS} from notice where account_id = $1 and matter = any ($5) and ($2::timestamptz is null or (date_trunc('milliseconds', changed_at), notice_id) < ($2, $3))
      order by date_trunc('milliseconds', changed_at) desc, notice_id desc limit $4`,
    [accountId, after?.[0] ?? null, after?.[1] ?? null, limit, MATTERS],
  );
  return rows.map(fromRow);
}

export async function countUnseen(tx: Tx, accountId: string): Promise<number> {
  const [row] = await tx.query<{ n: number }>(
    'select count(*)::int as n from notice where account_id = $1 and seen_at is null and matter = any ($2)',
    [accountId, MATTERS],
  );
  return row!.n;
}

/** @param ids  null: all of the account's for which there are words; @returns how many were open */
export async function markSeen(tx: Tx, accountId: string, ids: readonly string[] | null, at: Instant): Promise<number> {
  const rows = await tx.query(
    'update notice set seen_at = $3 where account_id = $1 and seen_at is null and ($2::uuid[] is null or notice_id = any ($2)) and matter = any ($4) returning 1',
    [accountId, ids, at, MATTERS],
  );
  return rows.length;
}

export interface KeptAddress {
  readonly salt: Buffer;
  readonly sealed: Buffer;
  readonly wantsMail: boolean;
  /** times in a row that its server refused for good */
  readonly refusals: number;
}

export async function addressOf(tx: Tx, accountId: string): Promise<KeptAddress | null> {
  const [row] = await tx.query<{ salt: Buffer; address_sealed: Buffer; wants_mail: boolean; refusals: number }>(
    'select salt, address_sealed, wants_mail, refusals from notice_address where account_id = $1',
    [accountId],
  );
  return row ? { salt: row.salt, sealed: row.address_sealed, wantsMail: row.wants_mail, refusals: row.refusals } : null;
}

export const keepAddress = (
  tx: Tx,
  accountId: string,
  { salt, sealed, wantsMail }: { readonly salt: Uint8Array; readonly sealed: Uint8Array; readonly wantsMail: boolean },
  at: Instant,
): Promise<unknown> =>
  tx.query(
    `insert into notice_address (account_id, salt, address_sealed, wants_mail, changed_at) values ($1, $2, $3, $4, $5)
     on conflict (account_id) do update set salt = $2, address_sealed = $3, wants_mail = $4, changed_at = $5, refusals = 0`,
    [accountId, salt, sealed, wantsMail, at],
  );

export interface Mail {
  readonly day: PlainDate;
  readonly state: 'sending' | 'accepted' | 'refused' | 'failed';
}

export async function lastMail(tx: Tx, accountId: string): Promise<Mail | null> {
  const [row] = await tx.query<{ day: string; state: Mail['state'] }>(
    'select day::text as day, state from notice_mail where account_id = $1 order by day desc limit 1',
    [accountId],
  );
  return row ?? null;
}

export interface DueDigest extends KeptAddress {
  readonly accountId: string;
}

/** The next account that wants mail, has something to be opened, and had no mail on that day. */
export async function nextDigest(tx: Tx, day: PlainDate, refusalsMax: number): Promise<DueDigest | null> {
  const [row] = await tx.query<{ account_id: string; salt: Buffer; address_sealed: Buffer; wants_mail: boolean; refusals: number }>(
    `select a.account_id, a.salt, a.address_sealed, a.wants_mail, a.refusals from notice_address a join account c on c.account_id = a.account_id
      where a.wants_mail and a.refusals < $2 and c.disabled_at is null
        and exists (select 1 from notice n where n.account_id = a.account_id and n.seen_at is null and n.mail_day is null and n.matter = any ($3))
        and not exists (select 1 from notice_mail m where m.account_id = a.account_id and m.day = $1)
      order by a.account_id limit 1 for update of a skip locked`,
    [day, refusalsMax, MATTERS],
  );
  return row
    ? { accountId: row.account_id, salt: row.salt, sealed: row.address_sealed, wantsMail: row.wants_mail, refusals: row.refusals }
    : null;
}

/** What a digest would tell: open, and opened by no mail yet. */
export async function unmailed(tx: Tx, accountId: string): Promise<readonly Notice[]> {
  const rows = await tx.query<NoticeRow>(
    `select ${COLUMNS} from notice where account_id = $1 and seen_at is null and mail_day is null and matter = any ($2) order by matter, changed_at desc, notice_id`,
    [accountId, MATTERS],
  );
  return rows.map(fromRow);
}

/** Writes the digest of the day before anything is sent. Its notices are opened by it, whatever comes of it. */
export async function openMail(
  tx: Tx,
  accountId: string,
  day: PlainDate,
  ids: readonly string[],
  facts: Facts,
  at: Instant,
): Promise<void> {
  await tx.query(`insert into notice_mail (account_id, day, state, facts, at) values ($1, $2, 'sending', $3, $4)`, [
    accountId,
    day,
    JSON.stringify(facts),
    at,
  ]);
  await tx.query('update notice set mail_day = $2 where account_id = $1 and notice_id = any ($3::uuid[])', [accountId, day, ids]);
}

/**
 * What came of it. One that was not taken gives its notices back to the next day's.
 *
 * @param detail  the server's code, never its words: they may hold the address
 */
export async function settleMail(
  tx: Tx,
  accountId: string,
  day: PlainDate,
  { state, detail }: { readonly state: Exclude<Mail['state'], 'sending'>; readonly detail: string | null },
  at: Instant,
): Promise<void> {
  await tx.query(
    `update notice_mail set state = $3, detail = $4, settled_at = $5 where account_id = $1 and day = $2 and state = 'sending'`,
    [accountId, day, state, detail, at],
  );
  await tx.query('update notice_address set refusals = case $2 when $3 then refusals + 1 else 0 end where account_id = $1', [
    accountId,
    state,
    'refused',
  ]);
  if (state !== 'accepted')
    await tx.query('update notice set mail_day = null where account_id = $1 and mail_day = $2 and seen_at is null', [accountId, day]);
}

/** What was seen before then is forgotten, and the mails of before. @returns how many notices */
export async function forgetBefore(tx: Tx, before: Instant): Promise<number> {
  const gone = await tx.query('delete from notice where seen_at < $1 returning 1', [before]);
  await tx.query(`delete from notice_mail where state <> 'sending' and at < $1`, [before]);
  return gone.length;
}

/** Who approves what this very body sends today. */
export async function accountsThatApprove(tx: Tx, bodyId: string): Promise<readonly string[]> {
  const rows = await tx.query<{ account_id: string }>('select account_id from accounts_that_approve($1)', [bodyId]);
  return rows.map((row) => row.account_id);
}

/** Who may do one of these acts for a body today. */
export async function accountsThatMay(tx: Tx, acts: readonly string[], bodyId: string): Promise<readonly string[]> {
  const rows = await tx.query<{ account_id: string }>('select account_id from accounts_that_may($1, $2)', [acts, bodyId]);
  return rows.map((row) => row.account_id);
}

/** Accounts of people whose record the register keeps, by person; who never signed in has none. */
export async function accountsOfPeople(tx: Tx, personIds: readonly string[]): Promise<ReadonlyMap<string, readonly string[]>> {
  const rows = await tx.query<{ person_id: string; account_id: string }>('select person_id, account_id from accounts_of_people($1)', [
    personIds,
  ]);
  return new Map(
    [...Map.groupBy(rows, (row) => row.person_id)].map(([personId, of]) => [personId, of.map(({ account_id }) => account_id)]),
  );
}
