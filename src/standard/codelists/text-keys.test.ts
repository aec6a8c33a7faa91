import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { exactKey, looseKey } from './text-keys.ts';

test('what is one word by construction has one key', () => {
  for (const [one, other] of [
    ['Gia-rai', 'Giarai'],
    ['Hòa  Bình', 'Hoà Bình'],
    ['Lý', 'Lí'],
    ['Phường 1', 'phường 1'],
    ['12/12', '12-12'],
  ] as const)
    assert.equal(exactKey(one), exactKey(other), one);
  for (const [one, other] of [
    ['11/2', '1/12'],
    ['1 12', '11 2'],
    ['thúy', 'thúi'],
    ['Lao', 'Lào'],
  ] as const)
    assert.notEqual(exactKey(one), exactKey(other), one);
  assert.equal(looseKey('Xã Chiềng Hặc'), looseKey('xa chieng hac'));
});

const LETTERS = fc.constantFrom('a', 'Ă', 'ê', 'ờ', 'y', 'Q', 'u', 'đ', 'ß', 'Σ', '\u0301', '\u0302', '1', '²', '-', '.', "'", '/', '+', ' ', '\u00a0');

test('the key of a text is the same word by word and as one piece', () => {
  fc.assert(
    fc.property(fc.string({ unit: LETTERS, maxLength: 24 }), (text) => {
      // A space of another kind is a sign like any, and no place to cut at.
      const whole = text.replaceAll(' ', '\u2003');
      assert.equal(exactKey(text), exactKey(whole));
      assert.equal(looseKey(text), looseKey(whole));
    }),
  );
});
