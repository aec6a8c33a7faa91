/** The other functions of the law on personnel: each row with its article, and the printed examples. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import type { Result } from '#base/problem.ts';
import { addDays, addMonths, dayOfNumber } from '#base/vietnamese/dates.ts';
import { fixedTerm, secondment, transferOn } from './contract.ts';
import { earlyQuota, earlyRaise, pooledQuota, raiseOnRetirement } from './early-raise.ts';
import type { EarlyReview } from './early-raise.ts';
import { lateral, promote, rebuild } from './grade-change.ts';
import type { NewPay } from './grade-change.ts';
import type { Service } from './hold.ts';
import { backPay, basePayOn, monthPay } from './money.ts';
import { probation } from './probation.ts';
import { excellentCap, yearRating } from './rating.ts';
import { leaveEarly, postponed, retirement } from './retirement.ts';
import { termEnd } from './term.ts';

const civil: Service = { employee: 'CC', periods: [], faults: [] };
const said = <T>(found: Result<T>, text: (value: T) => string): string => (found.ok ? text(found.value) : found.problems[0]!.code);
const fact = (group: string, step: number, anchor: string, table = '2') => ({ table, group, step, anchor });

// TT 08/2013/TT-BNV art. 3, clause 1.
const review: EarlyReview = { year: 2026, monthsEarly: 9, needsCollege: true, achievements: ['2025-06-01'] };
const EARLY: readonly (readonly [what: string, Partial<EarlyReview>, Service, string])[] = [
  ['A0 bậc 4 mốc 01/5/2024, xét 2026, sớm 9 tháng', {}, civil, '2026-08-01 bậc 5 3.34'],
  ['đủ 12 tháng', { monthsEarly: 12 }, civil, '2026-05-01 bậc 5 3.34'],
  ['quá 12 tháng', { monthsEarly: 13 }, civil, 'không'],
  ['xét năm 2025: còn thiếu quá 12 tháng', { year: 2025 }, civil, 'không'],
  ['xét năm 2027: đã đến hạn', { year: 2027 }, civil, 'không'],
  ['thành tích quá 6 năm', { achievements: ['2020-12-31'] }, civil, 'không'],
  ['thành tích đúng đầu 6 năm', { achievements: ['2021-01-01'] }, civil, '2026-08-01 bậc 5 3.34'],
  ['4 năm cho ngạch không cần cao đẳng', { needsCollege: false, achievements: ['2022-12-31'] }, civil, 'không'],
  ['thành tích đã dùng', { lastEarly: { decidedOn: '2025-12-01', regularSince: true } }, civil, 'không'],
  ['hai lần liên tiếp', { lastEarly: { decidedOn: '2022-12-01', regularSince: false } }, civil, 'không'],
  ['có kỷ luật trong bậc', {}, { ...civil, faults: [{ kind: 'discipline', form: 'KT', on: '2025-02-01' }] }, 'không'],
];
for (const [what, more, service, expected] of EARLY)
  test(`early raise: ${what} → ${expected}`, () =>
    assert.equal(
      said(earlyRaise(fact('A0', 4, '2024-05-01'), service, { ...review, ...more }), (one) =>
        one.eligible ? `${one.effectiveOn} bậc ${one.newStep} ${one.newCoefficient}` : 'không',
      ),
      expected,
    ));

test('an early raise that is refused says every reason', () => {
  const found = earlyRaise(fact('A0', 4, '2024-05-01'), civil, { ...review, monthsEarly: 0, achievements: [] });
  assert.ok(found.ok && !found.value.eligible);
  assert.equal(found.value.because.filter(({ what }) => what === 'rule').length, 2);
});

// TT 08/2013/TT-BNV art. 3, clause 2.
const ON_NOTICE: readonly (readonly [
  what: string,
  anchor: string,
  noticeOn: string,
  retireFrom: string,
  readings: Service['readings'],
  string,
])[] = [
  ['còn thiếu 8 tháng', '2024-09-01', '2026-07-01', '2027-01-01', {}, '2026-09-01 bậc 6'],
  ['trước ngày thông báo', '2024-03-01', '2026-07-01', '2027-01-01', {}, '2026-03-01 bậc 6'],
  [
    'cách hiểu khác: từ ngày thông báo',
    '2024-03-01',
    '2026-07-01',
    '2027-01-01',
    { earlyRetireBeforeNotice: 'notice-day' },
    '2026-07-01 bậc 6',
  ],
  ['đến hạn trước khi nghỉ: nâng thường xuyên', '2023-06-01', '2026-07-01', '2027-01-01', {}, 'không'],
  ['còn thiếu quá 12 tháng', '2025-06-01', '2026-07-01', '2027-01-01', {}, 'không'],
  [
    'tính đến ngày thông báo: còn thiếu quá 12 tháng',
    '2024-09-01',
    '2026-07-01',
    '2027-01-01',
    { earlyRetireMeasured: 'notice-day' },
    'không',
  ],
];
for (const [what, anchor, noticeOn, retireFrom, readings, expected] of ON_NOTICE)
  test(`raise on the notice of retirement: ${what} → ${expected}`, () =>
    assert.equal(
      said(raiseOnRetirement(fact('A1', 5, anchor), { ...civil, readings: readings ?? {} }, { noticeOn, retireFrom }), (one) =>
        one.eligible ? `${one.effectiveOn} bậc ${one.newStep}` : 'không',
      ),
      expected,
    ));

test('places are a tenth rounded down; those under ten are pooled above, and never more than a tenth of all', () => {
  assert.deepEqual(earlyQuota(57, '2026-06-30'), { places: 5, left: 7 });
  assert.deepEqual(earlyQuota(9, '2026-06-30'), { places: 0, left: 9 });
  assert.equal(earlyQuota(100, '2012-06-30').places, 5, 'NĐ 204/2004: 5 % before NĐ 17/2013');
  assert.deepEqual(pooledQuota([57, 9, 18], '2026-06-30'), { own: 6, shared: 2, total: 8 });
  fc.assert(
    fc.property(fc.array(fc.integer({ min: 0, max: 5_000 }), { maxLength: 40 }), (payrolls) => {
      const { own, shared, total } = pooledQuota(payrolls, '2026-06-30');
      assert.equal(own + shared, total);
      assert.equal(total, Math.floor(payrolls.reduce((sum, one) => sum + one, 0) / 10));
      assert.ok(shared >= 0);
    }),
  );
});

// TT 02/2007/TT-BNV part II.
const shown = ({ step, coefficient, nextAnchor, retained }: NewPay): string => `${step} ${coefficient} ${nextAnchor} ${retained}`;
const none = { beyondPercent: 0, retained: '0.00' };
const GRADES: readonly (readonly [what: string, Result<NewPay>, string])[] = [
  [
    'A1 bậc 7 → A2.1: giữ mốc cũ',
    promote(fact('A1', 7, '2024-03-01'), none, { table: '2', group: 'A2.1' }, '2026-10-12'),
    '1 4.40 2024-03-01 0.00',
  ],
  [
    'A1 bậc 6 → A2.1: mốc mới',
    promote(fact('A1', 6, '2024-03-01'), none, { table: '2', group: 'A2.1' }, '2026-10-12'),
    '1 4.40 2026-10-12 0.00',
  ],
  [
    'A1 bậc cuối 11 % → A2.1',
    promote(fact('A1', 9, '2010-03-01'), { beyondPercent: 11, retained: '0.00' }, { table: '2', group: 'A2.1' }, '2026-10-12'),
    '5 5.76 2026-10-12 0.00',
  ],
  [
    'C1 bậc cuối 29 % → A0',
    promote(fact('C1', 12, '2005-03-01'), { beyondPercent: 29, retained: '0.00' }, { table: '2', group: 'A0' }, '2026-10-12'),
    '10 4.89 2026-10-12 0.00',
  ],
  [
    'cao hơn bậc cuối: bảo lưu',
    promote(fact('B', 12, '2005-03-01'), { beyondPercent: 25, retained: '0.00' }, { table: '2', group: 'A0' }, '2026-10-12'),
    '10 4.89 2026-10-12 0.19',
  ],
  ['cùng nhóm', promote(fact('A1', 7, '2024-03-01'), none, { table: '2', group: 'A1' }, '2026-10-12'), 'E-GRADE-SAME'],
  ['xuống nhóm', promote(fact('A2.1', 1, '2024-03-01'), none, { table: '2', group: 'A1' }, '2026-10-12'), 'E-GRADE-NOT-A-PROMOTION'],
  ['nhóm không có', promote(fact('A1', 1, '2024-03-01'), none, { table: '2', group: 'A7' }, '2026-10-12'), 'E-RAISE-NO-GRADE'],
  [
    'chuyển ngang cùng bảng',
    lateral(fact('A1', 4, '2024-03-01'), none, { table: '3', group: 'A1' }, '2026-10-12'),
    '4 3.33 2024-03-01 0.00',
  ],
  [
    'A3.1 bậc 2 → A3.2: bảo lưu',
    lateral(fact('A3.1', 2, '2025-03-01'), none, { table: '2', group: 'A3.2' }, '2026-10-12'),
    '2 6.11 2025-03-01 0.45',
  ],
  [
    'A2.2 → A2.1: như nâng ngạch',
    lateral(fact('A2.2', 3, '2025-03-01'), none, { table: '2', group: 'A2.1' }, '2026-10-12'),
    '2 4.74 2025-03-01 0.00',
  ],
  [
    'bậc không có ở nhóm kia',
    lateral(fact('A0', 10, '2025-03-01'), none, { table: '2', group: 'A1' }, '2026-10-12'),
    'E-RAISE-STEP-UNKNOWN',
  ],
  // The printed example of the joint circulars: college graduates begin at step 2 of class IV.
  [
    'xếp lại theo thời gian',
    rebuild({ insuredFrom: '2008-01-01', probationMonths: 6, startStep: 2, before: '2.72' }, { table: '3', group: 'B' }, '2015-12-01'),
    '5 2.66 2014-07-01 0.06',
  ],
];
for (const [what, found, expected] of GRADES)
  test(`change of grade: ${what} → ${expected}`, () => assert.equal(said(found, shown), expected));

test('a promotion never lowers what was paid, and one ladder keeps all', () => {
  fc.assert(
    fc.property(
      fc.integer({ min: 1, max: 9 }),
      fc.integer({ min: 0, max: 20 }),
      fc.constantFrom('A2.1', 'A2.2', 'A3.1'),
      (step, percent, group) => {
        const beyondPercent = step === 9 && percent >= 5 ? percent : 0;
        const found = promote(fact('A1', step, '2020-01-01'), { beyondPercent, retained: '0.10' }, { table: '2', group }, '2026-10-12');
        assert.ok(found.ok);
        const before = (2.34 + 0.33 * (step - 1)) * (1 + beyondPercent / 100) + 0.1;
        assert.ok(Number(found.value.coefficient) + Number(found.value.retained) >= before - 0.006);
        const same = lateral(
          fact('A1', step, '2020-01-01'),
          { beyondPercent, retained: '0.10' },
          { table: '2', group: 'A1' },
          '2026-10-12',
        );
        assert.ok(same.ok);
        assert.deepEqual(
          [same.value.step, same.value.nextAnchor, same.value.beyondPercent, same.value.retained],
          [step, '2020-01-01', beyondPercent, '0.10'],
        );
      },
    ),
  );
});

// NĐ 135/2020/NĐ-CP art. 4; NĐ 115/2020/NĐ-CP art. 59.
const RETIREMENTS: readonly (readonly [what: string, sex: string, birth: string, shift: number, string])[] = [
  ['nữ sinh 20/12/1969', '2', '1969-12-20', 0, '2027-01-01 báo 2026-07-01 quyết định 2026-10-01'],
  ['nam sinh 11/02/1966', '1', '1966-02-11', 0, '2027-12-01 báo 2027-06-01 quyết định 2027-09-01'],
  ['nữ sinh 5/1969: 57 tuổi', '2', '1969-05-10', 0, '2026-06-01 báo 2025-12-01 quyết định 2026-03-01'],
  ['chỉ biết năm', '1', '1970', 0, '2032-02-01 báo 2031-08-01 quyết định 2031-11-01'],
  ['sinh 31/8', '1', '1966-08-31', 0, '2028-09-01 báo 2028-03-01 quyết định 2028-06-01'],
  ['tuổi cao hơn 5 năm', '1', '1966-07-07', 60, '2033-08-01 báo 2033-02-01 quyết định 2033-05-01'],
  ['tuổi thấp hơn 5 năm', '1', '1970-07-07', -60, '2027-08-01 báo 2027-02-01 quyết định 2027-05-01'],
  ['lệch quá 5 năm', '1', '1966-07-07', 61, 'E-RETIRE-SHIFT'],
  ['thiếu ngày sinh', '1', '', 0, 'E-RETIRE-NO-BIRTH'],
  ['thiếu giới tính', '', '1966-07-07', 0, 'E-RETIRE-NO-SEX'],
];
for (const [what, sex, birth, shift, expected] of RETIREMENTS)
  test(`retirement: ${what} → ${expected}`, () =>
    assert.equal(
      said(
        retirement(sex, birth, shift),
        ({ retireFrom, noticeBy, decisionBy }) => `${retireFrom} báo ${noticeBy} quyết định ${decisionBy}`,
      ),
      expected,
    ));

test('retirement is postponed by the longest ground alone, and by no more than it allows', () => {
  const days = retirement('2', '1969-12-20');
  assert.ok(days.ok);
  const both = postponed(days.value, [
    { ground: 'short', months: 1 },
    { ground: 'illness', months: 3 },
  ]);
  assert.deepEqual(both.ok && [both.value.retireFrom, both.value.lastDay, both.value.noticeBy], ['2027-04-01', '2027-03-31', '2026-07-01']);
  assert.equal(
    said(postponed(days.value, [{ ground: 'short', months: 2 }]), () => ''),
    'E-POSTPONE-OVER-LIMIT',
  );
  assert.deepEqual(postponed(days.value, []), days);
});

test('the notice comes before the decision, and the decision before the day', () => {
  fc.assert(
    fc.property(fc.constantFrom('1', '2'), fc.integer({ min: -4_000, max: 11_000 }).map(dayOfNumber), (sex, born) => {
      const days = retirement(sex, born);
      assert.ok(days.ok);
      assert.ok(days.value.noticeBy < days.value.decisionBy && days.value.decisionBy < days.value.retireFrom);
      assert.equal(days.value.lastDay, addDays(days.value.retireFrom, -1));
    }),
  );
});

test('who leaves early is told the months and the band, from the decree on', () => {
  const told = (leave: string, retire: string, decided: string) =>
    said(leaveEarly(leave, retire, decided), ({ months, band, withinFirst }) => `${months} ${band} ${withinFirst}`);
  assert.equal(told('2025-08-01', '2027-08-01', '2025-07-01'), '24 2-to-5-years true');
  assert.equal(told('2025-08-01', '2027-07-01', '2025-07-01'), '23 under-2-years true');
  assert.equal(told('2025-08-01', '2030-09-01', '2024-07-01'), '61 5-to-10-years false');
  assert.equal(told('2024-08-01', '2030-09-01', '2024-07-01'), 'E-LAW-NONE-ON-DAY');
});

// NĐ 115/2020, NĐ 138/2020 on reappointment.
test('a term ends on its anniversary; what comes next is told by the months to retirement', () => {
  const { endsOn, reviewFrom, decideBy, next, nextEndsOn, monthsToRetirement } = termEnd('2022-03-01', 60, '2028-08-01');
  assert.deepEqual(
    [endsOn, reviewFrom, decideBy, next, nextEndsOn, monthsToRetirement],
    ['2027-03-01', '2026-12-01', '2027-02-26', 'extend-to-retirement', '2028-08-01', 17],
  );
  assert.equal(termEnd('2022-03-01', null, '2029-03-01').next, 'again-until-retirement', 'exactly 24 months');
  assert.equal(termEnd('2022-03-01', null, '2029-03-01', { termEdge: 'age-month' }).next, 'extend-to-retirement');
  assert.deepEqual((({ next: then, nextEndsOn: ends }) => [then, ends])(termEnd('2022-03-01', null, '2040-03-01')), [
    'again',
    '2032-03-01',
  ]);
});

// NĐ 115/2020 art. 21–25; NĐ 138/2020 art. 20, 22.
test('a probation is lengthened by what does not count, and the first raise is counted from the day after it', () => {
  const told = (...asked: Parameters<typeof probation>) =>
    said(probation(...asked), ({ lastDay, anchor, percent, step }) => `${lastDay} ${anchor} ${percent} ${step}`);
  assert.equal(told('2025-03-01', { needs: 'grade-c' }), '2026-02-28 2026-03-01 85 1');
  assert.equal(told('2025-03-01', { needs: 'doctor', paidInFull: true }), '2025-11-30 2025-12-01 100 1');
  assert.equal(told('2025-03-01', { needs: 'university', levelsAbove: 1 }), '2026-02-28 2026-03-01 85 2');
  assert.equal(told('2025-03-01', { needs: 'university', worked: 4 }), '2025-10-31 2025-11-01 85 1');
  assert.equal(told('2025-03-01', { needs: 'university', worked: 12 }), 'null 2025-03-01 85 1');
  assert.equal(
    told('2025-03-01', { needs: 'university', periods: [{ kind: 'OM_DAU', from: '2025-05-01', to: '2025-05-13' }] }),
    '2026-02-28 2026-03-01 85 1',
  );
  assert.equal(
    told('2025-03-01', { needs: 'university', periods: [{ kind: 'OM_DAU', from: '2025-05-01', to: '2025-05-14' }] }),
    '2026-03-14 2026-03-15 85 1',
  );
  assert.equal(
    told('2025-03-01', { needs: 'university', periods: [{ kind: 'NGHI_KL', from: '2025-05-01', to: null }] }),
    'E-SERVICE-PERIOD-OPEN',
  );
  assert.equal(told('2026-07-01', { needs: 'university' }), 'E-LAW-NONE-ON-DAY', 'a public employee of the law of 2025 has none');
});

test('pay of a month, in whole đồng: the duty allowance is of cadres and civil servants', () => {
  assert.equal(basePayOn('2026-08-01'), 2_530_000);
  assert.equal(basePayOn('2024-08-01'), 2_340_000);
  assert.equal(basePayOn('1999-01-01'), null);
  const told = (...asked: Parameters<typeof monthPay>) =>
    said(monthPay(...asked), ({ salary, position, beyond, retained, duty, total }) =>
      [salary, position, beyond, retained, duty, total].join(' '),
    );
  assert.equal(told({ coefficient: '3.33', position: '0.20' }, 'CC', '2024-08-01'), '7792200 468000 0 0 2065050 10325250');
  assert.equal(told({ coefficient: '4.98', beyondPercent: 5 }, 'VC', '2024-08-01'), '11653200 0 582660 0 0 12235860');
  assert.equal(told({ coefficient: '3.33', retained: '0.10' }, 'CC', '2024-08-01'), '7792200 0 0 234000 1948050 9974250');
  assert.equal(
    told({ coefficient: '3.33', retained: '0.10' }, 'CC', '2024-08-01', { dutyAllowanceRetained: 'in' }),
    '7792200 0 0 234000 2006550 10032750',
  );
  assert.equal(told({ coefficient: '3.33' }, 'CC', '1999-08-01'), 'E-LAW-NONE-ON-DAY');
});

test('a late decision makes good each month by its own base pay; whether a first month counts whole is asked', () => {
  const of = { before: '3.66', after: '3.99' };
  const late = backPay('2024-05-01', '2024-08-20', of);
  assert.deepEqual(late.ok && late.value.months, [
    { month: '2024-05', base: 1_800_000, difference: 594_000 },
    { month: '2024-06', base: 1_800_000, difference: 594_000 },
    { month: '2024-07', base: 2_340_000, difference: 772_200 },
  ]);
  assert.equal(
    said(late, ({ total, coefficient }) => `${total} ${coefficient}`),
    '1960200 0.3300',
  );
  assert.equal(
    said(backPay('2024-05-15', '2024-08-20', of), () => ''),
    'E-BACKPAY-FIRST-MONTH',
  );
  assert.equal(
    said(backPay('2024-05-15', '2024-08-20', of, { backPayFirstMonth: 'next-month' }), ({ months }) => String(months.length)),
    '2',
  );
  assert.equal(
    said(backPay('2024-08-01', '2024-08-20', of), ({ months }) => String(months.length)),
    '0',
  );
});

test('a year is rated by the mean of its months; too short a year is not, and a discipline for the duty is not completed', () => {
  const told = (...asked: Parameters<typeof yearRating>) => (({ rating, score, why }) => `${rating} ${score} ${why}`)(yearRating(...asked));
  assert.equal(told([90, 90], { monthsWorked: 12 }, '2026-12-31'), 'HTXSNV 90 score');
  assert.equal(told([89.99, 90], { monthsWorked: 12 }, '2026-12-31'), 'HTXSNV 90 score', 'half up in the second place');
  assert.equal(told([89.98, 90], { monthsWorked: 12 }, '2026-12-31'), 'HTTNV 89.99 score');
  assert.equal(told([50], { monthsWorked: 12 }, '2026-12-31'), 'HTNV 50 score');
  assert.equal(told([49], { monthsWorked: 12 }, '2026-12-31'), 'KHTNV 49 score');
  assert.equal(told([95], { monthsWorked: 12, disciplinedOfDuty: true }, '2026-12-31'), 'KHTNV 95 discipline');
  assert.equal(told([95], { monthsWorked: 5 }, '2026-12-31'), 'null null too-short');
  assert.equal(told([95], { monthsWorked: 5, restWasLeave: true }, '2026-12-31'), 'HTXSNV 95 score');
  assert.equal(told([], { monthsWorked: 12 }, '2026-12-31'), 'null null no-score');
});

test('at most a fifth is excellent, a quarter in a body that is; never more', () => {
  const cap = (good: number, excellent: number, bodyIsExcellent: boolean, chosen = {}) =>
    excellentCap({ good, excellent, bodyIsExcellent }, '2026-12-31', chosen);
  assert.deepEqual((({ cap: most, isOver }) => [most, isOver])(cap(20, 5, false)), [5, false]);
  assert.deepEqual((({ cap: most, isOver }) => [most, isOver])(cap(19, 5, false)), [4, true]);
  assert.equal(cap(20, 5, true).cap, 6);
  assert.equal(cap(20, 5, false, { excellentBase: 'good-only' }).cap, 4);
  fc.assert(
    fc.property(fc.nat(500), fc.nat(500), fc.boolean(), (good, excellent, special) =>
      assert.ok(cap(good, excellent, special).cap <= ((good + excellent) * (special ? 25 : 20)) / 100),
    ),
  );
});

test('a fixed term counts both days, and is held to the law of its first one', () => {
  const told = (from: string, to: string) => said(fixedTerm(from, to), ({ months, settleBy }) => `${months} ${settleBy}`);
  assert.equal(told('2024-01-01', '2026-12-31'), '36 2026-11-01');
  assert.equal(told('2024-01-01', '2028-12-31'), '60 2028-11-01');
  assert.equal(told('2024-01-01', '2029-01-01'), 'E-CONTRACT-TERM');
  assert.equal(told('2020-06-30', '2024-06-29'), 'E-CONTRACT-TERM', '36 months before 1 July 2020');
  assert.equal(told('2024-01-01', '2024-11-30'), 'E-CONTRACT-TERM');
  assert.equal(told('2024-01-01', '2023-12-31'), 'E-SERVICE-PERIOD-ORDER');
});

test('who is seconded comes back without a decision; a transfer leaves no day between', () => {
  const told = (from: string, to: string, max?: number) =>
    said(secondment(from, to, max), ({ months, backOn, remindOn }) => `${months} ${backOn} ${remindOn}`);
  assert.equal(told('2024-01-01', '2026-12-31'), '36 2027-01-01 2026-12-02');
  assert.equal(told('2024-01-01', '2027-01-01'), 'E-SECONDMENT-TERM');
  assert.equal(told('2024-01-01', '2028-12-31', 60), '60 2029-01-01 2028-12-02');
  assert.deepEqual(transferOn('2026-09-01'), { lastDayBefore: '2026-08-31', firstDayAfter: '2026-09-01' });
  assert.equal(addMonths('2026-08-31', 6), '2027-02-28');
});
