/** Connections to one server: how values come out of them, and how a dead one is found. */
import pg from 'pg';
import type { SessionHandle, Tx } from './transaction.ts';

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

/** A connection that is not made, or a place in the pool that does not become free, within so many milliseconds: the database is away. */
const CONNECT_MS_MAX = 20_000;
/** A peer that is silent is asked whether it lives, from so many milliseconds on; a dead one is found ten seconds later. */
const KEEPALIVE_AFTER_MS = 10_000;
/** For pools that a library opens. */
export const KEEPALIVE = { keepAlive: true, keepAliveInitialDelayMillis: KEEPALIVE_AFTER_MS };
/** No statement of a server or worker takes so long: whoever does not answer is dead, and its connection is given up. A restore's may. Milliseconds. */
export const ANSWER_MS_MAX = 600_000;

/**
 * A pool whose dead connections are found.
 * @param options  `connectMs`: how long a connection may be waited for; `answerMs`: how long a statement may take, when there is an end to it
 */
export function openPool(options: {
  connectionString: string;
  poolSize?: number;
  applicationName?: string;
  connectMs?: number;
  answerMs?: number;
}): pg.Pool {
  const pool = new pg.Pool({
    connectionString: options.connectionString,
    max: options.poolSize ?? 10,
    application_name: options.applicationName ?? 'congvu',
    types: TYPES,
    ...KEEPALIVE,
    connectionTimeoutMillis: options.connectMs ?? CONNECT_MS_MAX,
    ...(options.answerMs === undefined ? {} : { query_timeout: options.answerMs }),
  });
  pool.on('error', () => undefined); // a broken idle connection is replaced at the next use; the use reports it
  // One that breaks in use, between two statements, has nobody else to hear it: unheard, it would end the whole process.
  pool.on('connect', (client) => client.on('error', () => undefined));
  return pool;
}

/** A transaction's view of a connection. */
export const txOf = (client: pg.PoolClient): Tx => ({
  client,
  query: async <Row extends object>(text: string, values: readonly unknown[] = [], name?: string) =>
    (await client.query<Row & pg.QueryResultRow>({ text, values: values as unknown[], ...(name === undefined ? {} : { name }) }))
      .rows as Row[],
});

/** Puts a transaction under the context of a session. */
export const underSession = async (tx: Tx, handle: SessionHandle | null): Promise<void> => {
  if (handle !== null) await tx.query("select set_config('congvu.session', $1, true)", [handle], 'session-of-transaction');
};
