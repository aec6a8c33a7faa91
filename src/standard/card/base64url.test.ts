import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import {
  fromBase64url,
  fromUtf8,
  plainFromBase64url,
  plainFromUtf8,
  plainToBase64url,
  textOfBase64url,
  toBase64url,
  utf8,
} from './base64url.ts';

/** With `Buffer`, as on the server, and without, as in a browser. */
const WAYS = [
  { to: toBase64url, from: fromBase64url, text: fromUtf8 },
  { to: plainToBase64url, from: plainFromBase64url, text: plainFromUtf8 },
];
const bare = (bytes: Uint8Array | null): number[] | null => bytes && [...bytes];

test('the vectors of RFC 4648 §10, without padding', () => {
  for (const { to, from, text } of WAYS)
    for (const [plain, encoded] of [
      ['', ''],
      ['f', 'Zg'],
      ['fo', 'Zm8'],
      ['foo', 'Zm9v'],
      ['foob', 'Zm9vYg'],
      ['fooba', 'Zm9vYmE'],
      ['foobar', 'Zm9vYmFy'],
    ] as const) {
      assert.equal(to(utf8(plain)), encoded);
      assert.equal(text(from(encoded)!), plain);
    }
});

test('any bytes come back', () => {
  fc.assert(
    fc.property(fc.uint8Array({ maxLength: 300 }), (bytes) => {
      for (const { to, from } of WAYS) {
        assert.equal(to(bytes), Buffer.from(bytes).toString('base64url'));
        assert.deepEqual(bare(from(to(bytes))), [...bytes]);
      }
    }),
  );
});

test('one text for one value: padding, blanks, the other alphabet, loose bits and impossible lengths are refused', () => {
  for (const { from } of WAYS)
    for (const text of [
      'Zg==',
      'Zg ',
      ' Zg',
      'Z g',
      'Zh',
      'Zm9',
      'Z',
      'Zm9vY',
      '+/+/',
      'Zm9v\n',
      'Zm9vé',
      'Zm9Ł',
      'ŁŁŁŁ',
      '\u{1F600}aa',
      'Zg\0\0',
    ])
      assert.equal(from(text), null, JSON.stringify(text));
});

test('any text: both ways give one answer', () => {
  const signs = fc.string({ unit: fc.oneof(fc.constantFrom(...'ABCxyz019-_'), fc.constantFrom(...'+/= \n\u0141é')), maxLength: 20 });
  fc.assert(
    fc.property(fc.oneof(signs, fc.string({ unit: 'binary' })), (text) =>
      assert.deepEqual(bare(fromBase64url(text)), bare(plainFromBase64url(text))),
    ),
    {
      numRuns: 3_000,
    },
  );
  fc.assert(
    fc.property(fc.uint8Array({ maxLength: 12 }), (bytes) => assert.equal(fromUtf8(bytes), plainFromUtf8(bytes))),
    { numRuns: 3_000 },
  );
});

test('every sign there is, in every place: both ways give one answer', () => {
  for (let code = 0; code < 0x1_0000; code++) {
    const sign = String.fromCharCode(code);
    for (const text of [`${sign}Zm9`, `Z${sign}9v`, `Zm9v${sign}`, `Zm9vZ${sign}`, `Zm9vZm${sign}`, `${sign}${sign}${sign}${sign}`])
      if (String(bare(fromBase64url(text))) !== String(bare(plainFromBase64url(text)))) assert.fail(JSON.stringify(text));
  }
});

test('a text at once is the two steps, short or long', () => {
  const inSteps = (text: string): string | null => {
    const bytes = plainFromBase64url(text);
    return bytes && plainFromUtf8(bytes);
  };
  fc.assert(
    fc.property(
      fc.oneof(
        fc.string({ unit: 'binary' }).map((text) => plainToBase64url(utf8(text))),
        fc.base64String(),
        fc.uint8Array().map(plainToBase64url),
      ),
      (text) => assert.equal(textOfBase64url(text), inSteps(text)),
    ),
    { numRuns: 3_000 },
  );
  const long = toBase64url(utf8('Đào '.repeat(5_000)));
  assert.equal(textOfBase64url(long), 'Đào '.repeat(5_000));
});

test('bytes that are no UTF-8 are no text; U+FFFD that was written is', () => {
  for (const { text } of WAYS) {
    for (const bytes of [[0xff], [0xc0, 0x80], [0xed, 0xa0, 0x80], [0xe1, 0xba]]) assert.equal(text(Uint8Array.from(bytes)), null);
    assert.equal(text(utf8('\uFFFD')), '\uFFFD');
    assert.equal(text(Uint8Array.of(0xef, 0xbb, 0xbf, 0x41)), '\uFEFFA');
  }
});
