/** From the rows of a workbook to people with their problems: who is whose, what is missing of the file, what was ignored. */
import { createHash } from 'node:crypto';
import { isPlainDate } from '#base/clock.ts';
import type { PlainDate } from '#base/clock.ts';
import type { Problem, ProblemPlace } from '#base/problem.ts';
import { repairNationalId } from '#base/vietnamese/numbers.ts';
import { cleanText } from '#base/vietnamese/text.ts';
import type { AcceptedFix, ReadPerson } from '#record/intake/port.ts';
import { NOT_CHECKED_OFFLINE, checkPerson } from '#standard/check.ts';
import type { NotChecked } from '#standard/check.ts';
import { DICTIONARY_HASH, DICTIONARY_VERSION } from '#standard/dictionary.ts';
import type { ListEdition } from '#standard/list-edition.ts';
import { standInOf } from '#standard/stand-ins.ts';
import type { CheckContext, RawCell, RawLine, RawPerson, WorkbookSheet } from '#standard/shapes.ts';
import { MAIN_SHEET, PERSON_COLUMN, WORKBOOK_SHEETS } from '#standard/workbook-columns.ts';
import { cellName } from './place.ts';
import { rawCell } from './raw-cell.ts';
import type { Ignored } from './shapes.ts';
import { findColumns } from './columns.ts';
import type { Columns } from './columns.ts';
import { idMissing, noMeta, notOurTemplate, oldTemplate, orphanRow, personTwice, refusalOf, rowsOfNobody } from './problems.ts';
import { withoutNobodys } from './nobodys-rows.ts';
import { readRows } from './read-rows.ts';
import type { ReadRows, ReadSheet } from './read-rows.ts';
import { chooseSheets, shapeByHeads } from './sheets.ts';
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

export interface CheckedFile {
  readonly kind: 'read';
  readonly sha256: string;
  readonly template: string | null;
  readonly version: string | null;
  readonly org: string | null;
  /** the day on which the template was issued; null when the file does not say one */
  readonly issuedOn: PlainDate | null;
  readonly people: readonly PersonOfWorkbook[];
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

interface OpenedSheet {
  readonly shape: WorkbookSheet;
  readonly name: string;
  readonly columns: Columns;
  readonly lines: readonly RawLine[];
  /** rows that were left out because they speak of nobody */
  readonly nobodys: readonly number[];
  readonly strays: readonly string[];
  /** accepted suggestions that were laid over cells, by row */
  readonly fixed: ReadonlyMap<number, readonly AcceptedFix[]>;
}

const isBlank = (line: RawLine): boolean => [...line.cells.values()].every((cell) => cell.text.trim() === '' && !cell.formula);

/** Lays accepted values over the cells of one row, in order; only where the cell still holds the value as typed. */
function layFixes(cells: Map<string, RawCell>, key: string, fixes: readonly AcceptedFix[]): readonly AcceptedFix[] {
  const laid: AcceptedFix[] = [];
  for (const fix of fixes) {
    if ((cells.get(key)?.text ?? '') !== (fix.typed ?? '')) continue;
    cells.set(key, { text: fix.value, kind: 'text', formula: false });
    laid.push(fix);
  }
  return laid;
}

function openSheet(sheet: ReadSheet, shape: WorkbookSheet, fixes: ReadonlyMap<string, readonly AcceptedFix[]>): OpenedSheet | null {
  const columns = findColumns(sheet, shape);
  if (!columns) return null;
  const letterOf = new Map([...columns.letters].map(([key, letter]) => [key, letter]));
  const fixed = new Map<number, readonly AcceptedFix[]>();
  const lines = sheet.rows
    .filter((one) => one.row >= columns.firstDataRow)
    .map(({ row, cells }): RawLine => {
      const found = new Map<string, RawCell>();
      for (const cell of cells) {
        const key = columns.byNumber.get(cell[0]);
        if (key !== undefined) found.set(key, rawCell(cell));
      }
      for (const [key, letter] of letterOf) {
        const laid = layFixes(found, key, fixes.get(cellName({ sheet: sheet.name, column: letter, row })) ?? []);
        if (laid.length > 0) fixed.set(row, [...(fixed.get(row) ?? []), ...laid]);
      }
      return { sheet: sheet.name, row, cells: found };
    });
  return { shape, name: sheet.name, columns, ...withoutNobodys(lines.filter((line) => !isBlank(line))), strays: sheet.strays, fixed };
}

/** The number under which rows of one person are brought together; the same repair in all sheets. */
function personKey(line: RawLine): string | null {
  const cell = line.cells.get(PERSON_COLUMN);
  if (!cell || cell.text.trim() === '') return null;
  const { text } = cleanText(cell.text);
  const read = repairNationalId(text.trim());
  return read.kind === 'read' || read.kind === 'old-id' ? read.value : text.trim();
}

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
      ? [oldTemplate({ found: version ?? '?', current: DICTIONARY_VERSION, mapped: mapped.join('; ') || '–' })]
      : []),
    ...opened.flatMap((sheet) => sheet.columns.problems),
  ];
}

/** Rows of the sections by person; rows of nobody are problems of the file. */
function rowsByPerson(
  sections: readonly OpenedSheet[],
  people: ReadonlySet<string>,
): { rows: Map<string, Map<string, RawLine[]>>; problems: Problem[] } {
  const rows = new Map<string, Map<string, RawLine[]>>();
  const problems: Problem[] = [];
  for (const sheet of sections) {
    for (const line of sheet.lines) {
      const key = personKey(line);
      const where = { sheet: sheet.name, row: line.row, column: sheet.columns.letters.get(PERSON_COLUMN) ?? null, field: PERSON_COLUMN };
      if (key === null) problems.push(idMissing({}, { where }));
      else if (!people.has(key)) problems.push(orphanRow({}, { where, value: line.cells.get(PERSON_COLUMN)?.text ?? null }));
      else {
        const own = rows.get(key) ?? new Map<string, RawLine[]>();
        own.set(sheet.shape.key, [...(own.get(sheet.shape.key) ?? []), line]);
        rows.set(key, own);
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

/** What the nearest row above says in a column, past rows that say "như trên" themselves; nothing beyond a blank cell. */
function valuesAbove(opened: readonly OpenedSheet[]): NonNullable<CheckContext['above']> {
  const sheets = new Map(opened.map(({ name, lines }) => [name, { lines, at: new Map(lines.map(({ row }, index) => [row, index])) }]));
  return (sheet, row, key) => {
    const { lines, at } = sheets.get(sheet) ?? { lines: [], at: new Map<number, number>() };
    for (let index = (at.get(row) ?? 0) - 1; index >= 0; index--) {
      const said = cleanText(lines[index]!.cells.get(key)?.text ?? '').text;
      const means = standInOf(said);
      if (means !== 'as-above') return said === '' || means !== undefined ? null : said;
    }
    return null;
  };
}

async function checkPeople(
  opened: readonly OpenedSheet[],
  wish: CheckOptions,
): Promise<{ people: PersonOfWorkbook[]; problems: Problem[] }> {
  const main = opened.find((sheet) => sheet.shape.key === MAIN_SHEET)!;
  const bySheet = new Map(opened.map((sheet) => [sheet.name, sheet.columns.letters]));
  const context: CheckContext = {
    today: wish.today,
    asOf: wish.asOf,
    demo: wish.demo,
    ...(wish.lists ? { lists: wish.lists } : {}),
    columnOf: (sheet, key) => bySheet.get(sheet)?.get(key) ?? null,
    above: valuesAbove(opened),
    ...(wish.bodyKnown ? { bodyKnown: wish.bodyKnown } : {}),
    ...(wish.bodyNamed ? { bodyNamed: wish.bodyNamed } : {}),
  };
  const fixedOf = new Map(opened.map((sheet) => [sheet.name, sheet.fixed]));
  const keys = main.lines.map(personKey);
  const { rows, problems } = rowsByPerson(
    opened.filter((sheet) => sheet !== main),
    new Set(keys.filter((key) => key !== null)),
  );
  const first = new Map<string, number>();
  const people: PersonOfWorkbook[] = [];
  for (const [i, line] of main.lines.entries()) {
    const key = keys[i] ?? null;
    const before = key === null ? undefined : first.get(key);
    if (key !== null && before === undefined) first.set(key, line.row);
    // The rows of the sections go with the first of two rows of the same person: the second is refused anyway.
    const sections = key !== null && before === undefined ? (rows.get(key) ?? new Map<string, RawLine[]>()) : new Map<string, RawLine[]>();
    const fixed = [line, ...[...sections.values()].flat()].flatMap((one) => fixedOf.get(one.sheet)?.get(one.row) ?? []);
    people.push({ ...checkOne({ line, sections }, key, before, context, main), ...(fixed.length > 0 ? { fixed } : {}) });
    if (i % YIELD_EVERY_PEOPLE === YIELD_EVERY_PEOPLE - 1) {
      wish.progress?.(i + 1, main.lines.length);
      await new Promise((done) => {
        setImmediate(done);
      });
      wish.signal?.throwIfAborted();
    }
  }
  return { people, problems };
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
        en: 'the sending body: the file does not say for which body its form was issued',
        needs: 'bodies',
      }
    : {
        vi: `Cơ quan gửi có đúng là ${code}, cơ quan được phát biểu mẫu này, hay không: so khi nộp`,
        en: `whether the sending body is ${code}, for which this form was issued: compared on upload`,
        needs: 'bodies',
      };

/** Reads and checks a workbook: every problem of every row in one pass, or a refusal of the whole. */
export async function checkWorkbook(bytes: Uint8Array, wish: CheckOptions): Promise<CheckedWorkbook> {
  const read = await readOurs(bytes, wish);
  if (read.kind === 'refused') return { kind: 'refused', problem: refusalOf(read.code, read.params) };
  const fixes = Map.groupBy(wish.fixes, (fix) => cellName(fix.place));
  const { chosen, problems: ofSheets, ignored } = chooseSheets(read.sheets);
  const opened = chosen.flatMap(({ sheet, shape }) => openSheet(sheet, shape, fixes) ?? []);
  if (!opened.some((sheet) => sheet.shape.key === MAIN_SHEET)) return { kind: 'refused', problem: notOurTemplate() };
  const meta = metaOf(read.sheets);
  const { people, problems } = await checkPeople(opened, wish);
  return {
    kind: 'read',
    sha256: createHash('sha256').update(bytes).digest('hex'),
    template: meta.get('template') ?? null,
    version: meta.get('version') ?? null,
    org: meta.get('body') ?? null,
    issuedOn: dayIn(meta.get('issued')),
    people,
    problems: [...fileProblems(meta, opened), ...ofSheets, ...opened.flatMap(nobodysProblem), ...problems],
    ignored: [...ignored, ...opened.flatMap(ignoredOf)],
    // Only what was really asked is off the list: this door asks for bodies, never the register of people.
    notChecked: [...NOT_CHECKED_OFFLINE, senderOf(meta.get('body'))].filter(({ needs }) => !(needs === 'bodies' && wish.bodyKnown)),
  };
}
