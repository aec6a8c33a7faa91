/** One line of a list of accounts, as it is written: what it wishes, or the first cell that cannot mean anything. Pure. */
import { roleName } from '#authority/access/routes.ts';
import type { Role } from '#authority/access/shapes.ts';
import { isPlainDate } from '#base/clock.ts';
import type { PlainDate } from '#base/clock.ts';
import type { Problem } from '#base/problem.ts';
import { addDays, showDate } from '#base/vietnamese/dates.ts';
import { accentFree, cleanText } from '#base/vietnamese/text.ts';
import { isDemoNumber } from '#standard/kinds/national-id.ts';
import { idDemoPrefix } from '#standard/problems/identity.ts';
import { COLUMN_KEYS, codeOfCell } from './list-columns.ts';
import type { AccountColumn } from './list-columns.ts';
import {
  grantDayNotValid,
  importCellLong,
  importDayTurned,
  importUnknown,
  importEnd,
  importFormula,
  importMark,
  importName,
  nationalIdNotValid,
  roleNotOfABody,
} from './problems.ts';

/** As the door of lists reads it. */
export interface CellsOfLine {
  /** as the spreadsheet numbers it */
  readonly row: number;
  readonly cells: ReadonlyMap<string, string>;
  readonly formulas: ReadonlySet<string>;
}
export interface WrongLine {
  readonly column: AccountColumn;
  readonly problem: Problem;
}
/** Somebody is to have a role, or, with `end`, to have it no longer. */
export interface LineToGive {
  readonly kind: 'give';
  readonly nationalId: string;
  readonly name: string;
  readonly role: Role;
  readonly bodyCode: string;
  /** null: not said */
  readonly from: PlainDate | null;
  /** the day on which it ends; null: until it is taken back */
  readonly to: PlainDate | null;
  readonly end: boolean;
}
/** A role that stands, by its id: it stays, ends, or gets another last day. What else the line says MUST be as it stands. */
export interface LineThatStands {
  readonly kind: 'stands';
  readonly grantId: string;
  readonly end: boolean;
  readonly to: PlainDate | null;
  readonly said: ReadonlyMap<string, string>;
}

const CELL_LETTERS_MAX = 200;
const MARK = /^(x|có|co|yes|1|true)$/iu;
const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;

/** `31/12/2026` or `2026-12-31`; a problem of the cell otherwise. */
function dayOf(typed: string, wrong: (day: string) => Problem): PlainDate | { readonly problem: Problem } {
  const found = /^(\d{1,2})\/(\d{1,2})\/(\d{4})$/.exec(typed);
  const dayFrom = (day: string, month: string): string => `${found![3]}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`;
  const day = found ? dayFrom(found[1]!, found[2]!) : typed;
  if (isPlainDate(day)) return day;
  const turned = found ? dayFrom(found[2]!, found[1]!) : '';
  return { problem: isPlainDate(turned) ? importDayTurned({ day: typed, turned: showDate(turned) }) : wrong(typed) };
}

/** Shortest part of a name that means a role, in letters. */
const ROLE_LETTERS_MIN = 5;
/** By code; by its whole name; or by words that stand in the name of one role alone, with or without marks: "nhập liệu", "Agency administrator". */
export function roleOf(typed: string, roles: readonly Role[]): Role | undefined {
  const asked = accentFree(typed);
  const byCode = roles.find((role) => role.toLowerCase() === typed.toLowerCase());
  if (byCode || asked.length < ROLE_LETTERS_MIN) return byCode;
  const names = (role: Role): string[] => [roleName(role).vi, roleName(role).en].map(accentFree);
  const whole = roles.filter((role) => names(role).includes(asked));
  const named = whole.length > 0 ? whole : roles.filter((role) => names(role).some((name) => name.includes(asked)));
  return named.length === 1 ? named[0] : undefined;
}

/** A number that a spreadsheet took its zeros from gets them back. */
function numberOf(typed: string): string {
  const digits = typed.replace(/^'/, '').replaceAll(/[\s.]/g, '');
  return /^\d{9,11}$/.test(digits) ? digits.padStart(12, '0') : digits;
}

export function readLine(
  { cells, formulas }: CellsOfLine,
  { roles, demo }: { readonly roles: readonly Role[]; readonly demo: boolean },
): LineToGive | LineThatStands | WrongLine {
  const cell = (column: AccountColumn): string => cells.get(column) ?? '';
  for (const column of COLUMN_KEYS) {
    if (formulas.has(column)) return { column, problem: importFormula() };
    if (cell(column).length > CELL_LETTERS_MAX) return { column, problem: importCellLong({ most: CELL_LETTERS_MAX }) };
  }
  if (cell('end') !== '' && !MARK.test(cell('end'))) return { column: 'end', problem: importMark({ value: cell('end') }) };
  const until = cell('until') === '' ? null : dayOf(cell('until'), (day) => importEnd({ day }));
  if (until !== null && typeof until === 'object') return { column: 'until', problem: until.problem };
  const to = until === null ? null : addDays(until, 1);
  if (cell('id') !== '') {
    const grantId = cell('id').toLowerCase();
    return UUID.test(grantId)
      ? { kind: 'stands', grantId, end: cell('end') !== '', to, said: cells }
      : { column: 'id', problem: importUnknown() };
  }
  const nationalId = numberOf(cell('nationalId'));
  if (!/^\d{12}$/.test(nationalId)) return { column: 'nationalId', problem: nationalIdNotValid() };
  if (isDemoNumber(nationalId) && !demo) return { column: 'nationalId', problem: idDemoPrefix() };
  const name = cleanText(cell('name')).text;
  if (name.length < 2 || name.length > 100) return { column: 'name', problem: importName() };
  const role = roleOf(cell('role'), roles);
  if (!role) return { column: 'role', problem: roleNotOfABody({ role: cell('role') }) };
  const from = cell('from') === '' ? null : dayOf(cell('from'), (day) => grantDayNotValid({ day }));
  if (from !== null && typeof from === 'object') return { column: 'from', problem: from.problem };
  return { kind: 'give', nationalId, name, role, bodyCode: codeOfCell(cell('body')), from, to, end: cell('end') !== '' };
}
