/** The database as the node asks for it: any client of PostgreSQL that answers with rows (`pg` does), so that the SDK has no client of its own. */

/** One connection, inside or outside a transaction. A `Pool` is none: its statements go to different connections. */
export interface SqlClient {
  query(text: string, values?: unknown[]): Promise<{ readonly rows: unknown[] }>;
}

/** Runs `work` in one transaction: committed when it returns, rolled back when it throws. */
export interface NodeDatabase {
  transaction<T>(work: (sql: SqlClient) => Promise<T>): Promise<T>;
}

/** Where connections come from: `pg.Pool` fits. */
export interface ConnectionSource {
  connect(): Promise<SqlClient & { release(error?: boolean): void }>;
}

/** The rows of a statement. */
export async function rowsOf<Row>(sql: SqlClient, text: string, values: readonly unknown[] = []): Promise<Row[]> {
  return (await sql.query(text, values as unknown[])).rows as Row[];
}

/** Transactions on connections of a pool. A connection whose rollback fails is given up. */
export function databaseOf(source: ConnectionSource): NodeDatabase {
  return {
    async transaction(work) {
      const client = await source.connect();
      let broken = false;
      try {
        await client.query('begin');
        const done = await work(client);
        await client.query('commit');
        return done;
      } catch (error) {
        await client.query('rollback').catch(() => {
          broken = true;
        });
        throw error;
      } finally {
        client.release(broken);
      }
    },
  };
}
