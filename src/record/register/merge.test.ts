import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import type { GroupDocument } from '#standard/shapes.ts';
import { differences, mergeGroup, sameGroup } from './merge.ts';

const pay = (ngayHuong: string, bac: number) => ({ ngayHuong, bac, heSo: '2.34' });

test('a blank cell changes nothing: what was not stated stays', () => {
  assert.deepEqual(mergeGroup({ hoTenKhaiSinh: 'Trần Thị Hoa', danToc: '01' }, { danToc: '02' }), {
    hoTenKhaiSinh: 'Trần Thị Hoa',
    danToc: '02',
  });
});

test('a section that was stated replaces the whole section', () => {
  const merged = mergeGroup(
    {
      luong: [
        { ...pay('2020-01-01', 1), dong: '1' },
        { ...pay('2023-01-01', 2), dong: '2' },
      ],
    },
    { luong: [pay('2023-01-01', 2)] },
  );
  assert.deepEqual(merged, { luong: [{ ...pay('2023-01-01', 2), dong: '2' }] });
});

test('"Không có" empties a section', () => {
  assert.deepEqual(mergeGroup({ luong: [{ ...pay('2020-01-01', 1), dong: '1' }] }, { luong: [] }), { luong: [] });
});

test('a line keeps its id when its natural key is the same, and no id is given twice', () => {
  const first = mergeGroup(undefined, { luong: [pay('2020-01-01', 1), pay('2023-01-01', 2)] });
  const second = mergeGroup(first, { luong: [pay('2023-01-01', 3), pay('2026-01-01', 4)] });
  assert.deepEqual(
    (second['luong'] as { dong: string; bac: number }[]).map(({ dong, bac }) => [dong, bac]),
    [
      ['2', 3],
      ['3', 4],
    ],
  );
});

test('the difference names field and line, and a line that is gone', () => {
  const before = mergeGroup(undefined, { luong: [pay('2020-01-01', 1), pay('2023-01-01', 2)] });
  const after = mergeGroup(before, { luong: [pay('2023-01-01', 3)] });
  assert.deepEqual(differences('G', before, after), [
    { field: 'luong.bac', line: '2', from: 2, to: 3 },
    { field: 'luong', line: '1', from: { ...pay('2020-01-01', 1), dong: '1' }, to: null },
  ]);
});

const groupArb = fc
  .record({
    danToc: fc.option(fc.constantFrom('01', '02'), { nil: undefined }),
    luong: fc.option(
      fc.uniqueArray(
        fc.record({
          ngayHuong: fc.constantFrom('2020-01-01', '2021-01-01', '2022-01-01', '2023-01-01'),
          bac: fc.integer({ min: 1, max: 9 }),
        }),
        { selector: (line) => line.ngayHuong },
      ),
      { nil: undefined },
    ),
  })
  .map((group) => Object.fromEntries(Object.entries(group).filter(([, value]) => value !== undefined)) as GroupDocument);

test('saying the same again changes nothing, and there is no difference to show', () => {
  fc.assert(
    fc.property(groupArb, groupArb, (current, stated) => {
      const once = mergeGroup(mergeGroup(undefined, current), stated);
      const twice = mergeGroup(once, stated);
      assert.ok(sameGroup(once, twice));
      assert.deepEqual(differences('G', once, twice), []);
    }),
  );
});

test('a line whose decision is corrected stays the same line; two of one name are told apart by their decisions', () => {
  const award = (so: string) => ({ hinhThuc: 'GK', nam: 2024, quyetDinh: { so, ngay: '2024-12-20' } });
  const first = mergeGroup(undefined, { khenThuong: [award('11/QĐ'), award('95/QĐ')] });
  const swapped = mergeGroup(first, { khenThuong: [award('95/QĐ'), award('11/QĐ')] });
  const corrected = mergeGroup(first, { khenThuong: [award('95/QĐ'), award('12/QĐ')] });
  const ids = (group: GroupDocument) =>
    (group['khenThuong'] as { dong: string; quyetDinh: { so: string } }[]).map(({ dong, quyetDinh }) => [dong, quyetDinh.so]);
  assert.deepEqual(ids(swapped), [
    ['2', '95/QĐ'],
    ['1', '11/QĐ'],
  ]);
  assert.deepEqual(ids(corrected), [
    ['2', '95/QĐ'],
    ['1', '12/QĐ'],
  ]);
});

test('a section stated anew keeps of each line what nobody types; a line that is gone takes it along, and another gets none of it', () => {
  const scan = 'a'.repeat(64);
  const contract = (so: string, more: object = {}) => ({ so, tuNgay: '2024-01-01', loai: 'HDLV_36', ...more });
  const first = mergeGroup(undefined, { hopDong: [contract('01/HĐ', { file: scan }), contract('02/HĐ')] });
  assert.ok(
    sameGroup(first, mergeGroup(first, { hopDong: [contract('01/HĐ'), contract('02/HĐ')] })),
    'saying the same again changes nothing',
  );
  const second = mergeGroup(first, { hopDong: [contract('02/HĐ'), contract('01/HĐ', { ghiChu: 'gia hạn' }), contract('03/HĐ')] });
  assert.deepEqual(second, {
    hopDong: [
      contract('02/HĐ', { dong: '2' }),
      contract('01/HĐ', { file: scan, ghiChu: 'gia hạn', dong: '1' }),
      contract('03/HĐ', { dong: '3' }),
    ],
  });
  const other = mergeGroup(second, { hopDong: [contract('01/HĐ', { file: 'b'.repeat(64) })] });
  assert.deepEqual(other, { hopDong: [contract('01/HĐ', { file: 'b'.repeat(64), dong: '1' })] }, 'one that is stated stands');
  assert.deepEqual(mergeGroup(mergeGroup(second, { hopDong: [] }), { hopDong: [contract('01/HĐ')] }), {
    hopDong: [contract('01/HĐ', { dong: '1' })],
  });
});
