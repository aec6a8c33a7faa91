/** What was just applied keeps its place in a list, so that nothing else slides under the pointer that pressed the button. Pure. */

/** Something that was applied during this visit, and where it stood in the list. */
export interface Applied<T> {
  readonly at: number;
  readonly what: T;
}
export interface Placed<T> {
  readonly what: T;
  /** applied during this visit: it stands there as done */
  readonly done: boolean;
}

/** The list as it came, with what was applied back where it stood. What is in the list again (it was undone) is open again, unless `busy`: the list is then an old one. */
export function keptInPlace<T>(items: readonly T[], applied: readonly Applied<T>[], keyOf: (one: T) => string, busy: boolean): Placed<T>[] {
  const doneKeys = new Set(applied.map((one) => keyOf(one.what)));
  const placed: Placed<T>[] = items.map((what) => ({ what, done: busy && doneKeys.has(keyOf(what)) }));
  const present = new Set(items.map(keyOf));
  for (const { at, what } of [...applied].sort((a, b) => a.at - b.at)) {
    if (!present.has(keyOf(what))) placed.splice(Math.min(at, placed.length), 0, { what, done: true });
  }
  return placed;
}
