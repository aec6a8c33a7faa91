import assert from 'node:assert/strict';
import { after, test } from 'node:test';
import type { PlainDate } from '#base/clock.ts';
import { Workbook } from '@cj-tech-master/excelts';
import { DICTIONARY_VERSION } from '#standard/dictionary.ts';
import { WORKBOOK_SHEETS } from '#standard/workbook-columns.ts';
import type { CheckOptions } from './check-file.ts';
import { reportOf } from './report.ts';
import { fillTemplate } from './fill-template.ts';
import { makeTemplate } from './template.ts';
import { allProblems, checkWhole, sheetXml, workbookOf } from './workbook-for-tests.ts';
import type { TestCell, WholeFile } from './workbook-for-tests.ts';

const OPTIONS: CheckOptions = { today: '2026-11-24' as PlainDate, asOf: '2026-11-01' as PlainDate, demo: true, fixes: [] };
const MAIN = WORKBOOK_SHEETS[0]!;
const PAY = WORKBOOK_SHEETS.find((sheet) => sheet.key === 'luong')!;
const META = sheetXml({ 1: ['template', 'CONGVU-HOSO'], 2: ['version', DICTIONARY_VERSION], 3: ['body', 'H26.03.01'] });

/** A main sheet of a few columns, in an order of its own. */
const KEYS = ['hoTenKhaiSinh', 'soDinhDanh', 'ngaySinh', 'gioiTinh'] as const;
const labelOf = (key: string): string => MAIN.columns.find((column) => column.key === key)!.label.vi;
const heads = (keys: readonly string[] = KEYS): Record<number, readonly TestCell[]> => ({
  1: keys,
  2: keys.map((key) => key),
  3: keys.map(() => 'cách điền'),
});
const AN: readonly TestCell[] = ['Nguyễn Văn An', '000099901000', '28/11/1999', '1'];
const BINH: readonly TestCell[] = ['Lê Thị Bình', '000199901001', '03/02/1999', '2'];
const file = (rows: Record<number, readonly TestCell[]>, more: Record<string, string> = {}, after = ''): Buffer =>
  workbookOf({ 'Hồ sơ': sheetXml(rows, after), ...more, _meta: META });

async function checked(bytes: Uint8Array, request: Partial<CheckOptions> = {}): Promise<WholeFile> {
  const read = await checkWhole(bytes, { ...OPTIONS, ...request });
  assert.equal(read.kind, 'read', read.kind === 'refused' ? read.problem.code : '');
  return read as WholeFile;
}
const codes = (read: WholeFile): string[] => read.problems.map((one) => one.code);
const names = (read: WholeFile): string[] => read.people.map((person) => person.name);

let template: Promise<Uint8Array> | null = null;
/** Made once: it costs half a second. */
const aTemplate = (): Promise<Uint8Array> =>
  (template ??= makeTemplate({ bodyCode: 'H26.03.01', bodyName: 'Trường THPT Mẫu Sơn', issuedOn: '2026-11-01' }));
after(() => {
  template = null;
});

test('a template that was filled in is read back whole: the first thread', async () => {
  const filled = await fillTemplate(await aTemplate(), [
    {
      hoSo: { soDinhDanh: '000099901000', hoTenKhaiSinh: 'Nguyễn Văn Hòa', ngaySinh: '28/11/1999', gioiTinh: '1', danToc: 'Kinh' },
      sections: {
        luong: [
          {
            soDinhDanh: '000099901000',
            'luong.maNgach': 'V.07.05.15',
            'luong.bac': '1',
            'luong.heSo': '2.34',
            'luong.ngayHuong': '01/11/2025',
          },
        ],
      },
    },
    {
      hoSo: {
        soDinhDanh: { number: 99901001 },
        hoTenKhaiSinh: { formula: 'A1', cached: 'x' },
        ngaySinh: '31/02/1990',
        gioiTinh: { error: '#N/A' },
      },
      sections: {},
    },
  ]);
  const read = await checked(filled);
  assert.deepEqual([read.template, read.version, read.org], ['CONGVU-HOSO', DICTIONARY_VERSION, 'H26.03.01']);
  const [first, second] = read.people;
  assert.deepEqual([first!.place['row'], first!.name, first!.checked.nationalId], [4, 'Nguyễn Văn Hòa', '000099901000']);
  assert.equal(first!.checked.document.B?.['ngaySinh'], '1999-11-28');
  assert.equal(first!.checked.document.B?.['danToc'], '01');
  const lines = Object.values(first!.checked.document).flatMap((group) => (Array.isArray(group['luong']) ? group['luong'] : []));
  assert.equal(lines.length, 1);
  const cells = new Set(second!.checked.problems.map((one) => `${one.where.sheet}!${one.where.column}${one.where.row}`));
  for (const key of ['hoTenKhaiSinh', 'ngaySinh', 'gioiTinh']) {
    const letter = read.people[1]!.checked.problems.find((one) => one.where.field === key)?.where.column;
    assert.ok(letter && cells.has(`Hồ sơ!${letter}5`), `a problem stands in the cell of ${key}`);
  }
});

test('the counts always add up, and the report is the contract', async () => {
  const { report } = await reportOf(await checked(file({ ...heads(), 4: AN, 5: BINH, 6: BINH })));
  const { received, accepted, rejected, waiting } = report.counts;
  assert.deepEqual([received, waiting], [3, 0]);
  assert.equal(received, accepted + rejected + waiting);
  assert.deepEqual(Object.keys(report), ['file', 'counts', 'problems', 'ignored', 'notChecked']);
  assert.deepEqual(Object.keys(report.file), ['sha256', 'template', 'version', 'org']);
  for (const one of report.problems) {
    assert.deepEqual(Object.keys(one), [
      'code',
      'severity',
      'sheet',
      'row',
      'column',
      'field',
      'value',
      'message',
      'suggestion',
      'candidates',
      'proposed',
    ]);
    assert.ok(one.message.vi && one.message.en);
  }
  assert.ok(report.notChecked.length > 0, 'what needs a database is said');
});

test('for whom the form was issued is told, and that the sender is compared with it on upload', async () => {
  const words = async (body: readonly (readonly [string, string])[], request: Partial<CheckOptions> = {}) => {
    const meta = sheetXml(Object.fromEntries(body.map((row, i) => [i + 1, row])));
    return (await checked(workbookOf({ 'Hồ sơ': sheetXml({ ...heads(), 4: AN }), _meta: meta }), request)).notChecked
      .map((one) => one.en)
      .join('; ');
  };
  assert.match(
    await words([['body', 'H26.03.01']]),
    /whether the sending agency is H26\.03\.01, for which this form was issued: compared on upload/,
  );
  assert.match(await words([]), /the file does not say for which agency/);
  assert.match(await words([['body', 'Sở Nội vụ <b>']]), /the file does not say for which agency/);
  assert.doesNotMatch(await words([['body', 'H26.03.01']], { bodyKnown: () => true }), /sending body is/, 'the upload compares it');
});

test('columns are found by their key, wherever they stand', async () => {
  const order = ['ngaySinh', 'gioiTinh', 'hoTenKhaiSinh', 'soDinhDanh'];
  const read = await checked(file({ ...heads(order), 4: ['28/11/1999', '1', 'Nguyễn Văn An', '000099901000'] }));
  assert.equal(read.people[0]!.checked.document.B?.['hoTenKhaiSinh'], 'Nguyễn Văn An');
  assert.equal(read.people[0]!.checked.nationalId, '000099901000');
});

test('unknown columns, columns without a key and foreign sheets are named as not read', async () => {
  const read = await checked(
    file({ 1: [...KEYS, 'nhomMauYeuThich'], 2: [], 3: [], 4: [...AN, 'A', 'ghi chú riêng'] }, { 'Ghi chú': sheetXml({ 1: ['x'] }) }),
  );
  assert.deepEqual(
    read.ignored.map(({ kind, sheet, column }) => [kind, sheet, column]),
    [
      ['sheet', 'Ghi chú', null],
      ['column', 'Hồ sơ', 'E'],
      ['column', 'Hồ sơ', 'F'],
    ],
  );
});

test('a column that stands twice is a problem of its own', async () => {
  const read = await checked(file({ 1: [...KEYS, 'ngaySinh'], 2: [], 3: [], 4: [...AN, '01/01/2000'] }));
  assert.deepEqual(codes(read), ['E-WORKBOOK-COLUMN-TWICE']);
  assert.equal(read.problems[0]!.where.column, 'E');
  assert.equal(read.people[0]!.checked.document.B?.['ngaySinh'], '1999-11-28', 'the first one is read');
});

test('a file without _meta is read, and says so', async () => {
  const read = await checked(workbookOf({ 'Hồ sơ': sheetXml({ ...heads(), 4: AN }) }));
  assert.deepEqual(codes(read), ['E-WORKBOOK-NO-META']);
  assert.deepEqual([read.template, read.people.length], [null, 1]);
});

test('when the key row is gone, columns are found by their labels', async () => {
  const read = await checked(file({ 1: KEYS.map(labelOf), 2: AN, 3: BINH }));
  assert.deepEqual(codes(read), ['E-WORKBOOK-KEYS-MISSING']);
  assert.deepEqual(names(read), ['Nguyễn Văn An', 'Lê Thị Bình']);
});

test('heads that were moved down, or lost a row, lose nobody', async () => {
  const moved = await checked(file({ 3: KEYS, 4: ['nhãn'], 5: ['cách điền'], 6: AN, 7: BINH }));
  assert.deepEqual([codes(moved), names(moved)], [['E-WORKBOOK-HEADS-MOVED'], ['Nguyễn Văn An', 'Lê Thị Bình']]);
  const cut = await checked(file({ 1: KEYS, 2: KEYS.map(labelOf), 3: AN, 4: BINH }));
  assert.deepEqual([codes(cut), names(cut)], [['E-WORKBOOK-HEADS-MOVED'], ['Nguyễn Văn An', 'Lê Thị Bình']]);
});

test('merged cells are told: all but the first are blank', async () => {
  const read = await checked(
    file({ ...heads(), 4: AN, 5: BINH }, {}, '<mergeCells count="2"><mergeCell ref="C4:C5"/><mergeCell ref="A2:B2"/></mergeCells>'),
  );
  assert.deepEqual(
    read.problems.map((one) => [one.code, one.where.row, one.where.column]),
    [
      ['E-WORKBOOK-MERGED', 4, 'C'],
      ['E-WORKBOOK-MERGED', 2, 'A'],
    ],
  );
});

test('a template of a dictionary that is not this one is told by its fingerprint, whatever version it says', async () => {
  const read = await checked(
    workbookOf({
      'Hồ sơ': sheetXml({ ...heads(), 4: AN }),
      _meta: sheetXml({ 1: ['template', 'CONGVU-HOSO'], 2: ['version', DICTIONARY_VERSION], 3: ['dictionary', '0123456789abcdef'] }),
    }),
  );
  assert.ok(codes(read).includes('E-WORKBOOK-OLD-TEMPLATE'), codes(read).join());
});

test('an older template is brought over, with a list of what was mapped', async () => {
  const read = await checked(
    workbookOf({
      'Hồ sơ': sheetXml({
        1: ['cccd', 'hoTen', 'ngaySinh', 'gioi'],
        2: ['CCCD *', 'Họ tên', 'Ngày sinh', ''],
        3: [],
        4: ['000099901000', 'Nguyễn Văn An', '28/11/1999', '1'],
      }),
      'Diễn biến lương': sheetXml({ 1: ['cccd', 'luong.ngach'], 2: ['CCCD *', 'Ngạch'], 3: [] }),
      _meta: sheetXml({ 1: ['template', 'CONGVU-HOSO'], 2: ['version', '2023.1'] }),
    }),
  );
  assert.deepEqual(codes(read), ['E-WORKBOOK-OLD-TEMPLATE']);
  const { vi, en } = read.problems[0]!.title;
  assert.match(vi, /“CCCD” → “Số định danh cá nhân \(CCCD\)” \(2 trang\); “Họ tên” → “Họ và tên khai sinh”; “gioi” → “Giới tính”/);
  assert.match(en, /“CCCD” → “[^”]+” \(2 sheets\)/);
  assert.doesNotMatch(vi, /cccd|soDinhDanh|gioiTinh/, 'no key of ours');
  assert.equal(read.people[0]!.checked.nationalId, '000099901000');
});

test('the body to which a template was given, and the day, are told: whose it may be is decided with the bodies at hand', async () => {
  const read = await checked(file({ ...heads(), 4: AN }));
  assert.deepEqual([read.org, read.issuedOn], ['H26.03.01', null]);
});

test('a person twice in one file is told with the first row, and held once', async () => {
  const read = await checked(
    file({ ...heads(), 4: [AN[0]!, '001099012345', AN[2]!, AN[3]!], 5: BINH, 6: [AN[0]!, '1099012345', AN[2]!, AN[3]!] }),
  );
  const twice = allProblems(read).filter((one) => one.code === 'E-PERSON-TWICE');
  assert.deepEqual(
    twice.map((one) => one.where.row),
    [6],
    'the lost zeros are put back before people are compared',
  );
  assert.match(twice[0]!.title.vi, /dòng 4/);
});

test('rows of a section belong to the person with their number, however it was typed; a row of nobody is told', async () => {
  const payKeys = ['soDinhDanh', 'luong.heSo', 'luong.bac'];
  const pay = sheetXml({
    1: payKeys,
    2: payKeys,
    3: payKeys,
    4: [' 000099901000', '2.34', '1'],
    5: ['000099909999', '3.00', '1'],
    6: ['', '3.33', '2'],
  });
  const read = await checked(file({ ...heads(), 4: AN, 5: BINH }, { [PAY.name]: pay }));
  assert.deepEqual(
    read.problems.map((one) => [one.code, one.where.sheet, one.where.row]),
    [
      ['E-ROW-ORPHAN', PAY.name, 5],
      ['E-ROW-NO-ID', PAY.name, 6],
    ],
  );
  const stated = (person: number): boolean => Object.values(read.people[person]!.checked.document).some((group) => 'luong' in group);
  assert.deepEqual([stated(0), stated(1)], [true, false], 'a person without rows is untouched');
});

test('"Không có" empties a section: it is stated, with no line', async () => {
  const keys = ['soDinhDanh', 'khenThuong.hinhThuc'];
  const sheet = WORKBOOK_SHEETS.find((one) => one.key === 'khenThuong')!;
  const read = await checked(
    file({ ...heads(), 4: AN }, { [sheet.name]: sheetXml({ 1: keys, 2: keys, 3: keys, 4: ['000099901000', 'Không có'] }) }),
  );
  const stated = Object.values(read.people[0]!.checked.document).flatMap((group) => ('khenThuong' in group ? [group['khenThuong']] : []));
  assert.deepEqual(stated, [[]]);
});

test('a name in decomposed letters is read in one form, and the sheet name too', async () => {
  const read = await checked(
    workbookOf({ ['Hồ sơ'.normalize('NFD')]: sheetXml({ ...heads(), 4: [String(AN[0]).normalize('NFD'), ...AN.slice(1)] }), _meta: META }),
  );
  assert.equal(read.people[0]!.name, 'Nguyễn Văn An');
});

test('a value that the body accepted is laid over its cell, and the person says so', async () => {
  const fix = { step: 1, place: { sheet: 'Hồ sơ', row: 4, column: 'C' }, typed: '31/02/1999', value: '28/11/1999' };
  const read = await checked(file({ ...heads(), 4: [AN[0]!, AN[1]!, '31/02/1999', '1'] }), { fixes: [fix] });
  assert.equal(read.people[0]!.checked.document.B?.['ngaySinh'], '1999-11-28');
  assert.deepEqual(read.people[0]!.fixed, [fix]);
});

test('it is laid only where the cell still holds the value as typed; a later acceptance stands on an earlier one', async () => {
  const place = { sheet: 'Hồ sơ', row: 4, column: 'C' };
  const [first, second] = [
    { place, step: 1, typed: '31/02/1999', value: '30/02/1999' },
    { place, step: 2, typed: '30/02/1999', value: '28/02/1999' },
  ];
  const typed = file({ ...heads(), 4: [AN[0]!, AN[1]!, '31/02/1999', '1'] });
  const birthOf = async (fixes: readonly (typeof first)[]) => {
    const [person] = (await checked(typed, { fixes })).people;
    return [person!.checked.document.B?.['ngaySinh'], person!.fixed?.length ?? 0];
  };
  assert.deepEqual(await birthOf([first, second]), ['1999-02-28', 2]);
  assert.deepEqual(await birthOf([second]), [undefined, 0]);
  assert.deepEqual(await birthOf([{ ...first, typed: '01/02/1999' }]), [undefined, 0]);
});

test('a workbook without the sheet of people is refused with a way out', async () => {
  const read = await checkWhole(workbookOf({ 'Trang tính1': sheetXml({ 1: ['a'] }) }), OPTIONS);
  assert.ok(read.kind === 'refused');
  assert.equal(read.problem.code, 'E-WORKBOOK-NO-MAIN-SHEET');
  assert.ok(read.problem.next.vi);
});

test('what is refused in the sandboxed parser is refused with the words of its code', async () => {
  const read = await checkWhole(Buffer.from('không phải tệp Excel'), OPTIONS);
  assert.ok(read.kind === 'refused');
  assert.match(read.problem.title.vi, /không phải tệp Excel/);
});

test('a check that is stopped ends soon', async () => {
  const stop = AbortSignal.timeout(1);
  await assert.rejects(async () => {
    const read = await checkWhole(file(Object.fromEntries(Array.from({ length: 3_000 }, (_, i) => [i + 4, AN])) as never), {
      ...OPTIONS,
      signal: stop,
    });
    if (read.kind === 'refused') throw new Error(read.problem.code);
  });
});

const PAY_KEYS = ['soDinhDanh', 'luong.heSo', 'luong.bac'];
const paySheet = (...rows: readonly (readonly TestCell[])[]): string =>
  sheetXml({ 1: PAY_KEYS, 2: PAY_KEYS, 3: PAY_KEYS, ...Object.fromEntries(rows.map((row, i) => [i + 4, row])) });
const PAY_ROW: readonly TestCell[] = ['000099901000', '2.34', '1'];
const hasPay = (read: WholeFile): boolean => Object.values(read.people[0]!.checked.document).some((group) => 'luong' in group);

test('a sheet of ours under another name is known by its keys, and it is said', async () => {
  for (const name of ['Diễn biến lương (2)', 'Lương 2026', 'Sheet1']) {
    const read = await checked(file({ ...heads(), 4: AN }, { [name]: paySheet(PAY_ROW) }));
    assert.deepEqual([codes(read), hasPay(read)], [['E-WORKBOOK-SHEET-RENAMED'], true], name);
    assert.equal(read.problems[0]!.where.sheet, name);
  }
  const main = await checked(workbookOf({ 'Hồ sơ 2026': sheetXml({ ...heads(), 4: AN }), _meta: META }));
  assert.deepEqual([codes(main), names(main)], [['E-WORKBOOK-SHEET-RENAMED'], ['Nguyễn Văn An']]);
  // An empty sheet of the right name does not stand before one with rows.
  const both = await checked(file({ ...heads(), 4: AN }, { [PAY.name]: paySheet(), 'Lương mới': paySheet(PAY_ROW) }));
  assert.deepEqual([codes(both), hasPay(both)], [['E-WORKBOOK-SHEET-RENAMED'], true]);
});

test('rows of ours that are left out with their sheet are a problem to acknowledge', async () => {
  const twice = await checked(file({ ...heads(), 4: AN }, { [PAY.name]: paySheet(PAY_ROW), 'Diễn biến lương (2)': paySheet(PAY_ROW) }));
  assert.deepEqual(codes(twice), ['E-WORKBOOK-SHEET-LEFT-OUT']);
  assert.deepEqual([twice.problems[0]!.severity, twice.problems[0]!.where.sheet], ['warning', 'Diễn biến lương (2)']);
  const headless = await checked(file({ ...heads(), 4: AN }, { [PAY.name]: sheetXml({ 1: PAY_ROW, 2: ['000099901000', '2.67', '2'] }) }));
  assert.deepEqual(codes(headless), ['E-WORKBOOK-SHEET-LEFT-OUT']);
  const blank = await checked(file({ ...heads(), 4: AN }, { [PAY.name]: paySheet(PAY_ROW), 'Lương (2)': paySheet() }));
  assert.deepEqual(codes(blank), [], 'an empty copy holds nothing');
  const own = await checked(
    file({ ...heads(), 4: AN }, { 'Ghi chú riêng': sheetXml({ 1: ['Họ và tên', 'Ngày sinh'], 2: ['Nguyễn Văn An', '1999'] }) }),
  );
  assert.deepEqual(codes(own), [], "a sheet of the user's own is only named");
});

test('what is wrong in a sheet of somebody’s own refuses nothing', async () => {
  const read = await checked(
    file({ ...heads(), 4: AN }, { 'Bảng riêng': '<worksheet><sheetData><row r="1"><gì/></row></sheetData></worksheet>' }),
  );
  assert.deepEqual([codes(read), read.ignored.map((one) => one.sheet)], [[], ['Bảng riêng']]);
});

test('rows that speak of nobody are one word, not ninety errors; whoever may be somebody is asked for their number', async () => {
  const read = await checked(
    file({
      ...heads(),
      4: ['(1)', '(2)', '(3)', '(4)'],
      5: ['', 'I. Phòng Tổ chức cán bộ'],
      6: AN,
      7: ['II. Phòng Kế hoạch'],
      8: BINH,
      9: ['', 'Tổng cộng: 2 người'],
      11: ['Người lập biểu', '', 'THỦ TRƯỞNG ĐƠN VỊ'],
      12: ['(Ký, ghi rõ họ tên)'],
      15: ['Trần Thị Ký', '', 'Lê Văn Trưởng'],
    }),
  );
  assert.deepEqual([codes(read), names(read)], [['E-WORKBOOK-ROWS-NOBODY'], ['Nguyễn Văn An', 'Lê Thị Bình']]);
  assert.match(read.problems[0]!.title.vi, /7 dòng.*4, 5, 7, 9, 11, 12, 15/);
  assert.deepEqual(
    read.ignored.flatMap(({ kind, row }) => (kind === 'row' ? [row] : [])),
    [4, 5, 7, 9, 11, 12, 15],
  );
  const unsure = await checked(file({ ...heads(), 4: AN, 5: ['Nguyễn Thị Không Số', '', '01/02/1990', '2'], 6: ['Trần Văn Một'] }));
  assert.deepEqual([codes(unsure), unsure.people.length], [[], 3], 'nobody is lost');
  for (const person of unsure.people.slice(1)) assert.ok(person.checked.problems.some((one) => one.code === 'E-ROW-NO-ID'));
  // The boss's post in capitals does not make a person a signature.
  const boss = await checked(file({ ...heads(), 4: ['HIỆU TRƯỞNG', '000099901000', '28/11/1999', '1'] }));
  assert.equal(boss.people.length, 1);
});

test('what another program struck through is not read as what stands there: a cell is an error, a whole row is told and left out', async () => {
  const people = ['000099901000', '000199901001'].map((soDinhDanh, i) => ({
    hoSo: { soDinhDanh, hoTenKhaiSinh: i === 0 ? 'Nguyễn Văn An' : 'Lê Thị Bình', ngaySinh: '28/11/1999', gioiTinh: '1', danToc: 'Kinh' },
    sections: {},
  }));
  const book = new Workbook();
  await book.xlsx.load(await fillTemplate(await aTemplate(), people));
  const sheet = book.getWorksheet(MAIN.name)!;
  const strike = (row: number, column: number): void => void (sheet.getCell(row, column).font = { strike: true });
  strike(4, MAIN.columns.findIndex(({ key }) => key === 'ngaySinh') + 1);
  MAIN.columns.forEach((_column, i) => strike(5, i + 1));
  const read = await checked(new Uint8Array(await book.xlsx.writeBuffer()));
  assert.deepEqual([names(read), codes(read)], [['Nguyễn Văn An'], ['E-WORKBOOK-ROWS-NOBODY']]);
  assert.deepEqual(
    read.people.map(({ row }) => row),
    [4],
    'a person is named by the row, as Excel counts',
  );
  const birth = read.people[0]!.checked.problems.filter(({ where }) => where.field === 'ngaySinh');
  assert.deepEqual(
    birth.map(({ severity, suggestion }) => [severity, suggestion]),
    [['error', null]],
    'nothing is proposed for what was taken back',
  );
});

test('rows of nobody in a section are left out alike', async () => {
  const read = await checked(
    file({ ...heads(), 4: AN }, { [PAY.name]: paySheet(['1', '2', '3'], PAY_ROW, ['Cộng', '', ''], ['Ghi chú: theo Nghị định 204']) }),
  );
  assert.deepEqual([codes(read), hasPay(read)], [['E-WORKBOOK-ROWS-NOBODY'], true]);
});

test('a stray note far to the right is named by its cell and left out', async () => {
  const far = (row: number): { xml: string } => ({ xml: `<c r="EJ${row}" t="inlineStr"><is><t>ghi chú</t></is></c>` });
  const read = await checked(file({ ...heads(), 4: AN, 5: [...BINH, far(5)], 9: [far(9)] }));
  assert.deepEqual(
    read.ignored.map(({ row, column }) => [row, column]),
    [
      [5, 'EJ'],
      [9, 'EJ'],
    ],
  );
  assert.deepEqual(names(read), ['Nguyễn Văn An', 'Lê Thị Bình']);
  const many = await checkWhole(file(Object.fromEntries(Array.from({ length: 30 }, (_, i) => [i + 4, [far(i + 4)]]))), OPTIONS);
  assert.ok(many.kind === 'refused' && many.problem.code === 'E-WORKBOOK-TOO-WIDE' && many.problem.title.en.includes('EJ24'));
});

test('rows stored in any order are read in the order of their numbers; two values for one place refuse the file', async () => {
  const row = (number: number, cells: readonly TestCell[]): string => /<row.*<\/row>/s.exec(sheetXml({ [number]: cells }))![0];
  const stored = (...rows: readonly string[]): Buffer =>
    workbookOf({ 'Hồ sơ': `<worksheet><sheetData>${rows.join('')}</sheetData></worksheet>`, _meta: META });
  const [keys, an, binh] = [row(1, KEYS), row(4, AN), row(5, BINH)];
  assert.deepEqual(names(await checked(stored(binh, an, keys))), ['Nguyễn Văn An', 'Lê Thị Bình']);
  for (const bytes of [
    stored(keys, an, row(4, BINH)),
    stored(keys, an, row(5, [{ xml: '<c r="A5"><v>1</v></c><c r="A5"><v>2</v></c>' }])),
  ]) {
    const read = await checkWhole(bytes, OPTIONS);
    assert.ok(read.kind === 'refused' && read.problem.code === 'E-WORKBOOK-BROKEN');
    assert.match(read.problem.title.en, /stands twice/);
  }
});

test('a column whose hidden key is damaged is known by its label, and it is said', async () => {
  for (const broken of ['ngaySin', '', '#REF!']) {
    const read = await checked(
      file({ 1: ['hoTenKhaiSinh', 'soDinhDanh', broken, 'gioiTinh'], 2: KEYS.map((key) => `${labelOf(key)} *`), 3: [], 4: AN }),
    );
    assert.deepEqual([codes(read), read.people[0]!.checked.document.B?.['ngaySinh']], [['E-WORKBOOK-KEY-DAMAGED'], '1999-11-28'], broken);
  }
});

test('keys that stand low on the sheet, below the titles of a printed table, are found', async () => {
  const read = await checked(file({ 2: ['SỞ NỘI VỤ'], 5: ['DANH SÁCH'], 14: KEYS, 15: ['nhãn'], 16: ['cách điền'], 17: AN, 18: BINH }));
  assert.deepEqual([codes(read), names(read)], [['E-WORKBOOK-HEADS-MOVED'], ['Nguyễn Văn An', 'Lê Thị Bình']]);
});

test('a refusal of what is too much says so and to split it, in either language', async () => {
  const strings = Array.from({ length: 30 }, (_, i) => `<row r="${i + 1}">${'<c t="s"><v>0</v></c>'.repeat(100)}</row>`).join('');
  const read = await checkWhole(
    workbookOf({ 'Hồ sơ': `<worksheet><sheetData>${strings}</sheetData></worksheet>` }, [`<t>${'x'.repeat(70_000)}</t>`]),
    OPTIONS,
  );
  assert.ok(read.kind === 'refused');
  assert.doesNotMatch(read.problem.title.en + read.problem.next.en, /[ăâđêôơưạ-ỹ]/i);
});
