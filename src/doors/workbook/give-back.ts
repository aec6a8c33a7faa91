/**
 * Gives the user's own file back with its wrong cells marked: colour and balloon in the cells, and the sheet "Danh sách lỗi".
 * Parts that are not touched keep their compressed bytes, so validations, passwords, charts and custom parts survive.
 * Marks of an earlier round are taken off first: a file may go back and forth as often as it must.
 */
import { proposalWords, type Problem, type Severity } from '#base/problem.ts';
import type { ZipEntry } from '#base/zip.ts';
import { fieldByKey } from '#standard/dictionary.ts';
import { WORKBOOK_SHEETS } from '#standard/workbook-columns.ts';
import { mergeComments, mergeShapes, saysOurs } from './marking/comments.ts';
import type { Balloon } from './marking/comments.ts';
import { COMMENTS_MAX, COMMENT_CHARS_MAX } from './marking/limits.ts';
import { LIST_SHEET, fillsKept, listSheet } from './marking/list-sheet.ts';
import { COMMENTS_TYPE, SHEET_TYPE, STYLES_TYPE, VML_TYPE, addContentType, addRelationship, freeName } from './marking/part-links.ts';
import { patchSheet } from './marking/sheet-cells.ts';
import { markStyles } from './marking/styles.ts';
import type { FillsBeneath, MarkStyles } from './marking/styles.ts';
import { appendToList } from './marking/xml-places.ts';
import { rewriteZip } from '#base/zip-writer.ts';
import type { NewContent } from '#base/zip-writer.ts';
import { linksPath, openPackage, relationshipsIn, visitXml } from './reader/package-parts.ts';
import type { Package, Relationship } from './reader/package-parts.ts';
import { Refusal } from './reader/refusal.ts';
import { columnNumber } from './reader/sheet-scanner.ts';
import { plainName } from './reader/read-sheets.ts';
import { utf8Pieces } from './reader/text-decoding.ts';
import { readWorkbookParts } from './reader/workbook-parts.ts';
import type { SheetPart } from './reader/workbook-parts.ts';
import { escapeXml, rootPrefix, unescapeXml } from './reader/xml-text.ts';
import { textOfPart, inflatePart } from './reader/workbook-zip.ts';

/** Where the styles of a workbook that had none are put. */
const freeStyles = (book: string): string => `${book.slice(0, book.lastIndexOf('/') + 1)}styles.xml`;
const TYPES = '[Content_Types].xml';
const RANK: Readonly<Record<Severity, number>> = { error: 0, warning: 1, corrected: 2 };

/** The parts of a file, the old and the new. */
interface OpenFile {
  readonly parts: Package;
  /** by the names that the parts have in the file */
  readonly changed: Map<string, NewContent | null>;
  readonly has: (name: string) => boolean;
  /** text of a part as it is by now; null when there is none */
  readonly text: (name: string) => Promise<string | null>;
  readonly put: (name: string, content: NewContent | null) => void;
  readonly linksOf: (part: string) => Promise<Relationship[]>;
}

function openFile(bytes: Buffer): OpenFile {
  const parts = openPackage(bytes);
  const changed = new Map<string, NewContent | null>();
  const counter = { inflated: 0 };
  // A part that is there keeps its name, however a relationship spells it.
  const nameOf = (name: string): string => parts.find(name)?.name ?? name;
  const text = async (name: string): Promise<string | null> => {
    const now = changed.get(nameOf(name));
    if (typeof now === 'string') return now;
    const entry = parts.find(name);
    return entry ? textOfPart(bytes, entry, counter) : null;
  };
  return {
    parts,
    changed,
    has: (name) => parts.find(name) !== undefined || changed.has(name),
    text,
    put: (name, content) => changed.set(nameOf(name), content),
    linksOf: async (part) => {
      const links = await text(linksPath(part));
      return links === null ? [] : relationshipsIn(Buffer.from(links), part);
    },
  };
}

/** What people call a field: its column's label, else the dictionary's. */
const LABELS = new Map(
  WORKBOOK_SHEETS.flatMap((sheet) =>
    sheet.columns.flatMap(
      (column) =>
        [
          [column.field, fieldByKey(column.field)?.label.vi ?? column.label.vi],
          [column.key, column.label.vi],
        ] as const,
    ),
  ),
);
const labelOf = (field: string): string => LABELS.get(field) ?? fieldByKey(field)?.label.vi ?? field;

/** What a balloon says. */
function words(problem: Problem): string {
  const said = `${problem.title.vi}\n→ ${problem.next.vi}`;
  const proposed = proposalWords(problem);
  return proposed ? `${said}\n${proposed.vi}` : said;
}

interface CellToMark {
  readonly row: number;
  readonly column: number;
  readonly problems: Problem[];
}

/** Wrong cells by sheet, the worst problem of a cell first. */
function cellsBySheet(problems: readonly Problem[]): Map<string, Map<string, CellToMark>> {
  const sheets = new Map<string, Map<string, CellToMark>>();
  for (const problem of problems) {
    const { sheet, row, column } = problem.where;
    if (!sheet || !row || !column) continue;
    const cells = sheets.get(sheet) ?? new Map<string, CellToMark>();
    sheets.set(sheet, cells);
    const at = `${column}${row}`;
    const cell = cells.get(at) ?? { row, column: columnNumber(column), problems: [] };
    cell.problems.push(problem);
    cells.set(at, cell);
  }
  for (const cells of sheets.values()) for (const cell of cells.values()) cell.problems.sort((a, b) => RANK[a.severity] - RANK[b.severity]);
  return sheets;
}

const shortened = (text: string): string => (text.length > COMMENT_CHARS_MAX ? `${text.slice(0, COMMENT_CHARS_MAX)}…` : text);
const balloonsOf = (cells: Iterable<CellToMark>): Balloon[] =>
  [...cells].map(({ row, column, problems }) => ({ row, column, text: shortened(problems.map(words).join('\n\n')) }));

/** Balloons of a sheet: the comments part and the old drawing. Returns the relationship that the sheet must name, null when it names one already. */
async function putBalloons(file: OpenFile, sheet: ZipEntry, balloons: readonly Balloon[]): Promise<string | null> {
  const known = await file.linksOf(sheet.name);
  const there = known.find((one) => one.type === 'comments' && file.has(one.path));
  const drawn = known.find((one) => one.type === 'vmlDrawing' && file.has(one.path));
  if (balloons.length === 0 && !there) return null;
  const old = there ? await file.text(there.path) : null;
  if (balloons.length === 0 && !saysOurs(old)) return null;
  const comments = mergeComments(old, balloons);
  const put = async (name: string, type: string, contentType: string, text: string): Promise<string> => {
    file.put(name, text);
    file.put(TYPES, addContentType((await file.text(TYPES)) ?? '', name, contentType));
    const links = linksPath(sheet.name);
    const added = addRelationship(await file.text(links), sheet.name, type, name);
    file.put(links, added.text);
    return added.id;
  };
  if (there) file.put(there.path, comments.text);
  else await put(freeName({ has: file.has }, 'xl/comments', '.xml'), 'comments', COMMENTS_TYPE, comments.text);
  const shapes = mergeShapes(drawn ? await file.text(drawn.path) : null, balloons, comments.gone);
  if (!drawn) return put(freeName({ has: file.has }, 'xl/drawings/vmlDrawing', '.vml'), 'vmlDrawing', VML_TYPE, shapes);
  file.put(drawn.path, shapes);
  return null;
}

/** Colours the wrong cells of a sheet. Its part is rewritten as it streams by, when the zip is written. */
function putColours(file: OpenFile, sheet: ZipEntry, cells: readonly CellToMark[], styles: MarkStyles, drawingLink: string | null): void {
  const rows = new Map<number, Map<number, (style: number) => number>>();
  for (const { row, column, problems } of cells) {
    const own = rows.get(row) ?? new Map<number, (style: number) => number>();
    rows.set(
      row,
      own.set(column, (style) => styles.marked(style, problems[0]!.severity)),
    );
  }
  const open = (): AsyncIterable<Buffer> => utf8Pieces(inflatePart(file.parts.bytes, sheet, { inflated: 0 }));
  file.put(sheet.name, patchSheet(open, { rows, unmarked: styles.unmarked, drawingLink }));
}

/** The list of problems: in place of that of an earlier round, else as the last sheet. */
async function putList(file: OpenFile, book: string, sheets: readonly SheetPart[], text: () => string): Promise<void> {
  const there = listOf(sheets);
  if (there) {
    file.put(there.name, text);
    file.put(linksPath(there.name), null);
    return;
  }
  const name = freeName({ has: file.has }, 'xl/worksheets/sheet', '.xml');
  file.put(name, text);
  file.put(TYPES, addContentType((await file.text(TYPES)) ?? '', name, SHEET_TYPE));
  const links = linksPath(book);
  const { text: linked, id } = addRelationship(await file.text(links), book, 'worksheet', name);
  file.put(links, linked);
  const bookText = (await file.text(book)) ?? '';
  const prefix = rootPrefix(bookText, 'workbook') ?? '';
  const ids: number[] = [];
  visitXml(Buffer.from(bookText), 'workbook', (element, attributes, parent) => {
    if (element === 'sheet' && parent === 'sheets') ids.push(Number(attributes.get('sheetId') ?? 0));
  });
  const element = `<${prefix}sheet name="${escapeXml(LIST_SHEET)}" sheetId="${1 + Math.max(0, ...ids)}" r:id="${id}" xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"/>`;
  file.put(book, appendToList(bookText, prefix, 'sheets', [element], ids.length + 1).replace(/(<(?:\w+:)?sheets) count="\d+"/, '$1'));
}

const FORM_SHEETS = new Set(WORKBOOK_SHEETS.map((sheet) => plainName(sheet.name)));

async function hasOurWords(file: OpenFile, sheet: ZipEntry): Promise<boolean> {
  const comments = (await file.linksOf(sheet.name)).find((one) => one.type === 'comments');
  return comments !== undefined && saysOurs(await file.text(comments.path));
}

const listOf = (sheets: readonly SheetPart[]): ZipEntry | null =>
  sheets.find((sheet) => sheet.name.normalize('NFC') === LIST_SHEET)?.entry ?? null;

/** What an earlier round wrote down of the fills beneath its marks; a program may have moved it to the shared strings. */
async function fillsOfEarlier(file: OpenFile, sheets: readonly SheetPart[], strings: ZipEntry | undefined): Promise<FillsBeneath> {
  const list = listOf(sheets);
  if (!list) return new Map();
  const texts: string[] = [];
  for (const part of [list, strings])
    for (const [, text] of ((part && (await file.text(part.name))) ?? '').matchAll(/<(?:[\w.-]+:)?t(?:\s[^>]*)?>([^<]*congvu-nen[^<]*)</g))
      texts.push(unescapeXml(text!));
  return fillsKept(texts);
}

async function mark(bytes: Buffer, problems: readonly Problem[]): Promise<Buffer> {
  const file = openFile(bytes);
  const { sheets, main, sharedStrings, styles: stylesPart } = await readWorkbookParts(file.parts, { inflated: 0 });
  const stylesName = stylesPart?.name ?? freeStyles(main.name);
  const styles = markStyles(await file.text(stylesName), await fillsOfEarlier(file, sheets, sharedStrings));
  const wanted = cellsBySheet(problems);
  let left = COMMENTS_MAX;
  for (const { name, entry } of sheets) {
    const cells = [...(wanted.get(name)?.values() ?? [])];
    if (!entry) continue;
    // A sheet without problems may still have marks of an earlier round: one of the form, or one that has our words.
    const mayHaveOld = styles.unmarked.size > 0 && (FORM_SHEETS.has(plainName(name)) || (await hasOurWords(file, entry)));
    if (cells.length === 0 && !mayHaveOld) continue;
    const balloons = balloonsOf(cells.slice(0, left));
    left -= balloons.length;
    putColours(file, entry, cells, styles, await putBalloons(file, entry, balloons));
  }
  // Which styles are needed, and what lies beneath them, is known only when all cells went by.
  const [head, line] = [styles.head(), styles.wrapped()];
  await putList(file, main.name, sheets, () => listSheet(problems, styles.beneath(), labelOf, { head, line }));
  if (!stylesPart) {
    file.put(TYPES, addContentType((await file.text(TYPES)) ?? '', stylesName, STYLES_TYPE));
    file.put(linksPath(main.name), addRelationship(await file.text(linksPath(main.name)), main.name, 'styles', stylesName).text);
  }
  file.put(stylesName, () => styles.text());
  return rewriteZip(bytes, file.parts.entries, file.changed);
}

/** @returns the marked file; one that was refused as a whole comes back as it was: there is no cell to mark in it */
export const markWorkbook = async (bytes: Uint8Array, problems: readonly Problem[]): Promise<Uint8Array> => {
  try {
    return await mark(Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength), problems);
  } catch (error) {
    if (error instanceof Refusal) return bytes;
    throw error;
  }
};
