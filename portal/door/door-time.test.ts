import assert from 'node:assert/strict';
import { test } from 'node:test';
import { doorTime, serverTimeOf } from './door-time.ts';
import type { Sync } from './door-time.ts';

const NINE = Date.parse('2026-11-27T02:00:00Z');
const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const sync = (offsetMs: number): Sync => ({ serverMs: NINE, wallMs: NINE - offsetMs, monotonicMs: 1_000 });
const later = (from: Sync, wallMs: number, monotonicMs = wallMs) => ({
  wallMs: from.wallMs + wallMs,
  monotonicMs: from.monotonicMs + monotonicMs,
});

test('a device that is off is corrected by the server, and told by how much', () => {
  const at = sync(40_000);
  assert.deepEqual(doorTime(later(at, MINUTE), at, true, NINE), { nowMs: NINE + MINUTE, offsetMs: -40_000, isBehind: false });
});

test('a door that never heard the server believes its device', () => {
  assert.deepEqual(doorTime({ wallMs: NINE, monotonicMs: 0 }, null, false, 0), { nowMs: NINE, offsetMs: null, isBehind: false });
});

test('a clock that is set back while the page is open changes nothing about the time, and is told', () => {
  const at = sync(0);
  assert.deepEqual(doorTime(later(at, MINUTE - HOUR, MINUTE), at, true, NINE), { nowMs: NINE + MINUTE, offsetMs: -HOUR, isBehind: false });
});

test('a clock that was wrong and is set right is right', () => {
  const hourAhead = sync(-HOUR);
  assert.deepEqual(doorTime(later(hourAhead, MINUTE - HOUR, MINUTE), hourAhead, true, NINE), {
    nowMs: NINE + MINUTE,
    offsetMs: 0,
    isBehind: false,
  });
  const afterReload = { wallMs: NINE + MINUTE, monotonicMs: 0 };
  assert.deepEqual(doorTime(afterReload, hourAhead, false, NINE), { nowMs: NINE + MINUTE, offsetMs: null, isBehind: false });
});

test('a clock that says an earlier time than the last visit is behind, nobody knows by how much', () => {
  const at = sync(0);
  assert.equal(doorTime({ wallMs: NINE - HOUR, monotonicMs: 0 }, at, false, NINE).isBehind, true);
  assert.equal(doorTime({ wallMs: NINE - HOUR, monotonicMs: 0 }, null, false, NINE).isBehind, true);
});

test('a laptop that slept for a night is believed: only its monotonic clock stood still', () => {
  const at = sync(0);
  assert.deepEqual(doorTime(later(at, 12 * HOUR, MINUTE), at, true, NINE), { nowMs: NINE + 12 * HOUR, offsetMs: 0, isBehind: false });
});

test('the time of the server counts what a cache kept the answer', () => {
  const headers = (all: Record<string, string>) => ({ get: (name: string) => all[name] ?? null });
  assert.equal(serverTimeOf(headers({ date: 'Fri, 27 Nov 2026 02:00:00 GMT' })), NINE);
  assert.equal(serverTimeOf(headers({ date: 'Fri, 27 Nov 2026 02:00:00 GMT', age: '60' })), NINE + MINUTE);
  assert.equal(serverTimeOf(headers({})), null);
  assert.equal(serverTimeOf(headers({ date: 'hôm qua' })), null);
});
