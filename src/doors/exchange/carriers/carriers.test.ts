/** Carriers that vouch by a head or a token: what each vouches for, what it refuses, and what it passes over. Certificates: tests/security/exchange-callers.db.test.ts. */
import assert from 'node:assert/strict';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, test } from 'node:test';
import { SignJWT, exportJWK, generateKeyPair } from 'jose';
import type { JWTPayload } from 'jose';
import { stoppedClock } from '#base/clock.ts';
import type { ExchangeSettings } from '#base/exchange-settings.ts';
import { enrolmentFault } from '#doors/exchange/callers.ts';
import { shownBy } from '#doors/exchange/carriers.ts';
import { CALL_REFUSALS, CALL_REFUSAL_WORDS } from './carrier.ts';
import type { WireCall } from './carrier.ts';

const folder = mkdtempSync(join(tmpdir(), 'congvu-carriers-'));
after(() => rmSync(folder, { recursive: true, force: true }));

const NONE: ExchangeSettings = { audience: 'centre', carriers: [], xRoad: null, lgsp: null };
const AT = '2026-11-30T02:00:00.000Z';
const clock = stoppedClock(AT);
const call = (heads: Readonly<Record<string, string>>, peer = '10.1.2.3'): WireCall => ({
  head: (name) => heads[name] ?? '',
  peer,
  address: peer,
  certificate: null,
});

const MEMBER = 'VN/GOV/H26/hoso';
const XROAD: ExchangeSettings = { ...NONE, carriers: ['x-road'], xRoad: { from: ['10.1.2.3'], certificateSha256: null } };
const OF_XROAD = { 'x-road-client': MEMBER, 'x-road-id': 'a-1', 'x-road-request-hash': 'YWJj' };

test('X-Road: believed of our own security server, with what its message log is found by; of nobody else, whatever they show beside', async () => {
  const shown = shownBy(XROAD, clock);
  assert.deepEqual(await shown(call(OF_XROAD)), {
    carrier: 'x-road',
    name: MEMBER,
    message: { messageId: 'a-1', clientId: MEMBER, requestHash: 'YWJj' },
  });
  for (const peer of ['10.1.2.4', '127.0.0.1', '::1', ''])
    assert.deepEqual(await shown(call(OF_XROAD, peer)), { refusal: 'not-our-security-server' }, peer);
  for (const heads of [
    { ...OF_XROAD, 'x-road-client': 'VN/GOV/H26' },
    { ...OF_XROAD, 'x-road-client': 'VN/GOV/H26/hoso/x' },
    { ...OF_XROAD, 'x-road-id': '' },
    { ...OF_XROAD, 'x-road-request-hash': '<script>' },
  ])
    assert.deepEqual(await shown(call(heads)), { refusal: 'member-unread' }, JSON.stringify(heads));
  const bound = shownBy({ ...XROAD, xRoad: { from: ['10.1.2.3'], certificateSha256: 'a'.repeat(64) } }, clock);
  assert.deepEqual(await bound(call(OF_XROAD)), { refusal: 'not-our-security-server' }, 'without the certificate of the security server');
  assert.deepEqual(await shown(call({})), { refusal: 'nothing-shown' });
  assert.deepEqual(await shownBy(NONE, clock)(call(OF_XROAD)), { refusal: 'nothing-shown' }, 'a carrier that is not taken lets nobody in');
});

test('a token of a platform: its caller by the claim of the settings; forged, late, or meant for another is none', async () => {
  const { privateKey, publicKey } = await generateKeyPair('ES256');
  const other = await generateKeyPair('ES256');
  const keysFile = join(folder, 'lgsp.json');
  writeFileSync(keysFile, JSON.stringify({ keys: [{ ...(await exportJWK(publicKey)), kid: 'k1', alg: 'ES256' }] }));
  const lgsp = { issuer: 'https://lgsp.example', audience: 'congvu', keysFile, claim: 'client_id' };
  const shown = shownBy({ ...NONE, carriers: ['lgsp'], lgsp }, clock);
  const nowSeconds = Date.parse(AT) / 1_000;
  const good: JWTPayload = { iss: lgsp.issuer, aud: 'congvu', exp: nowSeconds + 300, client_id: 'so-noi-vu' };
  const token = async (payload: JWTPayload, key = privateKey): Promise<string> =>
    new SignJWT(payload).setProtectedHeader({ alg: 'ES256', kid: 'k1' }).sign(key);
  const ask = async (text: string) => shown(call({ authorization: `Bearer ${text}` }));
  assert.deepEqual(await ask(await token(good)), { carrier: 'lgsp', name: 'so-noi-vu' });
  const { client_id: _none, ...nameless } = good;
  for (const [what, wrong] of [
    ['forged', await token(good, other.privateKey)],
    ['late', await token({ ...good, exp: nowSeconds - 3_600 })],
    ['another audience', await token({ ...good, aud: 'elsewhere' })],
    ['another issuer', await token({ ...good, iss: 'https://other.example' })],
    ['nameless', await token(nameless)],
    ['a number for a name', await token({ ...good, client_id: 7 })],
    ['without an end', await token({ iss: lgsp.issuer, aud: 'congvu', client_id: 'x' })],
    ['none', `${Buffer.from('{"alg":"none"}').toString('base64url')}.${Buffer.from(JSON.stringify(good)).toString('base64url')}.`],
    ['shared secret', await new SignJWT(good).setProtectedHeader({ alg: 'HS256', kid: 'k1' }).sign(Buffer.alloc(32))],
    ['long', 'a'.repeat(9_000)],
  ] as const)
    assert.deepEqual(await ask(wrong), { refusal: 'token-not-valid' }, what);
  assert.deepEqual(await shown(call({ authorization: 'Basic abc' })), { refusal: 'nothing-shown' });
});

test('keys of a platform are read again when they are changed; a file that is half-written changes nothing, one that is not there lets nobody in', async () => {
  const moving = stoppedClock(AT);
  const later = (seconds: number): void => moving.moveTo(new Date(Date.parse(AT) + seconds * 1_000).toISOString());
  const [first, second] = [await generateKeyPair('ES256'), await generateKeyPair('ES256')];
  const keysFile = join(folder, 'moving.json');
  const lgsp = { issuer: 'i', audience: 'a', keysFile, claim: 'client_id' };
  const shown = shownBy({ ...NONE, carriers: ['lgsp'], lgsp }, moving);
  const ask = async (key: typeof first) => {
    const exp = Date.parse(AT) / 1_000 + 3_600;
    const token = await new SignJWT({ iss: 'i', aud: 'a', exp, client_id: 'x' })
      .setProtectedHeader({ alg: 'ES256', kid: 'k' })
      .sign(key.privateKey);
    return (await shown(call({ authorization: `Bearer ${token}` }))).refusal ?? 'in';
  };
  const put = async (key: typeof first) =>
    writeFileSync(keysFile, JSON.stringify({ keys: [{ ...(await exportJWK(key.publicKey)), kid: 'k', alg: 'ES256' }] }));
  assert.equal(await ask(first), 'token-not-valid');
  await put(first);
  later(31);
  assert.equal(await ask(first), 'in');
  await put(second);
  later(62);
  assert.deepEqual([await ask(first), await ask(second)], ['token-not-valid', 'in']);
  writeFileSync(keysFile, '{"keys":[');
  later(93);
  assert.equal(await ask(second), 'in');
});

test('NDOP has a slot that says why it lets nobody in', async () => {
  const shown = shownBy({ ...NONE, carriers: ['ndop'] }, clock);
  assert.deepEqual(await shown(call({})), { refusal: 'ndop-not-published' });
  assert.match(CALL_REFUSAL_WORDS['ndop-not-published'].vi, /chưa được công bố/);
});

test('who is enrolled may call from their networks while it lasts', () => {
  const enrolled = { ended: false, networks: ['10.1.26.0/24'] };
  for (const [expected, one, address] of [
    [null, enrolled, '10.1.26.7'],
    [null, { ...enrolled, networks: [] }, '203.0.113.7'],
    ['wrong-address', enrolled, '10.1.27.7'],
    ['wrong-address', enrolled, ''],
    ['enrolment-ended', { ...enrolled, ended: true }, '10.1.26.7'],
    ['not-enrolled', null, '10.1.26.7'],
  ] as const)
    assert.equal(enrolmentFault(one, address), expected);
  for (const why of CALL_REFUSALS) assert.ok(CALL_REFUSAL_WORDS[why].vi.length > 10);
});
