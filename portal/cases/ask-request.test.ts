import assert from 'node:assert/strict';
import { test } from 'node:test';
import { NOTHING_TYPED, requestOf } from './ask-request.ts';

const TYPED = { ...NOTHING_TYPED, decisionNumber: ' 15/QĐ-SNV ', decisionDate: '25/11/2026', reason: 'Điều động' };

test('each form sends what it asks for, days as the server reads them', () => {
  assert.deepEqual(requestOf('offer', { ...TYPED, receiving: 'H41.51', effectiveOn: '01/12/2026' }, 'P'), {
    body: {
      reason: 'Điều động',
      receiving: 'H41.51',
      decisionNumber: '15/QĐ-SNV',
      decisionDate: '2026-11-25',
      effectiveOn: '2026-12-01',
      personId: 'P',
    },
  });
  assert.deepEqual(requestOf('second', { ...TYPED, receiving: 'H41.51', effectiveOn: '01/12/2026', untilOn: '30/11/2027' }, 'P'), {
    body: {
      reason: 'Điều động',
      receiving: 'H41.51',
      decisionNumber: '15/QĐ-SNV',
      decisionDate: '2026-11-25',
      effectiveOn: '2026-12-01',
      untilOn: '2027-11-30',
      personId: 'P',
    },
  });
  assert.deepEqual(requestOf('number', { ...TYPED, newNationalId: '000190000001' }, 'P'), {
    body: { reason: 'Điều động', newNationalId: '000190000001', decisionNumber: '15/QĐ-SNV', decisionDate: '2026-11-25', personId: 'P' },
  });
});

test('what is missing, and a day that is none, are told at their fields', () => {
  assert.deepEqual(requestOf('ask', { ...TYPED, decisionNumber: ' ', effectiveOn: '31/02/2026' }, undefined), {
    wrong: { bodyId: 'needed', nationalId: 'needed', decisionNumber: 'needed', effectiveOn: 'dayWrong' },
  });
});
