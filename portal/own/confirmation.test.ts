import assert from 'node:assert/strict';
import { test } from 'node:test';
import { confirmationOf } from './confirmation.ts';

test('who confirmed and on which day of Việt Nam; nothing when nobody did', () => {
  const confirmedAt = '2026-11-20T17:30:00Z';
  assert.deepEqual(confirmationOf({ confirmedAt, confirmedBy: 'Lan' }), { day: '21/11/2026', by: 'Lan' });
  assert.deepEqual(confirmationOf({ confirmedAt, confirmedBy: null }), { day: '21/11/2026', by: null });
  assert.equal(confirmationOf({ confirmedAt: null, confirmedBy: null }), null);
});
