import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { seededChance, systemChance } from '#base/chance.ts';
import { drawSample, sampleSize } from './list-sample.ts';

const ids = (count: number): string[] => Array.from({ length: count }, (_, index) => `p${index}`);

test('how many are opened: five, or one in a hundred, never more than twenty nor than there are', () => {
  const rows = [
    [1, 1],
    [4, 4],
    [5, 5],
    [500, 5],
    [501, 6],
    [1_950, 20],
    [10_000, 20],
  ] as const;
  for (const [people, size] of rows) assert.equal(sampleSize(people, '2026-11-29'), size, String(people));
});

test('the setting of the day counts', () => {
  const before = { validFrom: '2026-01-01', validTo: '2026-07-01', peopleMin: 1, share: 0, peopleMax: 1 };
  const after = { validFrom: '2026-07-01', validTo: null, peopleMin: 9, share: 0, peopleMax: 9 };
  assert.deepEqual(
    ['2025-01-01', '2026-06-30', '2026-07-01'].map((day) => sampleSize(100, day, [before, after])),
    [1, 1, 9],
  );
});

test('a sample is of the list, nobody twice, as many as asked, and holds whoever must be in it', () => {
  fc.assert(
    fc.property(fc.integer({ min: 1, max: 60 }), fc.nat(70), fc.array(fc.nat(80)), fc.integer(), (count, size, must, seed) => {
      const people = ids(count);
      const drawn = drawSample(seededChance(seed), people, new Set(must.map((one) => `p${one}`)), size);
      const kept = people.filter((one) => must.includes(Number(one.slice(1))));
      assert.equal(new Set(drawn).size, drawn.length);
      assert.ok(drawn.every((one) => people.includes(one)) && kept.every((one) => drawn.includes(one)));
      assert.equal(drawn.length, Math.min(count, Math.max(size, kept.length)));
    }),
  );
});

test('everybody may be drawn', () => {
  const seen = new Set<string>();
  for (let i = 0; i < 400; i++) for (const one of drawSample(systemChance, ids(8), new Set(), 2)) seen.add(one);
  assert.equal(seen.size, 8);
});
