/** The kinds of dirt that real workbooks have, put into clean rows: one mistake at a time, the same for the same seed. */
import type { Cells, PersonCells } from './cells.ts';
import type { Dice } from './people.ts';
import { detectLegacyFont, toTcvn3, toVni } from '#base/vietnamese/legacy-fonts.ts';

/** A cell that is not plain text is written with its type: that is the mistake. */
export type TypedCell =
  | string
  | { readonly number: number }
  | { readonly formula: string; readonly cached: string }
  | { readonly error: string };

export interface DirtyPerson {
  readonly hoSo: Record<string, TypedCell>;
  readonly sections: Record<string, Record<string, TypedCell>[]>;
}

export interface Dirt {
  readonly kind: string;
  /** changes the rows; null when this person has nothing that this mistake needs */
  readonly apply: (person: PersonCells, d: Dice) => DirtyPerson | null;
}

const inMain = (kind: string, change: (cells: Cells, d: Dice) => Record<string, TypedCell | undefined> | null): Dirt => ({
  kind,
  apply(person, d) {
    const changed = change(person.hoSo, d);
    if (!changed) return null;
    const hoSo: Record<string, TypedCell> = { ...person.hoSo };
    for (const [key, value] of Object.entries(changed))
      if (value === undefined) delete hoSo[key];
      else hoSo[key] = value;
    return { hoSo, sections: person.sections };
  },
});

const inSection = (
  kind: string,
  section: string,
  least: number,
  change: (rows: Cells[], d: Dice) => Record<string, TypedCell>[],
): Dirt => ({
  kind,
  apply(person, d) {
    const rows = person.sections[section] ?? [];
    return rows.length < least
      ? null
      : {
          hoSo: person.hoSo,
          sections: {
            ...person.sections,
            [section]: change(
              rows.map((row) => ({ ...row })),
              d,
            ),
          },
        };
  },
});

const replaceAt = <T>(rows: readonly T[], index: number, change: Partial<T>): T[] =>
  rows.map((row, i) => (i === index ? { ...row, ...change } : row));

/** Moves a coefficient by one hundredth: a typing mistake that no eye sees. */
const nudged = (coefficient: string): string => (Number(coefficient) + 0.01).toFixed(2);

export const DIRT: readonly Dirt[] = [
  // A citizen number of the demo begins with three zeros: of one that lost a single zero nobody can say which digit is missing.
  inMain('lost-zero', ({ dienThoaiDiDong }) => (dienThoaiDiDong?.startsWith('09') ? { dienThoaiDiDong: dienThoaiDiDong.slice(1) } : null)),
  // The rows of the other sheets would be orphans of their own: this person has none.
  { kind: 'scientific-number', apply: (person) => ({ hoSo: { ...person.hoSo, soDinhDanh: '1.23E+11' }, sections: {} }) },
  inMain('no-such-day', () => ({ ngayCapCccd: '31/02/2022' })),
  inMain('day-and-month-swapped', () => ({ ngayVaoCoQuanHienTai: '05/23/2024' })),
  inMain('not-nfc', (cells) => ({ hoTenKhaiSinh: cells['hoTenKhaiSinh']!.normalize('NFD') })),
  // A cell that another mistake has emptied or changed already is left to it: two mistakes in one cell would be told as one.
  inMain('tcvn3', (cells) => (cells['congViecChinh'] === undefined ? null : { congViecChinh: toTcvn3(cells['congViecChinh']) })),
  inMain('vni', (cells) => ({ 'viTriViecLam.ten': toVni(cells['viTriViecLam.ten'] ?? 'Tổng hợp') })),
  inMain('look-alike', (cells) =>
    /[ac]/.test(cells['hoTenKhaiSinh'] ?? '')
      ? { hoTenKhaiSinh: cells['hoTenKhaiSinh']!.replace('a', '\u0430').replace('c', '\u0441') }
      : null,
  ),
  inMain('wrong-code', () => ({ danToc: '87' })),
  inMain('misspelt-name', () => ({ lyLuanChinhTri: 'so cap' })),
  inMain('old-commune', (cells) =>
    cells['thuongTru.maTinh'] === undefined ? null : { 'thuongTru.maTinh': '01', 'thuongTru.maXa': 'Phường Phúc Xá' },
  ),
  inMain('sex-digit', (cells) => ({ gioiTinh: cells['gioiTinh'] === '1' ? '2' : '1' })),
  inMain('birth-year', (cells) => ({ ngaySinh: `${cells['ngaySinh']!.slice(0, 6)}${Number(cells['ngaySinh']!.slice(6)) - 1}` })),
  inSection('coefficient', 'luong', 2, (rows) => replaceAt(rows, rows.length - 1, { 'luong.heSo': nudged(rows.at(-1)!['luong.heSo']!) })),
  inSection('pay-order', 'luong', 2, (rows) => [
    rows[0]!,
    { ...rows[0]!, 'luong.heSo': rows[0]!['luong.heSo']!.replace(',', '.') },
    ...rows.slice(1),
  ]),
  inSection('posts-overlap', 'congTac', 2, (rows) => replaceAt(rows, 0, { 'congTac.denThang': '12/2019' })),
  inSection('end-before-start', 'daoTao', 1, (rows) => replaceAt(rows, 0, { 'daoTao.denThang': '01/1985' })),
  inMain('missing', (cells) => (detectLegacyFont(cells['congViecChinh'] ?? '') ? null : { congViecChinh: undefined })),
  { kind: 'duplicate-person', apply: (person) => ({ hoSo: person.hoSo, sections: person.sections }) },
  { kind: 'orphan-row', apply: (person) => ({ hoSo: person.hoSo, sections: person.sections }) },
  inSection('decimal-comma', 'luong', 1, (rows) => replaceAt(rows, 0, { 'luong.heSo': rows[0]!['luong.heSo']!.replace('.', ',') })),
  inMain('future-date', () => ({ ngayVaoBienChe: '01/01/2031' })),
  inMain('bad-phone', ({ dienThoaiDiDong }) => (dienThoaiDiDong?.startsWith('09') ? { dienThoaiDiDong: '12345' } : null)),
  inMain('formula', () => ({ emailCongVu: { formula: 'CONCATENATE("lienhe","@example.gov.vn")', cached: 'lienhe@example.gov.vn' } })),
  inMain('error-cell', () => ({ namTotNghiep: { error: '#N/A' } })),
];
