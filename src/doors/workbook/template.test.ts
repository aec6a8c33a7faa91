import assert from 'node:assert/strict';
import { test } from 'node:test';
import { Workbook } from '@cj-tech-master/excelts';
import { packedList } from '#standard/code-lists.ts';
import { DICTIONARY_HASH, DICTIONARY_VERSION } from '#standard/dictionary.ts';
import { WORKBOOK_SHEETS } from '#standard/workbook-columns.ts';
import { textOfPart, workbookEntries } from './reader/workbook-zip.ts';
import { GUIDE_SHEET, LISTS_SHEET, META_SHEET, STRINGS, makeTemplate } from './template.ts';

const template = await makeTemplate({ bodyCode: 'H26.03.01', bodyName: 'Trường THPT Mẫu Sơn', issuedOn: '2026-11-01' });
const book = new Workbook();
await book.xlsx.load(template);
const partText = async (name: string): Promise<string> =>
  textOfPart(
    Buffer.from(template),
    workbookEntries(Buffer.from(template)).find((entry) => entry.name === name)!,
    { inflated: 0 },
  );

test('the sheets are the guide, the people, one for each section, and two hidden ones', () => {
  assert.deepEqual(
    book.worksheets.map((sheet) => sheet.name),
    [GUIDE_SHEET, ...WORKBOOK_SHEETS.map((sheet) => sheet.name), LISTS_SHEET, META_SHEET],
  );
  assert.deepEqual([book.getWorksheet(LISTS_SHEET)!.state, book.getWorksheet(META_SHEET)!.state], ['veryHidden', 'hidden']);
});

test('what is made once a day is every body’s own: each template says its body and nothing of another, whatever signs stand in a name', async () => {
  const bodies = [
    { bodyCode: 'H26.03.01', bodyName: 'Trường THPT "Mẫu Sơn" & <bạn>' },
    { bodyCode: 'H41.$&.02', bodyName: "Phòng H'Mông – {mã cơ quan}" },
  ];
  const made = await Promise.all(bodies.map((body) => makeTemplate({ ...body, issuedOn: '2026-11-01' })));
  for (const [i, { bodyCode, bodyName }] of bodies.entries()) {
    const own = new Workbook();
    await own.xlsx.load(made[i]!);
    const said = own.getWorksheet(GUIDE_SHEET)!.getColumn(1).values.map(String);
    assert.ok(said.includes(`Cơ quan: ${bodyName} (${bodyCode})`), said.join(' | '));
    assert.equal(own.getWorksheet(META_SHEET)!.getCell('B3').text, bodyCode);
    const other = bodies[1 - i]!;
    assert.ok(!said.some((text) => text.includes(other.bodyCode) || text.includes(other.bodyName)));
  }
});

test('row 1 has the keys and is hidden, row 2 the labels with the mark of what is required, row 3 how to fill in', () => {
  for (const shape of WORKBOOK_SHEETS) {
    const sheet = book.getWorksheet(shape.name)!;
    assert.ok(sheet.getRow(1).hidden, shape.name);
    shape.columns.forEach((column, i) => {
      assert.equal(sheet.getRow(1).getCell(i + 1).text, column.key);
      assert.equal(sheet.getRow(2).getCell(i + 1).text, column.required ? `${column.label.vi} *` : column.label.vi);
      assert.equal(sheet.getRow(3).getCell(i + 1).text, column.hint.vi);
      assert.equal(sheet.getRow(2).getCell(i + 1).protection?.locked ?? true, true, 'heads are locked');
    });
  }
});

test('blank cells are text and may be typed into, though the sheet is protected', () => {
  for (const shape of WORKBOOK_SHEETS) {
    const sheet = book.getWorksheet(shape.name)!;
    shape.columns.forEach((column, i) => {
      const empty = sheet.getColumn(i + 1);
      // What is locked stands so by the program's default: the file does not say it.
      assert.equal(empty.protection?.locked ?? true, column.readOnly === true, `${shape.name} ${column.key}`);
      if (column.cellFormat === 'text') assert.equal(empty.numFmt, '@', `${shape.name} ${column.key}`);
    });
  }
});

test('every drop-down names a range, and the range holds the whole list', async () => {
  const names = new Map(
    [
      ...(await partText('xl/workbook.xml')).matchAll(
        /<definedName name="(DM_\w+)"[^>]*>(?:'|&apos;)?_DM(?:'|&apos;)?!\$([A-Z]+)\$1:\$[A-Z]+\$(\d+)</g,
      ),
    ].map((match) => [match[1]!, { column: match[2]!, entries: Number(match[3]) }]),
  );
  const lists = book.getWorksheet(LISTS_SHEET)!;
  let asked = 0;
  for (const [i] of WORKBOOK_SHEETS.entries()) {
    for (const [, name] of (await partText(`xl/worksheets/sheet${i + 2}.xml`)).matchAll(/<formula1>([^<]*)<\/formula1>/g)) {
      const range = names.get(name!);
      assert.ok(range, `${name} is defined`);
      assert.ok(
        lists.getCell(`${range.column}1`).text !== '' && lists.getCell(`${range.column}${range.entries}`).text !== '',
        `${name} is full from first to last`,
      );
      asked += 1;
    }
  }
  assert.ok(asked > 50, `${asked} drop-downs`);
  assert.ok((names.get('DM_dvhc_xa')?.entries ?? 0) > 3_000, 'communes too: a named range has no limit of 255 characters');
});

test('drop-downs offer what the people of the body hold: titles beside grades, what is kept, provinces of the past', async () => {
  const names = new Map(
    [...(await partText('xl/workbook.xml')).matchAll(/<definedName name="(DM_\w+)"[^>]*>[^<]*!\$([A-Z]+)\$1:\$[A-Z]+\$(\d+)</g)].map(
      (match) => [match[1]!, { column: match[2]!, entries: Number(match[3]) }],
    ),
  );
  const lists = book.getWorksheet(LISTS_SHEET)!;
  const offered = (name: string): readonly string[] => {
    const { column, entries } = names.get(name)!;
    return Array.from({ length: entries }, (_, row) => lists.getCell(`${column}${row + 1}`).text);
  };
  const grades = offered('DM_ngach_cong_chuc__chuc_danh_nghe_nghiep__bang_luong_chuc_vu');
  for (const option of [
    '01.003 – Chuyên viên',
    'V.07.03.29 – Giáo viên tiểu học hạng III',
    'V.08.01.03 – Bác sĩ',
    'V.07.04.12 – Giáo viên trung học cơ sở hạng III',
  ])
    assert.ok(grades.includes(option), option);
  assert.ok(offered('DM_tin_hoc__ever').includes('A – Chứng chỉ A (cũ)'));
  const [past, present] = [offered('DM_dvhc_tinh__ever'), offered('DM_dvhc_tinh')];
  assert.equal(present.length, 34);
  for (const option of ['28 – Tỉnh Hà Tây', 'LS_HA_NAM_NINH – Tỉnh Hà Nam Ninh', '15 – Tỉnh Yên Bái', '15 – Tỉnh Lào Cai'])
    assert.equal(past.filter((one) => one === option).length, 1, option);
});

test('_meta says of which form, version, body and dictionary it is', () => {
  const meta = book.getWorksheet(META_SHEET)!;
  assert.deepEqual(
    [1, 2, 3, 4, 5].map((row) => [meta.getRow(row).getCell(1).text, meta.getRow(row).getCell(2).text]),
    [
      ['template', 'CONGVU-HOSO'],
      ['version', DICTIONARY_VERSION],
      ['body', 'H26.03.01'],
      ['dictionary', DICTIONARY_HASH],
      ['issued', '2026-11-01'],
    ],
  );
});

test('drop-downs offer the entries of the edition that is handed in, beside the form of the same day without them', async () => {
  const list = packedList('chuc_vu');
  const added = { ...list.entries[0]!, code: 'THU_BIEU_MAU', name: 'Chức vụ thử biểu mẫu', validFrom: null, validTo: null, heldTo: null };
  const lists = { number: 2, hash: 'thử', others: new Map([['chuc_vu', { ...list, entries: [...list.entries, added] }]]) };
  const stringsOf = (bytes: Uint8Array): Promise<string> =>
    textOfPart(
      Buffer.from(bytes),
      workbookEntries(Buffer.from(bytes)).find((entry) => entry.name === STRINGS)!,
      { inflated: 0 },
    );
  const body = { bodyCode: 'H26.03.01', bodyName: 'Trường THPT Mẫu Sơn', issuedOn: '2026-11-01' };
  assert.ok((await stringsOf(await makeTemplate({ ...body, lists }))).includes('THU_BIEU_MAU – Chức vụ thử biểu mẫu'));
  assert.ok(!(await stringsOf(await makeTemplate(body))).includes('THU_BIEU_MAU'));
});
