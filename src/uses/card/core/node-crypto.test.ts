import assert from 'node:assert/strict';
import { test } from 'node:test';
import { deflateSync } from 'node:zlib';
import fc from 'fast-check';
import { webCrypto } from '#standard/card/web-crypto.ts';
import { sampleHolder } from './card-for-tests.ts';
import { signEs256 } from './key-store.ts';
import { nodeCrypto } from './node-crypto.ts';

const web = webCrypto(globalThis.crypto.subtle);

test('server and browser give the same answers', async () => {
  const { privateKey, jwk } = sampleHolder();
  await fc.assert(
    fc.asyncProperty(fc.uint8Array({ maxLength: 200 }), fc.nat(80), async (message, cut) => {
      assert.deepEqual(Buffer.from(await nodeCrypto.sha256(message)), Buffer.from(await web.sha256(message)));
      const signature = signEs256(privateKey, message).subarray(0, cut);
      assert.equal(await nodeCrypto.verifyEs256(jwk, message, signature), cut >= 64);
      assert.equal(await web.verifyEs256(jwk, message, signature), cut >= 64);
      const packed = deflateSync(message);
      assert.deepEqual(Buffer.from(await nodeCrypto.inflate(packed, 200)), Buffer.from(await web.inflate(packed, 200)));
    }),
    { numRuns: 60 },
  );
});

test('a key that is no point of the curve, and a bomb: false, and refused', async () => {
  const { jwk } = sampleHolder();
  assert.equal(await nodeCrypto.verifyEs256({ ...jwk, y: jwk.x }, Buffer.from('x'), Buffer.alloc(64)), false);
  await assert.rejects(nodeCrypto.inflate(deflateSync(Buffer.alloc(50_000_000)), 131_072));
  await assert.rejects(nodeCrypto.inflate(Buffer.from('<html>'), 131_072));
});
