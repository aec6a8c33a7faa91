import assert from 'node:assert/strict';
import { test } from 'node:test';
import { REFRESH_AFTER_MS, TRY_AGAIN_AFTER_MS, hasEnded, isRefreshDue } from './freshness.ts';

const DAY_MS = 86_400_000;
const week = { receivedMs: 0, endMs: 7 * DAY_MS, failedMs: null };

test('a copy is refreshed once a day, and when half of a short life is gone', () => {
  assert.equal(isRefreshDue(week, REFRESH_AFTER_MS - 1), false);
  assert.equal(isRefreshDue(week, REFRESH_AFTER_MS), true);
  const short = { receivedMs: 0, endMs: DAY_MS, failedMs: null };
  assert.equal(isRefreshDue(short, DAY_MS / 2 - 1), false);
  assert.equal(isRefreshDue(short, DAY_MS / 2), true);
});

test('a refresh that failed is not tried again at once by itself', () => {
  const failed = { ...week, failedMs: 2 * DAY_MS };
  assert.equal(isRefreshDue(failed, 2 * DAY_MS + TRY_AGAIN_AFTER_MS - 1), false);
  assert.equal(isRefreshDue(failed, 2 * DAY_MS + TRY_AGAIN_AFTER_MS), true);
});

test('at the second of its end a copy is over', () => {
  assert.equal(hasEnded(week, 7 * DAY_MS - 1), false);
  assert.equal(hasEnded(week, 7 * DAY_MS), true);
});
