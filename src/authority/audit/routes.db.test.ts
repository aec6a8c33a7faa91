/** The log over HTTP: who gets what, and that reading the log is itself in the log. */
import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { after, before, test } from 'node:test';
import fastifyCookie from '@fastify/cookie';
import Fastify from 'fastify';
import type { FastifyInstance } from 'fastify';
import { cookieName, sessionHook } from '#authority/access/request.ts';
import type { SessionHandle } from '#base/database/transaction.ts';
import { verifierKey } from './checkpoint.ts';
import { aLog, BODY, OTHER_BODY } from './log-for-tests.ts';
import type { LogForTests } from './log-for-tests.ts';
import { auditRoutes } from './routes.ts';
import type { Bundle, EventRow } from './shapes.ts';

const { verifyBundle } = (await import(join(import.meta.dirname, '../../../tools/verify-bundle.mjs'))) as {
  readonly verifyBundle: (bundle: unknown, key: string) => readonly object[];
};

let log: LogForTests;
let app: FastifyInstance;
let auditor: SessionHandle;
let clerk: SessionHandle;
let foreign: SessionHandle;
let operator: SessionHandle;

before(async () => {
  log = await aLog();
  auditor = await log.session('01930000-0000-7000-8000-00000000d001', { GIAM_SAT: [BODY] });
  clerk = await log.session('01930000-0000-7000-8000-00000000d002', { NHAP_LIEU: [BODY] });
  foreign = await log.session('01930000-0000-7000-8000-00000000d003', { GIAM_SAT: [OTHER_BODY] });
  operator = await log.session('01930000-0000-7000-8000-00000000d004', { TTTT: [BODY] });
  await log.acts(300);
  await log.sequence();
  app = Fastify();
  await app.register(fastifyCookie);
  app.addHook('onRequest', sessionHook({ db: log.db, secureCookies: false }));
  auditRoutes(app, { ...log.needs, db: log.db, files: log.publish.files, key: log.publish.signer.key });
  await app.ready();
});
after(async () => {
  await app.close();
  await log.close();
});

const get = (path: string, who: SessionHandle | null) =>
  app.inject({ url: `/api/v1/audit/${path}`, ...(who === null ? {} : { cookies: { [cookieName(false)]: who } }) });

test('the auditor turns the pages of the log, newest first, each event once', async () => {
  const seen: EventRow[] = [];
  let cursor: string | null = '';
  while (cursor !== null) {
    const answer = await get(`events?limit=120&body=${BODY}${cursor === '' ? '' : `&cursor=${cursor}`}`, auditor);
    assert.equal(answer.statusCode, 200, answer.body);
    const page = answer.json<{ items: EventRow[]; next: string | null }>();
    seen.push(...page.items);
    cursor = page.next;
  }
  const acts = seen.filter((event) => event.kind === 'act');
  assert.equal(acts.length, 300);
  assert.equal(new Set(seen.map((event) => event.eventId)).size, seen.length);
  assert.deepEqual(
    acts.map((event) => event.index).toSorted((a, b) => a! - b!),
    Array.from({ length: 300 }, (_, i) => i),
  );
  assert.equal(acts[0]!.actName.vi, 'Xác nhận');
});

test('reading the log is written into the log', async () => {
  const count = async (): Promise<number> => (await log.rows(`select 1 from audit_event where act = 'audit.read'`)).length;
  const before = await count();
  await get('events?limit=1', auditor);
  assert.equal(await count(), before + 1);
});

test('who may not read the log is refused; a foreign auditor sees nothing of this body', async () => {
  assert.equal((await get('events', null)).statusCode, 401);
  assert.equal((await get('events', clerk)).statusCode, 403);
  assert.notEqual((await get(`events?body=${BODY}`, foreign)).statusCode, 200);
  const own = await get('events', foreign);
  assert.ok(own.json<{ items: EventRow[] }>().items.every((event) => event.act === 'audit.read'));
});

test('a bundle comes over the wire and is proven offline; with its payload only when asked', async () => {
  const { items } = (await get(`events?limit=5&body=${BODY}`, auditor)).json<{ items: EventRow[] }>();
  const eventId = items.find((event) => event.kind === 'act')!.eventId;
  const key = verifierKey(log.publish.signer.key);
  const plain = (await get(`bundle/${eventId}`, auditor)).json<Bundle>();
  assert.equal(plain.payload, null);
  assert.ok(verifyBundle(plain, key).length > 0);
  const full = (await get(`bundle/${eventId}?payload=true&since=300`, auditor)).json<Bundle>();
  assert.match(full.payload!.text, /"note":"act/);
  assert.ok(verifyBundle(full, key).length > 0);
  assert.equal((await get(`bundle/${eventId}`, clerk)).statusCode, 403);
  assert.equal((await get(`bundle/${eventId}`, foreign)).statusCode, 404);
  assert.equal((await get('bundle/01930000-0000-7000-8000-00000000ffff', auditor)).statusCode, 404);
  assert.equal((await get('bundle/x', auditor)).statusCode, 400);
});

test('head and tiles are served as they stand in the files; leaves only to who may verify', async () => {
  const note = await get('checkpoint', operator);
  assert.equal(note.headers['content-type'], 'text/plain; charset=utf-8');
  assert.equal(note.body, await readFile(join(log.folder, 'checkpoint'), 'utf8'));
  const tile = await get('tile/0/000', clerk);
  assert.equal(tile.rawPayload.length, 8_192);
  assert.match(String(tile.headers['cache-control']), /immutable/);
  assert.equal((await get('tile/0/001.p/44', clerk)).rawPayload.length, 44 * 32);
  assert.equal((await get('tile/entries/000', operator)).statusCode, 200);
  assert.equal((await get('tile/entries/000', clerk)).statusCode, 403);
  for (const path of ['tile/0/009', 'tile/0/1', 'tile/0/000.p/0', 'tile/0/..%2f..%2fcheckpoint', 'tile/', 'tile/0/000.new'])
    assert.ok([400, 404].includes((await get(path, operator)).statusCode), path);
});
