/** Each check by what it judges: a full disk, a key that others read, a port of somebody else, a log that stands, a backup that is old. */
import assert from 'node:assert/strict';
import { chmodSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, test } from 'node:test';
import { systemClock } from '#base/clock.ts';
import { readConfig } from '#base/config.ts';
import type { Config } from '#base/config.ts';
import { freePort } from '#base/free-port.ts';
import { checkDisks, checkKeyFiles, checkPort } from './machine.ts';
import { checkMail, checkPopulation, checkSignIn } from './outside.ts';
import { checkLines } from './print.ts';
import { judgeDrill, judgeMarks, judgeRunning } from './running.ts';
import type { CheckResult } from './shapes.ts';

const folder = mkdtempSync(join(tmpdir(), 'congvu-checks-'));
after(() => rmSync(folder, { recursive: true, force: true }));

const said = ({ state, problems }: CheckResult): string => [state, ...problems.map(({ code }) => code)].join(' ');
function config(env: Record<string, string>): Config {
  const read = readConfig({ DEMO: '1', DATA_FOLDER: folder, ...env });
  assert.ok(read.ok, JSON.stringify(read));
  return read.value;
}

test('a disk that is full is told with the folder and what is left; a folder that is not there yet is asked for by the one above', async () => {
  const at = { dataFolder: join(folder, 'not', 'made', 'yet') };
  assert.equal(said(await checkDisks(at)), 'ok');
  const full = await checkDisks(at, async (place) => (place === folder ? 3 * 1024 * 1024 : 10 ** 12));
  assert.equal(said(full), 'failed E-DISK-LITTLE');
  assert.ok(full.problems[0]!.title.vi.includes(`${folder} chỉ còn 3 MiB`), full.problems[0]!.title.vi);
});

test('a key file that others on the machine may read is told by its name', { skip: process.platform === 'win32' }, () => {
  writeFileSync(join(folder, 'master.key'), 'x', { mode: 0o600 });
  assert.equal(said(checkKeyFiles(folder)), 'ok');
  chmodSync(join(folder, 'master.key'), 0o644);
  assert.equal(said(checkKeyFiles(folder)), 'failed E-KEY-TOO-OPEN');
});

test('a port is free, ours, or somebody else’s', async () => {
  const port = await freePort();
  const at = config({ PORT: String(port) });
  assert.equal(said(await checkPort(at, 'free')), 'ok');
  assert.equal(said(await checkPort(at, 'running')), 'warning E-SERVER-NOT-RUNNING');
  let answer = { alive: true } as object;
  const server = createServer((_request, response) => response.writeHead(200, { connection: 'close' }).end(JSON.stringify(answer)));
  await new Promise<void>((done) => server.listen(port, '127.0.0.1', done));
  assert.equal(said(await checkPort(at, 'running')), 'ok');
  answer = { hello: 'world' };
  assert.equal(said(await checkPort(at, 'free')), 'failed E-PORT-TAKEN');
  await new Promise((done) => server.close(done));
});

test('other servers are looked at without a question about anybody', async () => {
  const asked: string[] = [];
  const server = createServer((request, response) => {
    asked.push(`${request.method} ${request.url}`);
    response.writeHead(request.url === '/gone' ? 503 : 405, { connection: 'close' }).end();
  });
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
  const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  assert.equal(said(await checkPopulation({ populationUrl: `${url}/ws` })), 'ok');
  assert.equal(said(await checkPopulation({ populationUrl: `${url}/gone` })), 'failed E-POPULATION-NOT-REACHED');
  assert.deepEqual(asked, ['GET /ws', 'GET /gone']);
  const nobody = `127.0.0.1:${await freePort()}`;
  assert.equal(said(await checkPopulation({ populationUrl: `http://${nobody}/` })), 'failed E-POPULATION-NOT-REACHED');
  assert.equal(said(await checkMail({ smtpUrl: null })), 'ok');
  assert.equal(said(await checkMail({ smtpUrl: `smtp://${nobody}` })), 'failed E-MAIL-NOT-TAKEN');
  assert.equal(said(await checkSignIn(config({ OIDC_ISSUER: `http://${nobody}` }), systemClock)), 'failed E-SIGN-IN-AWAY');
  const shaped = { OIDC_SHAPE: 'vneid', OIDC_ISSUER: 'vneid', OIDC_TOKEN_URL: url, OIDC_USERINFO_URL: url };
  assert.equal(said(await checkSignIn(config({ ...shaped, OIDC_AUTHORIZE_URL: `${url}/auth` }), systemClock)), 'ok');
  assert.equal(said(await checkSignIn(config({ ...shaped, OIDC_AUTHORIZE_URL: `${url}/gone` }), systemClock)), 'failed E-SIGN-IN-AWAY');
  const lost = { ...shaped, OIDC_AUTHORIZE_URL: `${url}/auth`, OIDC_PRIVATE_KEY_FILE: join(folder, 'lost.pem') };
  assert.equal(said(await checkSignIn(config(lost), systemClock)), 'failed E-SIGN-IN-AWAY');
  await new Promise((done) => server.close(done));
});

test('a log that lags, jobs that failed, a backup that is old or never made', () => {
  const now = Date.parse('2026-11-24T08:00:00.000Z');
  const fine = {
    lag: 1,
    waiting: 3,
    failed: 0,
    failed_names: '',
    backup_at: new Date(now - 20 * 3_600_000),
    retention_at: new Date(now - 3_600_000),
  };
  const judged = (change: Partial<typeof fine> | { backup_at: null } | { retention_at: Date | null }): string[] =>
    judgeRunning({ ...fine, ...change }, now).map(said);
  assert.deepEqual(judged({}), ['ok', 'ok', 'ok', 'ok']);
  assert.deepEqual(judged({ lag: 61 }), ['failed E-LOG-LAGS', 'ok', 'ok', 'ok']);
  assert.deepEqual(judged({ failed: 2, failed_names: 'submission.check' }), ['ok', 'warning E-JOBS-FAILED', 'ok', 'ok']);
  assert.deepEqual(judged({ backup_at: new Date(now - 27 * 3_600_000) }), ['ok', 'ok', 'warning E-BACKUP-OLD', 'ok']);
  assert.deepEqual(judged({ retention_at: null }), ['ok', 'ok', 'ok', 'warning E-RETENTION-LATE']);
  assert.deepEqual(judged({ backup_at: null }), ['ok', 'ok', 'warning E-BACKUP-NEVER', 'ok']);
});

test('copies and drills are told with their age, and no server is taken away for them', () => {
  const now = Date.parse('2026-11-24T08:00:00.000Z');
  const at = (hours: number): string => new Date(now - hours * 3_600_000).toISOString();
  const drill = { at: at(48), whole: true, file: 'a.backup', madeAt: at(50), seconds: 9, people: 1, receipts: 1, attestations: 1 };
  const marks = (backup: number | null, of: typeof drill | null): string[] =>
    judgeMarks({ backup: backup === null ? null : { at: at(backup), file: null }, drill: of }, now).map(
      ({ ok, detail }) => `${ok} ${detail}`,
    );
  assert.deepEqual(marks(20, drill), ['true 20 h old', 'true 2 days ago, whole']);
  assert.deepEqual(marks(27, { ...drill, whole: false }), ['false 27 h old', 'false 2 days ago, NOT whole']);
  assert.deepEqual(marks(null, null), ['false none is known', 'false never']);
  assert.equal(said(judgeDrill(drill, now)), 'ok');
  assert.equal(said(judgeDrill({ ...drill, at: at(36 * 24) }, now)), 'warning E-DRILL-OLD');
  assert.equal(said(judgeDrill({ ...drill, whole: false }, now)), 'warning E-DRILL-FAILED');
  assert.equal(said(judgeDrill(null, now)), 'warning E-DRILL-NEVER');
});

test('a check is printed with what to do, the other language beside it', async () => {
  const { problems } = await checkMail({ smtpUrl: `smtp://127.0.0.1:${await freePort()}` });
  const lines = checkLines([{ name: 'mail', state: 'failed', found: { vi: 'm', en: 'm' }, problems }], 'en').join('\n');
  assert.match(lines, /^✗ Mail: m\n {4}E-MAIL-NOT-TAKEN {2}The mail server.*\n {4}→ Check address.*\n {6}\(Máy chủ thư/);
});
