import assert from 'node:assert/strict';
import { test } from 'node:test';
import { decode, encode, Tagged } from 'cborg';
import fc from 'fast-check';
import { decodeCbor, encodeCbor } from './cbor.ts';
import type { CborKey, CborValue } from './cbor.ts';

const hex = (bytes: Uint8Array): string => Buffer.from(bytes).toString('hex');
const bytes = (text: string): Uint8Array => new Uint8Array(Buffer.from(text, 'hex'));

test('the vectors of RFC 8949 appendix A that belong to the subset', () => {
  const vectors: readonly (readonly [CborValue, string])[] = [
    [0, '00'],
    [10, '0a'],
    [23, '17'],
    [24, '1818'],
    [100, '1864'],
    [1000, '1903e8'],
    [1_000_000, '1a000f4240'],
    [1_000_000_000_000, '1b000000e8d4a51000'],
    [-1, '20'],
    [-10, '29'],
    [-100, '3863'],
    [-1000, '3903e7'],
    [false, 'f4'],
    [true, 'f5'],
    [null, 'f6'],
    [{ tag: 1, value: 1_363_896_240 }, 'c11a514b67b0'],
    [bytes('01020304'), '4401020304'],
    ['', '60'],
    ['IETF', '6449455446'],
    ['ü', '62c3bc'],
    ['水', '63e6b0b4'],
    [[], '80'],
    [[1, [2, 3], [4, 5]], '8301820203820405'],
    [new Map(), 'a0'],
    [
      new Map([
        [1, 2],
        [3, 4],
      ]),
      'a201020304',
    ],
    [
      new Map<CborKey, CborValue>([
        ['a', 1],
        ['b', [2, 3]],
      ]),
      'a26161016162820203',
    ],
  ];
  for (const [value, encoded] of vectors) {
    assert.equal(hex(encodeCbor(value)), encoded);
    assert.deepEqual(decodeCbor(bytes(encoded)), value);
  }
});

const key = fc.oneof(fc.maxSafeInteger(), fc.string({ maxLength: 8 }));
const { value: anyValue } = fc.letrec<{ value: CborValue }>((tie) => ({
  value: fc.oneof(
    { depthSize: 'small' },
    fc.maxSafeInteger(),
    fc.string({ unit: 'grapheme', maxLength: 12 }),
    fc.boolean(),
    fc.constant(null),
    fc.uint8Array({ maxLength: 300 }),
    fc.array(tie('value'), { maxLength: 5 }),
    fc.array(fc.tuple(key, tie('value')), { maxLength: 5 }).map((entries) => new Map(entries)),
  ),
}));

test('any value comes back, and another implementation reads the same', () => {
  fc.assert(
    fc.property(anyValue, (value) => {
      const encoded = encodeCbor(value);
      const read = decodeCbor(encoded);
      assert.deepEqual(hex(encodeCbor(read!)), hex(encoded));
      assert.deepEqual(plain(decode(encoded, { useMaps: true })), plain(value));
      assert.deepEqual(plain(read!), plain(value));
    }),
  );
});

/** Buffers as byte arrays, maps in the order of their keys, numbers as numbers: to compare what two readers say. */
function plain(value: unknown): unknown {
  if (value instanceof Uint8Array) return `h'${hex(value)}'`;
  if (typeof value === 'bigint') return Number(value);
  if (value === 0) return 0;
  if (Array.isArray(value)) return value.map(plain);
  if (value instanceof Map)
    return [...value].map(([k, v]) => [typeof k, String(k), plain(v)]).sort((a, b) => (String(a) < String(b) ? -1 : 1));
  return value;
}

test('what another implementation wrote with short heads is read', () => {
  const value = new Map<CborKey, unknown>([
    [1, 'một'],
    [8, [1, -7, true, null]],
    [-3, new Map([['x', 2]])],
  ]);
  assert.deepEqual(plain(decodeCbor(encode(value))!), plain(value));
  assert.deepEqual(decodeCbor(encode(new Tagged(18, 5))), { tag: 18, value: 5 });
});

test('a second spelling, and everything outside the subset, is refused', () => {
  for (const [text, why] of [
    ['', 'nothing'],
    ['0000', 'something after the end'],
    ['1817', 'a longer head than needed'],
    ['190017', 'a longer head than needed'],
    ['1a00000018', 'a longer head than needed'],
    ['1b0000000000000018', 'a longer head than needed'],
    ['1bffffffffffffffff', 'beyond 2^53'],
    ['3bffffffffffffffff', 'beyond 2^53'],
    ['5f42010243030405ff', 'indefinite bytes'],
    ['7f657374726561646d696e67ff', 'indefinite text'],
    ['9fff', 'indefinite array'],
    ['bfff', 'indefinite map'],
    ['f7', 'undefined'],
    ['f90000', 'a half float'],
    ['fb3ff199999999999a', 'a float'],
    ['f0', 'another simple value'],
    ['1c', 'reserved'],
    ['42', 'bytes cut short'],
    ['4201', 'bytes cut short'],
    ['61ff', 'text that is no UTF-8'],
    ['a201020103', 'a key twice'],
    ['a1f501', 'a key that is neither number nor text'],
    ['a18001', 'a key that is an array'],
    ['9bffffffffffffffff', 'an array longer than memory'],
    ['9a7fffffff', 'an array longer than the bytes'],
    ['bb0020000000000000', 'a map longer than the bytes'],
    ['5b001fffffffffffff', 'bytes longer than the bytes'],
    ['81'.repeat(40) + '00', 'too deep'],
    ['c1'.repeat(5_000) + '00', 'too deep by tags'],
  ] as const)
    assert.equal(decodeCbor(bytes(text)), undefined, `${why}: ${text.slice(0, 30)}`);
  assert.equal(decodeCbor(new Uint8Array(70_000)), undefined, 'larger than any code');
});

test('any bytes: an answer, never a throw', () => {
  fc.assert(
    fc.property(fc.uint8Array({ maxLength: 64 }), (random) => void decodeCbor(random)),
    { numRuns: 2_000 },
  );
});

test('a number that cannot be said exactly is a bug of who writes it', () => {
  for (const value of [0.5, Number.NaN, 2 ** 53]) assert.throws(() => encodeCbor(value));
});
