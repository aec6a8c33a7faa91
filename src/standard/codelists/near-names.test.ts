import assert from 'node:assert/strict';
import { test } from 'node:test';
import { codeList } from '#standard/code-lists.ts';
import type { CodeEntry } from './list-file.ts';
import { nearNames } from './near-names.ts';
import { looseKey, sameNegation } from './text-keys.ts';
import { nearLettersOf } from './near-letters.ts';

const named = (names: readonly string[]) =>
  names.map((name, at) => ({ name, key: looseKey(name), entry: { code: String(at), name } as CodeEntry }));
const near = (names: readonly string[], typed: string, how: 'marks' | 'letters' = 'letters') =>
  nearNames(named(names), typed, how).map(({ entry }) => entry.name);

test('near names: one is a guess, equals are listed, opposites and other numbers are never near', () => {
  assert.deepEqual(near(['Tiếng Nhật', 'Tiếng Nga'], 'Tiếng Nhậtt'), ['Tiếng Nhật']);
  assert.deepEqual(near(['Xã Tân Thanh', 'Xã Tân Thành'], 'Xã Tân Thánh').length, 2);
  assert.deepEqual(near(['Chưa kết hôn', 'Đã kết hôn'], 'Đa kết hôn'), []);
  assert.deepEqual(near(['Chưa kết hôn'], 'Đã kết hôn'), []);
  assert.deepEqual(near(['Không chính quy'], 'Chính quy'), []);
  assert.deepEqual(near(['Phường 11', 'Phường 12'], 'Phường 13'), []);
  assert.deepEqual(near(['Ê-đê'], 'Dẻ'), []);
});

test('by marks alone: the same letters, never others', () => {
  assert.deepEqual(near(['Xã Chiềng Hặc'], 'Xã Chiềng Hạc', 'marks'), ['Xã Chiềng Hặc']);
  assert.deepEqual(near(['Xã Chiềng Khoa'], 'Xã Chiềng Khừa', 'marks'), []);
});

test('a negation is a word, not letters', () => {
  assert.equal(sameNegation('Đã kết hôn', 'Chưa kết hôn'), false);
  assert.equal(sameNegation('Không rõ', 'Chưa rõ'), false);
  assert.equal(sameNegation('Đại học', 'Cao đẳng'), true);
});

test('lists that state facts about people allow no guess by letters', () => {
  for (const list of ['quan_he_gia_dinh', 'xep_loai_danh_gia', 'tinh_trang_hon_nhan', 'dan_toc', 'ton_giao', 'dvhc_tinh', 'trinh_do_chuyen_mon', 'quan_ly_nha_nuoc', 'quoc_tich'])
    assert.equal(nearLettersOf(list), 'none', codeList(list).title.en);
  assert.equal(nearLettersOf('khong_co_danh_muc'), 'none');
});
