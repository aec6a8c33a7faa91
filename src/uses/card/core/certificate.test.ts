import assert from 'node:assert/strict';
import { createPublicKey, X509Certificate } from 'node:crypto';
import { test } from 'node:test';
import { sampleIssuer } from './card-for-tests.ts';
import { certificateOf, certificateToSign, kidOf, namesIssuer } from './certificate.ts';
import { signEs256 } from './key-store.ts';
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

test('no purpose of our own making, which readers of the world refuse; the names say what they are', () => {
  for (const one of [anchor!, card!, status!]) assert.equal(one.x509.keyUsage, undefined);
  assert.match(card!.x509.subject, /O=Công Vụ \(THỬ NGHIỆM\)\nCN=Ký thẻ CBCCVC/);
  assert.match(status!.x509.subject, /O=Công Vụ \(THỬ NGHIỆM\)\nCN=Ký danh sách trạng thái thẻ CBCCVC/);
  assert.equal(card!.x509.issuer, anchor!.x509.subject);
});

test('cards and lists are signed under the name of the issuer: its identifier and its host; the anchor outlives addresses and names none', () => {
  assert.equal(anchor!.x509.subjectAltName, undefined);
  for (const leaf of [card!, status!]) {
    assert.equal(leaf.x509.subjectAltName, 'URI:https://the.example/card, DNS:the.example');
    assert.ok(namesIssuer(leaf.certDer, 'https://the.example/card'));
    assert.ok(!namesIssuer(leaf.certDer, 'https://the.example/car'));
    assert.ok(!namesIssuer(leaf.certDer, 'https://the.example/card2'));
  }
});

test('an address of the network is named as one, and not as a name', () => {
  const { privateKey } = sampleHolder();
  const publicKey = createPublicKey(privateKey);
  const named = (issuerId: string): string | undefined => {
    const name = { organisation: 'a', common: 'b' };
    const [notBefore, notAfter] = ['2026-01-01T00:00:00.000Z', '2027-01-01T00:00:00.000Z'];
    const toBeSigned = certificateToSign({
      use: 'card',
      issuerId,
      subject: name,
      issuer: name,
      publicKey,
      issuerKey: publicKey,
      serial: Uint8Array.of(1),
      notBefore,
      notAfter,
    });
    return new X509Certificate(certificateOf(toBeSigned, signEs256(privateKey, toBeSigned))).subjectAltName?.replaceAll(/URI:[^,]*, /g, '');
  };
  assert.equal(named('http://127.0.0.1:8080/card'), 'IP Address:127.0.0.1');
  assert.equal(named('http://[::1]:8080/card'), 'IP Address:0:0:0:0:0:0:0:1');
  assert.equal(named('https://[2001:db8::5:0:7]/card'), 'IP Address:2001:DB8:0:0:0:5:0:7');
  assert.equal(named('http://localhost:8080/card'), 'DNS:localhost');
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
    issuerId: 'https://the.example/card',
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
      issuerId: 'https://the.example/card',
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
