/** Each of the nine roles is given and taken by what the screens ask; those of the whole country by two people at the root, and nowhere else. */
import assert from 'node:assert/strict';
import { rm } from 'node:fs/promises';
import { after, before, test } from 'node:test';
import type { FastifyInstance } from 'fastify';
import { anOffice } from '#authority/access/office-for-tests.ts';
import type { Office } from '#authority/access/office-for-tests.ts';
import { giveGrant } from '#authority/access/sessions.ts';
import { ROLES } from '#authority/access/shapes.ts';
import type { Role } from '#authority/access/shapes.ts';
import { systemClock } from '#base/clock.ts';
import type { SessionHandle } from '#base/database/transaction.ts';
import { ROLES_GIVEN_BY_A_BODY } from '#standard/access/roles.ts';
import { ORIGIN, aServer, dataFolder } from './server-for-tests.ts';

let office: Office;
let folder: string;
let app: FastifyInstance;
let one: Administrator;
let two: Administrator;
let below: Administrator;
let root: string;
let province: string;
interface Administrator {
  readonly handle: SessionHandle;
  readonly accountId: string;
}
before(async () => {
  office = await anOffice();
  folder = await dataFolder();
  app = await aServer(office, folder);
  one = await office.signedIn('000083720001', [['QT_BNDP', 'VN']]);
  two = await office.signedIn('000083720002', [['QT_BNDP', 'VN']]);
  below = await office.signedIn('000083720003', [['QT_BNDP', 'H26']]);
  root = await office.body('VN');
  province = await office.body('H26');
});
after(async () => {
  await app.close();
  await office.close();
  await rm(folder, { recursive: true, force: true });
});

interface Answer {
  readonly status: number;
  readonly code?: string;
  readonly accountId: string;
  readonly grantId: string | null;
  readonly grantRequestId: string | null;
  readonly items: readonly {
    readonly id: string;
    readonly state: string;
    readonly askedBy: string;
    readonly decidedBy: string | null;
    readonly mayDecide: boolean;
    readonly root: boolean;
    readonly code: string;
  }[];
}
let asked = 0;
async function ask(who: Administrator, method: 'GET' | 'POST' | 'DELETE', path: string, payload?: object): Promise<Answer> {
  const answer = await app.inject({
    method,
    url: `/api/v1${path}`,
    headers: {
      cookie: `congvu=${who.handle}`,
      origin: ORIGIN,
      ...(method === 'POST' ? { 'idempotency-key': `chin-vai-tro-${++asked}` } : {}),
    },
    ...(payload ? { payload } : {}),
  });
  return { ...(answer.body === '' ? {} : answer.json<object>()), status: answer.statusCode } as Answer;
}
let numbers = 0;
const request = (role: Role, bodyId: string) => ({
  name: `Người Giữ ${role}`,
  nationalId: `0001907200${String(++numbers).padStart(2, '0')}`,
  role,
  bodyId,
});
const decide = (who: Administrator, requestId: string | null, granted = true) =>
  ask(who, 'POST', `/grant-requests/${requestId}/decision`, { granted });
const held = async (accountId: string): Promise<string[]> =>
  (
    await office.owner.transaction(null, (tx) =>
      tx.query<{ role: string }>('select role from role_grant where account_id = $1 and tx_to = 9223372036854775807', [accountId]),
    )
  ).map(({ role }) => role);

for (const role of ROLES)
  test(`${role} is given and taken`, async () => {
    const asks = await ask(one, 'POST', '/accounts', request(role, root));
    const needsTwo = !ROLES_GIVEN_BY_A_BODY.includes(role) || role === 'XAC_NHAN' || role === 'QT_BNDP';
    assert.equal(asks.status, needsTwo ? 202 : 201, asks.code);
    let { grantId } = asks;
    if (needsTwo) {
      assert.deepEqual(await held(asks.accountId), [], 'nothing is given by one');
      assert.equal((await decide(one, asks.grantRequestId)).code, 'E-GRANT-REQUEST-NOT-OPEN', 'who asked does not decide');
      ({ grantId } = await decide(two, asks.grantRequestId));
      const line = (await ask(one, 'GET', '/grant-requests')).items.find(({ id }) => id === asks.grantRequestId)!;
      assert.deepEqual([line.state, line.askedBy, line.decidedBy], ['granted', 'Người 001', 'Người 002'], 'both stand in the history');
    }
    assert.deepEqual(await held(asks.accountId), [role]);
    assert.equal((await ask(two, 'DELETE', `/grants/${grantId}`)).status, 204);
    assert.deepEqual(await held(asks.accountId), []);
    const acts = await office.owner.transaction(null, (tx) =>
      tx.query<{ act: string }>('select act from audit_event where object_id = $1 order by tx, event_id', [asks.accountId]),
    );
    assert.deepEqual(
      acts.map(({ act }) => act),
      ['account.changed', ...(needsTwo ? ['grant.asked'] : []), 'grant.changed', 'grant.changed'],
    );
  });

test('a role of the country is given over the root alone, to nobody by themselves, by no administrator below', async () => {
  assert.equal((await ask(one, 'POST', '/accounts', request('GIAM_SAT', province))).code, 'E-ROLE-NOT-YOURS');
  assert.equal((await ask(below, 'POST', '/accounts', request('GIAM_SAT', province))).code, 'E-ROLE-NOT-YOURS');
  assert.equal((await ask(below, 'POST', '/accounts', request('GIAM_SAT', root))).code, 'E-NOT-WITHIN-REACH');
  const mine = { ...request('GIAM_SAT', root), nationalId: '000083720001' };
  assert.equal((await ask(one, 'POST', '/accounts', mine)).code, 'E-ACCOUNT-YOURS');
  const waits = await ask(one, 'POST', '/accounts', request('VU_CCVC', root));
  assert.equal((await decide(below, waits.grantRequestId)).code, 'E-NOT-WITHIN-REACH');
  assert.equal((await decide(two, waits.grantRequestId, false)).status, 200);
  assert.deepEqual(await held(waits.accountId), []);
});

test('which agency is the root is told with the agencies that one administers', async () => {
  const roots = async (who: Administrator): Promise<string[]> =>
    (await ask(who, 'GET', '/bodies?act=grants.change')).items.filter(({ root: is }) => is).map(({ code }) => code);
  assert.deepEqual([await roots(one), await roots(below)], [['VN'], []]);
});

test('the database refuses the same without the product: no request, one hand, another body', async () => {
  const accountId = await office.account('000190720090', []);
  const give = (role: Role, bodyId: string) =>
    office.as(one.handle, (tx) =>
      giveGrant(tx, { id: office.chance.uuid7(Date.parse(systemClock.now())), accountId, role, bodyId, from: systemClock.today() }),
    );
  for (const role of ['VU_CCVC', 'TTTT', 'GIAM_SAT', 'XAC_NHAN', 'QT_BNDP'] as const)
    await assert.rejects(give(role, root), /row-level security/, role);
  await assert.rejects(give('GIAM_SAT', province), /row-level security/);
  const asks = (bodyId: string, by: Administrator) =>
    office.as(by.handle, (tx) =>
      tx.query(
        `insert into grant_request (request_id, account_id, role, body_id, valid_from, named, asked_by, asked_at, ends_at)
         values ($1, $2, 'GIAM_SAT', $3, $4, 'Ai đó', session_person(), now(), now() + interval '1 day')`,
        [office.chance.uuid7(Date.parse(systemClock.now())), accountId, bodyId, systemClock.today()],
      ),
    );
  await assert.rejects(asks(province, one), /row-level security/, 'over a body that is not the root');
  await assert.rejects(asks(root, below), /row-level security/, 'by who does not administer the root');
  assert.deepEqual(await held(accountId), []);
});
