import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import type { Instant } from '#base/clock.ts';
import { later } from './breaker.ts';
import { BURST_MS, stepPace } from './pace.ts';

const START = '2026-11-24T03:00:00.000Z';

test('a second’s worth of calls may go at once, then one each interval', () => {
  let paced: Instant | null = null;
  for (let i = 0; i < 20; i++) {
    const step = stepPace(paced, { callsPerSecond: 20 }, START);
    assert.ok(step.go, `call ${i}`);
    paced = step.pacedTo;
  }
  assert.deepEqual(stepPace(paced, { callsPerSecond: 20 }, START), { go: false, waitMs: 50 });
  assert.ok(stepPace(paced, { callsPerSecond: 20 }, later(START, 50)).go);
});

test('less than one call a second is a quota too', () => {
  const first = stepPace(null, { callsPerSecond: 0.1 }, START);
  assert.ok(first.go);
  assert.deepEqual(stepPace(first.pacedTo, { callsPerSecond: 0.1 }, later(START, 4_000)), { go: false, waitMs: 6_000 });
});

test('asking does not cost, and what was not used is not saved up beyond the burst', () => {
  const first = stepPace(null, { callsPerSecond: 1 }, START);
  assert.ok(first.go);
  for (let i = 0; i < 5; i++) assert.deepEqual(stepPace(first.pacedTo, { callsPerSecond: 1 }, START), { go: false, waitMs: 1_000 });
  const longAfter = stepPace(first.pacedTo, { callsPerSecond: 1 }, later(START, 3_600_000));
  assert.ok(longAfter.go);
  assert.equal(stepPace(longAfter.pacedTo, { callsPerSecond: 1 }, later(START, 3_600_000)).go, false);
});

test('model: in no window do more calls go than the quota and one burst; who waits as told goes', () => {
  fc.assert(
    fc.property(
      fc.integer({ min: 1, max: 400 }),
      fc.array(fc.nat({ max: 700 }), { minLength: 1, maxLength: 80 }),
      (callsPerSecond, gaps) => {
        let paced: Instant | null = null;
        let at = START;
        const went: number[] = [];
        for (const gap of gaps) {
          at = later(at, gap);
          let step = stepPace(paced, { callsPerSecond }, at);
          if (!step.go) {
            at = later(at, step.waitMs);
            step = stepPace(paced, { callsPerSecond }, at);
          }
          assert.ok(step.go);
          paced = step.pacedTo;
          went.push(Date.parse(at));
        }
        for (let from = 0; from < went.length; from++)
          for (let to = from; to < went.length; to++)
            assert.ok(to - from + 1 <= ((went[to]! - went[from]! + BURST_MS) * callsPerSecond) / 1000 + 1);
      },
    ),
  );
});
