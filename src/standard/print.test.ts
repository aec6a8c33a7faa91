import assert from 'node:assert/strict';
import { test } from 'node:test';
import { FIELDS } from './dictionary.ts';
import { printValue } from './print.ts';

const kindOf = (key: string) => FIELDS.find((field) => field.key === key)!.kind;

test('a grade is known by its code: it stands before the name; other codes are told by name alone', () => {
  assert.equal(printValue(kindOf('luong.maNgach'), '01.003').vi, '01.003 – Chuyên viên');
  assert.equal(printValue(kindOf('luong.maNgach'), '99.999').vi, '99.999', 'what no list knows is shown once');
  assert.equal(printValue(kindOf('gioiTinh'), '2').vi, 'Nữ');
  assert.equal(printValue(kindOf('luong.maNgach'), { vang: 'KHONG_RO' }).vi, 'Không rõ');
});
