/** An administrator gives and takes roles and disables accounts: what follows at once, what is refused, and what the log says of it. */
import assert from 'node:assert/strict';
import { rm } from 'node:fs/promises';
import { after, before, test } from 'node:test';
import type { FastifyInstance } from 'fastify';
import { anOffice } from '#authority/access/office-for-tests.ts';
import type { Office } from '#authority/access/office-for-tests.ts';
import { ORIGIN, aServer, dataFolder } from './server-for-tests.ts';

let office: Office;
let folder: string;
let app: FastifyInstance;
let admin: { readonly cookie: string; readonly accountId: string };

before(async () => {
  office = await anOffice();
  folder = await dataFolder();
  app = await aServer(office, folder);
  const { handle, accountId } = await office.signedIn('000083700001', [['QT_BNDP', 'H26.03']]);
  admin = { cookie: `congvu=${handle}`, accountId };
});
after(async () => {
  await app.close();
  await office.close();
  await rm(folder, { recursive: true, force: true });
});

let asked = 0;
async function ask<T>(
  method: 'GET' | 'POST' | 'DELETE',
  path: string,
  payload?: object,
  cookie = admin.cookie,
): Promise<{ status: number; value: T }> {
  const answer = await app.inject({
    method,
    url: `/api/v1${path}`,
    headers: { cookie, origin: ORIGIN, 'idempotency-key': `tai-khoan-${++asked}` },
    ...(payload ? { payload } : {}),
  });
  return { status: answer.statusCode, value: (answer.body === '' ? null : answer.json()) as T };
}
const code = async (method: 'POST' | 'DELETE', path: string, payload?: object): Promise<string> => {
  const { status, value } = await ask<{ code?: string } | null>(method, path, payload);
  return value?.code ?? String(status);
};
const acts = async (objectId: string): Promise<string[]> =>
  (
    await office.owner.transaction(null, (tx) =>
      tx.query<{ act: string }>('select act from audit_event where object_id = $1 order by tx, event_id', [objectId]),
    )
  ).map((row) => row.act);

test('somebody new gets an account with a role, uses it, and loses it at once: by the role, by the account', async () => {
  const bodyId = await office.body('H26.03.01');
  const made = await ask<{ accountId: string; grantId: string }>('POST', '/accounts', {
    name: '  Nguyễn   Văn Mới ',
    nationalId: '000190700002',
    role: 'NHAP_LIEU',
    bodyId,
  });
  assert.equal(made.status, 201);
  const { accountId, grantId } = made.value;
  const { handle } = await office.signIn(accountId);
  const cookie = `congvu=${handle}`;
  const bodies = async (): Promise<number> =>
    (await ask<{ items?: unknown[] }>('GET', '/bodies', undefined, cookie)).value.items?.length ?? -1;
  assert.equal(await bodies(), 1);

  const listed = await ask<{
    items: { id: string; name: string; mine: boolean; grants: { body: { name: string }; roleName: { vi: string } }[] }[];
  }>('GET', '/accounts');
  const line = listed.value.items.find((one) => one.id === accountId)!;
  assert.deepEqual([line.name, line.mine, line.grants[0]?.body.name], ['Nguyễn Văn Mới', true, 'Trường THPT Mẫu Sơn']);

  const second = await ask<{ grantId: string }>('POST', `/accounts/${accountId}/grants`, { role: 'LD_DON_VI', bodyId });
  assert.equal(second.status, 201);
  assert.equal((await ask('DELETE', `/grants/${grantId}`)).status, 204);
  assert.equal((await ask<{ grants: unknown[] }>('GET', '/session', undefined, cookie)).value.grants.length, 1);
  assert.equal(await code('DELETE', `/grants/${grantId}`), 'E-NOT-WITHIN-REACH', 'it is taken already');

  assert.deepEqual((await ask('POST', `/accounts/${accountId}/disable`)).value, { changed: true });
  assert.equal((await ask('GET', '/bodies', undefined, cookie)).status, 401, 'the session has ended with the account');
  await assert.rejects(office.signIn(accountId), /E-ACCOUNT-DISABLED/);
  assert.deepEqual((await ask('POST', `/accounts/${accountId}/enable`)).value, { changed: true });
  await office.signIn(accountId);

  assert.deepEqual(await acts(accountId), [
    'account.changed',
    'grant.changed',
    'grant.changed',
    'grant.changed',
    'account.changed',
    'account.changed',
  ]);
});

test('a second role for a citizen number that has an account makes no second account', async () => {
  const bodyId = await office.body('H26.03.01');
  const request = { name: 'Người Cũ', nationalId: '000190700003', role: 'NHAP_LIEU', bodyId };
  const first = await ask<{ accountId: string }>('POST', '/accounts', request);
  const second = await ask<{ accountId: string }>('POST', '/accounts', { ...request, role: 'DOI_SOAT' });
  assert.equal(second.value.accountId, first.value.accountId);
});

test('nobody gives beyond their bodies, beyond the roles of a body, to themselves, or backwards in time', async () => {
  const own = await office.body('H26.03');
  const elsewhere = await office.body('H26.02');
  const clerk = await office.account('000190700004', [['NHAP_LIEU', 'H26.03.01']]);
  const both = await office.account('000190700005', [
    ['NHAP_LIEU', 'H26.03.01'],
    ['NHAP_LIEU', 'H26.02'],
  ]);
  const person = { name: 'Ai Đó', nationalId: '000190700006' };
  const refusals: [what: string, answer: Promise<string>, expected: string][] = [
    ['a body beyond', code('POST', '/accounts', { ...person, role: 'NHAP_LIEU', bodyId: elsewhere }), 'E-NOT-WITHIN-REACH'],
    ['a role of the ministry', code('POST', '/accounts', { ...person, role: 'GIAM_SAT', bodyId: own }), 'E-ROLE-NOT-YOURS'],
    ['no role at all', code('POST', '/accounts', { ...person, role: 'VUA', bodyId: own }), 'E-ROLE-NOT-YOURS'],
    ['yesterday', code('POST', `/accounts/${clerk}/grants`, { role: 'DOI_SOAT', bodyId: own, from: '2025-01-01' }), 'E-GRANT-DAY'],
    ['no day', code('POST', `/accounts/${clerk}/grants`, { role: 'DOI_SOAT', bodyId: own, from: '2030-02-31' }), 'E-GRANT-DAY'],
    [
      'a number of 9 digits',
      code('POST', '/accounts', { ...person, nationalId: '123456789', role: 'NHAP_LIEU', bodyId: own }),
      'E-ACCOUNT-NATIONAL-ID',
    ],
    ['oneself', code('POST', `/accounts/${admin.accountId}/grants`, { role: 'XAC_NHAN', bodyId: own }), 'E-ACCOUNT-YOURS'],
    [
      'oneself by number',
      code('POST', '/accounts', { ...person, nationalId: '000083700001', role: 'XAC_NHAN', bodyId: own }),
      'E-ACCOUNT-YOURS',
    ],
    ['disabling oneself', code('POST', `/accounts/${admin.accountId}/disable`), 'E-ACCOUNT-YOURS'],
    ['disabling who acts for a body beyond too', code('POST', `/accounts/${both}/disable`), 'E-NOT-WITHIN-REACH'],
    ['nobody', code('POST', '/accounts/01a20e03-fc40-76c1-82a8-7ab8d0d790ab/disable'), 'E-NOT-WITHIN-REACH'],
  ];
  for (const [what, answer, expected] of refusals) assert.equal(await answer, expected, what);
  const there = await office.owner.transaction(null, (tx) =>
    tx.query('select 1 as there from account where identity = $1', [office.keys.nationalIdHash(person.nationalId)]),
  );
  assert.deepEqual(there, [], 'a refusal leaves no half-made account');
});

test('outside the demo nobody gets an account under the number of an invented person', async () => {
  const real = await aServer(office, folder, { demo: false });
  try {
    const answer = await real.inject({
      method: 'POST',
      url: '/api/v1/accounts',
      headers: { cookie: admin.cookie, origin: ORIGIN, 'idempotency-key': 'tai-khoan-so-mau' },
      payload: { name: 'Người Mẫu', nationalId: '000190700008', role: 'NHAP_LIEU', bodyId: await office.body('H26.03') },
    });
    assert.deepEqual([answer.statusCode, answer.json<{ code: string }>().code], [422, 'E-ID-DEMO-PREFIX']);
  } finally {
    await real.close();
  }
});

test('an officer goes to the population database under the name that an administrator mapped', async () => {
  const clerk = await office.account('000190700007', [['NHAP_LIEU', 'H26.03.01']]);
  assert.deepEqual((await ask('POST', `/accounts/${clerk}/population-user`, { user: 'thuha.h2603' })).value, { changed: true });
  const { value } = await ask<{ items: { id: string; populationUser: string | null }[] }>('GET', '/accounts?limit=200');
  assert.equal(value.items.find((one) => one.id === clerk)!.populationUser, 'thuha.h2603');
});

test('an account without any role reaches the own pages and nothing else; an administrator gives it a role like to any other', async () => {
  const number = '000190700077';
  const { handle, accountId } = await office.signedIn(number, []);
  const cookie = `congvu=${handle}`;
  const status = async (path: string): Promise<number> => (await ask('GET', path, undefined, cookie)).status;
  const session = (await ask<{ signedIn: boolean; grants: unknown[] }>('GET', '/session', undefined, cookie)).value;
  assert.deepEqual([session.signedIn, session.grants], [true, []]);
  for (const open of ['/me', '/my/sessions']) assert.equal(await status(open), 200, open);
  for (const shut of ['/home', '/bodies', '/submissions', '/confirmation/queue', '/accounts', '/audit/events'])
    assert.equal(await status(shut), 403, shut);
  assert.equal((await ask('POST', '/people/search', { name: 'nguyen' }, cookie)).status, 403);
  const given = await ask<{ accountId: string }>('POST', '/accounts', {
    name: 'Tên do quản trị ghi',
    nationalId: number,
    role: 'NHAP_LIEU',
    bodyId: await office.body('H26.03.01'),
  });
  assert.deepEqual([given.status, given.value.accountId], [201, accountId]);
  assert.equal(await status('/bodies'), 200);
});

test('nobody learns by typing a number whether it has an account, nor whose it is', async () => {
  const bodyId = await office.body('H26.03.01');
  // Somebody of another province, with a name that this administrator does not know, and nobody at all.
  const known = '000190700091';
  const away = await office.account(known, [['NHAP_LIEU', 'H41.51']]);
  const shapes = [];
  for (const nationalId of [known, '000190700092']) {
    const made = await ask<Record<string, unknown>>('POST', '/accounts', { name: 'Tên Tự Đặt', nationalId, role: 'NHAP_LIEU', bodyId });
    const { items } = (await ask<{ items: { id: string; name: string; grants: unknown[] }[] }>('GET', '/accounts?limit=200')).value;
    const line = items.find((one) => one.id === made.value['accountId'])!;
    shapes.push([made.status, Object.keys(made.value), line.name, line.grants.length]);
  }
  assert.deepEqual(shapes[0], shapes[1]);
  assert.equal(shapes[0]![2], 'Tên Tự Đặt', 'the name is the one that was typed');
  assert.ok(away);
});

test('the id of an account made here says nothing of when it was made', async () => {
  const bodyId = await office.body('H26.03.01');
  const made = await ask<{ accountId: string }>('POST', '/accounts', {
    name: 'Ai Khác',
    nationalId: '000190700093',
    role: 'NHAP_LIEU',
    bodyId,
  });
  assert.match(made.value.accountId, /^[0-9a-f]{8}-[0-9a-f]{4}-4/, 'version 4: chance alone');
});
