/** Facts of a person as the exchange names and prints them, out of the register. Pure. What is printed here reads back as the same value. */
import { canonicalJson } from '#base/canonical-json.ts';
import { FIELDS, fieldByKey, sectionByKey } from '#standard/dictionary.ts';
import { RECORD_CODE } from '#standard/check/record-code.ts';
import { linesOf } from '#standard/record-access.ts';
import type { GroupCode, Line, RecordDocument, WorkbookSheet } from '#standard/shapes.ts';
import { typedCells } from '#standard/typed-cells.ts';
import { MAIN_SHEET, PERSON_COLUMN, WORKBOOK_SHEETS, isInWorkbook, isStated, workbookSheets } from '#standard/workbook-columns.ts';
import { recordAsOf } from '#record/register/as-of.ts';
import type { PersonVersion, RecordAsOf } from '#record/register/shapes.ts';
import type { ExchangeValue, FactStanding, PersonFacts } from './shapes.ts';

const NO_FACT: ReadonlySet<string> = new Set([PERSON_COLUMN, RECORD_CODE]);
type Columns = ReadonlyMap<string, { readonly group: GroupCode; readonly field: string }>;
const columnsOf = (sheets: readonly WorkbookSheet[]): Columns =>
  new Map(
    sheets
      .find(({ key }) => key === MAIN_SHEET)!
      .columns.flatMap(({ key, field, readOnly }) =>
        NO_FACT.has(key) || readOnly ? [] : [[key, { group: fieldByKey(field)!.group, field }]],
      ),
  );

/** group and field of each column that a body may write */
const COLUMNS = columnsOf(WORKBOOK_SHEETS);
/** What a body is told of its people: what it supplies, and what they say of themselves, but for what is sealed. */
const TOLD_SHEETS: readonly WorkbookSheet[] = [
  ...workbookSheets(FIELDS, [], (leaf) => isInWorkbook(leaf) || (isStated(leaf) && !leaf.field.sealed)),
  ...WORKBOOK_SHEETS.filter(({ key }) => key !== MAIN_SHEET),
];
const TOLD_COLUMNS = columnsOf(TOLD_SHEETS);
const SECTIONS = WORKBOOK_SHEETS.flatMap(({ key }) => {
  const section = key === MAIN_SHEET ? undefined : sectionByKey(key);
  return section ? [{ key, group: section.group }] : [];
});

/** Do two values say the same? */
export const sameValue = (a: unknown, b: unknown): boolean => canonicalJson(a) === canonicalJson(b);

/** What a fact is of: a column, or a line of a section (null: the section as a whole); null where it is nothing of the dictionary. */
export interface NamedFact {
  readonly group: GroupCode;
  readonly key: string;
  readonly line: string | null;
  /** as the register names it, whatever letter was written before it */
  readonly name: string;
}

/** What a body may write. @param fact  `B/hoTen`, `E/hopDong#2` */
export const namedFact = (fact: string): NamedFact | null => factAmong(COLUMNS, fact);

function factAmong(columns: Columns, fact: string): NamedFact | null {
  const [, key = '', line] = /^[A-Z]\/([^#]+)(?:#(.+))?$/.exec(fact) ?? [];
  if (line === undefined) {
    const column = columns.get(key);
    return column ? { group: column.group, key, line: null, name: `${column.group}/${key}` } : null;
  }
  const section = SECTIONS.find((one) => one.key === key);
  return section ? { group: section.group, key, line, name: `${section.group}/${key}#${line}` } : null;
}

/** Values that a document says, by the name of the fact; a line by its number in the register, or, where it has none yet, by its place. */
export function valuesOf(document: RecordDocument): Readonly<Record<string, ExchangeValue>> {
  const { hoSo, sections } = typedCells('', document, { sheets: TOLD_SHEETS });
  const values: Record<string, ExchangeValue> = {};
  for (const [key, text] of Object.entries(hoSo)) {
    const column = TOLD_COLUMNS.get(key);
    if (column) values[`${column.group}/${key}`] = text;
  }
  for (const { key, group } of SECTIONS) {
    const lines = linesOf(document, group, key) ?? [];
    for (const [at, { [PERSON_COLUMN]: _person, ...cells }] of (sections[key] ?? []).entries())
      values[`${group}/${key}#${lineName(lines[at]!, at)}`] = cells;
  }
  return values;
}

const lineName = (line: Line, at: number): string => String(line['dong'] ?? `+${at}`);

/** The version that brought what a fact says today. */
function broughtBy({ broughtBy: fields, linesBroughtBy }: RecordAsOf, { group, key, line }: NamedFact): PersonVersion | undefined {
  if (line !== null) return linesBroughtBy[group]?.[key]?.[line];
  return fields[group]?.[TOLD_COLUMNS.get(key)!.field];
}

/** What stands of everything that a body is told, each from the day on which it was brought. */
export function factsOf(record: RecordAsOf): PersonFacts {
  const facts: Record<string, FactStanding> = {};
  for (const [name, value] of Object.entries(valuesOf(record.document))) {
    const version = broughtBy(record, factAmong(TOLD_COLUMNS, name)!);
    if (version) facts[name] = { value, validFrom: version.validFrom, ended: null };
  }
  return facts;
}

/** What was stated last, of whatever day: both ends compare what was said, and neither needs a clock for it. */
const LAST_DAY = '9999-12-31';

/** Facts of one person as known at a point of the register. */
export const factsKnown = (versions: readonly PersonVersion[], knownTx = Number.MAX_SAFE_INTEGER): PersonFacts =>
  factsOf(recordAsOf(versions, LAST_DAY, knownTx));
