/**
 * The smallest door: one person as a JSON document of the dictionary's keys, checked as everybody is. The exchange between bodies grows from it; until then
 * `start/compose.ts` joins it to nothing (decision 0021). A place is a JSON pointer (RFC 6901).
 */
import type { Place, PrintedPlace, Problem, ProblemPlace } from '#base/problem.ts';
import type { Claim, Door } from '#record/intake/door.ts';
import type { AcceptedFix, ReadUpload } from '#record/intake/port.ts';
import type { PlacedOperation } from '#record/register/shapes.ts';
import type { LineOperation } from '#record/register/shapes.ts';
import { NOT_CHECKED_OFFLINE, checkLine, checkPerson } from '#standard/check.ts';
import { spanOf } from '#standard/line-spans.ts';
import { textOf } from '#standard/record-access.ts';
import type { CheckContext, RawCell, RawLine } from '#standard/shapes.ts';
import { MAIN_SHEET, WORKBOOK_SHEETS } from '#standard/workbook-columns.ts';
import { notAPerson } from './problems.ts';

const SECTIONS: ReadonlySet<string> = new Set(WORKBOOK_SHEETS.map((sheet) => sheet.key).filter((key) => key !== MAIN_SHEET));

/** A place as the check says it (section, line, key) → the pointer to it. */
const pointerOf = ({ sheet, row, column }: ProblemPlace): string =>
  [...(sheet && sheet !== MAIN_SHEET ? [sheet, ...(row ? [String(row - 1)] : [])] : []), ...(column ? [column] : [])]
    .map((step) => `/${step.replaceAll('~', '~0').replaceAll('/', '~1')}`)
    .join('');
const at = (where: ProblemPlace): ProblemPlace => ({ path: pointerOf(where), field: where.field ?? null });

/** A document that is not read: where it stops making sense. */
class Unreadable extends Error {
  readonly path: string;
  constructor(path: string) {
    super(path);
    this.path = path;
  }
}

const isObject = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

interface Laying {
  readonly fixes: readonly AcceptedFix[];
  /** those that were laid */
  readonly laid: AcceptedFix[];
}

/** The values of an object at a pointer, as cells. */
function cellsAt(path: string, values: unknown, { fixes, laid }: Laying, skip: ReadonlySet<string> = new Set()): Map<string, RawCell> {
  if (!isObject(values)) throw new Unreadable(path);
  const cells = new Map<string, RawCell>();
  for (const [key, value] of Object.entries(values)) {
    if (skip.has(key)) continue;
    const own = path + pointerOf({ column: key });
    if (typeof value !== 'string' && typeof value !== 'number') throw new Unreadable(own);
    let cell: RawCell = { text: String(value), kind: typeof value === 'number' ? 'number' : 'text', formula: false };
    for (const fix of fixes) {
      if (fix.place['path'] !== own || cell.text !== (fix.typed ?? '')) continue;
      cell = { text: fix.value, kind: 'text', formula: false };
      laid.push(fix);
    }
    cells.set(key, cell);
  }
  return cells;
}

const lineOf = (sheet: string, row: number, values: unknown, laying: Laying, skip?: ReadonlySet<string>): RawLine => ({
  sheet,
  row,
  cells: cellsAt(pointerOf({ sheet, row }), values, laying, skip),
});

interface ReadOperation {
  readonly placed: PlacedOperation | null;
  readonly problems: readonly Problem[];
}

/** One act on a line of a section, at its pointer; what of it cannot be read is told where it stands. */
function operationOf(section: string, path: string, sent: unknown, context: CheckContext, laying: Laying): ReadOperation {
  const kind = isObject(sent) ? (['add', 'correct', 'end'] as const).find((key) => key in sent) : undefined;
  if (!isObject(sent) || !kind) throw new Unreadable(path);
  const id = sent[kind];
  if (kind !== 'add' && (typeof id !== 'string' || !/^[1-9][0-9]{0,8}$/.test(id))) throw new Unreadable(`${path}/${kind}`);
  const key = { add: 'add', correct: 'line', end: 'on' }[kind];
  const end = spanOf(section)?.end;
  // The last day is one value; of a section whose lines have no end it is kept as it came, and the register says so.
  const values = kind === 'end' ? { [`${section}.${end ?? 'on'}`]: sent[key] } : sent[key];
  const cells = cellsAt(kind === 'end' ? path : `${path}/${key}`, values, laying);
  const placeOf = (where: ProblemPlace): ProblemPlace => ({
    path: kind === 'end' ? `${path}/on` : `${path}/${key}${pointerOf({ column: where.column ?? null })}`,
    field: where.field ?? null,
  });
  const { line, problems } = checkLine(section, { sheet: section, row: 1, cells }, context, { whole: kind !== 'end' });
  const on = end === undefined ? String(sent['on'] ?? '') : line?.[end];
  const operation: LineOperation | null =
    kind === 'end'
      ? typeof on === 'string'
        ? { section, end: String(id), on }
        : null
      : line === null
        ? null
        : kind === 'add'
          ? { section, add: line }
          : { section, correct: String(id), line };
  if (operation === null && problems.length === 0) throw new Unreadable(`${path}/${key}`);
  return {
    placed: operation && { operation, where: { path } },
    problems: problems.map((one) => ({ ...one, where: placeOf(one.where) })),
  };
}

/** The sections of what was sent: replaced whole by a list of lines, or acted upon line by line. */
function sectionsOf(
  sent: Readonly<Record<string, unknown>>,
  context: CheckContext,
  laying: Laying,
  sections: ReadonlySet<string>,
): { readonly replaced: ReadonlyMap<string, readonly RawLine[]>; readonly acts: readonly ReadOperation[] } {
  const replaced = new Map<string, readonly RawLine[]>();
  const acts: ReadOperation[] = [];
  for (const [key, value] of Object.entries(sent)) {
    if (!sections.has(key)) continue;
    const operations = isObject(value) && Object.keys(value).length === 1 ? value['operations'] : undefined;
    if (Array.isArray(value))
      replaced.set(
        key,
        value.map((one, index) => lineOf(key, index + 1, one, laying)),
      );
    else if (Array.isArray(operations))
      acts.push(
        ...operations.map((one, index) => operationOf(key, `${pointerOf({ column: key })}/operations/${index}`, one, context, laying)),
      );
    else throw new Unreadable(pointerOf({ column: key }));
  }
  return { replaced, acts };
}

/** What a door of one person reads. */
interface Reading {
  /** the person's document among what was sent; undefined: it is not there */
  readonly personIn: (sent: unknown) => unknown;
  /** it speaks of a record that stands: what is not said is not missing */
  readonly partOfRecord: boolean;
  readonly sections: ReadonlySet<string>;
}

/** Reads one person as JSON. */
export const personReader =
  (reading: Reading): ReadUpload =>
  async (bytes, { fixes, today, asOf, demo, lists, bodyKnown, bodyNamed }) => {
    const laying: Laying = { fixes, laid: [] };
    const context: CheckContext = {
      today,
      asOf,
      demo,
      lists,
      bodyKnown,
      columnOf: (_sheet, key) => key,
      ...(bodyNamed ? { bodyNamed } : {}),
    };
    try {
      const sent = reading.personIn(JSON.parse(Buffer.from(bytes).toString('utf8')));
      const line = lineOf(MAIN_SHEET, 1, sent, laying, reading.sections);
      const { replaced, acts } = sectionsOf(sent as Readonly<Record<string, unknown>>, context, laying, reading.sections);
      // Who acts on lines speaks of a record that stands: what is not said here is not missing.
      const checked = checkPerson(
        { line, sections: replaced },
        reading.partOfRecord || acts.length > 0 ? { ...context, partOfRecord: true } : context,
      );
      const operations = acts.flatMap(({ placed }) => placed ?? []);
      return {
        kind: 'read',
        template: null,
        version: null,
        issuedFor: null,
        people: [
          {
            checked: {
              ...checked,
              problems: [
                ...checked.problems.map((one): Problem => ({ ...one, where: at(one.where) })),
                ...acts.flatMap(({ problems }) => problems),
              ],
            },
            ...(operations.length > 0 ? { operations } : {}),
            ...(reading.partOfRecord ? { partOfRecord: true as const } : {}),
            place: { path: '' },
            name: textOf(checked.document, 'B', 'hoTenKhaiSinh'),
            placeOf: (field) => at({ column: field, field }),
            typedIn: (field) => line.cells.get(field)?.text ?? null,
            ...(laying.laid.length > 0 ? { fixed: laying.laid } : {}),
          },
        ],
        problems: [],
        ignored: [],
        notChecked: NOT_CHECKED_OFFLINE,
        files: [],
      };
    } catch (error) {
      if (error instanceof Unreadable) return { kind: 'refused', problem: notAPerson({ path: error.path || '/' }) };
      // What JSON.parse refuses, however deep it is nested.
      if (error instanceof SyntaxError || error instanceof RangeError) return { kind: 'refused', problem: notAPerson({ path: '/' }) };
      throw error;
    }
  };

const sniff = (bytes: Uint8Array): Claim => (/^\s*\{/.test(Buffer.from(bytes.subarray(0, 64)).toString('latin1')) ? 'sure' : 'no');

export const printPlace = ({ path }: Place): PrintedPlace => ({ sheet: typeof path === 'string' ? path : null, row: null, column: null });

export const jsonDoor: Door = {
  key: 'json',
  source: 'exchange',
  sourceCode: 'NDXP',
  what: { vi: 'một người dạng JSON', en: 'one person as JSON' },
  contentTypes: [],
  unnamed: 'mot-nguoi.json',
  smaller: { vi: 'Gửi từng người một.', en: 'Send one person at a time.' },
  statesEverybody: false,
  sniff,
  read: personReader({ personIn: (sent) => sent, partOfRecord: false, sections: SECTIONS }),
  printPlace,
  takesValue: ({ path }) => typeof path === 'string' && path !== '',
};
