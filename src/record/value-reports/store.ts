/** All SQL of the room. Row-level security of migration 0525 is the second wall under each statement. */
import type { Instant, PlainDate } from '#base/clock.ts';
import type { Tx } from '#base/database/transaction.ts';
import type { Bilingual } from '#base/problem.ts';
import type { Keys } from '#base/sealing.ts';
import { readSalts } from '#record/register/store.ts';
import type { GroupCode } from '#standard/shapes.ts';
import type { Outcome, ReportAct, SOURCES } from './shapes.ts';

export type PassedTo = (typeof SOURCES)[number];

/** What is kept sealed of a report: the value as it stood, and the person's words. */
export interface ReportContent {
  readonly value: Bilingual;
  readonly wrong: string;
  readonly right: string;
  readonly paper: string;
}

export interface ValueReport {
  readonly reportId: string;
  /** the record in which it was reported: the salt of this one seals it */
  readonly personId: string;
  /** the record that stands for this person now */
  readonly standsAs: string;
  readonly byAccount: string;
  /** the body that manages the record today */
  readonly bodyId: string;
  readonly name: string;
  readonly group: GroupCode;
  readonly field: string | null;
  readonly line: string | null;
  readonly sealed: Buffer;
  readonly madeAt: Instant;
  readonly dueOn: PlainDate;
  readonly assignedTo: string | null;
  readonly assignedName: string | null;
  readonly outcome: Outcome | null;
  readonly passedTo: PassedTo | null;
  readonly uploadNumber: string | null;
  readonly settledAt: Instant | null;
}

const PURPOSE = 'value-report';

export const sealText = (keys: Pick<Keys, 'seal'>, salt: Uint8Array, text: string): Buffer =>
  Buffer.from(keys.seal(salt, PURPOSE, Buffer.from(text)));
const openText = (keys: Pick<Keys, 'open'>, salt: Uint8Array, sealed: Uint8Array): string =>
  Buffer.from(keys.open(salt, PURPOSE, sealed)).toString();

/** What people wrote, by report; a report whose person was erased has nothing any more. */
export async function contentsOf(
  tx: Tx,
  keys: Pick<Keys, 'open'>,
  reports: readonly Pick<ValueReport, 'reportId' | 'personId' | 'sealed'>[],
): Promise<ReadonlyMap<string, ReportContent>> {
  const salts = await readSalts(tx, [...new Set(reports.map((one) => one.personId))]);
  return new Map(
    reports.flatMap((one) => {
      const salt = salts.get(one.personId);
      return salt ? [[one.reportId, JSON.parse(openText(keys, salt, one.sealed)) as ReportContent] as const] : [];
    }),
  );
}

export interface ReportToMake {
  readonly reportId: string;
  readonly personId: string;
  readonly group: GroupCode;
  readonly field: string | null;
  readonly line: string | null;
  readonly sealed: Uint8Array;
  readonly at: Instant;
  readonly dueOn: PlainDate;
}

/** @returns false when the same value is reported and open already */
export async function insertReport(tx: Tx, made: ReportToMake): Promise<boolean> {
  const rows = await tx.query(
    `insert into value_report (person_id, report_id, by_account, group_code, field, line, content_sealed, made_at, due_on)
     values ($1, $2, session_person(), $3, $4, $5, $6, $7, $8) on conflict do nothing returning 1`,
    [made.personId, made.reportId, made.group, made.field, made.line, made.sealed, made.at, made.dueOn],
  );
  return rows.length > 0;
}

const COLUMNS = `r.report_id as "reportId", r.person_id as "personId", standing_person(r.person_id) as "standsAs", r.by_account as "byAccount", r.group_code as "group", r.field, r.line,
    r.content_sealed as sealed, r.made_at as "madeAt", r.due_on as "dueOn", r.assigned_to as "assignedTo", r.outcome, r.passed_to as "passedTo", r.settled_at as "settledAt",
    case when r.assigned_to is not null then (select a.by_name from value_report_act a where a.person_id = r.person_id and a.report_id = r.report_id and a.act = 'assigned'
      order by a.act_no desc limit 1) end as "assignedName"`;
/** With the record that stands for the person now: by it the body and the name. */
const OF_DESK = `select ${COLUMNS}, p.body_id as "bodyId", coalesce(p.full_name, '') as name, coalesce(p.full_name_sort, '') as name_sort,
    (select s.upload_number from submission s where s.submission_id = r.submission_id) as "uploadNumber"
  from value_report r join person p on p.person_id = standing_person(r.person_id)
 where not is_session_human(r.by_account, null)`;

/** The own person's reports, newest first; `limit` null: all. MUST run with the own record's policies. */
export async function ownReports(tx: Tx, limit: number | null): Promise<readonly Omit<ValueReport, 'bodyId' | 'name' | 'uploadNumber'>[]> {
  return tx.query<Omit<ValueReport, 'bodyId' | 'name' | 'uploadNumber'>>(
    `select ${COLUMNS} from value_report r where r.person_id = (select session_own_person()) or r.by_account = session_person()
      order by r.made_at desc, r.report_id limit $1`,
    [limit],
  );
}

/** Numbers of the submissions by which own values were corrected, by report. MUST run with the own record's policies. */
export async function ownCorrections(tx: Tx): Promise<ReadonlyMap<string, string>> {
  const rows = await tx.query<{ report_id: string; upload_number: string }>('select report_id, upload_number from own_corrections()');
  return new Map(rows.map((row) => [row.report_id, row.upload_number]));
}

export async function countOwnOpen(tx: Tx): Promise<number> {
  const [row] = await tx.query<{ count: number }>(
    'select count(*)::int as count from value_report where person_id = (select session_own_person()) and outcome is null',
  );
  return row!.count;
}

/** One report as the desk sees it; null when it is not of this session's bodies, or about the session's own human. */
export async function readReport(tx: Tx, reportId: string, { lock = false } = {}): Promise<ValueReport | null> {
  const [row] = await tx.query<ValueReport>(`${OF_DESK} and r.report_id = $1 ${lock ? 'for update of r' : ''}`, [reportId]);
  return row ?? null;
}

export interface ReportFilter {
  readonly bodyIds: readonly string[] | null;
  readonly body: string | null;
  /** an account, or `nobody` */
  readonly assigned: string | null;
  /** due before this day */
  readonly dueBefore: PlainDate | null;
  /** what has an outcome, in place of what has none */
  readonly settled: boolean;
}
const FILTERED = `${OF_DESK} and ($1::uuid[] is null or p.body_id = any ($1)) and ($2::uuid is null or p.body_id = $2)
   and ($3::text is null or case $3 when 'nobody' then r.assigned_to is null else r.assigned_to::text = $3 end)
   and ($4::date is null or r.due_on < $4) and (r.outcome is not null) = $5`;
const asked = (filter: ReportFilter): readonly unknown[] => [
  filter.bodyIds,
  filter.body,
  filter.assigned,
  filter.dueBefore,
  filter.settled,
];

/** What the list is ordered by, as text that can be compared. */
const SORTED_BY = {
  due: `r.due_on::text`,
  made: `to_char(r.made_at at time zone 'UTC', 'YYYY-MM-DD HH24:MI:SS.US')`,
  name: `coalesce(p.full_name_sort, '')`,
} as const;
export type ReportSort = keyof typeof SORTED_BY;
export const REPORT_SORTS = ['due', 'made', 'name'] as const satisfies readonly ReportSort[];

/** A page; `after` = [key, reportId] of the last one seen. */
export async function reportPage(
  tx: Tx,
  filter: ReportFilter,
  how: { readonly sort: ReportSort; readonly after: readonly [string, string] | null; readonly limit: number },
): Promise<readonly (ValueReport & { readonly key: string })[]> {
  return tx.query<ValueReport & { key: string }>(
    `select q.* from (${FILTERED.replace('select ', `select ${SORTED_BY[how.sort]} as key, `)}) q
      where ($6::text is null or (q.key, q."reportId") > ($6, $7::uuid)) order by q.key, q."reportId" limit $8`,
    [...asked(filter), how.after?.[0] ?? null, how.after?.[1] ?? null, how.limit],
  );
}

/** How many there are, since when the oldest waits, and of which bodies. */
export async function countReports(
  tx: Tx,
  filter: ReportFilter,
): Promise<{ readonly count: number; readonly oldestAt: Instant | null; readonly bodyIds: readonly string[] }> {
  const [row] = await tx.query<{ count: number; oldest_at: string | null; body_ids: string[] | null }>(
    `select count(*)::int as count, min(q."madeAt") as oldest_at, array_agg(distinct q."bodyId") as body_ids from (${FILTERED}) q`,
    asked(filter),
  );
  return { count: row!.count, oldestAt: row!.oldest_at, bodyIds: row!.body_ids ?? [] };
}

export interface ReportChange {
  readonly assignedTo?: string | null;
  readonly outcome?: Outcome;
  readonly submissionId?: string | null;
  readonly passedTo?: PassedTo | null;
  readonly at: Instant;
}

/** Changes an open report; false when it is open no more. */
export async function changeReport(
  tx: Tx,
  { personId, reportId }: Pick<ValueReport, 'personId' | 'reportId'>,
  change: ReportChange,
): Promise<boolean> {
  const settles = change.outcome !== undefined;
  const rows = await tx.query(
    `update value_report set assigned_to = case when $3 then $4::uuid else assigned_to end,
       outcome = case when $5 then $6 else outcome end, submission_id = case when $5 then $7::uuid else submission_id end,
       passed_to = case when $5 then $8 else passed_to end, settled_by = case when $5 then session_person() else settled_by end,
       settled_at = case when $5 then $9::timestamptz else settled_at end
     where person_id = $1 and report_id = $2 and outcome is null returning 1`,
    [
      personId,
      reportId,
      change.assignedTo !== undefined,
      change.assignedTo ?? null,
      settles,
      change.outcome ?? null,
      change.submissionId ?? null,
      change.passedTo ?? null,
      settles ? change.at : null,
    ],
  );
  return rows.length > 0;
}

/** A submission by which this group of the person was registered after it was reported. */
export interface Correction {
  readonly submissionId: string;
  readonly uploadNumber: string;
  readonly at: Instant;
}
export async function correctionsOf(tx: Tx, one: Pick<ValueReport, 'standsAs' | 'group' | 'madeAt'>): Promise<readonly Correction[]> {
  return tx.query<Correction>(
    `select i.submission_id as "submissionId", s.upload_number as "uploadNumber", max(i.decided_at) as at
       from item i join submission s using (submission_id)
      where i.person_id = $1 and i.group_code = $2 and i.state = 'registered' and i.decided_at >= $3
      group by i.submission_id, s.upload_number order by max(i.decided_at) desc`,
    [one.standsAs, one.group, one.madeAt],
  );
}

export type KeptReportAct = 'made' | 'assigned' | 'released' | 'commented' | Outcome;
export const KEPT_AS: Readonly<Record<ReportAct, KeptReportAct>> = {
  assign: 'assigned',
  release: 'released',
  comment: 'commented',
  corrected: 'corrected',
  refused: 'refused',
  'passed-on': 'passed-on',
};

/** Adds what was done; the note sealed under the salt of the person. */
export async function addAct(
  tx: Tx,
  { personId, reportId }: Pick<ValueReport, 'personId' | 'reportId'>,
  act: { readonly act: KeptReportAct; readonly byName: string; readonly at: Instant; readonly note: Uint8Array | null },
): Promise<void> {
  await tx.query(
    `insert into value_report_act (person_id, report_id, act_no, act, by_account, by_name, at, note_sealed)
     values ($1, $2, (select coalesce(max(act_no), 0) + 1 from value_report_act where person_id = $1 and report_id = $2), $3, session_person(), $4, $5, $6)`,
    [personId, reportId, act.act, act.byName, act.at, act.note],
  );
}

export interface ReportActRow {
  readonly reportId: string;
  readonly act: KeptReportAct;
  readonly byName: string;
  readonly at: Instant;
  readonly note: string | null;
}

/** What was done about these, oldest first. */
export async function actsOfReports(
  tx: Tx,
  keys: Pick<Keys, 'open'>,
  reports: readonly Pick<ValueReport, 'reportId' | 'personId'>[],
): Promise<readonly ReportActRow[]> {
  if (reports.length === 0) return [];
  const personIds = [...new Set(reports.map((one) => one.personId))];
  const salts = await readSalts(tx, personIds);
  const rows = await tx.query<Omit<ReportActRow, 'note'> & { person_id: string; note_sealed: Buffer | null }>(
    `select person_id, report_id as "reportId", act, by_name as "byName", at, note_sealed from value_report_act
      where person_id = any ($1::uuid[]) and report_id = any ($2::uuid[]) order by report_id, act_no`,
    [personIds, reports.map((one) => one.reportId)],
  );
  return rows.map(({ person_id: personId, note_sealed: sealed, ...row }) => {
    const salt = salts.get(personId);
    return { ...row, note: sealed && salt ? openText(keys, salt, sealed) : null };
  });
}

/** Open reports with the body that manages each, and those settled since: what the background tells of. */
export async function reportsToNotice(
  tx: Tx,
  since: Instant,
): Promise<
  readonly {
    readonly reportId: string;
    readonly bodyId: string;
    readonly dueOn: PlainDate;
    readonly byAccount: string;
    readonly settled: boolean;
  }[]
> {
  return tx.query(
    `select r.report_id as "reportId", p.body_id as "bodyId", r.due_on as "dueOn", r.by_account as "byAccount", r.outcome is not null as settled
       from value_report r join person p on p.person_id = standing_person(r.person_id)
      where r.outcome is null or r.settled_at >= $1 order by r.report_id`,
    [since],
  );
}
