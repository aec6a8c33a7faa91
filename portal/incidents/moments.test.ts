import assert from 'node:assert/strict';
import { test } from 'node:test';
import { fieldOf, instantIn } from './moments.ts';

test('the clock is that of Viet Nam, wherever the browser is', () => {
  assert.equal(instantIn('2026-11-30T08:15'), '2026-11-30T01:15:00.000Z');
  assert.equal(fieldOf(Date.parse('2026-11-29T18:00:00Z')), '2026-11-30T01:00');
  assert.equal(instantIn(fieldOf(Date.parse('2026-12-31T17:30:00Z'))), '2026-12-31T17:30:00.000Z');
});

test('nothing chosen, and what does not exist, is no moment', () => {
  for (const field of ['', '2026-02-30T08:15', '2026-11-30', 'nay']) assert.equal(instantIn(field), null, field);
});
