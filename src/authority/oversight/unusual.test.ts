/** What stands out of a day's readings, by limits; what stays below is not told. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import rules from './unusual-readings.json' with { type: 'json' };
import { SIGNS, unusualAmong } from './unusual.ts';
import type { ReaderDay, Sign } from './unusual.ts';

const quiet = Object.fromEntries(SIGNS.map((sign) => [sign, 0])) as Record<Sign, number>;
const reader = (counts: Partial<Record<Sign, number>>): ReaderDay => ({
  day: '2026-11-24',
  actor: 'p1',
  roles: ['NHAP_LIEU'],
  bodyIds: [],
  eventId: 'e1',
  counts: { ...quiet, ...counts },
});

for (const sign of SIGNS)
  test(`${sign}: the limit itself stands out, one below it does not`, () => {
    const limit = rules.limits[sign];
    assert.deepEqual(
      unusualAmong([reader({ [sign]: limit })]).map(({ signs }) => signs),
      [[{ sign, count: limit, limit }]],
    );
    assert.deepEqual(unusualAmong([reader({ [sign]: limit - 1 })]), []);
  });

test('what is furthest beyond its limit stands first', () => {
  const [found] = unusualAmong([reader({ atNight: rules.limits.atNight, unmasked: rules.limits.unmasked * 3 })]);
  assert.deepEqual(
    found!.signs.map(({ sign }) => sign),
    ['unmasked', 'atNight'],
  );
});
