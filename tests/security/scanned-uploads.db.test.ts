/** Whatever somebody sends as bytes is scanned before it is read or kept: malware is refused with its row, and the state of a scan stands with the file. */
import assert from 'node:assert/strict';
import { readdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { after, before, test } from 'node:test';
import type { FastifyInstance } from 'fastify';
import { anOffice } from '#authority/access/office-for-tests.ts';
import type { Office } from '#authority/access/office-for-tests.ts';
import { PLANTED, fakeClamd } from '#outside/scanner/fake-clamd-for-tests.ts';
import type { FakeClamd } from '#outside/scanner/fake-clamd-for-tests.ts';
import { ORIGIN, aServer, apiRoutesOf, dataFolder } from './server-for-tests.ts';

let office: Office;
let folder: string;
let app: FastifyInstance;
let daemon: FakeClamd;
let clerk: { handle: string; accountId: string };
let bodyId: string;

before(async () => {
  office = await anOffice();
  folder = await dataFolder();
  daemon = await fakeClamd();
  app = await aServer(office, folder, { env: { SCANNER_URL: daemon.url } });
  bodyId = await office.body('H26.03.01');
  clerk = await office.signedIn('000190660001', [['NHAP_LIEU', 'H26.03.01']]);
});
after(async () => {
  await app.close();
  await daemon.close();
  await office.close();
  rmSync(folder, { recursive: true, force: true });
});

const XLSX = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';
let asked = 0;
const upload = (text: string, to = app) =>
  to.inject({
    method: 'POST',
    url: `/api/v1/uploads?body=${bodyId}`,
    headers: { cookie: `congvu=${clerk.handle}`, origin: ORIGIN, 'idempotency-key': `quet-tep-${++asked}`, 'content-type': XLSX },
    // Told by its first bytes as a workbook; what is in it is the reader's matter.
    payload: Buffer.concat([Buffer.from('PK\x03\x04'), Buffer.from(`xl/workbook.xml ${text} ${asked}`)]),
  });
const rows = <Row extends object>(sql: string, values: readonly unknown[] = []) =>
  office.owner.transaction(null, (tx) => tx.query<Row>(sql, values));
const kept = (): number => {
  try {
    return readdirSync(join(folder, 'blobs'), { recursive: true, withFileTypes: true }).filter((one) => one.isFile()).length;
  } catch {
    return 0; // nothing was ever kept
  }
};

test('malware is refused by name, nothing of it is kept, and the log names who brought which bytes', async () => {
  daemon.does('scans');
  const answer = await upload(PLANTED);
  assert.deepEqual([answer.statusCode, answer.json<{ code: string }>().code], [422, 'E-FILE-INFECTED']);
  assert.match(answer.body, /Planted\.Test/);
  assert.equal(kept(), 0);
  const found = await rows<{ object_id: string; body_id: string }>(
    `select object_id, body_id from audit_event where act = 'file.infected'`,
  );
  assert.deepEqual(found, [{ object_id: clerk.accountId, body_id: bodyId }]);
});

test('a clean file is taken and called so; one that could not be scanned is refused, and taken only where the setting says it', async () => {
  const clean = await upload('clean');
  assert.equal(clean.statusCode, 201, clean.body);
  const { submissionId } = clean.json<{ submissionId: string }>();
  const shown = await app.inject({ url: `/api/v1/submissions/${submissionId}`, headers: { cookie: `congvu=${clerk.handle}` } });
  assert.equal(shown.json<{ rounds: { scan: string }[] }>().rounds[0]!.scan, 'clean');

  daemon.does('nonsense');
  const files = (await rows('select 1 from submission_file')).length;
  const away = await upload('away');
  assert.deepEqual([away.statusCode, away.json<{ code: string }>().code], [503, 'E-FILE-NOT-SCANNED']);
  assert.equal((await rows('select 1 from submission_file')).length, files);
  const ready = (await app.inject('/readyz')).json<{ checks: { name: string; ok: boolean; decides: boolean }[] }>();
  assert.deepEqual(
    ready.checks.filter(({ name }) => name === 'scanner').map(({ ok, decides }) => [ok, decides]),
    [[false, false]],
  );

  const lenient = await aServer(office, folder, { env: { SCANNER_URL: daemon.url, SCANNER_AWAY: 'accept' } });
  const taken = await upload('away', lenient);
  assert.equal(taken.statusCode, 201, taken.body);
  const [row] = await rows<{ scan: string }>('select scan from submission_file where submission_id = $1', [
    taken.json<{ submissionId: string }>().submissionId,
  ]);
  assert.equal(row!.scan, 'not-scanned');
  await lenient.close();
});

test('who may not upload is refused before anything is scanned', async () => {
  daemon.does('scans');
  const before = daemon.seen.length;
  const stranger = await office.signedIn('000190660002', [['NHAP_LIEU', 'H26.03']]);
  const answer = await app.inject({
    method: 'POST',
    url: `/api/v1/uploads?body=${await office.body('H26')}`,
    headers: { cookie: `congvu=${stranger.handle}`, origin: ORIGIN, 'idempotency-key': 'quet-tep-khac', 'content-type': XLSX },
    payload: Buffer.from('PK\x03\x04'),
  });
  assert.ok(answer.statusCode === 403 || answer.statusCode === 404, String(answer.statusCode));
  assert.equal(daemon.seen.length, before);
});

test('every route that takes bytes says that malware is refused', () => {
  const taking = apiRoutesOf(app).flatMap(({ path, operation }) =>
    operation?.takes && operation.security === 'session' ? [{ path, operation }] : [],
  );
  assert.ok(taking.length >= 4, String(taking.length));
  for (const { path, operation } of taking)
    assert.ok(
      operation.problems?.some(({ declaration }) => declaration.code === 'E-FILE-INFECTED'),
      path,
    );
});
