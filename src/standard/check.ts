/**
 * A person's rows → the document they state, and every problem in one pass. Pure; knows no file and no database.
 *
 * Cell by cell (kind, code list as of the fact's date), then what is missing, then the cross-field rules.
 * What needs the database is listed in `NOT_CHECKED_OFFLINE`.
 */
import type { Bilingual, Problem, ProblemPlace } from '#base/problem.ts';
import { addMissing, addMissingInLine } from './check/missing.ts';
import { mainPlan, sectionPlans } from './check/plan.ts';
import { PlaceReader } from './check/place-reader.ts';
import { checkRecordCode } from './check/record-code.ts';
import { readGroups, readLines } from './check/read-rows.ts';
import { GROUPS } from './dictionary.ts';
import { judgedBy } from './list-edition.ts';
import { findInDocument, problemOf, RULES, type Finding } from './rules.ts';
import type { CheckContext, CheckedPerson, GroupCode, GroupDocument, Line, RawLine, RawPerson, RecordDocument } from './shapes.ts';

/** Something that was not checked, in words, and what it would have needed: whoever has that, and asks it, takes it off the list. */
export interface NotChecked extends Bilingual {
  readonly needs: 'register' | 'bodies' | 'population' | 'eyes';
}

/** What the check of a file alone cannot tell, one entry each. */
export const NOT_CHECKED_OFFLINE: readonly NotChecked[] = [
  ...RULES.filter((rule) => rule.needs === 'database').map(({ title }) => ({ ...title, needs: 'register' as const })),
  {
    vi: 'Mã, tên cơ quan có trong hệ thống tổ chức hay không',
    en: 'whether codes and names of agencies exist in the register of agencies',
    needs: 'bodies',
  },
  {
    vi: 'Người trong tệp có thuộc cơ quan gửi hay không',
    en: 'whether the people of the file belong to the sending agency',
    needs: 'register',
  },
  { vi: 'Đối soát với CSDL quốc gia về dân cư', en: 'matching with the population database', needs: 'population' },
];

/** Where a finding of a rule stands in the file. */
/** The place of a finding, and what stands in its cell: the user reads it as they typed it, not as we keep it. */
function placeOf(
  finding: Finding,
  person: RawPerson,
  context: CheckContext,
): { where: ProblemPlace; value: string | null; isNumber: boolean } {
  const { section, line, key } = finding.at;
  const row = section === null ? person.line : person.sections.get(section)?.[line ?? 0];
  const path = section === null ? key : `${section}.${key}`;
  const sheet = row?.sheet ?? person.line.sheet;
  const column = finding.at.column ?? path;
  return {
    where: { sheet, row: row?.row ?? null, column: context.columnOf(sheet, column), field: path },
    value: row?.cells.get(column)?.text ?? finding.value ?? null,
    isNumber: row?.cells.get(column)?.kind === 'number',
  };
}

/**
 * Reads and checks one person.
 *
 * @param person   the row of `Hồ sơ` and the rows of the sections, cells as they stand in the file
 * @param context  `today` bounds dates of the past; `asOf` is the date of facts without a date of their own
 * @returns        all problems, not only the first; the document holds what could be read (also beside an error elsewhere);
 *                 a blank cell is not in it (not stated), a typed absence stands as {vang}
 */
export const checkPerson = (person: RawPerson, context: CheckContext): CheckedPerson =>
  context.lists ? judgedBy(context.lists, () => readPerson(person, context)) : readPerson(person, context);

function readPerson(person: RawPerson, context: CheckContext): CheckedPerson {
  const problems: Problem[] = [];
  const at = new PlaceReader(problems, context);
  const groups: Partial<Record<GroupCode, GroupDocument>> = {};
  readGroups(mainPlan, person.line, at, groups);
  const rowsOfLines = new Map<string, readonly number[]>();
  for (const plan of sectionPlans) {
    const rows = person.sections.get(plan.section.key);
    if (rows === undefined || rows.length === 0) continue;
    const read = readLines(plan, rows, at, context.asOf);
    if (read === null) continue;
    rowsOfLines.set(plan.section.key, read.rowIndexes);
    const lines: readonly Line[] = read.lines;
    groups[plan.section.group] = { ...groups[plan.section.group], [plan.section.key]: lines };
  }
  const document: RecordDocument = inFormOrder(groups);
  addMissing(person, document, rowsOfLines, at, context);
  const found = context.partOfRecord
    ? []
    : findInDocument({
        document,
        today: context.today,
        asOf: context.asOf,
        rowsOf: (section) => rowNumbers(person, section, rowsOfLines.get(section)),
      });
  for (const finding of found) {
    const atRow =
      finding.at.section === null
        ? finding
        : { ...finding, at: { ...finding.at, line: rowsOfLines.get(finding.at.section)?.[finding.at.line ?? 0] ?? 0 } };
    problems.push(problemOf(finding, placeOf(atRow, person, context)));
  }
  const id = document.B?.['soDinhDanh'];
  const nationalId = typeof id === 'string' ? id : null;
  checkRecordCode(person.line, nationalId, at);
  return { nationalId, document, problems };
}

/**
 * Reads one line of a section by itself: a line that is added or corrected, or the date by which one ends.
 *
 * @param section  key of a section that is filled in by bodies; of any other nothing is read
 * @param how      `whole`: what the line lacks is told too
 * @returns        the line as far as it could be read; null when it says nothing. No rule is asked: it looks at the whole record
 */
export const checkLine = (section: string, row: RawLine, context: CheckContext, how: { readonly whole: boolean }): CheckedLine =>
  context.lists ? judgedBy(context.lists, () => readLine(section, row, context, how)) : readLine(section, row, context, how);

interface CheckedLine {
  readonly line: Line | null;
  readonly problems: readonly Problem[];
}

function readLine(section: string, row: RawLine, context: CheckContext, how: { readonly whole: boolean }): CheckedLine {
  const plan = sectionPlans.find((one) => one.section.key === section);
  const problems: Problem[] = [];
  const at = new PlaceReader(problems, context);
  const line = (plan && readLines(plan, [row], at, context.asOf)?.lines[0]) ?? null;
  if (line !== null && how.whole) addMissingInLine(section, row, line, {}, at, context.asOf);
  return { line, problems };
}

const inFormOrder = (groups: RecordDocument): RecordDocument =>
  Object.fromEntries(GROUPS.flatMap(({ code }) => (groups[code] === undefined ? [] : [[code, groups[code]]])));

const rowNumbers = (person: RawPerson, section: string, indexes: readonly number[] | undefined): readonly number[] =>
  (indexes ?? []).map((index) => person.sections.get(section)?.[index]?.row ?? 0);
