/**
 * A session that ends while a page is open. What the screens know of it stays as it was, for forms are drawn by it: the frame draws a curtain over all, and
 * who signs in again as the same person goes on.
 */
import { useSyncExternalStore } from 'react';
import type { Session } from './generated/api.ts';

let ended = false;
const listeners = new Set<() => void>();
export function noteEnded(now: boolean): void {
  if (ended === now) return;
  ended = now;
  for (const listener of listeners) listener();
}
const listen = (listener: () => void): (() => void) => {
  listeners.add(listener);
  return () => void listeners.delete(listener);
};
export const hasEnded = (): boolean => ended;
export const useEnded = (): boolean => useSyncExternalStore(listen, hasEnded);

/** `same`: as before, or what came of the same person since · `ended`: nobody is signed in any more · `other`: somebody else is */
export type SinceThen = 'same' | 'ended' | 'other';

/** What has become of whom the page was drawn for. Of two people with one name it is told by their roles, as far as the session was ended meanwhile. Pure. */
export function sinceThen(before: Session | undefined, fresh: Session, whoIs: (session: Session) => string, wasEnded: boolean): SinceThen {
  if (!before?.signedIn) return 'same';
  if (!fresh.signedIn) return 'ended';
  // A role that was given meanwhile makes nobody another one.
  const isSame = wasEnded ? whoIs(before) === whoIs(fresh) : before.person?.name === fresh.person?.name;
  return isSame ? 'same' : 'other';
}
