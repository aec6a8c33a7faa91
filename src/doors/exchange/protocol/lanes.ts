/** Whose batch is judged next: three lanes, of which none starves, and in each lane the sources in turn. Pure. */
import type { Lane } from '#doors/exchange/shapes.ts';

export const LANES = ['daily', 'correction', 'load'] as const satisfies readonly Lane[];

/** Turns of a lane among the sum of all: a first load of seventy bodies takes one turn in seven from a promotion. */
const TURNS: Readonly<Record<Lane, number>> = { daily: 4, correction: 2, load: 1 };

/** Where the turns stand: credit of each lane, and the source that came last in it. */
export interface Turns {
  readonly credit: Readonly<Record<Lane, number>>;
  readonly last: Readonly<Record<Lane, string>>;
}
export const FIRST_TURN: Turns = { credit: { daily: 0, correction: 0, load: 0 }, last: { daily: '', correction: '', load: '' } };

/**
 * The next lane and source.
 * @param waiting  by lane, the sources whose head waits to be judged, sorted
 * @returns        null when nobody waits; a lane with a waiting head comes within seven turns, a source of it within as many times seven as sources wait
 */
export function nextTurn(
  turns: Turns,
  waiting: Readonly<Record<Lane, readonly string[]>>,
): { readonly turns: Turns; readonly lane: Lane; readonly source: string } | null {
  const open = LANES.filter((lane) => waiting[lane].length > 0);
  const [first] = open;
  if (first === undefined) return null;
  const credit = { ...turns.credit };
  for (const lane of open) credit[lane] += TURNS[lane];
  let lane: Lane = first;
  for (const one of open) if (credit[one] > credit[lane]) lane = one;
  credit[lane] -= open.reduce((sum, one) => sum + TURNS[one], 0);
  // Who has nothing to be judged saves up nothing.
  for (const one of LANES) if (waiting[one].length === 0) credit[one] = 0;
  const source = waiting[lane].find((one) => one > turns.last[lane]) ?? waiting[lane][0]!;
  return { turns: { credit, last: { ...turns.last, [lane]: source } }, lane, source };
}
