/** Who has the word about each group of a record, and the columns that a person fills in: dated rows with their source (`declared-fields.json`). Pure. */
import type { PlainDate } from '#base/clock.ts';
import { FIELDS, GROUPS, SECTIONS } from '#standard/dictionary.ts';
import type { GroupCode, WorkbookColumn, WorkbookSheet } from '#standard/shapes.ts';
import { MAIN_SHEET, PERSON_COLUMN, isStated, workbookSheets } from '#standard/workbook-columns.ts';
import data from './declared-fields.json' with { type: 'json' };

/** `person`: the person fills it in · `population`: the population database has the word · `body`: decisions of the body · `system`: written by the system */
export type DeclaredBy = 'person' | 'population' | 'body' | 'system';

interface Rule {
  readonly validFrom: PlainDate | null;
  readonly validTo: PlainDate | null;
  readonly person: readonly string[];
  readonly population: readonly string[];
  readonly body: readonly string[];
}

/** The rule of a day; throws when none is in force, which the packed data exclude (test). */
function ruleOn(day: PlainDate): Rule {
  const rules: readonly Rule[] = data.rules;
  const rule = rules.find(({ validFrom, validTo }) => (validFrom === null || validFrom <= day) && (validTo === null || day < validTo));
  if (!rule) throw new Error(`no rule of declared fields on ${day}`);
  return rule;
}

export function declaredBy(group: GroupCode, day: PlainDate): DeclaredBy {
  const rule = ruleOn(day);
  return (['person', 'population', 'body'] as const).find((who) => rule[who].includes(group)) ?? 'system';
}

/** Groups that a person goes through, in the order of the form. */
export const declaredGroups = (day: PlainDate): readonly GroupCode[] =>
  GROUPS.map(({ code }) => code).filter((code) => declaredBy(code, day) !== 'system');

/** A repeating section as it is filled in. */
export interface DeclaredSection {
  readonly key: string;
  readonly columns: readonly WorkbookColumn[];
}

/** What of a group a person fills in; nothing where somebody else has the word. */
export interface DeclaredForm {
  readonly columns: readonly WorkbookColumn[];
  readonly sections: readonly DeclaredSection[];
}

const OWN_ROLE = 'CA_NHAN';
const withoutPerson = ({ columns }: WorkbookSheet): WorkbookColumn[] => columns.filter(({ key }) => key !== PERSON_COLUMN);

function formOf(group: GroupCode): DeclaredForm {
  const fields = FIELDS.filter((field) => field.key === PERSON_COLUMN || (field.group === group && field.visibleTo.includes(OWN_ROLE)));
  const sheets = workbookSheets(
    fields,
    SECTIONS.filter((section) => section.group === group),
    isStated,
  );
  return {
    columns: sheets.filter(({ key }) => key === MAIN_SHEET).flatMap(withoutPerson),
    sections: sheets.filter(({ key }) => key !== MAIN_SHEET).map((sheet) => ({ key: sheet.key, columns: withoutPerson(sheet) })),
  };
}

const forms = new Map<GroupCode, DeclaredForm>(GROUPS.map(({ code }) => [code, formOf(code)]));
const NOTHING: DeclaredForm = { columns: [], sections: [] };

export const declaredForm = (group: GroupCode, day: PlainDate): DeclaredForm =>
  declaredBy(group, day) === 'person' ? forms.get(group)! : NOTHING;

/** All that can be declared, as sheets by which a record is typed. */
export const DECLARED_SHEETS: readonly WorkbookSheet[] = workbookSheets(
  FIELDS.filter((field) => field.key === PERSON_COLUMN || field.visibleTo.includes(OWN_ROLE)),
  SECTIONS,
  isStated,
);
