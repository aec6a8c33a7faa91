/**
 * The one way to the database: a transaction under the context of a session.
 *
 * Row-level security resolves the context from an unguessable handle (`congvu.session`), set for this transaction
 * only; without a handle no row of a person is visible. No write transaction may stay open across a user's thinking.
 */
import { setTimeout as sleep } from 'node:timers/promises';
import type pg from 'pg';
import { OutcomeUnknown, isDatabaseAway } from './away.ts';
import { openPool, txOf, underSession } from './pool.ts';
import type { Replica } from './replica.ts';

/** An unguessable session handle (base64url of 32 random bytes). Never log it. */
export type SessionHandle = string & { readonly __brand: 'SessionHandle' };

/** A running transaction. `client` is for COPY only. */
export interface Tx {
  /**
   * Rows of one statement; parameters by $1, $2 …
   * @param prepared  of what nearly every request asks: the name by which a connection keeps it read and planned. One name, one text; nothing that differs
   *                  much with its values
   */
  query<Row extends object = Record<string, unknown>>(text: string, values?: readonly unknown[], prepared?: string): Promise<Row[]>;
  readonly client: pg.PoolClient;
}

export interface Database {
  /**
   * Runs `work` in one READ COMMITTED transaction with the session's context; commits when it resolves, rolls back when it throws. `null` = no context.
   * `snapshot`: REPEATABLE READ, so that all statements see one moment; for what compares much with much while others write.
   * A connection that is not there is waited for `BEGIN_MS_MAX`, before `work` has begun; `atOnce` does not wait. Throws `OutcomeUnknown` when it was lost
   * at the end, so that nobody knows whether the work stands.
   */
  transaction<T>(
    handle: SessionHandle | null,
    work: (tx: Tx) => Promise<T>,
    how?: { readonly snapshot?: boolean; readonly atOnce?: boolean },
  ): Promise<T>;
  readonly pool: pg.Pool;
  /** where readings may be taken as of a settled point; null: nowhere but here */
  readonly replica: Replica | null;
  close(): Promise<void>;
}

/** A migration changed what a prepared statement answers: the connection is given up with what it keeps. Functions and rules made anew are seen by themselves. */
const isPlanLost = (error: unknown): boolean =>
  error instanceof Error && 'code' in error && error.code === '0A000' && error.message.startsWith('cached plan');

/** How long a transaction waits for a connection to begin on: a planned change of leader takes about two seconds. Milliseconds. */
const BEGIN_MS_MAX = 3_000;
const BEGIN_AGAIN_MS = 150;
/** A connection on which a transaction has begun. Tried again while there is none: nothing of the work has been done yet. */
async function begun(pool: pg.Pool, handle: SessionHandle | null, how: { readonly snapshot?: boolean; readonly atOnce?: boolean }) {
  const startedMs = performance.now();
  for (;;) {
    let client: pg.PoolClient | undefined;
    try {
      client = await pool.connect();
      await client.query(how.snapshot ? 'begin isolation level repeatable read' : 'begin');
      await underSession(txOf(client), handle);
      return client;
    } catch (error) {
      client?.release(error as Error);
      if (how.atOnce === true || !isDatabaseAway(error) || performance.now() - startedMs > BEGIN_MS_MAX) throw error;
      await sleep(BEGIN_AGAIN_MS);
    }
  }
}

/**
 * Commits. PostgreSQL answers a commit that was written here and whose wait for the synchronous standby was cut short with a warning alone: it may be lost
 * with this server, so it is no commit that anybody may be told of.
 */
async function commit(client: pg.PoolClient): Promise<void> {
  let warned: Error | null = null;
  const hear = (notice: { readonly code?: string | undefined; readonly message?: string | undefined }): void => {
    if (notice.code === '01000') warned = new Error(notice.message ?? 'the commit was not confirmed by the standby');
  };
  client.on('notice', hear);
  try {
    await client.query('commit');
  } catch (error) {
    throw isDatabaseAway(error) ? new OutcomeUnknown(error) : error;
  } finally {
    client.off('notice', hear);
  }
  if (warned !== null) throw new OutcomeUnknown(warned);
}

/** `connectionString` may be a URL or a socket form that pg understands. */
export function openDatabase(options: {
  connectionString: string;
  poolSize?: number;
  applicationName?: string;
  answerMs?: number;
  replica?: Replica | null;
}): Database {
  const pool = openPool(options);
  const replica = options.replica ?? null;
  return {
    pool,
    replica,
    async close() {
      await replica?.close();
      await pool.end();
    },
    async transaction(handle, work, how = {}) {
      const client = await begun(pool, handle, how);
      let broken: Error | undefined;
      try {
        const result = await work(txOf(client));
        await commit(client);
        return result;
      } catch (error) {
        if (isPlanLost(error) || isDatabaseAway(error)) broken = error as Error;
        else
          await client.query('rollback').catch((e: Error) => {
            broken = e;
          });
        throw error;
      } finally {
        client.release(broken);
      }
    },
  };
}
