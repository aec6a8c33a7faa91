/** Which kinds of repair to show, in which order: what holds people first, then what mends most with one click. Pure. */
import type { ProblemGroup, Severity } from '#portal/api/generated/api.ts';

const RANK = { error: 0, warning: 1, corrected: 2 } as const satisfies Record<Severity, number>;

export function groupsShown(groups: readonly ProblemGroup[], onlyErrors: boolean): readonly ProblemGroup[] {
  // `filter` makes a new list, so that sorting in place harms nobody; `toSorted` is not in Chrome 109.
  return groups
    .filter((group) => group.count > 0 && (!onlyErrors || group.severity === 'error'))
    .sort((a, b) => RANK[a.severity] - RANK[b.severity] || b.suggested - a.suggested || b.count - a.count || (a.code < b.code ? -1 : 1));
}

export const keyOf = (group: ProblemGroup): string => `${group.code} ${group.severity}`;

/** The kinds in their order. The chosen one keeps its place when its last cell was mended, while others are left: who goes through them goes on from there. */
export function kindsShown(groups: readonly ProblemGroup[], onlyErrors: boolean, chosen: ProblemGroup | null): readonly ProblemGroup[] {
  const shown = groupsShown(groups, onlyErrors);
  if (chosen === null || shown.length === 0 || groups.some((group) => group.count > 0 && keyOf(group) === keyOf(chosen))) return shown;
  const others = groups.filter((group) => keyOf(group) !== keyOf(chosen));
  return groupsShown([...others, chosen], onlyErrors).map((group) =>
    group === chosen ? { ...chosen, count: 0, people: 0, suggested: 0 } : group,
  );
}

/** Cells by what was found of them: so that the figures of a file meet. A cell with two errors stands in two kinds, and counts twice. */
export const cellsBySeverity = (groups: readonly ProblemGroup[]): Readonly<Record<Severity, number>> => {
  const of = (severity: Severity): number =>
    groups.filter((group) => group.severity === severity).reduce((sum, { count }) => sum + count, 0);
  return { error: of('error'), warning: of('warning'), corrected: of('corrected') };
};
