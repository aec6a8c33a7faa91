/** The standard of the exchange, clause by clause: what its pages, the conformance runner and the comparison of versions are made of. */
import releases from './releases.json' with { type: 'json' };
import type { Chapter, Clause } from './shapes.ts';
import { WHAT_HOLDS_ALWAYS } from './what-holds-always.ts';
import { WHAT_IS_ANSWERED } from './what-is-answered.ts';
import { WHAT_IS_SENT } from './what-is-sent.ts';

/** Of the standard in use. */
export const STANDARD_VERSION = releases.at(-1)!.version;

export const CHAPTERS: readonly Chapter[] = [...WHAT_IS_SENT, ...WHAT_IS_ANSWERED, ...WHAT_HOLDS_ALWAYS];

const CLAUSES: ReadonlyMap<string, Clause> = new Map(CHAPTERS.flatMap(({ clauses }) => clauses.map((one) => [one.number, one])));

/** The clause of a number; one that is not there is a bug. */
export function clauseOf(number: string): Clause {
  const found = CLAUSES.get(number);
  if (!found) throw new Error(`the standard has no clause ${number}`);
  return found;
}
