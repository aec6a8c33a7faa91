import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { commitmentOf, drawSample, sampleSize } from './sample.ts';

const seedOf = (fill: number): Uint8Array => Buffer.alloc(32, fill);
const ROOT = 'ab'.repeat(32);

test('how many rows: thirty, one of two hundred when that is more, three hundred at most, never more than there are', () => {
  for (const [people, rows] of [
    [1, 1],
    [30, 30],
    [6_000, 30],
    [6_001, 31],
    [60_000, 300],
    [2_500_000, 300],
  ] as const)
    assert.equal(sampleSize(people, '2026-11-30'), rows, `${people}`);
});

test('the sample follows from seed and root alone: the same again, another with either of them', () => {
  const drawn = drawSample(seedOf(1), ROOT, 10_000, 50);
  assert.deepEqual(drawSample(seedOf(1), ROOT, 10_000, 50), drawn);
  assert.notDeepEqual(drawSample(seedOf(2), ROOT, 10_000, 50), drawn);
  assert.notDeepEqual(drawSample(seedOf(1), 'ac'.repeat(32), 10_000, 50), drawn);
  assert.notDeepEqual(commitmentOf(seedOf(1)), commitmentOf(seedOf(2)));
});

test('as many as are asked for, each once and in order, with those who must be in it', () => {
  fc.assert(
    fc.property(
      fc.integer({ min: 1, max: 500 }),
      fc.integer({ min: 1, max: 500 }),
      fc.integer({ min: 0, max: 255 }),
      (people, size, fill) => {
        const must = [people - 1];
        const drawn = drawSample(seedOf(fill), ROOT, people, size, must);
        assert.equal(drawn.length, Math.min(people, size));
        assert.deepEqual(
          drawn,
          [...new Set(drawn)].sort((a, b) => a - b),
        );
        assert.ok(drawn.every((place) => place >= 0 && place < people) && drawn.includes(people - 1));
      },
    ),
  );
});
