/** Results of network checks: sent by a session or by a short code, judged by the server; each agency sees its own, the centre all; nothing of anybody is kept. */
import assert from 'node:assert/strict';
import { rm } from 'node:fs/promises';
import type { AddressInfo } from 'node:net';
import { after, before, test } from 'node:test';
import type { FastifyInstance } from 'fastify';
import { anOffice } from '#authority/access/office-for-tests.ts';
import type { Office } from '#authority/access/office-for-tests.ts';
import { stoppedClock, systemClock } from '#base/clock.ts';
import { TRIAL } from '#start/netcheck/measure.ts';
import { sendReport } from '#start/netcheck/report.ts';
import { TOKEN_USES } from '#uses/netcheck/limits.ts';
import { MEASURED } from './measured-network.ts';
import { ORIGIN, aServer, dataFolder } from './server-for-tests.ts';

const DESK = '203.0.113.77';
const who: Record<'clerk' | 'school' | 'centre' | 'other', string> = { clerk: '', school: '', centre: '', other: '' };
let office: Office;
let folder: string;
let app: FastifyInstance;

before(async () => {
  office = await anOffice();
  folder = await dataFolder();
  app = await aServer(office, folder);
  who.clerk = (await office.signedIn('000090777001', [['NHAP_LIEU', 'H26']])).handle;
  who.school = (await office.signedIn('000090777002', [['NHAP_LIEU', 'H26.03']])).handle;
  who.centre = (await office.signedIn('000090777003', [['TTTT', 'VN']])).handle;
  who.other = (await office.signedIn('000090777004', [['GIAM_SAT', 'H26']])).handle;
});
after(async () => {
  await app.close();
  await office.close();
  await rm(folder, { recursive: true, force: true });
});

let keys = 0;
async function ask<T = { code: string }>(
  by: string | null,
  method: 'GET' | 'POST',
  path: string,
  payload?: object,
): Promise<{ status: number; body: T; text: string }> {
  const headers = { origin: ORIGIN, ...(by === null ? {} : { cookie: `congvu=${by}`, 'idempotency-key': `kiem-tra-mang-${(keys += 1)}` }) };
  const answer = await app.inject({
    method,
    url: `/api/v1/network-check${path}`,
    remoteAddress: DESK,
    headers,
    ...(payload ? { payload } : {}),
  });
  const isJson = String(answer.headers['content-type']).includes('json');
  return { status: answer.statusCode, body: (isJson ? answer.json() : {}) as T, text: answer.body };
}
interface Report {
  readonly passed: boolean;
  readonly findings: readonly { readonly code: string; readonly next: { readonly vi: string } }[];
  readonly body: { readonly code: string };
}
interface Bodies {
  readonly totals: { readonly failed: number; readonly never: number; readonly passed: number };
  readonly items: readonly {
    readonly body: { readonly code: string };
    readonly standing: string;
    readonly findings: readonly { readonly code: string }[];
  }[];
  readonly next: string | null;
}
const SLOW = { ...MEASURED, downRate: 100_000 };
const tokenOf = async (by: string, code: string): Promise<string> =>
  (await ask<{ token: string }>(by, 'POST', '/tokens', { bodyId: await office.body(code) })).body.token;

test('who reaches the portal measures against it: the time, bytes both ways, no more than is allowed', async () => {
  const hello = await ask<{ service: string; nonce: string; now: string; proxyBetween: boolean }>(null, 'GET', '?nonce=abcdefgh1234');
  assert.deepEqual({ ...hello.body, now: '' }, { service: 'congvu', nonce: 'abcdefgh1234', now: '', proxyBetween: false });
  assert.equal((await ask(null, 'GET', '?nonce=%3Cscript%3E')).status, 400);
  assert.equal((await ask(null, 'GET', '/bytes?count=5000')).text.length > 0, true);
  for (const count of ['0', '1000001', 'x']) assert.equal((await ask(null, 'GET', `/bytes?count=${count}`)).status, 400, count);
  assert.deepEqual((await ask(null, 'POST', '/bytes', { filler: 'x'.repeat(70_000) })).body, { received: 70_000 });
  assert.equal((await ask(null, 'POST', '/bytes', { filler: 'x'.repeat(1_000_001) })).status, 400);
});

test('a result is judged here, whatever is said of it, and kept with its row; of the desk nothing is', async () => {
  const sent = await ask<Report>(who.school, 'POST', '/results', { bodyId: await office.body('H26.03'), measured: SLOW });
  assert.equal(sent.status, 200, sent.text);
  assert.deepEqual([sent.body.passed, sent.body.findings.map(({ code }) => code), sent.body.body.code], [false, ['E-NET-SLOW'], 'H26.03']);
  const [kept] = await office.owner.transaction(null, (tx) => tx.query<{ text: string }>('select t::text as text from network_check t'));
  assert.ok(kept && !kept.text.includes(DESK));
  const rows = await office.owner.transaction(null, (tx) => tx.query("select 1 from audit_event where act = 'network.checked'"));
  assert.equal(rows.length, 1);
  const more = { ...SLOW, address: DESK };
  assert.equal(
    (await ask(who.school, 'POST', '/results', { bodyId: await office.body('H26.03'), measured: more })).status,
    400,
    'nor what nobody asked for',
  );
});

test('a code is for one agency, a day and a few desks', async () => {
  const token = await tokenOf(who.school, 'H26.03');
  const report = (code: string, of: string, measured: object = MEASURED) =>
    ask<Report>(null, 'POST', '/reports', { code, token: of, measured });
  assert.match(token, /^[0-9A-Z]{5}-[0-9A-Z]{5}$/);
  assert.equal(
    ((await report('H26.02', token)).body as unknown as { code: string }) && (await report('H26.02', token)).status,
    403,
    'another agency',
  );
  assert.equal((await report('H26.03', '00000-00000')).status, 403, 'one that was never made');
  assert.equal((await report('H99.99', token)).status, 403);
  const first = await report('H26.03', token.toLowerCase().replace('-', ' '));
  assert.deepEqual([first.status, first.body.passed], [200, true], first.text);
  const left = await office.owner.transaction(null, (tx) => tx.query<{ uses_left: number }>('select uses_left from network_check_token'));
  assert.deepEqual(left, [{ uses_left: TOKEN_USES - 1 }], 'what was refused took nothing of it');
  await office.owner.transaction(null, (tx) => tx.query('update network_check_token set uses_left = 1'));
  assert.equal((await report('H26.03', token)).status, 200);
  assert.equal((await report('H26.03', token)).status, 403, 'used up');
  const next = await tokenOf(who.school, 'H26.03');
  const tomorrow = stoppedClock(new Date(Date.parse(office.clock.now()) + 25 * 3_600_000).toISOString());
  const late = await aServer({ ...office, clock: tomorrow }, folder);
  const answer = await late.inject({
    method: 'POST',
    url: '/api/v1/network-check/reports',
    payload: { code: 'H26.03', token: next, measured: MEASURED },
  });
  await late.close();
  assert.equal(answer.statusCode, 403, 'its day is over');
  assert.equal((await ask(who.other, 'POST', '/tokens', { bodyId: await office.body('H26') })).status, 403);
  assert.equal((await ask(who.school, 'POST', '/tokens', { bodyId: await office.body('H26') })).status, 404, 'nor for what is above');
});

test('the command at a desk sends its result by the code, and is told when it is refused', async () => {
  await app.listen({ port: 0, host: '127.0.0.1' });
  const url = new URL(`http://127.0.0.1:${(app.server.address() as AddressInfo).port}`);
  const needs = { clock: systemClock, resolve: async () => ['127.0.0.1'] };
  const send = (token: string) => sendReport({ url, ca: null, proxy: null }, TRIAL, needs, MEASURED, { org: 'H26.03', token });
  assert.deepEqual(await send(await tokenOf(who.school, 'H26.03')), { ok: true });
  const refused = await send('00000-00000');
  assert.match(refused.ok ? '' : refused.why.vi, /Mã gửi kết quả không đúng[\s\S]*Lấy mã mới trên Cổng/);
});

test('what has not passed stands first; an agency sees its own and those below, the centre all', async () => {
  const send = async (by: string, code: string, measured: object) =>
    assert.equal((await ask(by, 'POST', '/results', { bodyId: await office.body(code), measured })).status, 200);
  await send(who.clerk, 'H26.02', SLOW);
  await send(who.clerk, 'H26.03.01', MEASURED);
  const list = (by: string, query = '') => ask<Bodies>(by, 'GET', `/bodies${query}`);
  const mine = (await list(who.clerk)).body;
  assert.deepEqual(
    mine.items.slice(0, 1).map(({ body, standing, findings }) => [body.code, standing, findings.map(({ code }) => code)]),
    [['H26.02', 'failed', ['E-NET-SLOW']]],
  );
  assert.deepEqual(
    mine.items.filter(({ standing }) => standing === 'passed').map(({ body }) => body.code),
    ['H26.03', 'H26.03.01'],
    'the last check of each stands, and passed comes last',
  );
  assert.equal(mine.totals.failed + mine.totals.never + mine.totals.passed, mine.items.length);
  assert.ok(mine.items.every(({ body }) => body.code.startsWith('H26')));
  const below = (await list(who.school)).body;
  assert.ok(below.items.every(({ body }) => body.code.startsWith('H26.03')) && below.items.length > 1);
  const all = (await list(who.centre)).body;
  assert.ok(all.totals.never > mine.totals.never && all.items[0]!.body.code === 'H26.02');
  assert.equal((await list(who.other)).status, 403);
  assert.equal((await list(who.clerk, '?standing=failed')).body.items.length, 1);
  assert.deepEqual(
    (await list(who.clerk, '?text=h26.03.01')).body.items.map(({ body }) => body.code),
    ['H26.03.01'],
  );
  const paged: string[] = [];
  for (let next: string | null = ''; next !== null;) {
    const page: Bodies = (await list(who.clerk, `?limit=2${next ? `&cursor=${next}` : ''}`)).body;
    paged.push(...page.items.map(({ body }) => body.code));
    next = page.next;
  }
  assert.deepEqual(
    paged,
    mine.items.map(({ body }) => body.code),
    'pages join to the whole',
  );
});

test('the table is taken along as a file, which leaves a row', async () => {
  const file = await ask(who.centre, 'GET', '/bodies.csv?standing=failed');
  assert.match(file.text, /H26\.02.*Chưa đạt.*congvu netcheck.*Đường truyền chậm.*E-NET-SLOW/);
  const rows = await office.owner.transaction(null, (tx) => tx.query("select 1 from audit_event where act = 'export.made'"));
  assert.equal(rows.length, 1);
});
