/** Rows → values, by the plan. Says what cannot be read; a blank cell is not stated. */
import type { PlainDate } from '#base/clock.ts';
import { guess } from '#base/problem.ts';
import { earliestDay, isPartialDate } from '#base/vietnamese/dates.ts';
import { absenceOf, isNoneWord, isOtherNoneWord, NONE_WORD, readableCell } from '#standard/cell-text.ts';
import * as problems from '#standard/problems/missing.ts';
import type { FieldValue, GroupCode, GroupDocument, Line, RawCell, RawLine, Scalar } from '#standard/shapes.ts';
import type { LeafPlan, SectionPlan } from './plan.ts';
import type { PlaceReader } from './place-reader.ts';

const isCoded = (plan: LeafPlan): boolean => plan.leaf.kind.name === 'code';

function absence(plan: LeafPlan, text: string, at: PlaceReader): FieldValue | undefined {
  const vang = absenceOf(text);
  if (vang === undefined) return undefined;
  if (plan.absenceAllowed) return { vang };
  at.report(problems.absenceNotAllowed, { value: text, label: plan.leaf.label });
  return undefined;
}

function readWhole(plan: LeafPlan, line: RawLine, at: PlaceReader): FieldValue | undefined {
  const given = line.cells.get(plan.columnKey);
  if (given === undefined) return undefined;
  at.columnKey = plan.columnKey;
  at.fieldPath = plan.leaf.path;
  const cell = readableCell(given, plan.kind, plan.leaf.kind, at);
  if (cell === undefined) return undefined;
  if (absenceOf(cell.text) !== undefined) {
    // Some lists have an entry of that name ("Không rõ"): the list's own code wins.
    const coded = isCoded(plan) ? plan.kind.read(cell, plan.leaf.kind, SILENT(at)) : undefined;
    return coded ?? absence(plan, cell.text, at);
  }
  return plan.kind.read(cell, plan.leaf.kind, at);
}

/** The same place, saying nothing: a try. */
const SILENT = (at: PlaceReader) => ({
  today: at.today,
  on: at.on,
  demo: at.demo,
  bodyKnown: at.bodyKnown,
  bodyNamed: at.bodyNamed,
  report: () => undefined,
});

function readParts(plan: LeafPlan, line: RawLine, at: PlaceReader): FieldValue | undefined {
  let values: Record<string, Scalar> | undefined;
  let stated: FieldValue | undefined;
  let given = false;
  for (const { part, columnKey, kind } of plan.parts!) {
    const raw = line.cells.get(columnKey);
    if (raw === undefined) continue;
    at.columnKey = columnKey;
    at.fieldPath = plan.leaf.path;
    const cell = readableCell(raw, kind, part.kind, at);
    if (cell === undefined) continue;
    if (absenceOf(cell.text) !== undefined) {
      stated ??= absence(plan, cell.text, at);
      continue;
    }
    given = true;
    const value = kind.read(cell, part.kind, at);
    if (value !== undefined) (values ??= {})[part.key] = value;
  }
  if (values === undefined) return given ? undefined : stated;
  at.columnKey = plan.columnKey;
  at.fieldPath = plan.leaf.path;
  for (const { part, columnKey } of plan.parts!) {
    if (!part.required || values[part.key] !== undefined || plan.leaf.kind.name === 'address') continue;
    // A part that is there but could not be read has been told already.
    if (line.cells.has(columnKey)) return undefined;
    at.report(problems.requiredPart, { part: part.label, label: plan.leaf.label }, { part: part.key });
    return undefined;
  }
  return plan.kind.join(values, plan.leaf.kind, at);
}

/** All that a cell says: its text, and its type where it is not plain text. */
const saidBy = (cell: RawCell): string =>
  cell.kind === 'text' && !cell.formula
    ? cell.text
    : `\u0000${cell.kind}${cell.formula ? '=' : ''}${cell.kind === 'date' ? `${cell.shows} ${cell.day} ` : ' '}${cell.text}`;

/** All that the cells of a field say; null when there are none. */
function saidIn(plan: LeafPlan, line: RawLine): string | null {
  if (plan.parts === null) {
    const cell = line.cells.get(plan.columnKey);
    return cell === undefined ? null : saidBy(cell);
  }
  let said: string | null = null;
  for (const [i, { columnKey }] of plan.parts.entries()) {
    const cell = line.cells.get(columnKey);
    if (cell !== undefined) said = `${said ?? ''}\u0001${i} ${saidBy(cell)}`;
  }
  return said;
}

function readLeaf(plan: LeafPlan, line: RawLine, at: PlaceReader): FieldValue | undefined {
  const read = plan.parts === null ? readWhole : readParts;
  if (!at.remembered.repeats(plan)) return read(plan, line, at);
  const said = saidIn(plan, line);
  if (said === null) return undefined;
  const text = `${at.on}${said}`;
  const known = at.remembered.of(plan, text);
  if (known) return known.value;
  const before = at.said;
  const value = read(plan, line, at);
  // Whoever meets it again shares it.
  if (at.said === before) at.remembered.keep(plan, text, typeof value === 'object' ? Object.freeze(value) : value);
  return value;
}

const dayOf = (value: FieldValue | undefined): PlainDate | null => {
  const text = typeof value === 'string' ? value.slice(0, 10) : typeof value === 'number' ? String(value) : '';
  return isPartialDate(text) ? earliestDay(text) : /^\d{4}-Q/.test(text) ? `${text.slice(0, 4)}-01-01` : null;
};

/** The row of `Hồ sơ` into its groups. */
export function readGroups(
  plans: readonly LeafPlan[],
  line: RawLine,
  at: PlaceReader,
  groups: Partial<Record<GroupCode, GroupDocument>>,
): void {
  at.line = line;
  const asOf = at.on;
  const days = new Map<string, PlainDate>();
  for (const plan of plans) {
    const { dateField } = plan.leaf;
    at.on = (dateField === null ? undefined : days.get(dateField)) ?? asOf;
    const value = readLeaf(plan, line, at);
    if (value === undefined) continue;
    const group = (groups[plan.group] ??= {}) as Record<string, FieldValue>;
    group[plan.leaf.key] = value;
    if (plan.leaf.kind.name === 'date' || plan.leaf.kind.name === 'partialDate') {
      const day = dayOf(value);
      if (day !== null) days.set(plan.leaf.field.key, day);
    }
  }
  at.on = asOf;
}

/** The only cell of a row that says anything; null when several do. */
function onlyCell(plan: SectionPlan, row: RawLine): { readonly columnKey: string; readonly path: string; readonly text: string } | null {
  let only: { readonly columnKey: string; readonly path: string; readonly text: string } | null = null;
  for (const leaf of plan.leaves)
    for (const { columnKey } of leaf.parts ?? [leaf]) {
      const text = row.cells.get(columnKey)?.text.trim() ?? '';
      if (text === '') continue;
      if (only !== null) return null;
      only = { columnKey, path: leaf.leaf.path, text: text.normalize('NFC') };
    }
  return only;
}

const saysNone = (plan: SectionPlan, row: RawLine): boolean => isNoneWord(onlyCell(plan, row)?.text ?? '');

/** "Không", "không bị", "chưa có" alone in a row: asked whether "Không có" is meant, which empties the whole section. */
function saysNoneOtherwise(plan: SectionPlan, row: RawLine, at: PlaceReader): boolean {
  const only = onlyCell(plan, row);
  if (only === null || !isOtherNoneWord(only.text)) return false;
  at.columnKey = only.columnKey;
  at.fieldPath = only.path;
  at.report(problems.noneOtherWord, { value: only.text, sheet: row.sheet }, { suggestion: guess(NONE_WORD, 'none-word') });
  return true;
}

export interface ReadLines {
  readonly lines: readonly Line[];
  /** for each line, which of the rows it came from */
  readonly rowIndexes: readonly number[];
}

/** The rows of a section; null when they state nothing. A row "Không có" alone empties the section. */
export function readLines(plan: SectionPlan, rows: readonly RawLine[], at: PlaceReader, asOf: PlainDate): ReadLines | null {
  const none = rows.findIndex((row) => saysNone(plan, row));
  if (none >= 0 && rows.length === 1) return { lines: [], rowIndexes: [] };
  const lines: Line[] = [];
  const rowIndexes: number[] = [];
  for (const [index, row] of rows.entries()) {
    at.line = row;
    if (index === none) {
      at.columnKey = at.fieldPath = plan.leaves[0]!.columnKey;
      at.report(problems.noneBesideLines, { sheet: row.sheet });
      continue;
    }
    if (saysNoneOtherwise(plan, row, at)) continue;
    const line: Record<string, FieldValue> = {};
    at.on = asOf;
    for (const leaf of plan.leaves) {
      const value = readLeaf(leaf, row, at);
      if (value === undefined) continue;
      line[leaf.leaf.key] = value;
      if (leaf.leaf.key === plan.section.dateKey) at.on = dayOf(value) ?? asOf;
    }
    if (Object.keys(line).length === 0 && !hasCells(plan, row)) continue;
    lines.push(line);
    rowIndexes.push(index);
  }
  at.on = asOf;
  return lines.length === 0 ? null : { lines, rowIndexes };
}

const hasCells = (plan: SectionPlan, row: RawLine): boolean =>
  plan.leaves.some((leaf) => (leaf.parts ?? [leaf]).some(({ columnKey }) => row.cells.has(columnKey)));
