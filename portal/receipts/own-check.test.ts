/** What a browser finds out by itself, with and without WebCrypto. */
import assert from 'node:assert/strict';
import { webcrypto } from 'node:crypto';
import { test } from 'node:test';
import { CompactSign, exportJWK, generateKeyPair } from 'jose';
import { fileOfReceipt, hashOf, signedBy } from './own-check.ts';

const subtle = webcrypto.subtle as SubtleCrypto;

test('a file has one hash, whichever way it is made', async () => {
  const bytes = new TextEncoder().encode('abc');
  const known = 'ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad';
  assert.deepEqual([await hashOf(bytes, subtle), await hashOf(bytes, undefined)], [known, known]);
});

test('a signature holds for its key and its text alone', async () => {
  const [ours, others] = [await generateKeyPair('EdDSA', { extractable: true }), await generateKeyPair('EdDSA', { extractable: true })];
  const content = { number: 'BN-4T7QK-9XWEA', round: 1 };
  const jws = await new CompactSign(Buffer.from(JSON.stringify(content)))
    .setProtectedHeader({ alg: 'EdDSA', kid: 'k' })
    .sign(ours.privateKey);
  const x = async (pair: typeof ours): Promise<{ x: string }> => ({ x: String((await exportJWK(pair.publicKey)).x) });
  const [head, , signature] = jws.split('.');
  const forged = `${head}.${Buffer.from('{"round":2}').toString('base64url')}.${signature}`;
  assert.deepEqual(
    [
      await signedBy(jws, await x(ours), subtle),
      await signedBy(jws, await x(others), subtle),
      await signedBy(forged, await x(ours), subtle),
      await signedBy(jws, { x: '!' }, subtle),
      await signedBy(jws, await x(ours), undefined),
    ],
    ['right', 'wrong', 'wrong', 'wrong', 'cannot'],
  );
  assert.deepEqual(JSON.parse(fileOfReceipt(jws)), { ...content, jws });
});
