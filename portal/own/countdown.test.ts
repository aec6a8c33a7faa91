import assert from 'node:assert/strict';
import { test } from 'node:test';
import { clockText, inThrees } from './countdown.ts';

test('time left never goes below zero', () => {
  assert.deepEqual([300, 299.4, 60, 9, 0.2, 0, -5].map(clockText), ['5:00', '5:00', '1:00', '0:09', '0:01', '0:00', '0:00']);
});

test('digits stand in threes', () => {
  assert.equal(inThrees('493201'), '493\u2009201');
});
