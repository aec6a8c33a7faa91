/** Which papers start which terms: the decision of a new record, a paper that the register has not seen; nothing of before the decree. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { RecordDocument } from '#standard/shapes.ts';
import { BRING, CREATE, RATE, termsOf } from './clocks-of.ts';
import { newPapers, papersIn } from './papers.ts';

const decision = (so: string, ngay: string) => ({ so, ngay });
/** Documents of tests hold what the question asks, not a whole record. */
const record = (groups: object): RecordDocument => groups as RecordDocument;
const recruited = (ngay: string) => record({ E: { soQdTuyenDung: decision('12/QĐ-SNV', ngay) } });
const appointed = (...days: string[]) =>
  record({ L: { boNhiem: days.map((ngay, index) => ({ dong: `d${index}`, chucVu: 'HT', quyetDinh: decision(`${index}/QĐ`, ngay) })) } });
const TODAY = '2026-11-30';
const ran = (standing: RecordDocument | undefined, stated: RecordDocument) =>
  termsOf(standing, stated, TODAY).map(({ term, about, startOn, due }) => [term, about, startOn, due.lastDay]);

test('a record is due three days after the decision that makes it due', () => {
  assert.deepEqual(ran(undefined, recruited('2026-11-16')), [[CREATE, 'record', '2026-11-16', '2026-11-19']]);
  assert.deepEqual(ran(undefined, appointed('2026-11-18')), [[CREATE, 'record', '2026-11-18', '2026-11-23']], 'Saturday moves');
});

test('of several decisions the first of the days of the decree counts; one of before starts nothing', () => {
  assert.deepEqual(ran(undefined, appointed('2024-05-06', '2026-11-18', '2026-11-16')), [[CREATE, 'record', '2026-11-16', '2026-11-19']]);
  assert.deepEqual(ran(undefined, recruited('2026-06-30')), [], 'the day before the decree');
  assert.deepEqual(ran(undefined, recruited('2026-07-01')), [[CREATE, 'record', '2026-07-01', '2026-07-06']], 'its first day');
  assert.deepEqual(ran(undefined, recruited('2026-12-01')), [], 'a day that has not come');
  assert.deepEqual(
    ran(undefined, record({ B: {}, O: { khenThuong: [{ quyetDinh: decision('1', '2026-11-16') }] } })),
    [],
    'no decision about the person’s place',
  );
});

test('a paper that the register has not seen is to be brought in within three working days, group by group', () => {
  const standing = record({ ...appointed('2026-08-03'), ...recruited('2020-01-02') });
  assert.deepEqual(ran(standing, appointed('2026-08-03')), [], 'it is there');
  assert.deepEqual(ran(standing, recruited('2020-01-02')), []);
  assert.deepEqual(ran(standing, appointed('2026-08-03', '2026-11-13')), [[BRING, 'L', '2026-11-13', '2026-11-18']]);
  assert.deepEqual(ran(standing, record({ ...appointed('2026-11-13'), O: { khenThuong: [{ quyetDinh: decision('9', '2026-11-16') }] } })), [
    [BRING, 'L', '2026-11-13', '2026-11-18'],
    [BRING, 'O', '2026-11-16', '2026-11-19'],
  ]);
});

test('the result of a rating of a public employee runs by its own term, five days, from the day it was in force; of others, and before, by the general one', () => {
  const rated = (ngay: string) => ({ N: { danhGia: [{ ky: '2026', xepLoai: 'HTTNV', soThongBao: decision('7/TB', ngay) }] } });
  const employee = (loaiDoiTuong: string) => record({ A: { loaiDoiTuong } });
  assert.deepEqual(
    ran(employee('VC'), record(rated('2026-11-16'))),
    [[RATE, 'N', '2026-11-16', '2026-11-23']],
    'the fifth day is a Saturday',
  );
  assert.deepEqual(ran(employee('CC'), record(rated('2026-11-16'))), [[BRING, 'N', '2026-11-16', '2026-11-19']]);
  assert.deepEqual(ran(employee('CC'), record({ A: { loaiDoiTuong: 'VC' }, ...rated('2026-11-18') })), [
    [RATE, 'N', '2026-11-18', '2026-11-23'],
  ]);
  assert.deepEqual(ran(employee('VC'), record(rated('2026-06-30'))), [], 'the day before both');
  assert.deepEqual(
    ran(employee('VC'), record({ ...rated('2026-11-16'), ...appointed('2026-11-13') })).map(([term, about]) => [term, about]),
    [
      [BRING, 'L'],
      [RATE, 'N'],
    ],
  );
});

test('papers are read where they stand, in a group and in each line; an absence is none', () => {
  const document = record({
    ...appointed('2026-08-03', '2026-09-07'),
    E: { soQdTuyenDung: { vang: 'KHONG_RO' } },
    O: { khenThuong: { vang: 'KHONG_AP_DUNG' } },
  });
  assert.deepEqual(
    papersIn(document).map(({ field, day }) => `${field} ${day}`),
    ['boNhiem.quyetDinh 2026-08-03', 'boNhiem.quyetDinh 2026-09-07'],
  );
  assert.equal(newPapers(document, document).length, 0);
});
