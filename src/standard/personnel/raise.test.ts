/** The raise of a pay step and seniority beyond the scale: each row with its article. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { addDays, addMonths, dayOfNumber } from '#base/vietnamese/dates.ts';
import { beyondScale } from './beyond-scale.ts';
import type { Fault, Service, ServicePeriod } from './hold.ts';
import { raiseDueOf } from './raise.ts';
import type { PayFact } from './raise.ts';
import { roundedMonths, wholeMonths } from './spans.ts';

const civil = (more: Partial<Service> = {}): Service => ({ employee: 'CC', periods: [], faults: [], ...more });
const employee = (more: Partial<Service> = {}): Service => ({ ...civil(more), employee: 'VC' });
const pay = (group: string, step: number, anchor: string, table = '2'): PayFact => ({ table, group, step, anchor });
const unpaid = (from: string, to: string | null): ServicePeriod => ({ kind: 'NGHI_KL', from, to });
const discipline = (form: string, on: string, more: Partial<Fault> = {}): Fault => ({ kind: 'discipline', form, on, ...more });
const notDone = (year: number, on: string, more: Partial<Fault> = {}): Fault => ({ kind: 'rating', form: 'KHTNV', on, year, ...more });

const dueOf = (fact: PayFact, service: Service): string => {
  const due = raiseDueOf(fact, service);
  return due.ok ? `${due.value.dueOn} bậc ${due.value.newStep} ${due.value.newCoefficient}` : due.problems.map(({ code }) => code).join();
};

const ROWS: readonly (readonly [law: string, fact: PayFact, service: Service, due: string])[] = [
  // NĐ 204/2004 art. 7: 36 months A0–A3, 24 B and C, 60 senior experts.
  ['NĐ 204/2004 Đ7', pay('A1', 2, '2020-01-31'), civil(), '2023-01-31 bậc 3 3.00'],
  ['NĐ 204/2004 Đ7', pay('B', 8, '2024-11-15', '3'), employee(), '2026-11-15 bậc 9 3.46'],
  ['NĐ 204/2004 Đ7', pay('CGCC', 1, '2020-03-01', '1'), civil(), '2025-03-01 bậc 2 9.40'],
  // One addition from the anchor: 31/08 + 30 months is the last day of February.
  [
    'tháng cuối ngắn',
    pay('C1', 1, '2022-02-28', '3'),
    employee({ periods: [unpaid('2022-03-01', '2022-08-31')] }),
    '2024-08-28 bậc 2 1.83',
  ],
  // TT 08/2013 art. 2; TT 03/2021 art. 1.
  [
    'TT 03/2021 Đ1',
    pay('A1', 5, '2023-04-01'),
    civil({ periods: [unpaid('2024-07-01', '2024-08-20')], faults: [notDone(2024, '2024-12-20')] }),
    '2026-12-01 bậc 6 3.99',
  ],
  ['dưới 11 ngày làm việc', pay('A1', 5, '2023-04-01'), civil({ periods: [unpaid('2024-07-01', '2024-07-12')] }), '2026-04-01 bậc 6 3.99'],
  ['từ 11 ngày làm việc', pay('A1', 5, '2023-04-01'), civil({ periods: [unpaid('2024-07-01', '2024-07-15')] }), '2026-05-01 bậc 6 3.99'],
  [
    'một thời gian khai trong hai giấy là một thời gian: 7 tháng và 11 ngày làm việc trở lên',
    pay('A1', 5, '2022-03-22'),
    civil({ periods: [unpaid('2022-08-14', '2022-11-23'), unpaid('2022-04-08', '2022-10-03')] }),
    '2025-11-22 bậc 6 3.99',
  ],
  [
    'hai khoảng lẻ cộng lại',
    pay('A1', 5, '2023-04-01'),
    civil({ periods: [unpaid('2024-07-01', '2024-07-05'), unpaid('2024-09-09', '2024-09-16')] }),
    '2026-05-01 bậc 6 3.99',
  ],
  [
    'hai khoảng trùng nhau tính một lần',
    pay('A1', 5, '2023-04-01'),
    civil({ periods: [unpaid('2024-07-01', '2024-08-31'), { kind: 'DINH_CHI', from: '2024-08-01', to: '2024-09-30' }] }),
    '2026-07-01 bậc 6 3.99',
  ],
  [
    'TT 08/2013 Đ2: ốm trong 6 tháng vẫn tính',
    pay('A1', 5, '2023-04-01'),
    civil({ periods: [{ kind: 'OM_DAU', from: '2024-01-01', to: '2024-06-30' }] }),
    '2026-04-01 bậc 6 3.99',
  ],
  [
    'ốm 8 tháng cộng dồn: 2 tháng không tính',
    pay('A1', 5, '2023-04-01'),
    civil({
      periods: [
        { kind: 'OM_DAU', from: '2024-01-01', to: '2024-05-31' },
        { kind: 'TAI_NAN', from: '2025-01-01', to: '2025-03-31' },
      ],
    }),
    '2026-06-01 bậc 6 3.99',
  ],
  [
    'cách hiểu khác: cả 8 tháng',
    pay('A1', 5, '2023-04-01'),
    civil({ periods: [{ kind: 'OM_DAU', from: '2024-01-01', to: '2024-08-31' }], readings: { raiseSickLeave: 'all' } }),
    '2026-12-01 bậc 6 3.99',
  ],
  [
    'thai sản, đi học được cử: tính',
    pay('A1', 5, '2023-04-01'),
    civil({
      periods: [
        { kind: 'THAI_SAN', from: '2024-01-01', to: '2024-06-30' },
        { kind: 'HOC_TAP', from: '2025-01-01', to: '2025-12-31' },
      ],
    }),
    '2026-04-01 bậc 6 3.99',
  ],
  [
    'tạm giam rồi được minh oan: tính',
    pay('A1', 5, '2023-04-01'),
    civil({ periods: [{ kind: 'TAM_GIAM', from: '2024-01-01', to: '2024-06-30', clearedAsWrong: true }] }),
    '2026-04-01 bậc 6 3.99',
  ],
  [
    'nghỉ bắt đầu trước ngày đến hạn: cả khoảng',
    pay('A1', 5, '2023-04-01'),
    civil({ periods: [unpaid('2026-03-01', '2026-08-31')] }),
    '2026-10-01 bậc 6 3.99',
  ],
  [
    'nghỉ trước mốc: không liên quan',
    pay('A1', 5, '2023-04-01'),
    civil({ periods: [unpaid('2022-01-01', '2023-03-31')] }),
    '2026-04-01 bậc 6 3.99',
  ],
  // Disciplines: TT 08/2013 art. 2; Luật Viên chức art. 56.
  ['VC khiển trách 3', pay('B', 8, '2024-11-15', '3'), employee({ faults: [discipline('KT', '2025-02-03')] }), '2027-02-15 bậc 9 3.46'],
  ['CC khiển trách 6', pay('A1', 5, '2023-04-01'), civil({ faults: [discipline('KT', '2025-02-03')] }), '2026-10-01 bậc 6 3.99'],
  ['CC cách chức 12', pay('A1', 5, '2023-04-01'), civil({ faults: [discipline('CCH', '2025-02-03')] }), '2027-04-01 bậc 6 3.99'],
  [
    'mỗi năm không hoàn thành 6',
    pay('A1', 5, '2023-04-01'),
    civil({ faults: [notDone(2023, '2023-12-20'), notDone(2024, '2024-12-20')] }),
    '2027-04-01 bậc 6 3.99',
  ],
  [
    'xếp loại do chính hành vi ấy: không cộng',
    pay('A1', 5, '2023-04-01'),
    civil({ faults: [discipline('KT', '2024-05-03', { act: 'a' }), notDone(2024, '2024-12-20', { act: 'a' })] }),
    '2026-10-01 bậc 6 3.99',
  ],
  [
    'hành vi khác: cộng',
    pay('A1', 5, '2023-04-01'),
    civil({ faults: [discipline('KT', '2024-05-03', { act: 'a' }), notDone(2024, '2024-12-20', { act: 'b' })] }),
    '2027-04-01 bậc 6 3.99',
  ],
  [
    'Đảng, không có kỷ luật hành chính: hình thức tương ứng',
    pay('A1', 5, '2023-04-01'),
    civil({ faults: [{ kind: 'party', form: 'D_CC', on: '2024-05-03', act: 'a' }] }),
    '2026-10-01 bậc 6 3.99',
  ],
  [
    'Đảng rồi hành chính, một hành vi: một lần',
    pay('A1', 5, '2023-04-01'),
    civil({ faults: [{ kind: 'party', form: 'D_CC', on: '2024-05-03', act: 'a' }, discipline('CC', '2024-06-01', { act: 'a' })] }),
    '2026-10-01 bậc 6 3.99',
  ],
  [
    'Đảng rồi xếp loại, một hành vi: một lần',
    pay('A1', 5, '2023-04-01'),
    civil({ faults: [{ kind: 'party', form: 'D_CC', on: '2024-05-03', act: 'a' }, notDone(2024, '2024-12-20', { act: 'a' })] }),
    '2026-10-01 bậc 6 3.99',
  ],
  [
    'xếp loại do hành vi đã kỷ luật ở bậc trước: không cộng',
    pay('A1', 5, '2023-04-01'),
    civil({ faults: [discipline('KT', '2023-02-03', { act: 'a' }), notDone(2023, '2023-12-20', { act: 'a' })] }),
    '2026-04-01 bậc 6 3.99',
  ],
  [
    'hai hành vi, một quyết định: hình thức nặng nhất',
    pay('A1', 5, '2023-04-01'),
    civil({ faults: [discipline('KT', '2024-05-03', { decision: '1' }), discipline('CCH', '2024-05-03', { decision: '1' })] }),
    '2027-04-01 bậc 6 3.99',
  ],
  [
    'hai quyết định: cộng',
    pay('A1', 5, '2023-04-01'),
    civil({ faults: [discipline('KT', '2024-05-03', { decision: '1' }), discipline('CC', '2025-05-03', { decision: '2' })] }),
    '2027-04-01 bậc 6 3.99',
  ],
  [
    'hai quyết định, cách hiểu khác: nặng nhất',
    pay('A1', 5, '2023-04-01'),
    civil({ faults: [discipline('KT', '2024-05-03'), discipline('CCH', '2025-05-03')], readings: { raiseTwoDecisions: 'highest' } }),
    '2027-04-01 bậc 6 3.99',
  ],
  [
    'hủy vì sai: không kéo dài',
    pay('A1', 5, '2023-04-01'),
    civil({ faults: [discipline('CC', '2024-05-03', { clearedAsWrong: true })] }),
    '2026-04-01 bậc 6 3.99',
  ],
  [
    'đúng ngày đến hạn: bậc đã đủ',
    pay('A1', 5, '2023-04-01'),
    civil({ faults: [discipline('CC', '2026-04-01')] }),
    '2026-04-01 bậc 6 3.99',
  ],
  [
    'đúng ngày đến hạn, cách hiểu khác',
    pay('A1', 5, '2023-04-01'),
    civil({ faults: [discipline('CC', '2026-04-01')], readings: { raiseFaultOnDueDay: 'delays' } }),
    '2026-10-01 bậc 6 3.99',
  ],
  [
    'trong thời gian đã kéo dài: kéo dài nữa',
    pay('A1', 5, '2023-04-01'),
    civil({ faults: [discipline('KT', '2025-02-03'), discipline('CC', '2026-08-01')] }),
    '2027-04-01 bậc 6 3.99',
  ],
  [
    'năm 2025 thông báo sau mốc mới: tính vào bậc mới',
    pay('A1', 6, '2026-01-01'),
    civil({ faults: [notDone(2025, '2026-01-15')] }),
    '2029-07-01 bậc 7 4.32',
  ],
  [
    'cách hiểu khác: theo năm',
    pay('A1', 6, '2026-01-01'),
    civil({ faults: [notDone(2025, '2026-01-15')], readings: { raiseRatingDay: 'year-end' } }),
    '2029-01-01 bậc 7 4.32',
  ],
  // Bad input.
  ['bậc cuối', pay('A1', 9, '2023-04-01'), civil(), 'E-RAISE-TOP-STEP'],
  ['bậc không có', pay('A1', 10, '2023-04-01'), civil(), 'E-RAISE-STEP-UNKNOWN'],
  ['nhóm không có', pay('A9', 1, '2023-04-01'), civil(), 'E-RAISE-NO-GRADE'],
  ['ngày chưa có bảng lương', pay('A1', 1, '1999-04-01'), civil(), 'E-RAISE-NO-GRADE'],
  ['không mốc', { ...pay('A1', 1, '2023-04-01'), anchor: null }, civil(), 'E-RAISE-NO-ANCHOR'],
  ['nghỉ chưa kết thúc', pay('A1', 5, '2023-04-01'), civil({ periods: [unpaid('2026-03-01', null)] }), 'E-SERVICE-PERIOD-OPEN'],
  [
    'loại không biết',
    pay('A1', 5, '2023-04-01'),
    civil({ periods: [{ kind: 'X', from: '2026-03-01', to: null }] }),
    'E-SERVICE-PERIOD-UNKNOWN',
  ],
  ['ngày ngược', pay('A1', 5, '2023-04-01'), civil({ periods: [unpaid('2026-03-01', '2026-02-01')] }), 'E-SERVICE-PERIOD-ORDER'],
];

for (const [law, fact, service, due] of ROWS) test(`raise: ${law} → ${due}`, () => assert.equal(dueOf(fact, service), due));

test('a result says what it rests on, in order, and which reading it used', () => {
  const due = raiseDueOf(
    pay('A1', 5, '2023-04-01'),
    civil({ periods: [unpaid('2024-07-01', '2024-08-20')], faults: [notDone(2024, '2024-12-20')] }),
  );
  assert.ok(due.ok);
  assert.deepEqual(
    due.value.because.map(({ what, months }) => `${what} ${months}`),
    ['held 36', 'left-out 0', 'left-out 2', 'extended 6', 'due 0'],
  );
  assert.ok(due.value.because.every(({ text }) => text.vi !== '' && text.en !== ''));
  const two = raiseDueOf(pay('A1', 5, '2023-04-01'), civil({ faults: [discipline('KT', '2024-05-03'), discipline('CC', '2025-05-03')] }));
  assert.ok(two.ok);
  assert.equal(two.value.because.find(({ what }) => what === 'extended')?.reading?.key, 'raiseTwoDecisions');
});

const PERCENTS: readonly (readonly [law: string, fact: PayFact, service: Service, on: string, said: string])[] = [
  [
    'TT 04/2005: kỷ luật dời mốc từ đó về sau',
    pay('A2.1', 8, '2019-07-01'),
    civil({ faults: [discipline('CC', '2024-01-15')] }),
    '2026-11-23',
    '8 2026-01-01 0.5424 → 9 2027-01-01',
  ],
  ['chưa đủ kỳ đầu', pay('A2.1', 8, '2025-07-01'), civil(), '2026-11-23', '0 null 0.0000 → 5 2028-07-01'],
  ['đúng ngày', pay('A1', 9, '2023-07-01'), civil(), '2026-07-01', '5 2026-07-01 0.2490 → 6 2027-07-01'],
  ['ngày trước đó', pay('A1', 9, '2023-07-01'), civil(), '2026-06-30', '0 null 0.0000 → 5 2026-07-01'],
  ['B: 24 tháng, rồi mỗi 12', pay('B', 12, '2010-01-01', '3'), employee(), '2026-11-23', '19 2026-01-01 0.7714 → 20 2027-01-01'],
  ['chưa bậc cuối', pay('A1', 8, '2019-07-01'), civil(), '2026-11-23', 'E-SENIORITY-NOT-LAST-STEP'],
];
for (const [law, fact, service, on, said] of PERCENTS)
  test(`beyond the scale: ${law} → ${said}`, () => {
    const found = beyondScale(fact, service, on);
    const text = found.ok
      ? `${found.value.percent} ${found.value.since} ${found.value.coefficient} → ${found.value.nextPercent} ${found.value.nextOn}`
      : found.problems[0]!.code;
    assert.equal(text, said);
  });

const day = fc.integer({ min: 19_000, max: 21_500 }).map(dayOfNumber);
const fault = fc.record({ form: fc.constantFrom('KT', 'CC', 'CCH'), on: day }).map(({ form, on }) => discipline(form, on));
const period = fc
  .record({ kind: fc.constantFrom('NGHI_KL', 'OM_DAU', 'TAM_GIAM'), from: day, days: fc.integer({ min: 0, max: 400 }) })
  .map(({ kind, from, days }): ServicePeriod => ({ kind, from, to: addDays(from, days) }));
const lived = fc
  .record({ faults: fc.array(fault, { maxLength: 4 }), periods: fc.array(period, { maxLength: 4 }) })
  .map((more) => civil(more));
const dueOn = (service: Service): string => {
  const due = raiseDueOf(pay('A1', 3, '2022-02-28'), service);
  assert.ok(due.ok);
  return due.value.dueOn;
};

test('one more fault never makes a raise earlier, clearing one never later, and time that counts changes nothing', () => {
  fc.assert(
    fc.property(lived, fault, (service, one) => {
      const before = dueOn(service);
      const more = { ...service, faults: [...service.faults, one] };
      assert.ok(dueOn(more) >= before);
      assert.equal(dueOn({ ...more, faults: [...service.faults, { ...one, clearedAsWrong: true }] }), before);
      assert.equal(
        dueOn({ ...service, periods: [...service.periods, { kind: 'THAI_SAN', from: one.on, to: addDays(one.on, 180) }] }),
        before,
      );
    }),
  );
});

test('the months of a result come to its day', () => {
  fc.assert(
    fc.property(lived, (service) => {
      const due = raiseDueOf(pay('A1', 3, '2022-02-28'), service);
      assert.ok(due.ok);
      const { dueOn: on, baseMonths, leftOutMonths, extendedMonths } = due.value;
      assert.equal(on, addMonths('2022-02-28', baseMonths + leftOutMonths + extendedMonths));
    }),
  );
});

test('months are one addition to the first day; eleven working days are a month, ten are none', () => {
  assert.equal(wholeMonths({ from: '2024-01-31', before: '2024-02-29' }), 1);
  assert.equal(wholeMonths({ from: '2024-01-31', before: '2024-02-28' }), 0);
  assert.equal(wholeMonths({ from: '2024-05-10', before: '2024-05-10' }), 0);
  assert.deepEqual(
    [10, 11, 22, 33].map((workingDays) => roundedMonths({ months: 1, workingDays }, '2024-01-01')),
    [1, 2, 2, 3],
  );
});
