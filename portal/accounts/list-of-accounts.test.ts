/** How a list of accounts is read out of a file of a spreadsheet. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { formText, linesOf } from './list-of-accounts.ts';

test('the form reads as it is offered', () => {
  const read = linesOf(formText());
  assert.ok('lines' in read);
  assert.deepEqual(read.lines, [
    { nationalId: '000190000123', name: 'Nguyễn Văn Mẫu', role: 'Nhập liệu', body: 'H26.03.01', from: '01/12/2026', until: '' },
  ]);
});

test('columns stand in any order, by semicolons too, with quotes and line ends within; days may be left out', () => {
  const read = linesOf('Mã cơ quan;VAI TRÒ;Họ và tên;Số định danh\nH26;"Nhập ""liệu""";"Trần\nThị A";190000123\n\n');
  assert.ok('lines' in read);
  assert.deepEqual(read.lines, [
    { nationalId: '000190000123', name: 'Trần\nThị A', role: 'Nhập "liệu"', body: 'H26', from: '', until: '' },
  ]);
});

test('a heading that is missing is named', () => {
  assert.deepEqual(linesOf('Số định danh,Họ và tên\n1,2'), { missing: ['Vai trò', 'Mã cơ quan'] });
});
