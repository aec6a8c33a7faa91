/** What is typed never becomes another fact without a word: what looks like a number, a name, a day or a code and is another one, cell by cell. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { checkPerson } from './check.ts';
import { resolveCode } from './code-lists.ts';
import { SAMPLE_CONTEXT, samplePerson, textCell, type SampleCell, type SampleCells } from './sample-person.ts';
import type { FieldValue } from './shapes.ts';

const numberCell = (text: string): SampleCell => ({ text, kind: 'number', formula: false });

/** What the record holds of the field afterwards, and the codes that are said at it. */
function read(
  key: string,
  cell: SampleCell,
  more: SampleCells = {},
): { readonly holds: FieldValue | undefined; readonly said: readonly string[] } {
  const { document, problems } = checkPerson(samplePerson({ ...more, [key]: cell }), {
    ...SAMPLE_CONTEXT,
    columnOf: (_sheet, column) => column,
  });
  const field = key.split('.')[0]!;
  const holds = Object.values(document).find((group) => group !== undefined && field in group)?.[field] as FieldValue | undefined;
  return { holds, said: problems.filter(({ where }) => where.column === key).map(({ code }) => code) };
}
/** The same of a line of a section. */
function readLine(section: string, cells: SampleCells, key: string): { readonly holds: unknown; readonly said: readonly string[] } {
  const { document, problems } = checkPerson(samplePerson({}, { [section]: [cells] }), {
    ...SAMPLE_CONTEXT,
    columnOf: (_sheet, column) => column,
  });
  const lines = Object.values(document).find((group) => group !== undefined && section in group)?.[section] as
    | readonly Readonly<Record<string, unknown>>[]
    | undefined;
  return {
    holds: lines?.[0]?.[key.split('.')[0]!],
    said: problems.filter(({ where }) => where.column === `${section}.${key}`).map(({ code }) => code),
  };
}

test('a number cell with a minus or a fraction names nobody, no line and no account', () => {
  for (const text of ['-79090123456', '79090.123456', '790901234.56', '79090123456.5', '-1090123456'])
    assert.deepEqual(read('soDinhDanh', numberCell(text)), { holds: undefined, said: ['E-ID-FORM'] }, text);
  for (const text of ['-110123456', '110.123456', '1101234.56', '110123456.5', '-0.5'])
    assert.deepEqual(read('soBhxh', numberCell(text)), { holds: undefined, said: ['E-DIGITS-FORM'] }, text);
  for (const text of ['-912345678', '91234567.8', '9123456.78'])
    assert.deepEqual(read('dienThoaiDiDong', numberCell(text)), { holds: undefined, said: ['E-PHONE-FORM'] }, text);
});

test('of a citizen number that begins with 0 one digit may be missing anywhere: no zero is put in front', () => {
  for (const typed of ['07909012345', '079 090 123 45', '00109012345'])
    assert.deepEqual(read('soDinhDanh', typed), { holds: undefined, said: ['E-ID-FORM'] }, typed);
  assert.equal(read('soDinhDanh', '85012345678').holds, '085012345678');
});

test('two lines in one cell are not one with a digit more', () => {
  for (const typed of ['0203825123-4', '0203825123/24', '0912345678-9'])
    assert.equal(read('dienThoaiDiDong', typed).holds, undefined, typed);
  assert.equal(read('dienThoaiDiDong', '091-234-56-78').holds, '0912345678');
});

test('the point of a number cell is a decimal one; thousands have a digit other than 0 in front', () => {
  for (const cell of [numberCell('2.008'), numberCell('0.125'), textCell('0.125')])
    assert.equal(read('namTotNghiep', cell).holds, undefined);
  assert.deepEqual(read('namTotNghiep', numberCell('2.008')).said, ['E-NUMBER-NOT-WHOLE']);
  assert.equal(read('namTotNghiep', '2.008').holds, 2008);
  const allowance = { loai: 'TN_CV', 'heSoHoacPct.donVi': 'VND', tuNgay: '01/01/2024' };
  for (const [typed, said] of [
    ['500.000', 'E-NUMBER-GROUPED'],
    ['500,000', 'E-NUMBER-GROUPED'],
    ['25%', 'E-NUMBER-PERCENT'],
  ] as const)
    assert.deepEqual(
      readLine('phuCap', { ...allowance, 'heSoHoacPct.giaTri': typed }, 'heSoHoacPct.giaTri'),
      { holds: undefined, said: [said] },
      typed,
    );
});

test('percentages: 7 of "7%" is a guess, and no coefficient; what a percent cell shows is what it says', () => {
  const pay = { loaiBang: '2', maNgach: '01.003', bac: '9', heSo: '4.98', ngayHuong: '01/06/2011', loaiBienDong: 'NANG_BAC_TX' };
  for (const cell of ['7%', '7 %', numberCell('7%')])
    assert.deepEqual(readLine('luong', { ...pay, vuotKhungPct: cell }, 'vuotKhungPct'), { holds: undefined, said: ['E-NUMBER-PERCENT'] });
  assert.equal(readLine('luong', { ...pay, vuotKhungPct: numberCell('0.07') }, 'vuotKhungPct').holds, undefined);
  assert.deepEqual(readLine('luong', { ...pay, heSo: numberCell('234%') }, 'heSo'), { holds: undefined, said: ['E-NUMBER-PERCENT'] });
  // Of "3/9 (VK 5%)" the 5 is no step.
  const step = checkPerson(samplePerson({}, { luong: [{ ...pay, bac: '3/9 (VK 5%)' }] }), SAMPLE_CONTEXT).problems;
  assert.ok(!step.some(({ where, suggestion }) => where.field === 'luong.bac' && suggestion?.value === '5'));
});

test('days: an instant of another zone, a word that begins like a month, a number without a date format, "nay" of what has been', () => {
  for (const typed of ['1985-03-11T17:00:00Z', '1985-03-11 23:30:00+00:00', '1985-03-12T02:00:00+14:00'])
    assert.deepEqual(read('ngaySinh', typed), { holds: undefined, said: ['E-DATE-ZONE'] }, typed);
  for (const typed of [
    '1985-03-12T00:00:00Z',
    '1985-03-12T23:30:00+07:00',
    '1985-03-12T00:00:00',
    '12-thg 3-1985',
    '12 March 1985',
    '12-Mar-1985',
  ])
    assert.equal(read('ngaySinh', typed).holds, '1985-03-12', typed);
  for (const typed of ['Junior 1985', 'mayor 1985', '12 Marx 1985', 'Decree 12, 1985', 'nay', 'đến nay'])
    assert.deepEqual(read('ngaySinh', typed), { holds: undefined, said: ['E-DATE-FORM'] }, typed);
  // 31118 is 12/03/1985 to a calendar that begins in 1900, four years later to one that begins in 1904.
  assert.deepEqual(read('ngaySinh', numberCell('31118')), { holds: '1985-03-12', said: ['E-DATE-DIGITS'] });
});

test('names: two in a cell, and words that say there is none', () => {
  for (const typed of ['Nguyễn Văn An - Trần Thị Bé', 'Nguyễn Văn Bảy tức Ba Quốc', 'NGUYỄN VĂN AN HAY TRẦN BÉ', 'Nguyễn An và Trần Bé'])
    assert.deepEqual(read('hoTenKhaiSinh', typed), { holds: undefined, said: ['E-NAME-SEVERAL'] }, typed);
  for (const typed of ['Nguyễn Thị Hay', 'Trần Và', 'Kim Sa Ri - Da', 'LÊ HAY', "H'Hen Niê", 'Tôn-Thất Hiệp'])
    assert.deepEqual(read('hoTenKhaiSinh', typed), { holds: typed === 'LÊ HAY' ? 'Lê Hay' : typed, said: [] }, typed);
  for (const typed of ['Không', 'Đã mất', 'không nhớ', '(chưa kết hôn)', 'Liệt sĩ'])
    assert.deepEqual(read('hoTenKhaiSinh', typed), { holds: undefined, said: ['E-CELL-STAND-IN'] }, typed);
});

test('what was struck out in the sheet is not read; what stands beside it is a guess', () => {
  const struck = (text: string): string => Array.from(text, (letter) => `${letter}\u0336`).join('');
  assert.deepEqual(read('congViecChinh', struck('Kế toán')), { holds: undefined, said: ['E-CELL-STRUCK'] });
  assert.deepEqual(read('namTotNghiep', `${struck('2007')}2008`), { holds: undefined, said: ['E-CELL-STRUCK'] });
  // A raised digit is a note, no digit of the number.
  assert.equal(read('soDinhDanh', '08501234567²').holds, undefined);
});

test('words in the cells of our units are kept of an address abroad, and told', () => {
  const { holds, said } = read('noiSinh.maTinh', 'Viêng Chăn', {
    'noiSinh.quocGia': 'Lào',
    'noiSinh.maXa': 'Sikhottabong',
    'noiSinh.hieuLucTai': null,
  });
  assert.deepEqual([holds, said], [{ quocGia: 'LA', chiTiet: 'Sikhottabong, Viêng Chăn' }, ['E-PLACE-UNLISTED']]);
});

test('words kept of an unknown place are clean as one text: a letter that alone may be of any alphabet stands among others', () => {
  const { holds, said } = read('noiDangKyKhaiSinh.maTinh', '\u0410', { 'noiDangKyKhaiSinh.chiTiet': 'Thôn Đồi Mẫu' });
  assert.deepEqual([holds, said], [{ chiTiet: 'Thôn Đồi Mẫu, A' }, ['E-PLACE-UNLISTED']]);
});

test('codes: signs between digits count, a word of an old title or of another entry without marks is asked', () => {
  const answer = (list: string, typed: string): string => {
    const found = resolveCode(list, typed, '2026-11-24');
    return found.kind === 'found' ? found.code : found.kind;
  };
  const rows: [list: string, typed: string, answer: string][] = [
    ['giao_duc_pho_thong', '11/2', 'unknown'],
    ['giao_duc_pho_thong', '121/2', 'unknown'],
    ['giao_duc_pho_thong', '1212', 'unknown'],
    ['giao_duc_pho_thong', '12-12', '12/12'],
    ['giao_duc_pho_thong', '7 / 10', '7/10'],
    ['dan_toc', 'Lao', 'ambiguous'],
    ['dan_toc', 'Lào', '37'],
    ['dan_toc', 'pu dang', 'ambiguous'],
    ['xep_loai_danh_gia', 'Chưa hoàn thành', 'unknown'],
    ['xep_loai_danh_gia', 'Không hoàn thành', 'KHTNV'],
    ['ngach_cong_chuc', 'Văn thư', 'ambiguous'],
    ['ngach_cong_chuc', 'Văn thư viên', '02.007'],
    ['chuc_danh_nghe_nghiep', 'Giáo viên tiểu học', 'ambiguous'],
    ['chuc_danh_nghe_nghiep', 'Giáo viên tiểu học hạng III', 'V.07.03.29'],
    ['chuc_danh_nghe_nghiep', '15.114', '15.114'],
    ['chuc_danh_nghe_nghiep', '15A205', '15a.205'],
    ['ngach_cong_chuc', '01-003', '01.003'],
    ['ngach_cong_chuc', '01,003', '01.003'],
    ['ngach_cong_chuc', '10.03', 'unknown'],
    ['ngach_cong_chuc', '100.3', 'unknown'],
  ];
  for (const [list, typed, expected] of rows) assert.equal(answer(list, typed), expected, `${list}: ${typed}`);
});

test('a code of letters beside words that no list knows is a guess; beside another code it is asked', () => {
  const answer = (list: string, typed: string): string => {
    const found = resolveCode(list, typed, '2026-11-24');
    return found.kind === 'unknown'
      ? `unknown ${found.suggestions.map(({ code }) => code).join(' ')}`.trim()
      : found.kind === 'found'
        ? found.code
        : found.kind;
  };
  const rows: [list: string, typed: string, answer: string][] = [
    ['quan_ly_nha_nuoc', 'CVC - đang học', 'unknown CVC'],
    ['quan_ly_nha_nuoc', 'CV/CVC', 'ambiguous'],
    ['trinh_do_chuyen_mon', 'TS - NCS', 'unknown TS'],
    ['trinh_do_chuyen_mon', 'THS (đang học)', 'unknown THS'],
    ['ly_luan_chinh_tri', 'CC-CN', 'ambiguous'],
    ['quan_he_gia_dinh', 'ME - kế', 'unknown ME'],
    ['chuc_vu', 'TP/PTP', 'ambiguous'],
    ['chuc_vu', 'TP - quyền', 'unknown TP'],
    ['xep_loai_van_bang', 'TB-Khà', 'unknown TB'],
    ['trinh_do_chuyen_mon', 'TC (Y sĩ)', 'TC'],
    ['ngach_cong_chuc', '01.003-CVHC', '01.003'],
  ];
  for (const [list, typed, expected] of rows) assert.equal(answer(list, typed), expected, `${list}: ${typed}`);
});

test('an allowance whose value is of the other unit is told', () => {
  const line = (giaTri: string, donVi: string): readonly string[] =>
    readLine(
      'phuCap',
      { loai: 'TN_CV', 'heSoHoacPct.giaTri': giaTri, 'heSoHoacPct.donVi': donVi, tuNgay: '01/01/2024' },
      'heSoHoacPct.giaTri',
    ).said;
  for (const [value, unit] of [
    ['40', 'HS'],
    ['0.25', 'PCT'],
  ] as const)
    assert.deepEqual(line(value, unit), ['E-ALLOWANCE-UNIT'], `${value} ${unit}`);
  for (const [value, unit] of [
    ['0.4', 'HS'],
    ['25', 'PCT'],
    ['1', 'PCT'],
    ['10', 'HS'],
    ['500000', 'VND'],
  ] as const)
    assert.deepEqual(line(value, unit), [], `${value} ${unit}`);
});
