/** Numbers of a person stand hidden on the own pages, whatever field they come by. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { isHidden } from './hide-numbers.ts';

test('numbers are hidden, what is computed from one too; a name and a day are not', () => {
  for (const key of ['soDinhDanh', 'maDinhDanhHoSoQG', 'soTheBhyt', 'taiKhoanNganHang']) assert.ok(isHidden(key), key);
  for (const key of ['hoTenKhaiSinh', 'ngaySinh']) assert.ok(!isHidden(key), key);
});
