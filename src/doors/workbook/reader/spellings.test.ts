/** XML is read by its grammar: whatever legal spelling a program chose, the same sheet is the same rows; what is not known is refused by name. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { zipOf } from '#base/zip-for-tests.ts';
import type { Part } from '#base/zip-for-tests.ts';
import { STYLES, sheetXml, workbookOf, workbookParts } from '#doors/workbook/workbook-for-tests.ts';
import { frameCutter, frameReader } from './frames.ts';
import { readSheets } from './read-sheets.ts';
import type { Line } from './read-sheets.ts';
import { columnLetter } from './sheet-scanner.ts';
import { escapeXml } from './xml-text.ts';

const MAIN = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';
const OFFICE = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';

/** Every row with its cells, or the refusal. */
async function told(bytes: Buffer): Promise<unknown> {
  const rows: unknown[] = [];
  const cut = frameCutter(
    frameReader(
      () => undefined,
      (_sheet, some) => rows.push(...some.map(({ row, cells }) => [row, cells])),
    ),
  );
  let last = null as Line | null;
  await readSheets(bytes, 100, (line) => {
    last = line;
    if (line.k === 'frame') cut(line.frame);
  });
  return last!.k === 'refused' ? [last!.code, last!.params] : rows;
}

/** What a sheet says, before it is spelt: by row, by column. */
type Said =
  | { readonly kind: 'text'; readonly text: string }
  | { readonly kind: 'number'; readonly value: number }
  | { readonly kind: 'date'; readonly serial: number }
  | { readonly kind: 'logical'; readonly is: boolean }
  | { readonly kind: 'error' };
type Sheet = readonly (readonly [row: number, cells: readonly (readonly [column: number, said: Said])[]])[];

const TEXTS = [
  'Nguyễn Văn Hoà',
  'a < b & "c"',
  "H'Hen Niê",
  ']]>',
  '  hai  đầu ',
  'dòng 1\ndòng 2',
  '😀',
  '1.0',
  '<row r="9"><c r="A9"/></row>',
];
const said: fc.Arbitrary<Said> = fc.oneof(
  fc.constantFrom(...TEXTS).map((text) => ({ kind: 'text' as const, text })),
  fc.constantFrom(1, 0, 1983, 791234567, 8012345678, 2.34, -5, 0.5).map((value) => ({ kind: 'number' as const, value })),
  fc.constantFrom(30317, 46154, 46154.5).map((serial) => ({ kind: 'date' as const, serial })),
  fc.boolean().map((is) => ({ kind: 'logical' as const, is })),
  fc.constant({ kind: 'error' as const }),
);
const sheet: fc.Arbitrary<Sheet> = fc
  .uniqueArray(
    fc.tuple(
      fc.integer({ min: 1, max: 12 }),
      fc.uniqueArray(fc.tuple(fc.integer({ min: 1, max: 30 }), said), { minLength: 1, maxLength: 5, selector: ([column]) => column }),
    ),
    {
      minLength: 1,
      maxLength: 5,
      selector: ([row]) => row,
    },
  )
  .map((rows) => [...rows].sort((a, b) => a[0] - b[0]).map(([row, cells]) => [row, [...cells].sort((a, b) => a[0] - b[0])] as const));

/** The sheet as nearly all programs write it. */
function plainly(rows: Sheet): string {
  return `<worksheet xmlns="${MAIN}"><sheetData>${rows
    .map(
      ([row, cells]) =>
        `<row r="${row}">${cells
          .map(([column, one]) => {
            const at = `${columnLetter(column)}${row}`;
            if (one.kind === 'text') return `<c r="${at}" t="inlineStr"><is><t xml:space="preserve">${escapeXml(one.text)}</t></is></c>`;
            if (one.kind === 'number') return `<c r="${at}"><v>${one.value}</v></c>`;
            if (one.kind === 'date') return `<c r="${at}" s="2"><v>${one.serial}</v></c>`;
            return one.kind === 'logical' ? `<c r="${at}" t="b"><v>${one.is ? 1 : 0}</v></c>` : `<c r="${at}" t="e"><v>#N/A</v></c>`;
          })
          .join('')}</row>`,
    )
    .join('')}</sheetData></worksheet>`;
}

type Pick = <T>(...choices: readonly T[]) => T;

/** The same sheet in one of its other legal spellings. */
function anyhow(rows: Sheet, pick: Pick): string {
  const prefix = pick('', '', 'x:', 'bang.tinh-1:');
  const space = (): string => pick('', '', ' ', '\n', '\t ', '\r\n');
  const gap = (): string => pick(' ', ' ', '\n', '  ', '\r\n\t');
  const between = (): string => pick('', '', '', '\n  ', '<!-- <c r="A1"><v>9</v></c> -->', '<?php <row r="1"> ?>', '<!--</row>-->');
  const attribute = (name: string, value: string): string => {
    const text = pick(
      value,
      value,
      value.replace(/[A-Z0-9]/, (sign) => `&#${sign.codePointAt(0)};`),
      value.replace(/[0-9]/, (sign) => `&#x${sign.codePointAt(0)!.toString(16)};`),
    );
    return `${gap()}${name}${space()}=${space()}${pick(`"${text}"`, `'${text}'`)}`;
  };
  const shuffled = (attributes: readonly string[]): string => (pick(true, false) ? [...attributes].reverse() : attributes).join('');
  const element = (name: string, attributes: readonly string[], inner: string): string => {
    if (inner === '' && pick(true, false)) return `<${prefix}${name}${shuffled(attributes)}${space()}/>`;
    return `<${prefix}${name}${shuffled(attributes)}${space()}>${inner}</${prefix}${name}${space()}>`;
  };
  /** Cuts between characters. */
  const cut = (text: string, at: number): readonly [string, string] => {
    const signs = [...text];
    return [signs.slice(0, at).join(''), signs.slice(at).join('')];
  };
  const letters = (text: string): string => {
    const escaped = escapeXml(text);
    if (text.includes(']]>') || text === '') return escaped;
    return pick(
      escaped,
      `<![CDATA[${text}]]>`,
      `${escapeXml(cut(text, 2)[0])}<!-- giữa --><![CDATA[${cut(text, 2)[1]}]]>`,
      [...text].map((sign) => `&#${sign.codePointAt(0)};`).join(''),
      [...text].map((sign) => `&#x${sign.codePointAt(0)!.toString(16)};`).join(''),
      text.includes('\n') ? escaped.replaceAll('\n', '\r\n') : escaped,
    );
  };
  const text = (words: string): readonly [attributes: string[], inner: string] => {
    const t = (part: string): string => element('t', pick([], [attribute('xml:space', 'preserve')]), letters(part));
    const run = (part: string): string => element('r', [], element('rPr', [], element('b', [], '')) + t(part));
    return pick<() => readonly [string[], string]>(
      () => [[attribute('t', 'inlineStr')], element('is', [], between() + t(words) + between())],
      () => [[attribute('t', 'inlineStr')], element('is', [], run(cut(words, 3)[0]) + between() + run(cut(words, 3)[1]))],
      () => [
        [attribute('t', 'inlineStr')],
        element(
          'is',
          [],
          t(cut(words, 1)[0]) + run(cut(words, 1)[1]) + element('rPh', [attribute('sb', '0'), attribute('eb', '1')], t('âm')),
        ),
      ],
      () => [[attribute('t', 'inlineStr')], element('v', [], letters(words))],
      () => [[attribute('t', 'str')], element('v', [], letters(words))],
    )();
  };
  const number = (value: number): string => {
    const plain = String(value);
    const exponent = value.toExponential();
    return pick(
      plain,
      Number.isInteger(value) ? `${plain}.0` : `${plain}00`,
      exponent,
      exponent.toUpperCase(),
      ` ${plain}\n`,
      `<![CDATA[${plain}]]>`,
      `${plain}<!-- đây -->`,
    );
  };
  const cellOf = (row: number, column: number, one: Said): string => {
    const at = attribute('r', pick(`${columnLetter(column)}${row}`, `${columnLetter(column).toLowerCase()}${row}`));
    const [attributes, inner] =
      one.kind === 'text'
        ? text(one.text)
        : one.kind === 'number'
          ? [pick([], [attribute('t', 'n')]), element('v', [], number(one.value))]
          : one.kind === 'date'
            ? [[attribute('s', '2')], element('v', [], number(one.serial))]
            : one.kind === 'logical'
              ? [[attribute('t', 'b')], element('v', [], one.is ? pick('1', 'true') : pick('0', 'false'))]
              : [[attribute('t', 'e')], element('v', [], '#N/A')];
    const more = pick<string[]>([], [attribute('cm', '1')], [`${gap()}cau:hoi="a > b"${gap()}xmlns:cau="urn:cau"`]);
    return element('c', [at, ...attributes, ...more], between() + inner + between());
  };
  const rowOf = (row: number, cells: Sheet[number][1]): string =>
    element(
      'row',
      [
        attribute('r', String(row)),
        ...pick<string[]>([], [attribute('spans', '1:30')], [attribute('ht', '15'), attribute('customHeight', '1')]),
      ],
      between() + cells.map(([column, one]) => cellOf(row, column, one)).join(between()) + between(),
    );
  const head = pick(
    '',
    '<?xml version="1.0"?>',
    "<?xml version='1.0' encoding='utf-8' standalone='yes' ?>\n",
    '\ufeff<?xml version="1.0" encoding="UTF-8"?>',
  );
  const names = prefix === '' ? `xmlns="${MAIN}"` : `xmlns:${prefix.slice(0, -1)}="${MAIN}"`;
  const before = pick(
    '',
    element('dimension', [attribute('ref', 'A1')], ''),
    element('cols', [], element('col', [attribute('min', '1'), attribute('max', '2')], '')),
  );
  const after = pick(
    '',
    `<${prefix}extLst><${prefix}ext uri="x"><la:row xmlns:la="urn:la" r="2"><la:c r="A2"><la:v>7</la:v></la:c></la:row></${prefix}ext></${prefix}extLst>`,
  );
  const body = element('sheetData', [], between() + rows.map(([row, cells]) => rowOf(row, cells)).join(between()) + between());
  return `${head}${pick('', '<!-- đầu tệp -->')}<${prefix}worksheet${gap()}${names}${space()}>${before}${body}${after}</${prefix}worksheet>${pick('', '\n<!-- hết -->\n')}`;
}

const inFile = (xml: string, encode: 'utf8' | 'utf16le' | 'utf16be' = 'utf8'): Buffer => {
  const text = encode === 'utf8' ? xml : `\ufeff${xml.replace(/^\ufeff/, '').replace(/encoding=(["'])utf-8\1/i, 'encoding="UTF-16"')}`;
  const bytes = Buffer.from(text, encode === 'utf8' ? 'utf8' : 'utf16le');
  return zipOf({ ...workbookParts({ 'Hồ sơ': '' }), 'xl/worksheets/sheet1.xml': encode === 'utf16be' ? bytes.swap16() : bytes });
};

test('a sheet in any legal spelling is the same sheet', async () => {
  await fc.assert(
    fc.asyncProperty(
      sheet,
      fc.infiniteStream(fc.nat(1000)),
      fc.constantFrom('utf8' as const, 'utf8' as const, 'utf16le' as const, 'utf16be' as const),
      async (rows, stream, encode) => {
        const pick: Pick = (...choices) => choices[stream.next().value! % choices.length]!;
        const xml = anyhow(rows, pick);
        assert.deepEqual(await told(inFile(xml, encode)), await told(inFile(plainly(rows))), xml);
      },
    ),
    { numRuns: 400 },
  );
});

test('shared strings in any legal spelling are the same strings', async () => {
  const cells = sheetXml({ 4: [0, 1, 2, 3, 4].map((i) => ({ xml: `<c r="{at}" t="s"><v>${i}</v></c>` })) });
  const wanted = await told(
    workbookOf(
      { 'Hồ sơ': cells },
      ['a', 'b & c', '', 'đ', 'e'].map((text) => `<t>${escapeXml(text)}</t>`),
    ),
  );
  const spellings = [
    `<sst xmlns="${MAIN}"><si><t>a</t></si><si\n><t\n>b &#38; c</t ></si ><si/><si><r><t>đ</t></r></si><si><t xml:space='preserve'>e</t></si></sst>`,
    `<x:sst xmlns:x="${MAIN}">\n<!-- <si> --><x:si><x:t>a</x:t></x:si><x:si><x:t><![CDATA[b & c]]></x:t></x:si><x:si><x:t/></x:si><x:si><x:t>đ</x:t><x:phoneticPr fontId="1"/></x:si><x:si><x:t>e</x:t></x:si>\n</x:sst>`,
    `<?xml version="1.0"?><sst xmlns="${MAIN}" xmlns:y="${MAIN}" count="5"><y:si><y:t>a</y:t></y:si><si><t>b <!-- và -->&amp; c</t></si><si><t></t></si><si><t>&#273;</t></si><si><t>e</t></si><extLst><ext uri="a"/></extLst></sst>`,
  ];
  for (const xml of spellings)
    assert.deepEqual(await told(zipOf({ ...workbookParts({ 'Hồ sơ': cells }), 'xl/sharedStrings.xml': xml })), wanted, xml);
});

test('a form that is not known is refused by its name, never left out', async () => {
  const cell = (xml: string): string => sheetXml({ 4: [{ xml }] });
  const cases: readonly (readonly [xml: string, code: string, form?: string])[] = [
    [cell('<c r="{at}" t="richText"><v>x</v></c>'), 'E-WORKBOOK-UNKNOWN-FORM', 'c[@t="richText"]'],
    [cell('<c r="{at}"><value>5</value></c>'), 'E-WORKBOOK-UNKNOWN-FORM', 'c/value'],
    [cell('<c r="{at}">5</c>'), 'E-WORKBOOK-UNKNOWN-FORM', 'c/text()'],
    [cell('<c r="{at}" t="inlineStr"><is><b>x</b></is></c>'), 'E-WORKBOOK-UNKNOWN-FORM', 'is/b'],
    [cell('<c r="{at}" t="b"><v>2</v></c>'), 'E-WORKBOOK-UNKNOWN-FORM', 'c[@t="b"]/v'],
    [cell('<c r="{at}"><v>5</v><is><t>năm</t></is></c>'), 'E-WORKBOOK-UNKNOWN-FORM', 'c[@t="n"]/is'],
    [cell('<c r="$A$4"><v>5</v></c>'), 'E-WORKBOOK-UNKNOWN-FORM', 'c/@r'],
    [cell('<x r="{at}"><v>5</v></x>'), 'E-WORKBOOK-UNKNOWN-FORM', 'row/x'],
    [cell('<la:c xmlns:la="urn:la" r="{at}"><la:v>5</la:v></la:c>'), 'E-WORKBOOK-UNKNOWN-FORM', 'row/{la:c}'],
    [cell('chữ'), 'E-WORKBOOK-UNKNOWN-FORM', 'row/text()'],
    [`<worksheet xmlns="${MAIN}"><sheetData><rows r="1"/></sheetData></worksheet>`, 'E-WORKBOOK-UNKNOWN-FORM', 'sheetData/rows'],
    [`<worksheet xmlns="${MAIN}"><row r="1"><c r="A1"><v>1</v></c></row></worksheet>`, 'E-WORKBOOK-UNKNOWN-FORM', 'worksheet/row'],
    [
      `<worksheet xmlns="${MAIN}"><sheetData/><sheetData><row r="1"/></sheetData></worksheet>`,
      'E-WORKBOOK-UNKNOWN-FORM',
      'worksheet/sheetData',
    ],
    [`<worksheet xmlns="${MAIN}"><sheetData><row r="một"/></sheetData></worksheet>`, 'E-WORKBOOK-UNKNOWN-FORM', 'row/@r'],
    [cell('<c r="A5"><v>5</v></c>'), 'E-WORKBOOK-BROKEN'],
    [cell('<c r="{at}" r="{at}"><v>5</v></c>'), 'E-WORKBOOK-BROKEN'],
    [cell('<c r={at}><v>5</v></c>'), 'E-WORKBOOK-BROKEN'],
    [cell('<c r="{at}"><v>5</w></c>'), 'E-WORKBOOK-BROKEN'],
    [cell('<c r="{at}" t="str"><v>a &nbsp; b</v></c>'), 'E-WORKBOOK-BROKEN'],
    [cell('<c r="{at}" t="str"><v>a & b</v></c>'), 'E-WORKBOOK-BROKEN'],
    [cell('<y:c r="{at}"><y:v>5</y:v></y:c>'), 'E-WORKBOOK-BROKEN'],
    [`<worksheet xmlns="${MAIN}"><sheetData><row r="1"></sheetData></row></worksheet>`, 'E-WORKBOOK-BROKEN'],
    [`<worksheet xmlns="${MAIN}"><sheetData></sheetData></worksheet><worksheet/>`, 'E-WORKBOOK-BROKEN'],
  ];
  for (const [xml, code, form] of cases) {
    const [said, params] = (await told(inFile(xml))) as [string, Record<string, string>];
    assert.deepEqual([said, params['form']], [code, form], xml);
  }
});

/** A workbook whose parts have other names than programs use, and whose links are of every kind. */
const elsewhere = (names: {
  book: string;
  strings: string;
  styles: string;
  sheet: string;
  link: (path: string) => string;
}): Record<string, Part> => {
  const folder = names.book.slice(0, names.book.lastIndexOf('/') + 1);
  const base = names.book.slice(folder.length);
  return {
    '[Content_Types].xml': '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"/>',
    '_rels/.rels': `<r:Relationships xmlns:r="http://schemas.openxmlformats.org/package/2006/relationships"><r:Relationship Target="docProps/app.xml" Id="a" Type="${OFFICE}/extended-properties"/><r:Relationship
  Type='${OFFICE}/officeDocument' Target='${names.book}' Id='b'/></r:Relationships>`,
    [names.book]: `<workbook xmlns="${MAIN}" xmlns:q="${OFFICE}"><sheets><sheet q:id="s1" name='Hồ sơ' sheetId="7"/></sheets></workbook>`,
    [`${folder}_rels/${base}.rels`]: `<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="s1" Type="${OFFICE}/worksheet" Target="${names.link(names.sheet)}"/><Relationship Id="s2" Type="${OFFICE}/sharedStrings" Target="${names.link(names.strings)}"/><Relationship Id="s3" Type="${OFFICE}/styles" Target="${names.link(names.styles)}"/></Relationships>`,
    [names.strings]: `<sst xmlns="${MAIN}"><si><t>chung</t></si></sst>`,
    [names.styles]: STYLES,
    [names.sheet]: sheetXml({ 4: [{ xml: '<c r="{at}" t="s"><v>0</v></c>' }, { xml: '<c r="{at}" s="2"><v>30317</v></c>' }] }),
  };
};

test('parts are found by what the file says of them, whatever they are called', async () => {
  const rows = [
    [
      4,
      [
        [1, 'chung', 't', 0, ''],
        [2, '30317', 'd', 0, 'day'],
      ],
    ],
  ];
  const usual = {
    book: 'xl/workbook.xml',
    strings: 'xl/sharedStrings.xml',
    styles: 'xl/styles.xml',
    sheet: 'xl/worksheets/sheet1.xml',
    link: (path: string) => `/${path}`,
  };
  const files: readonly Record<string, Part>[] = [
    elsewhere(usual),
    elsewhere({ ...usual, link: (path) => path.replace('xl/', '') }),
    elsewhere({ ...usual, link: (path) => `./../xl/${path.replace('xl/', '')}` }),
    elsewhere({ ...usual, link: (path) => `/${path.toUpperCase()}` }),
    elsewhere({ ...usual, book: 'xl/workbook22.xml' }),
    elsewhere({ ...usual, strings: 'xl/SharedStrings.xml' }),
    elsewhere({ ...usual, strings: 'chữ/dùng chung.xml', link: (path) => `/${encodeURIComponent(path).replaceAll('%2F', '/')}` }),
    elsewhere({ book: 'so.xml', strings: 'a.xml', styles: 'b.xml', sheet: 'c.xml', link: (path) => path }),
  ];
  for (const parts of files) assert.deepEqual(await told(zipOf(parts)), rows, Object.keys(parts).join(' '));
});

test('a part that the file names and does not have is told by its name', async () => {
  const parts = workbookParts({ 'Hồ sơ': sheetXml({ 1: ['a'] }) });
  const { 'xl/worksheets/sheet1.xml': _sheet, ...without } = parts;
  assert.match(JSON.stringify(await told(zipOf(without))), /E-WORKBOOK-BROKEN.*Hồ sơ/);
  const links = String(parts['xl/_rels/workbook.xml.rels']).replace(
    '</Relationships>',
    `<Relationship Id="x" Type="${OFFICE}/sharedStrings" Target="chu.xml"/></Relationships>`,
  );
  assert.match(JSON.stringify(await told(zipOf({ ...parts, 'xl/_rels/workbook.xml.rels': links }))), /E-WORKBOOK-BROKEN.*chu\.xml/);
});
