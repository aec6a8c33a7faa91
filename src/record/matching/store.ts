/** All SQL of matching. */
import type { Tx } from '#base/database/transaction.ts';
import type { Instant } from '#base/clock.ts';
import { freshSource } from './breaker.ts';
import type { MatchLevel, MatchResult, SourceState } from './shapes.ts';

export interface Task { readonly personId: string; readonly submissionId: string; readonly bodyId: string; readonly attempts: number }

/** Tasks that are due, oldest first. */
export async function dueTasks(tx: Tx, at: Instant, limit: number): Promise<Task[]> {
  const rows = await tx.query<{ person_id: string; submission_id: string; body_id: string; attempts: number }>(
    `select person_id, submission_id, body_id, attempts from match_task where state = 'waiting' and next_at <= $1 order by next_at, created_at limit $2`, [at, limit]);
  return rows.map((row) => ({ personId: row.person_id, submissionId: row.submission_id, bodyId: row.body_id, attempts: row.attempts }));
}

export async function changeTask(tx: Tx, task: Task, state: 'waiting' | 'done' | 'given-up', nextAt: Instant): Promise<void> {
  await tx.query('update match_task set state = $3, attempts = attempts + 1, next_at = $4 where person_id = $1 and submission_id = $2', [task.personId, task.submissionId, state, nextAt]);
}

export async function writeResult(tx: Tx, row: { readonly personId: string; readonly matchId: string; readonly submissionId: string; readonly bodyId: string; readonly at: Instant; readonly source: string; readonly requestId: string } & MatchResult): Promise<void> {
  await tx.query(
    'insert into match_result (person_id, match_id, submission_id, body_id, at, level, fields, source, request_id) values ($1,$2,$3,$4,$5,$6,$7,$8,$9)',
    [row.personId, row.matchId, row.submissionId, row.bodyId, row.at, row.level, JSON.stringify(row.fields), row.source, row.requestId]);
}

/** The newest result of a person; null when they were never matched. */
export async function latestMatch(tx: Tx, personId: string): Promise<(MatchResult & { readonly at: Instant }) | null> {
  const [row] = await tx.query<{ level: MatchLevel; fields: MatchResult['fields']; at: string }>(
    'select level, fields, at from match_result where person_id = $1 order by tx desc, at desc limit 1', [personId]);
  return row ?? null;
}

/** Newest levels of many people. */
export async function matchLevels(tx: Tx, personIds: readonly string[]): Promise<Map<string, MatchLevel>> {
  const rows = await tx.query<{ person_id: string; level: MatchLevel }>(
    'select distinct on (person_id) person_id, level from match_result where person_id = any ($1::uuid[]) order by person_id, tx desc, at desc', [personIds]);
  return new Map(rows.map((row) => [row.person_id, row.level]));
}

interface SourceRow { source: string; state: SourceState['state']; failures: number; since: string; try_at: string | null }
const fromSource = (row: SourceRow): SourceState => ({ source: row.source, state: row.state, failures: row.failures, since: row.since, tryAt: row.try_at });

export async function sourceState(tx: Tx, source: string, at: Instant): Promise<SourceState> {
  const [row] = await tx.query<SourceRow>('select source, state, failures, since, try_at from source_state where source = $1', [source]);
  return row ? fromSource(row) : freshSource(source, at);
}

/** Every source and how it is. */
export async function sourceStates(tx: Tx): Promise<SourceState[]> {
  return (await tx.query<SourceRow>('select source, state, failures, since, try_at from source_state order by source')).map(fromSource);
}

export async function writeSourceState(tx: Tx, state: SourceState): Promise<void> {
  await tx.query(
    `insert into source_state (source, state, failures, since, try_at) values ($1,$2,$3,$4,$5)
     on conflict (source) do update set state = excluded.state, failures = excluded.failures, since = excluded.since, try_at = excluded.try_at`,
    [state.source, state.state, state.failures, state.since, state.tryAt]);
}
