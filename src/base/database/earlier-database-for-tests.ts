/** A database as an earlier version left it, for tests of the upgrade. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import pg from 'pg';
import { MIGRATIONS_FOLDER, migrationNames } from './migrate.ts';
import { openTestDatabase } from './test-database.ts';

export interface EarlierDatabase {
  readonly client: pg.Client;
  rowsOf(sql: string): Promise<unknown[]>;
  /** runs the migrations from the first new one on */
  upgrade(): Promise<void>;
  close(): Promise<void>;
}

/** @param firstNew  name of the first migration that the database does not have yet */
export async function openEarlierDatabase(firstNew: string): Promise<EarlierDatabase> {
  const database = await openTestDatabase();
  const client = new pg.Client({ connectionString: database.ownerUrl });
  await client.connect();
  const run = async (names: readonly string[]): Promise<void> => {
    for (const name of names) await client.query(readFileSync(join(MIGRATIONS_FOLDER, `${name}.sql`), 'utf8'));
  };
  // Everything of the schema again, as far as the last version went.
  await client.query('drop schema congvu cascade');
  await client.query('create schema congvu');
  await client.query('set search_path to congvu, public');
  await run(migrationNames().filter((name) => name < firstNew));
  return {
    client,
    rowsOf: async (text) => (await client.query({ text, rowMode: 'array' })).rows,
    upgrade: () => run(migrationNames().filter((name) => name >= firstNew)),
    async close() {
      await client.end();
      await database.close();
    },
  };
}
