/** A list that was read, as one draft: its differences as operations, its problems cell by cell. Nothing of it can be sent while a cell is wrong. */
import type { AskedOf } from '#authority/access/frame.ts';
import type { AuditNeeds } from '#authority/audit/record.ts';
import type { ListProblem } from '#authority/organisations/change-store.ts';
import type { ProblemOfOperation } from '#authority/organisations/plan-change.ts';
import { nothingChanged, parentUnknown } from '#authority/organisations/problems.ts';
import type { Registry } from '#authority/organisations/registry.ts';
import type { PlainDate } from '#base/clock.ts';
import { ok, refused } from '#base/problem.ts';
import type { Problem, Result } from '#base/problem.ts';
import { makeDraft } from './ask-change.ts';
import { countsOf } from './change-lines.ts';
import { compareList } from './compare-list.ts';
import type { ComparedList } from './compare-list.ts';
import { LIST_COLUMNS } from './list-columns.ts';
import type { ListColumn } from './list-columns.ts';
import type { ListRead } from './needs.ts';
import { prepare } from './plan-once.ts';
import type { Ground } from './plan-once.ts';

export const heads = LIST_COLUMNS.map(({ key, label }) => ({ key, labels: [label] }));

export interface ReadOfList {
  readonly compared: ComparedList;
  readonly lines: Extract<ListRead, { kind: 'read' }>;
}

export const readOf = (registry: Registry, lines: Extract<ListRead, { kind: 'read' }>, on: PlainDate, newId: () => string): ReadOfList => ({
  lines,
  compared: compareList(registry, lines.rows, { on, newId }),
});

/** @returns E-ORG-UNCHANGED when the list says what the tree says */
export async function draftOfList(
  asked: Pick<AskedOf, 'tx' | 'refusalOf'>,
  needs: AuditNeeds & { readonly clock: { now(): string; today(): string } },
  brought: {
    readonly on: PlainDate;
    readonly ground: Ground;
    readonly read: ReadOfList;
    readonly list: { readonly sha256: string; readonly name: string };
  },
): Promise<
  Result<{ readonly id: string; readonly state: 'draft'; readonly wrong: number; readonly counts: Readonly<Record<string, number>> }>
> {
  const { on, ground, read, list } = brought;
  const { operations, unchanged, wrong } = read.compared;
  if (operations.length === 0 && wrong.length === 0) return refused(nothingChanged({ name: list.name, day: on }));
  const prepared = await prepare(asked.tx, { operations, on }, ground);
  const cells = cellsOf(read, prepared.problems);
  const counts = {
    rows: read.lines.rows.length,
    unchanged,
    wrong: new Set(cells.map(({ row }) => row)).size,
    ...countsOf(operations),
  };
  const made = await makeDraft(asked, needs, {
    kind: 'list',
    on,
    operations,
    decision: null,
    counts,
    prepared: cells.length > 0 ? { ...prepared, kept: null } : prepared,
    cells,
    list,
  });
  return made.ok ? ok({ id: made.value, state: 'draft', wrong: cells.length, counts }) : made;
}

/** Every problem at its cell, in the order of the sheet. */
function cellsOf({ compared, lines }: ReadOfList, problems: readonly ProblemOfOperation[]): ListProblem[] {
  const cellsOfRow = new Map(lines.rows.map(({ row, cells }) => [row, cells]));
  const told = (row: number, column: ListColumn, problem: Problem): ListProblem => ({
    row,
    column: lines.letters.get(column) ?? null,
    value: cellsOfRow.get(row)?.get(column) ?? null,
    code: problem.code,
    title: problem.title,
    next: problem.next,
  });
  const ofOperations = problems.map(({ index, field, problem }) => {
    const row = compared.rowOf[index]!;
    const cells = cellsOfRow.get(row)!;
    const operation = compared.operations[index]!;
    const scheme = 'scheme' in operation ? operation.scheme : null;
    const column: ListColumn =
      field === 'code'
        ? scheme === 'dvhc'
          ? 'territory'
          : 'uncertain' in operation
            ? 'oldCode'
            : scheme === 'ma_dinh_danh' && cells.has('identifier')
              ? 'identifier'
              : 'code'
        : field === 'kind'
          ? 'bodyKind'
          : field === 'body'
            ? operation.kind === 'end'
              ? 'end'
              : 'code'
            : field === 'value' || field === 'posts'
              ? 'code'
              : field;
    // A parent that stands in the list and is wrong itself is told by what was written.
    return told(row, column, problem.code === 'E-ORG-PARENT-UNKNOWN' ? parentUnknown({ parent: cells.get('parent') ?? '' }) : problem);
  });
  return [...compared.wrong.map(({ row, column, problem }) => told(row, column, problem)), ...ofOperations].sort(
    (one, other) => one.row - other.row || (one.column ?? '').localeCompare(other.column ?? ''),
  );
}
