/** A sheet of our form as it is read: its rows, the cells of a row by their keys with what was accepted laid over them, and what stands above a cell. */
import type { Place } from '#base/problem.ts';
import { repairNationalId } from '#base/vietnamese/numbers.ts';
import { cleanText } from '#base/vietnamese/text.ts';
import type { AcceptedFix } from '#record/intake/port.ts';
import { standInOf } from '#standard/stand-ins.ts';
import type { CheckContext, RawCell, RawLine, WorkbookSheet } from '#standard/shapes.ts';
import { PERSON_COLUMN } from '#standard/workbook-columns.ts';
import { findColumns } from './columns.ts';
import type { Columns } from './columns.ts';
import { withoutNobodys } from './nobodys-rows.ts';
import { cellName } from './place.ts';
import { rawCell } from './raw-cell.ts';
import type { ReadSheet } from './read-rows.ts';
import type { ReadRow } from './reader/frames.ts';
import { columnNumber } from './reader/sheet-scanner.ts';

export interface OpenedSheet {
  readonly shape: WorkbookSheet;
  readonly name: string;
  readonly columns: Columns;
  /** rows of people, in the order of the sheet */
  readonly rows: readonly ReadRow[];
  /** cells by key, accepted suggestions laid over them; made anew at each look: of a large file they are not kept */
  readonly lineOf: (row: ReadRow) => OpenedLine;
  /** the cell of the citizen number */
  readonly personCell: (row: ReadRow) => RawCell | undefined;
  /** rows that were left out because they speak of nobody */
  readonly nobodys: readonly number[];
  readonly strays: readonly string[];
}

export interface OpenedLine extends RawLine {
  /** accepted suggestions that were laid over its cells */
  readonly fixed: readonly AcceptedFix[];
}

/** Accepted suggestions by the row over which they are laid, as `rowName` has it. */
type Fixes = ReadonlyMap<string, readonly AcceptedFix[]>;
const rowName = (sheet: string, row: number): string => `${sheet}!${row}`;
export const rowOfPlace = ({ sheet, row }: Place): string => rowName(String(sheet), Number(row));

/** Lays accepted values over the cells of one row, in order; only where the cell still holds the value as typed. */
function layFixes(cells: Map<string, RawCell>, key: string, fixes: readonly AcceptedFix[]): readonly AcceptedFix[] {
  const laid: AcceptedFix[] = [];
  for (const fix of fixes) {
    if ((cells.get(key)?.text ?? '') !== (fix.typed ?? '')) continue;
    cells.set(key, { text: fix.value, kind: 'text', formula: false });
    laid.push(fix);
  }
  return laid;
}

const NO_FIXES: readonly AcceptedFix[] = [];

export function openSheet(sheet: ReadSheet, shape: WorkbookSheet, fixes: Fixes): OpenedSheet | null {
  const columns = findColumns(sheet, shape);
  if (!columns) return null;
  const { name, strays } = sheet;
  const personColumn = columnNumber(columns.letters.get(PERSON_COLUMN) ?? '');
  const fixesOf = (row: ReadRow): readonly AcceptedFix[] => (fixes.size === 0 ? NO_FIXES : (fixes.get(rowName(name, row.row)) ?? NO_FIXES));
  const lineOf = (row: ReadRow): OpenedLine => {
    const cells = new Map<string, RawCell>();
    for (const cell of row.cells) {
      const key = columns.byNumber.get(cell[0]);
      if (key !== undefined) cells.set(key, rawCell(cell));
    }
    const own = fixesOf(row);
    if (own.length === 0) return { sheet: name, row: row.row, cells, fixed: own };
    const fixed = [...columns.letters].flatMap(([key, letter]) => {
      const at = cellName({ sheet: name, column: letter, row: row.row });
      return layFixes(
        cells,
        key,
        own.filter(({ place }) => cellName(place) === at),
      );
    });
    return { sheet: name, row: row.row, cells, fixed };
  };
  const personCell = (row: ReadRow): RawCell | undefined => {
    if (fixesOf(row).length > 0) return lineOf(row).cells.get(PERSON_COLUMN);
    const cell = personColumn === 0 ? undefined : row.at(personColumn);
    return cell && rawCell(cell);
  };
  const below = sheet.rows.filter((one) => one.row >= columns.firstDataRow);
  const { rows, nobodys } = withoutNobodys(below, (row) => personCell(row)?.text, lineOf);
  return { shape, name, columns, rows, lineOf, personCell, nobodys, strays };
}

/** The number under which rows of one person are brought together; the same repair in all sheets. */
export function personKey(cell: RawCell | undefined): string | null {
  if (!cell || cell.text.trim() === '') return null;
  const { text } = cleanText(cell.text);
  const read = repairNationalId(text.trim());
  return read.kind === 'read' || read.kind === 'old-id' ? read.value : text.trim();
}

/** Index of the row with this number; rows stand in their order. */
function indexOfRow(rows: readonly ReadRow[], row: number): number {
  let [from, to] = [0, rows.length];
  while (from < to) {
    const middle = (from + to) >>> 1;
    if (rows[middle]!.row < row) from = middle + 1;
    else to = middle;
  }
  return from;
}

/** What the nearest row above says in a column, past rows that say "như trên" themselves; nothing beyond a blank cell. */
export function valuesAbove(opened: readonly OpenedSheet[]): NonNullable<CheckContext['above']> {
  const sheets = new Map(opened.map((sheet) => [sheet.name, sheet]));
  // What was answered last of a column: in a run of such rows nobody walks back to its beginning again.
  const answered = new Map<string, { readonly index: number; readonly said: string | null }>();
  const walk = (
    sheet: OpenedSheet,
    from: number,
    key: string,
    before: { readonly index: number; readonly said: string | null } | undefined,
  ) => {
    for (let index = from; index >= 0; index--) {
      const said = cleanText(sheet.lineOf(sheet.rows[index]!).cells.get(key)?.text ?? '').text;
      const means = standInOf(said);
      if (means !== 'as-above') return said === '' || means !== undefined ? null : said;
      if (index === before?.index) return before.said;
    }
    return null;
  };
  return (name, row, key) => {
    const sheet = sheets.get(name);
    if (!sheet) return null;
    const index = indexOfRow(sheet.rows, row);
    const column = `${name}\n${key}`;
    const said = walk(sheet, index - 1, key, answered.get(column));
    answered.set(column, { index, said });
    return said;
  };
}
