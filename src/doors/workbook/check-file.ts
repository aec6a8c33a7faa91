/** From the rows of a workbook to people with their problems: who is whose, what is missing of the file, what was ignored. */
import { createHash } from 'node:crypto';
import { isPlainDate } from '#base/clock.ts';
import type { PlainDate } from '#base/clock.ts';
import type { Problem, ProblemPlace } from '#base/problem.ts';
import { cleanText } from '#base/vietnamese/text.ts';
import type { AcceptedFix, PeopleInTurn, ReadPerson } from '#record/intake/port.ts';
import { NOT_CHECKED_OFFLINE, checkPerson } from '#standard/check.ts';
import type { NotChecked } from '#standard/check.ts';
import { DICTIONARY_HASH, DICTIONARY_VERSION } from '#standard/dictionary.ts';
import type { ListEdition } from '#standard/list-edition.ts';
import type { CheckContext, RawLine, RawPerson } from '#standard/shapes.ts';
import { MAIN_SHEET, PERSON_COLUMN, WORKBOOK_SHEETS } from '#standard/workbook-columns.ts';
import { mappedWords } from './columns.ts';
import type { Ignored } from './shapes.ts';
import { idMissing, noMeta, notOurTemplate, oldTemplate, orphanRow, personTwice, refusalOf, rowsOfNobody } from './problems.ts';
import { readRows } from './read-rows.ts';
import type { ReadRows, ReadSheet } from './read-rows.ts';
import { openSheet, personKey, rowOfPlace, valuesAbove } from './opened-sheet.ts';
import type { OpenedSheet } from './opened-sheet.ts';
import { chooseSheets, shapeByHeads } from './sheets.ts';
import type { ReadRow } from './reader/frames.ts';
import { plainName } from './reader/read-sheets.ts';
import { META_SHEET, TEMPLATE_ID } from './template.ts';

export interface CheckOptions {
  readonly today: PlainDate;
  readonly asOf: PlainDate;
  readonly demo: boolean;
  /** those of this program when not said: the check without a server */
  readonly lists?: ListEdition;
  readonly fixes: readonly AcceptedFix[];
  readonly bodyKnown?: CheckContext['bodyKnown'];
  readonly bodyNamed?: CheckContext['bodyNamed'];
  readonly progress?: (done: number, total: number) => void;
  /** called with rows read so far */
  readonly reading?: (rows: number) => void;
  readonly signal?: AbortSignal | undefined;
}

/** A person of a workbook, with Excel's number of their row in the first sheet: what is said of them outside names it. */
export interface PersonOfWorkbook extends ReadPerson {
  readonly row: number;
}

/** People of a file, read and checked one after the other as they are asked for: who wants them MUST walk once, and keeps what they need. */
export interface PeopleOfWorkbook extends PeopleInTurn {
  [Symbol.asyncIterator](): AsyncIterator<PersonOfWorkbook>;
}

export interface CheckedFile {
  readonly kind: 'read';
  readonly sha256: string;
  readonly template: string | null;
  readonly version: string | null;
  readonly org: string | null;
  /** the day on which the template was issued; null when the file does not say one */
  readonly issuedOn: PlainDate | null;
  readonly people: PeopleOfWorkbook;
  /** of the file, its sheets, and rows that belong to nobody */
  readonly problems: readonly Problem[];
  readonly ignored: readonly Ignored[];
  readonly notChecked: readonly NotChecked[];
}
export type CheckedWorkbook = CheckedFile | { readonly kind: 'refused'; readonly problem: Problem };

/** Columns of the widest sheet: values far beyond it refuse the file. */
const WIDEST = Math.max(...WORKBOOK_SHEETS.map((sheet) => sheet.columns.length));
/** People checked before progress is told, and the process breathes. */
const YIELD_EVERY_PEOPLE = 200;

const dayIn = (text: string | undefined): PlainDate | null => (text !== undefined && isPlainDate(text) ? text : null);

function metaOf(sheets: readonly ReadSheet[]): ReadonlyMap<string, string> {
  const rows = sheets.find((sheet) => plainName(sheet.name) === META_SHEET)?.rows ?? [];
  return new Map(
    rows.flatMap(({ cells }) => {
      const [key, value] = [cells.find((cell) => cell[0] === 1)?.[1], cells.find((cell) => cell[0] === 2)?.[1]];
      return key && value ? [[key, value] as const] : [];
    }),
  );
}

function fileProblems(meta: ReadonlyMap<string, string>, opened: readonly OpenedSheet[]): Problem[] {
  const mapped = opened.flatMap((sheet) => sheet.columns.mapped);
  const version = meta.get('version');
  const isOther =
    (version !== undefined && version !== DICTIONARY_VERSION) || (meta.get('dictionary') ?? DICTIONARY_HASH) !== DICTIONARY_HASH;
  return [
    ...(meta.get('template') === TEMPLATE_ID ? [] : [noMeta()]),
    ...(mapped.length > 0 || isOther
      ? [oldTemplate({ found: version ?? '?', current: DICTIONARY_VERSION, mapped: mappedWords(mapped) })]
      : []),
    ...opened.flatMap((sheet) => sheet.columns.problems),
  ];
}

/** A row of a section, and whose sheet it stands in. */
interface SectionRow {
  readonly sheet: OpenedSheet;
  readonly row: ReadRow;
}

/** Rows of the sections by person, in the order of the file; rows of nobody are problems of the file. */
function rowsByPerson(
  sections: readonly OpenedSheet[],
  people: ReadonlyMap<string, unknown>,
): { rows: Map<string, SectionRow[]>; problems: Problem[] } {
  const rows = new Map<string, SectionRow[]>();
  const problems: Problem[] = [];
  for (const sheet of sections) {
    for (const row of sheet.rows) {
      const cell = sheet.personCell(row);
      const key = personKey(cell);
      const where = { sheet: sheet.name, row: row.row, column: sheet.columns.letters.get(PERSON_COLUMN) ?? null, field: PERSON_COLUMN };
      if (key === null) problems.push(idMissing({}, { where }));
      else if (!people.has(key)) problems.push(orphanRow({}, { where, value: cell?.text ?? null }));
      else {
        const own = rows.get(key);
        if (own) own.push({ sheet, row });
        else rows.set(key, [{ sheet, row }]);
      }
    }
  }
  return { rows, problems };
}

function checkOne(
  person: RawPerson,
  key: string | null,
  firstRow: number | undefined,
  context: CheckContext,
  main: OpenedSheet,
): PersonOfWorkbook {
  const { line } = person;
  const where = { sheet: main.name, row: line.row, column: main.columns.letters.get(PERSON_COLUMN) ?? null, field: PERSON_COLUMN };
  const checked = checkPerson(person, context);
  const own: Problem[] =
    firstRow === undefined ? [] : [personTwice({ first: firstRow }, { where, value: line.cells.get(PERSON_COLUMN)?.text ?? null })];
  if (key === null) own.push(idMissing({}, { where }));
  const stated = checked.document.B?.['hoTenKhaiSinh'];
  const name = typeof stated === 'string' ? stated : cleanText(line.cells.get('hoTenKhaiSinh')?.text ?? '').text.slice(0, 100);
  const placeOf = (key: string): ProblemPlace => ({
    sheet: main.name,
    row: line.row,
    column: main.columns.letters.get(key) ?? null,
    field: key,
  });
  const typedIn = (key: string): string | null => line.cells.get(key)?.text ?? null;
  return {
    row: line.row,
    place: { row: line.row },
    name,
    placeOf,
    typedIn,
    checked: { ...checked, problems: [...own, ...checked.problems] },
  };
}

/** Everybody of the file with the rows of their sections: known before the first is checked. */
function gathered(opened: readonly OpenedSheet[]) {
  const main = opened.find((sheet) => sheet.shape.key === MAIN_SHEET)!;
  const keys = main.rows.map((row) => personKey(main.personCell(row)));
  /** number of the first row of each person */
  const first = new Map<string, number>();
  for (const [i, key] of keys.entries()) if (key !== null && !first.has(key)) first.set(key, main.rows[i]!.row);
  const sections = opened.filter((sheet) => sheet !== main);
  return { main, keys, first, ...rowsByPerson(sections, first) };
}

async function* checkPeople(
  opened: readonly OpenedSheet[],
  { main, keys, first, rows }: ReturnType<typeof gathered>,
  request: CheckOptions,
): AsyncGenerator<PersonOfWorkbook, undefined> {
  const bySheet = new Map(opened.map((sheet) => [sheet.name, sheet.columns.letters]));
  const context: CheckContext = {
    today: request.today,
    asOf: request.asOf,
    demo: request.demo,
    ...(request.lists ? { lists: request.lists } : {}),
    columnOf: (sheet, key) => bySheet.get(sheet)?.get(key) ?? null,
    above: valuesAbove(opened),
    ...(request.bodyKnown ? { bodyKnown: request.bodyKnown } : {}),
    ...(request.bodyNamed ? { bodyNamed: request.bodyNamed } : {}),
  };
  for (const [i, row] of main.rows.entries()) {
    const key = keys[i] ?? null;
    const before = key === null ? undefined : first.get(key);
    const again = before === row.row ? undefined : before;
    const line = main.lineOf(row);
    // The rows of the sections go with the first of two rows of the same person: the second is refused anyway.
    const own =
      key !== null && again === undefined ? (rows.get(key) ?? []).map((one) => ({ ...one, line: one.sheet.lineOf(one.row) })) : [];
    const sections = new Map<string, RawLine[]>();
    for (const one of own) {
      const lines = sections.get(one.sheet.shape.key);
      if (lines) lines.push(one.line);
      else sections.set(one.sheet.shape.key, [one.line]);
    }
    const fixed = [line, ...own.map((one) => one.line)].flatMap((one) => one.fixed);
    yield { ...checkOne({ line, sections }, key, again, context, main), ...(fixed.length > 0 ? { fixed } : {}) };
    if (i % YIELD_EVERY_PEOPLE === YIELD_EVERY_PEOPLE - 1) {
      request.progress?.(i + 1, main.rows.length);
      await new Promise((done) => {
        setImmediate(done);
      });
      request.signal?.throwIfAborted();
    }
  }
}

/** Rows, columns and cells of the opened sheets that were not read. */
const ignoredOf = (sheet: OpenedSheet): Ignored[] => [
  ...sheet.columns.ignored.map(({ column, why }): Ignored => ({ kind: 'column', sheet: sheet.name, row: null, column, why })),
  ...sheet.nobodys.map((row): Ignored => ({ kind: 'row', sheet: sheet.name, row, column: null, why: OF_NOBODY })),
  ...sheet.strays.map((cell): Ignored => ({
    kind: 'row',
    sheet: sheet.name,
    row: Number(/\d+$/.exec(cell)?.[0]),
    column: cell.replace(/\d+$/, ''),
    why: FAR_OFF,
  })),
];
const OF_NOBODY = { vi: 'dòng này không phải của ai nên không được đọc', en: "this row is nobody's and was not read" };
const FAR_OFF = { vi: 'ô này nằm xa ngoài biểu mẫu nên không được đọc', en: 'this cell stands far beyond the template and was not read' };

/** Row numbers that are told one by one; of more only how many. */
const ROWS_TOLD = 20;

/** One word for all rows of nobody of a sheet. */
function nobodysProblem({ name, nobodys }: OpenedSheet): Problem[] {
  if (nobodys.length === 0) return [];
  const rows = nobodys.slice(0, ROWS_TOLD).join(', ') + (nobodys.length > ROWS_TOLD ? ', …' : '');
  return [rowsOfNobody({ sheet: name, count: nobodys.length, rows }, { where: { sheet: name, row: nobodys[0]! } })];
}

/** The sheets of the form under their own names, and then those that have their heads under another. */
async function readOurs(bytes: Uint8Array, { signal, reading }: CheckOptions): Promise<ReadRows> {
  const how = { signal, ...(reading ? { progress: reading } : {}) };
  const names = [...WORKBOOK_SHEETS.map((sheet) => sheet.name), META_SHEET];
  const read = await readRows(bytes, WIDEST, { ...how, sheetNames: names });
  if (read.kind === 'refused') return read;
  const renamed = read.sheets.filter((sheet) => sheet.peeked && shapeByHeads(sheet) !== undefined).map((sheet) => sheet.name);
  return renamed.length === 0 ? read : readRows(bytes, WIDEST, { ...how, sheetNames: [...names, ...renamed] });
}

/** For whom the form was issued; who sends it is known when it is uploaded, and compared then. */
const senderOf = (code: string | undefined): NotChecked =>
  code === undefined || !/^[A-Z0-9][A-Z0-9._-]{0,29}$/.test(code)
    ? {
        vi: 'Cơ quan gửi: tệp không ghi biểu mẫu phát cho cơ quan nào',
        en: 'the sending agency: the file does not say for which agency its form was issued',
        needs: 'bodies',
      }
    : {
        vi: `Cơ quan gửi có đúng là ${code}, cơ quan được phát biểu mẫu này, hay không: so khi tải lên`,
        en: `whether the sending agency is ${code}, for which this form was issued: compared on upload`,
        needs: 'bodies',
      };

/** Reads a workbook, or refuses it whole; its people are checked as they are asked for, every problem of every row in one pass. */
export const checkWorkbook = async (bytes: Uint8Array, request: CheckOptions): Promise<CheckedWorkbook> =>
  checkRows(bytes, await readOurs(bytes, request), request);

/** The same of rows that were read from these bytes, whatever they are. */
export function checkRows(bytes: Uint8Array, read: ReadRows, request: CheckOptions): CheckedWorkbook {
  const sha256 = createHash('sha256').update(bytes).digest('hex');
  if (read.kind === 'refused') return { kind: 'refused', problem: refusalOf(read.code, read.params) };
  const fixes = Map.groupBy(request.fixes, (fix) => rowOfPlace(fix.place));
  const { chosen, problems: ofSheets, ignored } = chooseSheets(read.sheets);
  const opened = chosen.flatMap(({ sheet, shape }) => openSheet(sheet, shape, fixes) ?? []);
  if (!opened.some((sheet) => sheet.shape.key === MAIN_SHEET)) return { kind: 'refused', problem: notOurTemplate() };
  const meta = metaOf(read.sheets);
  const everybody = gathered(opened);
  return {
    kind: 'read',
    sha256,
    template: meta.get('template') ?? null,
    version: meta.get('version') ?? null,
    org: meta.get('body') ?? null,
    issuedOn: dayIn(meta.get('issued')),
    people: {
      total: everybody.main.rows.length,
      numbers: everybody.first,
      [Symbol.asyncIterator]: () => checkPeople(opened, everybody, request),
    },
    problems: [...fileProblems(meta, opened), ...ofSheets, ...opened.flatMap(nobodysProblem), ...everybody.problems],
    ignored: [...ignored, ...opened.flatMap(ignoredOf)],
    // Only what was really asked is off the list: this door asks for bodies, never the register of people.
    notChecked: [...NOT_CHECKED_OFFLINE, senderOf(meta.get('body'))].filter(({ needs }) => !(needs === 'bodies' && request.bodyKnown)),
  };
}
