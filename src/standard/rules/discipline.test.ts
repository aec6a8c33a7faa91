/** What is done while a discipline is in force is told, by the law of its day: a warning, and where the law is not certain it says so. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { findInDocument, problemOf } from '#standard/rules.ts';
import type { Line, RecordDocument } from '#standard/shapes.ts';

const found = (document: RecordDocument, code: string) =>
  findInDocument({ document, today: '2028-11-24', asOf: '2028-11-01', rowsOf: () => [] })
    .map((finding) => problemOf(finding, {}))
    .filter((problem) => problem.code === code);
const punished = (hinhThuc: string, ngayHieuLuc: string, more: object = {}): Line => ({ hinhThuc, ngayHieuLuc, ...more });
const APPOINTED = 'E-APPOINTED-UNDER-DISCIPLINE';
const RATED = 'E-RATED-UNDER-DISCIPLINE';

const appointed = (loaiDoiTuong: string, tuNgay: string, kyLuat: readonly Line[], hinhThuc = 'BO_NHIEM') =>
  found({ A: { loaiDoiTuong }, L: { boNhiem: [{ hinhThuc, chucVu: 'X', tuNgay }] }, P: { kyLuat } }, APPOINTED);

test('an appointment from the day on which a discipline took effect until the day before it ends', () => {
  for (const [employee, day, kyLuat, count] of [
    ['VC', '2026-08-14', [punished('CC', '2026-08-15')], 0],
    ['VC', '2026-08-15', [punished('CC', '2026-08-15')], 1],
    ['VC', '2027-08-14', [punished('CC', '2026-08-15')], 1],
    ['VC', '2027-08-15', [punished('CC', '2026-08-15')], 0],
    ['VC', '2027-02-01', [punished('CC', '2026-08-15', { ngayHetHieuLuc: '2027-01-15' })], 0],
    ['CC', '2015-03-01', [punished('KT', '2014-12-01')], 1],
    // Nobody's law: whoever has a labour contract, and a day before the law of civil servants.
    ['HDLD', '2026-09-01', [punished('KDNL', '2026-08-15')], 0],
    ['CC', '2009-12-31', [punished('KT', '2009-12-01')], 0],
    ['VC', '2026-09-01', [], 0],
  ] as const)
    assert.equal(appointed(employee, day, kyLuat).length, count, `${employee} ${day}`);
});

test('a renewal or a move is no appointment; the day stands in the words, and an uncertain law is named', () => {
  for (const form of ['BO_NHIEM_LAI', 'DIEU_DONG', 'MIEN_NHIEM', 'BAU'])
    assert.deepEqual(appointed('VC', '2026-09-01', [punished('CC', '2026-08-15')], form), [], form);
  const [told] = appointed('VC', '2026-09-01', [punished('CC', '2026-08-15')]);
  assert.equal(told!.severity, 'warning');
  assert.match(told!.title.vi, /01\/09\/2026.*15\/08\/2026.*15\/08\/2027/);
  assert.match(told!.title.vi, /chưa chắc chắn; nguồn: NĐ 234\/2026/);
  const [before] = appointed('VC', '2026-06-30', [punished('CC', '2026-05-15')]);
  assert.doesNotMatch(before!.title.vi, /chưa chắc chắn/, 'the day before the decree is told by the law of then');
});

test('a praising rating of a period in which a discipline took effect; another period, or another rating, says nothing', () => {
  const rated = (ky: string, xepLoai: string, kyLuat: readonly Line[], loaiDoiTuong = 'VC') =>
    found({ A: { loaiDoiTuong }, N: { danhGia: [{ ky, xepLoai }] }, P: { kyLuat } }, RATED);
  const lines = [punished('KT', '2026-08-15')];
  for (const [ky, xepLoai, count] of [
    ['2026', 'HTXSNV', 1],
    ['2026', 'HTTNV', 1],
    ['2026', 'HTNV', 0],
    ['2026', 'KHTNV', 0],
    ['2025', 'HTXSNV', 0],
    ['2027', 'HTXSNV', 0],
    ['2026-Q3', 'HTXSNV', 1],
    ['2026-Q4', 'HTXSNV', 0],
  ] as const)
    assert.equal(rated(ky, xepLoai, lines).length, count, `${ky} ${xepLoai}`);
  assert.equal(rated('2019', 'HTXSNV', [punished('KT', '2019-05-01')]).length, 0, 'before its law');
  assert.match(rated('2026', 'HTXSNV', lines)[0]!.title.vi, /chưa chắc chắn; nguồn: NĐ 233\/2026/);
});
