import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { fromBase45, toBase45 } from './base45.ts';
import { utf8 } from './base64url.ts';

test('the examples of RFC 9285 §4.3 and §4.4', () => {
  for (const [text, encoded] of [
    ['AB', 'BB8'],
    ['Hello!!', '%69 VD92EX0'],
    ['base-45', 'UJCLQE7W581'],
    ['ietf!', 'QED8WEX0'],
  ] as const) {
    assert.equal(toBase45(utf8(text)), encoded);
    assert.deepEqual([...fromBase45(encoded)!], [...utf8(text)]);
  }
});

test('any bytes come back, in signs that a QR packs tightly', () => {
  fc.assert(
    fc.property(fc.uint8Array({ maxLength: 300 }), (bytes) => {
      const text = toBase45(bytes);
      assert.match(text, /^[0-9A-Z $%*+\-./:]*$/);
      assert.deepEqual(fromBase45(text), bytes);
    }),
  );
});

test('what no bytes are written as is refused (RFC 9285 §6): GGW is 65535, GGX is one too many', () => {
  assert.deepEqual(fromBase45('FGW'), Uint8Array.of(255, 255));
  for (const text of ['GGW', ':::', '::', 'A', 'ABCD', 'ab8', 'BB8\n', 'ÄB8', 'BBé']) assert.equal(fromBase45(text), null, text);
});
