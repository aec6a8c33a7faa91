/** Sessions end where they must: the one before in the same browser, and whatever the provider of sign-in says is over (OpenID Connect Back-Channel Logout 1.0). */
import assert from 'node:assert/strict';
import { rm } from 'node:fs/promises';
import { after, before, test } from 'node:test';
import type { FastifyInstance } from 'fastify';
import { anOffice } from '#authority/access/office-for-tests.ts';
import type { Office } from '#authority/access/office-for-tests.ts';
import { startLyingProvider } from '#outside/vneid/provider-for-tests.ts';
import type { LyingProvider } from '#outside/vneid/provider-for-tests.ts';
import { ORIGIN, aServer, dataFolder } from './server-for-tests.ts';

const NUMBER = '000190770001';
let office: Office;
let folder: string;
let provider: LyingProvider;
let app: FastifyInstance;
let accountId: string;
before(async () => {
  office = await anOffice();
  folder = await dataFolder();
  provider = await startLyingProvider({ id: 'congvu', secret: 'bi-mat-chi-dung-trong-kiem-thu-dai' });
  provider.claims = { national_id: NUMBER, name: 'Nguyễn Văn An', identity_level: 2 };
  app = await aServer(office, folder, {
    env: { OIDC_ISSUER: provider.issuer, OIDC_CLIENT_ID: 'congvu', OIDC_CLIENT_SECRET: 'bi-mat-chi-dung-trong-kiem-thu-dai' },
  });
  accountId = await office.account(NUMBER, [['NHAP_LIEU', 'H26.03.01']]);
});
after(async () => {
  await app.close();
  await provider.close();
  await office.close();
  await rm(folder, { recursive: true, force: true });
});

/** Signs in as a browser does. @param cookie  of a session that the browser has already; @returns the new one */
async function signIn(cookie: string | null = null, sid?: string): Promise<string> {
  provider.claims = { national_id: NUMBER, name: 'Nguyễn Văn An', identity_level: 2, ...(sid === undefined ? {} : { sid }) };
  const away = await app.inject({ method: 'GET', url: '/auth/sign-in' });
  const back = provider.visit(String(away.headers.location));
  const kept = away.cookies.find(({ name }) => name === 'congvu-sign-in')!.value;
  const done = await app.inject({
    method: 'GET',
    url: back.slice(ORIGIN.length),
    cookies: { 'congvu-sign-in': kept, ...(cookie === null ? {} : { congvu: cookie }) },
  });
  assert.equal(done.statusCode, 303, done.body);
  return done.cookies.find(({ name }) => name === 'congvu')!.value;
}
const isIn = async (cookie: string): Promise<boolean> =>
  (await app.inject({ method: 'GET', url: '/api/v1/session', cookies: { congvu: cookie } })).json<{ signedIn: boolean }>().signedIn;
async function tell(token: string): Promise<{ status: number; code: string | null }> {
  const answer = await app.inject({
    method: 'POST',
    url: '/auth/backchannel-logout',
    headers: { 'content-type': 'application/x-www-form-urlencoded' },
    payload: String(new URLSearchParams({ logout_token: token })),
  });
  assert.equal(answer.headers['cache-control'], 'no-store');
  return { status: answer.statusCode, code: answer.body === '' ? null : answer.json<{ code: string }>().code };
}
const closed = async (): Promise<number> => {
  const [row] = await office.owner.transaction(null, (tx) =>
    tx.query<{ n: number }>("select count(*)::int as n from audit_event where act = 'session.closed'"),
  );
  return row!.n;
};

test('signing in again ends the session that this browser had, and no other', async () => {
  const [mine, elsewhere] = [await signIn(), await signIn()];
  const rows = await closed();
  const again = await signIn(mine);
  assert.deepEqual([await isIn(mine), await isIn(elsewhere), await isIn(again)], [false, true, true]);
  assert.equal(await closed(), rows + 1, 'with its row');
});

test('the provider ends one session by its name, or all of a person; each token once', async () => {
  const [one, other] = [await signIn(null, 'phien-1'), await signIn(null, 'phien-2')];
  const rows = await closed();
  const token = await provider.logoutToken({ sub: undefined, sid: 'phien-1' });
  assert.deepEqual(await tell(token), { status: 200, code: null });
  assert.deepEqual([await isIn(one), await isIn(other)], [false, true]);
  assert.equal(await closed(), rows + 1);
  const again = await signIn(null, 'phien-1');
  assert.deepEqual(await tell(token), { status: 400, code: 'E-LOGOUT-TOKEN' }, 'replayed');
  assert.equal(await isIn(again), true);
  assert.deepEqual(await tell(await provider.logoutToken({ sub: 'subject-2', sid: 'phien-1' })), { status: 200, code: null });
  assert.equal(await isIn(again), true, 'of somebody else');
  assert.deepEqual(await tell(await provider.logoutToken()), { status: 200, code: null });
  assert.deepEqual([await isIn(again), await isIn(other)], [false, false]);
});

test('whatever is wrong with a token, it is refused and nobody is signed out', async () => {
  const cookie = await signIn(null, 'phien-9');
  const now = Math.floor(Date.parse(office.clock.now()) / 1000);
  const wrong: Readonly<Record<string, string>> = {
    'another issuer': await provider.logoutToken({ iss: 'https://id.evil.example' }),
    'another audience': await provider.logoutToken({ aud: 'somebody-else' }),
    'with a nonce': await provider.logoutToken({ nonce: 'n' }),
    'without its event': await provider.logoutToken({ events: undefined }),
    'another event': await provider.logoutToken({ events: { 'https://example.org/other': {} } }),
    'an event that is no object': await provider.logoutToken({ events: { 'http://schemas.openid.net/event/backchannel-logout': true } }),
    'without jti': await provider.logoutToken({ jti: undefined }),
    'without sub and sid': await provider.logoutToken({ sub: undefined }),
    'a subject that is no text': await provider.logoutToken({ sub: 7 }),
    'without iat': await provider.logoutToken({ iat: undefined }),
    'without exp': await provider.logoutToken({ exp: undefined }),
    expired: await provider.logoutToken({ iat: now - 600, exp: now - 300 }),
    'made long ago': await provider.logoutToken({ iat: now - 3600, exp: now + 600 }),
    'from the future': await provider.logoutToken({ iat: now + 3600, exp: now + 7200 }),
    'alg none': await provider.logoutToken({}, { head: { alg: 'none' } }),
    'signed with the client secret': await provider.logoutToken({}, { head: { alg: 'HS256' } }),
    'signed by somebody else': await provider.logoutToken({}, { by: 'other' }),
    'another kind of token': await provider.logoutToken({}, { head: { typ: 'at+jwt' } }),
    'no token': '',
    'no JWT': 'không phải token',
  };
  for (const [what, token] of Object.entries(wrong)) assert.deepEqual(await tell(token), { status: 400, code: 'E-LOGOUT-TOKEN' }, what);
  assert.equal(await isIn(cookie), true);
});

test('the database ends nothing for who cannot vouch for a token', async () => {
  const cookie = await signIn(null, 'phien-10');
  const mine = await office.signIn(accountId);
  await assert.rejects(
    office.as(mine.handle, (tx) =>
      tx.query("select * from end_sessions_of_provider($1, 'x', null, 'x', now() + interval '1 minute', '\\x00')", [provider.issuer]),
    ),
    /E-SESSION-PROOF/,
  );
  assert.equal(await isIn(cookie), true);
});
