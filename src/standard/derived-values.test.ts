/** What nobody states: each derived field with the smallest record that has it. Expected days are counted by hand from the sources named there. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { withDerivedValues } from './derived-values.ts';
import { FIELDS } from './dictionary.ts';
import { expectedRaise } from './raise-due.ts';
import type { Line, RecordDocument } from './shapes.ts';

const TODAY = '2026-11-24';
const person = (more: RecordDocument = {}): RecordDocument => ({
  A: { loaiDoiTuong: 'CC', trangThaiCongTac: 'DANG_LAM' },
  B: { hoTenKhaiSinh: 'Nguyễn Thị Thu Hà', ngaySinh: '1985-03-12', gioiTinh: '2' },
  ...more,
});
const pay = (more: Record<string, string | number> = {}): Line => ({
  dong: '1',
  maNgach: '01.003',
  bac: 3,
  heSo: '3.00',
  ngayHuong: '2024-06-01',
  ...more,
});

test('a name is split at its last word; a name of one word has no first part', () => {
  const of = (hoTenKhaiSinh: string) => withDerivedValues({ B: { hoTenKhaiSinh } }, TODAY).B;
  assert.deepEqual(of('Nguyễn Thị Thu Hà'), { hoTenKhaiSinh: 'Nguyễn Thị Thu Hà', hoDem: 'Nguyễn Thị Thu', ten: 'Hà' });
  assert.deepEqual(of('Hoa'), { hoTenKhaiSinh: 'Hoa', ten: 'Hoa' });
});

test('the next raise: so many months a step after the counting date, delayed by a discipline', () => {
  const rows: [what: string, line: Line, more: RecordDocument, due: string | null][] = [
    ['grade A1: 36 months', pay(), {}, '2027-06-01'],
    ['counting date apart from the day paid from', pay({ mocTinhNangBac: '2024-01-01' }), {}, '2027-01-01'],
    ['grade B: 24 months', pay({ maNgach: '01.005', bac: 2, heSo: '2.06' }), {}, '2026-06-01'],
    ['the last step of A1 is the ninth', pay({ bac: 9, heSo: '4.98' }), {}, null],
    ['an unknown grade', pay({ maNgach: '99.999' }), {}, null],
    [
      'a discipline of that time that delays by 6 months',
      pay(),
      { P: { kyLuat: [{ dong: '1', hinhThuc: 'CANH_CAO', ngayHieuLuc: '2025-01-01', keoDaiNangLuongThang: 6 }] } },
      '2027-12-01',
    ],
    [
      'a discipline before the counting date was counted then',
      pay(),
      { P: { kyLuat: [{ dong: '1', hinhThuc: 'CANH_CAO', ngayHieuLuc: '2023-01-01', keoDaiNangLuongThang: 6 }] } },
      '2027-06-01',
    ],
  ];
  for (const [what, line, more, due] of rows) assert.equal(expectedRaise(person(more), line), due, what);
});

test('only the standing pay line has a next raise; every line is called by its grade', () => {
  const { G } = withDerivedValues(
    person({
      G: {
        luong: [
          pay({ dong: '1', bac: 2, ngayHuong: '2021-06-01' }),
          pay({ dong: '2' }),
          pay({ dong: '3', ngayHuong: '2027-06-01', bac: 4 }),
        ],
      },
    }),
    TODAY,
  );
  assert.deepEqual(
    (G!['luong'] as Line[]).map(({ tenNgach, ngayNangBacDuKien }) => [tenNgach, ngayNangBacDuKien]),
    [
      ['Chuyên viên', undefined],
      ['Chuyên viên', '2027-06-01'],
      ['Chuyên viên', undefined],
    ],
  );
});

test('retirement: a woman born 1985-03-12 reaches 60 in March 2045 and goes from 1 April; who has left does not', () => {
  const of = (more: RecordDocument) => withDerivedValues(person(more), TODAY).V?.['ngayNghiHuuDuKien'];
  // ND 135/2020 art. 4: from 2035 women retire at 60.
  assert.equal(of({}), '2045-04-01');
  assert.equal(of({ B: { ngaySinh: '1965-02-03', gioiTinh: '1' } }), '2026-09-01', '61 years and 6 months in August 2026');
  assert.equal(of({ A: { trangThaiCongTac: 'NGHI_HUU' } }), undefined);
  assert.equal(of({ V: { 'thoiViec.ngay': '2026-10-01' } }), undefined);
  assert.equal(of({ B: { gioiTinh: '2' } }), undefined);
});

test('posts that somebody is planned for come from group M, those taken back do not', () => {
  const line = (chucDanh: string, trangThai: string): Line => ({
    dong: chucDanh,
    chucDanh,
    giaiDoan: '2026-2031',
    trangThai,
    quyetDinh: { so: '12/QĐ', ngay: '2026-01-05' },
  });
  const { F } = withDerivedValues(person({ M: { quyHoach: [line('TP', 'TRONG'), line('PGD', 'DUA_RA')] } }), TODAY);
  assert.deepEqual(F!['duocQuyHoach'], [{ chucDanh: 'TP', giaiDoan: '2026-2031', soQuyetDinh: '12/QĐ' }]);
});

test('only fields that the dictionary calls derived are written; what was stated stays as it is', () => {
  const derived = new Set(FIELDS.filter((field) => field.suppliedBy === 'derived').map((field) => field.key));
  const absent = fc.constant({ vang: 'KHONG_RO' as const });
  const one = (...values: (string | number)[]) => fc.oneof(fc.constantFrom(...values), absent);
  const A = fc.record({ trangThaiCongTac: one('DANG_LAM', 'NGHI_HUU'), loaiDoiTuong: one('CC', 'VC') }, { requiredKeys: [] });
  const B = fc.record(
    { hoTenKhaiSinh: one('Lê Văn An', 'Hoa'), ngaySinh: one('1970', '1970-05', '1970-05-31'), gioiTinh: one('1', '2') },
    { requiredKeys: [] },
  );
  const day = one('2020-02-29', '2024-06-01', '2030-01-01');
  const line = fc.record(
    { maNgach: one('01.003', '01.005', 'V.07.05.15', '99.999'), ngayHuong: day, mocTinhNangBac: day, bac: one(1, 9, 16) },
    { requiredKeys: [] },
  );
  fc.assert(
    fc.property(A, B, fc.array(line, { maxLength: 3 }), (a, b, luong) => {
      const document = { A: a, B: b, G: { luong } } as RecordDocument;
      const shown = withDerivedValues(document, TODAY);
      for (const [code, values] of Object.entries(shown))
        for (const [key, value] of Object.entries(values!)) {
          if (Array.isArray(value)) {
            for (const [i, shownLine] of (value as Line[]).entries())
              for (const [part, of] of Object.entries(shownLine))
                assert.ok(
                  derived.has(`${key}.${part}`) || derived.has(key) || (luong[i] as Record<string, unknown>)[part] === of,
                  `${key}.${part}`,
                );
          } else assert.ok(derived.has(key) || (document as Record<string, Record<string, unknown>>)[code]?.[key] === value, key);
        }
    }),
  );
});
