/** An outbox in a database of its own, on the cluster of the tests. */
import { randomBytes } from 'node:crypto';
import pg from 'pg';
import { testServer } from '#base/database/test-database.ts';
import { migrateOutbox } from './migrate.ts';
import type { NodeDatabase } from './sql.ts';
import { databaseOf } from './sql.ts';

export interface OutboxForTests {
  readonly url: string;
  readonly pool: pg.Pool;
  readonly database: NodeDatabase;
  close(): Promise<void>;
}

async function asSuper(text: string): Promise<void> {
  const { superUrl } = await testServer();
  const client = new pg.Client({ connectionString: superUrl });
  await client.connect();
  await client.query(text).finally(() => client.end());
}

/** A fresh database without anything in it: that of a software of another make. */
export async function openForeignDatabase(): Promise<{ readonly url: string; close(): Promise<void> }> {
  const { superUrl } = await testServer();
  const name = `node_${randomBytes(6).toString('hex')}`;
  await asSuper(`create database ${name}`);
  const url = superUrl.replace(/\/postgres\?/, `/${name}?`);
  return { url, close: () => asSuper(`drop database if exists ${name} with (force)`) };
}

/** A fresh database with the schema of the node. */
export async function openOutboxForTests(): Promise<OutboxForTests> {
  const { url, close } = await openForeignDatabase();
  const pool = new pg.Pool({ connectionString: url, max: 8 });
  pool.on('error', () => undefined);
  const database = databaseOf(pool);
  const migrated = await migrateOutbox(database);
  if (!migrated.ok) throw new Error(migrated.problems[0]!.code);
  return {
    url,
    pool,
    database,
    async close() {
      await pool.end();
      await close();
    },
  };
}
