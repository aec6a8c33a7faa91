/** What is understood, what is told, what is asked and what is never proposed: a page of inputs from sheets that people fill in (Decision 0010). */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { resolveCode } from './code-lists.ts';
import { checkPerson } from './check.ts';
import { resolveInAny } from './kinds/coded.ts';
import { SAMPLE_CONTEXT, samplePerson, type SampleCells } from './sample-person.ts';
import type { CheckContext, FieldValue, Line, RawCell } from './shapes.ts';
import { standInOf } from './stand-ins.ts';

const ON = '2026-11-24';
const short = (list: string, typed: string, day = ON): string => {
  const answer = resolveCode(list, typed, day);
  if (answer.kind === 'found') return `${answer.code} by ${answer.by}`;
  if (answer.kind === 'ambiguous') return `asked ${answer.candidates.map(({ code }) => code).join(' ')}`;
  return answer.kind === 'unknown'
    ? `unknown ${answer.suggestions.map(({ code }) => code).join(' ')}`.trim()
    : `${answer.kind} ${answer.code}`;
};

test('a text with other marks is another word: never a code, a name or a suggestion without its marks', () => {
  const rows: [list: string, typed: string, answer: string][] = [
    ['quoc_tich', 'Mỹ', 'US by alias'],
    ['quoc_tich', 'MỸ', 'US by alias'],
    ['quoc_tich', 'Mĩ', 'US by alias'],
    ['quoc_tich', 'MY', 'MY by code'],
    ['quoc_tich', 'my', 'asked MY US'],
    ['quoc_tich', 'Ấo', 'unknown'],
    ['quoc_tich', 'Áo', 'AT by name'],
    ['quoc_tich', 'ao', 'asked AO AT'],
    ['dan_toc', 'Kình', 'unknown'],
    ['dan_toc', 'Dẻ', 'unknown'],
    ['dan_toc', 'Mưởng', 'unknown'],
    ['dvhc_tinh', 'Hà Nôi', 'unknown'],
    ['dvhc_tinh', 'Ha Noi', '01 by accent-free'],
    ['quan_he_gia_dinh', 'Chí ruột', 'unknown'],
    ['tinh_trang_hon_nhan', 'Đã kêt hôn', 'unknown'],
    ['xep_loai_danh_gia', 'Hoàn thanh tốt', 'unknown'],
    ['trinh_do_chuyen_mon', 'Thạc sỉ', 'unknown'],
  ];
  for (const [list, typed, answer] of rows) assert.equal(short(list, typed), answer, `${list}: ${typed}`);
});

test('a code standing in the text wins over the words beside it; where they name another entry it is asked', () => {
  const GRADES = ['ngach_cong_chuc', 'chuc_danh_nghe_nghiep'];
  const rows: [typed: string, answer: string][] = [
    ['Chuyên viên (01.003)', '01.003 code-and-name'],
    ['01.003 - CV', '01.003 code-and-name'],
    ['01.003/Chuyên viên', '01.003 code-and-name'],
    ['01.003-CVHC', '01.003 code-in-text'],
    ['01.003: chuyên viên', '01.003 code-and-name'],
    ['ngạch 01.003', '01.003 code-in-text'],
    ['CV [01.003]', '01.003 code-and-name'],
    ['V.07.03.29 GVTH', 'V.07.03.29 code-in-text'],
    ['v.07.03.29', 'V.07.03.29 code'],
    ['Chuyên viên chính (01.003)', 'asked 01.003 01.002'],
    ['01.003 – Chuyên viên chính', 'asked 01.003 01.002'],
    ['01.003, trước đây 01.004', 'asked 01.004 01.003'],
    // As a spreadsheet leaves them.
    ['1003', '01.003 padded'],
    ['01003', '01.003 padded'],
    ['1.003', '01.003 padded'],
    ['6032', '06.032 padded'],
    ['15111', '15.111 padded'],
    ['01.03', 'unknown'],
  ];
  for (const [typed, answer] of rows) {
    const said = resolveInAny(GRADES, typed, ON);
    const is =
      said.kind === 'found'
        ? `${said.code} ${said.by}`
        : said.kind === 'ambiguous'
          ? `asked ${said.candidates.map(({ code }) => code).join(' ')}`
          : said.kind;
    assert.equal(is, answer, typed);
  }
});

test('kinds of units are understood however they are written, as of the day', () => {
  for (const typed of ['TP Hà Nội', 'Tp. Hà Nội', 'T.P Hà Nội', 'TP.Hà Nội', 'thành phố Hà Nội', 'tp hà nội', 'Th.phố Hà Nội'])
    assert.match(short('dvhc_tinh', typed), /^01 by/, typed);
  for (const typed of ['tỉnh Hà Giang', 'Tỉnh Hà Giang', 'T. Hà Giang', 'HÀ GIANG'])
    assert.match(short('dvhc_tinh', typed, '1995-01-01'), /^02 by/, typed);
  assert.equal(short('dvhc_tinh', 'TP Đồng Nai', '2020-01-01'), 'not-yet 75');
  assert.match(short('dvhc_tinh', 'TP Đồng Nai'), /^75 by/);
});

test('"và tương đương" and brackets are no part of a name; what was understood is told', () => {
  assert.equal(short('ngach_cong_chuc', 'Chuyên viên chính hoặc tương đương'), '01.002 by core-name');
  assert.equal(short('ngach_cong_chuc', 'Chuyên viên và tương đương'), '01.003 by core-name');
});

test('stand-ins are no values; real words that look like them are', () => {
  const standIns: [text: string, means: string][] = [
    ['nt', 'as-above'],
    ['NT', 'as-above'],
    ['n.t.', 'as-above'],
    ['-nt-', 'as-above'],
    ['như trên', 'as-above'],
    ['(Như trên)', 'as-above'],
    ['Nhu tren', 'as-above'],
    ['"', 'as-above'],
    ["''", 'as-above'],
    ['〃', 'as-above'],
    ['//', 'as-above'],
    ['”', 'as-above'],
    ['- " -', 'as-above'],
    ['-', 'nothing'],
    ['--', 'nothing'],
    ['–', 'nothing'],
    ['...', 'nothing'],
    ['…', 'nothing'],
    ['…..', 'nothing'],
    ['?', 'nothing'],
    ['/', 'nothing'],
    ['x', 'nothing'],
    ['xxx', 'nothing'],
    ['XXXX', 'nothing'],
    ['N/A', 'nothing'],
    ['n/a', 'nothing'],
    ['không có dữ liệu', 'nothing'],
    ['Chưa cập nhật', 'nothing'],
    ['NULL', 'broken'],
    ['null', 'broken'],
    ['#N/A', 'broken'],
    ['#REF!', 'broken'],
    ['#DIV/0!', 'broken'],
    ['#NAME?', 'broken'],
    ['NaN', 'broken'],
  ];
  for (const [text, means] of standIns) assert.equal(standInOf(text, 'text'), means, text);
  assert.equal(standInOf('0', 'text'), 'nothing');
  assert.equal(standInOf('0', 'integer'), undefined);
  for (const word of [
    'Như',
    'Xá',
    'Nguyễn Thị Như',
    'Không rõ',
    'Không có',
    'Không',
    'NA',
    'Trên',
    'Văn thư',
    'H',
    'X-quang',
    'Toán',
    'Nulla',
  ])
    assert.equal(standInOf(word, 'text'), undefined, word);
});

interface Said {
  readonly value: FieldValue | readonly Line[] | undefined;
  readonly told: readonly string[];
}
/** What a person's cell is read as, and what is said at it: code and, behind it, the suggestion with its strength. */
function read(key: string, cell: string | RawCell, context: Partial<CheckContext> = {}, more: SampleCells = {}): Said {
  const { document, problems } = checkPerson(samplePerson({ ...more, [key]: cell }), {
    ...SAMPLE_CONTEXT,
    columnOf: (_, column) => column,
    ...context,
  });
  const group = Object.values(document).find((one) => key.split('.')[0]! in one);
  return {
    value: group?.[key.split('.')[0]!],
    told: problems
      .filter(({ where }) => where.column === key)
      .map(({ code, suggestion }) => [code, ...(suggestion ? [`${suggestion.value} ${suggestion.strength}`] : [])].join(': ')),
  };
}
const numberCell = (text: string): RawCell => ({ text, kind: 'number', formula: false });

test('a cell says what was understood, what is proposed and how strongly', () => {
  const rows: [key: string, cell: string | RawCell, value: unknown, told: string[]][] = [
    ['hoTenKhaiSinh', 'Kpă Y̆ Nô̆', 'Kpă Y̆ Nô̆', []],
    ['hoTenKhaiSinh', 'Ksor Hơ̆n', 'Ksor Hơ̆n', []],
    ['hoTenKhaiSinh', 'RMAH \u0243Ơ\u0306', 'Rmah \u0243ơ\u0306', []],
    ['hoTenKhaiSinh', 'H`Hen Niê', "H'Hen Niê", ["E-TEXT-LOOK-ALIKE: H'Hen Niê guess"]],
    ['hoTenKhaiSinh', 'ThS. Nguyễn Văn Anh', undefined, ['E-NAME-TITLE: Nguyễn Văn Anh guess']],
    ['hoTenKhaiSinh', 'PGS.TS Lê Anh', undefined, ['E-NAME-TITLE: Lê Anh guess']],
    ['hoTenKhaiSinh', 'BS.CKI Trần Thị Bé', undefined, ['E-NAME-TITLE: Trần Thị Bé guess']],
    ['hoTenKhaiSinh', 'TS Lê Anh', undefined, ['E-NAME-TITLE: Lê Anh guess']],
    ['hoTenKhaiSinh', 'Nguyễn Văn An.', undefined, ['E-NAME-CHARACTERS: Nguyễn Văn An guess']],
    ['hoTenKhaiSinh', 'Nguyễn Văn An (Tư)', undefined, ['E-NAME-CHARACTERS: Nguyễn Văn An guess']],
    ['hoTenKhaiSinh', 'Nguyễn V4n An', undefined, ['E-NAME-CHARACTERS']],
    ['hoTenKhaiSinh', 'NGuyễn văn an', 'NGuyễn văn an', ['E-NAME-CASE: Nguyễn Văn An certain']],
    ['hoTenKhaiSinh', 'Nguyễn VĂN An', 'Nguyễn VĂN An', ['E-NAME-CASE: Nguyễn Văn An certain']],
    ['hoTenKhaiSinh', 'Ông Thị Bà', 'Ông Thị Bà', []],
    ['hoTenKhaiSinh', 'Xá Văn Như', 'Xá Văn Như', []],
    ['ngaySinh', '31/02/1985', undefined, ['E-DATE-IMPOSSIBLE']],
    ['ngaySinh', '30/02/1985', undefined, ['E-DATE-IMPOSSIBLE']],
    ['ngaySinh', '02/25/1985', undefined, ['E-DATE-SWAPPED']],
    ['ngaySinh', '--/--/1960', undefined, ['E-DATE-IMPOSSIBLE: 1960 guess']],
    ['ngaySinh', '../02/1960', undefined, ['E-DATE-IMPOSSIBLE: 02/1960 guess']],
    ['dienThoaiDiDong', '0243 822 1234', '02438221234', ['E-PHONE-LANDLINE']],
    ['dienThoaiDiDong', '02363821234', '02363821234', ['E-PHONE-LANDLINE']],
    ['soBhxh', '0123456789', '0123456789', []],
    ['soBhxh', '000085012345', '000085012345', []],
    ['soBhxh', numberCell('791234567'), undefined, ['E-DIGITS-LOST-ZERO: 0791234567 certain']],
    ['soBhxh', '791234567', undefined, ['E-DIGITS-LOST-ZERO: 0791234567 guess']],
    ['soTheBhyt', '000085012345', '000085012345', []],
    ['soTheBhyt', '001085012345', '001085012345', ['E-NUMBER-NOT-OWN']],
    ['congViecChinh', 'Văn thư, lưu trữ', 'Văn thư, lưu trữ', []],
    ['congViecChinh', '- nt -', undefined, ['E-CELL-AS-ABOVE: Kế toán guess']],
    ['congViecChinh', '0', undefined, ['E-CELL-STAND-IN']],
    ['chucVuHienTai', '...', undefined, ['E-CELL-STAND-IN']],
    ['tonGiao', 'Không', '00', []],
    ['giaoDucPhoThong', '-', undefined, ['E-CELL-STAND-IN']],
    ['tinhTrangHonNhan', 'Đã kết hơn', undefined, ['E-CODE-UNKNOWN']],
  ];
  for (const [key, cell, value, told] of rows) {
    const said = read(key, cell, { above: () => 'Kế toán' });
    assert.deepEqual(
      { value: said.value, told: [...said.told].filter((one) => !one.startsWith('E-REQUIRED')) },
      { value, told },
      `${key}: ${JSON.stringify(cell)}`,
    );
  }
});

test('what is rewritten in an address is told, and a former commune is never its near namesake of today', () => {
  const present = (maTinh: string, maXa: string) => {
    const { document, problems } = checkPerson(samplePerson({ 'thuongTru.maTinh': maTinh, 'thuongTru.maXa': maXa }), {
      ...SAMPLE_CONTEXT,
      columnOf: (_, column) => column,
    });
    return [document.C?.['thuongTru'], problems.filter(({ where }) => where.field === 'thuongTru').map(({ code }) => code)];
  };
  assert.deepEqual(present('14', 'Xã Chiềng Hắc'), [undefined, ['E-COMMUNE-OLD']]);
  assert.deepEqual(present('14', 'Xã Chiềng Hặc'), [{ maTinh: '14', maXa: '04078' }, []]);
  assert.deepEqual(present('14', 'Xa Chieng Hac'), [undefined, ['E-CODE-AMBIGUOUS']]);
  assert.deepEqual(present('1', 'Phuong Ba Dinh'), [{ maTinh: '01', maXa: '00004' }, ['E-CODE-REWRITTEN', 'E-CODE-REWRITTEN']]);
});

const step = (bac: string): Said => {
  const { document, problems } = checkPerson(samplePerson({}, { luong: [{ bac }] }), {
    ...SAMPLE_CONTEXT,
    columnOf: (_, column) => column,
  });
  const line = (document.G?.['luong'] as readonly Line[] | undefined)?.[0];
  return { value: line?.['bac'], told: problems.filter(({ where }) => where.column === 'luong.bac').map(({ code }) => code) };
};

test('a pay step in words or as a share of the scale is read and told; one that cannot be is not', () => {
  for (const typed of ['Bậc 1', 'bậc 1/9', '1/9', 'BẬC 01', '01/12'])
    assert.deepEqual(step(typed), { value: 1, told: ['E-NUMBER-REWRITTEN'] }, typed);
  for (const typed of ['9/1', '1/99']) assert.equal(step(typed).value, undefined, typed);
});
