/** What a row of a personnel software says, in facts of the standard. Pure. */
import type { PlainDate } from '#base/clock.ts';
import { dayText } from '#base/vietnamese/time-text.ts';
import type { Problem, Result } from '#base/problem.ts';
import { ok, refused } from '#base/problem.ts';
import type { ExchangeValue } from '#doors/exchange/shapes.ts';
import { CELL_CHARS_MAX } from '#node/limits.ts';
import { cellLacking, codeNotMapped, dayNotRead } from '#node/problems.ts';
import { readDay } from './days.ts';
import type { MappedCell, MappedTable } from './mapping-file.ts';

/** Cells by column. An empty one is not stated. */
export type SourceRow = Readonly<Record<string, string | null>>;

/** A row as it was understood. */
export interface MappedRow {
  readonly key: string;
  readonly person: string;
  readonly validFrom: PlainDate;
  /** last day of what it says; null: it goes on */
  readonly ended: PlainDate | null;
  readonly isCorrection: boolean;
  readonly facts: Readonly<Record<string, ExchangeValue>>;
}

interface Place {
  readonly source: string;
  readonly row: number;
}

const stated = (row: SourceRow, column: string): string => row[column]?.trim().normalize('NFC') ?? '';

/** The name of a row: its key columns, so that no two keys are one text. */
const nameOf = (cells: readonly string[]): string => (cells.length === 1 ? cells[0]! : JSON.stringify(cells));

/** @returns the row's key where it has one, whatever else is wrong with it */
export function keyOfRow({ key }: Pick<MappedTable, 'key'>, row: SourceRow): string | null {
  const cells = key.map((column) => stated(row, column));
  return cells.every((cell) => cell !== '') ? nameOf(cells) : null;
}

/** The value of a cell; null: it is not stated. */
function valueOf(cell: MappedCell, row: SourceRow, { source, row: no }: Place): Result<string | null> {
  if (cell.is !== undefined) return ok(cell.is);
  const column = cell.column!;
  const value = stated(row, column);
  const where = { row: no, column };
  if (value === '') return ok(null);
  if (value.length > CELL_CHARS_MAX) return refused(cellLacking({ source, row: String(no), column }, { where }));
  if (cell.codes) {
    const translated = Object.hasOwn(cell.codes, value) ? cell.codes[value]! : null;
    const known = Object.keys(cell.codes).slice(0, 20).join(', ');
    return translated === null
      ? refused(codeNotMapped({ source, row: String(no), column, value: value.slice(0, 100), known }, { where }))
      : ok(translated);
  }
  if (cell.dates === undefined) return ok(value);
  const day = readDay(value, cell.dates);
  return day === null
    ? refused(dayNotRead({ source, row: String(no), column, value: value.slice(0, 100), format: cell.dates }, { where }))
    : ok(dayText(day));
}

/** @returns what the row says, or each problem of it: then nothing of it is sent */
export function mapRow(table: MappedTable, row: SourceRow, place: Place): Result<MappedRow> {
  const problems: Problem[] = [];
  const { source, row: no } = place;
  const needed = (column: string): string => {
    const value = stated(row, column);
    if (value === '' || value.length > 200) problems.push(cellLacking({ source, row: String(no), column }, { where: { row: no, column } }));
    return value;
  };
  const day = ({ column, dates }: { readonly column: string; readonly dates: string }, value: string): PlainDate => {
    const read = readDay(value, dates);
    if (read === null)
      problems.push(
        dayNotRead({ source, row: String(no), column, value: value.slice(0, 100), format: dates }, { where: { row: no, column } }),
      );
    return read ?? '';
  };
  const cell = (one: MappedCell): string | null => {
    const read = valueOf(one, row, place);
    if (!read.ok) problems.push(...read.problems);
    return read.ok ? read.value : null;
  };
  const key = nameOf(table.key.map(needed));
  const person = needed(table.person);
  const from = needed(table.validFrom.column);
  const validFrom = from === '' ? '' : day(table.validFrom, from);
  const end = table.endsOn ? stated(row, table.endsOn.column) : '';
  const ended = end === '' ? null : day(table.endsOn!, end);
  const facts: Record<string, ExchangeValue> = {};
  if (table.line) {
    const fields = table.line.fields
      .map((one) => [one.field, cell(one)] as const)
      .filter((pair): pair is readonly [string, string] => pair[1] !== null);
    facts[`${table.line.section}#${nameOf(table.line.key.map(needed))}`] = Object.fromEntries(fields);
  } else
    for (const one of table.facts!) {
      const value = cell(one);
      if (value !== null) facts[one.fact] = value;
    }
  if (problems.length > 0) return refused(...problems);
  const isCorrection = table.correction !== undefined && table.correction.is.includes(stated(row, table.correction.column));
  return ok({ key, person, validFrom, ended, isCorrection, facts });
}

/** The columns that a mapping names of a table: what is asked of it. */
export function columnsOf(table: MappedTable, maker: { readonly column?: string | undefined }): readonly string[] {
  const cells: readonly MappedCell[] = table.facts ?? table.line?.fields ?? [];
  const all = [
    ...table.key,
    table.person,
    table.validFrom.column,
    table.endsOn?.column,
    table.correction?.column,
    maker.column,
    ...(table.line?.key ?? []),
    ...cells.map(({ column }) => column),
  ];
  return [...new Set(all.filter((one) => one !== undefined))];
}
