/** A database as a landed version left it, with files and keys, for tests that go on with it by today's code (`tests/fixtures/upgrade`). */
import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { brotliDecompressSync } from 'node:zlib';
import pg from 'pg';
import { from as copyFrom } from 'pg-copy-streams';
import { systemClock } from '#base/clock.ts';
import { MIGRATIONS_FOLDER, migrate, migrationNames } from '#base/database/migrate.ts';
import { makePartitions } from '#base/database/partitions.ts';
import { openTestDatabase } from '#base/database/test-database.ts';
import { QUEUES } from '#start/worker.ts';
import { openKeys } from '#base/master-keys.ts';
import { keyPeopleIn } from '#start/key-people.ts';

export const EARLIER_VERSIONS = join(import.meta.dirname, 'fixtures/upgrade');

/** What the version says of itself (`about.json`). */
export interface AboutVersion {
  /** its last migration */
  readonly head: string;
  readonly madeAt: string;
  readonly publicUrl: string;
  /** above every point of its record time */
  readonly tx: string;
  readonly rows: Readonly<Record<string, number>>;
  /** what wallets showed then, and what a door said */
  readonly shown: readonly { readonly text: string; readonly atMs: number; readonly verdict: string }[];
}

export interface EarlierVersion {
  readonly about: AboutVersion;
  /** data folder: log, lists of cards, keys */
  readonly folder: string;
  readonly ownerUrl: string;
  readonly appUrl: string;
  /** rows by table, each table by the name that it has now and the one that it had when it was opened */
  rows(): Promise<ReadonlyMap<string, number>>;
  /** the migrations of today, as every start runs them; returns those that were applied */
  upgrade(): Promise<readonly string[]>;
  close(): Promise<void>;
}

const textOf = (file: string): string => brotliDecompressSync(readFileSync(file)).toString();

/** @param name  of the folder below `tests/fixtures/upgrade` */
export async function openEarlierVersion(name: string): Promise<EarlierVersion> {
  const place = join(EARLIER_VERSIONS, name);
  const about = JSON.parse(readFileSync(join(place, 'about.json'), 'utf8')) as AboutVersion;
  const folder = writeFiles(JSON.parse(textOf(join(place, 'files.br'))) as Readonly<Record<string, string>>);
  const database = await openTestDatabase();
  const client = new pg.Client({ connectionString: database.ownerUrl });
  await client.connect();
  await buildSchema(client, about);
  await restore(client, textOf(join(place, 'tables.br')), about);
  const opened = await tableNames(client);
  return {
    about,
    folder,
    ownerUrl: database.ownerUrl,
    appUrl: database.appUrl,
    async rows() {
      const counted = new Map<string, number>();
      for (const [oid, now] of await tableNames(client)) {
        const { rows } = await client.query<{ n: number }>(`select count(*)::int as n from "${now}"`);
        counted.set(opened.get(oid) ?? now, rows[0]!.n);
      }
      return counted;
    },
    async upgrade() {
      const done = await migrate({ owner: database.ownerUrl, app: database.appUrl }, systemClock.today(), QUEUES);
      if (!done.ok) throw new Error(done.problems.map(({ title }) => title.en).join('; '));
      const keys = openKeys({ keysFolder: join(folder, 'keys'), keyService: null }, { mayCreate: false });
      if (!keys.ok) throw new Error('the version has no keys');
      await keyPeopleIn(database.ownerUrl, keys.value);
      return done.value.applied;
    },
    async close() {
      await client.end();
      await database.close();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

function writeFiles(files: Readonly<Record<string, string>>): string {
  const folder = mkdtempSync(join(tmpdir(), 'congvu-earlier-'));
  for (const [path, bytes] of Object.entries(files)) {
    mkdirSync(dirname(join(folder, path)), { recursive: true, mode: 0o700 });
    writeFileSync(join(folder, path), Buffer.from(bytes, 'base64'), { mode: 0o600 });
  }
  return folder;
}

/** The schema of that version: its migrations are here still, to the byte, and `migrate` holds them to what was applied. */
async function buildSchema(client: pg.Client, { head, madeAt }: AboutVersion): Promise<void> {
  if (!existsSync(join(MIGRATIONS_FOLDER, `${head}.sql`))) throw new Error(`the migration ${head} is not here`);
  await client.query('drop schema congvu cascade');
  await client.query('create schema congvu');
  await client.query('set search_path to congvu, public');
  for (const name of migrationNames().filter((one) => one <= head))
    await client.query(readFileSync(join(MIGRATIONS_FOLDER, `${name}.sql`), 'utf8'));
  // What the library of migrations, and who runs it, make by themselves.
  await client.query('create table migration (id serial primary key, name varchar(255) not null, run_on timestamp not null)');
  await client.query('create table migration_checksum (name text primary key, sha256 text not null)');
  await makePartitions(client, madeAt.slice(0, 10));
}

async function restore(client: pg.Client, text: string, { tx }: AboutVersion): Promise<void> {
  const tables = [...text.matchAll(/^COPY "(\w+)" \((.*)\) FROM stdin;\n((?:(?!\\\.\n).*\n)*)\\\.$/gm)];
  await client.query(`truncate ${tables.map(([, table]) => `"${table}"`).join(', ')} cascade`);
  for (const [, table, columns, rows] of tables) {
    // Policies do not let COPY in: by a temporary table, as a restore does.
    await client.query(`create temporary table restored (like "${table}" including defaults)`);
    await pipeline(Readable.from([rows]), client.query(copyFrom(`copy restored (${columns}) from stdin`)));
    await client.query(`insert into "${table}" (${columns}) select ${columns} from restored`);
    await client.query('drop table restored');
  }
  await client.query('update record_base set base = greatest(base, $1::bigint)', [tx]);
  await client.query(`select setval('migration_id_seq', (select max(id) from migration))`);
}

/** Tables of the schema by their identity, which a new name leaves as it is. */
async function tableNames(client: pg.Client): Promise<ReadonlyMap<number, string>> {
  const { rows } = await client.query<{ oid: number; name: string }>(
    `select c.oid::int as oid, c.relname as name from pg_class c join pg_namespace n on n.oid = c.relnamespace
      where n.nspname = 'congvu' and c.relkind in ('r', 'p') and not c.relispartition`,
  );
  return new Map(rows.map(({ oid, name }) => [oid, name]));
}
