/**
 * The smallest door: one person as a JSON document of the dictionary's keys, checked as everybody is. The exchange between bodies grows from it; until then
 * `start/compose.ts` joins it to nothing (decision 0021). A place is a JSON pointer (RFC 6901).
 */
import type { Place, PrintedPlace, Problem, ProblemPlace } from '#base/problem.ts';
import type { Claim, Door } from '#record/intake/door.ts';
import type { AcceptedFix, ReadUpload } from '#record/intake/port.ts';
import { NOT_CHECKED_OFFLINE, checkPerson } from '#standard/check.ts';
import { textOf } from '#standard/record-access.ts';
import type { CheckContext, RawCell, RawLine } from '#standard/shapes.ts';
import { MAIN_SHEET, WORKBOOK_SHEETS } from '#standard/workbook-columns.ts';
import { notAPerson } from './problems.ts';

const SECTIONS = new Set(WORKBOOK_SHEETS.map((sheet) => sheet.key).filter((key) => key !== MAIN_SHEET));

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

function lineOf(sheet: string, row: number, values: unknown, fixes: readonly AcceptedFix[], laid: AcceptedFix[]): RawLine {
  if (!isObject(values)) throw new Unreadable(pointerOf({ sheet, row }));
  const cells = new Map<string, RawCell>();
  for (const [key, value] of Object.entries(values)) {
    if (sheet === MAIN_SHEET && SECTIONS.has(key)) continue;
    const path = pointerOf({ sheet, row, column: key });
    if (typeof value !== 'string' && typeof value !== 'number') throw new Unreadable(path);
    let cell: RawCell = { text: String(value), kind: typeof value === 'number' ? 'number' : 'text', formula: false };
    for (const fix of fixes) {
      if (fix.place['path'] !== path || cell.text !== (fix.typed ?? '')) continue;
      cell = { text: fix.value, kind: 'text', formula: false };
      laid.push(fix);
    }
    cells.set(key, cell);
  }
  return { sheet, row, cells };
}

const readPerson: ReadUpload = async (bytes, { fixes, today, asOf, demo, bodyKnown, bodyNamed }) => {
  const laid: AcceptedFix[] = [];
  const context: CheckContext = { today, asOf, demo, bodyKnown, columnOf: (_sheet, key) => key, ...(bodyNamed ? { bodyNamed } : {}) };
  try {
    const sent: unknown = JSON.parse(Buffer.from(bytes).toString('utf8'));
    const line = lineOf(MAIN_SHEET, 1, sent, fixes, laid);
    const sections = new Map(
      Object.entries(sent as Readonly<Record<string, unknown>>).flatMap(([key, lines]) => {
        if (!SECTIONS.has(key)) return [];
        if (!Array.isArray(lines)) throw new Unreadable(`/${key}`);
        return [[key, lines.map((one, index) => lineOf(key, index + 1, one, fixes, laid))] as const];
      }),
    );
    const checked = checkPerson({ line, sections }, context);
    return {
      kind: 'read',
      template: null,
      version: null,
      issuedFor: null,
      people: [
        {
          checked: { ...checked, problems: checked.problems.map((one): Problem => ({ ...one, where: at(one.where) })) },
          place: { path: '' },
          name: textOf(checked.document, 'B', 'hoTenKhaiSinh'),
          placeOf: (field) => at({ column: field, field }),
          typedIn: (field) => line.cells.get(field)?.text ?? null,
          ...(laid.length > 0 ? { fixed: laid } : {}),
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

const printPlace = ({ path }: Place): PrintedPlace => ({ sheet: typeof path === 'string' ? path : null, row: null, column: null });

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
  read: readPerson,
  printPlace,
  takesValue: ({ path }) => typeof path === 'string' && path !== '',
};
