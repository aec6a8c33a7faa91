/** The frame of a route: an answer that shows somebody cannot go out without the row that the route names. */
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import fastifyCookie from '@fastify/cookie';
import Fastify from 'fastify';
import type { FastifyInstance } from 'fastify';
import { Type } from 'typebox';
import { afterCommit, nobody } from '#authority/access/frame.ts';
import { anOffice } from '#authority/access/office-for-tests.ts';
import type { Office } from '#authority/access/office-for-tests.ts';
import { sessionHook } from '#authority/access/request.ts';
import { empty, file, json } from '#base/http/answer.ts';
import { ok, refused } from '#base/problem.ts';
import { auditEventNotFound } from './problems.ts';
import { recordAct } from './record.ts';
import { route } from './route.ts';

const Shown = Type.Object({ name: Type.String() });
const words = { vi: 'Thử', en: 'A try' };
const about = { tag: 'audit', summary: words, act: 'audit.read', answer: json(Shown) } as const;

let office: Office;
let app: FastifyInstance;
let cookie: string;
let accountId: string;
const kept: boolean[] = [];

before(async () => {
  office = await anOffice();
  const { db, clock, chance, keys } = office;
  const needs = { db, clock, chance, keys };
  app = Fastify();
  await app.register(fastifyCookie);
  app.addHook('onRequest', sessionHook({ db, secureCookies: false }));
  route(app, needs, {
    ...about,
    id: 'forgets',
    method: 'GET',
    path: '/api/v1/forgets',
    read: 'record.read',
    purpose: 'CONSULT',
    // It does something, and shows somebody, and names nobody.
    work: async ({ tx }) => {
      await recordAct(tx, needs, { act: 'lookup.empty', purpose: 'CONSULT', bodyId: null, objectId: null });
      return ok({ name: 'Ai đó' });
    },
  });
  route(app, needs, {
    ...about,
    id: 'leavesAnother',
    method: 'GET',
    path: '/api/v1/leaves-another',
    read: 'record.read',
    purpose: 'CONSULT',
    work: async ({ tx }) => {
      await recordAct(tx, needs, { act: 'lookup.empty', purpose: 'CONSULT', bodyId: null, objectId: null });
      return ok(afterCommit(async () => ok({ name: 'Ai đó' })));
    },
  });
  route(app, needs, {
    ...about,
    id: 'shows',
    method: 'POST',
    path: '/api/v1/shows',
    read: 'record.read',
    purpose: 'CONSULT',
    work: async ({ shows }) => {
      await shows({ bodyId: null, objectId: null });
      return ok({ name: 'Ai đó' });
    },
  });
  route(app, needs, {
    ...about,
    id: 'refuses',
    method: 'GET',
    path: '/api/v1/refuses',
    read: 'record.read',
    purpose: 'CONSULT',
    work: async () => refused(auditEventNotFound()),
  });
  route(app, needs, {
    ...about,
    id: 'showsNobody',
    method: 'GET',
    path: '/api/v1/shows-nobody',
    read: nobody('a number'),
    answer: file('text/plain'),
    work: async () => ok({ bytes: Buffer.from('7'), name: 'so.txt' }),
  });
  route(app, needs, {
    ...about,
    id: 'mayNot',
    method: 'DELETE',
    path: '/api/v1/may-not',
    act: 'item.confirm',
    answer: empty,
    work: async ({ tx }) => {
      await recordAct(tx, needs, { act: 'lookup.empty', purpose: 'CONSULT', bodyId: null, objectId: null });
      return ok(undefined);
    },
  });
  route(app, needs, {
    ...about,
    id: 'keepsFirst',
    method: 'POST',
    path: '/api/v1/keeps-first',
    body: Type.Object({ confirms: Type.Boolean() }),
    act: ({ body }) => (body.confirms ? ['audit.read', 'item.confirm'] : ['audit.read']),
    keep: async ({ body }) => {
      kept.push(body.confirms);
      return ok(kept.length);
    },
    work: async ({ tx, kept: number }) => {
      await recordAct(tx, needs, { act: 'lookup.empty', purpose: 'CONSULT', bodyId: null, objectId: null });
      return ok({ name: String(number) });
    },
  });
  const signedIn = await office.signedIn('000090303009', [['GIAM_SAT', 'H26']]);
  cookie = `congvu=${signedIn.handle}`;
  accountId = signedIn.accountId;
});
after(async () => {
  await app.close();
  await office.close();
});

const rows = async (): Promise<string[]> =>
  (
    await office.owner.transaction(null, (tx) =>
      tx.query<{ act: string }>('select act from audit_event where actor_id = $1 order by tx, event_id', [accountId]),
    )
  ).map(({ act }) => act);
const ask = async (method: 'GET' | 'POST' | 'DELETE', url: string, payload?: object) => {
  const before = (await rows()).length;
  const answer = await app.inject({ method, url, headers: { cookie }, ...(payload ? { payload } : {}) });
  return { status: answer.statusCode, body: answer.body, headers: answer.headers, left: (await rows()).slice(before) };
};

test('a reading that forgets its row answers nobody, and nothing of it stands', async () => {
  for (const url of ['/api/v1/forgets', '/api/v1/leaves-another']) {
    const { status, body, left } = await ask('GET', url);
    assert.equal(status, 500, url);
    assert.doesNotMatch(body, /Ai đó/);
    assert.deepEqual(left, [], url);
  }
});

test('a reading that names what it shows is answered, with that row', async () => {
  const { status, body, left } = await ask('POST', '/api/v1/shows');
  assert.deepEqual([status, body, left], [200, '{"name":"Ai đó"}', ['record.read']]);
});

test('a refusal shows nobody, and no row of a reading is due', async () => {
  const { status, left } = await ask('GET', '/api/v1/refuses');
  assert.deepEqual([status, left], [404, []]);
});

test('what shows nobody says so, and leaves none', async () => {
  const { status, body, headers, left } = await ask('GET', '/api/v1/shows-nobody');
  assert.deepEqual([status, body, left], [200, '7', []]);
  assert.equal(headers['content-disposition'], 'attachment; filename="so.txt"');
});

test('what one may not do is not begun', async () => {
  const { status, left } = await ask('DELETE', '/api/v1/may-not');
  assert.deepEqual([status, left], [403, []]);
});

test('what must stand before an act is kept only for those who may do all of it', async () => {
  const refusal = await ask('POST', '/api/v1/keeps-first', { confirms: true });
  assert.deepEqual([refusal.status, refusal.left, kept], [403, [], []]);
  const done = await ask('POST', '/api/v1/keeps-first', { confirms: false });
  assert.deepEqual([done.status, done.body, done.left, kept], [200, '{"name":"1"}', ['lookup.empty'], [false]]);
});

test('a reading without its row cannot be written', () => {
  const needs = { db: office.db, clock: office.clock, chance: office.chance, keys: office.keys };
  const written = (): void => {
    // @ts-expect-error a GET that neither names its row nor says whose data it does not hold
    route(app, needs, { ...about, id: 'no', method: 'GET', path: '/no', work: async () => ok({ name: '' }) });
    // @ts-expect-error a row without its purpose
    route(app, needs, { ...about, id: 'no', method: 'GET', path: '/no', read: 'record.read', work: async () => ok({ name: '' }) });
    // @ts-expect-error an answer of another shape
    route(app, needs, { ...about, id: 'no', method: 'GET', path: '/no', read: nobody(''), work: async () => ok({ nam: '' }) });
  };
  assert.equal(typeof written, 'function');
});
