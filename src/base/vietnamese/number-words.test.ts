import assert from 'node:assert/strict';
import { test } from 'node:test';
import { numberWords } from './number-words.ts';

test('a number has a comma in Vietnamese, a point in English, and no exponent', () => {
  for (const [given, vi, en] of [
    ['4.33', '4,33', '4.33'],
    [4.5, '4,5', '4.5'],
    [-0.25, '-0,25', '-0.25'],
    [12, '12', '12'],
    [1.23e11, '123000000000', '123000000000'],
    [1.23e21, '1230000000000000000000', '1230000000000000000000'],
    [1.5e-7, '0,00000015', '0.00000015'],
    ['1.2.3', '1.2.3', '1.2.3'],
  ] as const)
    assert.deepEqual(numberWords(given), { vi, en });
});
