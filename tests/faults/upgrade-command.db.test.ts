/** The upgrade as a command, on a database that a landed version left: planned, refused, failed as a whole, done, and said how to come back. */
import assert from 'node:assert/strict';
import { existsSync, readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { after, before, test } from 'node:test';
import pg from 'pg';
import { applicationName } from '#base/database/application-name.ts';
import { migrationNames, schemaHead } from '#base/database/migrate.ts';
import { openEarlierVersion } from '../earlier-version.ts';
import type { EarlierVersion } from '../earlier-version.ts';
import { runUpgrade } from '#start/commands/upgrade-command.ts';
import type { UpgradeOptions } from '#start/commands/upgrade-command.ts';

let version: EarlierVersion;
let client: pg.Client;
let env: Record<string, string>;
before(async () => {
  version = await openEarlierVersion('0321_stored_file');
  client = new pg.Client({ connectionString: version.ownerUrl });
  await client.connect();
  env = {
    DEMO: '1',
    DATA_FOLDER: version.folder,
    PUBLIC_URL: version.about.publicUrl,
    DATABASE_URL: version.appUrl,
    DATABASE_OWNER_URL: version.ownerUrl,
  };
});
after(async () => {
  await client?.end();
  await version?.close();
});

interface Told {
  readonly exit: number;
  readonly said: string;
  readonly codes: readonly string[];
}
async function upgrade(options: Partial<UpgradeOptions> = {}, change: Record<string, string> = {}): Promise<Told> {
  let said = '';
  const codes: string[] = [];
  const all = { plan: false, backup: null, withoutBackup: null, state: false, json: false, ...options };
  const exit = await runUpgrade({ ...env, ...change }, all, {
    answer: (text) => void (said += `${text}\n`),
    print: (text) => void (said += `${text}\n`),
    sayProblems: (problems) => {
      codes.push(...problems.map(({ code }) => code));
      said += problems.map(({ title }) => `${title.en}\n`).join('');
    },
  });
  return { exit, said, codes };
}
const headNow = async (): Promise<string> =>
  (await client.query<{ head: string }>('select max(name) as head from migration')).rows[0]!.head;
const backups = (): string[] => (existsSync(join(version.folder, 'backups')) ? readdirSync(join(version.folder, 'backups')) : []);

test('a plan names each migration, the backup and what runs, and changes nothing', async () => {
  const { exit, said } = await upgrade({ plan: true });
  assert.equal(exit, 0, said);
  const steps = migrationNames().filter((name) => name > '0321_stored_file');
  for (const step of steps) assert.ok(said.includes(`\n  ${step}\n`), step);
  assert.match(said, /Sao lưu vào .*truoc-/);
  assert.deepEqual([await headNow(), backups()], ['0321_stored_file', []]);
});

test('programs that could not live with what comes stop it before anything is done', async () => {
  const server = new pg.Client({ connectionString: version.appUrl, application_name: applicationName('0321_stored_file') });
  await server.connect();
  const { exit, codes, said } = await upgrade();
  await server.end();
  assert.deepEqual([exit, codes], [2, ['E-UPGRADE-SERVERS-TOO-OLD']], said);
  assert.deepEqual([await headNow(), backups()], ['0321_stored_file', []]);
});

test('real operation on a demo, and a database of a newer version, are refused', async () => {
  const real = {
    NODE_ENV: 'production',
    DEMO: '0',
    PUBLIC_URL: 'https://congvu.example',
    OIDC_ISSUER: 'https://127.0.0.1:1',
    OIDC_CLIENT_SECRET: 'a-secret-of-our-own-that-is-long-enough',
    POPULATION_URL: 'http://127.0.0.1:1',
    POPULATION_SECRET: 'another-secret-of-our-own-that-is-long',
  };
  assert.deepEqual((await upgrade({}, real)).codes, ['E-DATABASE-OF-DEMO']);
  await client.query(`insert into migration_checksum values ('9999_later', 'x')`);
  assert.deepEqual((await upgrade()).codes, ['E-SCHEMA-NEWER']);
  await client.query(`delete from migration_checksum where name = '9999_later'`);
});

test('a migration that fails leaves the database as it was, and no backup of which the log says nothing', async () => {
  // Somebody made by hand what a migration makes.
  await client.query('create table passkey (id int)');
  const { exit, codes, said } = await upgrade();
  await client.query('drop table passkey');
  assert.deepEqual([exit, codes], [2, ['E-UPGRADE-FAILED']], said.slice(-900));
  assert.equal(await headNow(), '0321_stored_file');
  assert.deepEqual(backups(), []);
  assert.doesNotMatch(said, /congvu restore/);
});

test('it is done with a backup, counted, verified, recorded; and once more there is nothing to do', async () => {
  const file = join(version.folder, 'mine.backup');
  const { exit, said, codes } = await upgrade({ backup: file, state: true });
  assert.deepEqual([exit, codes], [0, []], said.slice(-500));
  assert.equal(await headNow(), schemaHead());
  assert.ok(statSync(file).size > 10_000);
  assert.match(said, /Không mất dòng nào/);
  assert.match(said, /Nhật ký và dữ liệu toàn vẹn/);
  assert.match(said, new RegExp(`congvu restore ${file}`));
  const { rows } = await client.query<{ act: string }>(
    `select act from audit_event where act in ('backup.made', 'schema.migrated') order by tx`,
  );
  assert.deepEqual(
    rows.map(({ act }) => act),
    ['backup.made', 'schema.migrated'],
  );
  const again = await upgrade();
  assert.deepEqual([again.exit, again.codes], [0, []]);
  assert.match(again.said, /: 0 bước di trú/);
});
