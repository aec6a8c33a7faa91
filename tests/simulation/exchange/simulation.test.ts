/** Five hundred lives of a centre and its nodes. A life that breaks a property says its seed: `npm run simulate -- SEED SEED` lives it again. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { simulate } from './simulate.ts';

const SEEDS = 500;

test('five hundred lives break none of the properties S1 to S8, and between them see whatever can happen', () => {
  const saw = new Set<string>();
  const judged: Record<string, number> = {};
  for (let seed = 1; seed <= SEEDS; seed += 1) {
    const life = simulate(seed);
    assert.deepEqual(life.broken, [], `seed ${seed}`);
    for (const one of life.saw) saw.add(one.replace(/^H\d /, ''));
    for (const [verdict, many] of Object.entries(life.judged)) judged[verdict] = (judged[verdict] ?? 0) + many;
  }
  for (const verdict of ['accepted', 'duplicate', 'quarantined', 'conflict', 'rejected'])
    assert.ok((judged[verdict] ?? 0) > 100, `${verdict}: ${judged[verdict]}`);
  for (const one of [
    'cloned',
    'put back',
    'frozen',
    'restored',
    'stale',
    'convicted',
    'E-EXCHANGE-FORK',
    'E-EXCHANGE-GAP',
    'E-EXCHANGE-EPOCH',
  ])
    assert.ok(saw.has(one), one);
});

test('one seed is one life', () => {
  const [a, b] = [simulate(77), simulate(77)];
  assert.deepEqual(a, b);
});
