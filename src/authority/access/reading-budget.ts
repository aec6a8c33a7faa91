/**
 * How many people's data an officer may see in an hour and in a day: people, not calls. Counted in the database, in the transaction of the reading
 * itself, so that no route, no second process and no restart forgets it.
 */
import type { Tx } from '#base/database/transaction.ts';
import type { Problem } from '#base/problem.ts';
import { readingBudgetSpent } from './problems.ts';
import limits from './reading-limits.json' with { type: 'json' };

/** What one reading shows: people opened one by one, and people on a list. */
export interface DisclosedPeople {
  readonly opened: number;
  readonly listed: number;
}
export interface Spent {
  readonly openedHour: number;
  readonly openedDay: number;
  readonly listedHour: number;
  readonly listedDay: number;
  /** people allowed beyond the role's limits, by a second person, now */
  readonly allowed: number;
}

type Span = 'hour' | 'day';
type Way = 'opened' | 'listed';
type Limits = Readonly<Record<Way, Readonly<Record<Span, number>>>>;
const OF_ROLE: Readonly<Record<string, Limits>> = limits.roles;
const NOBODY = OF_ROLE['CA_NHAN']!;

const SPANS: Readonly<Record<Span, { readonly vi: string; readonly en: string }>> = {
  hour: { vi: 'giờ qua', en: 'the last hour' },
  day: { vi: 'ngày qua', en: 'the last day' },
};

/** The widest limit that any of these roles gives. */
const limitOf = (roles: readonly string[], way: Way, span: Span): number =>
  Math.max(NOBODY[way][span], ...roles.map((role) => OF_ROLE[role]?.[way][span] ?? 0));

/** What stands in the way of a reading that was just counted; null when it is within the limits. Pure. */
export function readingProblem(roles: readonly string[], spent: Spent): Problem | null {
  const seen: readonly (readonly [Way, Span, number])[] = [
    ['opened', 'hour', spent.openedHour],
    ['opened', 'day', spent.openedDay],
    ['listed', 'hour', spent.listedHour],
    ['listed', 'day', spent.listedDay],
  ];
  for (const [way, span, people] of seen) {
    const limit = limitOf(roles, way, span) + spent.allowed;
    if (people > limit) return readingBudgetSpent({ limit, span: SPANS[span] });
  }
  return null;
}

/** A reading over the budget: it is not shown, its transaction ends with nothing done, and the refusal is recorded by whoever answers. */
export class ReadingRefused extends Error {
  readonly problem: Problem;
  constructor(problem: Problem) {
    super(problem.code);
    this.problem = problem;
  }
}

/** Counts what the session has just been shown. Throws `ReadingRefused` past its limits; a system session reads for nobody. */
export async function spendReading(tx: Tx, roles: readonly string[], { opened, listed }: DisclosedPeople): Promise<void> {
  if (opened + listed === 0) return;
  const [row] = await tx.query<{ opened_hour: number; opened_day: number; listed_hour: number; listed_day: number; allowed: number }>(
    'select * from spend_reading($1, $2)',
    [opened, listed],
    'reading-spent',
  );
  if (!row) return;
  const problem = readingProblem(roles, {
    openedHour: row.opened_hour,
    openedDay: row.opened_day,
    listedHour: row.listed_hour,
    listedDay: row.listed_day,
    allowed: row.allowed,
  });
  if (problem) throw new ReadingRefused(problem);
}
