/** Which column of a sheet is which: by the keys of row 1, not by position; by labels when the keys are gone. Pure. */
import type { Bilingual, Problem } from '#base/problem.ts';
import { accentFree } from '#base/vietnamese/text.ts';
import type { WorkbookSheet } from '#standard/shapes.ts';
import { PERSON_COLUMN } from '#standard/workbook-columns.ts';
import { currentKey } from './older-templates.ts';
import { cellsMerged, columnTwice, headsMoved, keyDamaged, keysMissing } from './problems.ts';
import type { ReadSheet } from './read-rows.ts';
import type { ReadRow } from './reader/frames.ts';
import { columnLetter, columnNumber } from './reader/sheet-scanner.ts';

/** Rows among which heads are looked for: above them may stand the title of a printed table. */
const HEAD_ROWS = 50;
/** Keys that a row must have to be taken for the row of keys; one may be a word of somebody's own table. */
const KEYS_MET = 2;
/** Keys, labels, how to fill in. */
const HEAD_ROWS_OF_FORM = 3;
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
  /** columns of an older template that are read as one of today's */
  readonly mapped: readonly MappedColumn[];
}

/** A column of an older template: what stands above it in the file, and what it is called today. */
export interface MappedColumn {
  readonly from: string;
  readonly to: Bilingual;
}

/** Columns that were brought over, by the headings that a user reads; one that is in several sheets is told once, with their number. */
export function mappedWords(mapped: readonly MappedColumn[]): Bilingual {
  const sheets = Map.groupBy(mapped, ({ from, to }) => `${from}\n${to.vi}`);
  const told = [...sheets.values()].map((alike): Bilingual => {
    const { from, to } = alike[0]!;
    const same = plain(from) === plain(to.vi);
    const of = alike.length;
    return {
      vi: `${same ? '' : `“${from}” → `}“${to.vi}”${of > 1 ? ` (${of} trang)` : ''}`,
      en: `${same ? '' : `“${from}” → `}“${to.en}”${of > 1 ? ` (${of} sheets)` : ''}`,
    };
  });
  return told.length === 0 ? { vi: '–', en: '–' } : { vi: told.map(({ vi }) => vi).join('; '), en: told.map(({ en }) => en).join('; ') };
}

/** The heading of a column as the user reads it: its label, without the sign of what must be filled in; the key where there is none. */
const headingOf = (sheet: ReadSheet, keyRow: number, column: number, key: string): string =>
  (textsOf(sheet, keyRow + 1).get(column) ?? '').replace(/\s*\*\s*$/, '') || key;

const plain = (text: string): string =>
  accentFree(text)
    .replace(/[*:()]/g, ' ')
    .replace(/\s+/g, ' ')
    .trim();
/** Texts of rows among the heads: each is looked at once for every sheet of the form. */
const known = new WeakMap<ReadRow, ReadonlyMap<number, string>>();
const NO_TEXTS: ReadonlyMap<number, string> = new Map();

function textsOf(sheet: ReadSheet, row: number): ReadonlyMap<number, string> {
  const found = sheet.rows.find((one) => one.row >= row);
  if (found?.row !== row) return NO_TEXTS;
  const texts = known.get(found) ?? new Map(found.cells.map(([column, text]) => [column, text.trim()]));
  known.set(found, texts);
  return texts;
}

/** A row of somebody: a citizen number, however it was spoilt, has nine digits at least. */
const isSomebodys = (texts: ReadonlyMap<number, string>, personColumn: number | undefined): boolean =>
  personColumn !== undefined && ((texts.get(personColumn) ?? '').match(/\d/g)?.length ?? 0) >= 9;

/** Data begins below labels and hints; when one of these rows was deleted, with the first row that is somebody's. */
function firstRowBelow(sheet: ReadSheet, keyRow: number, byNumber: ReadonlyMap<number, string>): number {
  const personColumn = [...byNumber].find(([, key]) => key === PERSON_COLUMN)?.[0];
  return [keyRow + 1, keyRow + 2].find((row) => isSomebodys(textsOf(sheet, row), personColumn)) ?? keyRow + HEAD_ROWS_OF_FORM;
}

const NO_COLUMN = {
  vi: 'cột này không có trong biểu mẫu nên không được đọc',
  en: 'this column is not part of the template and was not read',
};

/** Columns that hold something below the heads and have no key: a user's own. */
function keylessColumns(sheet: ReadSheet, firstDataRow: number, keys: ReadonlyMap<number, string>): IgnoredColumn[] {
  const found = new Set<number>();
  for (const one of sheet.rows) if (one.row >= firstDataRow) one.addColumns(found, keys);
  return [...found]
    .sort((a, b) => a - b)
    .map((column) => ({
      column: columnLetter(column),
      why: NO_COLUMN,
    }));
}

/** Merged ranges that hide something: over several cells of our columns, from the heads down. */
function mergedRanges(sheet: ReadSheet, byNumber: ReadonlyMap<number, string>): Problem[] {
  return sheet.merges.flatMap((range) => {
    const [from, to] = range.split(':');
    const row = Number(/\d+$/.exec(from ?? '')?.[0]);
    const [left, right] = [columnNumber(from ?? ''), columnNumber(to ?? from ?? '')];
    const touched = [...byNumber.keys()].some((column) => column >= left && column <= right);
    return touched && row >= 1
      ? [cellsMerged({ range }, { where: { sheet: sheet.name, row, column: columnLetter(left), field: byNumber.get(left) ?? null } })]
      : [];
  });
}

/** Columns under a row of keys whose label is one of ours, of one column only: column number → key. */
function labelledColumns(sheet: ReadSheet, shape: WorkbookSheet, keyRow: number): ReadonlyMap<number, string> {
  const keysOf = new Map<string, Set<string>>();
  for (const { label, key } of shape.columns) {
    const keys = keysOf.get(plain(label.vi)) ?? new Set<string>();
    keysOf.set(plain(label.vi), keys.add(key));
  }
  return new Map(
    [...textsOf(sheet, keyRow + 1)].flatMap(([number, text]) => {
      const keys = [...(keysOf.get(plain(text)) ?? [])];
      return keys.length === 1 ? [[number, keys[0]!] as const] : [];
    }),
  );
}

/** Columns by the keys of a row. */
function byKeys(sheet: ReadSheet, shape: WorkbookSheet, keyRow: number, keys: ReadonlyMap<number, string>): Columns {
  const known = new Set(shape.columns.map((column) => column.key));
  const byNumber = new Map<number, string>();
  const letters = new Map<string, string>();
  const problems: Problem[] = [];
  const ignored: IgnoredColumn[] = [];
  const mapped: MappedColumn[] = [];
  const damaged: { number: number; key: string }[] = [];
  const labels = labelledColumns(sheet, shape, keyRow);
  for (const number of labels.keys()) if (!keys.has(number)) damaged.push({ number, key: labels.get(number)! });
  for (const [number, given] of keys) {
    const key = known.has(given) ? given : currentKey(given);
    const letter = columnLetter(number);
    if (key === null || !known.has(key)) {
      const labelled = labels.get(number);
      if (labelled !== undefined) {
        damaged.push({ number, key: labelled });
        continue;
      }
      ignored.push({
        column: letter,
        why: { vi: `cột "${given.slice(0, 60)}" không có trong biểu mẫu`, en: `column "${given.slice(0, 60)}" is not in the template` },
      });
      continue;
    }
    if (key !== given)
      mapped.push({ from: headingOf(sheet, keyRow, number, given), to: shape.columns.find((column) => column.key === key)!.label });
    if (letters.has(key)) {
      problems.push(columnTwice({ key, sheet: sheet.name }, { where: { sheet: sheet.name, row: keyRow, column: letter, field: key } }));
      continue;
    }
    byNumber.set(number, key);
    letters.set(key, letter);
  }
  for (const { number, key } of damaged) {
    // A key that stands elsewhere is that column's, whatever is written above this one.
    if (letters.has(key)) {
      ignored.push({ column: columnLetter(number), why: NO_COLUMN });
      continue;
    }
    const column = columnLetter(number);
    byNumber.set(number, key);
    letters.set(key, column);
    problems.push(keyDamaged({ column, sheet: sheet.name, key }, { where: { sheet: sheet.name, row: keyRow, column, field: key } }));
  }
  const firstDataRow = firstRowBelow(sheet, keyRow, byNumber);
  if (firstDataRow !== 1 + HEAD_ROWS_OF_FORM)
    problems.push(headsMoved({ sheet: sheet.name, row: firstDataRow }, { where: { sheet: sheet.name } }));
  return {
    byNumber,
    letters,
    firstDataRow,
    problems: [...problems, ...mergedRanges(sheet, byNumber)],
    ignored: [...ignored, ...keylessColumns(sheet, firstDataRow, new Map([...keys, ...byNumber]))],
    mapped,
  };
}

function byLabels(sheet: ReadSheet, shape: WorkbookSheet): Columns | null {
  const keyOf = new Map(
    shape.columns.flatMap(
      (column) =>
        [
          [plain(column.label.vi), column.key],
          [plain(column.label.en), column.key],
        ] as const,
    ),
  );
  for (const { row } of sheet.rows.filter((one) => one.row <= HEAD_ROWS)) {
    const found = new Map(
      [...textsOf(sheet, row)].flatMap(([number, text]) => {
        const key = keyOf.get(plain(text));
        return key ? [[number, key] as const] : [];
      }),
    );
    if (found.size < 2 || found.size < Math.min(shape.columns.length, textsOf(sheet, row).size) * LABELS_MET) continue;
    const columns = byKeys(sheet, shape, row, found);
    const hints = new Set(shape.columns.map((column) => plain(column.hint.vi)));
    const below = [...textsOf(sheet, row + 1).values()];
    const hasHints = below.length > 0 && below.filter((text) => hints.has(plain(text))).length * 2 >= below.length;
    const firstDataRow = row + (hasHints ? 2 : 1);
    return {
      ...columns,
      firstDataRow,
      ignored: keylessColumns(sheet, firstDataRow, found),
      problems: [
        ...columns.problems.filter((one) => one.code !== headsMoved.declaration.code),
        keysMissing({ sheet: sheet.name, row }, { where: { sheet: sheet.name, row } }),
      ],
    };
  }
  return null;
}

const isKeyOf = (shape: WorkbookSheet): ((text: string) => boolean) => {
  const known = new Set(shape.columns.map((column) => column.key));
  return (text) => known.has(text) || known.has(currentKey(text) ?? '');
};

/** The row with most keys of the shape, and how many it has; null when no row is one of keys. */
function keyRowOf(sheet: ReadSheet, shape: WorkbookSheet): { readonly row: number; readonly keys: number } | null {
  const isKey = isKeyOf(shape);
  let best: { row: number; keys: number } | null = null;
  for (const { row } of sheet.rows) {
    if (row > HEAD_ROWS) break;
    const keys = [...textsOf(sheet, row).values()].filter(isKey).length;
    if (keys >= Math.min(KEYS_MET, shape.columns.length) && keys > (best?.keys ?? 0)) best = { row, keys };
  }
  return best;
}

/** How many keys of the shape stand in a row of keys, but for the person's, which every sheet has. */
export function keysMet(sheet: ReadSheet, shape: WorkbookSheet): number {
  const found = keyRowOf(sheet, shape);
  return found === null
    ? 0
    : [...textsOf(sheet, found.row).values()].filter((text) => text !== PERSON_COLUMN && isKeyOf(shape)(text)).length;
}

/** Has it most labels of the shape, that of the person too, where its keys are gone? A list of somebody's own may have some of them. */
export function isLabelled(sheet: ReadSheet, shape: WorkbookSheet): boolean {
  const letters = byLabels(sheet, shape)?.letters;
  return letters !== undefined && letters.has(PERSON_COLUMN) && letters.size >= Math.max(3, shape.columns.length * LABELS_MET);
}

/** null when this sheet has neither keys nor labels of the shape. */
export function findColumns(sheet: ReadSheet, shape: WorkbookSheet): Columns | null {
  const found = keyRowOf(sheet, shape);
  return found === null ? byLabels(sheet, shape) : byKeys(sheet, shape, found.row, textsOf(sheet, found.row));
}
