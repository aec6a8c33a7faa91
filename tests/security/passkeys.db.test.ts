/** A passkey vouches at the moment of deciding: whoever holds only the session, another site, a copy of the key or an old answer does not. */
import assert from 'node:assert/strict';
import { rm } from 'node:fs/promises';
import { after, before, test } from 'node:test';
import type { FastifyInstance } from 'fastify';
import { anOffice } from '#authority/access/office-for-tests.ts';
import type { Office } from '#authority/access/office-for-tests.ts';
import { officerOf } from '#doors/desk/officer.ts';
import { actorOfSession } from '#authority/access/sessions.ts';
import type { SessionHandle } from '#base/database/transaction.ts';
import { aServer, dataFolder } from './server-for-tests.ts';
import { softAuthenticator } from './soft-authenticator.ts';
import type { Lies } from './soft-authenticator.ts';

/** By a name: no passkey is made for a bare address. */
const ORIGIN = 'http://localhost:3999';

let office: Office;
let folder: string;
/** asks those who have a passkey; asks everybody */
let lenient: FastifyInstance;
let strict: FastifyInstance;
let bodyId: string;
type Signed = Awaited<ReturnType<Office['signedIn']>>;
type Device = ReturnType<typeof softAuthenticator>;
let admin: Signed;

before(async () => {
  office = await anOffice();
  folder = await dataFolder();
  const at = { url: ORIGIN, env: { PUBLIC_URL: ORIGIN } };
  lenient = await aServer(office, folder, at);
  strict = await aServer(office, folder, { ...at, env: { ...at.env, STEP_UP: 'required' } });
  bodyId = await office.body('H26.03');
  admin = await office.signedIn('000084000000', [['QT_BNDP', 'H26']]);
});
after(async () => {
  await lenient.close();
  await strict.close();
  await office.close();
  await rm(folder, { recursive: true, force: true });
});

let asked = 0;
interface Answer {
  readonly status: number;
  readonly code: string | undefined;
  readonly why: string;
  readonly body: Record<string, unknown>;
}
async function ask(
  handle: SessionHandle,
  method: 'GET' | 'POST' | 'DELETE',
  path: string,
  payload?: object,
  app = lenient,
): Promise<Answer> {
  const answer = await app.inject({
    method,
    url: `/api/v1${path}`,
    headers: { cookie: `congvu=${handle}`, origin: ORIGIN, 'idempotency-key': `khoa-truy-cap-${++asked}` },
    ...(payload ? { payload } : {}),
  });
  const body = answer.body === '' ? {} : answer.json<Record<string, unknown>>();
  return { status: answer.statusCode, code: body['code'] as string | undefined, why: String(body['title'] ?? ''), body };
}
type Options = Parameters<Device['adds']>[0];
const optionsOf = (answer: Answer): Options => {
  assert.equal(answer.status, 200, JSON.stringify(answer.body));
  return answer.body['options'] as Options;
};
const NAME = 'Máy tính ở bàn làm việc';
async function adds(who: Signed, device: Device, lies?: Lies): Promise<Answer> {
  const options = optionsOf(await ask(who.handle, 'POST', '/my/passkeys/challenge'));
  return ask(who.handle, 'POST', '/my/passkeys', { name: NAME, answer: device.adds(options, lies) });
}
async function stepsUp(who: Signed, device: Device, lies?: Lies): Promise<Answer> {
  const options = optionsOf(await ask(who.handle, 'POST', '/session/step-up/challenge'));
  return ask(who.handle, 'POST', '/session/step-up', { answer: device.answers(options, lies) });
}
/** Something of the acts that ask: who says whom to turn to. */
const acts = (who: Signed, app = lenient): Promise<Answer> =>
  ask(who.handle, 'POST', `/bodies/${bodyId}/contact`, { phone: '0209 3 000 000', email: '', place: '' }, app);
let people = 0;
const anAdministrator = (): Promise<Signed> => office.signedIn(`0000840001${String(++people).padStart(2, '0')}`, [['QT_BNDP', 'H26.03']]);
const later = (who: Signed, minutes: number, columns: string): Promise<unknown> =>
  office.owner.transaction(null, (tx) =>
    tx.query(`update session set ${columns} = ${columns} - make_interval(mins => $2) where session_id = $1`, [who.sessionId, minutes]),
  );

test('who has a passkey is asked for it; who has none acts by the session, where the installation lets them', async () => {
  const who = await anAdministrator();
  assert.equal((await acts(who)).status, 204, 'nobody is asked for what they do not have');
  assert.equal((await acts(who, strict)).code, 'E-PASSKEY-NEEDED', 'but where it is demanded');
  const device = softAuthenticator(ORIGIN);
  assert.equal((await adds(who, device)).status, 201);
  for (const app of [lenient, strict]) assert.equal((await acts(who, app)).code, 'E-STEP-UP');
  assert.equal((await stepsUp(who, device)).status, 200);
  for (const app of [lenient, strict]) assert.equal((await acts(who, app)).status, 204);
  await later(who, 5, 'stepped_up_at');
  assert.equal((await acts(who)).code, 'E-STEP-UP', 'five minutes later it is asked again');
  const again = await office.signIn(who.accountId);
  assert.equal((await acts({ ...again, accountId: who.accountId })).code, 'E-STEP-UP', 'it holds in its session alone');
});

test('what is attested says how and when who decided proved themselves', async () => {
  const who = await office.signedIn('000084000200', [['XAC_NHAN', 'H26.03']]);
  const stepUp = async () => officerOf((await office.as(who.handle, actorOfSession))!, bodyId).stepUp;
  assert.equal((await stepUp()).method, 'session');
  const device = softAuthenticator(ORIGIN);
  await adds(who, device);
  const { at } = (await stepsUp(who, device)).body;
  assert.deepEqual(await stepUp(), { method: 'passkey', level: '2', at });
  await later(who, 6, 'stepped_up_at');
  assert.equal((await stepUp()).method, 'session', 'an answer that is too old vouches for nothing');
});

const LIES: readonly (readonly [string, Lies, RegExp])[] = [
  ['another site', { origin: 'https://cong-vu.example' }, /trang khác/],
  ['the key of another site', { rpId: 'cong-vu.example' }, /trang khác/],
  ['no finger, face or PIN', { unverified: true }, /mã PIN/],
  ['another challenge', { challenge: 'AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA' }, /không thuộc lần hỏi/],
  ['a frame of another site', { framed: true }, /khung/],
];
test('a lying device is refused with the reason, when it is added and when it vouches', async () => {
  const who = await anAdministrator();
  for (const [what, lies, why] of LIES) {
    const refusal = await adds(who, softAuthenticator(ORIGIN), lies);
    assert.deepEqual([refusal.status, refusal.code], [403, 'E-PASSKEY-NOT-VERIFIED'], what);
    assert.match(refusal.why, why, what);
  }
  const device = softAuthenticator(ORIGIN);
  assert.equal((await adds(who, device)).status, 201);
  for (const [what, lies, why] of [
    ...LIES,
    ['a forged signature', { forged: true }, /chữ ký/],
    ['an answer of the other ceremony', { type: 'webauthn.create' }, /không đọc được/],
  ] as const) {
    const refusal = await stepsUp(who, device, lies);
    assert.deepEqual([refusal.status, refusal.code], [403, 'E-PASSKEY-NOT-VERIFIED'], what);
    assert.match(refusal.why, why, what);
    assert.equal((await acts(who)).code, 'E-STEP-UP', what);
  }
  assert.equal((await stepsUp(who, softAuthenticator(ORIGIN))).code, 'E-PASSKEY-NOT-VERIFIED', 'a device that nobody added');
});

test('a challenge is answered once, in its session, within two minutes', async () => {
  const who = await anAdministrator();
  const device = softAuthenticator(ORIGIN);
  await adds(who, device);
  const options = optionsOf(await ask(who.handle, 'POST', '/session/step-up/challenge'));
  const answer = device.answers(options);
  const elsewhere = await office.signIn(who.accountId);
  assert.equal((await ask(elsewhere.handle, 'POST', '/session/step-up', { answer })).code, 'E-PASSKEY-CHALLENGE', 'another session');
  assert.equal((await ask(who.handle, 'POST', '/session/step-up', { answer })).status, 200);
  assert.equal((await ask(who.handle, 'POST', '/session/step-up', { answer })).code, 'E-PASSKEY-CHALLENGE', 'played again');
  const late = device.answers(optionsOf(await ask(who.handle, 'POST', '/session/step-up/challenge')));
  await office.owner.transaction(null, (tx) =>
    tx.query(`update passkey_challenge set made_at = made_at - interval '2 minutes' where session_id = $1`, [who.sessionId]),
  );
  assert.equal((await ask(who.handle, 'POST', '/session/step-up', { answer: late })).code, 'E-PASSKEY-CHALLENGE', 'too late');
  const wrong = device.answers(optionsOf(await ask(who.handle, 'POST', '/session/step-up/challenge')), { forged: true });
  assert.equal((await ask(who.handle, 'POST', '/session/step-up', { answer: wrong })).code, 'E-PASSKEY-NOT-VERIFIED');
  assert.equal(
    (await ask(who.handle, 'POST', '/session/step-up', { answer: wrong })).code,
    'E-PASSKEY-CHALLENGE',
    'a wrong answer uses it up too',
  );
});

test('a copied key is noticed by its counter and ended; a forged answer ends nobody’s key', async () => {
  const who = await anAdministrator();
  const device = softAuthenticator(ORIGIN);
  await adds(who, device);
  assert.equal((await stepsUp(who, device)).status, 200);
  assert.equal((await stepsUp(who, device, { counter: 1, forged: true })).code, 'E-PASSKEY-NOT-VERIFIED');
  assert.equal((await stepsUp(who, device, { counter: 9 })).status, 200, 'it still is theirs');
  assert.equal((await stepsUp(who, device, { counter: 9 })).code, 'E-PASSKEY-CLONED');
  assert.equal((await ask(who.handle, 'POST', '/session/step-up/challenge')).code, 'E-PASSKEY-NOT-FOUND', 'and was ended');
  const [row] = await office.owner.transaction(null, (tx) =>
    tx.query<{ end_reason: string }>('select end_reason from passkey where account_id = $1', [who.accountId]),
  );
  assert.deepEqual(row, { end_reason: 'cloned' });
  assert.equal(
    (await ask(who.handle, 'GET', '/my/passkeys')).body['adding'],
    'release',
    'another one is let in by the administrator alone',
  );
});

test('who lost their passkeys gets leave from their administrator, once, and nobody gives it to themselves', async () => {
  const who = await office.signedIn('000084000300', [['NHAP_LIEU', 'H26.03.01']]);
  const device = softAuthenticator(ORIGIN);
  await adds(who, device);
  assert.equal((await ask(who.handle, 'POST', '/my/passkeys/challenge')).code, 'E-PASSKEY-ADD', 'a further one needs the first');
  const release = (by: Signed, accountId: string) =>
    ask(by.handle, 'POST', `/accounts/${accountId}/passkeys/release`, { reason: 'Mất điện thoại ngày 28/11' });
  const elsewhere = await office.signedIn('000084000301', [['QT_BNDP', 'H41']]);
  assert.equal((await release(elsewhere, who.accountId)).code, 'E-NOT-WITHIN-REACH');
  assert.equal((await release(who, who.accountId)).code, 'E-NOT-ALLOWED');
  assert.equal((await release(admin, admin.accountId)).code, 'E-ACCOUNT-YOURS');
  assert.deepEqual((await release(admin, who.accountId)).body, { ended: 1 });
  assert.equal((await adds(who, softAuthenticator(ORIGIN))).status, 201);
  const [row] = await office.owner.transaction(null, (tx) =>
    tx.query<{ used: boolean }>('select used_at is not null as used from passkey_release where account_id = $1', [who.accountId]),
  );
  assert.deepEqual(row, { used: true });
});

test('the last passkey is not removed by its holder; another one is, once they proved themselves', async () => {
  const who = await anAdministrator();
  const [first, second] = [softAuthenticator(ORIGIN), softAuthenticator(ORIGIN)];
  const { id } = (await adds(who, first)).body as { id: string };
  const remove = (one: string) => ask(who.handle, 'DELETE', `/my/passkeys/${one}`);
  assert.equal((await remove(id)).code, 'E-PASSKEY-LAST');
  await stepsUp(who, first);
  const added = (await adds(who, second)).body as { id: string };
  assert.equal((await remove('0198b0c0-0000-7000-8000-000000000000')).code, 'E-PASSKEY-NOT-FOUND');
  await later(who, 6, 'stepped_up_at');
  assert.equal((await remove(id)).code, 'E-STEP-UP');
  await stepsUp(who, second);
  assert.equal((await remove(id)).status, 204);
  assert.deepEqual(
    ((await ask(who.handle, 'GET', '/my/passkeys')).body['items'] as { id: string }[]).map((one) => one.id),
    [added.id],
  );
  assert.equal((await stepsUp(who, first)).code, 'E-PASSKEY-NOT-VERIFIED', 'what was removed vouches for nobody');
});

test('a session left open adds no first passkey', async () => {
  const who = await anAdministrator();
  await later(who, 6, 'started_at');
  assert.match((await ask(who.handle, 'POST', '/my/passkeys/challenge')).why, /đăng nhập lại/);
});

test('the database itself takes neither a passkey nor a step-up from a session alone', async () => {
  const who = await anAdministrator();
  const refusedWith = (sql: string, values: readonly unknown[], error: RegExp) =>
    assert.rejects(
      office.as(who.handle, (tx) => tx.query(sql, values)),
      error,
      sql,
    );
  const id = '0198b0c0-0000-7000-8000-000000000001';
  const bytes = Buffer.alloc(32, 1);
  await refusedWith(`select passkey_add($1, $2, $2, 0, '{}', $1, false, 'x', $2)`, [id, bytes], /E-SESSION-PROOF/);
  await refusedWith('select session_step_up($1, 1, $2)', [id, bytes], /E-SESSION-PROOF/);
  await refusedWith('update session set stepped_up_at = now()', [], /permission denied/);
  await refusedWith(
    `insert into passkey (passkey_id, account_id, credential_id, public_key, counter, transports, model, is_synced, name, added_at) values ($1, $2, $3, $3, 0, '{}', $1, false, 'x', now())`,
    [id, who.accountId, bytes],
    /permission denied/,
  );
  const device = softAuthenticator(ORIGIN);
  await adds(who, device);
  await refusedWith('update passkey set counter = 0', [], /permission denied/);
  await refusedWith(
    'insert into passkey_release (release_id, account_id, released_by, reason, released_at) values ($1, $2, $2, $3, now())',
    [id, who.accountId, 'tự cho mình đăng ký lại'],
    /row-level security/,
  );
});

test('each of it leaves its row', async () => {
  const who = await anAdministrator();
  const device = softAuthenticator(ORIGIN);
  await adds(who, device);
  await stepsUp(who, device);
  await stepsUp(who, device, { unverified: true });
  const rows = await office.owner.transaction(null, (tx) =>
    tx.query<{ act: string }>('select act from audit_event where actor_id = $1 order by event_id', [who.accountId]),
  );
  assert.deepEqual(
    rows.map(({ act }) => act),
    ['passkey.added', 'session.stepped-up', 'access.refused'],
  );
});
