/** The record as a page: what is derived, by whom it was confirmed, bodies by name, masks. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { sourceOf } from '#standard/decree/source.ts';
import { fieldByKey } from '#standard/dictionary.ts';
import type { RecordDocument } from '#standard/shapes.ts';
import { recordAsOf } from './as-of.ts';
import type { PersonVersion } from './shapes.ts';
import { codeList } from '#standard/code-lists.ts';
import { recordView } from './view.ts';
import type { FieldView } from './view.ts';

const ROLES = ['XAC_NHAN'];
const version = (n: number, document: RecordDocument, more: Partial<PersonVersion> = {}): PersonVersion => ({
  personId: 'p',
  version: n,
  tx: n,
  validFrom: '2026-11-01',
  groups: Object.keys(document) as PersonVersion['groups'],
  document,
  source: 'EXCEL',
  submissionId: null,
  attestationId: null,
  employers: { coQuanQuanLy: 'education', coQuanSuDung: null },
  ...more,
});
const beside = {
  attested: new Map([['a1', { at: '2026-11-20T02:00:00.000Z', by: 'Phạm Quốc Hùng' }]]),
  // The code was given to another body in 2020.
  nameOfBody: (code: string, on: string) => (code !== 'H26.03' ? undefined : on < '2020-01-01' ? 'Ty Giáo dục' : 'Sở khác'),
  nameOfEmployer: (id: string) => (id === 'education' ? 'Sở Giáo dục và Đào tạo' : undefined),
  comparedOf: (key: string) => ({
    level: key === 'danToc' ? 'LECH' : 'KHOP',
    at: '2026-11-10T02:00:00.000Z',
    source: 'DAN_CU_NDXP',
    extent: 'whole' as const,
  }),
};
const shown = (versions: PersonVersion[], roles = ROLES) =>
  recordView(recordAsOf(versions, '2026-11-24', 99), { roles, unmasked: new Set() }, '2026-11-24', beside);
const field = (versions: PersonVersion[], key: string): FieldView | undefined =>
  shown(versions)
    .flatMap((group) => group.fields)
    .find((one) => one.key === key);

const WHO: RecordDocument = {
  A: { coQuanQuanLy: 'H26.03', coQuanSuDung: 'H99.99', trangThaiCongTac: 'DANG_LAM' },
  B: { hoTenKhaiSinh: 'Lê Thị Hoa', ngaySinh: '1990-02-01', gioiTinh: '2' },
};

test('a derived value is shown as one: nobody stated it and nobody confirmed it', () => {
  const given = field([version(1, WHO, { attestationId: 'a1', submissionId: 's1' })], 'ten')!;
  assert.deepEqual([given.display.vi, given.derived, given.compared], ['Hoa', true, null]);
  assert.deepEqual(given.origin, { source: null, attestationId: null, confirmedAt: null, confirmedBy: null, initial: false });
  assert.equal(field([version(1, WHO)], 'ngayNghiHuuDuKien')?.display.vi, '01/03/2050');
});

test('a confirmed value names its officer and time; one of the first load says that nobody confirmed it', () => {
  const first = version(1, WHO);
  const second = version(2, { B: { ...WHO.B, gioiTinh: '1' } }, { attestationId: 'a1', submissionId: 's1' });
  const [sex, name] = [field([first, second], 'gioiTinh')!.origin, field([first, second], 'hoTenKhaiSinh')!.origin];
  assert.deepEqual([sex.confirmedBy, sex.confirmedAt, sex.initial], ['Phạm Quốc Hùng', '2026-11-20T02:00:00.000Z', false]);
  assert.deepEqual([name.confirmedBy, name.initial], [null, true]);
});

test('where a list is not certain of the code, the value says so with the source; a hidden value says nothing', () => {
  const married = { ...WHO, B: { ...WHO.B, tinhTrangHonNhan: '2' } };
  assert.equal(field([version(1, married)], 'tinhTrangHonNhan')?.unsure, codeList('tinh_trang_hon_nhan').source);
  assert.equal(field([version(1, married)], 'gioiTinh')?.unsure, null);
  const health = { ...WHO, S: { 'sucKhoe.nhomMau': '01' } };
  const blood = field([version(1, health)], 'sucKhoe.nhomMau');
  if (blood) assert.deepEqual([blood.masked, blood.unsure], [true, null]);
  const promoted = (maNgach: string) => ({ ...WHO, G: { luong: [{ dong: '1', maNgach, bac: 1, ngayHuong: '2010-01-01' }] } });
  const unsureOf = (code: string) =>
    shown([version(1, promoted(code))]).flatMap((group) => group.sections.flatMap(({ lines }) => lines.map(({ unsure }) => unsure)));
  const [doubtful] = codeList('ngach_cong_chuc').entries.filter(({ confidence }) => confidence === 'uncertain');
  assert.deepEqual(Object.keys(unsureOf(doubtful!.code)[0] ?? {}), ['luong.maNgach']);
  assert.deepEqual(unsureOf('01.003'), [{}]);
});

test('a body of the employment is called by what the register knows it to be, never by the code that was typed', () => {
  assert.deepEqual(field([version(1, WHO)], 'coQuanQuanLy')!.display, { vi: 'Sở Giáo dục và Đào tạo', en: 'Sở Giáo dục và Đào tạo' });
  assert.equal(field([version(1, WHO)], 'coQuanQuanLy')!.value, 'H26.03');
  const foreign = { ...WHO, A: { ...WHO.A, coQuanSuDung: 'H26.03' } };
  assert.equal(
    field([version(1, foreign)], 'coQuanSuDung')!.display.vi,
    'H26.03',
    'of a body that it does not know, only what was written',
  );
});

test('any other body is called by the code that it had on the day of its fact', () => {
  const career = {
    K: {
      congTac: [
        { dong: '1', tuThang: '2015-09', coQuan: 'H26.03' },
        { dong: '2', tuThang: '2021-01', coQuan: 'H26.03' },
        { dong: '3', tuThang: '2022', coQuan: 'Ty Văn hóa' },
      ],
    },
  };
  const [section] = shown([version(1, { ...WHO, ...career })]).flatMap((group) => group.sections);
  assert.deepEqual(
    section!.lines.map((line) => line.cells['congTac.coQuan']?.vi),
    ['Ty Giáo dục', 'Sở khác', 'Ty Văn hóa'],
  );
});

test('what the population database was found to say stands at each field on which it has a word, and at no other', () => {
  const told = Object.fromEntries(
    shown([version(1, { ...WHO, B: { ...WHO.B, danToc: '01', soHoChieu: 'B1234567', tonGiao: '00' } })])
      .flatMap((group) => group.fields)
      .map((one) => [one.key, one.compared?.level ?? null]),
  );
  assert.deepEqual(
    [told['hoTenKhaiSinh'], told['danToc'], told['tonGiao'], told['soHoChieu'], told['trangThaiCongTac'], told['ten']],
    ['KHOP', 'LECH', 'KHOP', null, null, null],
  );
});

test('who may not see a field gets no group of it, not even its derived values', () => {
  assert.deepEqual(shown([version(1, WHO)], ['TTTT']), []);
});

test('the code of the record is the number, masked until it is asked for, with what it was before; nobody stated it', () => {
  const record = recordAsOf([version(1, WHO, { attestationId: 'a1', submissionId: 's1' })], '2026-11-24', 99);
  const codeFor = (unmasked: readonly string[], numbers: { current: string | null; former: string[] }) =>
    recordView(record, { roles: ROLES, unmasked: new Set(unmasked) }, '2026-11-24', { ...beside, numbers })
      .flatMap((group) => group.fields)
      .find(({ key }) => key === 'maDinhDanhHoSoQG');
  const two = { current: '000085012345', former: ['000085054321'] };
  const masked = codeFor([], two)!;
  assert.deepEqual([masked.value, masked.masked, masked.derived, masked.compared], [null, true, true, null]);
  assert.equal(masked.display.vi, '000•••••2345 (trước đây: 000•••••4321)');
  assert.deepEqual(codeFor(['maDinhDanhHoSoQG'], two)?.display.en, '000085012345 (before: 000085054321)');
  assert.equal(codeFor([], { current: '000085012345', former: [] })?.display.vi, '000•••••2345');
  assert.equal(codeFor([], { current: null, former: [] }), undefined, 'an erased person has none');
  assert.equal(field([version(1, WHO)], 'maDinhDanhHoSoQG'), undefined, 'a page without the number has no code');
  const before = recordAsOf([], '2026-10-31', 99);
  assert.deepEqual(
    recordView(before, { roles: ROLES, unmasked: new Set() }, '2026-10-31', { ...beside, numbers: two }),
    [],
    'where nothing stands yet there is no record, and no code',
  );
});

test('each field and column says whose the original is by the law', () => {
  const record = { ...WHO, G: { luong: [{ dong: '1', bac: 3, heSo: '3.00' }] } } satisfies RecordDocument;
  assert.deepEqual(field([version(1, record)], 'gioiTinh')?.sourceBody, {
    kind: 'reference',
    name: { vi: 'Cơ sở dữ liệu quốc gia về dân cư', en: 'National population database' },
    correct: sourceOf(fieldByKey('gioiTinh')!).correct,
  });
  const columns = shown([version(1, record)]).flatMap(({ sections }) => sections.flatMap((section) => section.columns));
  assert.ok(columns.length > 0 && columns.every(({ sourceBody }) => sourceBody.kind === 'master'));
});
