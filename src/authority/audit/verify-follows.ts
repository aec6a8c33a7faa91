/**
 * Holds the events against each other: each names those that it follows, so that one taken out before it had a place in the tree leaves a name that leads
 * nowhere, or an event that nothing follows and that is not among the last. Pure. Decision 0068.
 *
 * Events are taken in the order of the log. Transactions run side by side, so the one that is followed may come a little later: what is kept in memory is
 * what stands open, a few dozen.
 */
import { gone, successorGone } from './findings.ts';
import type { Finding } from './findings.ts';

export interface Followed {
  /** @param follows  null: it names none (an earlier release wrote it); nothing is held against it */
  take(eventId: string, follows: readonly string[] | null): void;
  /** An event whose leaf stands and that is gone: it was named already. */
  isGone(eventId: string): void;
  /** @param last  events that nothing needs to follow yet */
  end(last: readonly string[]): Finding[];
  /** events that name none */
  unlinked(): number;
}

export function makeFollowed(): Followed {
  /** named by another, not seen yet: → who names it */
  const expected = new Map<string, string>();
  const unfollowed = new Set<string>();
  let unlinked = 0;
  return {
    take(eventId, follows) {
      if (!expected.delete(eventId) && follows !== null) unfollowed.add(eventId);
      if (follows === null) unlinked++;
      for (const before of follows ?? []) if (!unfollowed.delete(before)) expected.set(before, eventId);
    },
    isGone: (eventId) => void expected.delete(eventId),
    end(last) {
      const missing = [...expected].map(([eventId, by]) => gone(eventId, by));
      const ends = new Set(last);
      const cut = [...unfollowed].filter((eventId) => !ends.has(eventId)).map(successorGone);
      const lost = last.filter((eventId) => !unfollowed.has(eventId) && !expected.has(eventId)).map((eventId) => gone(eventId, null));
      return [...missing, ...cut, ...lost];
    },
    unlinked: () => unlinked,
  };
}
