import assert from 'node:assert/strict';
import { test } from 'node:test';
import { addDays } from '#base/vietnamese/dates.ts';
import { codeList, entriesAt, entryAt } from './code-lists.ts';
import { payGroup, payGroups, payGroupsOfLevel, payStep, stepMonths } from './pay-table.ts';

const GRADES = 'ngach_cong_chuc';
const TITLES = 'chuc_danh_nghe_nghiep';

// Decree 204/2004/ND-CP, tables 1–4: first step, last step, steps, months to hold a step (art. 7, TT 08/2013/TT-BNV art. 2).
test('the pay tables begin, end and climb as the decree says', () => {
  const rows: [table: string, group: string, first: string, last: string, steps: number, months: number][] = [
    ['1', 'CGCC', '8.80', '10.00', 3, 60],
    ['2', 'A3.1', '6.20', '8.00', 6, 36],
    ['2', 'A3.2', '5.75', '7.55', 6, 36],
    ['2', 'A2.1', '4.40', '6.78', 8, 36],
    ['2', 'A2.2', '4.00', '6.38', 8, 36],
    ['2', 'A1', '2.34', '4.98', 9, 36],
    ['2', 'A0', '2.10', '4.89', 10, 36],
    ['2', 'B', '1.86', '4.06', 12, 24],
    ['2', 'C1', '1.65', '3.63', 12, 24],
    ['2', 'C2', '1.50', '3.48', 12, 24],
    ['2', 'C3', '1.35', '3.33', 12, 24],
    ['3', 'A2.1', '4.40', '6.78', 8, 36],
    ['3', 'A1', '2.34', '4.98', 9, 36],
    ['3', 'B', '1.86', '4.06', 12, 24],
    ['3', 'C2', '2.00', '3.98', 12, 24],
    ['4', 'LX', '2.05', '4.03', 12, 24],
    ['4', 'NVPV', '1.00', '2.98', 12, 24],
  ];
  for (const [table, group, first, last, steps, months] of rows) {
    const row = entryAt('bang_luong_nd204', `${table}.${group}`, '2026-01-01')!.attributes;
    const coefficients = row['he_so'] as readonly string[];
    assert.deepEqual(
      [coefficients[0], coefficients.at(-1), coefficients.length, row['thang_nang_bac']],
      [first, last, steps, months],
      `${table}.${group}`,
    );
  }
});

test('within a group every step is higher by the same amount', () => {
  for (const entry of codeList('bang_luong_nd204').entries) {
    const hundredths = (entry.attributes['he_so'] as string[]).map((text) => Math.round(Number(text) * 100));
    const differences = new Set(hundredths.slice(1).map((value, at) => value - hundredths[at]!));
    assert.deepEqual([...differences], [Math.round(Number(entry.attributes['buoc']) * 100)], entry.code);
    assert.equal(
      (entry.attributes['he_so'] as string[]).every((text) => /^\d{1,2}\.\d{2}$/.test(text)),
      true,
    );
  }
});

test('the coefficient of a step', () => {
  const rows: [list: string, grade: string, step: number, on: string, coefficient: string | null][] = [
    [GRADES, '01.003', 1, '2026-01-01', '2.34'],
    [GRADES, '01.003', 5, '2026-01-01', '3.66'],
    [GRADES, '01.003', 9, '2026-01-01', '4.98'],
    [GRADES, '01.003', 10, '2026-01-01', null],
    [GRADES, '01.002', 1, '2026-01-01', '4.40'],
    [GRADES, '01.001', 6, '2026-01-01', '8.00'],
    [GRADES, '01.004', 1, '2021-07-31', '1.86'],
    [GRADES, '01.004', 1, '2021-08-01', '2.10'], // TT 2/2021/TT-BNV: from B to A0
    [GRADES, '01.005', 1, '2021-07-31', '1.65'],
    [GRADES, '01.005', 1, '2021-08-01', '1.86'], // from C1 to B
    [GRADES, '06.032', 1, '2019-12-31', '1.86'],
    [GRADES, '06.032', 1, '2020-01-01', '2.10'], // TT 77/2019/TT-BTC
    [TITLES, 'V.07.01.03', 3, '2024-01-01', '3.00'],
    [TITLES, 'V.07.03.07', 1, '2022-06-01', '2.34'], // closed in 2021, its pay rows go on
    ['bang_luong_chuc_vu', 'BT', 2, '2024-01-01', '10.30'],
    [GRADES, '01.003', 0, '2026-01-01', null],
    [GRADES, '99.999', 1, '2026-01-01', null],
    [GRADES, '01.003', 1, '2004-09-30', null],
  ];
  for (const [list, grade, step, on, coefficient] of rows)
    assert.equal(payStep(list, grade, step, on)?.coefficient ?? null, coefficient, `${grade} ${step} ${on}`);
  assert.equal(payStep(GRADES, '01.003', 9, '2026-01-01')!.isLastStep, true);
});

test('months per step: 36 for A0 too, whatever a public list says', () => {
  for (const [list, grade, on, months] of [
    [GRADES, '01.003', '2026-01-01', 36],
    [GRADES, '01.004', '2026-01-01', 36],
    [GRADES, '01.004', '2020-01-01', 24],
    [GRADES, '01.010', '2026-01-01', 24],
    ['bang_luong_chuc_vu', 'BT', '2026-01-01', null],
    [GRADES, '99.999', '2026-01-01', null],
  ] as const)
    assert.equal(stepMonths(list, grade, on), months, grade);
});

test('every grade and title with a group stands in a table that exists, on the first and last day of the group', () => {
  for (const list of [GRADES, TITLES]) {
    for (const entry of codeList(list).entries) {
      for (const group of entry.attributes['nhom_luong'] as { nhom: string; valid_from: string | null; valid_to: string | null }[]) {
        for (const day of [group.valid_from ?? '2004-10-01', group.valid_to ?? '2026-11-24'])
          assert.ok(
            payGroups(list, entry.code, day).some((one) => one.group === group.nhom),
            `${entry.code} ${day}`,
          );
      }
    }
  }
});

// The clause of each row stands in the list file (`hold_clause`); law as copied from the ministries' circulars, see the sources of the lists.
test('a grade has the set of groups that the law lets stand on a day', () => {
  const rows: [list: string, grade: string, on: string, groups: string][] = [
    [GRADES, '01.004', '2021-07-31', 'B'],
    [GRADES, '01.004', '2021-08-01', 'A0 B'], // TT 2/2021/TT-BNV: five years
    [GRADES, '01.004', '2023-01-01', 'A0 B'],
    [GRADES, '01.004', '2026-07-31', 'A0 B'],
    [GRADES, '01.004', '2026-08-01', 'A0'],
    [GRADES, '01.005', '2023-01-01', 'B C1'],
    [GRADES, '06.032', '2019-12-31', 'B'],
    [GRADES, '06.032', '2024-01-01', 'A0 B'], // TT 29/2022/TT-BTC: five years from 2022-07-18
    [GRADES, '06.032', '2027-07-18', 'A0'],
    [GRADES, '06.039', '2023-01-01', 'A0 B'],
    [GRADES, '06.040', '2023-01-01', 'B C2'],
    [GRADES, '08.052', '2022-07-17', 'B'],
    [GRADES, '08.053', '2025-01-01', 'B C1'],
    [GRADES, '19.222', '2025-01-01', 'A0 B'],
    [GRADES, '06.033', '2026-01-01', 'C3'], // ND 204/2004/ND-CP, table 2
    [GRADES, '21.190', '2010-01-01', 'B'],
    [GRADES, '21.190', '2026-01-01', 'A0 B'], // TT 02/2022/TT-BCT art. 10, 11.5
    [GRADES, '01.003', '2026-01-01', 'A1'],
    [TITLES, 'V.07.02.06', '2024-01-01', 'B'], // TT 01/2021/TT-BGDDT art. 9.1
    [TITLES, 'V.07.04.12', '2023-01-01', 'A0'],
    [TITLES, 'V.07.06.16', '2023-12-15', 'B'],
    [TITLES, 'V.07.06.16', '2023-12-16', 'A0 B'], // TT 21/2023/TT-BGDDT; ND 232/2026/ND-CP art. 18.2a
    [TITLES, 'V.07.07.20', '2025-09-01', 'A0 B'], // TT 08/2019/TT-BGDDT
    [TITLES, 'V.07.07.21', '2025-09-01', 'A0'], // TT 07/2019/TT-BGDDT
    [TITLES, 'V.08.09.26', '2020-01-01', 'A0 B'], // TTLT 28/2015/TTLT-BYT-BNV
    [TITLES, 'V.10.02.05', '2023-01-01', 'A2.2'], // TT 02/2022/TT-BVHTTDL
    [TITLES, 'V.12.01.04', '2024-01-01', 'A0'], // TT 11/2020/TT-BGTVT
    [TITLES, 'V.00.01.01', '2025-01-01', ''], // TT 10/2024/TT-BTP: no group was found
    [TITLES, 'V.07.07.22', '2025-01-01', 'A2.1'],
    [TITLES, '16b.120', '2012-01-01', 'A1'],
    [GRADES, '99.999', '2026-01-01', ''],
  ];
  for (const [list, grade, on, groups] of rows)
    assert.equal(
      payGroups(list, grade, on)
        .map(({ group }) => group)
        .join(' '),
      groups,
      `${grade} ${on}`,
    );
});

test('a group that was not read in a circular is uncertain, and the level of a table is no surer than the grade', () => {
  for (const [grade, on, confidence] of [
    ['V.07.07.22', '2025-01-01', 'uncertain'],
    ['V.07.07.20', '2018-01-01', 'uncertain'],
    ['V.07.07.20', '2020-01-01', 'found'],
    ['V.01.02.01', '2023-01-01', 'uncertain'],
    ['V.03.01.01', '2020-01-01', 'found'],
  ] as const)
    assert.equal(payGroup(TITLES, grade, on)!.confidence, confidence, grade);
});

// ND 232/2026/ND-CP art. 7.3 (recruited by level), art. 18.2 (from a title).
test('the pay groups of a professional level', () => {
  const groups = (level: string, on = '2026-09-01') => payGroupsOfLevel(level, on).map(({ group, table }) => `${table}.${group}`);
  assert.deepEqual(groups('1'), ['3.B']);
  assert.deepEqual(groups('2'), ['3.A0']);
  assert.deepEqual(groups('3'), ['3.A1']);
  assert.deepEqual(groups('4'), ['3.A2.1', '3.A2.2']);
  assert.deepEqual(groups('5'), ['3.A3.1', '3.A3.2']);
  assert.deepEqual(groups('3', '2026-06-30'), []);
  assert.deepEqual(groups('6'), []);
});

/** Base pay (the general minimum wage until 2013-06-30) of a day. */
const basePay = (on: string) => entriesAt('luong_co_so', on)[0];

test('base pay of a day', () => {
  for (const [on, vnd] of [
    ['2004-10-01', 290_000],
    ['2013-06-30', 1_050_000],
    ['2013-07-01', 1_150_000],
    ['2023-06-30', 1_490_000],
    ['2023-07-01', 1_800_000],
    ['2024-07-01', 2_340_000],
    ['2026-06-30', 2_340_000],
    ['2026-07-01', 2_530_000],
  ] as const)
    assert.equal(basePay(on)!.attributes['muc'], vnd, on);
  assert.equal(basePay('2004-09-30'), undefined);
  assert.equal(basePay('2026-07-01')!.attributes['can_cu'], 'NĐ 161/2026/NĐ-CP');
});

test('base pay has no gap and no overlap', () => {
  const rows = codeList('luong_co_so').entries;
  for (const [at, row] of rows.entries()) {
    if (at > 0) assert.equal(rows[at - 1]!.validTo, row.validFrom);
    assert.equal(basePay(row.validFrom!)!.attributes['muc'], row.attributes['muc']);
    if (at > 0) assert.equal(basePay(addDays(row.validFrom!, -1))!.attributes['muc'], rows[at - 1]!.attributes['muc']);
  }
});
