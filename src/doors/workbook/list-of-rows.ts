/**
 * A plain list in a workbook or a CSV file, for rooms that take one beside submissions: one sheet, a row of heads, a row a thing. A workbook is read by the
 * same sandboxed parser under the same limits; what a cell means is the room's own matter.
 */
import type { Problem } from '#base/problem.ts';
import { cleanText } from '#base/vietnamese/text.ts';
import { exactKey } from '#standard/codelists/text-keys.ts';
import { csvText, rowsOfCsv } from '#base/csv-rows.ts';
import { listHeadsMissing, listNotUtf8, listTooLong, refusalOf } from './problems.ts';
import { rawCell } from './raw-cell.ts';
import { readRows } from './read-rows.ts';
import { columnLetter } from './reader/sheet-scanner.ts';

/** A column by its key, and the labels under which it is known. */
export interface ListHead {
  readonly key: string;
  readonly labels: readonly string[];
}

export interface ListRow {
  /** as the spreadsheet numbers it */
  readonly row: number;
  /** texts by key, cleaned; what is empty is not there */
  readonly cells: ReadonlyMap<string, string>;
  /** keys of cells that hold a formula: what they show is not what was typed */
  readonly formulas: ReadonlySet<string>;
}

export type ListRead =
  | { readonly kind: 'refused'; readonly problem: Problem }
  | { readonly kind: 'read'; readonly rows: readonly ListRow[]; readonly letters: ReadonlyMap<string, string> };

/** Rows among which the heads are looked for: above them may stand a title. */
const HEAD_ROWS = 20;
/** Rows of one list: more than all communes, schools and hospitals of the country. */
const LIST_ROWS_MAX = 100_000;
/** Column A. */
const FIRST_COLUMN = 1;

interface PlainCell {
  readonly column: number;
  readonly text: string;
  readonly formula: boolean;
}
interface PlainRow {
  readonly row: number;
  readonly cells: readonly PlainCell[];
}

/** @param needed  keys without which the sheet is none of ours */
export async function readList(bytes: Uint8Array, heads: readonly ListHead[], needed: readonly string[], sheet: string): Promise<ListRead> {
  const csv = csvText(bytes);
  if (csv && 'isUtf8' in csv) return { kind: 'refused', problem: listNotUtf8() };
  const labels = heads.filter(({ key }) => needed.includes(key)).map((head) => head.labels[0] ?? head.key);
  const missing = { kind: 'refused', problem: listHeadsMissing({ sheet, columns: labels.join(', ') }) } as const;
  const rows = csv === null ? await rowsOfSheet(bytes, heads.length, sheet) : rowsOfCsv(csv.text, LIST_ROWS_MAX + 1).map(plainRow);
  if ('problem' in rows) return { kind: 'refused', problem: rows.problem };
  if (rows.length > LIST_ROWS_MAX) return { kind: 'refused', problem: listTooLong({ most: LIST_ROWS_MAX.toLocaleString('vi') }) };
  const found = headsIn(rows, heads);
  if (!found || needed.some((key) => ![...found.columns.values()].includes(key))) return missing;
  return {
    kind: 'read',
    rows: rows.filter(({ row }) => row > found.row).flatMap((row) => listRow(row, found.columns)),
    letters: new Map([...found.columns].map(([column, key]) => [key, columnLetter(column)])),
  };
}

/** Nothing, when the workbook has no sheet of that name: its heads are missing then. */
async function rowsOfSheet(bytes: Uint8Array, width: number, sheet: string): Promise<readonly PlainRow[] | { readonly problem: Problem }> {
  const read = await readRows(bytes, width, { sheetNames: [sheet] });
  if (read.kind === 'refused') return { problem: refusalOf(read.code, read.params) };
  const named = read.sheets.find((one) => !one.peeked);
  return (named?.rows ?? []).map(({ row, cells }) => ({
    row,
    cells: cells.map((cell) => {
      const { text, formula } = rawCell(cell);
      return { column: cell[0], text, formula };
    }),
  }));
}

const plainRow = ({ row, cells }: { readonly row: number; readonly cells: readonly string[] }): PlainRow => ({
  row,
  cells: cells.map((text, at) => ({ column: at + FIRST_COLUMN, text, formula: false })),
});

function listRow({ row, cells }: PlainRow, columns: ReadonlyMap<number, string>): ListRow[] {
  const own = new Map<string, string>();
  const formulas = new Set<string>();
  for (const cell of cells) {
    const key = columns.get(cell.column);
    if (key === undefined) continue;
    const text = cleanText(cell.text).text.trim();
    if (text !== '') own.set(key, text);
    if (cell.formula) formulas.add(key);
  }
  return own.size === 0 && formulas.size === 0 ? [] : [{ row, cells: own, formulas }];
}

function headsIn(
  rows: readonly PlainRow[],
  heads: readonly ListHead[],
): { readonly row: number; readonly columns: ReadonlyMap<number, string> } | null {
  const keys = new Map(heads.flatMap(({ key, labels }) => labels.map((label) => [exactKey(label), key] as const)));
  let best: { row: number; columns: Map<number, string> } | null = null;
  for (const { row, cells } of rows.slice(0, HEAD_ROWS)) {
    const columns = new Map<number, string>();
    for (const cell of cells) {
      const key = keys.get(exactKey(cell.text.replaceAll('*', '')));
      if (key !== undefined && ![...columns.values()].includes(key)) columns.set(cell.column, key);
    }
    if (columns.size > (best?.columns.size ?? 1)) best = { row, columns };
  }
  return best;
}
