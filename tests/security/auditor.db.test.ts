/** Who supervises the country sees every row of the log, and is told at home what wants looking at; who supervises a body sees its rows alone. */
import assert from 'node:assert/strict';
import { rm } from 'node:fs/promises';
import { after, before, test } from 'node:test';
import type { FastifyInstance } from 'fastify';
import { anOffice } from '#authority/access/office-for-tests.ts';
import type { Office } from '#authority/access/office-for-tests.ts';
import { openJobSession } from '#authority/access/sessions.ts';
import { recordAct, recordRead } from '#authority/audit/record.ts';
import { countReaders } from '#authority/oversight/count-readers.ts';
import type { SessionHandle } from '#base/database/transaction.ts';
import { ORIGIN, aServer, dataFolder } from './server-for-tests.ts';

let office: Office;
let folder: string;
let app: FastifyInstance;
let national: SessionHandle;
let ofProvince: SessionHandle;
let clerk: { readonly handle: SessionHandle; readonly accountId: string };

before(async () => {
  office = await anOffice();
  folder = await dataFolder();
  app = await aServer(office, folder);
  national = (await office.signedIn('000179720001', [['GIAM_SAT', 'VN']])).handle;
  ofProvince = (await office.signedIn('000179720002', [['GIAM_SAT', 'H26']])).handle;
  clerk = await office.signedIn('000179720003', [['NHAP_LIEU', 'H41.51']]);
  // A search over several bodies is nobody's matter alone, as is a refused sign-in.
  await office.as(clerk.handle, (tx) =>
    recordRead(tx, office, { act: 'record.searched', purpose: 'CONSULT', bodyId: null, objectId: null }),
  );
  const system = await openJobSession(office, { bodyId: null, purpose: 'test' });
  await office.as(system, (tx) => recordAct(tx, office, { act: 'session.refused', purpose: 'SIGN_IN', bodyId: null, objectId: null }));
  await office.as(system, async (tx) =>
    recordAct(tx, office, { act: 'submission.received', purpose: 'SUBMIT', bodyId: await office.body('H26.03'), objectId: null }),
  );
});
after(async () => {
  await app.close();
  await office.close();
  await rm(folder, { recursive: true, force: true });
});

let asked = 0;
async function ask<T>(who: SessionHandle, method: 'GET' | 'POST', path: string, payload?: object): Promise<T> {
  const answer = await app.inject({
    method,
    url: `/api/v1${path}`,
    headers: { cookie: `congvu=${who}`, origin: ORIGIN, 'idempotency-key': `giam-sat-${++asked}` },
    ...(payload ? { payload } : {}),
  });
  assert.ok(answer.statusCode < 300, answer.body);
  return answer.json<T>();
}
const actsSeen = async (who: SessionHandle): Promise<string[]> =>
  (await ask<{ items: { act: string }[] }>(who, 'GET', '/audit/events?limit=200')).items.map(({ act }) => act);
const tasks = async (who: SessionHandle) =>
  Object.fromEntries(
    (await ask<{ tasks: { kind: string; count: number }[] }>(who, 'GET', '/home')).tasks.map(({ kind, count }) => [kind, count]),
  );

test('rows without a body, searches among them, are seen by who supervises the country and by nobody of a body', async () => {
  const all = await office.owner.transaction(null, (tx) => tx.query<{ act: string }>('select act from audit_event'));
  const seen = await actsSeen(national);
  assert.deepEqual([...seen].sort(), all.map(({ act }) => act).sort(), 'every row');
  const scoped = await actsSeen(ofProvince);
  assert.ok(scoped.includes('submission.received'), 'its own body is seen');
  assert.ok(!scoped.includes('record.searched') && !scoped.includes('session.refused'));
});

test('readings over the budget, requests to see more and roles that wait stand at the home of who supervises, and nowhere else', async () => {
  assert.deepEqual(await tasks(national), {});
  await office.as(clerk.handle, (tx) =>
    recordAct(tx, office, { act: 'reading.refused', purpose: 'SUPERVISE', bodyId: null, objectId: clerk.accountId }),
  );
  await ask(clerk.handle, 'POST', '/reading-allowances', { people: 10, hours: 2, reason: 'Đối chiếu danh sách theo công văn' });
  const admin = (await office.signedIn('000179720004', [['QT_BNDP', 'H26']])).handle;
  await office.account('000179720005', [['QT_BNDP', 'H26']]);
  await ask(admin, 'POST', '/accounts', {
    name: 'Người Mới',
    nationalId: '000179720006',
    role: 'XAC_NHAN',
    bodyId: await office.body('H26.03'),
  });
  await countReaders(office, await openJobSession(office, { bodyId: null, purpose: 'oversight' }));
  assert.deepEqual(await tasks(national), {
    'readings-refused': 1,
    'allowances-to-decide': 1,
    'readings-unusual': 1,
    'grants-waiting': 1,
  });
  assert.deepEqual(await tasks(ofProvince), { 'grants-waiting': 1 }, 'of the own bodies alone');
  assert.deepEqual(await tasks(clerk.handle), {}, 'who was refused supervises nobody');
});
