import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { ProblemGroup } from '#portal/api/generated/api.ts';
import { missingAnswers, warningsOf } from './answers.ts';

const groups: readonly ProblemGroup[] = (['error', 'warning', 'corrected'] as const).map((severity) => ({
  code: `E-${severity}`,
  severity,
  title: { vi: '', en: '' },
  count: 2,
  people: 2,
  suggested: 0,
}));
const warnings = warningsOf(groups);
const counts = { received: 10, accepted: 8, rejected: 2, waiting: 0 };
const TODAY = '2026-11-24';
const whole = { asOf: '31/10/2026', seen: ['E-warning'], partial: true };

test('only warnings are acknowledged, once per code', () =>
  assert.deepEqual(
    warnings.map((group) => group.code),
    ['E-warning'],
  ));

test('what is missing is named, one by one', () => {
  for (const [answers, missing] of [
    [whole, []],
    [{ ...whole, asOf: 'hôm nay' }, ['asOfWrong']],
    [{ ...whole, asOf: '25/11/2026' }, ['asOfFuture']],
    [{ ...whole, asOf: '24/11/2026' }, []],
    [{ ...whole, seen: [] }, ['warningMissing']],
    [{ ...whole, partial: false }, ['partialMissing']],
  ] as const)
    assert.deepEqual(missingAnswers(answers, warnings, counts, TODAY), missing);
});

test('with nobody wrong there is no question of a part; with nobody good there is nothing to send', () => {
  assert.deepEqual(missingAnswers({ ...whole, partial: false }, warnings, { ...counts, accepted: 10, rejected: 0 }, TODAY), []);
  assert.deepEqual(missingAnswers(whole, warnings, { ...counts, accepted: 0, rejected: 10 }, TODAY), ['nothing']);
});
