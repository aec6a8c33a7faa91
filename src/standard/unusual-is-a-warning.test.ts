/** What is unusual warns, what is impossible holds; nothing is asked before its law asks it. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { checkPerson } from './check.ts';
import { FIELDS, GROUPS, leavesOf, SECTIONS } from './dictionary.ts';
import type { KindSpec, Leaf } from './field-shape.ts';
import { kindOf } from './kinds/all.ts';
import { SAMPLE_CONTEXT, samplePerson, type SampleCells } from './sample-person.ts';
import { isInWorkbook } from './workbook-columns.ts';

type Sections = Readonly<Record<string, readonly SampleCells[]>>;
const said = (cells: SampleCells, sections: Sections = {}, context: Partial<typeof SAMPLE_CONTEXT> = {}): string[] =>
  checkPerson(samplePerson(cells, sections), { ...SAMPLE_CONTEXT, ...context }).problems.map(
    ({ code, severity, where }) => `${severity} ${code} ${where.field}`,
  );

const post = (tuThang: string, more: SampleCells = {}): SampleCells => ({
  tuThang,
  noiDung: 'Chuyên viên, Sở Nội vụ',
  loai: 'DIEU_DONG',
  ...more,
});
const award = (so: string): SampleCells => ({
  hinhThuc: 'GK',
  nam: '2024',
  cap: 'CO_SO',
  'quyetDinh.so': so,
  'quyetDinh.ngay': '20/12/2024',
});

const payRow = (more: SampleCells): SampleCells => {
  const row = { loaiBang: '2', maNgach: '01.003', bac: '1', heSo: '2.34', ngayHuong: '01/06/2010', loaiBienDong: 'NANG_BAC_TX', ...more };
  return {
    ngayBoNhiemNgach: row.ngayHuong,
    mocTinhNangBac: row.ngayHuong,
    'quyetDinh.so': '12/QĐ',
    'quyetDinh.ngay': row.ngayHuong,
    ...row,
  };
};
const BORN_1975: SampleCells = { soDinhDanh: '000075012345', ngaySinh: '12/03/1975', ngayTuyenDungLanDau: '01/06/1998' };
const TABLE: readonly (readonly [what: string, cells: SampleCells, sections: Sections, says: readonly string[]])[] = [
  ['a man under the number of a woman: the population database decides', { gioiTinh: 'Nữ' }, {}, ['warning E-ID-SEX gioiTinh']],
  ['a birth of another year than the number says', { ngaySinh: '12/03/1984' }, {}, ['warning E-ID-BIRTH-YEAR ngaySinh']],
  ...(['soBhxh', 'soTheBhyt', 'maSoThue'] as const).flatMap((key): (readonly [string, SampleCells, Sections, readonly string[]])[] => [
    [`${key} is the own citizen number`, { [key]: '000085012345' }, {}, []],
    [`${key} is the citizen number of somebody else`, { [key]: '001085012346' }, {}, [`warning E-NUMBER-NOT-OWN ${key}`]],
    [`${key} of before`, { [key]: '0110123456' }, {}, []],
  ]),
  ['two posts to this day', {}, { congTac: [post('06/2010'), post('01/2020')] }, ['warning E-CAREER-TWO-PRESENT congTac.denThang']],
  [
    'two posts to this day, the second concurrent by its words',
    {},
    { congTac: [post('06/2010'), post('01/2020', { noiDung: 'Chủ tịch HĐND xã (kiêm nhiệm)' })] },
    [],
  ],
  [
    'two posts to this day, the second concurrent by its kind',
    {},
    { congTac: [post('06/2010'), post('01/2020', { loai: 'Kiêm nhiệm' })] },
    [],
  ],
  ['two certificates of merit of one year, two decisions', {}, { khenThuong: [award('11/QĐ'), award('95/QĐ')] }, []],
  ['one decision given twice', {}, { khenThuong: [award('11/QĐ'), award('11/QĐ')] }, ['error E-LINE-TWICE khenThuong.hinhThuc']],
  ['who holds no post was appointed to none', { chucVuHienTai: 'KHONG – Không giữ chức vụ' }, {}, []],
  ['who holds one was appointed', { chucVuHienTai: 'TP' }, {}, ['warning E-REQUIRED-WHEN ngayBoNhiem']],
  [
    'an award of a year that has not come',
    {},
    { khenThuong: [{ ...award('11/QĐ'), nam: '2099' }] },
    ['warning E-YEAR-FUTURE khenThuong.nam'],
  ],
  // A contract in the same body comes before the recruitment; a second admission to the Party, a second service come after leaving.
  ['in the body before being recruited', { ngayVaoCoQuanHienTai: '01/06/2009' }, {}, ['warning E-DATE-ORDER ngayVaoCoQuanHienTai']],
  [
    'back in the Party',
    { ngayVaoDang: '01/06/2012', ngayVaoDangChinhThuc: '01/06/2013', ngayRaDang: '01/06/2005' },
    {},
    ['warning E-DATE-ORDER ngayRaDang'],
  ],
  // TT 08/2013/TT-BNV art. 2: time on probation is paid and does not count for the next step.
  [
    'on probation, counted a year later',
    {},
    { luong: [payRow({ mocTinhNangBac: '01/06/2011' })] },
    ['warning E-DATE-ORDER luong.mocTinhNangBac'],
  ],
  // TTLT 01/2005/TTLT-BNV-BTC: steps were counted anew when the tables of 2004-10-01 began.
  [
    'a step that falls over the first day of the tables',
    BORN_1975,
    { luong: [payRow({ bac: '5', heSo: '2.82', ngayHuong: '01/06/2003' }), payRow({ bac: '4', heSo: '3.33', ngayHuong: '01/10/2004' })] },
    ['warning E-PAY-STEP-FALLS luong.bac'],
  ],
  [
    'a step that falls under the tables',
    BORN_1975,
    { luong: [payRow({ bac: '4', heSo: '3.33', ngayHuong: '01/10/2004' }), payRow({ bac: '3', heSo: '3.00', ngayHuong: '01/10/2007' })] },
    ['error E-PAY-STEP-FALLS luong.bac'],
  ],
  ['graduation in a year that has not come', { namTotNghiep: '2027' }, {}, ['warning E-YEAR-FUTURE namTotNghiep']],
  ['graduation this year', { namTotNghiep: '2026' }, {}, []],
  [
    'a rating of a period that has not begun',
    {},
    { danhGia: [{ ky: '2027', xepLoai: 'HTNV', capQuyetDinh: 'H26', diem: '60' }] },
    ['warning E-YEAR-FUTURE danhGia.ky'],
  ],
  ['a rating of this year', {}, { danhGia: [{ ky: '2026', xepLoai: 'HTNV', capQuyetDinh: 'H26', diem: '60' }] }, []],
  [
    '85 points in 2023: thresholds are of 2026 (ND 335/2025)',
    {},
    { danhGia: [{ ky: '2023', xepLoai: 'HTXSNV', capQuyetDinh: 'H26', diem: '85' }] },
    [],
  ],
];
for (const [what, cells, sections, says] of TABLE) test(what, () => assert.deepEqual(said(cells, sections), says));

// Law on Identification 26/2023/QH15 art. 19: from 2024-07-01 cards are given below 14 too.
test('a card at 13 is early until the law that gives it', () => {
  const born = { soDinhDanh: '000211012345', ngaySinh: '12/03/2011', noiCapCccd: 'Bộ Công an' };
  const tooEarly = (ngayCapCccd: string): boolean => said({ ...born, ngayCapCccd }).some((one) => one.includes('E-CARD-TOO-EARLY'));
  assert.deepEqual([tooEarly('30/06/2024'), tooEarly('01/07/2024')], [true, false]);
});

const VC: SampleCells = { loaiDoiTuong: 'VC', khoiCoQuan: 'SU_NGHIEP', loaiBienChe: 'SN_NSNN', quanLyNhaNuoc: null };
const paid = (more: SampleCells): Sections => ({
  luong: [
    {
      loaiBang: '3',
      bac: '1',
      heSo: '2.34',
      ngayHuong: '01/09/2026',
      mocTinhNangBac: '01/09/2026',
      loaiBienDong: 'TUYEN_DUNG',
      'quyetDinh.so': '1/QĐ',
      'quyetDinh.ngay': '25/08/2026',
      ...more,
    },
  ],
});
const recruited: SampleCells = {
  ...VC,
  ngayTuyenDungLanDau: '01/09/2026',
  ngayVaoCoQuanHienTai: '01/09/2026',
  ngayVaoBienChe: '01/09/2026',
};
const about = (field: string, of: readonly string[]): string[] => of.filter((one) => one.endsWith(` ${field}`));

test('a public employee recruited under the new law is paid by level and has no grade (ND 232/2026 art. 7)', () => {
  const by = said({ ...recruited, bacNgheNghiep: '3' }, paid({}));
  assert.deepEqual([...about('luong.maNgach', by), ...about('luong.ngayBoNhiemNgach', by)], []);
  assert.deepEqual(
    about('luong.maNgach', said(recruited, paid({}))),
    ['error E-REQUIRED-WHEN luong.maNgach'],
    'without a level the grade is asked for',
  );
  const official = said({ bacNgheNghiep: '3' }, paid({}));
  assert.deepEqual(about('luong.maNgach', official), ['error E-REQUIRED-WHEN luong.maNgach'], 'a civil servant has a grade');
  const before = said({ ...VC, bacNgheNghiep: '3' }, paid({ ngayHuong: '01/06/2026', mocTinhNangBac: '01/06/2026' }));
  assert.deepEqual(about('luong.maNgach', before), ['error E-REQUIRED-WHEN luong.maNgach'], 'pay of before the law stands by grade');
});

test('bodies have until 2027-07-01 to move their people to levels (ND 232/2026 art. 18): nobody is asked before, but who is recruited under the new law', () => {
  const asked = (cells: SampleCells, day: string): boolean => about('bacNgheNghiep', said(cells, {}, { asOf: day, today: day })).length > 0;
  assert.equal(asked(VC, '2027-06-30'), false);
  assert.equal(asked(VC, '2027-07-01'), true);
  assert.equal(asked(recruited, '2026-11-01'), true);
  assert.equal(asked({}, '2027-07-01'), false, 'a civil servant never');
});

interface Past {
  readonly leaf: Leaf;
  readonly section: string | null;
  readonly part: string | null;
  readonly kind: KindSpec;
}
/** Every field, or part of one, of the workbook that says when something happened. */
const PAST: readonly Past[] = GROUPS.flatMap(({ code }) =>
  [null, ...SECTIONS.filter(({ group }) => group === code).map(({ key }) => key)].flatMap((section) =>
    leavesOf(FIELDS, code, section)
      .filter(isInWorkbook)
      .flatMap((leaf): Past[] => {
        const parts = kindOf(leaf.kind).parts(leaf.kind);
        return parts
          ? parts.map(({ key, kind }) => ({ leaf, section, part: key, kind }))
          : [{ leaf, section, part: null, kind: leaf.kind }];
      }),
  ),
);
const isPastDate = ({ kind }: Past): boolean => (kind.name === 'date' || kind.name === 'partialDate') && kind.notAfterToday;
const isYear = ({ kind }: Past): boolean => kind.name === 'integer' && kind.min >= 1900 && kind.max >= 2000;

test('every date of something past, and every year, that lies after today is told', () => {
  const fields = PAST.filter((one) => isPastDate(one) || isYear(one));
  assert.ok(fields.length > 30, String(fields.length));
  for (const one of fields) {
    const column = one.part === null ? one.leaf.path : `${one.leaf.path}.${one.part}`;
    const value = isYear(one) ? '2031' : '01/02/2031';
    const problems = one.section === null ? said({ [column]: value }) : said({}, { [one.section]: [{ [column]: value }] });
    assert.ok(
      problems.some((text) => /E-(DATE|YEAR)-FUTURE/.test(text) && text.endsWith(` ${one.leaf.path}`)),
      `${column}: ${problems.join('; ')}`,
    );
  }
});

test('every field that is a year of something past says so', () => {
  const years = FIELDS.flatMap((field) => {
    const of = (path: string, kind: KindSpec): readonly (readonly [string, KindSpec])[] =>
      kind.name === 'list' || kind.name === 'object' ? kind.parts.flatMap((part) => of(`${path}.${part.key}`, part.kind)) : [[path, kind]];
    return of(field.key, field.kind).filter(([, kind]) => kind.name === 'integer' && kind.min >= 1900 && kind.max <= 2200);
  });
  assert.deepEqual(
    years.filter(([, kind]) => !(kind.name === 'integer' && kind.pastYear)).map(([path]) => path),
    ['org.bienCheGiao.nam'], // posts are allotted for years to come
  );
});
