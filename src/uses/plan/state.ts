/** How far a task is at an agency on a day: from what was counted, never from what somebody says. Pure. */
import type { PlainDate } from '#base/clock.ts';
import { addDays } from '#base/vietnamese/dates.ts';
import type { Plan, Task } from './plans.ts';

/**
 * What was counted of one measure at one agency up to a day, held against a threshold.
 * `part` of `whole` on the day itself; the day is not there where nothing was counted on it.
 */
export interface Fact {
  readonly part: number;
  readonly whole: number;
  /** days counted without a gap up to this one on which the threshold held; 0: it does not hold today */
  readonly daysHeld: number;
  /** the last day on which the threshold held; null: it never did */
  readonly heldOn: PlainDate | null;
}

/** unmeasured: nothing here counts it, nothing was counted on the day, or there is nothing to count; not-asked: the plan asks it of other agencies */
export const TASK_STATES = ['overdue', 'under-way', 'unmeasured', 'met-late', 'met', 'not-asked'] as const;
export type TaskState = (typeof TASK_STATES)[number];

export interface Cell {
  readonly task: string;
  readonly state: TaskState;
  readonly part: number | null;
  readonly whole: number | null;
  /** since when the threshold holds, where it does */
  readonly since: PlainDate | null;
  /** the last day on which it held, where it does not any more */
  readonly heldOn: PlainDate | null;
}

const NOTHING = { part: null, whole: null, since: null, heldOn: null } as const;

/** By what was counted; the task is judged by a fact. */
function judged(task: Task, fact: Fact, day: PlainDate, daysRunning: number): Cell {
  const { part, whole, daysHeld, heldOn } = fact;
  const counted = { task: task.code, part, whole };
  if (whole === 0) return { ...counted, ...NOTHING, state: 'unmeasured' };
  const isBeyond = task.due !== null && day > task.due;
  if (daysHeld === 0) return { ...counted, state: isBeyond ? 'overdue' : 'under-way', since: null, heldOn };
  const since = addDays(day, 1 - daysHeld);
  if (daysHeld < daysRunning) return { ...counted, state: isBeyond ? 'overdue' : 'under-way', since, heldOn };
  const metOn = addDays(since, daysRunning - 1);
  return { ...counted, state: task.due !== null && metOn > task.due ? 'met-late' : 'met', since, heldOn };
}

/** Is the task asked of an agency of this group, or, with `nation`, of the country as a whole? */
export const isAsked = ({ scope, group }: Pick<Task, 'scope' | 'group'>, of: { readonly group: string } | 'nation'): boolean =>
  of === 'nation' ? scope === 'nation' : scope === 'body' && (group === null || group === of.group);

/** The worst first: what is late, what is under way, what nobody knows, what was met. */
const worst = (states: readonly TaskState[]): TaskState => TASK_STATES.find((state) => states.includes(state)) ?? 'not-asked';

/**
 * Every task of a plan at one agency, in the order of the plan.
 * @param facts  by code of the task, of those of which something was counted on the day
 */
export function cellsOf(
  plan: Plan,
  of: { readonly group: string } | 'nation',
  facts: ReadonlyMap<string, Fact>,
  day: PlainDate,
): readonly Cell[] {
  const cells = new Map<string, Cell>();
  const below = Map.groupBy(plan.tasks, ({ parent }) => parent ?? '');
  /** the cell of a task; @returns the states of it and of all below it that are asked */
  const place = (task: Task): readonly TaskState[] => {
    const { code, judged: how } = task;
    const states = (below.get(code) ?? []).flatMap(place);
    let cell: Cell = { task: code, state: 'not-asked', ...NOTHING };
    if (how.by === 'heading') cell = { ...cell, state: worst(states) };
    else if (isAsked(task, of)) {
      const fact = how.by === 'fact' ? facts.get(code) : undefined;
      cell = fact ? judged(task, fact, day, plan.daysRunning) : { ...cell, state: 'unmeasured' };
    }
    cells.set(code, cell);
    return cell.state === 'not-asked' ? states : [...states, cell.state];
  };
  for (const task of below.get('') ?? []) place(task);
  return plan.tasks.map(({ code }) => cells.get(code)!);
}
