import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { fromBase64url, fromUtf8, toBase64url, utf8 } from './base64url.ts';

test('the vectors of RFC 4648 §10, without padding', () => {
  for (const [text, encoded] of [
    ['', ''],
    ['f', 'Zg'],
    ['fo', 'Zm8'],
    ['foo', 'Zm9v'],
    ['foob', 'Zm9vYg'],
    ['fooba', 'Zm9vYmE'],
    ['foobar', 'Zm9vYmFy'],
  ] as const) {
    assert.equal(toBase64url(utf8(text)), encoded);
    assert.equal(fromUtf8(fromBase64url(encoded)!), text);
  }
});

test('any bytes: the same as Buffer, there and back', () => {
  fc.assert(
    fc.property(fc.uint8Array({ maxLength: 300 }), (bytes) => {
      const text = toBase64url(bytes);
      assert.equal(text, Buffer.from(bytes).toString('base64url'));
      assert.deepEqual(fromBase64url(text), bytes);
    }),
  );
});

test('one text for one value: padding, blanks, the other alphabet, loose bits and impossible lengths are refused', () => {
  for (const text of ['Zg==', 'Zg ', ' Zg', 'Z g', 'Zh', 'Zm9', 'Z', 'Zm9vY', '+/+/', 'Zm9v\n', 'Zm9vé', '\u{1F600}aa'])
    assert.equal(fromBase64url(text), null, JSON.stringify(text));
});

test('bytes that are no UTF-8 are no text', () => {
  for (const bytes of [[0xff], [0xc0, 0x80], [0xed, 0xa0, 0x80], [0xe1, 0xba]]) assert.equal(fromUtf8(Uint8Array.from(bytes)), null);
});
