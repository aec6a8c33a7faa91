/**
 * Plans as they were decided: tasks, who leads them, for whom, until when (lists of codes), and by which fact each is judged (`plans.json`). Pure.
 */
import type { PlainDate } from '#base/clock.ts';
import type { Bilingual } from '#base/problem.ts';
import type { AccessAct } from '#standard/access/acts.ts';
import { packedList } from '#standard/code-lists.ts';
import type { CodeList } from '#standard/code-lists.ts';
import measured from './measures.json' with { type: 'json' };
import data from './plans.json' with { type: 'json' };

export interface Measure {
  readonly name: string;
  /** what is counted: so many of so many */
  readonly how: Bilingual;
  /** where work on it begins, and the act that opens it; `{body}` stands for the agency */
  readonly to: string;
  readonly act: AccessAct;
}

/** heading: the worst of those below · judged: by a fact of the register · outside: nothing here measures it, and why */
export type Judged =
  | { readonly by: 'heading' }
  | { readonly by: 'fact'; readonly measure: string; readonly atLeast: number }
  | { readonly by: 'nothing'; readonly why: Bilingual };

export interface Task {
  readonly code: string;
  readonly parent: string | null;
  readonly title: Bilingual;
  /** as the decision names it */
  readonly lead: string | null;
  /** of which agencies it is asked; null: of every one */
  readonly group: string | null;
  /** asked of each agency, or once for the country */
  readonly scope: 'body' | 'nation';
  readonly due: PlainDate | null;
  readonly recurring: boolean;
  readonly judged: Judged;
  readonly confidence: string;
}

export interface Plan {
  readonly id: string;
  readonly title: Bilingual;
  readonly source: string;
  readonly confidence: string;
  /** days in a row on which the threshold holds, after which a task is met */
  readonly daysRunning: number;
  readonly tasks: readonly Task[];
}

type Row = (typeof data.plans)[number]['tasks'][number];

/** What the list of tasks says of one. */
interface Listed {
  readonly parent: string;
  readonly lead: string | null;
  readonly group: string | null;
  /** a day, or `REGULARLY`; null: a heading */
  readonly due: PlainDate | null;
}
const REGULARLY = 'thuong_xuyen';

function judgedOf(row: Row, { due }: Listed): Judged {
  if ('measure' in row && row.measure !== undefined) return { by: 'fact', measure: row.measure, atLeast: row.atLeast };
  if ('whyNot' in row && row.whyNot !== undefined) return { by: 'nothing', why: row.whyNot };
  if (due === null) return { by: 'heading' };
  throw new Error(`task ${row.code} of a plan says not by what it is judged`);
}

function taskOf(row: Row, list: CodeList): Task {
  const entry = list.entries.find(({ code }) => code === row.code);
  if (!entry) throw new Error(`task ${row.code} is none of ${list.id}`);
  const listed = entry.attributes as unknown as Listed;
  const { parent, lead, group, due } = listed;
  return {
    code: row.code,
    parent: list.entries.some(({ code }) => code === parent) ? parent : null,
    title: { vi: entry.name, en: row.en },
    lead,
    group,
    scope: row.scope as Task['scope'],
    due: due === REGULARLY ? null : due,
    recurring: due === REGULARLY,
    judged: judgedOf(row, listed),
    confidence: entry.confidence,
  };
}

/** The list of tasks of each plan. */
const LISTS: Readonly<Record<string, string>> = { QD72: 'ke_hoach_qd72' };

export const PLANS: readonly Plan[] = data.plans.map(({ id, vi, en, source, daysRunning, tasks }) => {
  const list = packedList(LISTS[id]!);
  return { id, title: { vi, en }, source, confidence: list.confidence, daysRunning, tasks: tasks.map((row) => taskOf(row, list)) };
});

export const planById = (id: string): Plan | undefined => PLANS.find((plan) => plan.id === id);

export const MEASURES: ReadonlyMap<string, Measure> = new Map(
  measured.measures.map(({ name, vi, en, to, act }) => [name, { name, how: { vi, en }, to, act: act as AccessAct }]),
);
