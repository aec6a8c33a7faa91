/** The choice of rows in the address. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { chosenIn } from './chosen.ts';

test('a choice is read from the address; what is none is left out', () => {
  const of = (text: string) => chosenIn(new URLSearchParams(text));
  assert.deepEqual(of('act=record.read&role=XAC_NHAN&from=2026-11-01&to=2026-11-30'), {
    act: 'record.read',
    role: 'XAC_NHAN',
    from: '2026-11-01',
    to: '2026-11-30',
  });
  assert.deepEqual(of('act=<b>&role=&body=x&from=1.11.2026&phan=1'), {});
});
