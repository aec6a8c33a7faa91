import assert from 'node:assert/strict';
import { test } from 'node:test';
import { shortNumberOf } from './short-number.ts';

test('a number of a receipt is read as people type it', () => {
  for (const [typed, number] of [
    ['BN-4T7QK-9XWEA', 'BN-4T7QK-9XWEA'],
    [' bn 4t7qk 9xwea ', 'BN-4T7QK-9XWEA'],
    ['xn–4t7qk–9xwea', 'XN-4T7QK-9XWEA'],
    ['BN-OIL00-00000', 'BN-01100-00000'],
    ['TL-4T7QK-9XWEA', null],
    ['BN-4T7QK', null],
    ['BN-4T7QK-9XWEAA', null],
    ['', null],
  ] as const)
    assert.equal(shortNumberOf(typed, ['BN', 'XN']), number, typed);
  assert.equal(shortNumberOf('bg4t7qk9xwea', ['BG']), 'BG-4T7QK-9XWEA');
  assert.equal(shortNumberOf('BN-4T7QK-9XWEA', ['BG']), null);
});
