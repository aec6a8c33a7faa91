import assert from 'node:assert/strict';
import { test } from 'node:test';
import { givenWords } from './problem.ts';

test('a value is told as the file shows it: numbers with the sign of the language, texts as they were typed', () => {
  assert.deepEqual(givenWords({ value: '4.98', isNumber: true }), { vi: '4,98', en: '4.98' });
  assert.deepEqual(givenWords({ value: '1.23E+11', isNumber: true }), { vi: '1,23E+11', en: '1.23E+11' });
  assert.deepEqual(givenWords({ value: '01.003' }), { vi: '01.003', en: '01.003' }, 'a code that is a text is no number');
  assert.equal(givenWords({ value: null }), null);
});
