import assert from 'node:assert/strict';
import { createPublicKey, generateKeyPairSync, sign, verify } from 'node:crypto';
import { test } from 'node:test';
import fc from 'fast-check';
import { derOfRaw, rawOfDer } from './signature-form.ts';

const { privateKey } = generateKeyPairSync('ec', { namedCurve: 'P-256' });
const publicKey = createPublicKey(privateKey);

/** Numbers of every length, with zeros in front and the highest bit set. */
const number = fc
  .tuple(fc.nat(32), fc.uint8Array({ minLength: 32, maxLength: 32 }))
  .map(([zeros, bytes]) => bytes.map((byte, at) => (at < zeros ? 0 : byte)));

test('each form comes back from the other', () => {
  fc.assert(
    fc.property(number, number, (r, s) => {
      const raw = Buffer.concat([r, s]);
      assert.deepEqual(rawOfDer(derOfRaw(raw)), raw);
    }),
  );
});

test('what one form verifies, so does the other; nothing else is, and nothing throws', () => {
  fc.assert(
    fc.property(fc.uint8Array({ maxLength: 40 }), number, fc.nat(63), fc.nat(255), (message, other, at, byte) => {
      const der = sign('sha256', message, privateKey);
      const good = rawOfDer(der);
      assert.deepEqual(derOfRaw(good), der);
      const changed = Buffer.from(good);
      changed[at] = byte;
      for (const raw of [good, changed, Buffer.concat([other, good.subarray(32)]), Buffer.concat([good.subarray(0, 32), other])])
        assert.equal(
          verify('sha256', message, publicKey, derOfRaw(raw)),
          verify('sha256', message, { key: publicKey, dsaEncoding: 'ieee-p1363' }, raw),
        );
    }),
    { numRuns: 200 },
  );
});
