/** A settled point for tests: a transaction that runs in any database of the cluster, so of any other test, holds it back while it runs. */
import { setTimeout as sleep } from 'node:timers/promises';
import type { Tx } from './transaction.ts';

const TRIES_MAX = 6_000;
const BETWEEN_MS = 50;

/** The oldest transactions of the cluster, for whoever waited for one in vain: a name of a database leads to a file of tests. */
const HOLDERS = `select datname, state, (now() - xact_start)::text as age, left(query, 200) as query
  from pg_stat_activity where xact_start is not null and pid <> pg_backend_pid() order by xact_start limit 3`;

/**
 * Waits until a transaction is settled.
 *
 * @param read  runs work with rights to read what is asked
 * @param since a select of the transaction's number: what was written by it is known at the point that is given back
 * @returns the settled point, not below it
 */
export async function settledSince(
  read: <T>(work: (tx: Tx) => Promise<T>) => Promise<T>,
  since: string,
  values: readonly unknown[] = [],
): Promise<number> {
  for (let tries = 0; tries < TRIES_MAX; tries++) {
    const [row] = await read((tx) =>
      tx.query<{ settled: number; is: boolean }>(`select settled_tx() as settled, coalesce((${since}), 0) <= settled_tx() as is`, values),
    );
    if (row!.is) return row!.settled;
    await sleep(BETWEEN_MS);
  }
  throw new Error(`a transaction of the cluster does not end: ${JSON.stringify(await read((tx) => tx.query(HOLDERS)))}`);
}

/**
 * Asks until the answer is not that the point has not settled.
 *
 * @param ask    a question as known at a point
 * @param codeOf of an answer; null: it is none of a problem
 */
export async function onceSettled<Answer>(ask: () => Promise<Answer>, codeOf: (answer: Answer) => unknown): Promise<Answer> {
  for (let tries = 0; tries < TRIES_MAX; tries++) {
    const answer = await ask();
    if (codeOf(answer) !== 'E-KNOWN-AT-NOT-SETTLED') return answer;
    await sleep(BETWEEN_MS);
  }
  throw new Error('the point does not settle: a transaction of the cluster does not end');
}
