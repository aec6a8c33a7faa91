/** Plans as they were decided: tasks, who leads them, for whom, until when, and by which fact each is judged (`plans.json`). Pure. */
import type { PlainDate } from '#base/clock.ts';
import type { Bilingual } from '#base/problem.ts';
import type { AccessAct } from '#standard/access/acts.ts';
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

function judgedOf(row: Row): Judged {
  if ('heading' in row && row.heading) return { by: 'heading' };
  if ('measure' in row && row.measure !== undefined) return { by: 'fact', measure: row.measure, atLeast: row.atLeast };
  if ('whyNot' in row && row.whyNot !== undefined) return { by: 'nothing', why: row.whyNot };
  throw new Error(`task ${row.code} of a plan says not by what it is judged`);
}

export const PLANS: readonly Plan[] = data.plans.map(({ id, vi, en, source, confidence, daysRunning, tasks }) => ({
  id,
  title: { vi, en },
  source,
  confidence,
  daysRunning,
  tasks: tasks.map((row) => ({
    code: row.code,
    parent: row.parent,
    title: { vi: row.vi, en: row.en },
    lead: row.lead,
    group: row.group,
    scope: row.scope as Task['scope'],
    due: row.due,
    recurring: row.recurring,
    judged: judgedOf(row),
    confidence: row.confidence,
  })),
}));

export const planById = (id: string): Plan | undefined => PLANS.find((plan) => plan.id === id);

export const MEASURES: ReadonlyMap<string, Measure> = new Map(
  measured.measures.map(({ name, vi, en, to, act }) => [name, { name, how: { vi, en }, to, act: act as AccessAct }]),
);
