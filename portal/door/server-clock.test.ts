import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Sync } from './door-time.ts';
import { isServerClockWrong } from './server-clock.ts';

const NOW = Date.parse('2026-11-30T02:00:00Z');
const DAY = 86_400_000;
const MINUTE = 60_000;
/** Five minutes ago device and server agreed. */
const agreed: Sync = { serverMs: NOW - 5 * MINUTE, wallMs: NOW - 5 * MINUTE, monotonicMs: 1_000 };
const now = { wallMs: NOW, monotonicMs: 1_000 + 5 * MINUTE };

test('a list from later than the server says it is: the server, whoever else is wrong', () => {
  assert.equal(isServerClockWrong(NOW, NOW + DAY, now, null), true);
  assert.equal(isServerClockWrong(NOW, NOW + DAY, { ...now, wallMs: NOW + DAY }, agreed), true);
  assert.equal(isServerClockWrong(NOW, NOW + MINUTE, now, null), false);
  assert.equal(isServerClockWrong(NOW, NOW - DAY, now, null), false, 'an old list is no wrong clock');
});

test('device and server agreed, the device went on and the server jumped: the server', () => {
  for (const jumped of [DAY, -DAY, 2 * MINUTE]) assert.equal(isServerClockWrong(NOW + jumped, NOW + jumped, now, agreed), true);
  assert.equal(isServerClockWrong(NOW, null, now, agreed), false);
});

test('in doubt it is the device', () => {
  const cases = {
    'the first visit of a page': [now, null],
    'it was set since': [{ ...now, wallMs: NOW - DAY }, agreed],
    'it was asleep, which stops its other clock': [{ ...now, monotonicMs: 2_000 }, agreed],
    'they never agreed': [now, { ...agreed, wallMs: agreed.wallMs + DAY }],
  } as const;
  for (const [why, [reading, sync]] of Object.entries(cases))
    assert.equal(isServerClockWrong(NOW + DAY, NOW + DAY, reading, sync), false, why);
});
