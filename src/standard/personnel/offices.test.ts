/** Allowances, establishment, numbers of decisions, what computes again: each row with its article. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import type { Result } from '#base/problem.ts';
import { positionAllowance, teacherSeniority } from './allowances.ts';
import { decisionNumberText, gapsOf, nextNumber, readDecisionNumber, takeNumber } from './decision-number.ts';
import type { TakenNumber } from './decision-number.ts';
import { staffOn } from './establishment.ts';
import type { Assignment, Given } from './establishment.ts';
import { recomputedBy } from './recompute.ts';

const said = <T>(found: Result<T>, text: (value: T) => string): string => (found.ok ? text(found.value) : found.problems[0]!.code);

type Of = Parameters<typeof positionAllowance>[2];
const POSTS: readonly (readonly [article: string, post: string, on: string, of: Of, coefficient: string])[] = [
  ['NĐ 07/2026, xã: chủ tịch, Hà Nội và TP HCM', 'XA_CT_HN', '2026-01-01', {}, '0.70'],
  ['NĐ 07/2026, xã: chủ tịch nơi khác', 'XA_CT', '2026-01-01', {}, '0.60'],
  ['NĐ 07/2026, xã: phó chủ tịch', 'XA_PCT', '2026-07-01', {}, '0.50'],
  ['NĐ 07/2026, xã: trưởng phòng', 'XA_TP_HN', '2026-07-01', {}, '0.35'],
  ['NĐ 07/2026, xã: phó trưởng phòng', 'XA_PP', '2026-07-01', {}, '0.15'],
  ['before its day the list has no such post', 'XA_CT', '2025-12-31', {}, 'E-LAW-NONE-ON-DAY'],
  ['NĐ 07/2026, cục loại 1', 'CUC_TRUONG', '2026-01-01', { class: 1 }, '1.10'],
  ['NĐ 07/2026, cục loại 2', 'CUC_TRUONG', '2026-01-01', { class: 2 }, '1.00'],
  ['NĐ 07/2026: not ranked yet is paid as class 2', 'CUC_TRUONG', '2026-01-01', { class: null }, '1.00'],
  ['a higher older coefficient is kept', 'XA_PCT', '2026-07-01', { kept: { coefficient: '0.65', until: '2026-07-02' } }, '0.65'],
  ['until its last day', 'XA_PCT', '2026-07-02', { kept: { coefficient: '0.65', until: '2026-07-02' } }, '0.50'],
  ['a lower one is not', 'XA_PCT', '2026-07-01', { kept: { coefficient: '0.45', until: '2030-01-01' } }, '0.50'],
  ['NĐ 204/2004: vụ keeps its own', 'TW_VT', '2026-07-01', {}, '1.00'],
];
for (const [article, post, on, of, coefficient] of POSTS)
  test(`${article}: ${post} on ${on}`, () =>
    assert.equal(
      said(positionAllowance(post, on, of), (value) => value.coefficient),
      coefficient,
    ));

const SENIORITY: readonly (readonly [from: string, leftOut: number, on: string, said: string])[] = [
  ['2021-09-01', 0, '2026-08-31', '0% → 5% 2026-09-01'],
  ['2021-09-01', 0, '2026-09-01', '5% → 6% 2027-09-01'],
  ['2021-09-01', 3, '2026-09-01', '0% → 5% 2026-12-01'],
  ['2010-09-01', 12, '2026-11-23', '15% → 16% 2027-09-01'],
  ['2016-02-29', 0, '2022-02-28', '6% → 7% 2023-02-28'],
  ['2010-09-01', 0, '2020-01-01', 'E-LAW-NONE-ON-DAY'],
];
for (const [from, leftOut, on, expected] of SENIORITY)
  test(`NĐ 77/2021 art. 4: teaching since ${from}, ${leftOut} months left out, on ${on}`, () =>
    assert.equal(
      said(teacherSeniority(from, leftOut, on), ({ percent, nextPercent, nextOn }) => `${percent}% → ${nextPercent}% ${nextOn}`),
      expected,
    ));

const given = (posts: number, decidedOn: string, year = 2026): Given => ({ unit: 'VP', kind: 'HC', year, posts, decidedOn });
const there = (person: string, more: Partial<Assignment> = {}): Assignment => ({
  person,
  unit: 'VP',
  kind: 'HC',
  from: '2020-01-01',
  until: null,
  ...more,
});
test('present against given: the last decision of the year, ends exclusive, contracts on a line of their own', () => {
  const people = [
    there('a'),
    there('b', { until: '2026-11-23' }),
    there('c', { from: '2026-11-24' }),
    there('d', { suspendedFrom: '2026-10-01' }),
    there('e', { kind: 'HD111' }),
  ];
  assert.deepEqual(staffOn([given(5, '2026-01-05'), given(1, '2026-06-01'), given(9, '2026-12-01')], people, '2026-11-23'), [
    { unit: 'VP', kind: 'HC', given: 1, present: 2, suspended: 1, over: 1 },
    { unit: 'VP', kind: 'HD111', given: null, present: 1, suspended: 0, over: null },
  ]);
});
test('a unit that was given posts and holds nobody is vacant; of another year nothing was given', () => {
  assert.deepEqual(staffOn([given(3, '2026-01-05')], [], '2026-11-23'), [
    { unit: 'VP', kind: 'HC', given: 3, present: 0, suspended: 0, over: -3 },
  ]);
  assert.deepEqual(staffOn([given(3, '2026-01-05')], [], '2027-01-01'), []);
});

const taken = (sequence: number, on: string, sign = 'QĐ-UBND'): TakenNumber => ({ sequence, sign, year: Number(on.slice(0, 4)), on });
const NUMBERS: readonly (readonly [typed: string, said: string])[] = [
  ['5/QĐ-UBND', '05/QĐ-UBND'],
  ['05/QĐ-UBND', '05/QĐ-UBND'],
  [' 105 / QĐ-SNV ', '105/QĐ-SNV'],
  ['12/2026/QĐ-UBND', '12/QĐ-UBND'],
  ['12/2025/QĐ-UBND', 'E-DECISION-NUMBER-UNREADABLE'],
  ['0/QĐ-UBND', 'E-DECISION-NUMBER-UNREADABLE'],
  ['QĐ 5', 'E-DECISION-NUMBER-UNREADABLE'],
  ['', 'E-DECISION-NUMBER-UNREADABLE'],
];
for (const [typed, expected] of NUMBERS)
  test(`NĐ 30/2020 art. 15: "${typed}"`, () => assert.equal(said(readDecisionNumber(typed, '2026-03-12'), decisionNumberText), expected));

test('NĐ 30/2020 art. 15: a series begins anew with its year and its sign, and a taken number is told', () => {
  const before = [taken(7, '2025-12-31'), taken(1, '2026-01-05'), taken(2, '2026-02-01'), taken(9, '2026-02-01', 'QĐ-HĐND')];
  assert.deepEqual(nextNumber('QĐ-UBND', 2026, before), { sequence: 3, sign: 'QĐ-UBND', year: 2026 });
  assert.deepEqual(nextNumber('QĐ-UBND', 2027, before), { sequence: 1, sign: 'QĐ-UBND', year: 2027 });
  const wanted = (sequence: number) => ({ sequence, sign: 'QĐ-UBND', year: 2026 });
  const text = ({ sequence }: TakenNumber): string => String(sequence);
  assert.equal(said(takeNumber(wanted(2), '2026-02-01', before), text), 'E-DECISION-NUMBER-TAKEN');
  assert.equal(said(takeNumber(wanted(3), '2026-01-31', before), text), 'E-DECISION-NUMBER-ORDER');
  assert.equal(said(takeNumber(wanted(3), '2026-02-01', before), text), '3');
  assert.deepEqual(gapsOf('QĐ-UBND', 2026, [taken(1, '2026-01-05'), taken(4, '2026-02-01')]), [2, 3]);
});
test('numbers that are taken one after the other leave no gap and none twice', () => {
  fc.assert(
    fc.property(fc.array(fc.constantFrom('QĐ-UBND', 'QĐ-HĐND'), { maxLength: 40 }), (signs) => {
      const held: TakenNumber[] = [];
      for (const sign of signs) {
        const one = takeNumber(nextNumber(sign, 2026, held), '2026-03-01', held);
        assert.ok(one.ok);
        held.push(one.value);
      }
      assert.deepEqual([...gapsOf('QĐ-UBND', 2026, held), ...gapsOf('QĐ-HĐND', 2026, held)], []);
      assert.equal(new Set(held.map(decisionNumberText)).size, held.length);
    }),
  );
});

test('a merger moves no day of a person; what changes a step changes what is counted from it', () => {
  assert.deepEqual(recomputedBy('merger'), ['quota', 'establishment', 'numbers']);
  for (const change of ['pay-fact', 'grade-change', 'discipline', 'rating-notice', 'leave'] as const)
    for (const what of ['raise', 'beyond-scale', 'early-raise'] as const)
      assert.ok(recomputedBy(change).includes(what), `${change} ${what}`);
  assert.ok(recomputedBy('birth-or-sex').includes('term'));
});
