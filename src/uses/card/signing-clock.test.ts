import assert from 'node:assert/strict';
import { test } from 'node:test';
import { clockJump } from './signing-clock.ts';

const SIGNED = '2026-11-30T02:00:00.000Z';
const after = (seconds: number): string => new Date(Date.parse(SIGNED) + seconds * 1000).toISOString();

test('back by more than two minutes, or ahead by more than the setting allows, the clock is not believed', () => {
  for (const [seconds, aheadHours, direction] of [
    [0, 6, null],
    [-120, 6, null],
    [-121, 6, 'back'],
    [-86_400, 0, 'back'],
    [6 * 3_600, 6, null],
    [6 * 3_600 + 1, 6, 'ahead'],
    [86_400, 24, null],
    [400 * 86_400, 0, null],
  ] as const)
    assert.equal(clockJump(SIGNED, after(seconds), aheadHours)?.direction ?? null, direction, `${seconds} s`);
  assert.equal(clockJump(null, after(0), 6), null, 'nothing was signed yet');
});
