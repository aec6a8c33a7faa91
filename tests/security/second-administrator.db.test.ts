/** Power has two hands: who asks for a role that confirms or administers does not grant it, and nobody holds two roles that check each other. */
import assert from 'node:assert/strict';
import { rm } from 'node:fs/promises';
import { after, before, test } from 'node:test';
import type { FastifyInstance } from 'fastify';
import { anOffice } from '#authority/access/office-for-tests.ts';
import type { Office } from '#authority/access/office-for-tests.ts';
import { lapseGrants } from '#authority/access/grant-requests.ts';
import { giveGrant, openJobSession } from '#authority/access/sessions.ts';
import type { Role } from '#authority/access/shapes.ts';
import { systemClock } from '#base/clock.ts';
import type { SessionHandle } from '#base/database/transaction.ts';
import { lapseDueGrants } from '#authority/accounts/jobs.ts';
import { ORIGIN, aServer, dataFolder } from './server-for-tests.ts';

let office: Office;
let folder: string;
let app: FastifyInstance;
interface Admin {
  readonly handle: SessionHandle;
  readonly accountId: string;
}
let one: Admin;
let two: Admin;
let alone: Admin;
let bodyId: string;

before(async () => {
  office = await anOffice();
  folder = await dataFolder();
  app = await aServer(office, folder);
  one = await office.signedIn('000083710001', [['QT_BNDP', 'H26.03']]);
  two = await office.signedIn('000083710002', [['QT_BNDP', 'H26']]);
  alone = await office.signedIn('000083710003', [['QT_BNDP', 'H41']]);
  bodyId = await office.body('H26.03.01');
});
after(async () => {
  await app.close();
  await office.close();
  await rm(folder, { recursive: true, force: true });
});

let asked = 0;
interface Answer {
  readonly status: number;
  readonly code: string | null;
  readonly accountId: string;
  readonly grantId: string | null;
  readonly grantRequestId: string | null;
  readonly items: { id: string; name: string; mayDecide: boolean; state: string; role: string }[];
}
async function ask(who: Admin, method: 'GET' | 'POST', path: string, payload?: object): Promise<Answer> {
  const answer = await app.inject({
    method,
    url: `/api/v1${path}`,
    headers: { cookie: `congvu=${who.handle}`, origin: ORIGIN, 'idempotency-key': `hai-tay-${++asked}` },
    ...(payload ? { payload } : {}),
  });
  return { code: null, ...answer.json<object>(), status: answer.statusCode } as Answer;
}
let numbers = 0;
const newNumber = (): string => `0001907100${String(++numbers).padStart(2, '0')}`;
const request = (role: Role, over = bodyId, nationalId = newNumber()) => ({ name: 'Người Được Cấp', nationalId, role, bodyId: over });
const decide = (who: Admin, grantRequestId: string | null, granted = true) =>
  ask(who, 'POST', `/grant-requests/${grantRequestId}/decision`, { granted });
const owner = <T extends object>(sql: string, values: readonly unknown[] = []): Promise<T[]> =>
  office.owner.transaction(null, (tx) => tx.query<T>(sql, values));
const rolesOf = async (accountId: string): Promise<string[]> =>
  (
    await owner<{ role: string }>('select role from role_grant where account_id = $1 and tx_to = 9223372036854775807 order by role', [
      accountId,
    ])
  ).map(({ role }) => role);
const actsOf = async (accountId: string): Promise<string[]> =>
  (await owner<{ act: string }>('select act from audit_event where object_id = $1 order by tx, event_id', [accountId])).map(
    ({ act }) => act,
  );

for (const role of ['XAC_NHAN', 'QT_BNDP'] as const)
  test(`${role} is asked for by one administrator and granted by another, each with a row; nobody is both`, async () => {
    const waiting = await ask(one, 'POST', '/accounts', request(role));
    assert.deepEqual([waiting.status, waiting.grantId], [202, null]);
    assert.deepEqual(await rolesOf(waiting.accountId), [], 'nothing is given yet');

    const seen = (await ask(one, 'GET', '/grant-requests')).items.find(({ id }) => id === waiting.grantRequestId)!;
    assert.deepEqual([seen.mayDecide, seen.state], [false, 'waiting']);
    assert.equal((await decide(one, waiting.grantRequestId)).code, 'E-GRANT-REQUEST-NOT-OPEN', 'who asked does not decide');
    assert.equal((await decide(alone, waiting.grantRequestId)).code, 'E-NOT-WITHIN-REACH', 'nor who administers elsewhere');
    assert.deepEqual((await ask(alone, 'GET', '/grant-requests')).items, []);

    assert.equal((await ask(two, 'GET', '/grant-requests')).items.find(({ id }) => id === waiting.grantRequestId)?.mayDecide, true);
    const granted = await decide(two, waiting.grantRequestId);
    assert.equal(granted.status, 200);
    assert.ok(granted.grantId);
    assert.deepEqual(await rolesOf(waiting.accountId), [role]);
    assert.equal((await decide(two, waiting.grantRequestId, false)).code, 'E-GRANT-REQUEST-NOT-OPEN', 'it is decided once');
    assert.deepEqual(await actsOf(waiting.accountId), ['account.changed', 'grant.asked', 'grant.changed']);
  });

test('of twenty decisions at once one is made', async () => {
  const waiting = await ask(one, 'POST', '/accounts', request('XAC_NHAN'));
  const statuses = (await Promise.all(Array.from({ length: 20 }, (_, i) => decide(two, waiting.grantRequestId, i % 2 === 0)))).map(
    ({ status }) => status,
  );
  assert.equal(statuses.filter((status) => status === 200).length, 1);
  assert.ok((await rolesOf(waiting.accountId)).length <= 1);
});

test('a request may be refused, lapses by itself, and waits once only', async () => {
  const number = newNumber();
  const first = await ask(one, 'POST', '/accounts', request('XAC_NHAN', bodyId, number));
  assert.equal((await ask(one, 'POST', '/accounts', request('XAC_NHAN', bodyId, number))).code, 'E-GRANT-ASKED-ALREADY');
  assert.equal((await decide(two, first.grantRequestId, false)).status, 200);
  const again = await ask(one, 'POST', '/accounts', request('XAC_NHAN', bodyId, number));
  assert.equal(again.status, 202, 'after a refusal it may be asked for again');

  const system = await openJobSession(office, { bodyId: null, purpose: 'lapse' });
  const needs = { ...office, db: office.db };
  assert.equal(await lapseDueGrants(needs, system), 0, 'not before its time');
  await owner(`update grant_request set ends_at = now() - interval '1 second' where request_id = $1`, [again.grantRequestId]);
  assert.equal((await decide(two, again.grantRequestId)).code, 'E-GRANT-REQUEST-NOT-OPEN', 'past its time nobody grants it, lapsed or not');
  assert.equal(await lapseDueGrants(needs, system), 1);
  assert.deepEqual(await actsOf(first.accountId), ['account.changed', 'grant.asked', 'grant.refused', 'grant.asked', 'grant.lapsed']);
  assert.deepEqual(await rolesOf(first.accountId), []);
  assert.deepEqual(await office.as(one.handle, (tx) => lapseGrants(tx, '2099-01-01T00:00:00.000Z')), [], 'no person ends requests');
});

test('where there is no second administrator the problem says the way out, and nothing waits for ever', async () => {
  const over = await office.body('H41.51');
  const refused = await ask(alone, 'POST', '/accounts', request('XAC_NHAN', over));
  assert.deepEqual([refused.status, refused.code], [409, 'E-NO-SECOND-ADMINISTRATOR']);
  assert.match(JSON.stringify(refused), /congvu add-administrator/);
  assert.equal((await ask(alone, 'POST', '/accounts', request('NHAP_LIEU', over))).status, 201, 'other roles need none');
  // The only other administrator cannot grant their own second role.
  const other = await office.account('000083710004', [['QT_BNDP', 'H41']]);
  assert.equal(
    (await ask(alone, 'POST', `/accounts/${other}/grants`, { role: 'QT_BNDP', bodyId: over })).code,
    'E-NO-SECOND-ADMINISTRATOR',
  );
  assert.equal((await ask(alone, 'POST', '/accounts', request('XAC_NHAN', over))).status, 202);
});

/** Role held, over; role requested, over. */
const PAIRS: readonly (readonly [Role, string, Role, string])[] = [
  ['NHAP_LIEU', 'H26.03.01', 'XAC_NHAN', 'H26.03.01'],
  ['NHAP_LIEU', 'H26.03.01', 'XAC_NHAN', 'H26.03'],
  ['NHAP_LIEU', 'H26.03', 'XAC_NHAN', 'H26.03.01'],
  ['DOI_SOAT', 'H26', 'XAC_NHAN', 'H26.03'],
  ['LD_DON_VI', 'H26.03.01', 'XAC_NHAN', 'H26.03'],
  ['XAC_NHAN', 'H26', 'NHAP_LIEU', 'H26.03.01'],
  ['XAC_NHAN', 'H26.03', 'DOI_SOAT', 'H26.03.01'],
  ['NHAP_LIEU', 'H26.03.01', 'QT_BNDP', 'H26.03'],
  ['QT_BNDP', 'H26.03.01', 'LD_DON_VI', 'H26.03.01'],
  ['VU_CCVC', 'VN', 'QT_BNDP', 'H26.03'],
];
for (const [role, over, requested, requestedOver] of PAIRS)
  test(`${requested} over ${requestedOver} is not given to who holds ${role} over ${over}`, async () => {
    const number = newNumber();
    const accountId = await office.account(number, [[role, over]]);
    const there = await office.body(requestedOver);
    const byNumber = await ask(one, 'POST', '/accounts', request(requested, there, number));
    assert.deepEqual([byNumber.status, byNumber.code], [409, 'E-ROLES-TOGETHER']);
    assert.deepEqual(await rolesOf(accountId), [role]);
  });

test('what the person was given while the request waited counts when it is granted', async () => {
  const number = newNumber();
  const waiting = await ask(one, 'POST', '/accounts', request('XAC_NHAN', bodyId, number));
  assert.equal((await ask(one, 'POST', '/accounts', request('NHAP_LIEU', bodyId, number))).status, 201);
  assert.equal((await decide(two, waiting.grantRequestId)).code, 'E-ROLES-TOGETHER');
  assert.deepEqual(await rolesOf(waiting.accountId), ['NHAP_LIEU']);
});

test('roles over bodies that have nothing to do with each other, and roles taken back, do not stand in the way', async () => {
  const number = newNumber();
  await office.account(number, [['NHAP_LIEU', 'H41.51']]);
  assert.equal((await ask(one, 'POST', '/accounts', request('XAC_NHAN', bodyId, number))).status, 202);
  const former = newNumber();
  const accountId = await office.account(former, [['NHAP_LIEU', 'H26.03.01']]);
  await owner('update role_grant set tx_to = record_tx() where account_id = $1', [accountId]);
  assert.equal((await ask(one, 'POST', '/accounts', request('XAC_NHAN', bodyId, former))).status, 202);
});

test('two accounts of one person are one person: under the number of today and a former one', async () => {
  const [former, today] = [newNumber(), newNumber()];
  const person = '0192aaaa-bbbb-7ccc-8ddd-000000000001';
  await asOnePerson(person, former, today);
  await office.account(former, [['NHAP_LIEU', 'H26.03.01']]);
  assert.equal((await ask(one, 'POST', '/accounts', request('XAC_NHAN', bodyId, today))).code, 'E-ROLES-TOGETHER');

  // Nor does an administrator decide under a second number what was asked for under the first.
  const [mine, mineToo] = [newNumber(), newNumber()];
  await asOnePerson('0192aaaa-bbbb-7ccc-8ddd-000000000002', mine, mineToo);
  const first = await office.signedIn(mine, [['QT_BNDP', 'H26.03']]);
  const second = await office.signedIn(mineToo, [['QT_BNDP', 'H26.03']]);
  const waiting = await ask(first, 'POST', '/accounts', request('XAC_NHAN'));
  assert.equal(waiting.status, 202);
  assert.equal((await decide(second, waiting.grantRequestId)).code, 'E-GRANT-REQUEST-NOT-OPEN');
  assert.equal((await ask(first, 'POST', '/accounts', request('NHAP_LIEU', bodyId, mineToo))).code, 'E-ACCOUNT-YOURS');
});

/** As a changed number leaves it: the register knows one person under both. */
async function asOnePerson(personId: string, former: string, today: string): Promise<void> {
  await office.owner.transaction(null, async (tx) => {
    for (const [number, state] of [
      [former, 'former'],
      [today, 'registered'],
    ] as const)
      await tx.query('insert into national_id (id_hash, person_id, body_id, sealed, state, claimed_by) values ($1, $2, $3, $4, $5, $2)', [
        office.keys.nationalIdHash(number),
        personId,
        bodyId,
        Buffer.from('x'),
        state,
      ]);
  });
}

test('a disabled account with two roles that must not stand together is not let in again', async () => {
  const accountId = await office.account(newNumber(), [
    ['NHAP_LIEU', 'H26.03.01'],
    ['XAC_NHAN', 'H26.03.01'],
  ]);
  assert.equal((await ask(one, 'POST', `/accounts/${accountId}/disable`)).status, 200);
  assert.equal((await ask(one, 'POST', `/accounts/${accountId}/enable`)).code, 'E-ROLES-TOGETHER');
});

test('the database refuses by itself: these roles without the request of another, and a request decided by who asked', async () => {
  const accountId = await office.account(newNumber(), [['CA_NHAN', 'H26.03.01']]);
  const grant = { id: '0192aaaa-bbbb-7ccc-8ddd-00000000000a', accountId, bodyId, from: systemClock.today() } as const;
  for (const role of ['XAC_NHAN', 'QT_BNDP'] as const)
    await assert.rejects(
      office.as(two.handle, (tx) => giveGrant(tx, { ...grant, role })),
      /row-level security/,
    );
  const waiting = await ask(one, 'POST', '/accounts', request('XAC_NHAN'));
  const decidedByAsker = await office.as(one.handle, (tx) =>
    tx.query(
      `update grant_request set state = 'granted', decided_by = session_person(), decided_at = now(), grant_id = $2 where request_id = $1 returning 1`,
      [waiting.grantRequestId, grant.id],
    ),
  );
  assert.deepEqual(decidedByAsker, []);
});
