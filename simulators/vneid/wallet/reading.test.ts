/** The wallet's own reading and making beside what issuer and doors share: two writings of one specification, held against each other. */
import assert from 'node:assert/strict';
import { createPublicKey, generateKeyPairSync } from 'node:crypto';
import type { KeyObject } from 'node:crypto';
import { deflateSync } from 'node:zlib';
import { test } from 'node:test';
import fc from 'fast-check';
import { systemChance } from '#base/chance.ts';
import { toBase45 } from '#standard/card/base45.ts';
import { draftDoorQr } from '#standard/card/door-qr.ts';
import { isEnded, readStatusList } from '#standard/card/status-list.ts';
import { readTrustList as readAtDoor, trustListPayload } from '#standard/card/trust-list.ts';
import type { EcPublicJwk, TrustList } from '#standard/card/shapes.ts';
import { anyJws, sampleIssuer, SAMPLE_LIST } from '#uses/card/core/card-for-tests.ts';
import { certificateOf, certificateToSign, kidOf } from '#uses/card/core/certificate.ts';
import type { CertificateInput } from '#uses/card/core/certificate.ts';
import { signEs256 } from '#uses/card/core/key-store.ts';
import { nodeCrypto, publicJwkOf } from '#uses/card/core/node-crypto.ts';
import { signStatusList } from '#uses/card/core/status-list-issue.ts';
import { signTrustList, trustListOf } from '#uses/card/core/trust-list-issue.ts';
import { doorCodeToSign } from './door-code.ts';
import { standingIn } from './status-list.ts';
import { readTrustList } from './trust-list.ts';
import { readCertificate } from './x509.ts';

const AT = '2026-11-30T02:00:00.000Z';
const NOW = Date.parse(AT);
const HOUR = 3_600_000;
const seconds = Math.floor(NOW / 1000);
const instant = (ms: number): string => new Date(NOW + ms).toISOString();

test('a door code is the one of the standard, byte for byte', () => {
  fc.assert(
    fc.property(
      fc.uint8Array({ minLength: 1, maxLength: 700 }),
      fc.integer({ min: 0, max: 0xffff_ffff }),
      fc.uint8Array({ minLength: 8, maxLength: 8 }),
      fc.option(fc.uint8Array({ minLength: 8, maxLength: 8 })),
      fc.uint8Array({ minLength: 64, maxLength: 64 }),
      (copy, at, nonce, hint, signature) => {
        const vn1 = `VN1:${toBase45(copy)}`;
        const [own, standard] = [doorCodeToSign(vn1, { seconds: at, nonce, hint }), draftDoorQr(vn1, at, nonce, hint)];
        assert.deepEqual(own!.toBeSigned, new Uint8Array(standard!.toBeSigned));
        assert.equal(own!.signedBy(signature), standard!.assemble(signature));
      },
    ),
  );
});

test('there is no code of what is no VN1, or with a number of another length', () => {
  const nonce = new Uint8Array(8);
  for (const [vn1, parts] of [
    ['VN2:AA', { nonce, hint: null }],
    ['VN1:ab', { nonce, hint: null }],
    ['VN1:A', { nonce, hint: null }],
    ['VN1:::', { nonce, hint: null }],
    ['VN1:AAA', { nonce: new Uint8Array(7), hint: null }],
    ['VN1:AAA', { nonce, hint: new Uint8Array(3) }],
  ] as const)
    assert.equal(doorCodeToSign(vn1, { seconds, ...parts }), null, vn1);
});

const issuer = sampleIssuer(AT);
const issued = await trustListOf(issuer.signer, issuer.trust, NOW);
const anchorKey = (await issuer.signer.keys()).find(({ use }) => use === 'anchor')!;

test('the issuer’s own trust list: the same keys and lists as a door reads', async () => {
  const text = await signTrustList(issuer.signer, issuer.trust, NOW);
  const own = await readTrustList(text, anchorKey.publicJwk, NOW);
  const door = await readAtDoor(text, { crypto: nodeCrypto, anchors: [anchorKey.publicJwk], nowMs: NOW, seenVersion: 0 });
  assert.ok(own && door.ok);
  assert.deepEqual(
    own.keys,
    door.value.keys.map(({ kid, use, jwk }) => ({ kid, use, jwk })),
  );
  assert.deepEqual(own.statusLists, door.value.statusLists);
  assert.equal(await readTrustList(text, anchorKey.publicJwk, Date.parse(issued.expiresAt)), null, 'its time is over');
});

interface Made {
  readonly key: KeyObject;
  readonly jwk: EcPublicJwk;
  readonly der: Buffer;
}
/** A certificate and its key. @param above  who signs it; absent: itself */
function aCertificate(use: CertificateInput['use'], above?: Made, more: { from?: number; until?: number; common?: string } = {}): Made {
  const { privateKey } = generateKeyPairSync('ec', { namedCurve: 'P-256' });
  const name = { organisation: 'Thử', common: more.common ?? use };
  const toBeSigned = certificateToSign({
    use,
    issuerId: 'https://the.example/card',
    subject: name,
    issuer: above?.der ?? name,
    publicKey: createPublicKey(privateKey),
    issuerKey: createPublicKey(above?.key ?? privateKey),
    serial: systemChance.bytes(16),
    notBefore: instant(more.from ?? -HOUR),
    notAfter: instant(more.until ?? 1_000 * HOUR),
  });
  return { key: privateKey, jwk: publicJwkOf(privateKey), der: certificateOf(toBeSigned, signEs256(above?.key ?? privateKey, toBeSigned)) };
}
const [root, stranger] = [aCertificate('root'), aCertificate('root')];
const list = aCertificate('list', root);
const x5c = (...made: readonly Made[]): object => ({ x5c: made.map(({ der }) => der.toString('base64')) });
const listBy = (by: Made, header: object = {}, more: object = {}): string =>
  anyJws({ alg: 'ES256', typ: 'trust-list+jwt', ...header }, { ...trustListPayload(issued), ...more }, (bytes) => signEs256(by.key, bytes));

test('whom the wallet believes about the trust list: the anchor, or whoever it leads to by one or two certificates', async () => {
  const middle = aCertificate('root', root);
  const below = aCertificate('list', middle);
  for (const [what, text] of Object.entries({
    'the anchor itself': listBy(root),
    'a key that it certified': listBy(list, x5c(list)),
    'with the certificate of the anchor behind': listBy(list, x5c(list, root)),
    'by somebody between': listBy(below, x5c(below, middle)),
  }))
    assert.ok(await readTrustList(text, root.jwk, NOW), what);
  const [foreign, online] = [aCertificate('list', stranger), aCertificate('anchor')];
  const leaf = aCertificate('card', online);
  const [over, early] = [aCertificate('list', root, { until: -1 }), aCertificate('list', root, { from: HOUR })];
  for (const [what, text, anchor] of [
    ['a stranger’s anchor', listBy(foreign, x5c(foreign)), root],
    ['a stranger’s anchor behind', listBy(foreign, x5c(foreign, stranger)), root],
    ['the anchor behind a stranger’s', listBy(foreign, x5c(foreign, root)), root],
    ['without its certificate', listBy(list), root],
    ['with the certificate of another key', listBy(foreign, x5c(list)), root],
    ['three certificates', listBy(below, x5c(below, middle, root)), root],
    ['no certificate at all', listBy(list, { x5c: ['AAAA'] }), root],
    ['nothing in it', listBy(list, { x5c: [] }), root],
    ['a key for cards', listBy(leaf, x5c(leaf)), online],
    ['under a key for cards', listBy(foreign, x5c(aCertificate('list', leaf), leaf)), online],
    ['a certificate that is over', listBy(over, x5c(over)), root],
    ['one that has not begun', listBy(early, x5c(early)), root],
    ['another type', listBy(root, { typ: 'JWT' }), root],
    ['another algorithm', listBy(root, { alg: 'none' }), root],
    ['something critical', listBy(root, { crit: ['exp'] }), root],
    ['a list that is over', listBy(root, {}, { exp: seconds }), root],
    ['a list without an end', listBy(root, {}, { exp: undefined }), root],
  ] as const)
    assert.equal(await readTrustList(text, anchor.jwk, NOW), null, what);
});

test('a key is left out whose time is not now, that is trusted no more, or whose certificate is another one’s', async () => {
  const own = aCertificate('card', list, { common: 'Ký thẻ CBCCVC' });
  const kid = kidOf(own.der);
  const good = { kid, use: 'card', jwk: own.jwk, nbf: seconds - 60, exp: seconds + 60, ...x5c(own, list) };
  const keysOf = async (key: object, more: object = {}): Promise<number> =>
    (await readTrustList(listBy(root, {}, { keys: [key], ...more }), root.jwk, NOW))!.keys.length;
  assert.equal(await keysOf(good), 1);
  assert.equal(await keysOf({ ...good, x5c: undefined }), 1, 'the list alone vouches for it');
  const [other, forLists] = [
    aCertificate('card', list, { common: 'Ký thẻ CBCCVC' }),
    aCertificate('status', list, { common: 'Ký danh sách trạng thái thẻ CBCCVC' }),
  ];
  for (const [what, key, more] of [
    ['not yet', { ...good, nbf: seconds + 1 }, {}],
    ['no more', { ...good, exp: seconds }, {}],
    ['distrusted', good, { distrusted: [kid] }],
    ['another key', { ...good, jwk: other.jwk }, {}],
    ['another identifier', { ...good, kid: kidOf(other.der) }, {}],
    ['a key for lists said to be one for cards', { ...good, kid: kidOf(forLists.der), jwk: forLists.jwk, ...x5c(forLists) }, {}],
    ['another curve', { ...good, jwk: { ...own.jwk, crv: 'P-384' } }, {}],
    ['no certificate', { ...good, x5c: ['AAAA'] }, {}],
  ] as const)
    assert.equal(await keysOf(key, more), 0, what);
});

test('the certificate reader says of ours who may sign certificates, and reads nothing that is cut', () => {
  for (const [use, is] of [
    ['root', true],
    ['list', true],
    ['anchor', true],
    ['card', false],
    ['status', false],
    ['door', false],
  ] as const)
    assert.equal(readCertificate(new Uint8Array(aCertificate(use, root).der))!.isAuthority, is, use);
  const whole = new Uint8Array(list.der);
  for (let at = 0; at < whole.length; at++) {
    assert.equal(readCertificate(whole.slice(0, at)), null);
    const changed = whole.slice();
    changed[at]! ^= 0xff;
    readCertificate(changed); // read or not, and never a throw
  }
});

const trust = (await readTrustList(await signTrustList(issuer.signer, issuer.trust, NOW), anchorKey.publicJwk, NOW))!;
const statusKey = (await issuer.signer.keys()).find(({ use }) => use === 'status')!;
const asked = { trust, uri: SAMPLE_LIST, nowMs: NOW } as const;

test('a status list says of each place what it says to a door', async () => {
  const bits = systemChance.bytes(131_072);
  const text = await signStatusList(issuer.signer, SAMPLE_LIST, Buffer.from(bits), NOW, 1);
  const atDoor = { ...issued, keys: issued.keys } satisfies TrustList;
  const door = await readStatusList(text, { crypto: nodeCrypto, trust: atDoor, uri: SAMPLE_LIST, nowMs: NOW });
  assert.ok(door.ok);
  for (const index of [0, 7, 8, 123_456, 2 ** 20 - 1, ...Array.from({ length: 40 }, (_, i) => i * 26_003)])
    assert.equal(await standingIn(text, { ...asked, index }), isEnded(door.value, index) ? 'ended' : 'good', String(index));
  for (const index of [-1, 2 ** 20, 0.5, Number.NaN]) assert.equal(await standingIn(text, { ...asked, index }), 'unknown', String(index));
});

test('what a status list cannot say is not known; what is over its time can still say that a copy ended', async () => {
  const signed = (payload: object, header: object = {}): Promise<string> =>
    signedBy(statusKey.kid, { typ: 'statuslist+jwt', kid: statusKey.kid, ...header }, payload);
  const lst = (bytes: Uint8Array): string => deflateSync(bytes).toString('base64url');
  const good = { sub: SAMPLE_LIST, iat: seconds, exp: seconds + 60, ttl: 300, status_list: { bits: 1, lst: lst(Uint8Array.of(0b10)) } };
  const says = async (text: string, index = 0): Promise<string> => standingIn(text, { ...asked, index });
  assert.deepEqual([await says(await signed(good)), await says(await signed(good), 1)], ['good', 'ended']);
  const old = { ...good, exp: seconds };
  assert.deepEqual([await says(await signed(old)), await says(await signed(old), 1)], ['unknown', 'ended']);
  // Entries of more bits (Token Status List): 2 is "suspended", no standing that a door lets in.
  const wide = { ...good, status_list: { bits: 2, lst: lst(Uint8Array.of(0b00_10_01_00)) } };
  assert.deepEqual(await Promise.all([0, 1, 2, 3, 4].map(async (index) => says(await signed(wide), index))), [
    'good',
    'ended',
    'ended',
    'good',
    'unknown',
  ]);
  const cardKid = trust.keys.find(({ use }) => use === 'card')!.kid;
  for (const [what, text] of [
    ['another list', await signed({ ...good, sub: `${SAMPLE_LIST}0` })],
    ['another type', await signed(good, { typ: 'JWT' })],
    ['a key for cards', await signedBy(cardKid, { typ: 'statuslist+jwt', kid: cardKid }, good)],
    ['a signature by another key', await signedBy(cardKid, { typ: 'statuslist+jwt', kid: statusKey.kid }, good)],
    ['a width that there is not', await signed({ ...good, status_list: { ...good.status_list, bits: 3 } })],
    ['not zlib', await signed({ ...good, status_list: { bits: 1, lst: 'AAAA' } })],
    ['cut short', await signed({ ...good, status_list: { bits: 1, lst: lst(new Uint8Array(500).fill(7)).slice(0, -8) } })],
    ['a bomb', await signed({ ...good, status_list: { bits: 1, lst: lst(new Uint8Array(2_000_000)) } })],
    ['no list', 'a.b.c'],
  ] as const)
    assert.equal(await says(text), 'unknown', what);
});

async function signedBy(kid: string, header: object, payload: object): Promise<string> {
  const part = (value: object): string => Buffer.from(JSON.stringify(value)).toString('base64url');
  const text = `${part({ alg: 'ES256', ...header })}.${part(payload)}`;
  return `${text}.${Buffer.from(await issuer.signer.sign(kid, Buffer.from(text))).toString('base64url')}`;
}
