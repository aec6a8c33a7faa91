/** A document as the cells that a clerk would have typed into the template. */
import { FIELDS, fieldByKey, sectionByKey } from '#standard/dictionary.ts';
import type { Absent, Compound, FieldValue, Line, RecordDocument, WorkbookSheet } from '#standard/shapes.ts';
import { WORKBOOK_SHEETS } from '#standard/workbook-columns.ts';

/** Texts by column key. */
export type Cells = Record<string, string>;
export interface PersonCells {
  readonly nationalId: string;
  readonly hoSo: Cells;
  /** rows by section key */
  readonly sections: Record<string, Cells[]>;
}

const ABSENCE: Readonly<Record<Absent['vang'], string>> = {
  CHUA_XAC_DINH: 'Chưa xác định',
  KHONG_RO: 'Không rõ',
  KHONG_AP_DUNG: 'Không áp dụng',
};

/** Days as people type them: 05/09/2024, 09/2024, 2024. */
const dayText = (text: string): string => (/^\d{4}-\d{2}(-\d{2})?$/.test(text) ? text.split('-').reverse().join('/') : text);

function cellText(value: FieldValue | undefined, part: string | null): string {
  if (value === undefined) return '';
  if (typeof value === 'object') {
    if ('vang' in value) return ABSENCE[(value as Absent).vang];
    const one = part === null ? undefined : (value as Compound)[part];
    return one === undefined ? '' : cellText(one, null);
  }
  return typeof value === 'string' ? dayText(value) : typeof value === 'boolean' ? (value ? 'Có' : 'Không') : String(value);
}

const groupOfField = new Map(FIELDS.map((field) => [field.key, field.group]));

function sheetCells(sheet: WorkbookSheet, get: (fieldKey: string) => FieldValue | undefined): Cells {
  const cells: Cells = {};
  for (const column of sheet.columns) {
    const text = cellText(get(column.field), column.part);
    if (text !== '') cells[column.key] = text;
  }
  return cells;
}

/** Every column that the document has a value for. */
export function cellsOf(nationalId: string, document: RecordDocument): PersonCells {
  const [main, ...others] = WORKBOOK_SHEETS;
  const single = (fieldKey: string): FieldValue | undefined => {
    const group = groupOfField.get(fieldKey);
    const value = group && document[group]?.[fieldKey];
    return Array.isArray(value) ? undefined : (value as FieldValue | undefined);
  };
  const sections: Record<string, Cells[]> = {};
  for (const sheet of others) {
    const section = sectionByKey(sheet.key);
    const lines = section && document[section.group]?.[sheet.key];
    if (!Array.isArray(lines)) continue;
    sections[sheet.key] = (lines as readonly Line[]).map((line) => ({
      soDinhDanh: nationalId,
      ...lineCells(sheet, line),
    }));
  }
  return { nationalId, hoSo: { ...sheetCells(main!, single), soDinhDanh: nationalId }, sections };
}

function lineCells(sheet: WorkbookSheet, line: Line): Cells {
  const cells: Cells = {};
  for (const column of sheet.columns) {
    if (column.key === 'soDinhDanh') continue;
    // A list is one field of the dictionary: its columns are its parts. A section's columns are fields of their own.
    const isList = fieldByKey(sheet.key) !== undefined;
    const text = isList
      ? cellText(line[column.part ?? column.key.slice(sheet.key.length + 1)], null)
      : cellText(line[column.field.slice(sheet.key.length + 1)], column.part);
    if (text !== '') cells[column.key] = text;
  }
  return cells;
}
