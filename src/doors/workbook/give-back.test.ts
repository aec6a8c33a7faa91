import assert from 'node:assert/strict';
import { test } from 'node:test';
import { Workbook } from '@cj-tech-master/excelts';
import fc from 'fast-check';
import { guess, type Problem, type ProblemPlace, type Severity } from '#base/problem.ts';
import { zipOf } from '#base/zip-for-tests.ts';
import type { ZipEntry } from '#base/zip.ts';
import { dateImpossible } from '#standard/problems/dates.ts';
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

/** The parts of a marked file as another program writes them: authors gone, runs joined, texts among the shared strings. */
async function rewritten(marked: Uint8Array, change: (name: string, text: string) => string): Promise<Buffer> {
  const out: Record<string, string> = {};
  for (const [name] of parts(marked)) out[name] = change(name, await partText(marked, name));
  return zipOf(out);
}

test('our words are known by their mark in the text, whoever is said to have written them', async () => {
  const own = `<comments xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><authors><author>Bình</author></authors><commentList><comment ref="B5" authorId="0"><text><t>Hỏi lại chị Bình</t></text></comment></commentList></comments>`;
  const given = workbookParts({ 'Hồ sơ': sheetXml(ROWS) });
  const links = `<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="c" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/comments" Target="../comments1.xml"/></Relationships>`;
  const file = zipOf({ ...given, 'xl/comments1.xml': own, 'xl/worksheets/_rels/sheet1.xml.rels': links });
  const marked = await markWorkbook(file, [wrong({ row: 4, column: 'B' }), wrong({ row: 5, column: 'B' })]);
  const programs: readonly ((text: string) => string)[] = [
    // LibreOffice: no authors, one run for all
    (text) => text.replace(/<author>[^<]*<\/author>/g, '<author></author>').replace(/authorId="\d+"/g, 'authorId="0"'),
    // openpyxl: runs joined into one text
    (text) =>
      text
        .replace(
          /<text>([^]*?)<\/text>/g,
          (_whole, inner: string) =>
            `<text><t xml:space="preserve">${[...inner.matchAll(/<t[^>]*>([^<]*)</g)].map((one) => one[1]).join('')}</t></text>`,
        )
        .replace(/<author>[^<]*<\/author>/g, '<author>x</author>'),
    (text) => text.replaceAll('ô', '&#244;'),
  ];
  for (const program of programs) {
    const back = await rewritten(marked, (name, text) => (name.includes('comments') ? program(text) : text));
    const clean = await markWorkbook(back, []);
    const comments = await partText(clean, 'xl/comments1.xml');
    assert.deepEqual(
      [...comments.matchAll(/<comment ref="([^"]*)"/g)].map((one) => one[1]),
      ['B5'],
      'a balloon of ours alone is gone',
    );
    assert.match(comments, />Hỏi lại chị Bình</);
    assert.doesNotMatch(comments, /\[C.*ng Vụ\]|Không có ngày/);
    assert.doesNotMatch(await partText(clean, 'xl/drawings/vmlDrawing1.vml'), /<x:Row>3</);
  }
});

test("the user's own fill comes back when a cell is mended, whatever program had the file between", async () => {
  const fills = [
    '<patternFill patternType="solid"><fgColor rgb="FFFFFF00"/></patternFill>',
    '<patternFill patternType="solid"><fgColor theme="4" tint="0.5"/></patternFill>',
    '<gradientFill degree="90"><stop position="0"><color rgb="FFFFFFFF"/></stop><stop position="1"><color rgb="FF00FF00"/></stop></gradientFill>',
  ];
  const styles = STYLES.replace('<fills count="2">', '<fills count="5">')
    .replace('</fills>', `${fills.map((fill) => `<fill>${fill}</fill>`).join('')}</fills>`)
    .replace('<cellXfs count="3">', '<cellXfs count="6">')
    .replace(
      '</cellXfs>',
      `${fills.map((_fill, i) => `<xf numFmtId="49" fontId="0" fillId="${i + 2}" borderId="0" applyFill="1"/>`).join('')}</cellXfs>`,
    );
  const cell = (style: number): { xml: string } => ({ xml: `<c r="{at}" s="${style}" t="inlineStr"><is><t>x</t></is></c>` });
  const file = zipOf({
    ...workbookParts({ 'Hồ sơ': sheetXml({ 1: ['a'], 4: [cell(3), cell(4), cell(5), cell(1)] }) }),
    'xl/styles.xml': styles,
  });
  const all = ['A', 'B', 'C', 'D'].map((column) => wrong({ row: 4, column }));
  const fillsIn = async (bytes: Uint8Array): Promise<string[]> => {
    const book = await excelts(bytes);
    return ['A4', 'B4', 'C4', 'D4'].map((at) => JSON.stringify(book.getWorksheet('Hồ sơ')!.getCell(at).fill ?? null));
  };
  const before = await fillsIn(file);
  assert.equal(new Set(before).size, 4);
  const marked = await markWorkbook(file, all);
  for (const fill of await fillsIn(marked)) assert.match(fill, /FFFFC[8-B]C[4-7]|FFF[C-F]C[8-B]C[4-7]/);
  assert.deepEqual(await fillsIn(await markWorkbook(marked, [])), before);
  assert.deepEqual(await fillsIn(await markWorkbook(await markWorkbook(marked, all), [])), before, 'after two rounds too');
  // A program that drops fills and styles which no cell uses, and numbers the rest anew.
  const dropped = await rewritten(marked, (name, text) => {
    if (name !== 'xl/styles.xml') return text;
    let now = text;
    for (const fill of fills) now = now.replace(`<fill>${fill}</fill>`, '<fill><patternFill patternType="none"/></fill>');
    return now;
  });
  assert.deepEqual(await fillsIn(await markWorkbook(dropped, [])), before, 'also when nothing of it is left in the styles');
  // The words that remember it may have gone to the shared strings.
  const list = [...parts(marked).keys()].find((name) => /sheet[2-9]\.xml$/.test(name))!;
  const kept = [...(await partText(marked, list)).matchAll(/>(congvu-nen[^<]*)</g)].map((one) => one[1]!);
  assert.equal(kept.length, 3);
  const shared = await rewritten(marked, (name, text) => (name === list ? text.replace(/congvu-nen[^<]*/g, '') : text));
  const strings = `<sst xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main">${kept.map((text) => `<si><t>${text}</t></si>`).join('')}</sst>`;
  const moved = zipOf({
    ...Object.fromEntries(await Promise.all([...parts(shared).keys()].map(async (name) => [name, await partText(shared, name)] as const))),
    'xl/sharedStrings.xml': strings,
  });
  assert.deepEqual(await fillsIn(await markWorkbook(moved, [])), before);
});

test('a file in any dialect is marked: other names of parts, a prefix, UTF-16, rows in any order', async () => {
  const x = (text: string): string => text.replace(/<(\/?)(\w)/g, '<$1x:$2').replace('xmlns=', 'xmlns:x=');
  const sheet = `<worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><sheetData><row
 r="5"><c\n r = 'B5' t="inlineStr"><is><t>b</t></is></c><!-- <c r="A4"/> --></row><row r="4"><c r="C4" t="inlineStr"><is><t>c</t></is></c><c r="B4" t="inlineStr"><is><t>31/02/1999</t></is></c></row></sheetData></worksheet>`;
  const OFFICE = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
  const made = (content: string | Buffer): Buffer =>
    zipOf({
      '[Content_Types].xml': '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"></Types>',
      '_rels/.rels': `<Relationships xmlns="r"><Relationship Id="a" Type="${OFFICE}/officeDocument" Target="/book/So.xml"/></Relationships>`,
      'book/so.xml': `<workbook xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main" xmlns:r="${OFFICE}"><sheets><sheet name="Hồ sơ" sheetId="1" r:id="s"/></sheets></workbook>`,
      'book/_rels/so.xml.rels': `<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="s" Type="${OFFICE}/worksheet" Target="TRANG.xml"/><Relationship Id="t" Type="${OFFICE}/styles" Target="Styles.xml"/></Relationships>`,
      'book/trang.xml': content,
      'book/styles.xml': STYLES,
    });
  for (const content of [sheet, x(sheet), Buffer.from(`\ufeff<?xml version="1.0" encoding="UTF-16"?>${sheet}`, 'utf16le')]) {
    const marked = await markWorkbook(made(content), [
      wrong({ row: 4, column: 'B' }),
      wrong({ row: 4, column: 'A' }),
      wrong({ row: 7, column: 'B' }),
    ]);
    const text = await partText(marked, 'book/trang.xml');
    assert.doesNotMatch(text, /utf-16/i);
    assert.equal(text.match(/r="4"/g)!.length, 1, 'no second row 4');
    const [b4] = /<(?:x:)?c [^>]*"B4"[^>]*>/.exec(text)!;
    assert.match(b4, /s="[3-9]"/);
    assert.match(text, /<(?:x:)?c r="A4" s="[3-9]"\/>/);
    assert.match(text, /<(?:x:)?row r="7"><(?:x:)?c r="B7" s="[3-9]"\/><\/(?:x:)?row>/);
    assert.match(text, /<!-- <(?:x:)?c r="A4"\/> -->/, 'what stands in a comment is nobody’s cell');
    assert.match(text, /legacyDrawing [^>]*r:id="rIdCongVu/);
  }
});
