/**
 * Gives committed events their places: dense indices, in one stable order, each exactly once.
 *
 * The fencing term decides who may: a new sequencer begins a term, and whoever still works under an older one can write nothing.
 * The advisory lock only keeps two healthy processes from taking the term from each other.
 */
import { setTimeout as wait } from 'node:timers/promises';
import type pg from 'pg';
import type { SessionHandle } from '#base/database/transaction.ts';
import type { PeriodicTask } from '#base/jobs/job.ts';
import type { Problem } from '#base/problem.ts';
import { append, leafHash } from './merkle-tree.ts';
import { leafBytes } from './leaf.ts';
import { COMPLETE_EVERY_SECONDS, SEQUENCE_BATCH_LEAVES, SEQUENCE_EVERY_MS, SEQUENCE_RETRY_MS } from './limits.ts';
import { auditFenced } from './problems.ts';
import { publishHead } from './publish.ts';
import type { AtPoint, PublishNeeds } from './publish.ts';
import { beginTerm, insertLeaves, moveState, nextEvents, readState, sayComplete } from './store.ts';
import type { LeafToWrite } from './store.ts';

/** Takes the right to sequence from whoever has it. */
export const takeTerm = (needs: PublishNeeds, handle: SessionHandle): Promise<number> =>
  needs.db.transaction(handle, (tx) => beginTerm(tx, needs.log));

/**
 * Takes the next events into the tree, in one transaction.
 * @returns how many; null when the term has passed to another (nothing was written)
 */
export async function sequenceOnce(
  needs: PublishNeeds,
  handle: SessionHandle,
  term: number,
  limit = SEQUENCE_BATCH_LEAVES,
): Promise<number | null> {
  return needs.db.transaction(handle, async (tx) => {
    const state = await readState(tx, needs.log, { lock: true });
    if (state.term !== term) return null;
    const events = await nextEvents(tx, needs.log, state, limit);
    const last = events.at(-1);
    if (!last) return 0;
    let { frontier } = state;
    const leaves: LeafToWrite[] = [];
    for (const event of events) {
      const hash = leafHash(leafBytes(event));
      leaves.push({ index: frontier.size, eventId: event.eventId, at: event.at, hash });
      frontier = append(frontier, hash);
    }
    await insertLeaves(tx, needs.log, leaves);
    if (!(await moveState(tx, needs.log, state, { frontier, lastTx: last.tx, lastEvent: last.eventId })))
      throw new Error('the state moved under its lock');
    return leaves.length;
  });
}

/** Takes everything that waits and publishes the new head. */
export async function sequenceAll(
  needs: PublishNeeds,
  handle: SessionHandle,
  term: number,
  at: AtPoint = () => undefined,
): Promise<{ readonly taken: number; readonly problem: Problem | null }> {
  let taken = 0;
  at('before-leaves');
  for (;;) {
    const some = await sequenceOnce(needs, handle, term);
    if (some === null) return { taken, problem: auditFenced({ term }) };
    taken += some;
    if (some < SEQUENCE_BATCH_LEAVES) break;
  }
  at('leaves-written');
  const published = await publishHead(needs, handle, term, at);
  if (published.ok) await needs.db.transaction(handle, (tx) => sayComplete(tx, needs.log, term, COMPLETE_EVERY_SECONDS));
  return { taken, problem: published.ok ? null : published.problems[0]! };
}

export interface SequencerNeeds extends PublishNeeds {
  /** a system session for the whole installation (`jobSessions(…)(null)`), asked for each round */
  readonly session: () => Promise<SessionHandle>;
  /** told when the log stands still, once for each new reason, and with null when it goes on */
  readonly onTrouble: (trouble: Problem | Error | null) => void;
}

export interface Sequencer extends PeriodicTask {
  /** is this the process that sequences now? */
  leads(): boolean;
}

// Two numbers of our own; an advisory lock is known by nothing else in the database.
const LOCK = [0x61756469, 1] as const;

/** A round leads as long as it may and looks every second; the others stand by and try again. */
export function sequencerTask(needs: SequencerNeeds): Sequencer {
  let leading = false;
  let told: string | null = null;
  const tell = (trouble: Problem | Error | null): void => {
    const name = trouble === null ? null : 'code' in trouble ? String(trouble.code) : trouble.message;
    if (name !== told) needs.onTrouble(trouble);
    told = name;
  };

  async function lead(client: pg.PoolClient, signal: AbortSignal): Promise<void> {
    const [held] = (await client.query<{ got: boolean }>('select pg_try_advisory_lock($1, $2) as got', [...LOCK])).rows;
    if (!held!.got) return;
    try {
      const term = await takeTerm(needs, await needs.session());
      leading = true;
      while (!signal.aborted) {
        // Asked each round: a job's session ends after minutes, and under an ended one no event would be seen.
        const { problem } = await sequenceAll(needs, await needs.session(), term);
        tell(problem);
        if (problem?.code === auditFenced.declaration.code) return;
        await wait(problem ? SEQUENCE_RETRY_MS : SEQUENCE_EVERY_MS, undefined, { signal }).catch(() => undefined);
      }
    } finally {
      leading = false;
      await client.query('select pg_advisory_unlock($1, $2)', [...LOCK]).catch(() => undefined); // a dead connection has no lock any more
    }
  }

  return {
    name: 'audit.sequence',
    everyMs: SEQUENCE_RETRY_MS,
    retryMs: SEQUENCE_RETRY_MS,
    leads: () => leading,
    async round(signal) {
      let broken: Error | undefined;
      let client: pg.PoolClient | undefined;
      try {
        client = await needs.db.pool.connect();
        await lead(client, signal);
      } catch (error) {
        broken = error instanceof Error ? error : new Error(String(error));
        tell(broken);
      } finally {
        client?.release(broken);
      }
      return 'done';
    },
  };
}
