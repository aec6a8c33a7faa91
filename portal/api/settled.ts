/** Until when what a page says is known, where the server read it behind the newest: the oldest of the newest answers to what the page asked. */

interface Settled {
  readonly page: string;
  /** path of the API → ISO instant of its newest answer; what was read at the newest stands in none */
  readonly answers: ReadonlyMap<string, string>;
}
let told: Settled | null = null;
const listeners = new Set<() => void>();

/** Path of the page that is shown; none outside a window. */
export const pageShown = (): string => ('location' in globalThis ? location.pathname : '');

/**
 * @param asked  path of the API, without its query: a later answer takes the place of the one before
 * @param at     of an answer, as the server said it: an ISO instant; null: it was read at the newest
 */
export function noteSettled(page: string, asked: string, at: string | null): void {
  const next = laid(told, page, asked, at);
  if (next === told) return;
  told = next;
  for (const listener of listeners) listener();
}

/** What a page was told before, with one answer more; another page begins anew. Pure. */
export function laid(before: Settled | null, page: string, asked: string, at: string | null): Settled | null {
  const known = before?.page === page ? before.answers : new Map<string, string>();
  if ((known.get(asked) ?? null) === at) return before;
  const answers = new Map(known);
  if (at === null) answers.delete(asked);
  else answers.set(asked, at);
  return { page, answers };
}

/** @returns ends it */
export function onSettled(listener: () => void): () => void {
  listeners.add(listener);
  return () => void listeners.delete(listener);
}

/** ISO instant; null: nothing of this page was read behind the newest. */
export const settledOf = (page: string): string | null =>
  told?.page === page ? [...told.answers.values()].reduce((oldest, at) => (oldest === '' || at < oldest ? at : oldest), '') || null : null;
