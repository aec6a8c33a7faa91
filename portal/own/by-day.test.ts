import assert from 'node:assert/strict';
import { test } from 'node:test';
import { byDay } from './by-day.ts';

test('the day is that of Việt Nam: half past five in the evening in London is the next day', () => {
  const reads = ['2026-11-25T17:30:00Z', '2026-11-25T16:30:00Z', '2026-11-24T03:00:00Z'].map((at) => ({ at }));
  assert.deepEqual(
    byDay(reads).map(({ day, items }) => [day, items.length]),
    [
      ['26/11/2026', 1],
      ['25/11/2026', 1],
      ['24/11/2026', 1],
    ],
  );
});
