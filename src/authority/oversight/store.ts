/** All SQL of the room. Row-level security and the functions of migration 0390 are the second wall under each statement. */
import type { Instant, PlainDate } from '#base/clock.ts';
import type { Tx } from '#base/database/transaction.ts';

export interface Reader {
  readonly accountId: string;
  readonly name: string;
  readonly bodyId: string | null;
  readonly at: Instant;
  readonly role: string;
  readonly act: string;
}

/** Who made this reading; null when nobody did, or the session may not be told. */
export async function readerOf(tx: Tx, eventId: string): Promise<Reader | null> {
  const [row] = await tx.query<{ account_id: string; name: string; body_id: string | null; at: string; role: string; act: string }>(
    'select account_id, name, body_id, at, role, act from reader_of_event($1)',
    [eventId],
  );
  return row ? { accountId: row.account_id, name: row.name, bodyId: row.body_id, at: row.at, role: row.role, act: row.act } : null;
}

/** How many rows of the log came after the last head that an auditor said to have verified, and when the oldest of such heads was signed. */
export async function headsUnverified(tx: Tx, log: string): Promise<{ readonly count: number; readonly oldestAt: Instant | null }> {
  const [row] = await tx.query<{ count: number; oldest: string | null }>(
    `with verified as (select coalesce(max(e.revision), 0) as size from audit_event e where e.act = 'checkpoint.verified')
     select (coalesce(max(c.size), 0) - (select size from verified))::int as count, min(c.at) as oldest
       from audit_checkpoint c where c.log = $1 and c.size > (select size from verified)`,
    [log],
  );
  return { count: Math.max(row!.count, 0), oldestAt: row!.oldest };
}

/** Is there a signed head of this size? */
export async function isHead(tx: Tx, log: string, size: number): Promise<boolean> {
  return (await tx.query('select 1 from audit_checkpoint where log = $1 and size = $2', [log, size])).length > 0;
}

/** The reading of the session's own record that a complaint would be about; null when there is none. MUST run with the own record's policies. */
export async function ownReading(tx: Tx, eventId: string): Promise<{ readonly bodyId: string; readonly at: Instant } | null> {
  const [row] = await tx.query<{ body_id: string; at: string }>('select body_id, at from own_reading($1)', [eventId]);
  return row ? { bodyId: row.body_id, at: row.at } : null;
}

export interface ComplaintToMake {
  readonly id: string;
  readonly eventId: string;
  readonly personId: string;
  readonly bodyId: string;
  readonly readingAt: Instant;
  readonly reason: string;
  readonly at: Instant;
  readonly dueOn: PlainDate;
}

/** @returns false when the person has complained about this reading before */
export async function insertComplaint(tx: Tx, made: ComplaintToMake): Promise<boolean> {
  const rows = await tx.query(
    `insert into reading_complaint (complaint_id, event_id, person_id, by_account, body_id, reading_at, reason, at, due_on)
     values ($1, $2, $3, session_person(), $4, $5, $6, $7, $8) on conflict (person_id, event_id) do nothing returning 1`,
    [made.id, made.eventId, made.personId, made.bodyId, made.readingAt, made.reason, made.at, made.dueOn],
  );
  return rows.length > 0;
}

export type Verdict = 'lawful' | 'unlawful';
interface Answered {
  readonly verdict: Verdict | null;
  readonly answer: string | null;
  readonly answeredAt: Instant | null;
}
export interface MyComplaint extends Answered {
  readonly eventId: string;
  readonly at: Instant;
  readonly dueOn: PlainDate;
  readonly reason: string;
}
export interface Complaint extends MyComplaint {
  readonly id: string;
  readonly personId: string;
  readonly bodyId: string;
  readonly readingAt: Instant;
  readonly reading: { readonly act: string; readonly purpose: string; readonly role: string } | null;
  /** may the session's person answer it? Not who reads there, not who complains */
  readonly mayAnswer: boolean;
}

interface ComplaintRow {
  complaint_id: string;
  event_id: string;
  person_id: string;
  body_id: string;
  reading_at: string;
  reason: string;
  at: string;
  due_on: string;
  verdict: Verdict | null;
  answer: string | null;
  answered_at: string | null;
  act: string | null;
  purpose: string | null;
  role: string | null;
  may_answer: boolean;
}
const answeredIn = (row: Pick<ComplaintRow, 'verdict' | 'answer' | 'answered_at'>): Answered => ({
  verdict: row.verdict,
  answer: row.answer,
  answeredAt: row.answered_at,
});

/** The person's own complaints, newest first. */
export async function myComplaints(tx: Tx): Promise<MyComplaint[]> {
  const rows = await tx.query<Omit<ComplaintRow, 'act'>>(
    'select event_id, reason, at, due_on, verdict, answer, answered_at from reading_complaint where by_account = session_person() order by at desc',
  );
  return rows.map((row) => ({ eventId: row.event_id, at: row.at, dueOn: row.due_on, reason: row.reason, ...answeredIn(row) }));
}

/** Complaints about readings in matters of these bodies (null = whatever the session sees); open ones first, by the day they are due. */
export async function complaintsAbout(tx: Tx, bodyIds: readonly string[] | null, limit: number): Promise<Complaint[]> {
  const rows = await tx.query<ComplaintRow>(
    `select c.*, e.act, e.purpose, e.role, c.verdict is null and not is_own_reading(c.event_id) and not is_session_human(c.by_account, null) as may_answer
       from reading_complaint c left join audit_event e on e.event_id = c.event_id and e.at = c.reading_at
      where $1::uuid[] is null or c.body_id = any ($1)
      order by c.verdict is not null, case when c.verdict is null then c.due_on end, c.answered_at desc, c.complaint_id limit $2`,
    [bodyIds, limit],
  );
  return rows.map((row) => ({
    id: row.complaint_id,
    personId: row.person_id,
    eventId: row.event_id,
    bodyId: row.body_id,
    readingAt: row.reading_at,
    reading: row.act === null ? null : { act: row.act, purpose: row.purpose!, role: row.role! },
    reason: row.reason,
    at: row.at,
    dueOn: row.due_on,
    ...answeredIn(row),
    mayAnswer: row.may_answer,
  }));
}

/** Complaints that wait for the session, and since when. */
export async function complaintsWaiting(tx: Tx): Promise<{ readonly count: number; readonly oldestAt: Instant | null }> {
  const [row] = await tx.query<{ count: number; oldest: string | null }>(
    `select count(*)::int as count, min(c.at) as oldest from reading_complaint c
      where c.verdict is null and c.body_id = any ((select session_bodies_that_may('complaints.answer'))::uuid[])
        and not is_own_reading(c.event_id) and not is_session_human(c.by_account, null)`,
  );
  return { count: row!.count, oldestAt: row!.oldest };
}

/** @returns whose complaint it was; null when it is not open any more, or not this session's to answer */
export async function answerComplaint(
  tx: Tx,
  id: string,
  given: { readonly verdict: Verdict; readonly answer: string; readonly at: Instant },
): Promise<{ readonly bodyId: string; readonly personId: string; readonly eventId: string } | null> {
  const [row] = await tx.query<{ body_id: string; person_id: string; event_id: string }>(
    `update reading_complaint set verdict = $2, answer = $3, answered_by = session_person(), answered_at = $4
      where complaint_id = $1 and verdict is null returning body_id, person_id, event_id`,
    [id, given.verdict, given.answer, given.at],
  );
  return row ? { bodyId: row.body_id, personId: row.person_id, eventId: row.event_id } : null;
}
