/** All SQL of matching. */
import type { Tx } from '#base/database/transaction.ts';
import type { Instant } from '#base/clock.ts';
import { freshSource } from './breaker.ts';
import type { ComparedMarks, MadeMatch } from './compared.ts';
import type { MatchedField, MatchResult, SourceState } from './shapes.ts';

/** A person of a submission who waits. */
export interface Task {
  readonly personId: string;
  readonly submissionId: string;
  readonly bodyId: string;
  /** times they were asked for */
  readonly attempts: number;
}

/** A task that this worker asks for until `claimedUntil`; whoever sets the task anew meanwhile ends the claim. */
export interface ClaimedTask extends Task {
  readonly claimedUntil: Instant;
}

/** People of a submission wait to be matched; one who waits already, or was matched for an earlier round, begins again. */
export async function writeTasks(
  tx: Tx,
  about: { readonly submissionId: string; readonly bodyId: string; readonly at: Instant },
  personIds: readonly string[],
): Promise<void> {
  await tx.query(
    `insert into match_task (person_id, submission_id, body_id, state, next_at, created_at)
     select p, $2, $3, 'waiting', $4, $4 from unnest($1::uuid[]) as q (p)
     on conflict (person_id, submission_id) do update set state = 'waiting', attempts = 0, next_at = excluded.next_at`,
    [personIds, about.submissionId, about.bodyId, about.at],
  );
}

/** Is anybody due? Locks nothing: an idle worker asks it all day. */
export async function isAnyDue(tx: Tx, at: Instant): Promise<boolean> {
  return (
    (
      await tx.query(`select 1 as due from match_task where state = 'waiting' and next_at <= $1 and not is_kept_apart(person_id) limit 1`, [
        at,
      ])
    ).length > 0
  );
}

/** The task that is due longest; other workers pass over it until `until`. Nothing of a record that is kept apart is asked elsewhere. */
export async function claimTask(tx: Tx, at: Instant, until: Instant): Promise<ClaimedTask | null> {
  const [row] = await tx.query<{ person_id: string; submission_id: string; body_id: string; attempts: number; next_at: string }>(
    `update match_task t set next_at = $2, attempts = t.attempts + 1
       from (select person_id, submission_id from match_task where state = 'waiting' and next_at <= $1 and not is_kept_apart(person_id) order by next_at, created_at, person_id limit 1 for update skip locked) due
      where t.person_id = due.person_id and t.submission_id = due.submission_id
      returning t.person_id, t.submission_id, t.body_id, t.attempts, t.next_at`,
    [at, until],
  );
  return row
    ? { personId: row.person_id, submissionId: row.submission_id, bodyId: row.body_id, attempts: row.attempts, claimedUntil: row.next_at }
    : null;
}

/** @param heldBy code of the problem for which the source is not asked; @returns false when the claim is no longer ours: a later round set the task anew, or another worker has it */
export async function settleTask(
  tx: Tx,
  task: ClaimedTask,
  state: 'waiting' | 'done' | 'given-up',
  nextAt: Instant,
  heldBy: string | null = null,
): Promise<boolean> {
  const rows = await tx.query(
    `update match_task set state = $3, next_at = $4, held_by = $7 where person_id = $1 and submission_id = $2 and state = 'waiting' and attempts = $5 and next_at = $6 returning 1 as settled`,
    [task.personId, task.submissionId, state, nextAt, task.attempts, task.claimedUntil, heldBy],
  );
  return rows.length === 1;
}

export async function writeResult(
  tx: Tx,
  row: {
    readonly personId: string;
    readonly matchId: string;
    readonly submissionId: string;
    readonly bodyId: string;
    readonly at: Instant;
    readonly source: string;
    readonly requestId: string;
    readonly marks: ComparedMarks;
  } & MatchResult,
): Promise<void> {
  await writeResults(tx, [row]);
}

export type ResultToWrite = Parameters<typeof writeResult>[1];

/** Many results in one statement. A mark is kept of a field that was compared alone. */
export async function writeResults(tx: Tx, rows: readonly ResultToWrite[]): Promise<void> {
  await tx.query(
    `insert into match_result (person_id, match_id, submission_id, body_id, at, level, fields, compared, source, request_id)
     select r.person_id, r.match_id, r.submission_id, r.body_id, r.at, r.level, r.fields, r.compared, r.source, r.request_id
       from jsonb_to_recordset($1::jsonb) as r (person_id uuid, match_id uuid, submission_id uuid, body_id uuid, at timestamptz, level text, fields jsonb, compared jsonb, source text, request_id text)`,
    [
      JSON.stringify(
        rows.map((row) => ({
          person_id: row.personId,
          match_id: row.matchId,
          submission_id: row.submissionId,
          body_id: row.bodyId,
          at: row.at,
          level: row.level,
          fields: row.fields,
          compared: Object.fromEntries(
            Object.entries(row.marks).filter(([field]) => (row.fields[field as MatchedField] ?? 'CHUA') !== 'CHUA'),
          ),
          source: row.source,
          request_id: row.requestId,
        })),
      ),
    ],
  );
}

/** Every match of a person, newest first, as far as it says something of values. */
export async function matchesOf(tx: Tx, personId: string): Promise<(MadeMatch & { readonly tx: number })[]> {
  return tx.query<MadeMatch & { tx: number }>(
    'select fields, compared as marks, at, source, tx from match_result where person_id = $1 order by tx desc, at desc',
    [personId],
  );
}

/** Every match of each of these people, as far as it says something of values. */
export async function matchesOfPeople(tx: Tx, personIds: readonly string[]): Promise<ReadonlyMap<string, readonly MadeMatch[]>> {
  const rows = await tx.query<MadeMatch & { person_id: string }>(
    'select person_id, fields, compared as marks, at, source from match_result where person_id = any ($1::uuid[])',
    [personIds],
  );
  return Map.groupBy(rows, ({ person_id }) => person_id);
}

/** Tasks of a submission for which the source is not asked, and why; null when there are none. */
export async function heldTasks(tx: Tx, submissionId: string): Promise<{ readonly code: string; readonly people: number } | null> {
  const [row] = await tx.query<{ code: string; people: number }>(
    `select held_by as code, count(*)::int as people from match_task where submission_id = $1 and state = 'waiting' and held_by is not null group by held_by order by 2 desc limit 1`,
    [submissionId],
  );
  return row ?? null;
}

/** The newest result of a person; null when they were never matched. */
export async function latestMatch(tx: Tx, personId: string): Promise<(MatchResult & MadeMatch & { readonly requestId: string }) | null> {
  const [row] = await tx.query<MatchResult & MadeMatch & { requestId: string }>(
    'select level, fields, compared as marks, at, source, request_id as "requestId" from match_result where person_id = $1 order by tx desc, at desc limit 1',
    [personId],
  );
  return row ?? null;
}

/** The newest result of each of these people, as far as they were ever matched. */
export async function latestMatches(tx: Tx, personIds: readonly string[]): Promise<ReadonlyMap<string, MatchResult>> {
  const rows = await tx.query<MatchResult & { person_id: string }>(
    'select distinct on (person_id) person_id, level, fields from match_result where person_id = any ($1::uuid[]) order by person_id, tx desc, at desc',
    [personIds],
  );
  return new Map(rows.map(({ person_id, level, fields }) => [person_id, { level, fields }]));
}

interface SourceRow {
  source: string;
  state: SourceState['state'];
  failures: number;
  since: string;
  try_at: string | null;
  reason: string | null;
  paced_to: string | null;
}
const SOURCE = 'source, state, failures, since, try_at, reason, paced_to';
const fromSource = ({ try_at, paced_to, ...row }: SourceRow): SourceState => ({ ...row, tryAt: try_at, pacedTo: paced_to });

/** How a source is, held until the end of the transaction: breaker and quota are stepped by one worker at a time. */
export async function lockSource(tx: Tx, source: string, at: Instant): Promise<SourceState> {
  const fresh = freshSource(source, at);
  await tx.query('insert into source_state (source, state, failures, since) values ($1, $2, $3, $4) on conflict do nothing', [
    source,
    fresh.state,
    fresh.failures,
    fresh.since,
  ]);
  const [row] = await tx.query<SourceRow>(`select ${SOURCE} from source_state where source = $1 for update`, [source]);
  return fromSource(row!);
}

/** Every source that was ever asked, and how it is. */
export async function sourceStates(tx: Tx): Promise<SourceState[]> {
  return (await tx.query<SourceRow>(`select ${SOURCE} from source_state order by source`)).map(fromSource);
}

/** MUST follow `lockSource` in the same transaction. */
export async function writeSource(tx: Tx, state: SourceState): Promise<void> {
  await tx.query(
    'update source_state set state = $2, failures = $3, since = $4, try_at = $5, reason = $6, paced_to = $7 where source = $1',
    [state.source, state.state, state.failures, state.since, state.tryAt, state.reason, state.pacedTo],
  );
}
