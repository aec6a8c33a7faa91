/**
 * A record as the cells of the template: what reading them gives is the record again. For templates that are filled in beforehand, and for the demo.
 * Pure; nothing of it is a program's format.
 */
import { showDate } from '#base/vietnamese/dates.ts';
import { RECORD_CODE } from './check/record-code.ts';
import { codeList } from './code-lists.ts';
import { fieldByKey, sectionByKey } from './dictionary.ts';
import { isAbsent } from './record-access.ts';
import type { AbsenceState, Compound, FieldValue, Line, RecordDocument, WorkbookColumn, WorkbookSheet } from './shapes.ts';
import { MAIN_SHEET, PERSON_COLUMN, WORKBOOK_SHEETS } from './workbook-columns.ts';

/** Texts by column key. */
export type Cells = Record<string, string>;

export interface TypedCells {
  readonly hoSo: Cells;
  /** rows by section key; a section without rows has no key */
  readonly sections: Record<string, Cells[]>;
  /** labels of fields, and names of sheets, that have a value and were left out because they are not seen */
  readonly leftOut: readonly string[];
}

export interface HowTyped {
  /** is the value of this field given? All are when not said */
  readonly sees?: (fieldKey: string) => boolean;
  /** codes as the drop-downs show them ("01 – Kinh"); as they are when not said */
  readonly named?: boolean;
  /** whose columns are typed; those of the template when not said */
  readonly sheets?: readonly WorkbookSheet[];
}

const ABSENCE: Readonly<Record<AbsenceState, string>> = {
  CHUA_XAC_DINH: 'Chưa xác định',
  KHONG_RO: 'Không rõ',
  KHONG_AP_DUNG: 'Không áp dụng',
};

/** The text that a drop-down offers for a code; the code alone where its name changed, for a name is read as of the day of its fact. */
function named(code: string, { dropDown }: WorkbookColumn): string {
  if (dropDown === null) return code;
  const names = new Set(
    dropDown.codeLists.flatMap((id) =>
      codeList(id)
        .entries.filter((entry) => entry.code === code)
        .map(({ name }) => name),
    ),
  );
  const [name] = names;
  return names.size === 1 ? `${code} – ${name!}` : code;
}

function cellText(value: FieldValue | undefined, column: WorkbookColumn, how: HowTyped): string {
  if (value === undefined) return '';
  if (isAbsent(value)) return ABSENCE[value.vang];
  if (typeof value === 'object') return cellText(column.part === null ? undefined : (value as Compound)[column.part], column, how);
  if (typeof value === 'boolean') return value ? 'Có' : 'Không';
  if (typeof value === 'number') return String(value);
  if (column.isDay) return showDate(value);
  return how.named ? named(value, column) : value;
}

/** What a row says of one column: of a list, which is one field of the dictionary, columns are its parts; of a section, fields of their own. */
function valueIn(line: Line, sheet: WorkbookSheet, column: WorkbookColumn): FieldValue | undefined {
  const key = (fieldByKey(sheet.key) === undefined ? column.field : column.key).slice(sheet.key.length + 1);
  return line[key];
}

/** The sheet's fields, without the column that says whose row it is. */
const fieldsOf = (sheet: WorkbookSheet): readonly string[] => [
  ...new Set(sheet.columns.filter(({ key }) => key !== PERSON_COLUMN).map(({ field }) => field)),
];

function rowsOf(sheet: WorkbookSheet, lines: readonly Line[], nationalId: string, how: HowTyped): Cells[] {
  return lines.map((line) => {
    const cells: Cells = { [PERSON_COLUMN]: nationalId };
    for (const column of sheet.columns) {
      if (column.key === PERSON_COLUMN) continue;
      const text = cellText(valueIn(line, sheet, column), column, how);
      if (text !== '') cells[column.key] = text;
    }
    return cells;
  });
}

/**
 * Every column that the record has a value for and that is seen. A blank cell of `Hồ sơ` leaves a value as it is; the rows of a section take the place of
 * all of it, so a section of which anything is not seen is left out whole.
 */
export function typedCells(nationalId: string, document: RecordDocument, how: HowTyped = {}): TypedCells {
  const sees = how.sees ?? (() => true);
  const leftOut = new Set<string>();
  const hoSo: Cells = {};
  const sections: Record<string, Cells[]> = {};
  for (const sheet of how.sheets ?? WORKBOOK_SHEETS) {
    if (sheet.key === MAIN_SHEET) {
      for (const column of sheet.columns) {
        const field = fieldByKey(column.field)!;
        const value = document[field.group]?.[column.field];
        const text = Array.isArray(value) ? '' : cellText(value as FieldValue | undefined, column, how);
        if (text === '') continue;
        if (sees(field.key)) hoSo[column.key] = text;
        else leftOut.add(field.label.vi);
      }
      continue;
    }
    const section = sectionByKey(sheet.key);
    const lines = section && document[section.group]?.[sheet.key];
    if (!Array.isArray(lines) || lines.length === 0) continue;
    if (fieldsOf(sheet).every(sees)) sections[sheet.key] = rowsOf(sheet, lines as readonly Line[], nationalId, how);
    else leftOut.add(sheet.name);
  }
  return { hoSo: { ...hoSo, [PERSON_COLUMN]: nationalId, [RECORD_CODE]: nationalId }, sections, leftOut: [...leftOut] };
}
