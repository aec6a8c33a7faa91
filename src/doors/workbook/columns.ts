/** Which column of a sheet is which: by the keys of row 1, not by position; by labels when the keys are gone. Pure. */
import type { Bilingual, Problem } from '#base/problem.ts';
import { accentFree } from '#base/vietnamese/text.ts';
import type { WorkbookSheet } from '#standard/shapes.ts';
import { currentKey } from './older-templates.ts';
import { columnTwice, keysMissing } from './problems.ts';
import type { ReadSheet } from './read-rows.ts';

/** Rows among which heads are looked for when row 1 has no keys. */
const HEAD_ROWS = 8;
/** Share of a sheet's labels that must be met before a row is taken for the heads. */
const LABELS_MET = 0.5;

export interface IgnoredColumn {
  readonly column: string;
  readonly why: Bilingual;
}

export interface Columns {
  /** column number (1-based) → column key */
  readonly byNumber: ReadonlyMap<number, string>;
  /** column key → letter */
  readonly letters: ReadonlyMap<string, string>;
  readonly firstDataRow: number;
  readonly problems: readonly Problem[];
  readonly ignored: readonly IgnoredColumn[];
  /** "old → new" of columns of an older template */
  readonly mapped: readonly string[];
}

/** 28 → "AB". */
export function columnLetter(number: number): string {
  let letters = '';
  for (let left = number; left > 0; left = Math.floor((left - 1) / 26)) letters = String.fromCharCode(65 + ((left - 1) % 26)) + letters;
  return letters;
}

const plain = (text: string): string => accentFree(text).replace(/[*:()]/g, ' ').replace(/\s+/g, ' ').trim();
const textsOf = (sheet: ReadSheet, row: number): ReadonlyMap<number, string> =>
  new Map((sheet.rows.find((one) => one.row === row)?.cells ?? []).map(([column, text]) => [column, text.trim()]));

/** Data begins below the row that says how to fill in; a file whose heads were moved has it two rows further down. */
function byKeys(sheet: ReadSheet, shape: WorkbookSheet, keyRow: number, keys: ReadonlyMap<number, string>): Columns {
  const known = new Set(shape.columns.map((column) => column.key));
  const byNumber = new Map<number, string>();
  const letters = new Map<string, string>();
  const problems: Problem[] = [];
  const ignored: IgnoredColumn[] = [];
  const mapped: string[] = [];
  for (const [number, given] of keys) {
    const key = known.has(given) ? given : currentKey(given);
    const letter = columnLetter(number);
    if (key === null || !known.has(key)) { ignored.push({ column: letter, why: { vi: `cột "${given.slice(0, 60)}" không có trong biểu mẫu`, en: `column "${given.slice(0, 60)}" is not in the template` } }); continue; }
    if (key !== given) mapped.push(`${given} → ${key}`);
    if (letters.has(key)) { problems.push(columnTwice({ key, sheet: sheet.name }, { where: { sheet: sheet.name, row: keyRow, column: letter, field: key } })); continue; }
    byNumber.set(number, key);
    letters.set(key, letter);
  }
  return { byNumber, letters, firstDataRow: keyRow + 3, problems, ignored, mapped };
}

function byLabels(sheet: ReadSheet, shape: WorkbookSheet): Columns | null {
  const keyOf = new Map(shape.columns.flatMap((column) => [[plain(column.label.vi), column.key], [plain(column.label.en), column.key]] as const));
  for (const { row } of sheet.rows.filter((one) => one.row <= HEAD_ROWS)) {
    const found = new Map([...textsOf(sheet, row)].flatMap(([number, text]) => { const key = keyOf.get(plain(text)); return key ? [[number, key] as const] : []; }));
    if (found.size < 2 || found.size < Math.min(shape.columns.length, textsOf(sheet, row).size) * LABELS_MET) continue;
    const columns = byKeys(sheet, shape, row, found);
    const hints = new Set(shape.columns.map((column) => plain(column.hint.vi)));
    const below = [...textsOf(sheet, row + 1).values()];
    const hasHints = below.length > 0 && below.filter((text) => hints.has(plain(text))).length * 2 >= below.length;
    return { ...columns, firstDataRow: row + (hasHints ? 2 : 1), problems: [...columns.problems, keysMissing({ sheet: sheet.name, row }, { where: { sheet: sheet.name, row } })] };
  }
  return null;
}

/** null when this sheet has neither keys nor labels of the shape. */
export function findColumns(sheet: ReadSheet, shape: WorkbookSheet): Columns | null {
  const known = new Set(shape.columns.map((column) => column.key));
  for (const { row } of sheet.rows.filter((one) => one.row <= HEAD_ROWS)) {
    const keys = textsOf(sheet, row);
    if ([...keys.values()].some((key) => known.has(key) || currentKey(key) !== null)) return byKeys(sheet, shape, row, keys);
  }
  return byLabels(sheet, shape);
}
