/** Sessions and the wall behind them: what a handle opens, when it stops, what the product's log-in may not do. */
import assert from 'node:assert/strict';
import { createHash } from 'node:crypto';
import { after, before, test } from 'node:test';
import type { SessionHandle } from '#base/database/transaction.ts';
import { anOffice } from './office-for-tests.ts';
import type { Office } from './office-for-tests.ts';
import {
  accountForIdentity,
  actorOfSession,
  disableAccount,
  endSession,
  giveGrant,
  openPersonSession,
  mySessions,
  openJobSession,
  takeGrant,
} from './sessions.ts';

let office: Office;
before(async () => {
  office = await anOffice();
});
after(async () => {
  await office.close();
});

let running = 0;
/** a citizen number that nobody has had in this test */
const number = (): string => `0000909${String(++running).padStart(5, '0')}`;
const denied = /permission denied|row-level security|E-SESSION-PROOF|E-ACCOUNT-DISABLED/;
const who = (handle: SessionHandle) => office.as(handle, actorOfSession);
const asOwner = (sql: string, values: readonly unknown[]) => office.owner.transaction(null, (tx) => tx.query(sql, values));

test('a session answers who it is, with which roles over which bodies', async () => {
  const { handle } = await office.signedIn(number(), [['NHAP_LIEU', 'H26.03']]);
  const actor = await who(handle);
  assert.equal(actor?.identityLevel, 2);
  assert.deepEqual(
    actor?.grants.map((grant) => grant.role),
    ['NHAP_LIEU'],
  );
  const expected = await Promise.all(['H26.03', 'H26.03.01', 'H26.03.02'].map((code) => office.body(code)));
  assert.deepEqual([...actor!.grants[0]!.bodyIds].sort(), expected.sort());
});

test('a forged handle, and none at all, is nobody', async () => {
  assert.equal(await who('A'.repeat(43) as SessionHandle), null);
  const rows = await office.as(null, (tx) =>
    tx.query<{ person: string | null; bodies: string[]; system: boolean }>(
      'select session_person() as person, session_bodies() as bodies, session_is_system() as system',
    ),
  );
  assert.deepEqual(rows[0], { person: null, bodies: [], system: false });
});

test('a session ends when it is idle for too long, when its time is over, and when it is ended', async () => {
  const endings: [string, (sessionId: string) => Promise<unknown>][] = [
    ['idle', (id) => asOwner(`update session set seen_at = now() - interval '15 minutes 1 second' where session_id = $1`, [id])],
    ['absolute', (id) => asOwner(`update session set ends_at = now() - interval '1 second' where session_id = $1`, [id])],
    ['signed out', (id) => asOwner('update session set ended_at = now() where session_id = $1', [id])],
  ];
  for (const [why, end] of endings) {
    const { handle, sessionId } = await office.signedIn(number(), [['NHAP_LIEU', 'H26.01']]);
    assert.ok(await who(handle), why);
    await end(sessionId);
    assert.equal(await who(handle), null, why);
  }
});

test('using a session keeps it from going idle', async () => {
  const { handle, sessionId } = await office.signedIn(number(), [['NHAP_LIEU', 'H26.01']]);
  await asOwner(`update session set seen_at = now() - interval '14 minutes' where session_id = $1`, [sessionId]);
  assert.ok(await who(handle));
  const [row] = await office.owner.transaction(null, (tx) =>
    tx.query<{ fresh: boolean }>(`select seen_at > now() - interval '1 minute' as fresh from session where session_id = $1`, [sessionId]),
  );
  assert.equal(row?.fresh, true);
});

test("an installation's own limits hold for the sessions that it opens", async () => {
  const { accountId } = await office.signedIn(number(), [['NHAP_LIEU', 'H26.01']]);
  const limits = { idleSeconds: 60, absoluteSeconds: 3600 };
  const { handle, sessionId } = await openPersonSession({ ...office, limits }, { accountId, agent: '', level: 2 });
  await asOwner(`update session set seen_at = now() - interval '59 seconds' where session_id = $1`, [sessionId]);
  assert.ok(await who(handle));
  await asOwner(`update session set seen_at = now() - interval '61 seconds' where session_id = $1`, [sessionId]);
  assert.equal(await who(handle), null);
});

test('disabling an account ends all its sessions at once, and no new one is opened', async () => {
  const admin = await office.signedIn(number(), [['QT_BNDP', 'H26']]);
  const citizenNumber = number();
  const clerk = await office.signedIn(citizenNumber, [['NHAP_LIEU', 'H26.01']]);
  const second = await office.signIn(clerk.accountId);
  assert.equal(await office.as(admin.handle, (tx) => disableAccount(tx, clerk.accountId)), true);
  assert.equal(await who(clerk.handle), null);
  assert.equal(await who(second.handle), null);
  await assert.rejects(office.signIn(clerk.accountId), denied);
  assert.equal(
    (await accountForIdentity(office, { identity: office.keys.nationalIdHash(citizenNumber), issuer: 'i', subject: 's1' })).outcome,
    'disabled',
  );
});

test('only an administrator of all its bodies disables an account; nobody their own', async () => {
  const neighbour = await office.signedIn(number(), [['QT_BNDP', 'H41']]);
  const admin = await office.signedIn(number(), [['QT_BNDP', 'H26']]);
  const wide = await office.account(number(), [
    ['NHAP_LIEU', 'H26.01'],
    ['NHAP_LIEU', 'H41.01'],
  ]);
  const clerk = await office.account(number(), [['NHAP_LIEU', 'H26.01']]);
  assert.equal(await office.as(neighbour.handle, (tx) => disableAccount(tx, clerk)), false);
  assert.equal(await office.as(admin.handle, (tx) => disableAccount(tx, wide)), false);
  assert.equal(await office.as(admin.handle, (tx) => disableAccount(tx, admin.accountId)), false);
  assert.equal(await office.as(admin.handle, (tx) => disableAccount(tx, clerk)), true);
});

test('people list and end their own sessions, not those of others, and an ended one stays ended', async () => {
  const mine = await office.signedIn(number(), [['NHAP_LIEU', 'H26.01']]);
  const other = await office.signedIn(number(), [['NHAP_LIEU', 'H26.01']]);
  const second = await office.signIn(mine.accountId);
  const listed = await office.as(mine.handle, mySessions);
  assert.deepEqual(listed.map((session) => session.id).sort(), [mine.sessionId, second.sessionId].sort());
  assert.deepEqual(
    listed.filter((session) => session.current).map((session) => session.id),
    [mine.sessionId],
  );
  assert.equal(await office.as(mine.handle, (tx) => endSession(tx, other.sessionId)), false);
  assert.equal(await office.as(mine.handle, (tx) => endSession(tx, second.sessionId)), true);
  assert.equal(await who(second.handle), null);
  const revived = await office
    .as(mine.handle, (tx) => tx.query('update session set ended_at = null where session_id = $1 returning 1', [second.sessionId]))
    .catch((error: Error) => error);
  assert.ok(revived instanceof Error ? denied.test(revived.message) : revived.length === 0);
});

test('only the hash of a handle is kept', async () => {
  const { handle } = await office.signedIn(number(), [['NHAP_LIEU', 'H26.01']]);
  const rows = await office.owner.transaction(null, (tx) => tx.query<{ text: string }>('select s::text as text from session s'));
  assert.equal(
    rows.some((row) => row.text.includes(handle)),
    false,
  );
  assert.equal(
    rows.some((row) => row.text.includes(createHash('sha256').update(handle).digest('hex'))),
    true,
  );
});

test("SQL in the product's name mints no session: not without the secret, not by hand, not by reading the secret", async () => {
  const accountId = await office.account(number(), [['VU_CCVC', 'VN']]);
  const hash = createHash('sha256').update('B'.repeat(43)).digest();
  const id = office.chance.uuid7(0);
  const attempts: [string, readonly unknown[]][] = [
    [
      `select session_open($1, $2, 'person', $3, null, 'x', '', 2, 1800, now() + interval '1 hour', $4)`,
      [hash, id, accountId, Buffer.alloc(32)],
    ],
    [`select session_open($1, $2, 'system', null, null, 'x', '', 0, 1800, now() + interval '1 hour', null)`, [hash, id]],
    [
      `insert into session (handle_hash, session_id, kind, account_id, purpose, started_at, seen_at, idle_seconds, ends_at) values ($1, $2, 'person', $3, 'x', now(), now(), 1800, now() + interval '1 hour')`,
      [hash, id, accountId],
    ],
    ['select secret from session_secret', []],
    [`select session_proof('x')`, []],
    [`select * from sign_in_account($1, 'i', 's', $2)`, [Buffer.alloc(32), Buffer.alloc(32)]],
  ];
  for (const [sql, values] of attempts)
    await assert.rejects(
      office.as(null, (tx) => tx.query(sql, values)),
      denied,
      sql,
    );
  assert.equal(await who('B'.repeat(43) as SessionHandle), null);
});

test('the same proof opens one session only', async () => {
  const { sessionId } = await office.signedIn(number(), [['NHAP_LIEU', 'H26.01']]);
  await assert.rejects(
    office.as(null, (tx) =>
      tx.query(
        `select session_open(s.handle_hash, s.session_id, s.kind, s.account_id, s.body_id, 'x', '', 2, 1800, now(), '\\x00') from session s where session_id = $1 union all select session_open('\\x00', $1, 'system', null, null, 'x', '', 0, 1, now(), '\\x00')`,
        [sessionId],
      ),
    ),
    denied,
  );
});

test('no setting but the handle opens anything', async () => {
  for (const name of ['congvu.bodies', 'congvu.person', 'congvu.role', 'congvu.system']) {
    const [row] = await office.as(null, async (tx) => {
      await tx.query('select set_config($1, $2, true)', [name, await office.body('VN')]);
      return tx.query<{ n: number }>('select cardinality(session_bodies()) + (select count(*)::int from account) as n');
    });
    assert.equal(row?.n, 0, name);
  }
});

test('a clerk sees the own account and grants only; nobody gives what they do not administer, nor to themselves', async () => {
  const clerk = await office.signedIn(number(), [['NHAP_LIEU', 'H26.01']]);
  const admin = await office.signedIn(number(), [['QT_BNDP', 'H26']]);
  const target = await office.account(number(), [['CA_NHAN', 'H26.01']]);
  const grant = async (accountId: string, role: 'XAC_NHAN' | 'VU_CCVC' | 'DOI_SOAT', code: string) => ({
    id: office.chance.uuid7(0),
    accountId,
    role,
    bodyId: await office.body(code),
    from: '2026-01-01',
  });
  const seen = await office.as(clerk.handle, (tx) =>
    tx.query<{ account_id: string }>('select account_id from account union select account_id from role_grant'),
  );
  assert.deepEqual(
    seen.map((row) => row.account_id),
    [clerk.accountId],
  );
  const tries: [string, SessionHandle, string, 'XAC_NHAN' | 'VU_CCVC', string][] = [
    ['a clerk gives', clerk.handle, target, 'XAC_NHAN', 'H26.01'],
    ['an administrator gives above', admin.handle, target, 'XAC_NHAN', 'VN'],
    ['an administrator gives beside', admin.handle, target, 'XAC_NHAN', 'H41'],
    ['an administrator gives to themselves', admin.handle, admin.accountId, 'XAC_NHAN', 'H26'],
    ['an administrator gives a role of the ministry', admin.handle, target, 'VU_CCVC', 'H26'],
  ];
  for (const [what, handle, accountId, role, code] of tries) {
    const request = await grant(accountId, role, code);
    await assert.rejects(
      office.as(handle, (tx) => giveGrant(tx, request)),
      denied,
      what,
    );
  }
  // A role that one administrator gives alone: others need the request of a second one (second-administrator.db.test.ts).
  const good = await grant(target, 'DOI_SOAT', 'H26.01');
  await office.as(admin.handle, (tx) => giveGrant(tx, good));
  const given = await office.signIn(target);
  assert.ok((await who(given.handle))?.grants.some((one) => one.role === 'DOI_SOAT'));
  assert.equal(await office.as(clerk.handle, (tx) => takeGrant(tx, good.id)), null);
  assert.equal((await office.as(admin.handle, (tx) => takeGrant(tx, good.id)))?.key, `${good.id}#closed`);
  assert.equal(
    (await who(given.handle))?.grants.some((one) => one.role === 'DOI_SOAT'),
    false,
  );
  assert.equal(await office.as(admin.handle, (tx) => takeGrant(tx, good.id)), null);
});

test('no grant, account or session is deleted or rewritten by the product', async () => {
  const admin = await office.signedIn(number(), [['QT_BNDP', 'VN']]);
  for (const sql of [
    'delete from role_grant',
    'delete from account',
    'delete from session',
    `update role_grant set role = 'VU_CCVC'`,
    'update role_grant set valid_to = valid_to',
    `update account set identity = '\\x00'`,
    'update session set account_id = account_id',
    'update session set ends_at = now()',
  ])
    await assert.rejects(
      office.as(admin.handle, (tx) => tx.query(sql)),
      denied,
      sql,
    );
});

test('a grant counts on its days only', async () => {
  const bodyId = await office.body('H26.01');
  for (const [from, to, counts] of [
    ['2020-01-01', '2021-01-01', false],
    ['2090-01-01', '9999-12-31', false],
    ['2020-01-01', '9999-12-31', true],
  ] as const) {
    const { handle, accountId } = await office.signedIn(number(), []);
    await asOwner('insert into role_grant (grant_id, account_id, role, body_id, valid_from, valid_to) values ($1, $2, $3, $4, $5, $6)', [
      office.chance.uuid7(0),
      accountId,
      'NHAP_LIEU',
      bodyId,
      from,
      to,
    ]);
    assert.equal((await who(handle))?.grants.length, counts ? 1 : 0, `${from} – ${to}`);
    const [row] = await office.as(handle, (tx) => tx.query<{ n: number }>('select cardinality(session_bodies()) as n'));
    assert.equal(row?.n, counts ? 1 : 0);
  }
});

test('the operator and the auditor see no body of people; a job sees its own', async () => {
  const bodyId = await office.body('H26.01');
  const bodies = async (handle: SessionHandle): Promise<string[]> =>
    (await office.as(handle, (tx) => tx.query<{ ids: string[] }>('select session_bodies() as ids')))[0]!.ids;
  for (const role of ['TTTT', 'GIAM_SAT', 'CA_NHAN'] as const)
    assert.deepEqual(await bodies((await office.signedIn(number(), [[role, 'VN']])).handle), [], role);
  assert.deepEqual(await bodies(await openJobSession(office, { bodyId, purpose: 'check' })), [bodyId]);
  assert.ok((await bodies(await openJobSession(office, { bodyId: null, purpose: 'sequence' }))).length > 100);
});

test("the first sign-in ties the provider's name to the account; another number under it, or another name, is refused", async () => {
  const [first, second] = [number(), number()];
  const accountId = await office.account(first, []);
  await office.account(second, []);
  const asks = (citizenNumber: string, issuer: string, subject: string) =>
    accountForIdentity(office, { identity: office.keys.nationalIdHash(citizenNumber), issuer, subject });
  assert.deepEqual(await asks(first, 'vneid', 'sub-1'), { outcome: 'found', accountId });
  assert.deepEqual(await asks(first, 'vneid', 'sub-1'), { outcome: 'found', accountId });
  assert.equal((await asks(second, 'vneid', 'sub-1')).outcome, 'linked-elsewhere');
  assert.equal((await asks(first, 'vneid', 'sub-9')).outcome, 'linked-elsewhere');
  // Two providers may use the same name for two people (threat T13).
  assert.equal((await asks(second, 'another', 'sub-1')).outcome, 'found');
  assert.equal((await asks(number(), 'vneid', 'sub-3')).outcome, 'none');
});
