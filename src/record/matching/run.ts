/**
 * Matches whoever is due: paced, resumable, behind a circuit breaker. The source is asked outside any transaction;
 * a result, its audit row and what follows from it are one transaction. A source that is down is a visible state.
 */
import { recordAct } from '#authority/audit/record.ts';
import type { AuditNeeds } from '#authority/audit/record.ts';
import type { Database, SessionHandle, Tx } from '#base/database/transaction.ts';
import type { Result } from '#base/problem.ts';
import { later, mayAsk, stepBreaker } from './breaker.ts';
import type { BreakerEvent } from './breaker.ts';
import { matchAnswer } from './match.ts';
import { stepPace } from './pace.ts';
import type { Answer, Officer, PopulationGateway } from './port.ts';
import type { AskedIdentity, MatchResult, StatedIdentity } from './shapes.ts';
import { claimTask, isAnyDue, lockSource, settleTask, writeResult, writeSource } from './store.ts';
import type { ClaimedTask, Task } from './store.ts';

export interface MatchNeeds extends AuditNeeds {
  readonly db: Database;
  readonly gateway: Pick<PopulationGateway, 'source' | 'lookUp'>;
  /** a handle for one body, or for all (null) */
  readonly jobSession: (bodyId: string | null) => Promise<SessionHandle>;
  /** what a submission says of a person; null when it is gone (withdrawn, erased) */
  readonly readIdentity: (tx: Tx, submissionId: string, personId: string) => Promise<AskedIdentity | null>;
  /** what follows from a result, in its transaction */
  readonly onMatched: (tx: Tx, matched: Task & MatchResult) => Promise<void>;
  /**
   * on whose behalf a person is looked up: the officer who sent the submission, of a body that the source knows. Never nobody, never a shared
   * name, never a code of our own. A problem: nobody is asked, and the person waits with that reason.
   */
  readonly officerFor: (tx: Tx, task: Pick<Task, 'submissionId' | 'bodyId'>) => Promise<Result<Officer>>;
  /** calls a second that the source allows us, over all our processes */
  readonly callsPerSecond: number;
  readonly wait: (ms: number) => Promise<void>;
}

/** People asked for at the same time: a slow source must not make the quota unreachable. */
const WORKER_SLOTS = 4;
/** Longest sleep for the quota before a stop is looked for again, in milliseconds. */
const POLL_INTERVAL_MS_MAX = 1_000;
/** A worker that died in a call leaves its person to others after so long, in milliseconds. MUST be longer than a call may take. */
const CLAIM_MS = 60_000;
/** A person whose answer did not come is asked for again after so long, in milliseconds, doubled up to the second. */
const AGAIN_MS = 2_000;
const AGAIN_MS_MAX = 10 * 60_000;

export interface MatchRound {
  /** people whose task is settled: matched, or gone meanwhile */
  readonly matched: number;
  /** people who wait on, because no answer came */
  readonly unavailable: number;
}

/** One round: at most `limit` people. Ends early when nobody is due, when the source turns out to be down, or when `signal` says so. */
export async function matchPending(needs: MatchNeeds, limit: number, signal?: AbortSignal): Promise<MatchRound> {
  const all = await needs.jobSession(null);
  const round = { left: limit, matched: 0, unavailable: 0 };
  const lane = async (): Promise<void> => {
    while (round.left > 0 && !signal?.aborted) {
      round.left -= 1;
      const turn = await needs.db.transaction(all, (tx) => claimNext(tx, needs));
      if (turn.kind === 'none') return;
      if (turn.kind === 'wait') {
        round.left += 1;
        await needs.wait(Math.min(turn.ms, POLL_INTERVAL_MS_MAX));
        continue;
      }
      if (await matchOne(needs, all, turn.task, signal)) round.matched += 1;
      else round.unavailable += 1;
    }
  };
  // Every lane is waited for even when one throws: nothing goes on in the background of a failed round.
  const ended = await Promise.allSettled(Array.from({ length: Math.min(WORKER_SLOTS, limit) }, lane));
  const thrown = ended.find((one) => one.status === 'rejected');
  if (thrown) throw thrown.reason;
  return { matched: round.matched, unavailable: round.unavailable };
}

type Turn =
  | { readonly kind: 'none' }
  | { readonly kind: 'wait'; readonly ms: number }
  | { readonly kind: 'go'; readonly task: ClaimedTask };

/** The right to one call: breaker, quota and a person, in one short transaction. */
async function claimNext(tx: Tx, needs: MatchNeeds): Promise<Turn> {
  const at = needs.clock.now();
  if (!(await isAnyDue(tx, at))) return { kind: 'none' };
  const state = await lockSource(tx, needs.gateway.source, at);
  if (!mayAsk(state, at)) return { kind: 'none' };
  const pace = stepPace(state.pacedTo, needs, at);
  if (!pace.go) return { kind: 'wait', ms: pace.waitMs };
  const task = await claimTask(tx, at, later(at, CLAIM_MS));
  if (!task) return { kind: 'none' };
  await writeSource(tx, { ...stepBreaker(state, { kind: 'asked' }, at), pacedTo: pace.pacedTo });
  return { kind: 'go', task };
}

/** @returns whether the person needs no further asking */
async function matchOne(needs: MatchNeeds, all: SessionHandle, task: ClaimedTask, signal?: AbortSignal): Promise<boolean> {
  const handle = await needs.jobSession(task.bodyId);
  const asked = await needs.db.transaction(handle, async (tx) => {
    const stated = await needs.readIdentity(tx, task.submissionId, task.personId);
    return stated && { stated, officer: await needs.officerFor(tx, task) };
  });
  if (!asked) {
    await needs.db.transaction(handle, (tx) => settleTask(tx, task, 'given-up', needs.clock.now()));
    return true;
  }
  if (!asked.officer.ok) {
    const { code } = asked.officer.problems[0]!;
    await needs.db.transaction(handle, (tx) => settleTask(tx, task, 'waiting', later(needs.clock.now(), AGAIN_MS_MAX), code));
    return false;
  }
  const requestId = needs.chance.uuid7(Date.parse(needs.clock.now()));
  const { marks, ...stated } = asked.stated;
  const officer = asked.officer.value;
  const answer = await needs.gateway.lookUp({ ...stated, requestId, officer, purpose: 'DOI_SOAT_HO_SO' }, signal);
  await needs.db.transaction(all, (tx) => noteSource(tx, needs, answer));
  const result = matchAnswer(stated, answer);
  if (result) await needs.db.transaction(handle, (tx) => keep(tx, needs, task, result, marks, requestId));
  else await needs.db.transaction(handle, (tx) => settleTask(tx, task, 'waiting', later(needs.clock.now(), pauseMs(task, answer))));
  return result !== null;
}

/** How long until the person is asked for again, in milliseconds. */
function pauseMs(task: Task, answer: Answer): number {
  if (answer.kind === 'unavailable' && answer.reason === 'stopped') return 0;
  if (answer.kind === 'unavailable' && answer.retryAfterMs !== null) return answer.retryAfterMs;
  return Math.min(AGAIN_MS_MAX, AGAIN_MS * 2 ** Math.min(task.attempts - 1, 10));
}

/** What an answer says about the source, whatever it says about the person; null = nothing. */
export function sourceEvent(answer: Answer): BreakerEvent | null {
  if (answer.kind === 'found' || answer.kind === 'not-found') return { kind: 'answered' };
  if (answer.kind === 'refused') return answer.code === 'INCOMPLETE' ? null : { kind: 'failed', reason: answer.code };
  if (answer.reason === 'stopped') return null;
  return answer.reason === 'ambiguous' ? { kind: 'answered' } : { kind: 'failed', reason: answer.reason };
}

async function noteSource(tx: Tx, needs: MatchNeeds, answer: Answer): Promise<void> {
  const event = sourceEvent(answer);
  if (!event) return;
  const at = needs.clock.now();
  const before = await lockSource(tx, needs.gateway.source, at);
  const after = stepBreaker(before, event, at);
  if (after !== before) await writeSource(tx, after);
}

/** The result, its audit row and what follows, or nothing of it when the question was overtaken. */
async function keep(
  tx: Tx,
  needs: MatchNeeds,
  task: ClaimedTask,
  result: MatchResult,
  marks: AskedIdentity['marks'],
  requestId: string,
): Promise<void> {
  const at = needs.clock.now();
  // A corrected file may say another name by now: the answer to the old question must not let it through.
  if (!(await settleTask(tx, task, 'done', at))) return;
  await writeResult(tx, {
    ...task,
    ...result,
    marks,
    matchId: needs.chance.uuid7(Date.parse(at)),
    at,
    source: needs.gateway.source,
    requestId,
  });
  await recordAct(tx, needs, [
    {
      act: 'population.matched',
      purpose: 'MATCH',
      bodyId: task.bodyId,
      objectId: task.personId,
      revision: 0,
      payload: { submissionId: task.submissionId, requestId, level: result.level, fields: result.fields },
    },
  ]);
  await needs.onMatched(tx, { ...task, ...result });
}

/**
 * Asks the source once for somebody who looks at a mismatch: within the quota, and not while the source is left alone. Outside any transaction; what the
 * source says lives only in the answer. MUST follow the row of the reading.
 *
 * @returns null when nobody may be asked just now
 */
export async function lookUpNow(needs: MatchNeeds, stated: StatedIdentity, officer: Officer): Promise<Answer | null> {
  const all = await needs.jobSession(null);
  const isFree = await needs.db.transaction(all, async (tx) => {
    const at = needs.clock.now();
    const state = await lockSource(tx, needs.gateway.source, at);
    const pace = stepPace(state.pacedTo, needs, at);
    if (!mayAsk(state, at) || !pace.go) return false;
    await writeSource(tx, { ...stepBreaker(state, { kind: 'asked' }, at), pacedTo: pace.pacedTo });
    return true;
  });
  if (!isFree) return null;
  const requestId = needs.chance.uuid7(Date.parse(needs.clock.now()));
  const answer = await needs.gateway.lookUp({ ...stated, requestId, officer, purpose: 'DOI_SOAT_HO_SO' });
  await needs.db.transaction(all, (tx) => noteSource(tx, needs, answer));
  return answer;
}
