/** Which sheet of a file is which of the form: by its name, and by its keys when it has another one. What is left out is told. Pure. */
import type { Problem } from '#base/problem.ts';
import type { WorkbookSheet } from '#standard/shapes.ts';
import { WORKBOOK_SHEETS } from '#standard/workbook-columns.ts';
import { findColumns, isLabelled, keysMet } from './columns.ts';
import { sheetLeftOut, sheetRenamed } from './problems.ts';
import type { ReadSheet } from './read-rows.ts';
import type { Ignored } from './shapes.ts';
import { plainName } from './reader/read-sheets.ts';
import { GUIDE_SHEET, LISTS_SHEET, META_SHEET } from './template.ts';

/** Sheets that nobody fills in. */
const OUR_OTHER_SHEETS = new Set([GUIDE_SHEET, LISTS_SHEET, META_SHEET, 'Danh sách lỗi'].map(plainName));

const shapeByName = (sheet: ReadSheet): WorkbookSheet | undefined =>
  WORKBOOK_SHEETS.find((one) => plainName(one.name) === plainName(sheet.name));

/** The sheet of the form whose keys stand in this one; without keys the one of its name, or else one whose labels stand in it. */
export function shapeByHeads(sheet: ReadSheet): WorkbookSheet | undefined {
  if (OUR_OTHER_SHEETS.has(plainName(sheet.name))) return undefined;
  const named = shapeByName(sheet);
  const met = WORKBOOK_SHEETS.map((shape) => ({ shape, keys: keysMet(sheet, shape) })).sort((a, b) => b.keys - a.keys)[0];
  if (met && met.keys > 0) return met.shape;
  if (named && findColumns(sheet, named)) return named;
  return WORKBOOK_SHEETS.find((shape) => isLabelled(sheet, shape));
}

const hasRows = (sheet: ReadSheet, shape: WorkbookSheet): boolean => {
  const columns = findColumns(sheet, shape);
  const first = columns?.firstDataRow ?? 1;
  return sheet.rows.some((row) => row.row >= first && row.cells.some(([, text]) => text.trim() !== ''));
};

export interface ChosenSheets {
  readonly chosen: readonly { readonly sheet: ReadSheet; readonly shape: WorkbookSheet }[];
  readonly problems: readonly Problem[];
  readonly ignored: readonly Ignored[];
}

const notRead = (sheet: ReadSheet): Ignored => ({
  kind: 'sheet',
  sheet: sheet.name,
  row: null,
  column: null,
  why: { vi: 'trang này không thuộc biểu mẫu nên không được đọc', en: 'this sheet is not part of the template and was not read' },
});

const leftOut = (sheet: ReadSheet, shape: WorkbookSheet, instead: string): Problem =>
  sheetLeftOut({ sheet: sheet.name, form: shape.name, instead }, { where: { sheet: sheet.name } });

/** One sheet for each of the form: the one of its name before others; one without rows before none. */
export function chooseSheets(sheets: readonly ReadSheet[]): ChosenSheets {
  const chosen: { sheet: ReadSheet; shape: WorkbookSheet }[] = [];
  const problems: Problem[] = [];
  const ignored: Ignored[] = [];
  const known = sheets.map((sheet) => {
    const byName = shapeByName(sheet);
    // A sheet may have the name of one and the keys of another: what stands in it decides.
    const shape = shapeByHeads(sheet);
    return { sheet, shape, isNamed: byName !== undefined && byName === shape, byName };
  });
  for (const { sheet, shape, byName } of known) {
    if (shape || OUR_OTHER_SHEETS.has(plainName(sheet.name))) continue;
    ignored.push(notRead(sheet));
    if (byName && hasRows(sheet, byName)) problems.push(leftOut(sheet, byName, '–'));
  }
  for (const form of WORKBOOK_SHEETS) {
    const alike = known.filter((one) => one.shape === form);
    const withRows = alike.filter(({ sheet }) => hasRows(sheet, form));
    const best = [...(withRows.length > 0 ? withRows : alike)].sort((a, b) => Number(b.isNamed) - Number(a.isNamed))[0];
    if (!best) continue;
    chosen.push({ sheet: best.sheet, shape: form });
    if (!best.isNamed) problems.push(sheetRenamed({ sheet: best.sheet.name, form: form.name }, { where: { sheet: best.sheet.name } }));
    for (const { sheet } of alike) {
      if (sheet === best.sheet) continue;
      ignored.push(notRead(sheet));
      if (withRows.some((one) => one.sheet === sheet)) problems.push(leftOut(sheet, form, best.sheet.name));
    }
  }
  return { chosen, problems, ignored };
}
