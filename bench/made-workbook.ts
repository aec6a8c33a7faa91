/**
 * Workbooks of many people for measuring, made in a process of its own so that their making is nobody's memory: our template with rows typed in
 * as a spreadsheet program leaves them, texts shared. `node … bench/made-workbook.ts FILE BODY PEOPLE SORT`; no file of it is kept in git.
 */
import { writeFileSync } from 'node:fs';
import { rewriteZip } from '#base/zip-writer.ts';
import type { NewContent } from '#base/zip-writer.ts';
import { openPackage } from '#doors/workbook/reader/package-parts.ts';
import { columnLetter } from '#doors/workbook/reader/sheet-scanner.ts';
import { readWorkbookParts } from '#doors/workbook/reader/workbook-parts.ts';
import { textOfPart } from '#doors/workbook/reader/workbook-zip.ts';
import { attribute, escapeXml } from '#doors/workbook/reader/xml-text.ts';
import { FIRST_DATA_ROW, STRINGS, makeTemplate } from '#doors/workbook/template.ts';
import { WORKBOOK_SHEETS } from '#standard/workbook-columns.ts';
import type { WorkbookSheet } from '#standard/shapes.ts';
import { DEMO_DAY } from '#start/demo/cast.ts';
import { cellsOf } from '#start/demo/cells.ts';
import type { Cells, PersonCells } from '#start/demo/cells.ts';
import { demoPeople } from '#start/demo/people.ts';
import { flatDocument } from '#start/demo/seed.ts';

/** flat: the row of a person as the demo's people have it · wide: so many cells in each · whole: with the rows of all sections */
export type Sort = 'flat' | 'wide' | 'whole';

/** Cells of a wide row. */
export const WIDE_CELLS = 79;
/** Bytes of XML that go to the zip at a time. */
const PIECE_CHARS = 1 << 20;
/** What may stand in any column but those of name and number: nothing is known. */
const FILLING = 'Chưa xác định';

const body = (code: string) => ({ code, name: 'Cơ quan của phép đo', trade: 'office' as const, people: 0 });

/** Columns that one in a few bodies fills in; here everybody does, until the row is as wide as it has to be. */
function widened(cells: Cells): Cells {
  const wide = { ...cells };
  let count = Object.keys(wide).length;
  for (const { key } of WORKBOOK_SHEETS[0]!.columns) {
    if (count >= WIDE_CELLS) break;
    if (key in wide || key.includes('.')) continue;
    wide[key] = FILLING;
    count += 1;
  }
  return wide;
}

function* peopleOf(bodyCode: string, count: number, sort: Sort): Generator<PersonCells> {
  for (const { nationalId, document } of demoPeople(body(bodyCode), count, 74, 1, DEMO_DAY)) {
    const cells = cellsOf(nationalId, sort === 'whole' ? document : flatDocument(document));
    yield sort === 'wide' ? { ...cells, hoSo: widened(cells.hoSo) } : cells;
  }
}

/** The template with rows of these people. Texts of cells are shared, each once. */
export async function madeWorkbook(bodyCode: string, people: number, sort: Sort): Promise<{ bytes: Uint8Array; cells: number }> {
  const file = openPackage(Buffer.from(await makeTemplate({ bodyCode, bodyName: body(bodyCode).name, issuedOn: DEMO_DAY })));
  const counter = { inflated: 0 };
  const { sheets } = await readWorkbookParts(file, counter);
  const strings = await textOfPart(file.bytes, file.find(STRINGS)!, counter);
  const head = /<sst[^>]*>/.exec(strings)![0];
  const before = Number(attribute(head, 'uniqueCount'));
  const shared = new Map<string, number>();
  let cells = 0;
  const index = (text: string): number => {
    const known = shared.get(text) ?? before + shared.size;
    shared.set(text, known);
    return known;
  };
  const rowsOf = function* (shape: WorkbookSheet): Generator<Cells> {
    for (const person of peopleOf(bodyCode, people, sort))
      if (shape.key === 'hoSo') yield person.hoSo;
      else yield* person.sections[shape.key] ?? [];
  };
  const filled = async function* (xml: string, shape: WorkbookSheet): AsyncGenerator<Buffer> {
    const [above, below] = xml.split('</sheetData>') as [string, string];
    let piece = above;
    let row = FIRST_DATA_ROW;
    for (const typed of rowsOf(shape)) {
      piece += `<row r="${row}">`;
      for (const [i, { key }] of shape.columns.entries()) {
        const text = typed[key];
        if (text === undefined) continue;
        piece += `<c r="${columnLetter(i + 1)}${row}" s="1" t="s"><v>${index(text)}</v></c>`;
        cells += 1;
      }
      piece += '</row>';
      row += 1;
      if (piece.length < PIECE_CHARS) continue;
      yield Buffer.from(piece);
      piece = '';
    }
    yield Buffer.from(`${piece}</sheetData>${below}`);
  };
  const changed = new Map<string, NewContent>();
  for (const shape of WORKBOOK_SHEETS) {
    const entry = sheets.find(({ name }) => name === shape.name)?.entry;
    if (entry && (shape.key === 'hoSo' || sort === 'whole'))
      changed.set(entry.name, filled(await textOfPart(file.bytes, entry, counter), shape));
  }
  changed.set(STRINGS, () => {
    const told = head.replace(/ count="\d+"/, '').replace(/uniqueCount="\d+"/, `uniqueCount="${before + shared.size}"`);
    return strings
      .replace(head, () => told)
      .replace('</sst>', () => `${[...shared.keys()].map((text) => `<si><t>${escapeXml(text)}</t></si>`).join('')}</sst>`);
  });
  return { bytes: new Uint8Array(await rewriteZip(file.bytes, file.entries, changed)), cells };
}

const [path, bodyCode, people, sort] = process.argv.slice(2);
if (path === undefined || bodyCode === undefined || people === undefined) throw new Error('FILE BODY PEOPLE SORT');
const { bytes, cells } = await madeWorkbook(bodyCode, Number(people), sort as Sort);
writeFileSync(path, bytes);
process.stdout.write(JSON.stringify({ bytes: bytes.length, cells }));
