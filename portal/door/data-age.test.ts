import assert from 'node:assert/strict';
import { test } from 'node:test';
import { freshnessOf, timeAgo, timeToTheSecondOf } from './data-age.ts';

const at = (text: string): number => Date.parse(`${text}+07:00`);
const LISTS = at('2026-11-27T07:45:00');
const hours = (count: number): number => LISTS + count * 3_600_000;

test('lists are fresh for 4 hours, ageing up to 24, then old (docs/architecture.md §8, Card)', () => {
  for (const [count, freshness] of [
    [0, 'fresh'],
    [3.98, 'fresh'],
    [4.02, 'ageing'],
    [23.98, 'ageing'],
    [24.02, 'old'],
    [72.02, 'old'],
    [-1, 'fresh'],
  ] as const)
    assert.equal(freshnessOf(LISTS, hours(count)), freshness, `${count} h`);
  assert.equal(freshnessOf(null, LISTS), 'none');
});

test('a time in the past by its day and by how long ago', () => {
  assert.deepEqual(timeAgo(LISTS, hours(2)), { time: '07:45', day: 'today', ago: { unit: 'hours', count: 2 } });
  assert.deepEqual(timeAgo(LISTS, LISTS + 20_000), { time: '07:45', day: 'today', ago: { unit: 'now', count: 0 } });
  assert.deepEqual(timeAgo(LISTS, LISTS + 61_000).ago, { unit: 'minutes', count: 1 });
  assert.deepEqual(timeAgo(LISTS, hours(20)), { time: '07:45', day: 'yesterday', ago: { unit: 'hours', count: 20 } });
  assert.deepEqual(timeAgo(LISTS, hours(31)).ago, { unit: 'hours', count: 31 });
  assert.deepEqual(timeAgo(LISTS, hours(73)), { time: '07:45', day: { figures: '27/11/2026' }, ago: { unit: 'days', count: 3 } });
});

test('midnight is that of Việt Nam, on a device of any zone', () => {
  assert.equal(timeAgo(at('2026-11-26T23:59:00'), at('2026-11-27T00:01:00')).day, 'yesterday');
  assert.equal(timeToTheSecondOf(at('2026-11-27T00:00:09')), '00:00:09');
});
