/** Every rule has its law and its days, and speaks only in them. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { codeList } from '#standard/code-lists.ts';
import { BESIDE_NAMES, findInDocument, problemOf, RULES, type RuleFacts } from '#standard/rules.ts';
import type { RecordDocument } from '#standard/shapes.ts';
import { raiseDelays } from './raise-delays.ts';
import { beginsOn, inForce, rulePeriods } from './rules.ts';

const employees = new Set(codeList('loai_doi_tuong').entries.map(({ code }) => code));

test('every row names its law; periods of one rule for one kind of employee do not overlap', () => {
  for (const row of rulePeriods()) {
    assert.ok(row.source.length > 5, row.key);
    assert.ok(['found', 'known', 'uncertain', 'design'].includes(row.confidence), row.key);
    for (const code of row.employees ?? []) assert.ok(employees.has(code), `${row.key}: ${code}`);
    assert.ok(row.validFrom === null || row.validTo === null || row.validFrom < row.validTo, row.key);
    const others = rulePeriods().filter((one) => one !== row && one.key === row.key && String(one.employees) === String(row.employees));
    for (const one of others) {
      const apart =
        (row.validTo !== null && row.validTo <= (one.validFrom ?? '')) || (one.validTo !== null && one.validTo <= (row.validFrom ?? ''));
      assert.ok(apart, row.key);
    }
  }
});

test('every rule and check has its rows, and every row is asked', () => {
  const asked = [...RULES.map(({ name }) => name), ...BESIDE_NAMES, 'recruitedByLaw', 'recruitedByLevel', 'movedToLevels'];
  assert.deepEqual([...new Set(rulePeriods().map(({ key }) => key))].sort(), [...new Set(asked)].sort());
});

test('a law that speaks of some kinds of employee is silent for the others; where the kind is not stated, until it speaks for all it knows', () => {
  assert.equal(inForce('pointsFitRating', '2026-06-30', 'CC'), true);
  assert.equal(inForce('pointsFitRating', '2026-06-30', 'VC'), false);
  assert.equal(inForce('pointsFitRating', '2026-12-31', 'HD111'), false);
  assert.equal(inForce('pointsFitRating', '2026-06-30'), false);
  assert.equal(inForce('pointsFitRating', '2026-07-01'), true);
  assert.equal(beginsOn('pointsFitRating', 'VC'), '2026-07-01');
  assert.equal(beginsOn('payRowsRise'), null);
});

test('a finding by a law of which we are not certain says so in both languages, with the source; another one does not', () => {
  const of = (document: RecordDocument, code: string) =>
    findInDocument(facts(document))
      .filter(({ kind }) => kind.declaration.code === code)
      .map((finding) => problemOf(finding, {}).title);
  const [post] = of({ A: { loaiDoiTuong: 'CC' } }, 'E-JOB-POSITION-REQUIRED');
  assert.match(post!.vi, /Căn cứ này chưa chắc chắn; nguồn: NĐ 62\/2020\/NĐ-CP/);
  assert.match(post!.en, /not certain/);
  const number = (key: string) => of({ B: { soDinhDanh: '001085012345' }, U: { [key]: '001085012346' } }, 'E-NUMBER-NOT-OWN')[0]!;
  assert.match(number('soTheBhyt').vi, /chưa chắc chắn/, 'the form of the health card was not found in a text of law');
  assert.doesNotMatch(number('maSoThue').vi, /chưa chắc chắn/);
});

const facts = (document: RecordDocument, asOf = '2026-11-01'): RuleFacts => ({ document, today: '2026-11-24', asOf, rowsOf: () => [] });
const rated = (loaiDoiTuong: string, ky: string): RecordDocument => ({
  A: { loaiDoiTuong },
  F: { 'viTriViecLam.ma': 'X' },
  N: { danhGia: [{ ky, xepLoai: 'HTXSNV', diem: '85.00' }] },
});
const paid = (maNgach: string, bac: number, heSo: string, ngayHuong: string, more: object = {}): RecordDocument => ({
  A: { loaiDoiTuong: 'CC' },
  F: { 'viTriViecLam.ma': 'X' },
  G: { luong: [{ maNgach, bac, heSo, ngayHuong, ...more }] },
});
const lives = (on: string): RuleFacts =>
  facts({ F: { 'viTriViecLam.ma': 'X' }, C: { thuongTru: { maTinh: '01', maHuyen: 'Ba Đình' } } }, on);

/** A person whose own number is another one. */
const numbered = (key: string, on: string): RuleFacts =>
  facts({ B: { soDinhDanh: '001085012345' }, F: { 'viTriViecLam.ma': 'X' }, U: { [key]: '001085012346' } }, on);

/** The last day on which the rule is silent, the first on which it speaks. */
const DAYS: readonly (readonly [law: string, code: string, silent: RuleFacts, speaks: RuleFacts])[] = [
  ['ND 335/2025 (officials, from 2026-01-01)', 'E-RATING-POINTS', facts(rated('CC', '2025')), facts(rated('CC', '2026-01'))],
  [
    'tax code: the citizen number from 2025-07-01',
    'E-NUMBER-NOT-OWN',
    numbered('maSoThue', '2025-06-30'),
    numbered('maSoThue', '2025-07-01'),
  ],
  ['social insurance: from 2025-08-01', 'E-NUMBER-NOT-OWN', numbered('soBhxh', '2025-07-31'), numbered('soBhxh', '2025-08-01')],
  ['health card: from 2025-08-01', 'E-NUMBER-NOT-OWN', numbered('soTheBhyt', '2025-07-31'), numbered('soTheBhyt', '2025-08-01')],
  ['ND 335/2025, the whole year', 'E-RATING-POINTS', facts(rated('CB', '2025-Q4')), facts(rated('CB', '2026'))],
  [
    'ND 233/2026 art. 12 (public employees, from 2026-07-01)',
    'E-RATING-POINTS',
    facts(rated('VC', '2026-Q2')),
    facts(rated('VC', '2026-Q3')),
  ],
  [
    'ND 204/2004 tables',
    'E-PAY-COEFFICIENT',
    facts(paid('01.003', 5, '9.99', '2004-09-30')),
    facts(paid('01.003', 5, '9.99', '2004-10-01')),
  ],
  [
    'ND 204/2004 art. 6 (over-scale)',
    'E-PAY-OVER-SCALE',
    facts(paid('01.003', 9, '4.98', '2004-09-30', { vuotKhungPct: 3 })),
    facts(paid('01.003', 9, '4.98', '2007-10-01', { vuotKhungPct: 3 })),
  ],
  ['NQ 203/2025/QH15, Law 72/2025/QH15', 'E-DISTRICT-AFTER-2025', lives('2025-06-30'), lives('2025-07-01')],
  ['QT10: job positions', 'E-JOB-POSITION-REQUIRED', facts({ F: {} }, '2024-12-31'), facts({ F: {} }, '2025-01-01')],
];
for (const [law, code, silent, speaks] of DAYS) {
  test(`${code} begins with its law: ${law}`, () => {
    const says = (given: RuleFacts): boolean => findInDocument(given).some(({ kind }) => kind.declaration.code === code);
    assert.deepEqual([says(silent), says(speaks)], [false, true]);
  });
}

test('the list of disciplines and the law of raises say the same months', () => {
  const kinds: Readonly<Record<string, string>> = { can_bo: 'CB', cong_chuc: 'CC', vien_chuc: 'VC' };
  for (const entry of codeList('ky_luat').entries) {
    const months = (entry.attributes['keo_dai_nang_luong_thang'] ?? {}) as Readonly<Record<string, number>>;
    for (const [kind, count] of Object.entries(months)) {
      const row = raiseDelays().find(
        ({ what, code, employees: of }) => what === 'discipline' && code === entry.code && of?.includes(kinds[kind]!),
      );
      assert.equal(row?.months, count, `${entry.code} ${kind}`);
    }
  }
  for (const { what, code } of raiseDelays()) {
    const list = { discipline: 'ky_luat', party: 'ky_luat', rating: 'xep_loai_danh_gia', leave: 'loai_qua_trinh_cong_tac' }[what];
    assert.ok(
      codeList(list).entries.some((entry) => entry.code === code),
      `${list} ${code}`,
    );
  }
});
