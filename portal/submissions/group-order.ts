/** Which kinds of repair to show, in which order: what holds people first, then what mends most with one click. Pure. */
import type { ProblemGroup, Severity } from '#portal/api/generated/api.ts';

const RANK = { error: 0, warning: 1, corrected: 2 } as const satisfies Record<Severity, number>;

export function groupsShown(groups: readonly ProblemGroup[], onlyErrors: boolean): readonly ProblemGroup[] {
  // `filter` makes a new list, so that sorting in place harms nobody; `toSorted` is not in Chrome 109.
  return groups
    .filter((group) => group.count > 0 && (!onlyErrors || group.severity === 'error'))
    .sort((a, b) => RANK[a.severity] - RANK[b.severity] || b.suggested - a.suggested || b.count - a.count || (a.code < b.code ? -1 : 1));
}
