import assert from 'node:assert/strict';
import { test } from 'node:test';
import { placeAfter } from './place-after.ts';

test('up and down stay within the list, Home and End go to its ends, other keys are not its own', () => {
  for (const [key, at, to] of [
    ['ArrowDown', 0, 1],
    ['ArrowDown', 2, 2],
    ['ArrowUp', 0, 0],
    ['Home', 2, 0],
    ['End', 0, 2],
    ['Enter', 1, null],
  ] as const)
    assert.equal(placeAfter(key, at, 3), to, key);
  assert.equal(placeAfter('ArrowDown', -1, 0), null);
});
