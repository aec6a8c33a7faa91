import assert from 'node:assert/strict';
import { randomBytes } from 'node:crypto';
import { test } from 'node:test';
import fc from 'fast-check';
import { zipOf } from '#base/zip-for-tests.ts';
import type { Lie } from '#base/zip-for-tests.ts';
import { columnLetter } from '#doors/workbook/reader/sheet-scanner.ts';
import { sheetXml, STYLES, workbookOf, workbookParts } from '#doors/workbook/workbook-for-tests.ts';
import { readSheets } from './read-sheets.ts';
import type { Counters, Line } from './read-sheets.ts';
import { HELD_PART_BYTES_MAX, ROWS_MAX } from './limits.ts';
import { frameCutter, frameReader, RowsOut, StringsOut } from './frames.ts';
import type { ScannedCell, ReportedRow } from './frames.ts';
import { sheetScanner } from './sheet-scanner.ts';

const SHEET = 'Hồ sơ';
const WIDEST = 120;

async function read(
  bytes: Buffer,
  names: readonly string[] = [],
): Promise<{ lines: Line[]; last: Line; counters: Counters; refusal: string | null }> {
  const lines: Line[] = [];
  await readSheets(
    bytes,
    WIDEST,
    (line) => {
      lines.push(line);
    },
    names,
  );
  const last = lines.at(-1)!;
  assert.ok(last.k === 'end' || last.k === 'refused', 'the last line says how it ended');
  return { lines, last, counters: last.counters, refusal: last.k === 'refused' ? last.code : null };
}
/** The cells of a workbook with this one sheet, by place. */
async function cellsOf(bytes: Buffer): Promise<Map<string, ScannedCell>> {
  const { lines, refusal } = await read(bytes);
  assert.equal(refusal, null);
  const rows: ReportedRow[] = [];
  const cut = frameCutter(
    frameReader(
      () => undefined,
      (_sheet, told) => rows.push(...told),
    ),
  );
  for (const line of lines) if (line.k === 'frame') cut(line.frame);
  return new Map(rows.flatMap(({ row, cells }) => cells.map((cell) => [`${columnLetter(cell[0])}${row}`, cell] as const)));
}
const oneSheet = (xml: string, strings: readonly string[] = []): Buffer => workbookOf({ [SHEET]: xml }, strings);
/** A sheet of one row with these cells. */
const oneRow = (...cells: readonly string[]): string => sheetXml({ 4: cells.map((xml) => ({ xml })) });

test('every type of cell is read as it stands, with its kind', async () => {
  const cells = await cellsOf(
    oneSheet(
      oneRow(
        '<c r="{at}" t="s"><v>1</v></c>',
        '<c r="{at}" t="inlineStr"><is><r><t>Nguyễn </t></r><r><rPr><b/></rPr><t xml:space="preserve"> Hoà</t></r></is></c>',
        '<c r="{at}"><v>2.34</v></c>',
        '<c r="{at}" s="2"><v>25569</v></c>',
        '<c r="{at}" t="b"><v>1</v></c>',
        '<c r="{at}" t="e"><v>#N/A</v></c>',
        '<c r="{at}" t="str"><f>A1&amp;"x"</f><v>a&amp;b &#7841;_x000D_</v></c>',
        '<c r="{at}"><v>4.4000000000000004</v></c>',
        '<c r="{at}" s="1"/>',
        "<c t='inlineStr'\n r='{at}'><is><t>nháy đơn</t></is></c>",
        '<c r="{at}" t="inlineStr"><is><t><![CDATA[a < b & c]]></t></is></c>',
        '<c r="{at}" t="d"><v>2024-09-05T00:00:00</v></c>',
        '<c r="{at}"><v>791234567.0</v></c>',
        '<c r="{at}"><v>8.012345678E9</v></c>',
        '<c r="{at}" s="2"><v>25569.0</v></c>',
        '<c r="{at}"><v>không phải số</v></c>',
        '<c r="{at}" t="b"><v>true</v></c>',
      ),
      ['<t>không dùng</t>', '<r><t>Trần</t></r><rPh sb="0" eb="1"><t>phiên âm</t></rPh><r><t xml:space="preserve"> Thị</t></r>'],
    ),
  );
  const expected: Record<string, readonly [string, string, 0 | 1, string?]> = {
    A4: ['Trần Thị', 't', 0],
    B4: ['Nguyễn  Hoà', 't', 0],
    C4: ['2.34', 'n', 0],
    D4: ['25569', 'd', 0, 'day'],
    E4: ['1', 'b', 0],
    F4: ['#N/A', 'e', 0],
    G4: ['a&b ạ\r', 't', 1],
    H4: ['4.4', 'n', 0],
    J4: ['nháy đơn', 't', 0],
    K4: ['a < b & c', 't', 0],
    L4: ['2024-09-05T00:00:00', 'd', 0, 'day'],
    M4: ['791234567', 'n', 0],
    N4: ['8012345678', 'n', 0],
    O4: ['25569', 'd', 0, 'day'],
    P4: ['không phải số', 't', 0],
    Q4: ['1', 'b', 0],
  };
  assert.deepEqual(
    Object.fromEntries([...cells].map(([at, [, text, kind, formula, shows]]) => [at, [text, kind, formula, ...(shows ? [shows] : [])]])),
    expected,
  );
});

test('a cell whose style strikes it through says so, of whatever type it is; one of another style does not', async () => {
  const fonts = '<fonts count="3"><font><sz val="11"/></font><font><strike/></font><font><strike val="0"/></font></fonts>';
  const styles = STYLES.replace(/<fonts.*<\/fonts>/, fonts).replace(
    '</cellXfs>',
    '<xf numFmtId="0" fontId="1"/><xf numFmtId="164" fontId="1"/><xf numFmtId="0" fontId="2"/></cellXfs>',
  );
  const cells = [
    '<c r="{at}" s="3" t="inlineStr"><is><t>Hà Nội</t></is></c>',
    '<c r="{at}" s="3"><v>1985</v></c>',
    '<c r="{at}" s="4"><v>36526</v></c>',
    '<c r="{at}" s="3" t="s"><v>0</v></c>',
    '<c r="{at}" s="5"><v>1986</v></c>',
    '<c r="{at}"><v>1987</v></c>',
  ];
  const parts = workbookParts({ [SHEET]: oneRow(...cells) }, ['<t>chung</t>']);
  const read = await cellsOf(zipOf({ ...parts, 'xl/styles.xml': styles }));
  assert.deepEqual(
    [...read.values()].map(([, text, kind, , shows, struck]) => [text, kind, shows, struck ?? 0]),
    [
      ['Hà Nội', 't', '', 1],
      ['1985', 'n', '', 1],
      ['36526', 'd', 'day', 1],
      ['chung', 't', '', 1],
      ['1986', 'n', '', 0],
      ['1987', 'n', '', 0],
    ],
  );
});

/** What a scanner tells of these pieces of a sheet, beside one shared string, "chung". */
function scanned(pieces: readonly Uint8Array[], limits: { readonly cellsLeft?: number; readonly charsLeft?: number } = {}): unknown {
  const rows: unknown[] = [];
  const cut = frameCutter(
    frameReader(
      () => undefined,
      (_sheet, told) => rows.push(...told.map(({ row, cells }) => [row, cells])),
    ),
  );
  const strings = new StringsOut(cut);
  strings.text.add('chung');
  strings.added(5);
  strings.end();
  const out = new RowsOut(0, cut);
  const needs = {
    sharedStrings: strings,
    dateStyles: [0, 0, 1],
    struckStyles: null,
    dateShift: 0,
    columnMax: 50,
    cellsLeft: 100,
    charsLeft: 10_000,
  };
  const scanner = sheetScanner({ ...needs, ...limits, out });
  for (const piece of pieces) scanner.write(piece);
  scanner.end();
  out.end();
  return [rows, scanner.merges];
}
const sheetOf = (cells: readonly string[]): Buffer =>
  Buffer.from(`<worksheet><sheetData><row r="1">${cells.join('')}</row></sheetData></worksheet>`);

test('text is told as it is shown: what is struck through, raised or lowered is no plain text', async () => {
  const run = (look: string, text: string): string => `<r><rPr>${look}</rPr><t>${text}</t></r>`;
  const cases: readonly (readonly [runs: string, shown: string])[] = [
    [run('<strike/>', '1985') + run('', '1986'), '1\u03369\u03368\u03365\u03361986'],
    [run('<b/><strike val="1"/>', 'An') + run('', ' Bé'), 'A\u0336n\u0336 Bé'],
    [run('<strike val="0"/>', '1985'), '1985'],
    [run('', '12') + run('<vertAlign val="superscript"/>', '2'), '12²'],
    [run('', 'H') + run('<vertAlign val="subscript"/>', '2') + run('', 'O'), 'H₂O'],
    [run('<vertAlign val="baseline"/>', '2'), '2'],
  ];
  for (const [runs, shown] of cases) {
    const inline = workbookOf({ [SHEET]: sheetXml({ 1: [{ xml: `<c r="{at}" t="inlineStr"><is>${runs}</is></c>` }] }) });
    const shared = workbookOf({ [SHEET]: sheetXml({ 1: [{ xml: '<c r="{at}" t="s"><v>0</v></c>' }] }) }, [runs]);
    for (const file of [inline, shared]) assert.equal((await cellsOf(file)).get('A1')?.[1], shown, runs);
  }
});

test('a number with a percent format is told with it, in a workbook of either calendar', async () => {
  const styles = STYLES.replace('numFmtId="164" fontId="0"', 'numFmtId="9" fontId="0"');
  const cells = { xml: '<c r="{at}" s="2"><v>0.07</v></c>' };
  const slow = { xml: '<c s="2" r="{at}" ><v>1</v></c>' };
  for (const calendar of ['', '<workbookPr date1904="1"/>']) {
    const parts = workbookParts({ [SHEET]: sheetXml({ 1: [cells, slow] }) });
    const main = String(parts['xl/workbook.xml']).replace('<sheets>', `${calendar}<sheets>`);
    const read = await cellsOf(zipOf({ ...parts, 'xl/workbook.xml': main, 'xl/styles.xml': styles }));
    assert.deepEqual(read.get('A1')?.slice(1), ['0.07', 'n', 0, 'percent']);
    assert.deepEqual(read.get('B1')?.slice(1), ['1', 'n', 0, 'percent']);
  }
});

test('a cell tells the same read byte by byte or the slow way', () => {
  const text = fc.string({ unit: fc.constantFrom('a', 'ạ', '😀', '1', '.', ' ', '_', '_x0041_', '&amp;', '&#7841;', 'x', '\u0000') });
  const attributes = fc.constantFrom('', ' s="1"', ' s="2"', ' t="n"', ' s="2" t="n"', ' t="b"', ' t="e"', ' t="str"', ' t="d"');
  const value = fc.oneof(text, fc.double({ noNaN: true }).map(String));
  const cell = fc.oneof(
    fc.tuple(attributes, value).map(([more, one]) => [more, `<v>${one}</v>`]),
    text.map((one) => [' t="inlineStr"', `<is><t>${one}</t></is>`]),
    text.map((one) => [' t="inlineStr"', `<is><t xml:space="preserve">${one}</t></is>`]),
    fc.constantFrom([' t="s"', '<v>0</v>'], [' s="1" t="s"', '<v></v>'], ['', ''], ['', '<f>A1</f><v>7</v>']),
  );
  const isRefused = (bytes: Buffer): unknown => {
    try {
      return scanned([bytes]);
    } catch (error) {
      return String(error);
    }
  };
  fc.assert(
    fc.property(fc.array(cell, { maxLength: 20 }), fc.boolean(), (cells, named) => {
      const made = (extra: string): Buffer =>
        sheetOf(cells.map(([more, inner], i) => `<c${named ? ` r="${columnLetter(i * 2 + 1)}1"` : ''}${more}${extra}>${inner}</c>`));
      // An attribute that is nobody's sends a cell the slow way.
      assert.deepEqual(isRefused(made(' ')), isRefused(made(' zz="1"')));
      assert.deepEqual(isRefused(made('')), isRefused(made(' zz="1"')));
    }),
    { numRuns: 500 },
  );
});

test('cells and characters are counted as they come: one endless row is refused too', () => {
  const many = sheetOf(Array.from({ length: 50 }, () => '<c><v>1</v></c>'));
  assert.throws(() => scanned([many], { cellsLeft: 49 }), { code: 'E-WORKBOOK-TOO-LONG' });
  assert.doesNotThrow(() => scanned([many], { cellsLeft: 50 }));
  assert.throws(() => scanned([many], { cellsLeft: 50, charsLeft: 49 }), { code: 'E-WORKBOOK-BOMB' });
});

test('200,001 rows with a value are refused', async () => {
  const rows = Array.from({ length: ROWS_MAX + 1 }, (_, i) => `<row r="${i + 1}"><c r="A${i + 1}"><v>${(i * 7919) % 9973}</v></c></row>`);
  const { refusal, counters } = await read(oneSheet(`<worksheet><sheetData>${rows.join('')}</sheetData></worksheet>`));
  assert.deepEqual([refusal, counters.rows], ['E-WORKBOOK-TOO-LONG', ROWS_MAX + 1]);
});

test('a frame that does not hold what it says is not believed', async () => {
  const { lines } = await read(oneSheet(oneRow('<c r="{at}" t="s"><v>0</v></c>', '<c r="{at}"><v>2.5</v></c>'), ['<t>chung</t>']));
  const frames = lines.flatMap((line) => (line.k === 'frame' ? [Buffer.from(line.frame)] : []));
  assert.equal(frames.length, 2);
  // In rows: the numbers of rows and cells, cells of the row, kind of the first cell, its shared string, length of the second's text.
  const lies = [
    [1, 0, 0x7ffffff8],
    [0, 2, 9],
    [1, 3, 9],
    [1, 4, 9],
    [1, 6, 9],
    [1, 7, 63],
    [1, 8, 9],
    [1, 10, 99],
    [0, 3, 99],
  ] as const;
  for (const [which, place, lie] of lies) {
    const spoilt = frames.map((frame) => Buffer.from(frame));
    spoilt[which]!.writeUInt32LE(lie, (place === 0 ? 1 : place) * 4);
    const cut = frameCutter(
      frameReader(
        () => undefined,
        () => undefined,
      ),
    );
    assert.throws(() => spoilt.forEach((frame) => cut(frame)), RangeError, `place ${place} of frame ${which}`);
  }
});

test('a sheet gives the same rows however it is cut into pieces', () => {
  const xml = Buffer.from(
    sheetXml(
      { 1: ['ngaySinh', 'hoTen'], 4: [{ xml: '<c r="{at}" t="s"><v>0</v></c>' }, 'Đặng Thị Hoà', 7], 9: ['<&>"'] },
      '<mergeCells count="1"><mergeCell ref="A4:B4"/></mergeCells>',
    ),
  );
  const whole = scanned([xml]);
  for (let cut = 1; cut < xml.length; cut++) assert.deepEqual(scanned([xml.subarray(0, cut), xml.subarray(cut)]), whole, `cut at ${cut}`);
  assert.deepEqual(scanned([...xml].map((byte) => Uint8Array.of(byte))), whole);
});

test('elements under a namespace prefix are the same elements', async () => {
  const xml =
    '<x:worksheet xmlns:x="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><x:sheetData><x:row r="2"><x:c r="B2" t="inlineStr"><x:is><x:t>Lê</x:t></x:is></x:c></x:row></x:sheetData></x:worksheet>';
  assert.equal((await cellsOf(oneSheet(xml))).get('B2')?.[1], 'Lê');
});

test('a value in column XFD on 20,000 rows is refused before 1 % of the sheet is read (T19)', async () => {
  const rows = Array.from(
    { length: 20_000 },
    (_, i) =>
      `<row r="${i + 1}"><c r="A${i + 1}"><v>${(i * 7919) % 100_003}</v></c><c r="XFD${i + 1}"><v>${(i * 104_729) % 99_991}</v></c></row>`,
  ).join('');
  const xml = `<worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><sheetData>${rows}</sheetData></worksheet>`;
  const file = oneSheet(xml);
  assert.ok(file.length > 150_000, `${file.length} bytes`);
  const { refusal, counters } = await read(file);
  assert.equal(refusal, 'E-WORKBOOK-TOO-WIDE');
  assert.ok(counters.cells <= 200 && counters.rows <= 200, `cells ${counters.cells}`);
  assert.ok(counters.inflated < xml.length / 100 + 4_000, `${counters.inflated} of ${xml.length} bytes inflated`);
});

test('1,048,576 empty styled rows cost time but no rows, and no memory', async () => {
  const rows: string[] = [];
  for (let row = 1; row <= 1_048_576; row++) rows.push(`<row r="${row}" s="1" customFormat="1"/>`);
  const { refusal, counters } = await read(oneSheet(`<worksheet xmlns="a"><sheetData>${rows.join('')}</sheetData></worksheet>`));
  assert.equal(refusal, null);
  assert.deepEqual([counters.rowElements, counters.rows, counters.cells], [1_048_576, 0, 0]);
});

test('more row elements than Excel has rows are refused, also when each says that it is row 4', async () => {
  const rows: string[] = [];
  for (let i = 0; i <= 1_048_576; i++) rows.push(`<row r="4" ht="${(i * 7919) % 99_991}"/>`);
  const { refusal, counters } = await read(oneSheet(`<worksheet xmlns="a"><sheetData>${rows.join('')}</sheetData></worksheet>`));
  assert.equal(refusal, 'E-WORKBOOK-TOO-LONG');
  assert.deepEqual([counters.rows, counters.cells], [0, 0]);
});

test('sheets that nobody asked for are named and never opened', async () => {
  const { lines, counters, refusal } = await read(
    workbookOf({ [SHEET]: sheetXml({ 1: ['a'] }), 'Bảng riêng': '<!DOCTYPE x><not-a-sheet>' }),
    [SHEET],
  );
  assert.equal(refusal, null);
  assert.deepEqual(
    lines.flatMap((line) => (line.k === 'sheet' ? [line.name] : [])),
    [SHEET, 'Bảng riêng'],
  );
  assert.equal(counters.rows, 1);
});

const PLAIN = sheetXml({ 1: ['a'] });
const lying = (lie: Lie): Buffer => zipOf({ ...workbookParts({ [SHEET]: PLAIN }), 'xl/worksheets/sheet1.xml': { content: PLAIN, lie } });
const withPart = (name: string, content = 'x'): Buffer => zipOf({ ...workbookParts({ [SHEET]: PLAIN }), [name]: content });
const compound = (stream: string): Buffer =>
  Buffer.concat([Buffer.from('d0cf11e0a1b11ae1', 'hex'), Buffer.alloc(600), Buffer.from(stream, 'utf16le'), Buffer.alloc(100)]);

const HOSTILE: Readonly<Record<string, readonly [code: string, bytes: () => Buffer]>> = {
  'an empty file': ['E-WORKBOOK-NOT-ONE', () => Buffer.alloc(0)],
  'a text file': ['E-WORKBOOK-NOT-ONE', () => Buffer.from('họ tên;ngày sinh\n'.repeat(20))],
  'a zip that is no workbook': ['E-WORKBOOK-NOT-ONE', () => zipOf({ 'a.txt': 'a' })],
  'an old .xls': ['E-WORKBOOK-OLD-FORMAT', () => compound('Workbook')],
  'a password': ['E-WORKBOOK-PASSWORD', () => compound('EncryptedPackage')],
  'a part under a zip password': ['E-WORKBOOK-PASSWORD', () => lying({ flags: 0x801 })],
  macros: ['E-WORKBOOK-MACRO', () => withPart('xl/vbaProject.bin')],
  'links to other files': ['E-WORKBOOK-LINKS', () => withPart('xl/externalLinks/externalLink1.xml')],
  'embedded objects': ['E-WORKBOOK-EMBEDDED', () => withPart('xl/embeddings/oleObject1.bin')],
  'a name that climbs': ['E-WORKBOOK-UNSAFE', () => withPart('xl/../../etc/passwd')],
  'an absolute name': ['E-WORKBOOK-UNSAFE', () => withPart('/etc/passwd')],
  'a name with a backslash': ['E-WORKBOOK-UNSAFE', () => withPart('xl\\..\\a')],
  'two names for one part': ['E-WORKBOOK-UNSAFE', () => lying({ localName: 'xl/worksheets/other1.xml' })],
  'names that differ by case': ['E-WORKBOOK-UNSAFE', () => withPart('xl/Workbook.xml')],
  'overlapping parts': [
    'E-WORKBOOK-BOMB',
    () => zipOf({ ...workbookParts({ [SHEET]: PLAIN }), 'a.xml': { content: 'x', lie: { compressedBytes: 20 } }, 'b.xml': 'y' }),
  ],
  'a part that declares 4 GB': ['E-WORKBOOK-BOMB', () => lying({ declaredBytes: 0xfffffff0 })],
  'a part that declares less than it holds': ['E-WORKBOOK-BOMB', () => lying({ declaredBytes: 10 })],
  'a part that declares more than it holds': ['E-WORKBOOK-BROKEN', () => lying({ declaredBytes: 100_000 })],
  'a wrong checksum': ['E-WORKBOOK-BROKEN', () => lying({ crc: 1 })],
  'an unknown compression': ['E-WORKBOOK-BROKEN', () => lying({ method: 12 })],
  'a part packed 1000 to 1': ['E-WORKBOOK-BOMB', () => withPart('xl/media/a.bmp', '0'.repeat(4_000_000))],
  'too many parts': [
    'E-WORKBOOK-BOMB',
    () => zipOf({ ...workbookParts({ [SHEET]: PLAIN }), ...Object.fromEntries(Array.from({ length: 1_001 }, (_, i) => [`p${i}`, ''])) }),
  ],
  'zip64 sizes': ['E-WORKBOOK-UNSAFE', () => lying({ declaredBytes: 0xffffffff })],
  'a DOCTYPE in a sheet': [
    'E-WORKBOOK-UNSAFE',
    () => oneSheet(`<!DOCTYPE x [<!ENTITY a "b">]>${PLAIN.slice(PLAIN.indexOf('<worksheet'))}`),
  ],
  'a DOCTYPE in the shared strings': [
    'E-WORKBOOK-UNSAFE',
    () =>
      zipOf({
        ...workbookParts({ [SHEET]: PLAIN }),
        'xl/sharedStrings.xml': '<!DOCTYPE lolz [<!ENTITY lol "lol">]><sst><si><t>&lol;</t></si></sst>',
      }),
  ],
  'a DOCTYPE in the workbook part': [
    'E-WORKBOOK-UNSAFE',
    () => zipOf({ ...workbookParts({ [SHEET]: PLAIN }), 'xl/workbook.xml': '<!DOCTYPE x SYSTEM "http://127.0.0.1/x"><workbook/>' }),
  ],
  'a sheet in UTF-32': [
    'E-WORKBOOK-ENCODING',
    () => zipOf({ ...workbookParts({ [SHEET]: PLAIN }), 'xl/worksheets/sheet1.xml': Buffer.from('fffe00003c000000', 'hex') }),
  ],
  'half a character of UTF-16': [
    'E-WORKBOOK-ENCODING',
    () =>
      zipOf({ ...workbookParts({ [SHEET]: PLAIN }), 'xl/worksheets/sheet1.xml': Buffer.from(`\ufeff${PLAIN}`, 'utf16le').subarray(0, -1) }),
  ],
  'an encoding of old': ['E-WORKBOOK-ENCODING', () => oneSheet(PLAIN.replace('UTF-8', 'windows-1258'))],
  'bytes that are no UTF-8': [
    'E-WORKBOOK-UNSAFE',
    () =>
      zipOf({ ...workbookParts({ [SHEET]: PLAIN }), 'xl/worksheets/sheet1.xml': Buffer.from(PLAIN.replace('>a<', '>\xc3(<'), 'latin1') }),
  ],
  'a sheet that was cut': ['E-WORKBOOK-BROKEN', () => oneSheet(PLAIN.slice(0, -20))],
  'a shared string that is not there': ['E-WORKBOOK-BROKEN', () => oneSheet(oneRow('<c r="{at}" t="s"><v>5</v></c>'))],
  'a row number beyond all': ['E-WORKBOOK-BROKEN', () => oneSheet(sheetXml({ 2_000_000: ['a'] }))],
  'a cell that never ends': [
    'E-WORKBOOK-BROKEN',
    () => oneSheet(`<worksheet><sheetData><row r="1"><c r="A1" t="inlineStr"><is><t>${'ă'.repeat(500_000)}`),
  ],
  'one long string in very many cells': [
    'E-WORKBOOK-BOMB',
    () =>
      oneSheet(
        `<worksheet><sheetData>${Array.from({ length: 70 }, (_, row) => `<row r="${row + 1}">${Array.from({ length: 100 }, () => '<c t="s"><v>0</v></c>').join('')}</row>`).join('')}</sheetData></worksheet>`,
        [`<t>${'x'.repeat(31_000)}</t>`],
      ),
  ],
};
for (const [what, [code, bytes]] of Object.entries(HOSTILE)) {
  test(`refused: ${what}`, async () => {
    assert.equal((await read(bytes())).refusal, code);
  });
}

test('a file that was cut anywhere is refused, never half read', async () => {
  const file = oneSheet(PLAIN);
  for (let length = 0; length < file.length; length += 7)
    assert.notEqual((await read(file.subarray(0, length))).refusal, null, `cut to ${length} bytes`);
});

test('whatever bytes of a file are spoilt, it is read or refused: never a crash, and never beyond the limits', async () => {
  const file = workbookOf({ [SHEET]: sheetXml({ 1: ['soDinhDanh', 'hoTen'], 2: ['Số', 'Tên'], 4: ['000123456789', 'Nguyễn Thị Hoà'] }) }, [
    '<t>a</t>',
  ]);
  await fc.assert(
    fc.asyncProperty(fc.array(fc.tuple(fc.nat(file.length - 1), fc.nat(255)), { minLength: 1, maxLength: 12 }), async (changes) => {
      const spoilt = Buffer.from(file);
      for (const [at, byte] of changes) spoilt[at] = byte;
      const { counters } = await read(spoilt);
      assert.ok(counters.inflated <= 100_000 && counters.cells <= 6);
    }),
    { numRuns: 300 },
  );
});

test('whatever stands in the XML of a sheet, it is read or refused', async () => {
  const bits = fc.constantFrom(
    '<row r="1">',
    '</row>',
    '<c r="A1">',
    '<c',
    ' t="s"',
    '>',
    '</c>',
    '<v>',
    '0',
    '</v>',
    '<is><t>',
    '</t></is>',
    '<!--',
    '-->',
    '<![CDATA[',
    ']]>',
    '&amp;',
    '&#0;',
    '<row',
    '/>',
    '<c r="ZZZ9"/>',
    '<mergeCell ref="">',
    '</sheetData>',
    '</worksheet>',
    '<f>',
    '\u0000',
    'ạ',
  );
  await fc.assert(
    fc.asyncProperty(fc.array(bits, { maxLength: 40 }), async (parts) => {
      await read(oneSheet(`<worksheet><sheetData>${parts.join('')}</sheetData></worksheet>`));
    }),
    { numRuns: 300 },
  );
});

test('a part that would be held whole is refused by the size that it declares, before any of it is inflated', async () => {
  // Not so small that it would be refused as a bomb.
  const content = randomBytes(420_000);
  const parts = (declaredBytes: number) => ({
    ...workbookParts({ 'Hồ sơ': sheetXml({ 1: ['a'] }) }),
    'xl/styles.xml': { content, lie: { declaredBytes } },
  });
  assert.equal((await read(zipOf(parts(HELD_PART_BYTES_MAX + 1)))).refusal, 'E-WORKBOOK-TOO-LONG');
  assert.notEqual((await read(zipOf(parts(HELD_PART_BYTES_MAX)))).refusal, 'E-WORKBOOK-TOO-LONG');
});
