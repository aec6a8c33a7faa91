/** What the doctor says of an installation: one that was never made, one that stands, one from which something was taken. */
import assert from 'node:assert/strict';
import { chmodSync, existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, test } from 'node:test';
import { openForeignDatabase } from '#base/database/foreign-server-for-tests.ts';
import type { ForeignDatabase } from '#base/database/foreign-server-for-tests.ts';
import { freePort } from '#base/free-port.ts';
import { runDoctor } from './doctor-command.ts';
import { runInstall } from './install-command.ts';

let here: ForeignDatabase;
let env: Record<string, string>;
const folder = mkdtempSync(join(tmpdir(), 'congvu-doctor-'));
before(async () => {
  here = await openForeignDatabase();
  const nobody = `http://127.0.0.1:${await freePort()}`;
  env = {
    NODE_ENV: 'production',
    DATA_FOLDER: folder,
    PORT: String(await freePort()),
    PUBLIC_URL: 'https://congvu.example',
    OIDC_ISSUER: nobody.replace('http:', 'https:'),
    OIDC_CLIENT_SECRET: 'a-secret-of-our-own-that-is-long-enough',
    POPULATION_URL: nobody,
    POPULATION_SECRET: 'another-secret-of-our-own-that-is-long',
    DATABASE_URL: here.urls.app,
    DATABASE_OWNER_URL: here.urls.owner,
  };
});
after(async () => {
  await here?.close();
  rmSync(folder, { recursive: true, force: true });
});

interface Told {
  readonly exit: number;
  readonly wrong: readonly string[];
}
async function doctor(change: Record<string, string> = {}): Promise<Told> {
  let said = '';
  const exit = await runDoctor({ ...env, ...change }, { json: true, english: false }, { answer: (text) => void (said = text) });
  const { checks } = JSON.parse(said) as { checks: { name: string; state: string; problems: { code: string }[] }[] };
  return { exit, wrong: checks.flatMap(({ name, problems }) => problems.map(({ code }) => `${name} ${code}`)) };
}
const AROUND = ['sign-in E-SIGN-IN-AWAY', 'population E-POPULATION-NOT-REACHED', 'port E-SERVER-NOT-RUNNING'];
const own = ({ wrong }: Told): string[] => wrong.filter((line) => !AROUND.includes(line));

test('settings that cannot be read end it, by name', async () => {
  const told = await doctor({ PUBLIC_URL: '' });
  assert.deepEqual([told.exit, told.wrong], [2, ['settings E-SETTING-MISSING']]);
});

test('of what was never installed it says so, and makes nothing', async () => {
  const told = await doctor();
  assert.equal(told.exit, 2);
  assert.deepEqual(own(told), ['keys E-KEY-MISSING', 'schema E-NOT-INSTALLED']);
  assert.equal(existsSync(join(folder, 'keys')), false);
  assert.deepEqual(await here.superQuery(`select count(*)::int as n from pg_tables where schemaname = 'congvu'`), [{ n: 0 }]);
});

test('of an installation it tells what does not answer, what is missing, and what was taken away', async () => {
  const lines = ['Nguyễn Văn An', '001090000001'];
  const io = { answer: () => undefined, print: () => undefined, sayProblems: () => undefined, ask: async () => lines.shift() ?? null };
  assert.equal(
    await runInstall(env, { org: 'H26', answers: null, printSql: false, json: false }, io),
    1,
    'installed; two servers do not answer',
  );
  const told = await doctor();
  assert.deepEqual(own(told), [
    'administrators E-ONE-ADMINISTRATOR',
    'backup E-BACKUP-NEVER',
    'retention E-RETENTION-LATE',
    'restore-drill E-DRILL-NEVER',
  ]);
  assert.deepEqual(
    told.wrong.filter((line) => AROUND.includes(line)),
    AROUND,
  );
  chmodSync(join(folder, 'keys', 'master.key'), 0o644);
  assert.ok(own(await doctor()).includes('keys E-KEY-TOO-OPEN'));
  chmodSync(join(folder, 'keys', 'master.key'), 0o600);
  await here.superQuery(`insert into congvu.migration_checksum (name, sha256) values ('9990_of_tomorrow', 'x')`);
  assert.ok(own(await doctor()).includes('database E-SCHEMA-NEWER'));
  await here.superQuery(`delete from congvu.migration_checksum where name = '9990_of_tomorrow'`);
  await here.superQuery(`insert into congvu.installation (name, value) values ('demo', 'done')`);
  assert.ok(own(await doctor()).includes('database E-DATABASE-OF-DEMO'));
  assert.ok(
    own(await doctor({ DATABASE_URL: here.urlOf(here.names.app, 'wrong', here.database) })).includes('database E-DATABASE-PASSWORD'),
  );
});
