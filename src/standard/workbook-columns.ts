/**
 * The sheets and columns of the workbook template, derived from the dictionary: what a body supplies and can type.
 * Compound fields are one column a part; lists and sections are sheets of their own with `soDinhDanh` first.
 */
import type { Bilingual } from '#base/problem.ts';
import { RECORD_CODE } from './check/record-code.ts';
import { CONDITIONS } from './conditions.ts';
import { FIELDS, GROUPS, leavesOf, SECTIONS } from './dictionary.ts';
import type { Field, KindSpec, Leaf, Section } from './field-shape.ts';
import { kindOf } from './kinds/all.ts';
import type { DropDown, WorkbookColumn, WorkbookSheet } from './shapes.ts';

/** The sheet of single-valued fields, one row a person. */
export const MAIN_SHEET = 'hoSo';
/** The column that says whose row it is. */
export const PERSON_COLUMN = 'soDinhDanh';

/** A body supplies it and can type it. */
export const isInWorkbook = (leaf: Leaf): boolean => leaf.field.suppliedBy === 'body' && kindOf(leaf.kind).typed;
/** Somebody can type it, a body or the person themselves: what is read where it is stated. */
export const isStated = (leaf: Leaf): boolean => isInWorkbook(leaf) || (leaf.field.suppliedBy === 'person' && kindOf(leaf.kind).typed);

function dropDownOf(kind: KindSpec): DropDown | null {
  switch (kind.name) {
    case 'code':
      return { codeLists: kind.codeLists, offers: kind.kept ? 'ever' : 'held', free: kind.open ?? false };
    case 'codeOrText':
      return { codeLists: kind.codeLists, offers: 'held', free: true };
    case 'text':
      return kind.codeList === undefined ? null : { codeLists: [kind.codeList], offers: kind.ofPast ? 'ever' : 'held', free: true };
    default:
      return null;
  }
}

/** Needed in every row: by itself, or because the line is there at all. */
const isAlwaysNeeded = (leaf: Leaf): boolean => leaf.required === 'R' || leaf.requiredWhen === CONDITIONS.lineIsThere;

/** The mark and the condition that stand in row 3 before how to fill it in. */
function hintOf(leaf: Leaf, kind: KindSpec, isNeeded: boolean): Bilingual {
  const { vi, en } = kindOf(kind).hint(kind);
  // A part that may be left out is not marked as needed because the whole is.
  if (!isNeeded) return { vi, en };
  if (isAlwaysNeeded(leaf)) return { vi: `(*) ${vi}`, en: `(*) ${en}` };
  if (leaf.requiredWhen === null) return { vi, en };
  return { vi: `${vi}. Cần khi ${leaf.requiredWhen.text.vi}`, en: `${en}. Needed when ${leaf.requiredWhen.text.en}` };
}

function columnsOf(leaf: Leaf): WorkbookColumn[] {
  const kind = kindOf(leaf.kind);
  const column = (key: string, part: string | null, label: Bilingual, spec: KindSpec, isNeeded: boolean): WorkbookColumn => {
    const { format, widthChars } = kindOf(spec).cell(spec);
    return {
      key,
      field: leaf.field.key,
      part,
      label,
      hint: hintOf(leaf, spec, isNeeded),
      required: isNeeded && isAlwaysNeeded(leaf),
      dropDown: dropDownOf(spec),
      isDay: spec.name === 'date' || spec.name === 'partialDate',
      cellFormat: format,
      widthChars,
    };
  };
  const parts = kind.parts(leaf.kind);
  if (parts === null) return [column(leaf.path, null, leaf.label, leaf.kind, true)];
  return parts.map((part) =>
    column(
      `${leaf.path}.${part.key}`,
      part.key,
      { vi: `${leaf.label.vi}: ${part.label.vi}`, en: `${leaf.label.en}: ${part.label.en}` },
      part.kind,
      part.required,
    ),
  );
}

/**
 * The sheets for these fields and sections; a sheet without columns is left out.
 *
 * @param has  which fields have columns; what a body supplies when not said
 */
export function workbookSheets(
  fields: readonly Field[],
  sections: readonly Section[],
  has: (leaf: Leaf) => boolean = isInWorkbook,
): readonly WorkbookSheet[] {
  const single = GROUPS.flatMap((group) => leavesOf(fields, group.code, null).filter(has).flatMap(columnsOf));
  const person = single.find((column) => column.key === PERSON_COLUMN);
  const main = person ? [person, ...single.filter((column) => column !== person)] : single;
  // Last, so that no letter of a form that is in use moves.
  const code = leavesOf(fields, 'A', null)
    .filter((leaf) => leaf.field.key === RECORD_CODE)
    .flatMap(columnsOf)
    .map((column) => ({ ...column, readOnly: true as const, cellFormat: 'text' as const, widthChars: 16 }));
  return [
    { key: MAIN_SHEET, name: 'Hồ sơ', columns: [...main, ...code] },
    ...sections.flatMap((section): WorkbookSheet[] => {
      const columns = leavesOf(fields, section.group, section.key).filter(has).flatMap(columnsOf);
      // A line whose file cannot stand in a workbook cannot be stated by one.
      const needsFile = leavesOf(fields, section.group, section.key).some((leaf) => leaf.required === 'R' && leaf.kind.name === 'file');
      return columns.length === 0 || needsFile || !person ? [] : [{ key: section.key, name: section.sheet, columns: [person, ...columns] }];
    }),
  ];
}

export const WORKBOOK_SHEETS: readonly WorkbookSheet[] = workbookSheets(FIELDS, SECTIONS);
