import assert from 'node:assert/strict';
import { test } from 'node:test';
import { confirmationOf } from './confirmation.ts';

test('who confirmed and on which day of Việt Nam; what the population database keeps; nothing when nobody did', () => {
  const confirmedAt = '2026-11-20T17:30:00Z';
  const signed = { kind: 'signed', day: '21/11/2026', by: 'Lan' };
  assert.deepEqual(confirmationOf({ confirmedAt, confirmedBy: 'Lan', locked: false }), signed);
  assert.deepEqual(confirmationOf({ confirmedAt, confirmedBy: null, locked: true }), { ...signed, by: null });
  assert.deepEqual(confirmationOf({ confirmedAt: null, confirmedBy: null, locked: true }), { kind: 'matched' });
  assert.equal(confirmationOf({ confirmedAt: null, confirmedBy: null, locked: false }), null);
});
