import assert from 'node:assert/strict';
import { deflateSync } from 'node:zlib';
import { test } from 'node:test';
import type { EcPublicJwk } from '#standard/card/shapes.ts';
import { cardCrypto } from './crypto.ts';

const both = { 'with WebCrypto': await cardCrypto(crypto.subtle), 'without, over plain http': await cardCrypto(undefined) };
const bytes = (text: string): Uint8Array => new TextEncoder().encode(text);

async function signed(message: Uint8Array): Promise<{ key: EcPublicJwk; signature: Uint8Array }> {
  const pair = await crypto.subtle.generateKey({ name: 'ECDSA', namedCurve: 'P-256' }, true, ['sign', 'verify']);
  const { x, y } = await crypto.subtle.exportKey('jwk', pair.publicKey);
  const signature = await crypto.subtle.sign({ name: 'ECDSA', hash: 'SHA-256' }, pair.privateKey, Uint8Array.from(message));
  return { key: { kty: 'EC', crv: 'P-256', x: x!, y: y! }, signature: new Uint8Array(signature) };
}

for (const [how, primitives] of Object.entries(both)) {
  test(`${how}: hashes, and tells a good signature from all others`, async () => {
    const abc = await primitives.sha256(bytes('abc'));
    assert.equal(Buffer.from(abc).toString('hex'), 'ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad');
    // Twenty keys: half of all signatures have the greater s, which some libraries refuse.
    for (let i = 0; i < 20; i += 1) {
      const message = bytes(`thẻ ${i}`);
      const { key, signature } = await signed(message);
      assert.equal(await primitives.verifyEs256(key, message, signature), true);
      assert.equal(await primitives.verifyEs256(key, bytes('khác'), signature), false);
      assert.equal(await primitives.verifyEs256((await signed(message)).key, message, signature), false);
    }
  });

  test(`${how}: nonsense is a signature that does not hold, never a throw`, async () => {
    const message = bytes('thẻ');
    const { key, signature } = await signed(message);
    assert.equal(await primitives.verifyEs256(key, message, signature.subarray(0, 63)), false);
    assert.equal(await primitives.verifyEs256(key, message, new Uint8Array(64)), false);
    assert.equal(await primitives.verifyEs256({ ...key, x: key.y }, message, signature), false);
    assert.equal(await primitives.verifyEs256({ ...key, x: 'AA' }, message, signature), false);
    assert.equal(await primitives.verifyEs256({ ...key, x: '!' }, message, signature), false);
  });
}

test('what is inflated stops at its limit', async () => {
  const { inflate } = both['with WebCrypto'];
  assert.deepEqual(await inflate(deflateSync(new Uint8Array(1000)), 1000), new Uint8Array(1000));
  await assert.rejects(inflate(deflateSync(new Uint8Array(50_000_000)), 131_072), RangeError);
  await assert.rejects(inflate(bytes('không phải zlib'), 1000));
});
