/** Migrations: plain SQL files, forward only, run by node-pg-migrate as the owner; then the queue's tables and the partitions ahead. */
import { createHash } from 'node:crypto';
import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { runner } from 'node-pg-migrate';
import pg from 'pg';
import { PgBoss } from 'pg-boss';
import type { PlainDate } from '#base/clock.ts';
import { ok, refused } from '#base/problem.ts';
import type { Result } from '#base/problem.ts';
import { APP } from './bootstrap.ts';
import { makePartitions } from './partitions.ts';
import { migrationChanged, schemaNewer } from './problems.ts';

export const MIGRATIONS_FOLDER = join(import.meta.dirname, 'migrations');

/** Names without `.sql`, in order. */
export const migrationNames = (): string[] =>
  readdirSync(MIGRATIONS_FOLDER)
    .filter((name) => name.endsWith('.sql'))
    .map((name) => name.slice(0, -4))
    .sort();

/** Name of the newest migration that this code knows. */
export const schemaHead = (): string => migrationNames().at(-1) ?? '';

const checksum = (name: string): string =>
  createHash('sha256')
    .update(readFileSync(join(MIGRATIONS_FOLDER, `${name}.sql`)))
    .digest('hex');

/** Migrations that were once applied somewhere and are here no longer, because a later one makes all that they made: a line each in `WITHDRAWN`, name and reason. */
const withdrawn = (): readonly string[] =>
  readFileSync(join(MIGRATIONS_FOLDER, 'WITHDRAWN'), 'utf8')
    .split('\n')
    .filter((line) => line !== '')
    .map((line) => line.split(' ', 1)[0]!);

/** A database that has a withdrawn migration holds nothing that this code lacks: it is upgraded like the others. */
async function forgetWithdrawn(client: pg.Client): Promise<void> {
  const { rows } = await client.query<{ there: string | null }>(`select to_regclass('congvu.migration') as there`);
  for (const table of ['migration_checksum', ...(rows[0]!.there === null ? [] : ['migration'])])
    await client.query(`delete from ${table} where name = any ($1)`, [withdrawn()]);
}

/** What was applied must be what is here now: E-SCHEMA-NEWER, E-MIGRATION-CHANGED. */
async function compare(client: pg.Client): Promise<Result<null>> {
  await client.query('create table if not exists migration_checksum (name text primary key, sha256 text not null)');
  await client.query(`comment on table migration_checksum is 'room: base/database. What each applied migration was, to the byte.'`);
  await forgetWithdrawn(client);
  const { rows } = await client.query<{ name: string; sha256: string }>('select name, sha256 from migration_checksum order by name');
  const known = new Set(migrationNames());
  const newer = rows.filter((row) => !known.has(row.name)).at(-1);
  if (newer) return refused(schemaNewer({ found: newer.name, known: schemaHead() }));
  const changed = rows.find((row) => row.sha256 !== checksum(row.name));
  return changed ? refused(migrationChanged({ name: changed.name })) : ok(null);
}

/** Brings the schema up to this code. `queues` are made by the owner: the product's log-in may not make tables. */
export async function migrate(
  ownerUrl: string,
  today: PlainDate,
  queues: readonly string[] = [],
): Promise<Result<{ readonly applied: readonly string[] }>> {
  const client = new pg.Client({ connectionString: ownerUrl });
  await client.connect();
  try {
    const same = await compare(client);
    if (!same.ok) return same;
    const quiet = (): void => undefined;
    const applied = await runner({
      dbClient: client,
      dir: MIGRATIONS_FOLDER,
      direction: 'up',
      migrationsTable: 'migration',
      migrationsSchema: 'congvu',
      schema: ['congvu'],
      ignorePattern: '(?!.*\\.sql$).*',
      checkOrder: true,
      singleTransaction: true,
      logger: { debug: quiet, info: quiet, warn: quiet, error: quiet },
    });
    for (const name of migrationNames())
      await client.query('insert into migration_checksum (name, sha256) values ($1, $2) on conflict do nothing', [name, checksum(name)]);
    await client.query(`grant select on migration to ${APP}`);
    await client.query(`comment on table migration is 'room: base/database. Applied migrations, kept by the migration library.'`);
    await makePartitions(client, today);
    await makeQueues(ownerUrl, client, queues);
    return ok({ applied: applied.map((one) => one.name) });
  } finally {
    await client.end();
  }
}

async function makeQueues(ownerUrl: string, client: pg.Client, queues: readonly string[]): Promise<void> {
  const boss = new PgBoss({ connectionString: ownerUrl, schema: 'pgboss', createSchema: false, supervise: false, schedule: false, max: 2 });
  boss.on('error', () => undefined); // what fails here rejects the calls below
  await boss.start();
  const there = new Set((await boss.getQueues()).map((queue) => queue.name));
  for (const queue of queues) if (!there.has(queue)) await boss.createQueue(queue);
  await boss.stop({ graceful: false });
  await client.query(`grant select, insert, update, delete on all tables in schema pgboss to ${APP}`);
  await client.query(`grant usage, select on all sequences in schema pgboss to ${APP}`);
  await client.query(`grant execute on all functions in schema pgboss to ${APP}`);
}
