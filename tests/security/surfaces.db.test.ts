/** A server answers its surfaces: what belongs to another is there like any unknown address, whoever asks; cookies and origins are those of its address. */
import assert from 'node:assert/strict';
import { rm } from 'node:fs/promises';
import { after, before, test } from 'node:test';
import type { FastifyInstance } from 'fastify';
import { anOffice } from '#authority/access/office-for-tests.ts';
import type { Office } from '#authority/access/office-for-tests.ts';
import type { Surface } from '#base/http/surfaces.ts';
import { ORIGIN, aServer, dataFolder } from './server-for-tests.ts';

const ADMINISTRATION = 'https://quan-tri.congvu.example';
const SOMEBODY = '01930000-0000-7000-8000-000000000001';

let office: Office;
let folder: string;
let handle: string;
const servers = new Map<Surface, FastifyInstance>();

before(async () => {
  office = await anOffice();
  folder = await dataFolder();
  for (const [surface, url] of [
    ['portal', ORIGIN],
    ['administration', ADMINISTRATION],
    ['exchange', ORIGIN],
    ['card', ORIGIN],
  ] as const)
    servers.set(surface, await aServer(office, folder, { surfaces: [surface], url }));
  ({ handle } = await office.signedIn('000090303021', [
    ['GIAM_SAT', 'H26'],
    ['XAC_NHAN', 'H26'],
  ]));
});
after(async () => {
  for (const server of servers.values()) await server.close();
  await office.close();
  await rm(folder, { recursive: true, force: true });
});

/** Signed in as both cookies name it. */
const ask = (surface: Surface, url: string, more: { method?: 'POST'; headers?: Record<string, string>; payload?: object } = {}) =>
  servers.get(surface)!.inject({ url, ...more, headers: { cookie: `congvu=${handle}; __Host-congvu=${handle}`, ...more.headers } });
const refusals = async (): Promise<number> =>
  (await office.owner.transaction(null, (tx) => tx.query("select 1 from audit_event where act = 'access.refused'"))).length;

const OF_PORTAL = ['/api/v1/submissions', `/api/v1/people/${SOMEBODY}`, '/api/v1/confirmation/queue', '/api/v1/me'];
const OF_ADMINISTRATION = ['/api/v1/audit/events', '/api/v1/accounts'];
const OF_PEOPLE = ['/api/v1/session', '/api/v1/bodies', '/auth/sign-in'];
const OF_CARD = ['/card/trust-anchor', '/card/.well-known/openid-credential-issuer', '/vct/the-cbccvc/1'];

test('what another surface answers is an unknown address, and no refusal is written down', async () => {
  const before = await refusals();
  for (const [surface, elsewhere] of [
    ['portal', [...OF_ADMINISTRATION, ...OF_CARD]],
    ['administration', [...OF_PORTAL, ...OF_CARD]],
    ['exchange', [...OF_PORTAL, ...OF_ADMINISTRATION, ...OF_PEOPLE, ...OF_CARD]],
    ['card', [...OF_PORTAL, ...OF_ADMINISTRATION, ...OF_PEOPLE]],
  ] as const) {
    const unknown = (await ask(surface, '/api/v1/no-such-thing')).json();
    assert.equal(unknown.code, 'E-NOT-FOUND', surface);
    for (const url of elsewhere) {
      const answer = await ask(surface, url);
      assert.deepEqual([answer.statusCode, { ...answer.json(), requestId: '' }], [404, { ...unknown, requestId: '' }], `${surface} ${url}`);
      assert.equal(answer.headers['set-cookie'], undefined);
    }
  }
  assert.equal(await refusals(), before);
});

test('and its own are there', async () => {
  for (const [surface, own] of [
    ['portal', ['/api/v1/submissions', '/api/v1/confirmation/queue', '/api/v1/bodies']],
    ['administration', ['/api/v1/audit/events', '/api/v1/bodies']],
    ['exchange', ['/api/v1/audit/key', '/.well-known/jwks.json']],
    ['card', ['/card/trust-anchor', '/vct/the-cbccvc/1', '/.well-known/jwks.json']],
  ] as const)
    for (const url of [...own, '/healthz', '/readyz', '/openapi.json', '/problems'])
      assert.ok([200, 503].includes((await ask(surface, url)).statusCode), `${surface} ${url}`);
});

test('where nobody signs in, nobody is asked to: not even by an address that is not there', async () => {
  for (const surface of ['exchange', 'card'] as const) {
    const answer = await servers.get(surface)!.inject('/api/v1/submissions');
    assert.equal(answer.statusCode, 404, surface);
  }
  assert.equal((await servers.get('portal')!.inject('/api/v1/submissions')).statusCode, 401);
});

test('rows of the log are asked for by a session, which the exchange has not', async () => {
  assert.equal((await ask('exchange', '/api/v1/audit/tile/entries/000.p/1')).statusCode, 401);
});

test('each describes what it answers, and a session says which surfaces there are', async () => {
  const paths = Object.keys((await ask('card', '/openapi.json')).json().paths);
  assert.ok(paths.includes('/card/credential'));
  assert.deepEqual(
    paths.filter((path) => /^\/(api|auth)\//.test(path)),
    ['/api/v1/keys/{kid}'],
  );
  assert.deepEqual((await ask('portal', '/api/v1/session')).json().surfaces, ['portal']);
  assert.deepEqual((await ask('administration', '/api/v1/session')).json().surfaces, ['administration']);
});

test('a cookie is that of the address, and only its own origin writes', async () => {
  const session = async (surface: Surface, cookie: string): Promise<boolean> =>
    (await servers.get(surface)!.inject({ url: '/api/v1/session', headers: { cookie } })).json().signedIn;
  assert.equal(await session('portal', `congvu=${handle}`), true);
  assert.equal(await session('portal', `__Host-congvu=${handle}`), false);
  assert.equal(await session('administration', `__Host-congvu=${handle}`), true);
  assert.equal(await session('administration', `congvu=${handle}`), false);
  const request = { method: 'POST', payload: {} } as const;
  const from = (origin: string) => ({ ...request, headers: { origin, 'idempotency-key': 'surfaces-1' } });
  assert.equal((await ask('administration', '/api/v1/accounts', from(ORIGIN))).json().code, 'E-CROSS-SITE');
  assert.notEqual((await ask('administration', '/api/v1/accounts', from(ADMINISTRATION))).json().code, 'E-CROSS-SITE');
});

test('the start page counts the tasks that its server answers, and who may decide is told where it can be done', async () => {
  const other = await office.signedIn('000090303022', [['XAC_NHAN', 'H26']]);
  const request = await servers.get('portal')!.inject({
    method: 'POST',
    url: '/api/v1/reading-allowances',
    payload: { people: 2, hours: 1, reason: 'Rà soát theo công văn 12/BNV' },
    headers: { cookie: `congvu=${other.handle}`, origin: ORIGIN, 'idempotency-key': 'surfaces-2' },
  });
  assert.equal(request.statusCode, 201, request.body);
  for (const [surface, shown] of [
    ['administration', true],
    ['portal', false],
  ] as const) {
    const tasks = (await ask(surface, '/api/v1/home')).json().tasks as { kind: string }[];
    assert.equal(
      tasks.some(({ kind }) => kind === 'allowances-to-decide'),
      shown,
      surface,
    );
    assert.equal((await ask(surface, '/api/v1/reading-allowances')).json().mayDecide, shown, surface);
  }
});
