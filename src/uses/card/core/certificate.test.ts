import assert from 'node:assert/strict';
import { createPublicKey, X509Certificate } from 'node:crypto';
import { test } from 'node:test';
import { sampleIssuer } from './card-for-tests.ts';
import { certificateOf, certificateToSign, kidOf } from './certificate.ts';
import { signEs256 } from './key-file-signer.ts';
import { sampleHolder } from './card-for-tests.ts';

const issuer = sampleIssuer();
const [anchor, card, status] = (await issuer.signer.keys()).map((key) => ({ ...key, x509: new X509Certificate(Buffer.from(key.certDer)) }));

test('OpenSSL reads the certificates: an anchor that may sign others, and two keys under it that may not', () => {
  assert.deepEqual([anchor!.x509.ca, card!.x509.ca, status!.x509.ca], [true, false, false]);
  assert.ok(anchor!.x509.verify(anchor!.x509.publicKey));
  for (const leaf of [card!, status!]) {
    assert.ok(leaf.x509.checkIssued(anchor!.x509));
    assert.ok(leaf.x509.verify(anchor!.x509.publicKey));
    assert.ok(leaf.x509.checkPrivateKey !== undefined && leaf.x509.publicKey.asymmetricKeyDetails?.namedCurve === 'prime256v1');
    assert.equal(leaf.x509.publicKey.export({ format: 'jwk' }).x, leaf.publicJwk.x);
  }
  assert.ok(!card!.x509.verify(status!.x509.publicKey));
});

test('the purposes are kept apart, and the names say what they are', () => {
  assert.equal(anchor!.x509.keyUsage, undefined);
  const [forCards, forLists] = [card!.x509.keyUsage, status!.x509.keyUsage];
  assert.equal(forCards?.length, 1);
  assert.equal(forLists?.length, 1);
  assert.notDeepEqual(forCards, forLists);
  assert.match(card!.x509.subject, /O=Công Vụ \(THỬ NGHIỆM\)\nCN=Ký thẻ CBCCVC/);
  assert.equal(card!.x509.issuer, anchor!.x509.subject);
});

test('a certificate holds from an hour before it was made; a leaf for 400 days, the anchor for ten years', () => {
  assert.equal(new Date(card!.x509.validFrom).toISOString(), '2026-11-27T01:10:00.000Z');
  assert.equal(new Date(card!.x509.validTo).toISOString(), '2028-01-01T02:10:00.000Z');
  assert.equal(new Date(anchor!.x509.validTo).toISOString(), '2036-11-24T02:10:00.000Z');
});

test('the name of a key is 8 bytes of the hash of its certificate', () => {
  assert.equal(
    kidOf(card!.certDer),
    Buffer.from(card!.x509.fingerprint256.replaceAll(':', ''), 'hex').subarray(0, 8).toString('base64url'),
  );
  assert.equal(card!.kid, kidOf(card!.certDer));
});

test('dates after 2049, long names and serial numbers that begin with a one bit are written rightly', () => {
  const { privateKey } = sampleHolder();
  const publicKey = createPublicKey(privateKey);
  const name = { organisation: 'Ủy ban nhân dân '.repeat(20), common: 'x' };
  const toBeSigned = certificateToSign({
    use: 'card',
    subject: name,
    issuer: name,
    publicKey,
    issuerKey: publicKey,
    serial: Uint8Array.of(0xff, 0, 1),
    notBefore: '2049-12-31T23:59:59.000Z',
    notAfter: '2051-01-01T00:00:00.000Z',
  });
  const read = new X509Certificate(certificateOf(toBeSigned, signEs256(privateKey, toBeSigned)));
  assert.equal(read.serialNumber, 'FF0001');
  assert.equal(new Date(read.validFrom).toISOString(), '2049-12-31T23:59:59.000Z');
  assert.equal(new Date(read.validTo).toISOString(), '2051-01-01T00:00:00.000Z');
  assert.ok(read.verify(publicKey));
});

test('whatever the signature begins with, OpenSSL takes it', () => {
  const { privateKey } = sampleHolder();
  const publicKey = createPublicKey(privateKey);
  for (let i = 0; i < 300; i++) {
    const toBeSigned = certificateToSign({
      use: 'status',
      subject: { organisation: 'a', common: String(i) },
      issuer: { organisation: 'a', common: 'b' },
      publicKey,
      issuerKey: publicKey,
      serial: Uint8Array.of(1),
      notBefore: '2026-01-01T00:00:00.000Z',
      notAfter: '2027-01-01T00:00:00.000Z',
    });
    assert.ok(new X509Certificate(certificateOf(toBeSigned, signEs256(privateKey, toBeSigned))).verify(publicKey));
  }
});
