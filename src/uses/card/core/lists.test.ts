/** Signed lists as they come over the network: read, or refused with the right word. */
import assert from 'node:assert/strict';
import { createHmac, generateKeyPairSync, hash } from 'node:crypto';
import { test } from 'node:test';
import { deflateRawSync, deflateSync } from 'node:zlib';
import type { ListFault } from '#standard/card/checked.ts';
import { TRUST_LIST_CHARS_MAX } from '#standard/card/limits.ts';
import { isEnded, readStatusList } from '#standard/card/status-list.ts';
import { readTrustList, trustListPayload } from '#standard/card/trust-list.ts';
import { anyJws, sampleIssuer, SAMPLE_LIST } from './card-for-tests.ts';
import { signEs256 } from './key-store.ts';
import { nodeCrypto } from './node-crypto.ts';
import { activeKey } from './signer.ts';
import type { CardKey } from './signer.ts';
import { emptyBits, endEntry, signStatusList } from './status-list-issue.ts';
import { signTrustList, trustListOf } from './trust-list-issue.ts';

const NOW = Date.parse('2026-11-27T02:10:00.000Z');
const SECONDS = NOW / 1000;
const issuer = sampleIssuer();
const [anchor, card, status] = await Promise.all((['anchor', 'card', 'status'] as const).map((use) => activeKey(issuer.signer, use)));
const trust = await trustListOf(issuer.signer, issuer.trust, NOW);
const by = (key: CardKey | undefined) => (bytes: Buffer) => issuer.signer.sign(key!.kid, bytes) as Uint8Array;

const statusHeader = { alg: 'ES256', typ: 'statuslist+jwt', kid: status!.kid };
const lst = deflateSync(emptyBits()).toString('base64url');
const statusPayload = { sub: SAMPLE_LIST, iat: SECONDS, exp: SECONDS + 86_400, ttl: 300, status_list: { bits: 1, lst } };
const readStatus = (text: string, uri: string | null = SAMPLE_LIST) => readStatusList(text, { crypto: nodeCrypto, trust, uri, nowMs: NOW });

async function statusIsRefused(text: string, fault: ListFault, uri: string | null = SAMPLE_LIST): Promise<void> {
  const read = await readStatus(text, uri);
  assert.equal(read.ok ? 'taken' : read.reason, fault, text.slice(0, 40));
}
const listWith = (payload: object, header: object = {}, key = status): string =>
  anyJws({ ...statusHeader, ...header }, { ...statusPayload, ...payload }, by(key));

test('a list of a million entries: what was ended is ended, and nothing else', async () => {
  const bits = emptyBits();
  for (const index of [0, 7, 8, 123_456, 2 ** 20 - 1]) endEntry(bits, index);
  const read = await readStatus(await signStatusList(issuer.signer, SAMPLE_LIST, bits, NOW));
  assert.ok(read.ok);
  const { uri, issuedAt, expiresAt, ttlSeconds } = read.value;
  assert.deepEqual([uri, issuedAt, expiresAt, ttlSeconds], [SAMPLE_LIST, '2026-11-27T02:10:00.000Z', '2026-11-28T02:10:00.000Z', 300]);
  const ended = Array.from({ length: 2 ** 20 }, (_, i) => i).filter((i) => isEnded(read.value, i));
  assert.deepEqual(ended, [0, 7, 8, 123_456, 2 ** 20 - 1]);
});

test('an index outside is a bug of who ends it, and changes nothing', () => {
  const bits = emptyBits();
  for (const index of [-1, 0.5, 2 ** 20, Number.NaN]) assert.throws(() => endEntry(bits, index), RangeError);
  assert.ok(bits.every((byte) => byte === 0));
});

test('a list of chance, which cannot be shortened, is still within the bounds', async () => {
  const bits = Buffer.alloc(131_072);
  for (let i = 0; i < bits.length; i += 32) bits.set(hash('sha256', String(i), 'buffer'), i);
  assert.ok((await readStatus(await signStatusList(issuer.signer, SAMPLE_LIST, bits, NOW))).ok);
});

test('status list: not signed, signed by another, of another kind', async () => {
  const [head, body] = listWith({}).split('.');
  await statusIsRefused(`${head}.${body}.`, 'bad-signature');
  await statusIsRefused(`${head}.${body}`, 'not-a-list');
  await statusIsRefused(
    anyJws({ ...statusHeader, alg: 'none' }, statusPayload, () => Buffer.alloc(0)),
    'wrong-algorithm',
  );
  await statusIsRefused(JSON.stringify(statusPayload), 'not-a-list');
  const secret = JSON.stringify(status!.publicJwk);
  await statusIsRefused(
    anyJws({ ...statusHeader, alg: 'HS256' }, statusPayload, (bytes) => createHmac('sha256', secret).update(bytes).digest()),
    'wrong-algorithm',
  );
  await statusIsRefused(listWith({}, { alg: 'ES384' }), 'wrong-algorithm');
  for (const typ of ['JWT', 'dc+sd-jwt', 'trust-list+jwt', undefined]) await statusIsRefused(listWith({}, { typ }), 'wrong-kind');
  const stranger = generateKeyPairSync('ec', { namedCurve: 'P-256' }).privateKey;
  await statusIsRefused(
    anyJws(statusHeader, statusPayload, (bytes) => signEs256(stranger, bytes)),
    'bad-signature',
  );
  const other = sampleIssuer();
  await statusIsRefused(await signStatusList(other.signer, SAMPLE_LIST, emptyBits(), NOW), 'unknown-key');
});

test('keys are kept apart: one for cards signs no status list, and the anchor neither', async () => {
  await statusIsRefused(listWith({}, { kid: card!.kid }, card), 'unknown-key');
  await statusIsRefused(listWith({}, { kid: anchor!.kid }, anchor), 'unknown-key');
  await statusIsRefused(listWith({}, {}, card), 'bad-signature');
});

test('status list: another list than asked, one the trust list does not name', async () => {
  await statusIsRefused(listWith({ sub: 'https://the.example/card/status/8' }), 'wrong-subject');
  await statusIsRefused(listWith({ sub: 'https://khac.example/card/status/7' }), 'wrong-subject', null);
  await statusIsRefused(listWith({ sub: undefined }), 'wrong-subject');
  assert.ok((await readStatus(listWith({}), null)).ok);
});

test('status list: HTML, nothing, cut short, a bomb, another width, times that are none', async () => {
  await statusIsRefused('<!doctype html><title>404</title>', 'not-a-list');
  await statusIsRefused('', 'not-a-list');
  await statusIsRefused('x'.repeat(300_000), 'too-large');
  const good = listWith({});
  await statusIsRefused(good.slice(0, -2), 'bad-signature');
  await statusIsRefused(good.slice(0, 100), 'not-a-list');
  const list = (inside: object) => listWith({ status_list: { bits: 1, lst, ...inside } });
  await statusIsRefused(list({ lst: deflateSync(Buffer.alloc(131_073)).toString('base64url') }), 'not-a-list');
  await statusIsRefused(list({ lst: deflateSync(Buffer.alloc(100_000_000)).toString('base64url') }), 'not-a-list');
  await statusIsRefused(list({ lst: deflateRawSync(emptyBits()).toString('base64url') }), 'not-a-list');
  await statusIsRefused(list({ lst: lst.slice(0, 40) }), 'not-a-list');
  await statusIsRefused(list({ lst: `${lst}=` }), 'not-a-list');
  await statusIsRefused(list({ lst: undefined }), 'not-a-list');
  for (const bits of [2, 0, '1', undefined]) await statusIsRefused(list({ bits }), 'not-a-list');
  for (const wrong of [
    { iat: '1' },
    { exp: undefined },
    { exp: SECONDS - 1 },
    { ttl: -1 },
    { ttl: '300' },
    { status_list: undefined },
    { status_list: 'x' },
  ])
    await statusIsRefused(listWith(wrong), 'not-a-list');
  assert.ok((await readStatus(`${good}\n`)).ok);
});

const anchors = [anchor!.publicJwk];
const readTrust = (text: string, more: Partial<Parameters<typeof readTrustList>[1]> = {}) =>
  readTrustList(text, { crypto: nodeCrypto, anchors, nowMs: NOW, seenVersion: 0, ...more });
const trustWith = (payload: object, header: object = {}, key = anchor): string =>
  anyJws({ alg: 'ES256', typ: 'trust-list+jwt', kid: anchor!.kid, ...header }, { ...trustListPayload(trust), ...payload }, by(key));

async function trustIsRefused(text: string, fault: ListFault, more: Partial<Parameters<typeof readTrustList>[1]> = {}): Promise<void> {
  const read = await readTrust(text, more);
  assert.equal(read.ok ? 'taken' : read.reason, fault, text.slice(0, 40));
}

test('the trust list comes back as it was meant: keys of cards and of lists, never the anchor', async () => {
  const read = await readTrust(await signTrustList(issuer.signer, issuer.trust, NOW));
  assert.ok(read.ok);
  assert.deepEqual(read.value, { ...trust, anchor: anchor!.publicJwk });
  assert.deepEqual(read.value.keys.map((key) => key.use).sort(), ['card', 'status']);
});

test('the trust list is believed for its anchor alone: the present one, or the next that is pinned beside it', async () => {
  const text = await signTrustList(issuer.signer, issuer.trust, NOW);
  const stranger = sampleIssuer();
  const other = (await activeKey(stranger.signer, 'anchor')).publicJwk;
  await trustIsRefused(text, 'bad-signature', { anchors: [other] });
  await trustIsRefused(text, 'bad-signature', { anchors: [] });
  assert.ok((await readTrust(text, { anchors: [other, anchor!.publicJwk] })).ok);
  await trustIsRefused(trustWith({}, {}, card), 'bad-signature');
  await trustIsRefused(trustWith({}, { kid: card!.kid }, card), 'bad-signature');
});

test('an older list than was seen is refused, and one whose time is over', async () => {
  const text = trustWith({ version: 5 });
  assert.ok((await readTrust(text, { seenVersion: 5 })).ok);
  await trustIsRefused(text, 'older-than-seen', { seenVersion: 6 });
  await trustIsRefused(text, 'expired', { nowMs: NOW + 3 * 86_400_000 });
});

test('trust list: HTML, another kind, algorithm or shape', async () => {
  await trustIsRefused('<html>', 'not-a-list');
  await trustIsRefused('', 'not-a-list');
  await trustIsRefused('x'.repeat(TRUST_LIST_CHARS_MAX + 1), 'too-large');
  await trustIsRefused(trustWith({}, { typ: 'JWT' }), 'wrong-kind');
  await trustIsRefused(trustWith({}, { crit: ['exp'] }), 'wrong-kind');
  await trustIsRefused(
    anyJws({ alg: 'none', typ: 'trust-list+jwt' }, trustListPayload(trust), () => Buffer.alloc(0)),
    'wrong-algorithm',
  );
  await trustIsRefused(trustWith({}).slice(0, -2), 'bad-signature');
  const [key] = trustListPayload(trust)['keys'] as readonly object[];
  for (const wrong of [
    { version: 0 },
    { version: '1' },
    { exp: undefined },
    { moi_truong: 'KHAC' },
    { vcts: 'x' },
    { vcts: [5] },
    { status_lists: undefined },
    { keys: {} },
    { keys: [{ ...key, use: 'anchor' }] },
    { keys: [{ ...key, jwk: { kty: 'RSA' } }] },
    { keys: [{ ...key, jwk: { ...card!.publicJwk, d: 'x' } }] },
    { keys: [{ ...key, issuer: 'Tên' }] },
    { keys: [{ ...key, iss: undefined }] },
    { keys: [{ ...key, nbf: 'x' }] },
    { keys: [null] },
    { keys: Array.from({ length: 1_001 }, () => key) },
  ])
    await trustIsRefused(trustWith(wrong), 'not-a-list');
});
