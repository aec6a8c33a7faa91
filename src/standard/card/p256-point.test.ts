import assert from 'node:assert/strict';
import { generateKeyPairSync } from 'node:crypto';
import { test } from 'node:test';
import { compressPoint, expandPoint } from './p256-point.ts';
import type { EcPublicJwk } from './shapes.ts';

test('a key in 33 bytes comes back whole', () => {
  for (let i = 0; i < 20; i++) {
    const { kty, crv, x, y } = generateKeyPairSync('ec', { namedCurve: 'P-256' }).publicKey.export({ format: 'jwk' }) as EcPublicJwk;
    assert.deepEqual(expandPoint(compressPoint({ kty, crv, x, y })), { kty, crv, x, y });
  }
});

test('an x without a point, beyond the field, or of another length is no key', () => {
  const x = new Uint8Array(32);
  x[31] = 1; // 1 − 3 + b has no root
  assert.equal(expandPoint({ x, yIsOdd: true }), null);
  assert.equal(expandPoint({ x: new Uint8Array(32).fill(255), yIsOdd: true }), null);
  assert.equal(expandPoint({ x: new Uint8Array(31), yIsOdd: true }), null);
  assert.equal(expandPoint({ x: new Uint8Array(0), yIsOdd: false }), null);
});
