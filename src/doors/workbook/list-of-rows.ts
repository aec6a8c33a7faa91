/**
 * A plain list in a workbook, for rooms that take one beside submissions: one sheet, a row of heads, a row a thing. Read by the same sandboxed parser
 * under the same limits; what a cell means is the room's own matter.
 */
import type { Problem } from '#base/problem.ts';
import { cleanText } from '#base/vietnamese/text.ts';
import { exactKey } from '#standard/codelists/text-keys.ts';
import { notOurTemplate, refusalOf } from './problems.ts';
import { rawCell } from './raw-cell.ts';
import { readRows } from './read-rows.ts';
import type { ReadSheet } from './read-rows.ts';
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
}

export type ListRead =
  | { readonly kind: 'refused'; readonly problem: Problem }
  | { readonly kind: 'read'; readonly rows: readonly ListRow[]; readonly letters: ReadonlyMap<string, string> };

/** Rows among which the heads are looked for: above them may stand a title. */
const HEAD_ROWS = 20;

/** @param needed  keys without which the sheet is none of ours */
export async function readList(bytes: Uint8Array, heads: readonly ListHead[], needed: readonly string[], sheet: string): Promise<ListRead> {
  const read = await readRows(bytes, heads.length, { sheetNames: [sheet] });
  if (read.kind === 'refused') return { kind: 'refused', problem: refusalOf(read.code, read.params) };
  const named = read.sheets.find((one) => !one.peeked);
  if (!named) return { kind: 'refused', problem: notOurTemplate() };
  const found = headsIn(named, heads);
  if (!found || needed.some((key) => ![...found.columns.values()].includes(key))) return { kind: 'refused', problem: notOurTemplate() };
  const rows = named.rows
    .filter(({ row }) => row > found.row)
    .flatMap(({ row, cells }): ListRow[] => {
      const own = new Map<string, string>();
      for (const cell of cells) {
        const key = found.columns.get(cell[0]);
        const text = key === undefined ? '' : cleanText(rawCell(cell).text).text.trim();
        if (key !== undefined && text !== '') own.set(key, text);
      }
      return own.size === 0 ? [] : [{ row, cells: own }];
    });
  return { kind: 'read', rows, letters: new Map([...found.columns].map(([column, key]) => [key, columnLetter(column)])) };
}

function headsIn(
  sheet: ReadSheet,
  heads: readonly ListHead[],
): { readonly row: number; readonly columns: ReadonlyMap<number, string> } | null {
  const keys = new Map(heads.flatMap(({ key, labels }) => labels.map((label) => [exactKey(label), key] as const)));
  let best: { row: number; columns: Map<number, string> } | null = null;
  for (const { row, cells } of sheet.rows.slice(0, HEAD_ROWS)) {
    const columns = new Map<number, string>();
    for (const cell of cells) {
      const key = keys.get(exactKey(cell[1].replaceAll('*', '')));
      if (key !== undefined && ![...columns.values()].includes(key)) columns.set(cell[0], key);
    }
    if (columns.size > (best?.columns.size ?? 1)) best = { row, columns };
  }
  return best;
}
