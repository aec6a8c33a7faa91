/** Of each value: matched, differs or not compared; with the day and the way it was asked. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { keysOf } from '#base/sealing.ts';
import { comparedIn, marksOf } from './compared.ts';
import type { MadeMatch } from './compared.ts';
import type { MatchedField, MatchLevel } from './shapes.ts';

const keys = keysOf(new Uint8Array(32).fill(7));
const SALT = new Uint8Array(32).fill(3);
const [MAY, JUNE] = ['2026-05-01T02:00:00.000Z', '2026-06-01T02:00:00.000Z'] as const;
const WHO = {
  soDinhDanh: '000190000001',
  hoTenKhaiSinh: 'Lê Thị Lan',
  ngaySinh: '1990-02-01',
  gioiTinh: '2',
  danToc: '01',
  queQuan: { quocGia: 'VN', maTinh: '01', maXa: '00004', chiTiet: 'Thôn Đông' },
} as const;

const match = (levels: Partial<Record<MatchedField, MatchLevel>>, at: string = MAY, values: object = WHO): MadeMatch => {
  const marks = marksOf(keys, SALT, values);
  return {
    fields: levels,
    marks: Object.fromEntries(Object.entries(marks).filter(([field]) => field in levels)),
    at,
    source: 'DAN_CU_NDXP',
  };
};
const level = (matches: readonly MadeMatch[], key: string, value: unknown): string => comparedIn(keys, SALT, matches)(key, value).level;

test('khớp, lệch, chưa so: each field by what was found of this very value', () => {
  const found = [
    match({ soDinhDanh: 'KHOP', hoTenKhaiSinh: 'GAN_KHOP', ngaySinh: 'KHOP', gioiTinh: 'KHOP', danToc: 'LECH', queQuan: 'GAN_KHOP' }),
  ];
  const rows: [field: string, value: unknown, level: string][] = [
    ['soDinhDanh', WHO.soDinhDanh, 'KHOP'],
    ['hoTenKhaiSinh', WHO.hoTenKhaiSinh, 'GAN_KHOP'],
    ['ngaySinh', WHO.ngaySinh, 'KHOP'],
    ['gioiTinh', WHO.gioiTinh, 'KHOP'],
    ['danToc', WHO.danToc, 'LECH'],
    ['queQuan', WHO.queQuan, 'GAN_KHOP'],
    // changed since: what was found was found of another value
    ['soDinhDanh', '000190000002', 'CHUA'],
    ['hoTenKhaiSinh', 'Lê Thị Lan Anh', 'CHUA'],
    ['ngaySinh', '1990-02', 'CHUA'],
    ['gioiTinh', '1', 'CHUA'],
    ['danToc', '02', 'CHUA'],
    ['danToc', { vang: 'KHONG_RO' }, 'CHUA'],
    ['queQuan', { ...WHO.queQuan, chiTiet: 'Thôn Tây' }, 'CHUA'],
    ['queQuan', undefined, 'CHUA'],
    // never compared, whatever master it has
    ['tonGiao', '00', 'CHUA'],
    ['quocTich', 'VN', 'CHUA'],
    ['thuongTru', WHO.queQuan, 'CHUA'],
    ['soHoChieu', 'B1234567', 'CHUA'],
  ];
  for (const [field, value, expected] of rows) assert.equal(level(found, field, value), expected, `${field} ${JSON.stringify(value)}`);
});

test('the newest match that compared the value as it stands is believed; one of another value says nothing', () => {
  const renamed = { ...WHO, hoTenKhaiSinh: 'Lê Thị Lan Anh' };
  const matches = [match({ hoTenKhaiSinh: 'KHOP', ngaySinh: 'LECH' }), match({ hoTenKhaiSinh: 'LECH', ngaySinh: 'KHOP' }, JUNE, renamed)];
  const compared = comparedIn(keys, SALT, matches);
  assert.deepEqual(compared('hoTenKhaiSinh', WHO.hoTenKhaiSinh), { level: 'KHOP', at: MAY, source: 'DAN_CU_NDXP', extent: 'whole' });
  assert.deepEqual(compared('hoTenKhaiSinh', renamed.hoTenKhaiSinh), { level: 'LECH', at: JUNE, source: 'DAN_CU_NDXP', extent: 'whole' });
  assert.deepEqual(compared('ngaySinh', WHO.ngaySinh), { level: 'KHOP', at: JUNE, source: 'DAN_CU_NDXP', extent: 'whole' });
});

test('of an address only its units are compared, and it says so', () => {
  assert.equal(comparedIn(keys, SALT, [match({ queQuan: 'KHOP' })])('queQuan', WHO.queQuan).extent, 'units');
});

test('a match without marks, a person without salt, nobody asked: nothing is known', () => {
  assert.equal(level([{ ...match({ ngaySinh: 'KHOP' }), marks: {} }], 'ngaySinh', WHO.ngaySinh), 'CHUA');
  assert.equal(comparedIn(keys, null, [match({ ngaySinh: 'KHOP' })])('ngaySinh', WHO.ngaySinh).level, 'CHUA');
  assert.equal(level([], 'ngaySinh', WHO.ngaySinh), 'CHUA');
});

test('a mark tells nobody the value: it is of one person alone', () => {
  const of = (salt: Uint8Array): string | undefined => marksOf(keys, salt, { gioiTinh: '2' }).gioiTinh;
  assert.notEqual(of(SALT), of(new Uint8Array(32).fill(4)));
});
