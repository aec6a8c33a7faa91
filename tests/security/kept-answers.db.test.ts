/** Kept answers, refusals and addresses, through the real server: what is answered again, to whom, for how long, and what stands in the log after it. */
import assert from 'node:assert/strict';
import { rm } from 'node:fs/promises';
import { after, before, test } from 'node:test';
import type { FastifyInstance } from 'fastify';
import { anOffice } from '#authority/access/office-for-tests.ts';
import type { Office } from '#authority/access/office-for-tests.ts';
import { openJobSession } from '#authority/access/sessions.ts';
import { forgetOldKeys, withoutPeople } from '#authority/http/idempotency.ts';
import { ORIGIN, aServer, dataFolder } from './server-for-tests.ts';

let office: Office;
let folder: string;
let app: FastifyInstance;
before(async () => {
  office = await anOffice();
  folder = await dataFolder();
  app = await aServer(office, folder);
});
after(async () => {
  await app.close();
  await office.close();
  await rm(folder, { recursive: true, force: true });
});

const rows = <T extends object>(sql: string, values: readonly unknown[] = []): Promise<T[]> =>
  office.owner.transaction(null, (tx) => tx.query<T>(sql, values));
const actsOf = async (accountId: string): Promise<string[]> =>
  (await rows<{ act: string }>('select act from audit_event where actor_id = $1 order by tx, event_id', [accountId])).map((row) => row.act);
const administrator = async (number: string) => {
  const { handle, accountId } = await office.signedIn(number, [['QT_BNDP', 'H26.03']]);
  return { cookie: `congvu=${handle}`, accountId, handle };
};
const post = async (cookie: string, url: string, payload: object, key?: string) => {
  const headers = { cookie, origin: ORIGIN, ...(key === undefined ? {} : { 'idempotency-key': key }) };
  const answer = await app.inject({ method: 'POST', url, payload, headers });
  return { status: answer.statusCode, again: answer.headers['idempotent-replay'] === 'true', body: answer.json<Record<string, unknown>>() };
};
const requestOf = async (nationalId: string) => ({
  name: 'Người Mới',
  nationalId,
  role: 'NHAP_LIEU',
  bodyId: await office.body('H26.03.01'),
});

test('a kept answer is given again to who may still ask, and each time leaves a row', async () => {
  const admin = await administrator('000090111101');
  const request = await requestOf('000090111102');
  const first = await post(admin.cookie, '/api/v1/accounts', request, 'khoa-mot-lan');
  const second = await post(admin.cookie, '/api/v1/accounts', request, 'khoa-mot-lan');
  assert.deepEqual([first.status, second.status, first.again, second.again], [201, 201, false, true]);
  assert.equal(second.body['accountId'], first.body['accountId']);
  assert.equal((await actsOf(admin.accountId)).filter((act) => act === 'answer.repeated').length, 1);
  await rows('update role_grant set tx_to = 1 where account_id = $1', [admin.accountId]);
  const third = await post(admin.cookie, '/api/v1/accounts', request, 'khoa-mot-lan');
  assert.deepEqual([third.status, third.again, third.body['code']], [403, false, 'E-NOT-ALLOWED']);
  assert.equal((await actsOf(admin.accountId)).at(-1), 'access.refused');
});

test('a key of one account says nothing to another: by the query, and by the wall alone', async () => {
  const [one, two] = [await administrator('000090111103'), await administrator('000090111104')];
  const [ofOne, ofTwo] = [await requestOf('000090111105'), await requestOf('000090111106')];
  const first = await post(one.cookie, '/api/v1/accounts', ofOne, 'cung-mot-khoa');
  const second = await post(two.cookie, '/api/v1/accounts', ofTwo, 'cung-mot-khoa');
  assert.deepEqual([first.status, second.status, second.again], [201, 201, false]);
  assert.notEqual(second.body['accountId'], first.body['accountId']);
  const seen = await office.as(two.handle, (tx) =>
    tx.query<{ account_id: string }>(`select account_id from idempotent_answer where key = 'cung-mot-khoa'`),
  );
  assert.deepEqual(
    seen.map((row) => row.account_id),
    [two.accountId],
  );
});

test('a key is forgotten after a day: at once where it is asked for, and by the job', async () => {
  const admin = await administrator('000090111107');
  const request = await requestOf('000090111108');
  await post(admin.cookie, '/api/v1/accounts', request, 'khoa-hom-qua');
  await rows(`update idempotent_answer set at = at - interval '25 hours' where key = 'khoa-hom-qua'`);
  const later = await post(admin.cookie, '/api/v1/accounts', request, 'khoa-hom-qua');
  assert.equal(later.again, false, JSON.stringify(later.body));
  await rows(`update idempotent_answer set at = at - interval '25 hours' where key = 'khoa-hom-qua'`);
  const system = await openJobSession(office, { bodyId: null, purpose: 'test' });
  await office.as(system, (tx) => forgetOldKeys(tx, office.clock.now()));
  assert.deepEqual(await rows(`select 1 from idempotent_answer where key = 'khoa-hom-qua'`), []);
});

test('reads take no key and are not kept; a number that finds nobody is in the log, and no viewing of anybody', async () => {
  const admin = await administrator('000090111109');
  const request = { nationalId: '000090999888' };
  for (const key of [undefined, 'khoa-tim-kiem', 'khoa-tim-kiem']) {
    const found = await post(admin.cookie, '/api/v1/people/search', request, key);
    assert.deepEqual([found.status, found.again], [200, false]);
  }
  assert.deepEqual(await rows(`select 1 from idempotent_answer where key = 'khoa-tim-kiem'`), []);
  assert.equal((await actsOf(admin.accountId)).filter((act) => act === 'lookup.empty').length, 3);
});

test('what is kept of an answer names nobody', () => {
  const answer = {
    submissionId: 's-1',
    name: 'Trần Thị Hoa',
    counts: { received: 3 },
    items: [{ itemId: 'i', display: { vi: 'Kinh' } }],
    display: '000190',
  };
  assert.deepEqual(withoutPeople(answer), { submissionId: 's-1', counts: { received: 3 }, items: [{ itemId: 'i', display: {} }] });
});

test('a refusal leaves a refusal with what was asked for, and never a viewing', async () => {
  const { handle, accountId } = await office.signedIn('000090111110', [['NHAP_LIEU', 'H26.03.01']]);
  const nobody = '01900000-0000-7000-8000-000000000001';
  for (const url of [
    `/api/v1/people/${nobody}`,
    `/api/v1/people/${nobody}/history?field=hoTenKhaiSinh`,
    '/api/v1/confirmation/queue',
    '/api/v1/accounts',
  ])
    assert.ok([403, 404].includes((await app.inject({ url, headers: { cookie: `congvu=${handle}` } })).statusCode), url);
  const written = await rows<{ kind: string; act: string; object_id: string | null }>(
    'select kind, act, object_id from audit_event where actor_id = $1 order by tx, event_id',
    [accountId],
  );
  assert.deepEqual(
    written.map((row) => [row.kind, row.act, row.object_id]),
    [nobody, nobody, null, null].map((subject) => ['act', 'access.refused', subject]),
  );
});

test('an address in another spelling is refused before any guard has to read it', async () => {
  const { handle } = await office.signedIn('000090111111', [['XAC_NHAN', 'H26.03']]);
  for (const cookie of ['', `congvu=${handle}`])
    for (const url of ['/api/%761/people/search', '/api/v1/%70eople/search', '/api//v1/people/search', '/api/v1/x/..%2Fpeople/search']) {
      const answer = await app.inject({ method: 'POST', url, payload: {}, headers: { cookie, origin: ORIGIN } });
      assert.deepEqual([answer.statusCode, answer.json<{ code: string }>().code], [400, 'E-REQUEST'], url);
      assert.equal(answer.headers['cache-control'], 'no-store');
    }
});
