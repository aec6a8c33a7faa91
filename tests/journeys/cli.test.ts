/** The command line from outside, as processes: what other programs rely on (keys, counts, exit codes), and how the product starts and ends. */
import assert from 'node:assert/strict';
import { createHash } from 'node:crypto';
import { chmodSync, cpSync, existsSync, mkdirSync, mkdtempSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, test } from 'node:test';
import { freePort } from '#base/free-port.ts';
import { SETTINGS } from '#base/settings.ts';
import { placeOfData } from '#base/database/embedded-server.ts';
import { zipOf } from '#base/zip-for-tests.ts';
import { workbookParts, sheetXml } from '#doors/workbook/workbook-for-tests.ts';
import { STEPS } from '#start/commands/demo-command.ts';
import { SETS } from '#start/demo/cast.ts';
import { visitor } from '#start/demo/http-client.ts';
import { MISTAKES, cleanWorkbook, dirtyWorkbook, oldWorkbook } from '#start/demo/workbooks.ts';
import { PEOPLE, copyFilled } from '../filled.ts';
import { ask, congvu, started } from './terminal.ts';
import type { CommandOutput } from './terminal.ts';

let folder: string;
before(() => {
  folder = mkdtempSync(join(tmpdir(), 'congvu-cli-'));
  chmodSync(folder, 0o755); // the database of a test that runs as root walks through it as `nobody`
});
after(() => rmSync(folder, { recursive: true, force: true, maxRetries: 5 }));

const file = (name: string, bytes: Uint8Array): string => {
  const path = join(folder, name);
  writeFileSync(path, bytes);
  return path;
};
/** Standard output is the answer and nothing else: one JSON value, or the test fails here. */
// oxlint-disable-next-line typescript/no-explicit-any -- what is read is also asserted
const answerOf = (said: CommandOutput): any => JSON.parse(said.out);

/** A database that must not be touched: nothing listens there, and no folder is made. */
const noServer = (): Record<string, string> => ({
  DATA_FOLDER: join(folder, 'never'),
  DATABASE_URL: 'postgresql://nobody@127.0.0.1:9/none',
  DATABASE_OWNER_URL: 'postgresql://nobody@127.0.0.1:9/none',
});

const REPORT = ['counts', 'file', 'ignored', 'notChecked', 'problems'];
const FILE = ['org', 'sha256', 'template', 'version'];
const COUNTS = ['accepted', 'received', 'rejected', 'waiting', 'warnings'];
const PROBLEM = ['candidates', 'code', 'column', 'field', 'message', 'proposed', 'row', 'severity', 'sheet', 'suggestion', 'value'];
const keys = (value: object): string[] => Object.keys(value).sort();

test('check: a clean workbook, exit 0, the shape of the contract, no server and no database', async () => {
  const bytes = await cleanWorkbook();
  const said = await congvu(['check', file('clean.xlsx', bytes), '--json'], noServer());
  assert.equal(said.exit, 0, said.err);
  const report = answerOf(said);
  assert.deepEqual([keys(report), keys(report.file), keys(report.counts)], [REPORT, FILE, COUNTS]);
  const { sha256, org, version, template } = report.file;
  assert.deepEqual([sha256, org], [createHash('sha256').update(bytes).digest('hex'), SETS.clean.bodyCode]);
  assert.ok(typeof version === 'string' && typeof template === 'string');
  assert.deepEqual(report.counts, { received: SETS.clean.count, accepted: SETS.clean.count, rejected: 0, waiting: 0, warnings: 0 });
  assert.deepEqual(report.problems, []);
  assert.ok(report.notChecked.length > 0, 'what cannot be checked at home is named');
  for (const what of report.notChecked) assert.deepEqual(keys(what), ['en', 'vi']);
  assert.ok(
    report.notChecked.some((what: { vi: string }) => /hai cơ quan/.test(what.vi)),
    'whether somebody stands in another body is known only by the register',
  );
  assert.equal(existsSync(join(folder, 'never')), false);
});

test('check: 602 mistakes of 25 kinds, exit 1, each with its place; the marked file is a workbook that says the same', async () => {
  const marked = join(folder, 'marked.xlsx');
  const path = file('dirty.xlsx', await dirtyWorkbook());
  const said = await congvu(['check', path, '--json', '--out', marked], noServer());
  assert.equal(said.exit, 1, said.err);
  const { problems, counts, ...rest } = answerOf(said);
  assert.deepEqual(keys({ problems, counts, ...rest }), REPORT);
  assert.equal(new Set(problems.map((one: { code: string }) => one.code)).size, 25);
  const twice = problems.filter((one: { code: string }) => one.code === 'E-PERSON-TWICE').length;
  assert.equal(problems.length - twice / 2, MISTAKES, 'whoever stands twice is told in both rows');
  assert.equal(counts.received, counts.accepted + counts.rejected + counts.waiting);
  assert.ok(counts.rejected > 0 && counts.accepted > 0);
  assert.equal(counts.waiting, 0);
  assert.equal(counts.warnings, problems.filter((one: { severity: string }) => one.severity === 'warning').length);
  for (const one of problems) {
    assert.deepEqual(keys(one), PROBLEM);
    assert.match(one.code, /^E-[A-Z0-9-]+$/);
    assert.ok(['error', 'warning', 'corrected'].includes(one.severity), one.severity);
    assert.ok(one.row === null || (Number.isInteger(one.row) && one.row >= 4), 'Excel’s row numbers; data begins in row 4');
    assert.ok(one.column === null || /^[A-Z]{1,3}$/.test(one.column));
    assert.ok(one.message.vi.length > 5 && one.message.en.length > 5);
    assert.ok(
      one.suggestion === null ||
        (typeof one.suggestion.value === 'string' &&
          ['certain', 'guess'].includes(one.suggestion.strength) &&
          typeof one.suggestion.reason === 'string'),
    );
  }
  assert.ok(said.err.includes(marked), 'where the marked file is goes beside the answer, not into it');
  const again = await congvu(['check', marked, '--json'], noServer());
  assert.deepEqual([again.exit, answerOf(again).problems], [1, problems]);
});

test('check: an old template is taken, and what was brought over is told', async () => {
  const said = await congvu(['check', file('old.xlsx', await oldWorkbook()), '--json'], noServer());
  assert.equal(said.exit, 0, said.err);
  const { file: about, counts, problems } = answerOf(said);
  assert.deepEqual([about.version, counts.received, counts.accepted, counts.warnings], ['2023.1', SETS.old.count, SETS.old.count, 1]);
  assert.deepEqual(
    problems.map(({ code, severity }: { code: string; severity: string }) => [code, severity]),
    [['E-WORKBOOK-OLD-TEMPLATE', 'warning']],
  );
  assert.match(problems[0].message.vi, /“Số định danh cá nhân[^”]*” \(22 trang\)/, 'columns by their headings, each once');
});

const compound = (stream: string): Buffer =>
  Buffer.concat([Buffer.from('d0cf11e0a1b11ae1', 'hex'), Buffer.alloc(600), Buffer.from(stream, 'utf16le'), Buffer.alloc(100)]);
const REFUSED: Readonly<Record<string, readonly [code: string, name: string, bytes: () => Buffer]>> = {
  'an .xls': ['E-WORKBOOK-OLD-FORMAT', 'cu.xls', () => compound('Workbook')],
  'a password': ['E-WORKBOOK-PASSWORD', 'khoa.xlsx', () => compound('EncryptedPackage')],
  macros: [
    'E-WORKBOOK-MACRO',
    'macro.xlsm',
    () => zipOf({ ...workbookParts({ 'Hồ sơ': sheetXml({ 1: ['a'] }) }), 'xl/vbaProject.bin': 'x' }),
  ],
  'a picture that is called .xlsx': ['E-WORKBOOK-NOT-ONE', 'anh.xlsx', () => Buffer.from('89504e470d0a1a0a', 'hex')],
  'an empty file': ['E-WORKBOOK-NOT-ONE', 'rong.xlsx', () => Buffer.alloc(0)],
};
for (const [what, [code, name, bytes]] of Object.entries(REFUSED))
  test(`check: ${what} is refused, exit 2, with its own message`, async () => {
    const path = file(name, bytes());
    const said = await congvu(['check', path, '--json', '--out', join(folder, 'never.xlsx')], noServer());
    assert.equal(said.exit, 2, said.err);
    const answer = answerOf(said);
    assert.deepEqual([keys(answer), keys(answer.refused), keys(answer.refused.message)], [['refused'], ['code', 'message'], ['en', 'vi']]);
    assert.equal(answer.refused.code, code);
    assert.equal(existsSync(join(folder, 'never.xlsx')), false);
    const plain = await congvu(['check', path], noServer());
    assert.deepEqual([plain.exit, plain.out.includes(answer.refused.message.vi)], [2, true]);
  });

test('used otherwise than it is meant: exit 64, nothing on standard output', async () => {
  for (const args of [
    ['kiem-tra'],
    ['check'],
    ['check', join(folder, 'khong-co.xlsx'), '--json'],
    ['check', folder, '--json'],
    ['check', file('a.xlsx', Uint8Array.of(1)), '--strange'],
    ['check', file('b.xlsx', Uint8Array.of(1)), '--out'],
    ['template'],
    ['audit'],
    ['audit', 'burn'],
    ['bundle', 'burn'],
    ['restore'],
    ['constructor'],
    ['__proto__'],
    ['toString'],
    [],
  ]) {
    const said = await congvu(args, noServer());
    assert.equal(said.exit, 64, `${args.join(' ')}: ${said.exit} ${said.err.slice(0, 200)}`);
    if (args.length > 0) assert.equal(said.out, '', args.join(' '));
    assert.doesNotMatch(said.err, /\n\s+at /, `${args.join(' ')}: words, not a stack`);
    // What cannot be opened is told by its own command, in a line too.
    if (args.length > 0) assert.ok(said.err.split('\n').length < 6, `${args.join(' ')}: ${said.err}`);
    assert.doesNotMatch(said.err, /To specify a positional|Unknown option/, args.join(' '));
  }
});

test('help in both languages names every command', async () => {
  const [both, english] = [await congvu(['--help']), await congvu(['--help', '--en'])];
  assert.deepEqual([both.exit, english.exit], [0, 0]);
  assert.match(both.out, /kiểm tra một tệp/);
  assert.match(both.out, /checks a file without a server/);
  assert.doesNotMatch(english.out, /kiểm tra/);
  for (const name of [
    'start',
    'worker',
    'template',
    'check',
    'verify',
    'card offer',
    'keys',
    'demo',
    'audit verify',
    'install',
    'add-administrator',
    'migrate',
    'backup',
    'restore',
    'reset-demo',
  ])
    for (const said of [both, english]) assert.ok(said.out.includes(name), name);
});

test('template: for a body, written where it is asked for; an unknown body is told', async () => {
  const out = join(folder, 'mau.xlsx');
  const made = await congvu(['template', '--org', 'H26.03.01', '--out', out], noServer());
  assert.deepEqual([made.exit, made.out], [0, '']);
  const checked = await congvu(['check', out, '--json'], noServer());
  assert.deepEqual([checked.exit, answerOf(checked).file.org, answerOf(checked).counts.received], [0, 'H26.03.01', 0]);
  const unknown = await congvu(['template', '--org', 'KHONG-CO', '--out', join(folder, 'never.xlsx')], noServer());
  assert.deepEqual([unknown.exit, existsSync(join(folder, 'never.xlsx'))], [2, false]);
  const nowhere = await congvu(['template', '--org', 'H26.03.01', '--out', join(folder, 'khong', 'co', 'a.xlsx')], noServer());
  assert.ok(nowhere.exit !== 0 && !/\n\s+at /.test(nowhere.err), nowhere.err.slice(0, 300));
});

test('demo: sixteen steps in the order of the contract, exit 0, a real workbook, nothing left behind', async () => {
  const workbook = join(folder, 'hanh-trinh.xlsx');
  // A temporary folder of its own: other tests open products beside this one.
  const own = join(folder, 'tam');
  mkdirSync(own);
  chmodSync(own, 0o755);
  const said = await congvu(['demo', '--json', '--out', workbook], { TMPDIR: own });
  assert.equal(said.exit, 0, `${said.out}\n${said.err}`);
  const steps = said.out
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line));
  assert.deepEqual(
    steps.map(({ step, ok }) => [step, ok]),
    'template fill check submit receipt1 match confirm receipt2 register as-of card-offer card-issue verify-valid revoke verify-revoked audit-verify'
      .split(' ')
      .map((step) => [step, true]),
  );
  assert.deepEqual(
    steps.map(({ step }) => step),
    STEPS,
  );
  for (const { ms } of steps) assert.ok(Number.isInteger(ms) && ms >= 0);
  assert.equal((await congvu(['check', workbook, '--json'], noServer())).exit, 0);
  assert.deepEqual(readdirSync(own), []);
});

const REAL = {
  NODE_ENV: 'production',
  PUBLIC_URL: 'https://congvu.example',
  OIDC_ISSUER: 'https://id.example',
  OIDC_CLIENT_SECRET: 'a-secret-of-our-own-that-is-long-enough',
  POPULATION_URL: 'https://population.example/ws',
  POPULATION_SECRET: 'another-secret-of-our-own-that-is-long',
};

const sampleOf = (name: string): string => SETTINGS.find((one) => one.name === name)!.fallback!;

test('production: missing and sample secrets are refused by name, before anything is made', async () => {
  const dataFolder = join(folder, 'that');
  const bare = await congvu(['start'], { NODE_ENV: 'production', DATA_FOLDER: dataFolder });
  assert.equal(bare.exit, 2);
  for (const name of Object.keys(REAL).filter((one) => one !== 'NODE_ENV'))
    assert.match(bare.err, new RegExp(`E-SETTING-MISSING +.*${name}`), name);
  const sample = await congvu(['start'], {
    ...REAL,
    OIDC_CLIENT_SECRET: sampleOf('OIDC_CLIENT_SECRET'),
    POPULATION_SECRET: sampleOf('POPULATION_SECRET'),
    DATA_FOLDER: dataFolder,
  });
  assert.equal(sample.exit, 2);
  for (const name of ['OIDC_CLIENT_SECRET', 'POPULATION_SECRET'])
    assert.match(sample.err, new RegExp(`E-SETTING-DEFAULT-SECRET +.*${name}`));
  const noKeys = await congvu(['start'], { ...REAL, DATA_FOLDER: dataFolder, PORT: String(await freePort()) });
  assert.deepEqual([noKeys.exit, /E-KEY-MISSING/.test(noKeys.err)], [2, true]);
  assert.deepEqual([bare.out, sample.out, existsSync(join(dataFolder, 'keys', 'master.key'))], ['', '', false]);
});

test('production: nobody of the demo, no role chooser, no simulators; the demo’s commands do not touch it', async () => {
  const dataFolder = join(folder, 'that');
  const env = { ...REAL, DATA_FOLDER: dataFolder };
  const installed = await congvu(['install', '--org', 'H26'], env, 'Nguyễn Văn An\n001090000001\n');
  // Installed; neither the provider nor the population service of these settings answers, and that is told.
  assert.equal(installed.exit, 1, installed.err);
  const product = await started(dataFolder, PEOPLE, REAL);
  try {
    const guest = visitor(product.address);
    assert.equal((await guest.get('/api/v1/session')).json.demo, false);
    for (const path of [
      '/api/v1/demo/accounts',
      '/sim/vneid/.well-known/openid-configuration',
      '/sim/population',
      '/demo/workbooks/clean.xlsx',
    ])
      assert.ok([401, 404].includes((await guest.get(path)).status), path);
    const [row] = await ask<{ people: string; accounts: string; mark: string }>(
      dataFolder,
      `select (select count(*) from person) as people, (select count(*) from account) as accounts, (select count(*) from installation where name = 'demo') as mark`,
    );
    assert.deepEqual(row, { people: '0', accounts: '1', mark: '0' });
    assert.equal((await congvu(['reset-demo'], env)).exit, 2);
  } finally {
    assert.equal((await product.stop()).exit, 0);
  }
  assert.ok(existsSync(join(dataFolder, 'keys', 'master.key')));
});

const isAlive = (pid: number): boolean => {
  try {
    process.kill(pid, 0);
    return true;
  } catch {
    return false; // ESRCH
  }
};

/** Paths of the files below a folder; none when it is not there. */
const filesOf = (path: string): string[] =>
  existsSync(path)
    ? readdirSync(path, { recursive: true, withFileTypes: true })
        .filter((entry) => entry.isFile())
        .map((entry) => join(entry.parentPath, entry.name).slice(path.length + 1))
        .sort()
    : [];

test('start, beside itself, backup, SIGTERM, restore elsewhere, verify, other people, reset', async () => {
  const [here, there] = [join(folder, 'here'), join(folder, 'there')];
  const backup = join(folder, 'sao-luu.congvu');
  const demo = { DATA_FOLDER: here };
  const published = join(here, 'card');
  await copyFilled(here);
  // A list that only the folder knows: newer than the database of yesterday.
  mkdirSync(join(published, 'status'), { recursive: true });
  writeFileSync(join(published, 'status', '7'), 'bits that doors have seen');
  const first = await started(here, PEOPLE);
  let receipts: string;
  let settled: number;
  try {
    const port = new URL(first.address).port;
    const samePort = await congvu(['start'], { DATA_FOLDER: join(folder, 'other'), PORT: port });
    assert.deepEqual([samePort.exit, samePort.err.includes(`PORT=${Number(port) + 1} npm start`)], [2, true], samePort.err);
    const sameData = await congvu(['start'], { ...demo, PORT: String(await freePort()) });
    assert.deepEqual([sameData.exit, sameData.err.includes('E-DATABASE-IN-USE')], [2, true], sameData.err);
    const reset = await congvu(['reset-demo'], demo);
    assert.deepEqual([reset.exit, reset.err.includes('E-DATABASE-IN-USE')], [2, true], reset.err);
    const whole = await congvu(['audit', 'verify', '--state'], demo);
    assert.deepEqual([whole.exit, /Nhật ký và dữ liệu toàn vẹn/.test(whole.out)], [0, true], `beside the running product: ${whole.out}`);
    const before = answerOf(await congvu(['keys', '--json'], demo)) as { keys: { purpose: string; kid: string; ended: string | null }[] };
    assert.ok(before.keys.some(({ purpose }) => purpose === 'checkpoint'));
    const signed = before.keys.some(({ purpose }) => purpose === 'receipt');
    const rotated = await congvu(['keys', 'rotate', 'receipt', '--json'], demo);
    assert.equal(rotated.exit, signed ? 0 : 1, rotated.err);
    const set = (await (await fetch(`${first.address}/.well-known/jwks.json`)).json()) as {
      keys: { congvu: { purpose: string; status: string } }[];
    };
    assert.deepEqual(
      set.keys.filter((key) => key.congvu.purpose === 'receipt').map((key) => key.congvu.status),
      signed ? ['ended', 'active'] : [],
      'the running product publishes what the command did',
    );
    assert.equal((await ask(here, "select 1 from audit_event where act = 'key.rotated'")).length, signed ? 1 : 0);
    assert.equal((await congvu(['keys', 'rotate', 'nothing'], demo)).exit, 64);
    writeFileSync(join(published, 'status', '7.new'), 'half written');
    const made = await congvu(['backup', backup], demo);
    assert.deepEqual([made.exit, made.out], [0, ''], made.err);
    assert.doesNotMatch(
      readFileSync(backup).toString('latin1'),
      /submission|Nguy\xe1\xbb\x85n/,
      'sealed: neither a table nor the commonest surname, as the bytes of UTF-8 read one by one',
    );
    assert.deepEqual(await ask(here, "select role, act from audit_event where act like 'backup.%'"), [
      { role: 'SYSTEM', act: 'backup.made' },
    ]);
    [{ settled, receipts }] = (await ask(
      here,
      `select settled_tx()::text::bigint::int as settled, (select string_agg(receipt_number, ' ' order by receipt_number) from receipt) as receipts`,
    )) as [{ settled: number; receipts: string }];
  } finally {
    const said = await first.stop();
    assert.equal(said.exit, 0, said.err);
  }
  assert.equal(isAlive(first.database), false, 'no database process stays');
  assert.equal(existsSync(join(placeOfData(join(here, 'pg18')), 'postmaster.pid')), false);

  const noKeys = await congvu(['restore', backup], { DATA_FOLDER: there });
  assert.deepEqual([noKeys.exit, noKeys.err.includes('E-KEY-MISSING')], [2, true], noKeys.err);
  cpSync(join(here, 'keys'), join(there, 'keys'), { recursive: true });
  const cut = file('cut.congvu', readFileSync(backup).subarray(0, -10));
  const halfBackup = await congvu(['restore', cut], { DATA_FOLDER: there });
  assert.deepEqual([halfBackup.exit, halfBackup.err.includes('E-BACKUP-NOT-READABLE')], [2, true], halfBackup.err);
  assert.deepEqual([filesOf(join(there, 'card')), filesOf(join(there, 'blobs'))], [[], []], 'nothing is kept when the end is missing');
  const restored = await congvu(['restore', backup], { DATA_FOLDER: there });
  assert.deepEqual([restored.exit, restored.out], [0, ''], restored.err);
  const [revoked, ...lists] = filesOf(join(there, 'card'));
  assert.match(revoked ?? '', /^crl.[0-9a-f]{16}$/, 'what the anchor revoked');
  assert.deepEqual(lists, [join('status', '0'), join('status', '7'), 'trust-list']);
  assert.equal(readFileSync(join(there, 'card', 'status', '7'), 'utf8'), 'bits that doors have seen');
  const verified = await congvu(['audit', 'verify', '--state', '--json'], { DATA_FOLDER: there });
  assert.deepEqual([verified.exit, answerOf(verified).ok, answerOf(verified).findings], [0, true, []], verified.out.slice(0, 400));
  const twice = await congvu(['restore', backup], { DATA_FOLDER: there });
  assert.deepEqual([twice.exit, twice.err.includes('E-RESTORE-NOT-EMPTY')], [2, true], twice.err);

  const second = await started(there, PEOPLE);
  try {
    const [row] = await ask<{ base: string; now: string; receipts: string; people: string }>(
      there,
      `select (select base::text from record_base) as base, settled_tx()::text as now, (select string_agg(receipt_number, ' ' order by receipt_number) from receipt) as receipts, (select count(*) from person) as people`,
    );
    assert.ok(Number(row!.base) > 0 && Number(row!.now) >= Number(row!.base), 'record time goes on above the old');
    assert.ok(Number(row!.now) >= settled, `${row!.now} after ${settled}`);
    assert.equal(row!.receipts, receipts);
    assert.ok(Number(row!.people) >= PEOPLE);
    const clerk = visitor(second.address);
    await clerk.signIn('nhap-lieu');
    const [submission] = (await clerk.get('/api/v1/submissions')).json.items;
    assert.equal((await clerk.get(`/api/v1/submissions/${submission.id}/marked.xlsx`)).status, 200, 'the uploaded bytes came along');
    await ask(there, `delete from installation where name = 'demo'`);
  } finally {
    assert.equal((await second.stop()).exit, 0);
  }

  const others = await congvu(['start'], { DATA_FOLDER: there, DEMO: '1', PORT: String(await freePort()) });
  assert.deepEqual([others.exit, others.err.includes('E-DEMO-OTHER-PEOPLE')], [2, true], others.err);

  const reset = await congvu(['reset-demo'], demo);
  assert.equal(reset.exit, 0, reset.err);
  assert.deepEqual(readdirSync(here), []);
});
