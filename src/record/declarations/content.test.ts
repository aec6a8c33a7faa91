/** What is kept and sent of what a person filled in. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { statedIn } from './content.ts';

const DAY = '2026-11-24';

test('only what the form of the group has, and of texts only those that say something', () => {
  const cells = { emailCaNhan: 'a@example.vn', dienThoaiDiDong: ' ', hoTenKhaiSinh: 'Người Khác' };
  assert.deepEqual(statedIn('C', { mark: 'changed', cells, sections: {} }, DAY), { emailCaNhan: 'a@example.vn' });
  assert.deepEqual(statedIn('C', { mark: 'right', cells, sections: {} }, DAY), {});
  assert.deepEqual(statedIn('G', { mark: 'changed', cells: { 'luong.heSo': '9.99' }, sections: {} }, DAY), {}, 'the body has the word');
});

test('a section whose last line was taken out is stated as empty, by the word that empties one', () => {
  const mother = { 'giaDinh.hoTen': 'Mùa Thị Mai' };
  assert.deepEqual(statedIn('Q', { mark: 'changed', cells: {}, sections: { giaDinh: [mother, {}] } }, DAY), { giaDinh: [mother] });
  const [only, ...others] = (statedIn('Q', { mark: 'changed', cells: {}, sections: { giaDinh: [] } }, DAY) as { giaDinh: object[] })
    .giaDinh;
  assert.deepEqual([Object.values(only!), others], [['Không có'], []]);
});
