/** Until when what a page says is known, where the server read it behind the newest: the oldest of what this page was told. */

interface Settled {
  readonly page: string;
  readonly at: string;
}
let newest: Settled | null = null;
const listeners = new Set<() => void>();

/** @param at  of an answer, as the server said it: an ISO instant */
export function noteSettled(page: string, at: string): void {
  const next = laid(newest, page, at);
  if (next === newest) return;
  newest = next;
  for (const listener of listeners) listener();
}

/** What a page was told before, with one answer more: another page begins anew, the older instant stays. Pure. */
export function laid(before: Settled | null, page: string, at: string): Settled {
  return before?.page === page && before.at <= at ? before : { page, at };
}

/** @returns ends it */
export function onSettled(listener: () => void): () => void {
  listeners.add(listener);
  return () => void listeners.delete(listener);
}

/** ISO instant; null: nothing of this page was read behind the newest. */
export const settledOf = (page: string): string | null => (newest?.page === page ? newest.at : null);
