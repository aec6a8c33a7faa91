import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { isPlainSyllable, nearSyllables } from './near-syllables.ts';

test('a slip of each kind leads back to what was meant', () => {
  for (const typed of ['nguyne', 'nguyenn', 'nguyrn', 'nguyn']) assert.ok(nearSyllables(typed).includes('nguyen'), typed);
  assert.equal(nearSyllables('thnah')[0], 'thanh', 'two letters that changed places come first');
  assert.deepEqual(nearSyllables('xqzw'), []);
});

test('what is near is a syllable, is another word, stands once, and is one letter longer or shorter at most', () => {
  fc.assert(
    fc.property(fc.string({ unit: fc.constantFrom('a', 'n', 'g', 'h', 'u', 'y', 'e', 't'), maxLength: 7 }), (word) => {
      const near = nearSyllables(word);
      assert.equal(new Set(near).size, near.length);
      for (const one of near) {
        assert.ok(isPlainSyllable(one) && one !== word);
        assert.ok(Math.abs(one.length - word.length) <= 1);
      }
    }),
  );
});
