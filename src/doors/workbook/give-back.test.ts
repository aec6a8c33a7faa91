import assert from 'node:assert/strict';
import { test } from 'node:test';
import { Workbook } from '@cj-tech-master/excelts';
import fc from 'fast-check';
import { guess, type Problem, type ProblemPlace, type Severity } from '#base/problem.ts';
import { zipOf } from '#base/zip-for-tests.ts';
import type { ZipEntry } from '#base/zip.ts';
import { dateImpossible } from '#standard/problems.ts';
import { markWorkbook } from './give-back.ts';
import { LIST_SHEET, neutralised } from './marking/list-sheet.ts';
import { patchSheet } from './marking/sheet-cells.ts';
import { FILLS, markStyles } from './marking/styles.ts';
import { attribute } from './reader/xml-text.ts';
import { inflatePart, textOfPart, workbookEntries } from './reader/workbook-zip.ts';
import { STYLES, sheetXml, workbookOf, workbookParts } from './workbook-for-tests.ts';

const wrong = (where: ProblemPlace, more: { value?: string; severity?: Severity; suggestion?: string } = {}): Problem =>
  dateImpossible(
    {},
    {
      where: { sheet: 'Hồ sơ', field: 'ngaySinh', ...where },
      value: more.value ?? '31/02/1999',
      severity: more.severity ?? 'error',
      suggestion: more.suggestion ? guess(more.suggestion, 'near-name') : null,
    },
  );

const parts = (bytes: Uint8Array): Map<string, ZipEntry> =>
  new Map(workbookEntries(Buffer.from(bytes)).map((entry) => [entry.name, entry]));
const packed = (bytes: Uint8Array, entry: ZipEntry): string =>
  Buffer.from(bytes)
    .subarray(entry.dataOffset, entry.dataOffset + entry.compressedBytes)
    .toString('base64');
const partText = (bytes: Uint8Array, name: string): Promise<string> =>
  textOfPart(Buffer.from(bytes), parts(bytes).get(name)!, { inflated: 0 });
const SHEET1 = 'xl/worksheets/sheet1.xml';
const ROWS = { 1: ['soDinhDanh', 'ngaySinh'], 4: ['000099901000', '31/02/1999'], 5: ['000099901001', ''] };
const aFile = (): Buffer => workbookOf({ 'Hồ sơ': sheetXml(ROWS), Riêng: sheetXml({ 1: ['của tôi'] }) });

async function excelts(bytes: Uint8Array): Promise<Workbook> {
  const book = new Workbook();
  await book.xlsx.load(bytes);
  return book;
}

test('a wrong cell gets colour and balloon, and the problem stands in the list', async () => {
  const marked = await markWorkbook(aFile(), [wrong({ row: 4, column: 'B' }, { suggestion: '28/02/1999' })]);
  const book = await excelts(marked);
  const cell = book.getWorksheet('Hồ sơ')!.getCell('B4');
  assert.equal(cell.value, '31/02/1999', "what stands in the cell is the user's");
  assert.match(JSON.stringify(cell.fill), new RegExp(FILLS.error));
  assert.match(JSON.stringify(cell.note), /Không có ngày này.*Gợi ý: 28\/02\/1999/);
  const list = book.getWorksheet(LIST_SHEET)!;
  assert.deepEqual(
    [2, 3, 4, 6, 9, 10].map((column) => list.getRow(2).getCell(column).text),
    ['Hồ sơ', '4', 'B', '31/02/1999', 'Gợi ý: 28/02/1999 (đoán, cần xem lại: tên gần giống trong danh mục).', 'E-DATE-IMPOSSIBLE'],
  );
  assert.match(await partText(marked, 'xl/worksheets/sheet3.xml'), /<hyperlink ref="C2" location="'Hồ sơ'!B4"/);
});

test('parts that are not touched come back byte for byte', async () => {
  const file = zipOf({
    ...workbookParts({ 'Hồ sơ': sheetXml(ROWS), Riêng: sheetXml({ 1: ['của tôi'] }) }),
    'xl/charts/chart1.xml': '<c:chart/>',
    'customXml/item1.xml': '<mật/>',
    'xl/media/ảnh.png': Buffer.from([137, 80, 78, 71, 0, 255]),
  });
  const marked = await markWorkbook(file, [wrong({ row: 4, column: 'B' })]);
  const [before, now] = [parts(file), parts(marked)];
  const touched = new Set(['[Content_Types].xml', 'xl/workbook.xml', 'xl/_rels/workbook.xml.rels', 'xl/styles.xml', SHEET1]);
  for (const [name, entry] of before) {
    assert.ok(now.has(name), `${name} is still there`);
    if (!touched.has(name)) assert.equal(packed(marked, now.get(name)!), packed(file, entry), name);
  }
  assert.deepEqual([...now.keys()].filter((name) => !before.has(name)).sort(), [
    'xl/comments1.xml',
    'xl/drawings/vmlDrawing1.vml',
    'xl/worksheets/_rels/sheet1.xml.rels',
    'xl/worksheets/sheet3.xml',
  ]);
});

test('of a touched sheet only the styles of wrong cells change', async () => {
  const file = aFile();
  const marked = await markWorkbook(file, [wrong({ row: 4, column: 'B' }), wrong({ row: 5, column: 'B' })]);
  const plain = (text: string): string =>
    text
      .replace(/<c r="\w+" s="\d+"\/>/g, '')
      .replace(/(<c[^>]*?) s="\d+"/g, '$1')
      .replace(/<legacyDrawing[^>]*>/, '');
  const now = await partText(marked, SHEET1);
  assert.equal(plain(now), plain(await partText(file, SHEET1)));
  assert.match(now, /<c r="B5" s="\d+"\/>/, 'a cell that was blank is put there, with a style only');
});

test('the style of a marked cell keeps number format, font, border, alignment and lock', () => {
  const styles = markStyles(STYLES);
  const index = styles.marked(1, 'error');
  const xfs = [...styles.text().matchAll(/<xf [^>]*?(?:\/>|>.*?<\/xf>)/g)].map(([xf]) => xf);
  assert.equal(
    xfs[index],
    '<xf applyFill="1" numFmtId="49" fontId="0" fillId="2" borderId="0" applyProtection="1"><protection locked="0"/></xf>',
  );
  assert.equal(attribute(/<cellXfs[^>]*>/.exec(styles.text())![0], 'count'), String(xfs.length));
  assert.equal(styles.marked(1, 'error'), index, 'asked for twice, made once');
  assert.notEqual(styles.marked(1, 'warning'), index);
});

test('a file without styles, or with empty lists of them, can be marked too', async () => {
  for (const styles of [
    null,
    '<styleSheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"/>',
    '<x:styleSheet xmlns:x="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><x:cellXfs count="0"/></x:styleSheet>',
  ]) {
    const { 'xl/styles.xml': _gone, ...others } = workbookParts({ 'Hồ sơ': sheetXml(ROWS) });
    const marked = await markWorkbook(zipOf(styles === null ? others : { ...others, 'xl/styles.xml': styles }), [
      wrong({ row: 4, column: 'B' }),
    ]);
    assert.match(
      JSON.stringify((await excelts(marked)).getWorksheet('Hồ sơ')!.getCell('B4').fill),
      new RegExp(FILLS.error),
      String(styles),
    );
  }
});

test('the worst problem of a cell gives the colour; all of them are said', async () => {
  const book = await excelts(
    await markWorkbook(aFile(), [
      wrong({ row: 4, column: 'B' }, { severity: 'corrected' }),
      wrong({ row: 4, column: 'B' }),
      wrong({ row: 4, column: 'A' }, { severity: 'warning' }),
    ]),
  );
  const sheet = book.getWorksheet('Hồ sơ')!;
  assert.match(JSON.stringify(sheet.getCell('B4').fill), new RegExp(FILLS.error));
  assert.match(JSON.stringify(sheet.getCell('A4').fill), new RegExp(FILLS.warning));
  assert.equal(JSON.stringify(sheet.getCell('B4').note).match(/Không có ngày/g)?.length, 2);
});

test('problems of a row, a sheet or the file stand in the list only', async () => {
  const file = aFile();
  const marked = await markWorkbook(file, [
    wrong({ row: 4, column: null }),
    wrong({ sheet: null, row: null, column: null }),
    wrong({ sheet: 'Không có trang này', row: 1, column: 'A' }),
  ]);
  assert.equal(packed(marked, parts(marked).get(SHEET1)!), packed(file, parts(file).get(SHEET1)!));
  assert.equal((await excelts(marked)).getWorksheet(LIST_SHEET)!.rowCount, 4);
});

test('what could be taken for a formula is neutralised in the list (T22)', async () => {
  for (const text of ['=1+1', '+1', '-1', '@a', '\t=1', '\r=1', '\0=1']) assert.ok(neutralised(text).startsWith("'"), text);
  assert.equal(neutralised('Nguyễn = An'), 'Nguyễn = An');
  const marked = await markWorkbook(aFile(), [wrong({ row: 4, column: 'B' }, { value: '=HYPERLINK("http://x","y")', suggestion: '=1+1' })]);
  const list = await partText(marked, 'xl/worksheets/sheet3.xml');
  assert.ok(!list.includes('<f>') && list.includes(">'=HYPERLINK("));
});

test('a marked file that comes back is marked anew: what was mended loses its mark, nothing piles up', async () => {
  const once = await markWorkbook(aFile(), [wrong({ row: 4, column: 'B' }), wrong({ row: 5, column: 'B' })]);
  const again = await markWorkbook(once, [wrong({ row: 4, column: 'B' }), wrong({ row: 5, column: 'B' })]);
  const third = await markWorkbook(again, [wrong({ row: 4, column: 'B' }), wrong({ row: 5, column: 'B' })]);
  for (const [name] of parts(third)) assert.equal(await partText(third, name), await partText(again, name), name);
  const mended = await excelts(await markWorkbook(again, [wrong({ row: 5, column: 'B' })]));
  const sheet = mended.getWorksheet('Hồ sơ')!;
  assert.doesNotMatch(JSON.stringify(sheet.getCell('B4').fill ?? {}), new RegExp(FILLS.error));
  assert.equal(sheet.getCell('B4').note, undefined);
  assert.match(JSON.stringify(sheet.getCell('B5').fill), new RegExp(FILLS.error));
  assert.equal(mended.worksheets.filter((one) => one.name === LIST_SHEET).length, 1);
  const clean = await excelts(await markWorkbook(again, []));
  assert.equal(clean.getWorksheet('Hồ sơ')!.getCell('B5').note, undefined, 'the last one too');
});

test('a refused file comes back as it was', async () => {
  const bytes = Buffer.from('không phải tệp Excel');
  assert.deepEqual(await markWorkbook(bytes, [wrong({ sheet: null })]), bytes);
});

/** A sheet through the patcher, cut where asked. */
async function patched(
  xml: string,
  cuts: readonly number[],
  rows: Readonly<Record<number, readonly number[]>>,
  drawingLink: string | null = null,
): Promise<string> {
  const bytes = Buffer.from(xml);
  const at = [0, ...cuts, bytes.length];
  async function* pieces(): AsyncGenerator<Buffer> {
    for (let i = 1; i < at.length; i++) yield bytes.subarray(at[i - 1], at[i]);
  }
  const marks = {
    rows: new Map(
      Object.entries(rows).map(([row, columns]) => [
        Number(row),
        new Map(columns.map((column) => [column, (style: number) => style + 7] as const)),
      ]),
    ),
    unmarked: new Map<number, number>(),
    drawingLink,
  };
  const out: Buffer[] = [];
  for await (const piece of patchSheet(pieces, marks)) out.push(piece);
  return Buffer.concat(out).toString();
}
const inSheet = (inner: string, after = ''): string =>
  `<worksheet><cols><col min="3" max="4" style="2"/></cols><sheetData>${inner}</sheetData>${after}</worksheet>`;

test('cells, rows and styles are put where they belong', async () => {
  const cases: readonly (readonly [given: string, rows: Record<number, number[]>, expected: string])[] = [
    ['<row r="1"><c r="A1" s="1"><v>1</v></c></row>', { 1: [1] }, '<row r="1"><c r="A1" s="8"><v>1</v></c></row>'],
    [
      '<row r="1"><c r="A1"><v>1</v></c><c r="D1"/></row>',
      { 1: [1, 3] },
      '<row r="1"><c s="7" r="A1"><v>1</v></c><c r="C1" s="9"/><c r="D1"/></row>',
    ],
    ['<row r="1" s="4" customFormat="1"/>', { 1: [2] }, '<row r="1" s="4" customFormat="1"><c r="B1" s="11"/></row>'],
    [
      '<row r="1"><c r="A1"/></row><row r="5"/>',
      { 3: [3], 9: [1] },
      '<row r="1"><c r="A1"/></row><row r="3"><c r="C3" s="9"/></row><row r="5"/><row r="9"><c r="A9" s="7"/></row>',
    ],
    [
      '<row><c><v>1</v></c><c><v>2</v></c></row><row><c><v>3</v></c></row>',
      { 2: [1] },
      '<row><c><v>1</v></c><c><v>2</v></c></row><row><c s="7"><v>3</v></c></row>',
    ],
    ["<row r='1'><c r='A1' s='1'/></row>", { 1: [1] }, "<row r='1'><c r='A1' s=\"8\"/></row>"],
  ];
  for (const [given, rows, expected] of cases) assert.equal(await patched(inSheet(given), [], rows), inSheet(expected));
  assert.equal(
    await patched('<worksheet><sheetData/></worksheet>', [], { 2: [1] }),
    '<worksheet><sheetData><row r="2"><c r="A2" s="7"/></row></sheetData></worksheet>',
  );
});

test('the link to the balloons stands where the schema wants it, not inside a conditional format', async () => {
  const rules = '<conditionalFormatting><cfRule><extLst><ext/></extLst></cfRule></conditionalFormatting>';
  const now = await patched(inSheet('<row r="1"/>', `${rules}<drawing r:id="a"/><tableParts/><extLst/>`), [], {}, 'rId9');
  assert.match(now, /<drawing r:id="a"\/><legacyDrawing [^>]*r:id="rId9"\/><tableParts\/>/);
  assert.match(
    await patched(inSheet('<row r="1"/>', rules), [], {}, 'rId9'),
    /<\/conditionalFormatting><legacyDrawing [^>]*\/><\/worksheet>$/,
  );
});

test('a sheet is patched alike however it is cut into pieces, and an unmarked one comes through unchanged', async () => {
  const xml = inSheet(
    '<row r="1"><c r="A1" t="inlineStr"><is><t>Hoà – đặng</t></is></c></row><row r="2"><c r="B2" s="3"/></row><row r="4"/>',
    '<pageMargins/><extLst/>',
  );
  const whole = await patched(xml, [], { 1: [1], 2: [2, 5], 3: [1] }, 'rId1');
  const length = Buffer.byteLength(xml);
  for (let cut = 1; cut < length; cut++)
    assert.equal(await patched(xml, [cut], { 1: [1], 2: [2, 5], 3: [1] }, 'rId1'), whole, `cut at ${cut}`);
  await fc.assert(
    fc.asyncProperty(fc.array(fc.nat(length), { maxLength: 8 }), async (cuts) => {
      assert.equal(
        await patched(
          xml,
          cuts.sort((a, b) => a - b),
          {},
        ),
        xml,
      );
    }),
    { numRuns: 100 },
  );
});

test('what is written can be read again: every part inflates to its checksum', async () => {
  const marked = Buffer.from(await markWorkbook(aFile(), [wrong({ row: 4, column: 'B' })]));
  for (const entry of workbookEntries(marked))
    for await (const piece of inflatePart(marked, entry, { inflated: 0 })) assert.ok(piece.length >= 0);
});
