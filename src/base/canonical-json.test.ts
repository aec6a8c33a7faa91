/** Canonical JSON: RFC 8785. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import canonicalize from 'canonicalize';
import fc from 'fast-check';
import { canonicalJson } from './canonical-json.ts';

test('the example of RFC 8785 §3.2.2 is written as the RFC writes it', () => {
  const example = {
    numbers: [333333333.33333329, 1e30, 4.5, 2e-3, 0.000000000000000000000000001],
    string: '\u20ac$\u000F\u000aA\'\u0042\u0022\u005c\\\"\/',
    literals: [null, true, false],
  };
  assert.equal(
    canonicalJson(example),
    '{"literals":[null,true,false],"numbers":[333333333.3333333,1e+30,4.5,0.002,1e-27],"string":"€$\\u000f\\nA\'B\\"\\\\\\\\\\"/"}',
  );
});

test('members are sorted by UTF-16 code units, as in RFC 8785 §3.2.3', () => {
  const names = ['\u20ac', '\r', '\ufb33', '1', '\ud83d\ude00', '\u0080', '\u00f6'];
  const text = canonicalJson(Object.fromEntries(names.map((name) => [name, 0])));
  assert.deepEqual(
    [...text.matchAll(/"((?:[^"\\]|\\.)*)":/g)].map((found) => JSON.parse(`"${found[1]}"`)),
    ['\r', '1', '\u0080', '\u00f6', '\u20ac', '\ud83d\ude00', '\ufb33'],
  );
});

test('names that look like numbers are sorted as text', () => {
  assert.equal(canonicalJson({ 9: 1, 10: 2, a: 3 }), '{"10":2,"9":1,"a":3}');
});

test('for every JSON value it is what the library writes', () => {
  const text = fc.string({ unit: 'grapheme' });
  const value = fc.letrec((tie) => ({
    any: fc.oneof(
      { maxDepth: 5 },
      text,
      fc.double({ noNaN: true, noDefaultInfinity: true }),
      fc.integer(),
      fc.boolean(),
      fc.constant(null),
      fc.constant('\\ud800 as letters'),
      fc.array(tie('any'), { maxLength: 6 }),
      fc.dictionary(fc.oneof(text, fc.nat().map(String)), fc.oneof(tie('any'), fc.constant(undefined)), { maxKeys: 6 }),
    ),
  })).any;
  fc.assert(
    fc.property(value, (one) => {
      assert.equal(canonicalJson(one), canonicalize(one));
    }),
    { numRuns: 2_000, seed: 8785 },
  );
});

test('what JSON cannot say is refused', () => {
  const circle: Record<string, unknown> = {};
  circle['self'] = circle;
  for (const wrong of [undefined, NaN, Infinity, { a: [NaN] }, 'lone \ud800', { '\udc00': 1 }, circle])
    assert.throws(() => canonicalJson(wrong));
  assert.equal(canonicalJson(new Date(0)), '"1970-01-01T00:00:00.000Z"');
});
