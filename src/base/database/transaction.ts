/**
 * The one way to the database: a transaction under the context of a session.
 *
 * Row-level security resolves the context from an unguessable handle (`congvu.session`), set for this transaction
 * only; without a handle no row of a person is visible. No write transaction may stay open across a user's thinking.
 */
import pg from 'pg';

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
   */
  transaction<T>(handle: SessionHandle | null, work: (tx: Tx) => Promise<T>, how?: { readonly snapshot?: boolean }): Promise<T>;
  readonly pool: pg.Pool;
  close(): Promise<void>;
}

// A date stays text: pg's default makes a local-time Date, off by one day west of the server. numeric stays text, bigint becomes a number when safe.
const TYPES: pg.CustomTypesConfig = {
  getTypeParser: ((oid: number, format?: 'text' | 'binary') => {
    if (oid === 1082 || oid === 1700) return (value: string) => value;
    if (oid === 1184 || oid === 1114) return (value: string) => new Date(value).toISOString();
    if (oid === 20)
      return (value: string) => {
        const n = Number(value);
        return Number.isSafeInteger(n) ? n : BigInt(value);
      };
    return pg.types.getTypeParser(oid, format as 'text');
  }) as pg.CustomTypesConfig['getTypeParser'],
};

/** A server that is not there, is ending, or went away in the middle of a statement (node-postgres gives that no code). */
export const isDatabaseAway = (error: unknown): boolean =>
  error instanceof Error &&
  (('code' in error && /^(ECONNREFUSED|ENOENT|ECONNRESET|EPIPE|57P0[123]|08\w{3})$/.test(String(error.code))) ||
    /^(Connection terminated|Client has encountered a connection error)/.test(error.message));

/** A migration changed what a prepared statement answers: the connection is given up with what it keeps. Functions and rules made anew are seen by themselves. */
const isPlanLost = (error: unknown): boolean =>
  error instanceof Error && 'code' in error && error.code === '0A000' && error.message.startsWith('cached plan');

/** `connectionString` may be a URL or a socket form that pg understands. */
export function openDatabase(options: { connectionString: string; poolSize?: number; applicationName?: string }): Database {
  const pool = new pg.Pool({
    connectionString: options.connectionString,
    max: options.poolSize ?? 10,
    application_name: options.applicationName ?? 'congvu',
    types: TYPES,
  });
  pool.on('error', () => undefined); // a broken idle connection is replaced at the next use; the use reports it
  // One that breaks in use, between two statements, has nobody else to hear it: unheard, it would end the whole process.
  pool.on('connect', (client) => client.on('error', () => undefined));
  return {
    pool,
    close: () => pool.end(),
    async transaction(handle, work, how = {}) {
      const client = await pool.connect();
      let broken: Error | undefined;
      try {
        await client.query(how.snapshot ? 'begin isolation level repeatable read' : 'begin');
        const tx: Tx = {
          client,
          query: async <Row extends object>(text: string, values: readonly unknown[] = [], name?: string) =>
            (await client.query<Row & pg.QueryResultRow>({ text, values: values as unknown[], ...(name === undefined ? {} : { name }) }))
              .rows as Row[],
        };
        if (handle !== null) await tx.query("select set_config('congvu.session', $1, true)", [handle], 'session-of-transaction');
        const result = await work(tx);
        await client.query('commit');
        return result;
      } catch (error) {
        if (isPlanLost(error)) broken = error as Error;
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
