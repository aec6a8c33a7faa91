/**
 * A person's rows for tests and examples: whole and without a fault, changed by what a test is about.
 * Columns get letters in the order of the template. The number stands under the demo prefix 000.
 */
import type { CheckContext, DateShows, RawCell, RawLine, RawPerson } from './shapes.ts';
import { MAIN_SHEET, WORKBOOK_SHEETS } from './workbook-columns.ts';

/** A cell: text as typed, or a whole cell. */
export type SampleCell = string | RawCell;
export type SampleCells = Readonly<Record<string, SampleCell | null>>;

export const textCell = (text: string): RawCell => ({ text, kind: 'text', formula: false });
/** A date cell of this day, of which it shows so much: `text` is what it shows. */
export const dateCell = (text: string, shows: DateShows, day: string | null): RawCell => ({
  text,
  kind: 'date',
  formula: false,
  shows,
  day,
});

/** The row in `Hồ sơ` of a person in whom nothing is wrong as of 2026-11-01. */
export const SAMPLE_ROW: Readonly<Record<string, string>> = {
  soDinhDanh: '000085012345',
  soHieuCbccvc: 'CC0001',
  coQuanQuanLy: 'H26',
  coQuanSuDung: 'H26.12',
  loaiDoiTuong: 'CC',
  khoiCoQuan: 'HANH_CHINH',
  trangThaiCongTac: 'DANG_LAM',
  hoTenKhaiSinh: 'Nguyễn Văn Hùng',
  ngaySinh: '12/03/1985',
  gioiTinh: 'Nam',
  'noiSinh.maTinh': '01',
  'noiSinh.hieuLucTai': 'HIEN_NAY',
  'queQuan.maTinh': '01',
  'queQuan.hieuLucTai': 'HIEN_NAY',
  danToc: '01',
  tonGiao: '00',
  quocTich: 'VN',
  'thuongTru.maTinh': '01',
  'thuongTru.maXa': '00004',
  'noiOHienNay.maTinh': '01',
  'noiOHienNay.maXa': '00004',
  dienThoaiDiDong: '0912345678',
  ngayTuyenDungLanDau: '01/06/2010',
  coQuanTuyenDung: 'H26',
  hinhThucTuyenDung: 'THI_TUYEN',
  ngayVaoCoQuanHienTai: '01/06/2010',
  ngayVaoBienChe: '01/06/2011',
  loaiBienChe: 'HC',
  'viTriViecLam.ma': 'CV-01',
  'viTriViecLam.ten': 'Chuyên viên về tổ chức bộ máy',
  'viTriViecLam.nhom': 'NVCN',
  congViecChinh: 'Theo dõi tổ chức bộ máy',
  giaoDucPhoThong: '12/12',
  chuyenMonCaoNhat: 'DH',
  chuyenNganh: 'Luật',
  namTotNghiep: '2008',
  lyLuanChinhTri: 'TC',
  quanLyNhaNuoc: 'CV',
  soBhxh: '0110123456',
};

const cellsOf = (cells: SampleCells): ReadonlyMap<string, RawCell> =>
  new Map(
    Object.entries(cells).flatMap(([key, cell]) =>
      cell === null ? [] : [[key, typeof cell === 'string' ? textCell(cell) : cell] as const],
    ),
  );

/** A row of a sheet; rows of people begin at 4. */
export const sampleLine = (sheet: string, row: number, cells: SampleCells): RawLine => ({ sheet, row, cells: cellsOf(cells) });

/** The sample person with some cells changed (null = blank) and these section rows (keys with or without the section's prefix). */
export function samplePerson(changed: SampleCells = {}, sections: Readonly<Record<string, readonly SampleCells[]>> = {}): RawPerson {
  const id = changed['soDinhDanh'] ?? SAMPLE_ROW['soDinhDanh']!;
  return {
    line: sampleLine(MAIN_SHEET, 4, { ...SAMPLE_ROW, ...changed }),
    sections: new Map(
      Object.entries(sections).map(([key, rows]) => [
        key,
        rows.map((cells, index) =>
          sampleLine(key, 4 + index, {
            soDinhDanh: id,
            ...Object.fromEntries(
              Object.entries(cells).map(([column, cell]) => [column.startsWith(`${key}.`) ? column : `${key}.${column}`, cell]),
            ),
          }),
        ),
      ]),
    ),
  };
}

const letters = new Map(
  WORKBOOK_SHEETS.map((sheet) => [sheet.key, new Map(sheet.columns.map((column, index) => [column.key, letterOf(index)]))]),
);

function letterOf(index: number): string {
  return index < 26 ? String.fromCharCode(65 + index) : letterOf(Math.floor(index / 26) - 1) + letterOf(index % 26);
}

/** As of 2026-11-01, in the demo, in a file with the template's columns. */
export const SAMPLE_CONTEXT: CheckContext = {
  today: '2026-11-24',
  asOf: '2026-11-01',
  demo: true,
  columnOf: (sheet, key) => letters.get(sheet)?.get(key) ?? null,
};
