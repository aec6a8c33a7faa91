/** Keys in a tree: as every tree of a desktop has them. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { moveIn } from './tree-keys.ts';

const ROWS = [
  { depth: 0, open: true, hasChildren: true },
  { depth: 1, open: false, hasChildren: true },
  { depth: 1, open: false, hasChildren: false },
];

test('arrows go along the rows in sight, open and close, and lead back to the parent', () => {
  for (const [at, key, expected] of [
    [0, 'ArrowDown', { to: 1 }],
    [0, 'ArrowUp', null],
    [2, 'ArrowDown', null],
    [2, 'Home', { to: 0 }],
    [0, 'End', { to: 2 }],
    [0, 'ArrowRight', { to: 1 }],
    [1, 'ArrowRight', { open: 1 }],
    [2, 'ArrowRight', null],
    [0, 'ArrowLeft', { close: 0 }],
    [2, 'ArrowLeft', { to: 0 }],
    [0, 'x', null],
  ] as const)
    assert.deepEqual(moveIn(ROWS, at, key), expected, `${at} ${key}`);
});
