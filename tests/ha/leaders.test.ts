/** Two leaders are seen in what they acknowledge. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { acknowledgedByTwo } from './leaders.ts';
import type { Acknowledged } from './leaders.ts';

const at = (node: string, ms: number): Acknowledged => ({
  node,
  id: `${node}-${ms}`,
  asked: BigInt(ms - 5) * 1_000_000n,
  answered: BigInt(ms) * 1_000_000n,
});

test('leaders one after the other are one leader', () => {
  const all = [at('one', 100), at('one', 300), at('two', 20_000), at('two', 20_200), at('one', 45_000)];
  assert.deepEqual(acknowledgedByTwo(all, 500), []);
});

test('an old leader that wakes up and acknowledges once more is found', () => {
  const late = at('one', 20_300);
  assert.deepEqual(
    acknowledgedByTwo([at('one', 100), at('two', 20_000), at('two', 20_200), late, at('two', 20_400)], 500).map(({ id }) => id),
    ['one-20300', 'two-20400'],
  );
});

test('an answer that comes late, of what was asked for while the node led, is none of a second leader', () => {
  const late = { ...at('one', 20_300), asked: 110_000_000n };
  assert.deepEqual(acknowledgedByTwo([at('one', 100), at('two', 20_000), at('two', 20_200), late, at('two', 20_400)], 500), []);
});
