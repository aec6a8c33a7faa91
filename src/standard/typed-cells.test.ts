/** What a template that is filled in beforehand says, read again, is the record. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { checkPerson } from './check.ts';
import { SAMPLE_CONTEXT, samplePerson } from './sample-person.ts';
import type { SampleCells } from './sample-person.ts';
import { typedCells } from './typed-cells.ts';
import type { HowTyped } from './typed-cells.ts';

const SECTIONS: Readonly<Record<string, readonly SampleCells[]>> = {
  khenThuong: [{ hinhThuc: 'CSTDCS', nam: '2024', cap: 'CO_SO' }],
  kyLuat: [
    {
      hinhThuc: 'KT',
      hanhVi: 'Vắng mặt không lý do',
      ngayHieuLuc: '05/03/2019',
      'quyetDinh.so': '2019-05',
      'quyetDinh.ngay': '01/03/2019',
    },
  ],
};
const CELLS: SampleCells = { ngayVaoDang: 'Không áp dụng', tinhTrangHonNhan: 'Chưa xác định', tenGoiKhac: null };

const NUMBER = '000085012345';
const read = (cells: SampleCells, sections: Readonly<Record<string, readonly SampleCells[]>>) =>
  checkPerson(samplePerson(cells, sections), SAMPLE_CONTEXT);
const typed = (how: HowTyped) => typedCells(NUMBER, read(CELLS, SECTIONS).document, how);

for (const named of [false, true])
  test(`a record is read from its own cells as it was, codes ${named ? 'with their names' : 'alone'}`, () => {
    const before = read(CELLS, SECTIONS);
    const { hoSo, sections, leftOut } = typed({ named });
    assert.deepEqual(before.problems, []);
    const again = read(hoSo, sections);
    assert.deepEqual(again.document, before.document);
    assert.deepEqual(again.problems, []);
    assert.deepEqual(leftOut, []);
  });

test('codes stand as the drop-downs show them, days day first, absences in words, and what only looks like a day as it is', () => {
  const { hoSo, sections } = typed({ named: true });
  assert.deepEqual(
    [hoSo['danToc'], hoSo['ngaySinh'], hoSo['ngayVaoDang'], hoSo['soDinhDanh']],
    ['01 – Kinh', '12/03/1985', 'Không áp dụng', NUMBER],
  );
  assert.deepEqual(
    [sections['kyLuat']![0]!['kyLuat.quyetDinh.so'], sections['kyLuat']![0]!['kyLuat.quyetDinh.ngay']],
    ['2019-05', '01/03/2019'],
  );
});

test('what is not seen is not typed, a section of which anything is not seen is left out whole, and both are named', () => {
  const { hoSo, sections, leftOut } = typed({ sees: (field) => field !== 'danToc' && field !== 'kyLuat.hanhVi' });
  assert.equal('danToc' in hoSo, false);
  assert.equal('hoTenKhaiSinh' in hoSo, true);
  assert.deepEqual(Object.keys(sections), ['khenThuong']);
  assert.deepEqual(leftOut, ['Dân tộc', 'Kỷ luật']);
});
