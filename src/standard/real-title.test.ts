import assert from 'node:assert/strict';
import { test } from 'node:test';
import { realTitleOf } from './real-title.ts';

const RANK = 'Phó Trưởng phòng và tương đương';

test('the appointment in force that began last names the post, then the job position; what is no post of the rank does not', () => {
  const record = (job: string, ...boNhiem: readonly object[]) => ({ F: { 'viTriViecLam.ten': job }, L: { boNhiem } }) as never;
  const before = { chucVu: 'Phó Trưởng phòng Thanh tra', tuNgay: '2019-01-01', denNgay: '2023-01-01' };
  const now = { chucVu: 'Phó trưởng phòng Ngân sách', tuNgay: '2023-01-01' };
  assert.equal(realTitleOf(record('Phó Trưởng phòng Tổ chức bộ máy', before, now), RANK), 'Phó trưởng phòng Ngân sách');
  assert.equal(realTitleOf(record('Phó Trưởng phòng Tổ chức bộ máy', before), RANK), 'Phó Trưởng phòng Tổ chức bộ máy');
  assert.equal(realTitleOf(record('Chuyên viên'), RANK), undefined);
  assert.equal(
    realTitleOf(record('Phó Trưởng phòng 000190000123'), RANK, (title) => !/\d{6}/.test(title)),
    undefined,
  );
});
