import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Lane } from '#doors/exchange/shapes.ts';
import { FIRST_TURN, nextTurn } from './lanes.ts';

/** Who comes, turn by turn. */
function turnsOf(waiting: Readonly<Record<Lane, readonly string[]>>, many: number): string[] {
  let turns = FIRST_TURN;
  return Array.from({ length: many }, () => {
    const next = nextTurn(turns, waiting)!;
    turns = next.turns;
    return `${next.lane} ${next.source}`;
  });
}

test('the first loads of seventy bodies let a promotion through at once, and still get one turn in seven', () => {
  const bodies = Array.from({ length: 70 }, (_, i) => `H${String(i).padStart(2, '0')}`);
  const came = turnsOf({ daily: ['H01'], correction: ['H02'], load: bodies }, 700);
  assert.equal(came[0], 'daily H01');
  assert.equal(came.filter((one) => one.startsWith('daily')).length, 400);
  assert.equal(came.filter((one) => one.startsWith('correction')).length, 200);
  assert.deepEqual(
    [...new Set(came.filter((one) => one.startsWith('load')))].sort(),
    bodies.map((one) => `load ${one}`),
  );
});

test('sources of a lane come in turn; whoever is alone comes always; nobody, when nobody waits', () => {
  assert.deepEqual(turnsOf({ daily: ['a', 'b', 'c'], correction: [], load: [] }, 4), ['daily a', 'daily b', 'daily c', 'daily a']);
  assert.deepEqual(turnsOf({ daily: [], correction: [], load: ['a'] }, 2), ['load a', 'load a']);
  assert.equal(nextTurn(FIRST_TURN, { daily: [], correction: [], load: [] }), null);
});
