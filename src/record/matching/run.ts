/**
 * Matches whoever is due: paced, resumable, behind a circuit breaker. The source is asked outside any transaction;
 * a result, its audit row and what follows from it are one transaction. A source that is down is a visible state.
 */
import { recordAct } from '#authority/audit/record.ts';
import type { AuditNeeds } from '#authority/audit/record.ts';
import type { Chance } from '#base/chance.ts';
import type { Clock, Instant } from '#base/clock.ts';
import type { Database, SessionHandle, Tx } from '#base/database/transaction.ts';
import { mayAsk, stepBreaker } from './breaker.ts';
import { matchAnswer } from './match.ts';
import type { Answer, Officer, PopulationGateway } from './port.ts';
import type { MatchResult, StatedIdentity } from './shapes.ts';
import { changeTask, dueTasks, sourceState, writeResult, writeSourceState } from './store.ts';
import type { Task } from './store.ts';

export interface MatchNeeds extends AuditNeeds {
  readonly db: Database;
  readonly gateway: PopulationGateway;
  readonly clock: Clock;
  readonly chance: Chance;
  /** a handle for one body, or for all (null) */
  readonly jobSession: (bodyId: string | null) => Promise<SessionHandle>;
  /** what a submission says of a person; null when it is gone (withdrawn, erased) */
  readonly readIdentity: (tx: Tx, submissionId: string, personId: string) => Promise<StatedIdentity | null>;
  /** what follows from a result, in its transaction */
  readonly onMatched: (tx: Tx, matched: Task & MatchResult) => Promise<void>;
  /** on whose behalf a body's people are looked up */
  readonly officerFor: (bodyId: string) => Officer;
  /** calls a second that the source allows us */
  readonly callsPerSecond: number;
  readonly wait: (ms: number) => Promise<void>;
}

/** A person whose answer did not come is asked again after so long, in milliseconds, doubled up to the second. */
const AGAIN_MS = 2_000;
const AGAIN_MS_MAX = 10 * 60_000;

const later = (at: Instant, ms: number): Instant => new Date(Date.parse(at) + ms).toISOString();

/** One round: at most `limit` people. Stops early when the source turns out to be down. */
export async function matchPending(needs: MatchNeeds, limit: number): Promise<{ readonly matched: number; readonly unavailable: number }> {
  const all = await needs.jobSession(null);
  const tasks = await needs.db.transaction(all, (tx) => dueTasks(tx, needs.clock.now(), limit));
  let matched = 0;
  let unavailable = 0;
  for (const task of tasks) {
    const ready = await needs.db.transaction(all, async (tx) => {
      const at = needs.clock.now();
      const state = await sourceState(tx, needs.gateway.source, at);
      if (!mayAsk(state, at)) return false;
      const asked = stepBreaker(state, { kind: 'asked' }, at);
      if (asked !== state) await writeSourceState(tx, asked);
      return true;
    });
    if (!ready) break;
    const startedMs = needs.clock.monotonicMs();
    if (await matchOne(needs, all, task)) matched += 1;
    else unavailable += 1;
    await needs.wait(Math.max(0, 1000 / needs.callsPerSecond - (needs.clock.monotonicMs() - startedMs)));
  }
  return { matched, unavailable };
}

async function matchOne(needs: MatchNeeds, all: SessionHandle, task: Task): Promise<boolean> {
  const handle = await needs.jobSession(task.bodyId);
  const stated = await needs.db.transaction(handle, (tx) => needs.readIdentity(tx, task.submissionId, task.personId));
  if (!stated) {
    await needs.db.transaction(handle, (tx) => changeTask(tx, task, 'given-up', needs.clock.now()));
    return true;
  }
  const requestId = needs.chance.uuid7(Date.parse(needs.clock.now()));
  const answer = await needs.gateway.lookUp({ ...stated, requestId, officer: needs.officerFor(task.bodyId), purpose: 'DOI_SOAT_HO_SO' });
  const result = matchAnswer(stated, answer);
  await needs.db.transaction(all, (tx) => noteSource(tx, needs, answer));
  if (result) await needs.db.transaction(handle, (tx) => keep(tx, needs, task, result, requestId));
  else await needs.db.transaction(handle, (tx) => changeTask(tx, task, 'waiting', later(needs.clock.now(), pauseMs(task, answer))));
  return result !== null;
}

const pauseMs = (task: Task, answer: Answer): number =>
  answer.kind === 'unavailable' && answer.retryAfterMs !== null ? answer.retryAfterMs : Math.min(AGAIN_MS_MAX, AGAIN_MS * 2 ** Math.min(task.attempts, 10));

async function noteSource(tx: Tx, needs: MatchNeeds, answer: Answer): Promise<void> {
  const at = needs.clock.now();
  const before = await sourceState(tx, needs.gateway.source, at);
  const after = stepBreaker(before, { kind: answer.kind === 'found' || answer.kind === 'not-found' ? 'answered' : 'failed' }, at);
  if (after !== before) await writeSourceState(tx, after);
}

async function keep(tx: Tx, needs: MatchNeeds, task: Task, result: MatchResult, requestId: string): Promise<void> {
  const at = needs.clock.now();
  await writeResult(tx, { ...task, ...result, matchId: needs.chance.uuid7(Date.parse(at)), at, source: needs.gateway.source, requestId });
  await changeTask(tx, task, 'done', at);
  await recordAct(tx, needs, [{ act: 'population.matched', purpose: 'MATCH', bodyId: task.bodyId, objectId: task.personId, revision: 0, payload: { submissionId: task.submissionId, requestId, level: result.level, fields: result.fields } }]);
  await needs.onMatched(tx, { ...task, ...result });
}
