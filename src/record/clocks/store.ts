/** All SQL of the room. Row-level security of migration 0740 is the second wall under each statement. */
import type { Instant, PlainDate } from '#base/clock.ts';
import type { Tx } from '#base/database/transaction.ts';
import type { LawListId } from '#standard/law/law-lists.ts';
import type { RunningTerm } from './clocks-of.ts';

export interface ClockToStart extends RunningTerm {
  readonly clockId: string;
  readonly personId: string;
  readonly bodyId: string;
  readonly submissionId: string | null;
  readonly listEdition: number | null;
}

/** The list whose entries name the days off of a year. */
const YEARS: LawListId = 'luat_ngay_nghi';
const RUNS = 'done_at is null and void_at is null';

/**
 * Starts clocks. One that runs already about the same goes on from its day, and follows what was sent last.
 *
 * @returns ids of those that are new
 */
export async function insertClocks(tx: Tx, clocks: readonly ClockToStart[], at: Instant): Promise<ReadonlySet<string>> {
  const rows = await tx.query<{ clock_id: string; made: boolean }>(
    `insert into legal_clock (person_id, clock_id, term, about, body_id, submission_id, start_on, last_day, due_at, forecast, list_edition, started_at)
     select c.person_id, c.clock_id, c.term, c.about, c.body_id, c.submission_id, c.start_on, c.last_day, c.due_at, c.forecast, c.list_edition, $2
       from json_to_recordset($1::json) as c (person_id uuid, clock_id uuid, term text, about text, body_id uuid, submission_id uuid, start_on date, last_day date,
         due_at timestamptz, forecast boolean, list_edition int)
     on conflict (person_id, term, about) where ${RUNS} do update set submission_id = excluded.submission_id
     returning clock_id, xmax = 0 as made`,
    [
      JSON.stringify(
        clocks.map(({ due, ...one }) => ({
          person_id: one.personId,
          clock_id: one.clockId,
          term: one.term,
          about: one.about,
          body_id: one.bodyId,
          submission_id: one.submissionId,
          start_on: one.startOn,
          last_day: due.lastDay,
          due_at: due.endsAt,
          forecast: due.forecast,
          list_edition: one.listEdition,
        })),
      ),
      at,
    ],
  );
  return new Set(rows.filter(({ made }) => made).map((row) => row.clock_id));
}

export interface EndedClock {
  readonly clockId: string;
  readonly personId: string;
  readonly bodyId: string;
  readonly term: string;
  readonly about: string;
  readonly late: boolean;
}
const ENDED = 'clock_id as "clockId", person_id as "personId", body_id as "bodyId", term, about, late';

/** What these wait for is done. */
export const endClocks = (
  tx: Tx,
  at: Instant,
  ended: readonly { readonly personId: string; readonly term: string; readonly about: string }[],
): Promise<EndedClock[]> =>
  tx.query<EndedClock>(`select ${ENDED} from legal_clock_done($1, $2, $3, $4)`, [
    at,
    ended.map(({ personId }) => personId),
    ended.map(({ term }) => term),
    ended.map(({ about }) => about),
  ]);

/** The own term of the session's person; in the transaction that sends a declaration alone (migration 0846). */
export const endDeclared = (tx: Tx, at: Instant, term: string): Promise<EndedClock[]> =>
  tx.query<EndedClock>(`select ${ENDED} from legal_clock_declared($1, $2)`, [at, term]);

/** Of these submissions, parts of a first load. */
export async function firstLoadsAmong(tx: Tx, submissionIds: readonly string[]): Promise<ReadonlySet<string>> {
  if (submissionIds.length === 0) return new Set();
  const rows = await tx.query<{ submission_id: string }>(
    "select submission_id from submission where submission_id = any ($1::uuid[]) and source = 'initial'",
    [submissionIds],
  );
  return new Set(rows.map((row) => row.submission_id));
}

/** A term of the own person. */
export interface OwnTerm {
  readonly startOn: PlainDate;
  readonly lastDay: PlainDate;
  readonly dueAt: Instant;
  /** who asked for it, and on what ground; null: the law started it */
  readonly call: { readonly bodyName: string; readonly ground: string } | null;
}

/** The own person's term for a declaration, if one runs. MUST run with the own record's policies. */
export async function ownTerm(tx: Tx, term: string): Promise<OwnTerm | null> {
  const [row] = await tx.query<OwnTerm>(
    `select c.start_on as "startOn", c.last_day as "lastDay", c.due_at as "dueAt",
            case when d.call_id is null then null else json_build_object('bodyName', d.body_name, 'ground', d.ground) end as call
       from legal_clock c left join declaration_call d using (call_id)
      where c.person_id = (select session_own_person()) and c.term = $1 and ${RUNS} order by c.due_at limit 1`,
    [term],
  );
  return row ?? null;
}

/** Running terms of this kind with the account of their person, where there is one. Needs a system session. */
export const declarationsDue = (
  tx: Tx,
  term: string,
): Promise<{ readonly clockId: string; readonly lastDay: PlainDate; readonly accountId: string; readonly called: boolean }[]> =>
  tx.query(
    `select c.clock_id as "clockId", c.last_day as "lastDay", a.account_id as "accountId", c.call_id is not null as called from legal_clock c
       join national_id n on n.person_id = c.person_id join account a on a.identity = n.id_hash and a.disabled_at is null
      where c.term = $1 and c.done_at is null and c.void_at is null order by c.clock_id`,
    [term],
  );

/** Of what was sent with a submission, of people, of a term; what is not said asks nothing, but not both of the first two. */
export interface Voided {
  readonly submissionId?: string;
  readonly personIds?: readonly string[];
  readonly term?: string;
}

/** What these wait for does not come any more. */
export const voidClocks = (tx: Tx, at: Instant, { submissionId, personIds, term }: Voided): Promise<EndedClock[]> =>
  tx.query<EndedClock>(`select ${ENDED} from legal_clock_void($1, $2, $3, $4)`, [
    at,
    submissionId ?? null,
    personIds ?? null,
    term ?? null,
  ]);

export type HandedClock = Omit<EndedClock, 'late'> & { readonly lastDay: PlainDate; readonly fromBody: string };
/** Terms of people who went over, of this kind, become the duty of the body that manages them now. The rows of the people MUST have been moved already. */
export const handOverClocks = (tx: Tx, personIds: readonly string[], term: string): Promise<HandedClock[]> =>
  tx.query<HandedClock>(
    `select clock_id as "clockId", person_id as "personId", body_id as "bodyId", term, about, last_day as "lastDay", from_body as "fromBody"
       from legal_clock_hand_over($1, $2)`,
    [personIds, term],
  );

export interface ClockRow {
  readonly clockId: string;
  readonly personId: string;
  /** of the record, else as it was sent */
  readonly name: string;
  readonly registered: boolean;
  readonly bodyId: string;
  readonly term: string;
  readonly about: string;
  readonly startOn: PlainDate;
  readonly lastDay: PlainDate;
  readonly forecast: boolean;
  readonly late: boolean;
  readonly doneAt: Instant | null;
  /** a newer calendar moved its last day */
  readonly moved: boolean;
}

export interface ClockFilter {
  readonly bodyIds: readonly string[] | null;
  readonly body: string | null;
  readonly term: string | null;
  /** late: runs beyond its end; running: all that run; done: what was done */
  readonly which: 'late' | 'running' | 'done';
}
const FILTERED = `select c.clock_id as "clockId", c.person_id as "personId", c.body_id as "bodyId", c.term, c.about, c.start_on as "startOn", c.last_day as "lastDay", c.due_at as "dueAt", c.forecast,
    coalesce(c.done_at, $1) >= c.due_at as late, c.done_at as "doneAt", c.moved_at is not null as moved, p.person_id is not null as registered,
    coalesce(p.full_name, (select i.name from item i where i.person_id = c.person_id order by i.created_at desc limit 1), '') as name
  from legal_clock c left join person p on p.person_id = c.person_id
 where c.void_at is null and (c.done_at is not null) = ($5 = 'done') and ($5 <> 'late' or c.due_at <= $1)
   and ($2::uuid[] is null or c.body_id = any ($2)) and ($3::uuid is null or c.body_id = $3) and ($4::text is null or c.term = $4)`;
const asked = (now: Instant, { bodyIds, body, term, which }: ClockFilter): readonly unknown[] => [now, bodyIds, body, term, which];

/** A page, what ends first before the others; `after` = [last day, clockId] of the last one seen. */
export const clockPage = (
  tx: Tx,
  now: Instant,
  filter: ClockFilter,
  after: readonly [string, string] | null,
  limit: number,
): Promise<ClockRow[]> =>
  tx.query<ClockRow>(
    `select q.* from (${FILTERED}) q where $6::text is null or (q."lastDay"::text, q."clockId") > ($6, $7::uuid) order by q."lastDay", q."clockId" limit $8`,
    [...asked(now, filter), after?.[0] ?? null, after?.[1] ?? null, limit],
  );

/** How many there are, when the first of them ends or ended, and of which bodies. */
export async function countClocks(
  tx: Tx,
  now: Instant,
  filter: ClockFilter,
): Promise<{ readonly count: number; readonly firstDueAt: Instant | null; readonly bodyIds: readonly string[] }> {
  const [row] = await tx.query<{ count: number; first_due: string | null; body_ids: string[] | null }>(
    `select count(*)::int as count, min(q."dueAt") as first_due, array_agg(distinct q."bodyId") as body_ids from (${FILTERED}) q`,
    asked(now, filter),
  );
  return { count: row!.count, firstDueAt: row!.first_due, bodyIds: row!.body_ids ?? [] };
}

export type MovableClock = Pick<ClockToStart, 'clockId' | 'personId' | 'bodyId' | 'term' | 'about' | 'startOn'> & {
  readonly lastDay: PlainDate;
};

/**
 * Clocks that were counted by an older edition of the lists and may be counted otherwise now: over a day that was a forecast, or before days of a year were
 * entered or corrected. Needs a system session.
 */
export const clocksToRecount = (tx: Tx, edition: number, limit: number): Promise<MovableClock[]> =>
  tx.query<MovableClock>(
    `select clock_id as "clockId", person_id as "personId", body_id as "bodyId", term, about, start_on as "startOn", last_day as "lastDay" from legal_clock
      where ${RUNS} and call_id is null and list_edition is distinct from $1
        and (forecast or coalesce(list_edition, 0) < coalesce((
          select max(e.edition) from list_edition e left join list_addition a on a.addition_id = e.addition_id
           where a.list = '${YEARS}' or exists (select 1 from code_list c where c.list = '${YEARS}' and c.tx_from = e.tx)), 0))
      order by clock_id limit $2 for update`,
    [edition, limit],
  );

/** @param counted  null: it stands as it was counted */
export const moveClock = (
  tx: Tx,
  { personId, clockId }: MovableClock,
  counted: RunningTerm | null,
  { edition, at }: { readonly edition: number; readonly at: Instant },
): Promise<unknown> =>
  tx.query(
    `update legal_clock set moved_at = case when $3 <> last_day then $7 else moved_at end,
       last_day = coalesce($3, last_day), due_at = coalesce($4, due_at), forecast = coalesce($5, forecast), list_edition = $6
      where person_id = $1 and clock_id = $2`,
    [personId, clockId, counted?.due.lastDay ?? null, counted?.due.endsAt ?? null, counted?.due.forecast ?? null, edition, at],
  );

/** Terms that run and whose last day was moved, by body, and when the last of them was; needs a system session. */
export const movedClocks = (tx: Tx): Promise<{ readonly bodyId: string; readonly count: number; readonly movedAt: Instant }[]> =>
  tx.query(
    `select body_id as "bodyId", count(*)::int as count, max(moved_at) as "movedAt" from legal_clock where ${RUNS} and moved_at is not null group by body_id`,
  );
