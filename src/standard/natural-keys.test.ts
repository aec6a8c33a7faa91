/** What makes two lines of one section one fact: each section with a pair that is two facts, and a pair that is one. Decision 0013. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { SECTIONS } from './dictionary.ts';
import { findInDocument } from './rules.ts';
import type { Line, RecordDocument } from './shapes.ts';

const said = (section: string, lines: readonly Line[]): string[] => {
  const { group } = SECTIONS.find(({ key }) => key === section)!;
  const document: RecordDocument = { F: { 'viTriViecLam.ma': 'X' }, [group]: { [section]: lines } };
  return findInDocument({ document, today: '2026-11-24', asOf: '2026-11-01', rowsOf: () => [] })
    .filter(({ kind }) => kind.declaration.code === 'E-LINE-TWICE')
    .map(({ severity }) => severity ?? 'error');
};
const decision = (so: string) => ({ so, ngay: '2024-12-20' });

/** section, the line, what the second line has otherwise, what it is */
const TWO_FACTS: readonly (readonly [section: string, line: Line, otherwise: Line, what: string])[] = [
  [
    'khenThuong',
    { hinhThuc: 'GK', nam: 2024, cap: 'CO_SO', quyetDinh: decision('11/QĐ') },
    { quyetDinh: decision('95/QĐ') },
    'two awards of one form in a year',
  ],
  ['khenThuong', { hinhThuc: 'BK', nam: 2024, cap: 'BO' }, { cap: 'TINH' }, 'of the minister, and of the province'],
  [
    'phuCap',
    { loai: 'TN_CV', tuNgay: '2024-01-01', quyetDinh: decision('1/QĐ') },
    { quyetDinh: decision('2/QĐ') },
    'two duties from one day',
  ],
  [
    'phuCap',
    { loai: 'TN_CV', tuNgay: '2024-01-01', heSoHoacPct: { giaTri: '0.10', donVi: 'HS' } },
    { heSoHoacPct: { giaTri: '0.20', donVi: 'HS' } },
    'two amounts',
  ],
  ['daoTao', { coSo: 'ĐHQG', nganh: 'Luật', tuThang: '2003-09', vanBang: 'DH' }, { vanBang: 'THS' }, 'two degrees of one course'],
  [
    'daoTao',
    { coSo: 'ĐHQG', nganh: 'Luật', tuThang: '2003-09', vanBang: 'DH', soHieuVanBang: { so: 'A1' } },
    { soHieuVanBang: { so: 'A2' } },
    'two diplomas',
  ],
  ['boNhiem', { tuNgay: '2024-01-01', chucVu: 'TP', coQuan: 'H26.12' }, { coQuan: 'H26.13' }, 'a post in two bodies'],
  [
    'boNhiem',
    { tuNgay: '2024-01-01', chucVu: 'TP', coQuan: 'H26.12', quyetDinh: decision('1') },
    { quyetDinh: decision('2') },
    'two decisions of one day',
  ],
  [
    'ngoaiNgu',
    { ngonNgu: 'EN', chungChi: 'IELTS', diem: '6.5', ngayCap: '2018' },
    { diem: '7.0', ngayCap: '2022' },
    'an examination taken again',
  ],
  ['tiengDanToc', { ngonNgu: 'TAY', mucDo: 'nghe, nói' }, { mucDo: 'đọc, viết' }, 'spoken and written'],
  ['danhGia', { ky: '2025', xepLoai: 'HTNV', capQuyetDinh: 'H26.12' }, { capQuyetDinh: 'H26.13' }, 'two bodies in a year of transfer'],
  [
    'danhGia',
    { ky: '2025', xepLoai: 'HTNV', capQuyetDinh: 'H26', soThongBao: decision('1/TB') },
    { soThongBao: decision('9/TB') },
    'rated anew',
  ],
  ['kyLuat', { ngayHieuLuc: '2020-01-01', hinhThuc: 'KT', quyetDinh: decision('1') }, { quyetDinh: decision('2') }, 'two acts'],
  ['hopDong', { so: '01/HĐ', tuNgay: '2015-01-01', loai: 'HDLV_36' }, { tuNgay: '2018-01-01' }, 'numbers begin anew each year'],
  ['chucVuKiemNhiem', { chucVu: 'TP', coQuan: 'H26', tuNgay: '2015-01-01' }, { tuNgay: '2020-01-01' }, 'held twice'],
  [
    'quyHoach',
    { chucDanh: 'PGD', giaiDoan: '2021-2026', quyetDinh: decision('1') },
    { quyetDinh: decision('2') },
    'approved, then reviewed',
  ],
  ['congTac', { tuThang: '2010-06', loai: 'DIEU_DONG', noiDung: 'Chuyên viên' }, { noiDung: 'Phó phòng' }, 'two posts of one month'],
  ['giaDinh', { nhom: 'BAN_THAN', quanHe: 'ANH', hoTen: 'Lê Văn An', namSinh: '1970' }, { namSinh: '1975' }, 'namesakes'],
  ['thanNhanNuocNgoai', { hoTen: 'Lê Văn An', quanHe: 'ANH', nuoc: 'US' }, { nuoc: 'FR' }, 'namesakes'],
  ['toChucCtxh', { toChuc: 'Đoàn', tuNgay: '2000-03', chucVu: 'Bí thư' }, { chucVu: 'Phó bí thư' }, 'another post'],
  ['lichSu.biBatTu', { tuNgay: '1972', oDau: 'Côn Đảo' }, { oDau: 'Phú Quốc' }, 'two places in a year'],
  ['lichSu.cheDoCu', { tuNgay: '1970', coQuan: 'Ty Giáo dục' }, { coQuan: 'Ty Y tế' }, 'two bodies in a year'],
  ['lichSu.toChucNuocNgoai', { toChuc: 'UNDP', viec: 'Phiên dịch' }, { viec: 'Kế toán' }, 'two works'],
  ['keKhaiTaiSan', { nam: 2024, loai: 'Hằng năm', ngayNop: '2024-03-01' }, { ngayNop: '2024-12-01' }, 'supplemented'],
  ['duocQuyHoach', { chucDanh: 'PGD', giaiDoan: '2021-2026', soQuyetDinh: '1' }, { soQuyetDinh: '2' }, 'two decisions'],
  ['org.tienThan', { ma: 'H26', ngay: '2008-08-01' }, { ngay: '2025-03-01' }, 'merged twice'],
];
for (const [section, line, otherwise, what] of TWO_FACTS) {
  test(`${section}: ${what}, two facts; the same line twice, one`, () => {
    assert.deepEqual(said(section, [line, { ...line, ...otherwise }]), []);
    assert.deepEqual(said(section, [line, { ...line }]), ['error']);
  });
}

test('lines that could be told apart by a decision, and state none, may be two facts: a warning', () => {
  const award = { hinhThuc: 'GK', nam: 2024, cap: 'CO_SO' };
  assert.deepEqual(
    said('khenThuong', [
      { ...award, lyDo: 'Phòng chống bão' },
      { ...award, lyDo: 'Thi đua năm' },
    ]),
    ['warning'],
  );
  assert.deepEqual(
    said('khenThuong', [
      { ...award, quyetDinh: decision('11/QĐ') },
      { ...award, quyetDinh: decision('11/QĐ'), lyDo: 'khác' },
    ]),
    ['error'],
  );
});

test('every section is decided here, or its key is the whole of what it can be', () => {
  const whole = ['tenGoiKhac', 'giaDinhChinhSach', 'luong', 'the', 'taiLieu', 'org.bienCheGiao'];
  const decided = new Set([...TWO_FACTS.map(([section]) => section), ...whole]);
  assert.deepEqual(
    SECTIONS.map(({ key }) => key).filter((key) => !decided.has(key)),
    [],
  );
});
