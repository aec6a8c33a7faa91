/**
 * Gives the user's own file back with its wrong cells marked: colour and balloon in the cells, and the sheet "Danh sách lỗi".
 * Parts that are not touched keep their compressed bytes, so validations, passwords, charts and custom parts survive.
 * Marks of an earlier round are taken off first: a file may go back and forth as often as it must.
 */
import type { Problem, Severity } from '#base/problem.ts';
import type { ZipEntry } from '#base/zip.ts';
import type { MarkWorkbook } from '#record/submission/port.ts';
import { fieldByKey } from '#standard/dictionary.ts';
import { WORKBOOK_SHEETS } from '#standard/workbook-columns.ts';
import { AUTHOR, mergeComments, mergeShapes } from './marking/comments.ts';
import type { Balloon } from './marking/comments.ts';
import { COMMENTS_MAX, COMMENT_CHARS_MAX } from './marking/limits.ts';
import { LIST_SHEET, listSheet } from './marking/list-sheet.ts';
import {
  COMMENTS_TYPE,
  SHEET_TYPE,
  STYLES_TYPE,
  VML_TYPE,
  addContentType,
  addRelationship,
  freeName,
  linksPath,
  relationshipsOf,
} from './marking/part-links.ts';
import { patchSheet } from './marking/sheet-cells.ts';
import { markStyles } from './marking/styles.ts';
import type { MarkStyles } from './marking/styles.ts';
import { appendToList } from './marking/xml-places.ts';
import { rewriteZip } from './marking/zip-writer.ts';
import type { NewContent } from './marking/zip-writer.ts';
import { Refusal } from './reader/refusal.ts';
import { columnNumber } from './reader/sheet-scanner.ts';
import { readWorkbookParts } from './reader/workbook-parts.ts';
import type { SheetPart } from './reader/workbook-parts.ts';
import { attribute, escapeXml, rootPrefix } from './reader/xml-text.ts';
import { textOfPart, inflatePart, workbookEntries } from './reader/workbook-zip.ts';

const BOOK = 'xl/workbook.xml';
const BOOK_LINKS = 'xl/_rels/workbook.xml.rels';
const STYLES = 'xl/styles.xml';
const TYPES = '[Content_Types].xml';
const RANK: Readonly<Record<Severity, number>> = { error: 0, warning: 1, corrected: 2 };

/** The parts of a file, the old and the new. */
interface OpenFile {
  readonly bytes: Buffer;
  readonly entries: ReadonlyMap<string, ZipEntry>;
  readonly changed: Map<string, NewContent | null>;
  readonly has: (name: string) => boolean;
  /** text of a part as it is by now; null when there is none */
  readonly text: (name: string) => Promise<string | null>;
}

function openFile(bytes: Buffer): OpenFile {
  const entries = new Map(workbookEntries(bytes).map((entry) => [entry.name, entry]));
  const changed = new Map<string, NewContent | null>();
  const counter = { inflated: 0 };
  return {
    bytes,
    entries,
    changed,
    has: (name) => entries.has(name) || changed.has(name),
    text: async (name) => {
      const now = changed.get(name);
      if (typeof now === 'string') return now;
      const entry = entries.get(name);
      return entry ? textOfPart(bytes, entry, counter) : null;
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
  return problem.suggestion ? `${said}\nGợi ý: ${problem.suggestion.value}` : said;
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
async function putBalloons(file: OpenFile, sheet: SheetPart, balloons: readonly Balloon[]): Promise<string | null> {
  const links = linksPath(sheet.path);
  const known = relationshipsOf((await file.text(links)) ?? '', sheet.path);
  const there = known.find((one) => one.type === 'comments' && file.has(one.path));
  const drawn = known.find((one) => one.type === 'vmlDrawing' && file.has(one.path));
  if (balloons.length === 0 && !there) return null;
  const old = there ? await file.text(there.path) : null;
  if (balloons.length === 0 && !old?.includes(AUTHOR)) return null;
  const comments = mergeComments(old, balloons);
  const put = async (name: string, type: string, contentType: string, text: string): Promise<string> => {
    file.changed.set(name, text);
    file.changed.set(TYPES, addContentType((await file.text(TYPES)) ?? '', name, contentType));
    const added = addRelationship(await file.text(links), sheet.path, type, name);
    file.changed.set(links, added.text);
    return added.id;
  };
  if (there) file.changed.set(there.path, comments.text);
  else await put(freeName({ has: file.has }, 'xl/comments', '.xml'), 'comments', COMMENTS_TYPE, comments.text);
  const shapes = mergeShapes(drawn ? await file.text(drawn.path) : null, balloons, comments.gone);
  if (!drawn) return put(freeName({ has: file.has }, 'xl/drawings/vmlDrawing', '.vml'), 'vmlDrawing', VML_TYPE, shapes);
  file.changed.set(drawn.path, shapes);
  return null;
}

/** Colours the wrong cells of a sheet. Its part is rewritten as it streams by, when the zip is written. */
function putColours(file: OpenFile, sheet: SheetPart, cells: readonly CellToMark[], styles: MarkStyles, drawingLink: string | null): void {
  const rows = new Map<number, Map<number, (style: number) => number>>();
  for (const { row, column, problems } of cells) {
    const own = rows.get(row) ?? new Map<number, (style: number) => number>();
    rows.set(
      row,
      own.set(column, (style) => styles.marked(style, problems[0]!.severity)),
    );
  }
  file.changed.set(
    sheet.path,
    patchSheet(inflatePart(file.bytes, file.entries.get(sheet.path)!, { inflated: 0 }), { rows, unmarked: styles.unmarked, drawingLink }),
  );
}

/** The list of problems: in place of that of an earlier round, else as the last sheet. */
async function putList(file: OpenFile, sheets: readonly SheetPart[], text: string): Promise<void> {
  const there = sheets.find((sheet) => sheet.name.normalize('NFC') === LIST_SHEET && file.has(sheet.path));
  if (there) {
    file.changed.set(there.path, text);
    file.changed.set(linksPath(there.path), null);
    return;
  }
  const name = freeName({ has: file.has }, 'xl/worksheets/sheet', '.xml');
  file.changed.set(name, text);
  file.changed.set(TYPES, addContentType((await file.text(TYPES)) ?? '', name, SHEET_TYPE));
  const { text: links, id } = addRelationship(await file.text(BOOK_LINKS), BOOK, 'worksheet', name);
  file.changed.set(BOOK_LINKS, links);
  const book = (await file.text(BOOK)) ?? '';
  const prefix = rootPrefix(book, 'workbook') ?? '';
  const tags = [...book.matchAll(new RegExp(`<${prefix}sheet\\s[^>]*>`, 'g'))].map(([tag]) => tag);
  const sheetId = 1 + tags.reduce((most, tag) => Math.max(most, Number(attribute(tag, 'sheetId') ?? 0)), 0);
  const element = `<${prefix}sheet name="${escapeXml(LIST_SHEET)}" sheetId="${sheetId}" r:id="${id}" xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"/>`;
  file.changed.set(BOOK, appendToList(book, prefix, 'sheets', [element], tags.length + 1).replace(/(<(?:\w+:)?sheets) count="\d+"/, '$1'));
}

async function mark(bytes: Buffer, problems: readonly Problem[]): Promise<Buffer> {
  const file = openFile(bytes);
  const { sheets } = await readWorkbookParts(bytes, file.entries, { inflated: 0 });
  const styles = markStyles(await file.text(STYLES));
  const wanted = cellsBySheet(problems);
  const names = new Set(WORKBOOK_SHEETS.map((sheet) => sheet.name));
  let left = COMMENTS_MAX;
  for (const sheet of sheets) {
    const cells = [...(wanted.get(sheet.name)?.values() ?? [])];
    // A sheet of the form without problems may still have marks of an earlier round.
    const mayHaveOld = styles.unmarked.size > 0 && names.has(sheet.name.normalize('NFC'));
    if ((cells.length === 0 && !mayHaveOld) || !file.entries.has(sheet.path)) continue;
    const balloons = balloonsOf(cells.slice(0, left));
    left -= balloons.length;
    putColours(file, sheet, cells, styles, await putBalloons(file, sheet, balloons));
  }
  await putList(file, sheets, listSheet(problems, labelOf, { head: styles.head(), line: styles.wrapped() }));
  if (!file.has(STYLES)) {
    file.changed.set(TYPES, addContentType((await file.text(TYPES)) ?? '', STYLES, STYLES_TYPE));
    file.changed.set(BOOK_LINKS, addRelationship(await file.text(BOOK_LINKS), BOOK, 'styles', STYLES).text);
  }
  // Which styles are needed is known only when all cells went by.
  file.changed.set(STYLES, () => styles.text());
  return rewriteZip(bytes, [...file.entries.values()], file.changed);
}

/** @returns the marked file; one that was refused as a whole comes back as it was: there is no cell to mark in it */
export const markWorkbook: MarkWorkbook = async (bytes, problems) => {
  try {
    return await mark(Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength), problems);
  } catch (error) {
    if (error instanceof Refusal) return bytes;
    throw error;
  }
};
