/**
 * Searches and boards read from a replica name the point that they saw, in the answer and in the row of the log; what is away, behind or of other rights
 * is not read, and nobody sees an error. Replicas that are behind, and killed: `npm run test:ha`.
 */
import assert from 'node:assert/strict';
import { rm } from 'node:fs/promises';
import { after, before, test } from 'node:test';
import type { FastifyInstance } from 'fastify';
import { PAYLOAD_PURPOSE } from '#authority/audit/record.ts';
import type { SessionHandle } from '#base/database/transaction.ts';
import { ReplicaLost, openReplica } from '#base/database/replica.ts';
import type { Replica } from '#base/database/replica.ts';
import { openTestDatabase } from '#base/database/test-database.ts';
import type { TestDatabase } from '#base/database/test-database.ts';
import { openDatabase } from '#base/database/transaction.ts';
import type { Database } from '#base/database/transaction.ts';
import { settledSince } from '#base/database/settled-for-tests.ts';
import { anAgency } from '#record/intake/agency-for-tests.ts';
import type { Agency } from '#record/intake/agency-for-tests.ts';
import { ORIGIN, aServer, dataFolder } from './server-for-tests.ts';

const NOBODY = 'postgresql://a:b@127.0.0.1:1/x';
const POINT = 'congvu-settled-point';

let agency: Agency;
let folder: string;
let elsewhere: TestDatabase;
let officer: SessionHandle;
const opened: { readonly app: FastifyInstance; readonly db: Database; readonly replica: Replica }[] = [];
let nowMs = 0;

/** A server that reads from there. The test's own database may stand for a replica that has everything. */
async function reads(url: string): Promise<(typeof opened)[number]> {
  const replica = openReplica({ connectionString: url, nowMs: () => nowMs });
  const db = openDatabase({ connectionString: agency.office.appUrl, poolSize: 3, replica });
  const one = { app: await aServer({ ...agency.office, db }, folder), db, replica };
  opened.push(one);
  return one;
}

before(async () => {
  agency = await anAgency();
  folder = await dataFolder();
  elsewhere = await openTestDatabase();
  const submissionId = await agency.sends([{ number: '000190000001', name: 'Trần Thị Hoa' }]);
  const personId = (await agency.waiting(submissionId))[0]!;
  assert.ok((await agency.confirms(submissionId, personId)).ok);
  officer = (await agency.office.signedIn('000083700001', [['VU_CCVC', 'VN']])).handle;
});
after(async () => {
  for (const { app, db } of opened) {
    await app.close();
    await db.close();
  }
  await elsewhere.close();
  await agency.close();
  await rm(folder, { recursive: true, force: true });
});

let asked = 0;
const ask = (app: FastifyInstance, method: 'GET' | 'POST', path: string, payload?: object) =>
  app.inject({
    method,
    url: path.startsWith('/readyz') ? path : `/api/v1${path}`,
    headers: { cookie: `congvu=${officer}`, origin: ORIGIN, 'idempotency-key': `ban-sao-doc-${(asked += 1)}` },
    ...(payload ? { payload } : {}),
  });
const search = (app: FastifyInstance) => ask(app, 'POST', '/people/search', { name: 'Trần Thị Hoa' });

interface Row {
  readonly salt: Buffer;
  readonly sealed: Buffer;
}
/** What the newest row of a search says was shown. */
async function shownLast(): Promise<string> {
  const [row] = await agency.office.owner.transaction(null, (tx) =>
    tx.query<Row>(
      "select p.salt, p.sealed from audit_payload p join audit_event e using (event_id) where e.act = 'record.searched' order by e.event_id desc limit 1",
    ),
  );
  return Buffer.from(agency.office.keys.open(row!.salt, PAYLOAD_PURPOSE, row!.sealed)).toString();
}

test('a search and a board from a replica say as of which point, and so does the row of the log', async () => {
  const { app } = await reads(agency.office.appUrl);
  // Other tests of the cluster hold the settled point back: until when is told of what is settled.
  await settledSince((work) => agency.office.owner.transaction(null, work), 'select max(tx) from act where tx < record_tx()');
  const found = await search(app);
  assert.equal(found.statusCode, 200);
  assert.equal(found.json<{ items: unknown[] }>().items.length, 1);
  const point = Number(found.headers[POINT]);
  assert.match(String(found.headers['congvu-settled-at']), /^\d{4}-\d\d-\d\dT[\d:.]+Z$/, 'until when, for people');
  assert.ok(point > 0);
  assert.match(await shownLast(), new RegExp(`"settledPoint":${point}\\b`));
  const board = await ask(app, 'GET', '/board');
  assert.equal(board.statusCode, 200);
  assert.ok(Number(board.headers[POINT]) >= point);
  const counted = await ask(app, 'POST', '/people/search/count', { name: 'Trần Thị Hoa' });
  assert.deepEqual([counted.json<{ people: number }>().people, Number(counted.headers[POINT]) > 0], [1, true]);
});

test('a reading that is past its budget is refused as on the leader, and shows nobody', async () => {
  const { app } = opened[0]!;
  await agency.office.owner.transaction(null, (tx) =>
    tx.query(
      `insert into reading_budget (account_id, hour, opened, listed)
         select account_id, date_trunc('hour', now()), 0, 1000000 from account where account_id in (select account_id from session where ended_at is null)
         on conflict (account_id, hour) do update set listed = excluded.listed`,
    ),
  );
  const refused = await search(app);
  assert.equal(refused.statusCode, 429);
  assert.equal(refused.headers[POINT], undefined);
  assert.equal(refused.headers['congvu-settled-at'], undefined);
  await agency.office.owner.transaction(null, (tx) => tx.query('delete from reading_budget'));
});

test('an act lets the browser keep how far it has written; where nothing is read elsewhere, nothing is kept', async () => {
  const address = { address: 'a@congvu.example', wantsMail: false };
  const done = await ask(opened[0]!.app, 'POST', '/notices/mail', address);
  assert.equal(done.statusCode, 200);
  assert.match(String(done.headers['set-cookie']), /^congvu-seen=[0-9A-F]+\/[0-9A-F]+; .*HttpOnly/);
  const plain = await aServer(agency.office, folder);
  const there = await ask(plain, 'POST', '/notices/mail', address);
  assert.deepEqual([there.statusCode, there.headers['set-cookie']], [200, undefined]);
  await plain.close();
});

test('where the session has other rights than on the leader, the leader is read', async () => {
  const { app, replica } = await reads(elsewhere.appUrl);
  const found = await search(app);
  assert.deepEqual([found.statusCode, found.json<{ items: unknown[] }>().items.length, found.headers[POINT]], [200, 1, undefined]);
  assert.deepEqual(replica.lastLooked(), { isRead: false, why: 'other rights' });
});

test('where it is away the leader is read; readiness tells it, and the server is ready all the same', async () => {
  const { app, replica } = await reads(NOBODY);
  const found = await search(app);
  assert.deepEqual([found.statusCode, found.json<{ items: unknown[] }>().items.length, found.headers[POINT]], [200, 1, undefined]);
  assert.deepEqual(replica.lastLooked(), { isRead: false, why: 'away' });
  const checks = (await ask(app, 'GET', '/readyz')).json<{ checks: { name: string; ok: boolean; decides: boolean }[] }>().checks;
  const told = checks.find(({ name }) => name === 'replica');
  assert.deepEqual([told?.ok, told?.decides], [false, false]);
});

test('one that is lost in the middle undoes the reading, and is left alone for a moment', async () => {
  const { db, replica } = opened[0]!;
  const end = 'select pg_terminate_backend(pg_backend_pid())';
  const lost = db.transaction(officer, (tx) => replica.reading(officer, tx, null, (far) => far.query(end)));
  await assert.rejects(lost, ReplicaLost);
  const again = (): Promise<unknown> => db.transaction(officer, (tx) => replica.reading(officer, tx, null, async () => 'read'));
  assert.equal(await again(), null);
  nowMs += 5_000;
  assert.deepEqual(await again(), { value: 'read' });
});
