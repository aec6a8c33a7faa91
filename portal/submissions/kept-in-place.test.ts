import assert from 'node:assert/strict';
import { test } from 'node:test';
import { keptInPlace } from './kept-in-place.ts';

const shown = (items: string[], applied: [at: number, what: string][], busy = false) =>
  keptInPlace(
    items,
    applied.map(([at, what]) => ({ at, what })),
    (one) => one,
    busy,
  ).map(({ what, done }) => (done ? `(${what})` : what));

test('what was applied stays where it stood; what stands around it does not move', () => {
  assert.deepEqual(shown(['a', 'c', 'd'], [[1, 'b']]), ['a', '(b)', 'c', 'd']);
  assert.deepEqual(
    shown(
      ['c'],
      [
        [3, 'd'],
        [0, 'a'],
        [1, 'b'],
      ],
    ),
    ['(a)', '(b)', 'c', '(d)'],
  );
  assert.deepEqual(shown([], [[0, 'a']]), ['(a)']);
});

test('while the file is checked again the old list still names it; afterwards, named again, it is open again', () => {
  assert.deepEqual(shown(['a', 'b'], [[0, 'a']], true), ['(a)', 'b']);
  assert.deepEqual(shown(['a', 'b'], [[0, 'a']]), ['a', 'b']);
});
