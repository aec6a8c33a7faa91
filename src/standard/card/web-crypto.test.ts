import assert from 'node:assert/strict';
import { createHash, generateKeyPairSync, randomBytes, sign } from 'node:crypto';
import { test } from 'node:test';
import { deflateRawSync, deflateSync, gzipSync } from 'node:zlib';
import type { EcPublicJwk } from './shapes.ts';
import { inflate, webCrypto } from './web-crypto.ts';

const { sha256, verifyEs256 } = webCrypto(globalThis.crypto.subtle);
const { privateKey, publicKey } = generateKeyPairSync('ec', { namedCurve: 'P-256' });
const { kty, crv, x, y } = publicKey.export({ format: 'jwk' }) as EcPublicJwk;
const jwk: EcPublicJwk = { kty, crv, x, y };
const message = randomBytes(50);
const signature = sign('sha256', message, { key: privateKey, dsaEncoding: 'ieee-p1363' });

test('hash and signature as node:crypto makes them', async () => {
  assert.deepEqual(Buffer.from(await sha256(message)), createHash('sha256').update(message).digest());
  assert.equal(await verifyEs256(jwk, message, signature), true);
});

test('a signature of another length, form or message is false, and so is a key that is no point; never a throw', async () => {
  const derForm = sign('sha256', message, privateKey);
  for (const wrong of [signature.subarray(0, 63), Buffer.concat([signature, Buffer.alloc(1)]), derForm, Buffer.alloc(64), Buffer.alloc(0)])
    assert.equal(await verifyEs256(jwk, message, wrong), false);
  assert.equal(await verifyEs256(jwk, randomBytes(50), signature), false);
  assert.equal(await verifyEs256({ ...jwk, y: jwk.x }, message, signature), false);
});

test('zlib is inflated up to the limit and not a byte further', async () => {
  const plain = Buffer.alloc(131_072, 5);
  assert.deepEqual(Buffer.from(await inflate(deflateSync(plain), 131_072)), plain);
  await assert.rejects(inflate(deflateSync(plain), 131_071));
});

test('a bomb of a gigabyte is let go of at once', async () => {
  const megabyte = deflateRawSync(Buffer.alloc(1_048_576), { finishFlush: 2 });
  const bomb = Buffer.concat([Uint8Array.of(0x78, 0x9c), ...Array.from({ length: 1_024 }, () => megabyte)]);
  const before = process.memoryUsage().arrayBuffers;
  await assert.rejects(inflate(bomb, 131_072), /beyond the limit/);
  assert.ok(process.memoryUsage().arrayBuffers - before < 50_000_000);
});

test('what is not zlib is refused: raw, gzip, HTML, cut short, wrong sum, something after it', async () => {
  const good = deflateSync('danh sách');
  const wrongSum = Buffer.from(good);
  wrongSum[wrongSum.length - 1]! ^= 1;
  for (const wrong of [
    deflateRawSync('x'),
    gzipSync('x'),
    Buffer.from('<html>'),
    good.subarray(0, -3),
    wrongSum,
    Buffer.concat([good, good]),
    Buffer.alloc(0),
  ])
    await assert.rejects(inflate(wrong, 1_000));
});
