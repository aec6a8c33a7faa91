/** A right that is lent for a time: what it opens, from when to when, and that it is never more than its lender has. Decision 0044. */
import assert from 'node:assert/strict';
import { rm } from 'node:fs/promises';
import { after, before, test } from 'node:test';
import type { FastifyInstance } from 'fastify';
import { anOffice } from '#authority/access/office-for-tests.ts';
import type { Office } from '#authority/access/office-for-tests.ts';
import { bodiesFor, decide, lentRightFor } from '#authority/access/decide.ts';
import { actorOfSession, disableAccount, giveGrant, openJobSession, takeGrant } from '#authority/access/sessions.ts';
import { ACCESS_ACTS } from '#authority/access/shapes.ts';
import type { Actor } from '#authority/access/shapes.ts';
import { systemClock } from '#base/clock.ts';
import type { SessionHandle } from '#base/database/transaction.ts';
import { addDays } from '#base/vietnamese/dates.ts';
import { ORIGIN, aServer, dataFolder } from './server-for-tests.ts';

interface Person {
  readonly handle: SessionHandle;
  readonly accountId: string;
}
let office: Office;
let folder: string;
let app: FastifyInstance;
let administrator: Person;
const today = systemClock.today();

before(async () => {
  office = await anOffice();
  folder = await dataFolder();
  app = await aServer(office, folder);
  administrator = await office.signedIn('000083720001', [['QT_BNDP', 'H26']]);
  await office.signedIn('000083720002', [['QT_BNDP', 'H26']]);
});
after(async () => {
  await app.close();
  await office.close();
  await rm(folder, { recursive: true, force: true });
});

let numbers = 0;
const number = (): string => `0000707${String(++numbers).padStart(5, '0')}`;
let asked = 0;
interface Answer {
  readonly status: number;
  readonly code?: string;
  readonly id: string;
  readonly waits: boolean;
  readonly items: { id: string; side: string; name: string; state: string; mayEnd: boolean; mayDecide: boolean }[];
  readonly rights: { colleagues: { accountId: string }[] }[];
}
async function ask(who: Person, method: 'GET' | 'POST' | 'DELETE', path: string, payload?: object): Promise<Answer> {
  const answer = await app.inject({
    method,
    url: `/api/v1${path}`,
    headers: { cookie: `congvu=${who.handle}`, origin: ORIGIN, 'idempotency-key': `uy-quyen-${++asked}` },
    ...(payload ? { payload } : {}),
  });
  return { ...(answer.body === '' ? {} : answer.json<object>()), status: answer.statusCode } as Answer;
}

/** An authority of the province and somebody of one of its departments, with what is asked to lend to them. */
async function aPair(role: 'XAC_NHAN' | 'LD_DON_VI' = 'XAC_NHAN', over = 'H26', ofColleague = 'H26.01') {
  const lender = await office.signedIn(number(), [[role, over]]);
  const colleague = await office.signedIn(number(), [['CA_NHAN', ofColleague]]);
  const bodyId = await office.body('H26.03');
  const lends = (changed: object = {}) =>
    ask(lender, 'POST', '/my/delegations', {
      role,
      bodyId,
      kinds: [],
      accountId: colleague.accountId,
      from: today,
      until: addDays(today, 9),
      reason: 'Đi công tác nước ngoài mười ngày',
      ...changed,
    });
  return { lender, colleague, bodyId, lends };
}
const grantOf = async (id: string): Promise<string> => {
  const [row] = await office.owner.transaction(null, (tx) =>
    tx.query<{ grant_id: string }>('select grant_id from grant_request where request_id = $1', [id]),
  );
  return row!.grant_id;
};
/** Lent and granted. */
async function inForce(changed: object = {}) {
  const pair = await aPair();
  const { id, status } = await pair.lends(changed);
  assert.equal(status, 202);
  assert.equal((await ask(administrator, 'POST', `/grant-requests/${id}/decision`, { granted: true })).status, 200);
  return { ...pair, grantId: await grantOf(id) };
}
const actor = async ({ handle }: Person): Promise<Actor> => (await office.as(handle, actorOfSession))!;
/** What the wall of the database opens to a session, act by act. */
const wall = async ({ handle }: Person): Promise<Map<string, ReadonlySet<string>>> => {
  const opened = new Map<string, ReadonlySet<string>>();
  for (const act of ACCESS_ACTS) {
    const [row] = await office.as(handle, (tx) => tx.query<{ ids: string[] }>('select session_bodies_that_may($1) as ids', [act]));
    opened.set(act, new Set(row!.ids));
  }
  return opened;
};
const mayConfirm = async (who: Person, bodyId: string): Promise<boolean> => {
  const byWall = (await wall(who)).get('item.confirm')!.has(bodyId);
  const byTable = bodiesFor(await actor(who), 'item.confirm')!.includes(bodyId);
  assert.equal(byWall, byTable, 'both walls say the same');
  return byTable;
};
const asOwner = (sql: string, values: readonly unknown[]) => office.owner.transaction(null, (tx) => tx.query(sql, values));

test('a right that confirms is lent once a second person grants it; then queue, menu and decision are open, over the body asked for alone', async () => {
  const { lender, colleague, bodyId, lends } = await aPair();
  const asking = await lends();
  assert.deepEqual([asking.status, asking.waits], [202, true]);
  assert.equal(await mayConfirm(colleague, bodyId), false);
  // Neither side is the second person.
  for (const one of [lender, colleague])
    assert.notEqual((await ask(one, 'POST', `/grant-requests/${asking.id}/decision`, { granted: true })).status, 200);
  assert.equal((await ask(administrator, 'POST', `/grant-requests/${asking.id}/decision`, { granted: true })).status, 200);
  assert.equal(await mayConfirm(colleague, bodyId), true);
  assert.equal(await mayConfirm(colleague, await office.body('H26')), false);
  assert.equal((await ask(colleague, 'GET', '/confirmation/queue')).status, 200);
  const session = await app.inject({ url: '/api/v1/session', headers: { cookie: `congvu=${colleague.handle}` } });
  const { grants, may } = session.json<{ grants: { role: string; onBehalf?: { name: string; until: string } }[]; may: string[] }>();
  const lent = grants.find(({ role }) => role === 'XAC_NHAN')!.onBehalf!;
  assert.deepEqual([lent.name.startsWith('Người'), lent.until, may.includes('item.confirm')], [true, addDays(today, 9), true]);
  for (const [who, side] of [
    [lender, 'given'],
    [colleague, 'received'],
  ] as const) {
    const [mine] = (await ask(who, 'GET', '/my/delegations')).items;
    assert.deepEqual([mine!.side, mine!.state, mine!.mayEnd], [side, 'now', true]);
  }
});

test('it holds from its first day to its last, by the day that is valid and by the time when it was known', async () => {
  const { colleague, bodyId, grantId } = await inForce({ from: addDays(today, 3), until: addDays(today, 5) });
  const days: [string, string, boolean][] = [
    [addDays(today, 1), addDays(today, 3), false],
    [today, addDays(today, 1), true],
    [addDays(today, -2), addDays(today, 1), true],
    [addDays(today, -2), today, false],
  ];
  assert.equal(await mayConfirm(colleague, bodyId), false);
  for (const [from, to, holds] of days) {
    await asOwner('update role_grant set valid_from = $2, valid_to = $3 where grant_id = $1', [grantId, from, to]);
    assert.equal(await mayConfirm(colleague, bodyId), holds, `${from} – ${to}`);
  }
  await asOwner('update role_grant set valid_from = $2, valid_to = $3 where grant_id = $1', [grantId, today, addDays(today, 2)]);
  assert.equal(await mayConfirm(colleague, bodyId), true);
  assert.equal((await ask(colleague, 'DELETE', `/my/delegations/${grantId}`)).status, 204);
  assert.equal(await mayConfirm(colleague, bodyId), false, 'its days go on, and it is known to have ended');
  const [row] = (await asOwner('select valid_to, tx_from, tx_to from role_grant where grant_id = $1', [grantId])) as {
    valid_to: string;
    tx_from: number;
    tx_to: number;
  }[];
  assert.ok(row!.valid_to > today && row!.tx_to > row!.tx_from, 'what was lent, and when it was ended, stays to be read');
});

test('it ends with the right that it comes from: by either side, with the role, with the account', async () => {
  const byLender = await inForce();
  assert.equal((await ask(byLender.lender, 'DELETE', `/my/delegations/${byLender.grantId}`)).status, 204);
  assert.equal((await ask(byLender.lender, 'DELETE', `/my/delegations/${byLender.grantId}`)).code, 'E-DELEGATION-NOT-OPEN');
  const system = await openJobSession(office, { bodyId: null, purpose: 'test' });
  const withRole = await inForce();
  await office.as(system, async (tx) => {
    const [own] = await tx.query<{ grant_id: string }>('select grant_id from role_grant where account_id = $1', [
      withRole.lender.accountId,
    ]);
    await takeGrant(tx, own!.grant_id);
  });
  const withAccount = await inForce();
  await office.as(system, (tx) => disableAccount(tx, withAccount.lender.accountId));
  for (const { colleague, bodyId } of [byLender, withRole, withAccount]) assert.equal(await mayConfirm(colleague, bodyId), false);
});

test('no session has more by it than its lender has, act by act, at both walls', async () => {
  for (const kinds of [[], ['CASES'], ['CASES', 'REOPEN', 'CARD_END']]) {
    const own = await office.signedIn(number(), [['CA_NHAN', 'H26.01']]);
    const { lender, colleague, bodyId } = await inForce({ kinds });
    const [ofLender, ofColleague, ofNobody] = await Promise.all([wall(lender), wall(colleague), wall(own)]);
    const [tableOfLender, tableOfColleague] = [await actor(lender), await actor(colleague)];
    for (const act of ACCESS_ACTS) {
      const beyond = [...ofColleague.get(act)!].filter((id) => !ofLender.get(act)!.has(id) && !ofNobody.get(act)!.has(id));
      assert.deepEqual(beyond, [], act);
      const held = bodiesFor(tableOfColleague, act)!.filter((id) => !ofNobody.get(act)!.has(id));
      assert.ok(
        held.every((id) => bodiesFor(tableOfLender, act)!.includes(id)),
        act,
      );
    }
    assert.equal(ofColleague.get('case.decide')!.has(bodyId), kinds.includes('CASES'));
    assert.equal(ofColleague.get('record.reopen')!.has(bodyId), kinds.includes('REOPEN'));
    assert.equal(ofColleague.get('rights.delegate')!.size, 0, 'it is not lent on');
  }
});

test('by a lent right nobody confirms what its lender made, nor the record of its lender', async () => {
  const { lender, colleague, bodyId } = await inForce();
  const [own, by] = [await actor(colleague), await actor(lender)];
  const says = (subject: object): string => {
    const verdict = decide(own, 'item.confirm', { bodyId, ...subject }, { today });
    return verdict.allowed ? 'allowed' : verdict.reason.code;
  };
  assert.equal(says({ makerIdentity: 'somebody', subjectIdentity: 'else' }), 'allowed');
  assert.equal(says({ makerIdentity: own.identity }), 'E-CONFIRM-SAME-PERSON');
  assert.equal(says({ subjectIdentity: own.identity }), 'E-CONFIRM-OWN-RECORD');
  assert.equal(says({ makerIdentity: by.identity }), 'E-CONFIRM-SAME-PERSON');
  assert.equal(says({ makerIdentity: 'somebody', subjectIdentity: by.identity }), 'E-CONFIRM-OWN-RECORD');
  assert.equal(lentRightFor(own, 'item.confirm', bodyId)?.byAccountId, lender.accountId);
  assert.equal(lentRightFor(by, 'item.confirm', bodyId), null);
});

test('what cannot be lent is refused with its reason', async () => {
  const { lends } = await aPair();
  const clerk = await office.signedIn(number(), [
    ['CA_NHAN', 'H26.01'],
    ['NHAP_LIEU', 'H26.03.01'],
  ]);
  const stranger = await office.signedIn(number(), [['CA_NHAN', 'H41']]);
  for (const [changed, code] of [
    [{ from: addDays(today, -1) }, 'E-DELEGATION-TIME'],
    [{ until: addDays(today, 90) }, 'E-DELEGATION-TIME'],
    [{ until: addDays(today, -1) }, 'E-DELEGATION-TIME'],
    [{ reason: 'ngắn' }, 'E-DELEGATION-BASIS'],
    [{ reason: '', decisionNumber: '1/QĐ' }, 'E-DELEGATION-BASIS'],
    [{ kinds: ['SEND'] }, 'E-DELEGATION-KIND'],
    [{ role: 'QT_BNDP' }, 'E-DELEGATION-KIND'],
    [{ accountId: clerk.accountId }, 'E-ROLES-TOGETHER'],
    [{ accountId: stranger.accountId }, 'E-DELEGATE-NOT-HERE'],
    [{ bodyId: await office.body('H41') }, 'E-NOT-WITHIN-REACH'],
  ] as const)
    assert.equal((await lends(changed)).code, code, JSON.stringify(changed));
  assert.equal((await lends({ until: addDays(today, 89) })).status, 202);
  assert.equal((await lends()).code, 'E-GRANT-ASKED-ALREADY');
});

test('a head lends the right to send at once: that role asks for no second person', async () => {
  const { colleague, lends } = await aPair('LD_DON_VI', 'H26.03', 'H26.03');
  const lent = await lends({ decisionNumber: '5/QĐ-SGDĐT', decisionDay: today, reason: undefined });
  assert.deepEqual([lent.status, lent.waits], [201, false]);
  assert.deepEqual(bodiesFor(await actor(colleague), 'submission.submit')?.includes(await office.body('H26.03.01')), true);
  assert.deepEqual(bodiesFor(await actor(colleague), 'rights.delegate'), []);
});

test('what waits is taken back by who asked; a right that ended meanwhile is not granted', async () => {
  const { lender, colleague, lends } = await aPair();
  const { id } = await lends();
  assert.equal((await ask(colleague, 'DELETE', `/my/delegations/${id}`)).code, 'E-DELEGATION-NOT-OPEN');
  assert.equal((await ask(lender, 'DELETE', `/my/delegations/${id}`)).status, 204);
  assert.equal((await ask(administrator, 'POST', `/grant-requests/${id}/decision`, { granted: true })).code, 'E-GRANT-REQUEST-NOT-OPEN');
  const again = await lends();
  await asOwner('update role_grant set valid_to = $2 where account_id = $1', [lender.accountId, today]);
  assert.equal((await ask(administrator, 'POST', `/grant-requests/${again.id}/decision`, { granted: true })).code, 'E-DELEGATION-NOT-OPEN');
});

test('SQL in the name of either side, or of an administrator, lends nothing that was not asked and granted', async () => {
  const { lender, colleague, bodyId, grantId } = await inForce();
  const denied = /row-level security|permission denied|violates check/;
  const [own] = (await asOwner('select grant_id from role_grant where account_id = $1 and delegated_from is null', [lender.accountId])) as {
    grant_id: string;
  }[];
  const lent = {
    fromGrantId: own!.grant_id,
    byAccountId: lender.accountId,
    acts: ['item.confirm' as const],
    basis: { reason: 'không ai duyệt cả' },
  };
  const gives = (who: Person, changed: object) =>
    office.as(who.handle, (tx) =>
      giveGrant(tx, {
        id: office.chance.uuid7(Date.parse(systemClock.now())),
        accountId: colleague.accountId,
        role: 'XAC_NHAN',
        bodyId,
        from: today,
        to: addDays(today, 5),
        lent,
        ...changed,
      }),
    );
  // Without a second person; by an administrator whom nobody asked; of a right that was lent; more than the lender has.
  await assert.rejects(gives(lender, {}), denied);
  await assert.rejects(gives(administrator, {}), denied);
  await assert.rejects(gives(colleague, { lent: { ...lent, fromGrantId: grantId, byAccountId: colleague.accountId } }), denied);
  const head = await aPair('LD_DON_VI', 'H26.03', 'H26.03');
  const [ofHead] = (await asOwner('select grant_id from role_grant where account_id = $1', [head.lender.accountId])) as {
    grant_id: string;
  }[];
  const send = { ...lent, fromGrantId: ofHead!.grant_id, byAccountId: head.lender.accountId, acts: ['submission.submit' as const] };
  const bySql = (changed: object) => gives(head.lender, { role: 'LD_DON_VI', lent: send, ...changed });
  await assert.rejects(bySql({ lent: { ...send, acts: ['item.confirm'] } }), denied);
  await assert.rejects(bySql({ bodyId: await office.body('H26') }), denied);
  await assert.rejects(bySql({ accountId: head.lender.accountId }), denied);
  await assert.rejects(bySql({ to: '9999-12-31' }), denied);
  await bySql({});
});
