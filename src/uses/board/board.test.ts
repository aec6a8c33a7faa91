/** The board sums what is below each agency, and leaves nothing out. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { boardOf, pathTo, summed } from './board.ts';
import type { Counts } from './board.ts';

const node = (bodyId: string, parentId: string | null) => ({ bodyId, parentId, code: bodyId.toUpperCase(), name: `Cơ quan ${bodyId}` });
const TREE = [node('vn', null), node('a', 'vn'), node('a1', 'a'), node('a11', 'a1'), node('b', 'vn')];
const counts = (more: Partial<Counts>): Counts => ({ ...summed([]), ...more });

test('a line is an agency with all below it; its own line only where it has something', () => {
  const found = boardOf(
    TREE,
    new Map([
      ['a', counts({ sent: 1 })],
      ['a11', counts({ sent: 5, late: 2, lastSentAt: '2026-11-02T00:00:00.000Z' })],
      ['b', counts({ sent: 7, lastSentAt: '2026-11-01T00:00:00.000Z' })],
    ]),
    'vn',
  );
  assert.deepEqual(
    found.map(({ body, itself, hasBelow, counts: { sent, late } }) => [body.id, itself, hasBelow, sent, late]),
    [
      ['a', false, true, 6, 2],
      ['b', false, false, 7, 0],
    ],
  );
  assert.deepEqual(
    boardOf(TREE, new Map([['a', counts({ sent: 1 })]]), 'a').map(({ body, itself }) => [body.id, itself]),
    [
      ['a', true],
      ['a1', false],
    ],
  );
  assert.deepEqual(
    boardOf(TREE, new Map(), 'b').map(({ body, itself }) => [body.id, itself]),
    [['b', true]],
    'an agency without others below stands itself',
  );
});

test('the lines come to the whole, at every level', () => {
  fc.assert(
    fc.property(fc.array(fc.tuple(fc.constantFrom(...TREE.map(({ bodyId }) => bodyId)), fc.nat(9)), { maxLength: 8 }), (given) => {
      const all = new Map(given.map(([bodyId, sent]) => [bodyId, counts({ sent })]));
      const total = summed(boardOf(TREE, all, 'vn').map((line) => line.counts)).sent;
      assert.equal(
        total,
        [...all.values()].reduce((sum, one) => sum + one.sent, 0),
      );
    }),
    { seed: 72 },
  );
});

test('the path begins at the reader’s own agency', () => {
  assert.deepEqual(
    pathTo(TREE, new Set(['a']), 'a11').map(({ id }) => id),
    ['a', 'a1', 'a11'],
  );
  assert.deepEqual(pathTo(TREE, new Set(['b']), 'a11'), []);
});
