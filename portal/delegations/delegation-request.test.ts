/** What a delegation needs before it is sent. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { EMPTY, requestOf } from './delegation-request.ts';
import type { Typed } from './delegation-request.ts';

const WHOLE: Typed = {
  ...EMPTY,
  bodyId: 'b',
  accountId: 'a',
  from: '2026-12-01',
  until: '2026-12-15',
  reason: 'Đi công tác nước ngoài',
};
const wrongOf = (changed: Partial<Typed>): string[] => {
  const judged = requestOf({ ...WHOLE, ...changed }, 'XAC_NHAN');
  return 'wrong' in judged ? [...judged.wrong] : [];
};

test('each field that is missing is named, and the last day is not before the first', () => {
  assert.deepEqual(wrongOf({}), []);
  assert.deepEqual(wrongOf({ bodyId: '' }), ['bodyId']);
  assert.deepEqual(wrongOf({ accountId: '', from: '' }), ['accountId', 'from']);
  assert.deepEqual(wrongOf({ until: '2026-11-30' }), ['until']);
});

test('it rests on a decision with number and day, or on a reason', () => {
  for (const [basis, fits] of [
    [{ reason: '' }, false],
    [{ reason: 'ngắn' }, false],
    [{ reason: '', decisionNumber: '12/QĐ-SNV' }, false],
    [{ reason: '', decisionNumber: '12/QĐ-SNV', decisionDay: '2026-11-20' }, true],
    [{ decisionDay: '2026-11-20' }, false],
  ] as const)
    assert.deepEqual(wrongOf(basis), fits ? [] : ['basis']);
});

test('what is empty is not sent', () => {
  const judged = requestOf(WHOLE, 'XAC_NHAN');
  assert.ok('body' in judged);
  assert.deepEqual(Object.keys(judged.body).sort(), ['accountId', 'bodyId', 'from', 'kinds', 'reason', 'role', 'until']);
});
