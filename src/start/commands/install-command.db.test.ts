/** The first start of a real installation: nobody is there, and somebody must be. */
import assert from 'node:assert/strict';
import { chmodSync, existsSync, mkdirSync, mkdtempSync, readdirSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, test } from 'node:test';
import { readConfig } from '#base/config.ts';
import { openForeignDatabase } from '#base/database/foreign-server-for-tests.ts';
import type { Problem } from '#base/problem.ts';
import { DEMO_ACCOUNTS } from '#authority/access/demo-accounts.ts';
import { openKeys } from '#base/master-keys.ts';
import { checkPeople, checkServer } from '#start/open.ts';
import { runAddAdministrator } from './administrator-command.ts';
import { runInstall } from './install-command.ts';

const folder = mkdtempSync(join(tmpdir(), 'congvu-install-'));
after(() => rmSync(folder, { recursive: true, force: true }));

const ENV = {
  NODE_ENV: 'production',
  DATA_FOLDER: folder,
  PUBLIC_URL: 'https://congvu.example',
  // Nobody answers there: an installation is made all the same, and ends with 1.
  OIDC_ISSUER: 'https://127.0.0.1:1',
  OIDC_CLIENT_SECRET: 'a-secret-of-our-own-that-is-long-enough',
  POPULATION_URL: 'https://127.0.0.1:1/ws',
  POPULATION_SECRET: 'another-secret-of-our-own-that-is-long',
};

/** Installs with these lines typed; the exit code and the codes of what was refused. */
function ioOf(typed: readonly string[]) {
  const lines = [...typed];
  const codes: string[] = [];
  const answered: string[] = [];
  return {
    codes,
    answered,
    io: {
      answer: (text: string) => void answered.push(text),
      print: () => undefined,
      sayProblems: (problems: readonly Problem[]) => void codes.push(...problems.map((problem) => problem.code)),
      ask: async () => lines.shift() ?? null,
    },
  };
}
const OPTIONS = { answers: null, printSql: false, json: false };

async function install(typed: readonly string[], org = 'H26'): Promise<{ exit: number; codes: string[] }> {
  const { io, codes } = ioOf(typed);
  return { exit: await runInstall(ENV, { ...OPTIONS, org }, io), codes };
}
async function addAdministrator(typed: readonly string[], org = 'H26'): Promise<{ exit: number; codes: string[] }> {
  const { io, codes } = ioOf(typed);
  return { exit: await runAddAdministrator(ENV, org, io), codes };
}

test('without a name and a whole number nothing is made', async () => {
  for (const typed of [[], ['Nguyễn Văn An'], ['', '001090000001'], ['Nguyễn Văn An', '00109'], ['Nguyễn Văn An', '000190000001']])
    assert.deepEqual(await install(typed), { exit: 2, codes: ['E-INSTALL-PERSON'] }, typed.join());
  assert.equal(existsSync(join(folder, 'keys')), false);
});

test('a key file that others may read stops it before anything is written', { skip: process.platform === 'win32' }, async () => {
  const place = mkdtempSync(join(tmpdir(), 'congvu-install-'));
  mkdirSync(join(place, 'keys'), { mode: 0o700 });
  writeFileSync(join(place, 'keys', 'master.key'), 'x'.repeat(32), { mode: 0o644 });
  const { io, codes } = ioOf([]);
  assert.equal(await runInstall({ ...ENV, DATA_FOLDER: place }, { ...OPTIONS, org: 'H26' }, io), 2);
  assert.deepEqual([codes, readdirSync(place)], [['E-KEY-TOO-OPEN'], ['keys']]);
  rmSync(place, { recursive: true, force: true });
});

test('a body that is not there leaves nobody with an account, so that it can be tried again', async () => {
  assert.deepEqual(await install(['Nguyễn Văn An', '001090000001'], 'H99'), { exit: 2, codes: ['E-BODY-CODE'] });
  assert.deepEqual(await install(['Nguyễn Văn An', '001090000001']), { exit: 1, codes: [] });
});

test('the second administrator is another human, added by the command line once; from then on there are two', async () => {
  const add = addAdministrator;
  assert.deepEqual(await add(['Nguyễn Văn An', '001090000001']), { exit: 2, codes: ['E-ALREADY-ADMINISTRATOR'] });
  assert.deepEqual(await add(['Trần Thị Bình', '0011900']), { exit: 2, codes: ['E-INSTALL-PERSON'] });
  assert.deepEqual(await add(['Trần Thị Bình', '001190000002'], 'H99'), { exit: 2, codes: ['E-BODY-CODE'] });
  assert.deepEqual(await add(['Trần Thị Bình', '001190000002']), { exit: 0, codes: [] });
  assert.deepEqual(await add(['Lê Văn Cường', '001090000003']), { exit: 2, codes: ['E-ADMINISTRATORS-ENOUGH'] });
});

test('run again it changes nothing and says what it found; another body, or keys that are lost, are refused', async () => {
  const { io, answered } = ioOf([]);
  assert.equal(await runInstall(ENV, { ...OPTIONS, org: 'H26', json: true }, io), 1);
  const { checks } = JSON.parse(answered.join('')) as { checks: { name: string; state: string }[] };
  assert.deepEqual(
    checks.filter(({ state }) => state === 'made').map(({ name }) => name),
    [],
  );
  assert.deepEqual(
    checks.filter(({ state }) => state === 'failed').map(({ name }) => name),
    ['sign-in', 'population'],
  );
  assert.ok(checks.some(({ name, state }) => name === 'administrators' && state === 'ok'));
  assert.deepEqual(await install([], 'H27'), { exit: 2, codes: ['E-INSTALLED-FOR-ANOTHER'] });
  renameSync(join(folder, 'keys', 'master.key'), join(folder, 'master.key'));
  assert.deepEqual(await install([]), { exit: 2, codes: ['E-KEY-MISSING'] });
  assert.equal(existsSync(join(folder, 'keys', 'master.key')), false);
});

test('by a file of answers, on the database of another administrator, both administrators come at once', async () => {
  const here = await openForeignDatabase();
  const place = mkdtempSync(join(tmpdir(), 'congvu-install-'));
  try {
    const file = join(place, 'answers.json');
    const administrators = [
      { name: 'Nguyễn Văn An', nationalId: '001090000001' },
      { name: 'Trần Thị Bình', nationalId: '001190000002' },
    ];
    const settings = { ...ENV, DATA_FOLDER: place, DATABASE_URL: here.urls.app, DATABASE_OWNER_URL: here.urls.owner };
    writeFileSync(file, JSON.stringify({ settings, org: 'H26', administrators }), { mode: 0o644 });
    const run = async (): Promise<{ exit: number; codes: string[]; said: string }> => {
      const { io, codes, answered } = ioOf([]);
      const exit = await runInstall({}, { ...OPTIONS, org: null, answers: file, json: true }, io);
      return { exit, codes, said: answered.join('') };
    };
    assert.deepEqual((await run()).codes, ['E-INSTALL-ANSWERS-OPEN']);
    chmodSync(file, 0o600);
    const first = await run();
    assert.deepEqual([first.exit, first.codes], [1, []], first.said);
    const states = (JSON.parse(first.said) as { checks: { name: string; state: string }[] }).checks.map(
      ({ name, state }) => `${name} ${state}`,
    );
    for (const wanted of ['database ok', 'clock ok', 'keys made', 'schema made', 'administrators made'])
      assert.ok(states.includes(wanted), states.join());
    assert.deepEqual(await here.superQuery(`select role, count(*)::int as n from congvu.role_grant group by role`), [
      { role: 'QT_BNDP', n: 2 },
    ]);
    const second = await run();
    assert.equal(second.exit, 1);
    assert.doesNotMatch(second.said, /"made"/);
    // Its people are nobody's demo.
    const demo = readConfig({ ...settings, NODE_ENV: 'development', DEMO: '1' });
    assert.ok(demo.ok);
    const [real, keys] = [readConfig(settings), openKeys({ keysFolder: join(place, 'keys'), keyService: null }, { mayCreate: false })];
    assert.ok(real.ok && keys.ok);
    assert.equal((await checkPeople(real.value, here.urls, keys.value)).ok, true);
    // One account of the demo is enough, though nothing marks the database.
    const invented = keys.value.nationalIdHash(DEMO_ACCOUNTS[0]!.nationalId).toString('hex');
    await here.superQuery(`update congvu.account set identity = '\\x${invented}' where name = 'Trần Thị Bình'`);
    const refusedTo = await checkPeople(real.value, here.urls, keys.value);
    assert.deepEqual(refusedTo.ok || refusedTo.problems.map(({ code }) => code), ['E-DATABASE-OF-DEMO']);
    const judged = await checkServer(demo.value, here.urls);
    assert.deepEqual(judged.ok || judged.problems.map(({ code }) => code), ['E-DEMO-OTHER-PEOPLE']);
  } finally {
    await here.close();
    rmSync(place, { recursive: true, force: true });
  }
});

test('the SQL for the administrator of the server names the log-ins of the settings, and no password', async () => {
  const { io, answered } = ioOf([]);
  const env = { DATABASE_URL: 'postgresql://ung_dung:mat@db/ho_so', DATABASE_OWNER_URL: 'postgresql://chu:khau@db/ho_so' };
  assert.equal(await runInstall(env, { ...OPTIONS, org: null, printSql: true }, io), 0);
  assert.match(
    answered.join(''),
    /create role "chu" login .*\n(.*\n)*create role "ung_dung" login .*\n(.*\n)*|create database "ho_so" owner "chu"/,
  );
  assert.doesNotMatch(answered.join(''), /mat@|khau|'mat'/);
});
