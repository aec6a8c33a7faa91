/** A place in a workbook: a sheet, a row of it, a cell. Rows are Excel's, columns letters. Pure. */
import type { Place, PrintedPlace } from '#base/problem.ts';
import { MAIN_SHEET, WORKBOOK_SHEETS } from '#standard/workbook-columns.ts';

/** The place as people read it: what it does not say is null. */
export const printCell = ({ sheet, row, column }: Place): PrintedPlace => ({
  sheet: typeof sheet === 'string' ? sheet : null,
  row: typeof row === 'number' ? row : null,
  column: typeof column === 'string' ? column : null,
});

/** A name for one cell: equal for the same cell alone. */
export const cellName = (place: Place): string => `${place['sheet']}!${place['column']}${place['row']}`;

/** Is it one cell, over which a value can be laid? */
export const isCell = ({ sheet, row, column }: Place): boolean => sheet !== undefined && row !== undefined && column !== undefined;

/** The sheet of the template in which a field is filled in. */
const SHEETS = new Map(WORKBOOK_SHEETS.flatMap((sheet) => sheet.columns.map((column) => [column.key, sheet] as const)));

/**
 * Where a field of a person is filled in, by the row of the person. The user may have moved the columns: no letter is guessed; and rows of other
 * sheets than the first are found by the person's number, for several may be meant.
 */
export function placeOfField(field: string, line: Place | null): Place | null {
  const sheet = SHEETS.get(field);
  if (!sheet) return null;
  const row = sheet.key === MAIN_SHEET ? line?.['row'] : undefined;
  return { sheet: sheet.name, ...(row === undefined ? {} : { row }) };
}
