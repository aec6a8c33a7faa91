/** Whom a door believes about the trust list: anchors that it pinned, keys that those vouch for, anchors that those announced; and what is tried against that. */
import assert from 'node:assert/strict';
import { createPublicKey, generateKeyPairSync } from 'node:crypto';
import type { KeyObject } from 'node:crypto';
import { test } from 'node:test';
import { systemChance } from '#base/chance.ts';
import { readCertificate } from '#standard/card/x509.ts';
import { handedOver, readTrustList, TRUST_LIST_TYP, trustListPayload } from '#standard/card/trust-list.ts';
import type { EcPublicJwk, TrustList } from '#standard/card/shapes.ts';
import { anyJws, sampleIssuer } from './card-for-tests.ts';
import { certificateOf, certificateToSign } from './certificate.ts';
import type { CertificateInput } from './certificate.ts';
import { signEs256 } from './key-store.ts';
import { nodeCrypto, publicJwkOf } from './node-crypto.ts';
import { trustListOf } from './trust-list-issue.ts';

const AT = '2026-11-30T02:00:00.000Z';
const NOW = Date.parse(AT);
const HOUR = 3_600_000;
const instant = (ms: number): string => new Date(NOW + ms).toISOString();
const NAME = { organisation: 'Thử', common: 'Neo' };

interface Made {
  readonly key: KeyObject;
  readonly jwk: EcPublicJwk;
  readonly der: Buffer;
}
/** A certificate and its key. @param above  who signs it; absent: itself */
function aCertificate(use: CertificateInput['use'], above?: Made, from = -HOUR, until = 1_000 * HOUR): Made {
  const { privateKey } = generateKeyPairSync('ec', { namedCurve: 'P-256' });
  const toBeSigned = certificateToSign({
    use,
    issuerId: 'https://the.example/card',
    subject: { ...NAME, common: use },
    issuer: above?.der ?? { ...NAME, common: use },
    publicKey: createPublicKey(privateKey),
    issuerKey: createPublicKey(above?.key ?? privateKey),
    serial: systemChance.bytes(16),
    notBefore: instant(from),
    notAfter: instant(until),
  });
  const der = certificateOf(toBeSigned, signEs256(above?.key ?? privateKey, toBeSigned));
  return { key: privateKey, jwk: publicJwkOf(privateKey), der };
}

const issuer = sampleIssuer(AT);
const plain = await trustListOf(issuer.signer, issuer.trust, NOW);
const x5c = (...made: readonly Made[]): object => ({ x5c: made.map(({ der }) => der.toString('base64')) });
const listBy = (by: Made, header: object = {}, more: Partial<TrustList> = {}): string =>
  anyJws({ alg: 'ES256', typ: TRUST_LIST_TYP, ...header }, trustListPayload({ ...plain, ...more }), (bytes) => signEs256(by.key, bytes));
type Check = Partial<Parameters<typeof readTrustList>[1]>;
async function reads(text: string, anchors: readonly Made[], more: Check = {}): Promise<string> {
  const how = { crypto: nodeCrypto, anchors: anchors.map(({ jwk }) => jwk), nowMs: NOW, seenVersion: 0, ...more };
  const read = await readTrustList(text, how);
  return read.ok ? `${read.value.anchor?.x === anchors[0]?.jwk.x ? 'first' : 'other'} ${read.value.listKeySince ?? 'itself'}` : read.reason;
}

const [root, stranger] = [aCertificate('root'), aCertificate('root')];
const list = aCertificate('list', root);

test('a list by a key that a pinned anchor vouches for, or by the anchor itself', async () => {
  assert.equal(await reads(listBy(list, x5c(list)), [root]), `first ${instant(-HOUR)}`);
  assert.equal(await reads(listBy(root), [root]), 'first itself');
  assert.equal(await reads(listBy(list, x5c(list)), [stranger, root]), `other ${instant(-HOUR)}`, 'which one is said');
});

test('nobody else: another anchor, no certificate, another key, more of a chain than one, an anchor of their own within', async () => {
  const foreign = aCertificate('list', stranger);
  for (const [what, text] of Object.entries({
    'a stranger’s anchor': listBy(foreign, x5c(foreign)),
    'without its certificate': listBy(list),
    'with the certificate of another key': listBy(foreign, x5c(list)),
    'a longer chain': listBy(list, x5c(list, root)),
    'an anchor of its own within': listBy(stranger, x5c(stranger)),
    'no certificate at all': listBy(list, { x5c: ['AAAA'] }),
    'nothing in it': listBy(list, { x5c: [] }),
  }))
    assert.equal(await reads(text, [root]), 'bad-signature', what);
});

test('a key of cards or lists vouches for no trust list, whoever signed its certificate', async () => {
  // The anchor of an installation of before signed those of cards itself.
  const online = aCertificate('anchor');
  for (const use of ['card', 'status'] as const) {
    const leaf = aCertificate(use, online);
    assert.equal(await reads(listBy(leaf, x5c(leaf)), [online]), 'bad-signature', use);
  }
});

test('a certificate holds from its first to its last instant, and a key of before is refused under the same anchor', async () => {
  for (const [from, until, said] of [
    [-2 * HOUR, -HOUR, 'bad-signature'],
    [HOUR, 2 * HOUR, 'bad-signature'],
    [-HOUR, HOUR, `first ${instant(-HOUR)}`],
  ] as const) {
    const one = aCertificate('list', root, from, until);
    assert.equal(await reads(listBy(one, x5c(one)), [root]), said);
  }
  const seen = (anchor: Made, since: string): Check => ({ seenListKey: { anchor: anchor.jwk, since } });
  assert.equal(await reads(listBy(list, x5c(list)), [root], seen(root, instant(0))), 'older-than-seen');
  assert.equal(await reads(listBy(list, x5c(list)), [root], seen(root, instant(-HOUR))), `first ${instant(-HOUR)}`);
  assert.equal(await reads(listBy(list, x5c(list)), [root], seen(stranger, instant(0))), `first ${instant(-HOUR)}`);
});

test('a door that was away comes over by the list of then, however many anchors ago; by nobody else’s', async () => {
  const [second, third] = [aCertificate('root'), aCertificate('root')];
  const [byFirst, bySecond, byThird] = [root, second, third].map((one) => aCertificate('list', one));
  const past = { issuedAt: instant(-500 * HOUR), expiresAt: instant(-400 * HOUR) };
  const own = aCertificate('list', root, -600 * HOUR);
  const announced = listBy(own, x5c(own), { ...past, nextAnchors: [second.jwk] });
  const then = { ...past, issuedAt: instant(-HOUR / 2) };
  const again = listBy(bySecond!, x5c(bySecond!), { ...then, nextAnchors: [third.jwk], handover: announced });
  const now = listBy(byThird!, x5c(byThird!), { handover: again });
  const over = async (text: string, from: Made): Promise<readonly string[] | null> =>
    (await handedOver(text, { crypto: nodeCrypto, anchors: [from.jwk] }))?.map(({ x }) => x) ?? null;
  assert.deepEqual(await over(again, root), [second.jwk.x]);
  assert.deepEqual(await over(now, second), [third.jwk.x]);
  assert.deepEqual(await over(now, root), [third.jwk.x]);
  assert.equal(await over(now, stranger), null);
  assert.equal(await over(listBy(byThird!, x5c(byThird!)), root), null, 'nothing is handed over');
  const forged = listBy(aCertificate('list', stranger), {}, { nextAnchors: [stranger.jwk] });
  assert.equal(await over(listBy(byThird!, x5c(byThird!), { handover: forged }), root), null);
  const silent = listBy(byFirst!, x5c(byFirst!));
  assert.equal(await over(listBy(byThird!, x5c(byThird!), { handover: silent }), root), null, 'it announced nobody');
});

test('the reader of certificates reads ours, and nothing that is cut, longer or of another kind', () => {
  const leaf = aCertificate('card', list);
  const read = readCertificate(leaf.der)!;
  assert.deepEqual([read.key, read.isAuthority, read.notBeforeMs, read.notAfterMs], [leaf.jwk, false, NOW - HOUR, NOW + 1_000 * HOUR]);
  assert.deepEqual(Buffer.from(read.issuer), Buffer.from(readCertificate(list.der)!.subject));
  assert.equal(readCertificate(list.der)!.isAuthority, true);
  for (let at = 0; at < leaf.der.length; at += 7) assert.equal(readCertificate(leaf.der.subarray(0, at)), null);
  assert.equal(readCertificate(Buffer.concat([leaf.der, Buffer.alloc(1)])), null);
  // Whatever one byte is turned into, it is read or not, and never throws.
  for (let at = 0; at < leaf.der.length; at++) {
    const changed = Buffer.from(leaf.der);
    changed[at]! ^= 0xff;
    readCertificate(changed);
  }
});
