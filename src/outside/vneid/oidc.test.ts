/** Sign-in at providers that are not ours: one that says things under other names, one that lies, one that is away. */
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import type { Identity } from '#authority/access/port.ts';
import { freePort } from '#base/free-port.ts';
import type { Result } from '#base/problem.ts';
import { signInSettings } from '#base/sign-in-settings.ts';
import { identityIn } from './claims.ts';
import { oidcProvider } from './oidc.ts';
import { startLyingProvider } from './provider-for-tests.ts';
import type { Lie, LyingProvider } from './provider-for-tests.ts';
import { whyFailed } from './why-failed.ts';

const CLIENT = { id: 'cong-vu', secret: 'bi-mat-cua-kiem-thu-dai-hon-32-ky-tu' };
const BACK = 'https://congvu.example/auth/callback';
let there: LyingProvider;
before(async () => {
  there = await startLyingProvider(CLIENT);
});
after(() => there.close());

const nowMs = (): number => performance.timeOrigin + performance.now();
const here = (env: Record<string, string> = {}, issuer = there.issuer, insecure = true) =>
  oidcProvider({
    issuer,
    clientId: CLIENT.id,
    clientSecret: CLIENT.secret,
    insecure,
    settings: signInSettings(env),
    nowMs,
    timeoutSeconds: 20,
  });

/** The whole way of one sign-in. @param before  told when the browser has left */
async function signIn(env: Record<string, string> = {}, lie: Lie | null = null, provider = here(env)): Promise<Result<Identity>> {
  there.lie = lie;
  try {
    const begun = await provider.begin(BACK, null);
    return begun.ok ? await provider.finish(there.visit(begun.value.url), begun.value.state) : begun;
  } finally {
    there.lie = null;
  }
}
const codeOf = (result: Result<unknown>): string => (result.ok ? 'in' : result.problems[0]!.code);

test('a provider that calls things as we do by default', async () => {
  assert.deepEqual(await signIn(), {
    ok: true,
    value: { issuer: there.issuer, subject: 'subject-1', nationalId: '001090000001', name: 'Nguyễn Văn An', level: 2, sid: null },
  });
  assert.equal(there.asked.get('scope'), 'openid profile');
  assert.equal(there.asked.get('acr_values'), null);
});

test('scope, acr_values, names of claims and levels come from the settings', async () => {
  const env = {
    OIDC_SCOPE: 'openid citizen',
    OIDC_ACR_VALUES: 'urn:loa=high urn:loa=low',
    OIDC_NUMBER_CLAIM: 'https://id.example/so',
    OIDC_NAME_CLAIM: 'ho_ten',
    OIDC_LEVEL_CLAIM: 'acr',
    OIDC_LEVELS: 'urn:loa=low=1, urn:loa=high=2',
  };
  const before = there.claims;
  there.claims = { 'https://id.example/so': '001190000002', ho_ten: 'Trần Thị Bình', acr: 'urn:loa=high' };
  const found = await signIn(env);
  assert.ok(found.ok, codeOf(found));
  assert.deepEqual([found.value.nationalId, found.value.name, found.value.level], ['001190000002', 'Trần Thị Bình', 2]);
  assert.deepEqual([there.asked.get('scope'), there.asked.get('acr_values')], ['openid citizen', 'urn:loa=high urn:loa=low']);
  there.claims = { ...there.claims, acr: 'urn:loa=none-that-we-know' };
  const low = await signIn(env);
  assert.ok(low.ok && low.value.level === 1, 'a level that nobody explained is the lowest');
  there.claims = before;
});

test('what stands in userinfo alone is taken from there, of the same subject', async () => {
  const before = there.claims;
  there.claims = {};
  there.userinfo = { national_id: '001090000001', name: 'Nguyễn Văn An', identity_level: '2' };
  const found = await signIn();
  assert.ok(found.ok && found.value.level === 2, codeOf(found));
  assert.equal(codeOf(await signIn({}, 'other subject in userinfo')).startsWith('E-SIGN-IN'), true);
  there.claims = { national_id: '001090000001', identity_level: 2 };
  const named = await signIn();
  assert.ok(named.ok && named.value.name === 'Nguyễn Văn An', 'the name too: number and level alone in the token');
  there.claims = before;
  there.userinfo = null;
});

test('every lie ends outside, with its cause', async () => {
  const lies: readonly (readonly [Lie, string])[] = [
    ['other issuer in its description', 'E-SIGN-IN-PROVIDER'],
    ['other issuer in the token', 'E-SIGN-IN'],
    ['other audience', 'E-SIGN-IN'],
    ['other nonce', 'E-SIGN-IN'],
    ['no nonce', 'E-SIGN-IN'],
    ['expired', 'E-SIGN-IN-CLOCK'],
    ['from the future', 'E-SIGN-IN-CLOCK'],
    ['alg none', 'E-SIGN-IN'],
    ['signed with the client secret', 'E-SIGN-IN'],
    ['signed by somebody else', 'E-SIGN-IN'],
    ['no id_token', 'E-SIGN-IN'],
    ['no number', 'E-SIGN-IN-CLAIMS'],
    ['number as a number', 'E-SIGN-IN-CLAIMS'],
    ['no level', 'E-SIGN-IN-CLAIMS'],
    ['client refused', 'E-SIGN-IN-CLIENT'],
    ['error 500', 'E-SIGN-IN-AWAY'],
    ['a page in place of JSON', 'E-SIGN-IN-PROVIDER'],
    ['no token address', 'E-SIGN-IN-PROVIDER'],
    ['state changed', 'E-SIGN-IN'],
    ['signed with the public key', 'E-SIGN-IN'],
    ['answers in the name of another', 'E-SIGN-IN'],
    ['description stands elsewhere', 'E-SIGN-IN-PROVIDER'],
    ['token stands elsewhere', 'E-SIGN-IN-PROVIDER'],
    ['keys stand elsewhere', 'E-SIGN-IN-PROVIDER'],
    ['endless description', 'E-SIGN-IN-PROVIDER'],
    ['endless token', 'E-SIGN-IN-PROVIDER'],
    ['endless keys', 'E-SIGN-IN-PROVIDER'],
    ['a thousand keys of one name', 'E-SIGN-IN'],
    ['number in a list', 'E-SIGN-IN-CLAIMS'],
    ['level in a list', 'E-SIGN-IN-CLAIMS'],
    ['for two at once', 'E-SIGN-IN'],
    ['claims are a list', 'E-SIGN-IN'],
    ['id_token is a number', 'E-SIGN-IN'],
    ['person gave up', 'E-SIGN-IN'],
  ];
  for (const [lie, code] of lies) assert.equal(codeOf(await signIn({}, lie)), code, lie);
  assert.equal(there.elsewhere, 0, 'nobody goes where an answer sends them');
  const named = await signIn({}, 'name is an object');
  assert.ok(named.ok && named.value.name === '', 'a name is text, or nothing');
  assert.equal(codeOf(await signIn({}, 'a thousand keys')), 'in', 'the one that signed is found by its name');
  const impatient = oidcProvider({
    issuer: there.issuer,
    clientId: CLIENT.id,
    clientSecret: CLIENT.secret,
    insecure: true,
    nowMs,
    timeoutSeconds: 1,
  });
  assert.equal(codeOf(await signIn({}, 'never answers', impatient)), 'E-SIGN-IN-AWAY');
  // Replay: a token that was good once is not good for another sign-in.
  const provider = here();
  assert.equal(codeOf(await signIn({}, null, provider)), 'in');
  assert.equal(codeOf(await signIn({}, 'a token of before', provider)), 'E-SIGN-IN');
  // And a call-back that was good once is not good again.
  const begun = await provider.begin(BACK, null);
  assert.ok(begun.ok);
  const back = there.visit(begun.value.url);
  assert.equal(codeOf(await provider.finish(back, begun.value.state)), 'in');
  assert.equal(codeOf(await provider.finish(back, begun.value.state)), 'E-SIGN-IN');
});

test('a look at the provider says before anybody signs in what would not work', async () => {
  const look = async (lie: Lie | null, provider = here()): Promise<string> => {
    there.lie = lie;
    try {
      return codeOf(await provider.check());
    } finally {
      there.lie = null;
    }
  };
  assert.equal(await look(null), 'in');
  const wrongs: readonly (readonly [Lie, string])[] = [
    ['other issuer in its description', 'E-SIGN-IN-PROVIDER'],
    ['no token address', 'E-SIGN-IN-PROVIDER'],
    ['secret signatures alone', 'E-SIGN-IN-PROVIDER'],
    ['no PKCE', 'E-SIGN-IN-PROVIDER'],
    ['clock an hour behind', 'E-SIGN-IN-CLOCK'],
    ['error 500', 'E-SIGN-IN-AWAY'],
    ['a page in place of JSON', 'E-SIGN-IN-PROVIDER'],
  ];
  for (const [lie, code] of wrongs) assert.equal(await look(lie), code, lie);
  assert.equal(await look(null, here({}, there.issuer, false)), 'E-SIGN-IN-PLAIN', 'http is for a simulator on this machine');
  assert.equal(await look(null, here({}, `http://127.0.0.1:${await freePort()}`)), 'E-SIGN-IN-AWAY');
});

test('a provider that comes back is found without a restart', async () => {
  const provider = here();
  assert.equal(codeOf(await signIn({}, 'error 500', provider)), 'E-SIGN-IN-AWAY');
  assert.equal(codeOf(await signIn({}, null, provider)), 'in');
});

test('claims are read strictly: a number is twelve digits of text, a level is a value that the settings explain', () => {
  const names = signInSettings({});
  const said = { national_id: '001090000001', name: 'A', identity_level: '2' };
  const level = (value: unknown): number | string => {
    const found = identityIn({ ...said, identity_level: value }, names);
    return found.ok ? found.value.level : found.problems[0]!.code;
  };
  assert.deepEqual([level(2), level('2'), level('high'), level(true), level('')], [2, 2, 1, 'E-SIGN-IN-CLAIMS', 'E-SIGN-IN-CLAIMS']);
  for (const national_id of ['00109000000', '0010900000012', 'ABC', null, ['001090000001']])
    assert.equal(codeOf(identityIn({ ...said, national_id }, names)), 'E-SIGN-IN-CLAIMS', String(national_id));
});

test('nothing that a provider writes in an error is shown, and what nobody foresaw is not let in', () => {
  const shown = whyFailed(Object.assign(new Error('x'), { code: 'OAUTH_RESPONSE_BODY_ERROR', error: '<script>001090000001</script>' }));
  assert.doesNotMatch(JSON.stringify(shown), /script|001090000001/);
  for (const thrown of [new Error('new'), 'a text', null, undefined, { code: 'E' }]) assert.equal(whyFailed(thrown).code, 'E-SIGN-IN');
});
