/** Migrations: plain SQL files, forward only, run by node-pg-migrate as the owner; then the queue's tables and the partitions ahead. */
import { createHash } from 'node:crypto';
import { mkdtempSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { runner } from 'node-pg-migrate';
import pg from 'pg';
import { PgBoss } from 'pg-boss';
import type { PlainDate } from '#base/clock.ts';
import { ok, refused } from '#base/problem.ts';
import type { Result } from '#base/problem.ts';
import type { DatabaseUrls } from './bootstrap.ts';
import { contractsAfterOf } from './expand-contract.ts';
import { MONTHS_AHEAD, makePartitions } from './partitions.ts';
import { migrationChanged, schemaNewer } from './problems.ts';
import { OWN_NAMES, roleNamesOf, withRoleNames } from './role-names.ts';
import type { RoleNames } from './role-names.ts';

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
  // What programs of the version before ask when they start: may they go on beside it? (decision 0076)
  await client.query('alter table migration_checksum add column if not exists contracts_after text');
  await client.query(`comment on table migration_checksum is 'room: base/database. What each applied migration was, to the byte.'`);
  await forgetWithdrawn(client);
  const { rows } = await client.query<{ name: string; sha256: string }>('select name, sha256 from migration_checksum order by name');
  const known = new Set(migrationNames());
  const newer = rows.filter((row) => !known.has(row.name)).at(-1);
  if (newer) return refused(schemaNewer({ found: newer.name, known: schemaHead() }));
  const changed = rows.find((row) => row.sha256 !== checksum(row.name));
  return changed ? refused(migrationChanged({ name: changed.name })) : ok(null);
}

const isOwnNames = (names: RoleNames): boolean => names.owner === OWN_NAMES.owner && names.app === OWN_NAMES.app;

/** Runs `work` with a folder of migrations that name these log-ins. The library reads files, so other names stand in copies that last as long as the work. */
async function withMigrationsFor<T>(names: RoleNames, upTo: string, work: (folder: string) => Promise<T>): Promise<T> {
  if (isOwnNames(names) && upTo === schemaHead()) return work(MIGRATIONS_FOLDER);
  const folder = mkdtempSync(join(tmpdir(), 'congvu-migrations-'));
  try {
    for (const name of migrationNames().filter((one) => one <= upTo)) {
      const file = `${name}.sql`;
      writeFileSync(join(folder, file), withRoleNames(readFileSync(join(MIGRATIONS_FOLDER, file), 'utf8'), names));
    }
    return await work(folder);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/**
 * Brings the schema up to this code. `queues` are made by the owner: the product's log-in may not make tables.
 * @param how  `upTo` the last migration that is run: a backup of an earlier version is restored into a schema of its own time; `monthsAhead` how many months
 *             get their partitions: tests live in this one
 */
export async function migrate(
  urls: DatabaseUrls,
  today: PlainDate,
  queues: readonly string[] = [],
  { upTo = schemaHead(), monthsAhead = MONTHS_AHEAD }: { readonly upTo?: string; readonly monthsAhead?: number } = {},
): Promise<Result<{ readonly applied: readonly string[] }>> {
  const names = await roleNamesOf(urls);
  const app = pg.escapeIdentifier(names.app);
  const client = new pg.Client({ connectionString: urls.owner });
  await client.connect();
  try {
    const same = await compare(client);
    if (!same.ok) return same;
    await grantTemporary(client, names.app);
    const quiet = (): void => undefined;
    const applied = await withMigrationsFor(names, upTo, (dir) =>
      runner({
        dbClient: client,
        dir,
        direction: 'up',
        migrationsTable: 'migration',
        migrationsSchema: 'congvu',
        schema: ['congvu'],
        ignorePattern: '(?!.*\\.sql$).*',
        checkOrder: true,
        singleTransaction: true,
        logger: { debug: quiet, info: quiet, warn: quiet, error: quiet },
      }),
    );
    await keepChecksums(
      client,
      migrationNames().filter((one) => one <= upTo),
    );
    await client.query(`grant select on migration to ${app}`);
    await client.query(`comment on table migration is 'room: base/database. Applied migrations, kept by the migration library.'`);
    await makePartitions(client, today, monthsAhead);
    await makeQueues(urls.owner, queues);
    await grantQueues(client, app);
    return ok({ applied: applied.map((one) => one.name) });
  } finally {
    await client.end();
  }
}

/** What each of these is, and what it takes away from programs of before. One statement, which writes nothing on a start that changes nothing. */
async function keepChecksums(client: pg.Client, names: readonly string[]): Promise<void> {
  await client.query(
    `insert into migration_checksum as there (name, sha256, contracts_after) select * from unnest($1::text[], $2::text[], $3::text[])
         on conflict (name) do update set contracts_after = excluded.contracts_after
      where there.contracts_after is distinct from excluded.contracts_after`,
    [names, names.map(checksum), names.map(contractsAfterOf)],
  );
}

/** What is copied in is staged in temporary tables of the session. A database that was made for version 0.1.0 does not let the product's log-in have any. */
async function grantTemporary(client: pg.Client, app: string): Promise<void> {
  const { rows } = await client.query<{ may: boolean; database: string }>(
    `select has_database_privilege($1, current_database(), 'temporary') as may, current_database() as database`,
    [app],
  );
  const [{ may, database } = { may: true, database: '' }] = rows;
  if (!may) await client.query(`grant temporary on database ${pg.escapeIdentifier(database)} to ${pg.escapeIdentifier(app)}`);
}

async function makeQueues(ownerUrl: string, queues: readonly string[]): Promise<void> {
  const boss = new PgBoss({ connectionString: ownerUrl, schema: 'pgboss', createSchema: false, supervise: false, schedule: false, max: 2 });
  boss.on('error', () => undefined); // what fails here rejects the calls below
  await boss.start();
  const there = new Map((await boss.getQueues()).map((queue) => [queue.name, queue]));
  // A worker is told of what is sent, with the commit of the act that sent it: it need not look all the time.
  for (const queue of queues) {
    const found = there.get(queue);
    if (!found) await boss.createQueue(queue, { notify: true });
    else if (!found.notify) await boss.updateQueue(queue, { notify: true });
  }
  await boss.stop({ graceful: false });
}

/** The queue's tables are written by the product's log-in. @param app  as an identifier of SQL */
async function grantQueues(client: pg.Client, app: string): Promise<void> {
  await client.query(`grant select, insert, update, delete on all tables in schema pgboss to ${app}`);
  await client.query(`grant usage, select on all sequences in schema pgboss to ${app}`);
  await client.query(`grant execute on all functions in schema pgboss to ${app}`);
}
