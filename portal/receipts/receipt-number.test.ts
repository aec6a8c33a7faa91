import assert from 'node:assert/strict';
import { test } from 'node:test';
import { receiptNumberOf } from './receipt-number.ts';

test('a number of a receipt is read as people type it', () => {
  for (const [typed, number] of [
    ['BN-4T7QK-9XWEA', 'BN-4T7QK-9XWEA'],
    [' bn 4t7qk 9xwea ', 'BN-4T7QK-9XWEA'],
    ['xn4t7qk9xwea', 'XN-4T7QK-9XWEA'],
    ['BN-OIL00-00000', 'BN-01100-00000'],
    ['TL-4T7QK-9XWEA', null],
    ['BN-4T7QK', null],
    ['', null],
  ] as const)
    assert.equal(receiptNumberOf(typed), number, typed);
});
