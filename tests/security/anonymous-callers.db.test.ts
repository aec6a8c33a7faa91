/** Callers without a session: a budget for each address and for all together, and one summed row a minute instead of a row for each refusal. */
import assert from 'node:assert/strict';
import { rm } from 'node:fs/promises';
import { after, before, test } from 'node:test';
import type { FastifyInstance } from 'fastify';
import { anOffice } from '#authority/access/office-for-tests.ts';
import type { Office } from '#authority/access/office-for-tests.ts';
import { systemClock } from '#base/clock.ts';
import { PAYLOAD_PURPOSE } from '#authority/audit/record.ts';
import { SUM_MS } from '#base/http/anonymous-budget.ts';
import { ORIGIN, aServer, dataFolder } from './server-for-tests.ts';

let office: Office;
let folder: string;
let nowMs = 1_000_000;
/** The minutes of the budgets pass only when they are moved; what is written has the time of the day. */
const clock = { ...systemClock, monotonicMs: () => nowMs };
const PER_ADDRESS = 60;
const opened: FastifyInstance[] = [];

before(async () => {
  office = await anOffice();
  folder = await dataFolder();
});
after(async () => {
  for (const app of opened) await app.close();
  await office.close();
  await rm(folder, { recursive: true, force: true });
});

async function aSite(env: Readonly<Record<string, string>> = {}): Promise<FastifyInstance> {
  const app = await aServer({ ...office, clock }, folder, { env });
  opened.push(app);
  return app;
}
/** A call-back that nobody began: it is answered without anybody outside. */
const callBack = (app: FastifyInstance, remoteAddress = '203.0.113.9', headers: Readonly<Record<string, string>> = {}) =>
  app.inject({ url: '/auth/callback?code=x&state=y', remoteAddress, headers: { accept: 'application/json', ...headers } });
interface Row {
  act: string;
  salt: Buffer;
  sealed: Buffer;
  event_id: string;
}
const rows = (): Promise<Row[]> =>
  office.owner.transaction(null, (tx) =>
    tx.query<Row>(
      `select e.act, e.event_id, p.salt, p.sealed from audit_event e join audit_payload p using (event_id)
        where e.act in ('session.refused', 'anonymous.refused') order by e.at, e.event_id`,
    ),
  );
const shown = ({ salt, sealed }: Row): string => Buffer.from(office.keys.open(salt, PAYLOAD_PURPOSE, sealed)).toString();

test('past the budget of its address a caller is told to wait, in both languages; of 200 refusals one row is left', async () => {
  const app = await aSite();
  const answers: Awaited<ReturnType<typeof callBack>>[] = [];
  for (let i = 0; i < 200; i += 1) answers.push(await callBack(app));
  assert.deepEqual(
    [400, 429].map((status) => answers.filter((answer) => answer.statusCode === status).length),
    [PER_ADDRESS, 200 - PER_ADDRESS],
  );
  const refused = answers.at(-1)!;
  const problem = refused.json<{ code: string; title: { vi: string; en: string } | string }>();
  assert.equal(problem.code, 'E-TOO-MANY');
  assert.match(refused.body, /quá nhiều yêu cầu/);
  assert.match(refused.body, /Too many requests/);
  assert.equal(refused.headers['retry-after'], '1');
  assert.equal((await callBack(app, '203.0.113.10')).statusCode, 400, 'another address is not held by it');
  const start = await app.inject({ url: '/auth/sign-in', remoteAddress: '203.0.113.9' });
  assert.equal(start.statusCode, 429, 'a start counts with the call-backs');

  assert.deepEqual(await rows(), [], 'no row for each refusal');
  nowMs += SUM_MS;
  assert.equal((await callBack(app)).statusCode, 400, 'after a minute the budget is back');
  const [sum, ...more] = await rows();
  assert.deepEqual([sum?.act, more.length], ['anonymous.refused', 0]);
  const told = shown(sum!);
  const { counts, sources, total } = JSON.parse(told) as {
    counts: { route: string; why: string; count: number }[];
    sources: number;
    total: number;
  };
  assert.deepEqual(
    counts.map(({ route, why, count }) => [route, why, count]),
    [
      ['GET /auth/callback', 'not-confirmed', PER_ADDRESS + 1],
      ['GET /auth/callback', 'budget', 200 - PER_ADDRESS],
      ['GET /auth/sign-in', 'budget', 1],
    ],
  );
  assert.deepEqual([sources, total], [2, 202]);
  assert.doesNotMatch(told, /203\.0\.113/, 'no address');
});

test('what is summed is not lost when the server stops', async () => {
  const app = await aSite();
  await callBack(app);
  const rowsBefore = (await rows()).length;
  await app.close();
  assert.equal((await rows()).length, rowsBefore + 1);
});

test('many addresses together are held too, wallets among them; whoever is signed in is not', async () => {
  const app = await aSite({ ANONYMOUS_PER_MINUTE: '40' });
  const statuses: number[] = [];
  for (let i = 0; i < 60; i += 1) statuses.push((await callBack(app, `198.51.100.${i}`)).statusCode);
  assert.equal(statuses.filter((status) => status === 429).length, 20);
  const wallet = await app.inject({ method: 'POST', url: '/card/nonce', remoteAddress: '192.0.2.1' });
  assert.deepEqual([wallet.statusCode, wallet.headers['retry-after']], [429, '2']);
  assert.equal(wallet.json<{ error: string }>().error, 'temporarily_unavailable', 'a wallet is told as its protocol says it');
  const { handle } = await office.signedIn('000083700091', [['NHAP_LIEU', 'H26.03.01']]);
  const own = await app.inject({ url: '/api/v1/bodies', headers: { cookie: `congvu=${handle}` }, remoteAddress: '198.51.100.1' });
  assert.equal(own.statusCode, 200);
  const out = await app.inject({
    method: 'POST',
    url: '/auth/sign-out',
    headers: { cookie: `congvu=${handle}`, origin: ORIGIN },
    remoteAddress: '198.51.100.1',
  });
  assert.equal(out.statusCode, 204);
});

test('an address that a caller claims for itself counts for nothing, unless a trusted server in front says it', async () => {
  const spoofing = async (app: FastifyInstance, from: string) => {
    let refused = 0;
    for (let i = 0; i < PER_ADDRESS + 10; i += 1)
      if ((await callBack(app, from, { 'x-forwarded-for': `192.0.2.${i}` })).statusCode === 429) refused += 1;
    return refused;
  };
  assert.equal(await spoofing(await aSite(), '203.0.113.20'), 10, 'no proxy is trusted');
  const behind = await aSite({ TRUST_PROXY: '10.0.0.7' });
  assert.equal(await spoofing(behind, '203.0.113.21'), 10, 'not past the proxy');
  assert.equal(await spoofing(behind, '10.0.0.7'), 0, 'the proxy tells who asks');
  assert.equal(await spoofing(await aSite({ TRUST_PROXY: '1' }), '10.0.0.7'), 0, 'so does the one server in front');
  let refused = 0;
  for (let i = 0; i < PER_ADDRESS + 10; i += 1)
    if ((await callBack(behind, '10.0.0.7', { 'x-forwarded-for': `192.0.2.${i}, 203.0.113.22` })).statusCode === 429) refused += 1;
  assert.equal(refused, 10, 'what stands before the address that the proxy added is the claim of the caller');
});

test('numbers of receipts are not tried one after the other: a look-up takes of the budget too', async () => {
  const app = await aSite();
  const look = async (n: number): Promise<number> =>
    (
      await app.inject({
        url: `/api/v1/public/receipts/BN-00000-${String(n).padStart(5, '0')}`,
        remoteAddress: '203.0.113.30',
      })
    ).statusCode;
  const statuses: number[] = [];
  for (let n = 0; n < PER_ADDRESS + 10; n += 1) statuses.push(await look(n));
  assert.deepEqual(
    [404, 429].map((status) => statuses.filter((one) => one === status).length),
    [PER_ADDRESS, 10],
  );
});
