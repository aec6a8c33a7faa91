/** From rows to a document: what a blank, an absence, "Không có", a section and an old address mean. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { checkPerson, NOT_CHECKED_OFFLINE } from './check.ts';
import { SAMPLE_CONTEXT, samplePerson, type SampleCells } from './sample-person.ts';

const check = (cells: SampleCells = {}, sections: Readonly<Record<string, readonly SampleCells[]>> = {}) =>
  checkPerson(samplePerson(cells, sections), SAMPLE_CONTEXT);
const codes = (result: ReturnType<typeof check>) => result.problems.map((problem) => problem.code);

test('a blank cell is not stated; the four states of absence are told apart', () => {
  const { document } = check({ tinhTrangHonNhan: null, quocTich: 'Không rõ', tonGiao: 'Chưa xác định', ngayVaoDang: 'Không áp dụng' });
  assert.equal('tinhTrangHonNhan' in document.B!, false);
  assert.deepEqual(document.B!['quocTich'], { vang: 'KHONG_RO' });
  assert.deepEqual(document.B!['tonGiao'], { vang: 'CHUA_XAC_DINH' });
  assert.deepEqual(document.D!['ngayVaoDang'], { vang: 'KHONG_AP_DUNG' });
});

test('where a list has an entry of that name, the entry is meant', () => {
  assert.equal(check({ danToc: 'Không rõ' }).document.B!['danToc'], '56');
});

test('a stated absence answers for a required field', () => {
  assert.deepEqual(codes(check({ congViecChinh: 'Chưa xác định' })), []);
});

test('a cell of spaces is blank', () => {
  assert.deepEqual(codes(check({ congViecChinh: ' \u00A0 ' })), ['E-REQUIRED']);
});

test('a correction keeps the value as given beside the corrected one', () => {
  const result = check({ soDinhDanh: { text: '79085012345', kind: 'number', formula: false } });
  assert.equal(result.nationalId, '079085012345');
  const [said] = result.problems;
  assert.deepEqual(
    [said?.code, said?.severity, said?.value, said?.suggestion],
    ['E-ID-LOST-ZERO', 'corrected', '79085012345', { value: '079085012345', strength: 'certain', reason: 'lost-zero' }],
  );
});

test('a problem says sheet, row, column letter and field', () => {
  const [said] = check({ danToc: '!!' }).problems;
  assert.deepEqual(said?.where, { sheet: 'hoSo', row: 4, column: SAMPLE_CONTEXT.columnOf('hoSo', 'danToc'), field: 'danToc' });
  assert.match(said?.where.column ?? '', /^[A-Z]{1,2}$/);
});

test('who says the same as another is read alike, and what is wrong with it is told of each', () => {
  const context = { ...SAMPLE_CONTEXT };
  const said = (cells: SampleCells) => checkPerson(samplePerson(cells), context);
  const [one, other] = [said({ danToc: 'kinh', congViecChinh: '!!' }), said({ danToc: 'kinh', congViecChinh: '!!' })];
  assert.deepEqual(other, one);
  assert.ok(one.problems.length > 0);
  // The same text in a cell of another type, or as of another day, is another question.
  const logical = said({ danToc: { text: 'kinh', kind: 'error', formula: false } });
  assert.deepEqual(codes(logical).includes('E-CELL-ERROR'), true);
  const [today, before] = ['2026-11-01', '1999-01-01'].map((day) => said({ ngayBoNhiem: day, chucVuHienTai: 'TP' }).document.F);
  assert.deepEqual([today?.['ngayBoNhiem'], before?.['ngayBoNhiem']], ['2026-11-01', '1999-01-01']);
});

test('one wrong cell is told once: not also as missing', () => {
  assert.deepEqual(codes(check({ ngayTuyenDungLanDau: '31/02/2010' })), ['E-DATE-IMPOSSIBLE']);
});

test('a section that has no rows is not stated; "Không có" alone empties it; rows replace it', () => {
  assert.equal(check().document.O, undefined);
  assert.deepEqual(check({}, { khenThuong: [{ hinhThuc: 'Không có' }] }).document.O, { khenThuong: [] });
  const { document } = check({}, { tiengDanToc: [{ ngonNgu: 'Tày', mucDo: 'giao tiếp' }] });
  assert.equal((document.I!['tiengDanToc'] as readonly unknown[]).length, 1);
});

test('a row with nothing but the number states nothing', () => {
  assert.equal(check({}, { khenThuong: [{}] }).document.O, undefined);
});

test("codes of a line are read as of the line's own date", () => {
  const row = (ngayHuong: string) => ({
    loaiBang: '2',
    maNgach: '01.003',
    ngayBoNhiemNgach: '01/06/2011',
    bac: '1',
    heSo: '2.34',
    ngayHuong,
    mocTinhNangBac: ngayHuong,
    loaiBienDong: 'KY_LUAT',
    'quyetDinh.so': '1',
    'quyetDinh.ngay': '01/06/2011',
  });
  assert.deepEqual(codes(check({}, { luong: [row('01/06/2012')] })), []);
  assert.deepEqual(codes(check({}, { luong: [row('01/08/2025')] })), ['E-CODE-CLOSED']);
});

test('a grade or post that no list knows is kept as typed, with a proposal to add it', () => {
  const row = {
    loaiBang: '3',
    maNgach: 'V.99.99.01',
    ngayBoNhiemNgach: '01/06/2011',
    bac: '1',
    heSo: '2.34',
    ngayHuong: '01/06/2012',
    mocTinhNangBac: '01/06/2012',
    loaiBienDong: 'NANG_BAC_TX',
    'quyetDinh.so': '1',
    'quyetDinh.ngay': '01/06/2011',
  };
  const graded = check({}, { luong: [row] });
  assert.deepEqual(codes(graded), ['E-CODE-UNLISTED']);
  assert.deepEqual((graded.document.G!['luong'] as { maNgach: string }[])[0]!.maNgach, 'V.99.99.01');
  assert.deepEqual(codes(check({}, { luong: [{ ...row, maNgach: '!!' }] })).includes('E-CELL-STAND-IN'), true);
  const posted = check({ chucVuHienTai: 'Trưởng nhóm dữ liệu', ngayBoNhiem: '01/06/2024', nhiemKyThang: '60' });
  assert.deepEqual(codes(posted), ['E-CODE-UNLISTED']);
  assert.equal(posted.document.F!['chucVuHienTai'], 'Trưởng nhóm dữ liệu');
  assert.deepEqual(codes(check({ chucVuHienTai: 'Trưởng phòng', ngayBoNhiem: '01/06/2024', nhiemKyThang: '60' })), []);
});

test('what was gained once is kept: a certificate of a kind that is no longer issued', () => {
  assert.equal(check({ tinHoc: 'Chứng chỉ B (cũ)' }).document.I!['tinHoc'], 'B');
  assert.deepEqual(codes(check({ tinHoc: 'B' })), []);
});

test('a place of birth is accepted in the units of its own date, of today or of a day between, and the record says which', () => {
  const born = (maTinh: string) => check({ 'noiSinh.maTinh': maTinh, 'noiSinh.hieuLucTai': null });
  // The sample person was born in 1985, in Hà Tuyên; Hà Giang came of it in 1991 and ended in 2025.
  assert.deepEqual(born('Tỉnh Hà Tuyên').document.B!['noiSinh'], { maTinh: 'LS_HA_TUYEN', hieuLucTai: 'NGAY_SU_KIEN' });
  assert.deepEqual(born('Tỉnh Hà Giang').document.B!['noiSinh'], { maTinh: '02', hieuLucTai: 'THOI_DIEM_KHAC' });
  assert.deepEqual(codes(born('Tỉnh Hà Giang')), []);
  const reused = check({ 'noiSinh.maTinh': '15', 'noiSinh.hieuLucTai': 'HIEN_NAY' });
  assert.deepEqual(reused.document.B!['noiSinh'], { maTinh: '15', hieuLucTai: 'HIEN_NAY' });
  // 15 was Yên Bái and is Lào Cai: a bare code without its day can be either.
  assert.deepEqual(codes(born('15')), ['E-CODE-AMBIGUOUS']);
});

test('a former commune as a present address is an error that suggests its successor', () => {
  const said = check({ 'thuongTru.maTinh': '01', 'thuongTru.maXa': 'Phường Phúc Xá' }).problems[0];
  assert.equal(said?.code, 'E-COMMUNE-OLD');
  assert.match(said?.suggestion?.value ?? '', /^\d{5} – /);
});

test('an address abroad has a country and details, no province', () => {
  const result = check({ 'noiSinh.quocGia': 'LA', 'noiSinh.maTinh': null, 'noiSinh.hieuLucTai': null, 'noiSinh.chiTiet': 'Viêng Chăn' });
  assert.deepEqual(result.document.B!['noiSinh'], { quocGia: 'LA', chiTiet: 'Viêng Chăn' });
  assert.deepEqual(codes(result), []);
});

test('groups stand in the order of the form', () => {
  const groups = Object.keys(check().document);
  assert.deepEqual(groups, [...groups].sort());
});

test('what the check of a file cannot tell is said', () => {
  assert.ok(NOT_CHECKED_OFFLINE.length >= 4);
  for (const { vi, en } of NOT_CHECKED_OFFLINE) assert.ok(vi.length > 10 && en.length > 10);
});

test('a person who is all wrong gets every error in one pass', () => {
  const said = new Set(
    codes(
      check({
        soDinhDanh: '1.23E+11',
        ngaySinh: '31/02/1985',
        danToc: 'Người Hoa Kỳ',
        dienThoaiDiDong: '1',
        'viTriViecLam.ma': null,
        congViecChinh: null,
      }),
    ),
  );
  for (const code of ['E-ID-SCIENTIFIC', 'E-DATE-IMPOSSIBLE', 'E-CODE-UNKNOWN', 'E-PHONE-FORM', 'E-JOB-POSITION-REQUIRED', 'E-REQUIRED'])
    assert.ok(said.has(code), code);
});
