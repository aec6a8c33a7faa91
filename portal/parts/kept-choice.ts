/**
 * What somebody has chosen and not sent yet, kept in this tab of the browser: a session that ends, another person of the queue or a reload does not take it
 * away. Codes, keys and ids only. What was typed freely may speak of somebody: it is kept in memory alone, and leaving the page asks first. Pure but for the store.
 */

import type { Session } from '#portal/api/generated/api.ts';

/** As much of `sessionStorage` as is used. */
export type Store = Pick<Storage, 'getItem' | 'setItem' | 'removeItem' | 'key' | 'length'>;

const PREFIX = 'congvu.kept.';

/** Tells two people at one browser apart and names neither: 32 bits out of who is signed in, FNV-1a. */
export function whoMark(who: string): string {
  let hash = 0x811c9dc5;
  for (let at = 0; at < who.length; at++) hash = Math.imul(hash ^ who.charCodeAt(at), 0x01000193);
  return (hash >>> 0).toString(16).padStart(8, '0');
}

/** Tells those apart who sign in at one browser, and names none of them. */
export const whoIs = ({ person, grants }: Session): string =>
  whoMark(`${person?.name ?? ''} ${grants.map((grant) => `${grant.role} ${grant.body.id}`).join()}`);

/** What it was chosen about, as it was shown: of another state of things nothing is kept. */
export interface Mark {
  readonly who: string;
  readonly of: string;
}

/** What was kept under this name by this person about just this; null when nothing was. */
export function keptValue<T>(store: Store, name: string, { who, of }: Mark): T | null {
  try {
    const read = JSON.parse(store.getItem(PREFIX + name) ?? 'null') as { who: string; of: string; value: T } | null;
    return read !== null && read.who === who && read.of === of ? read.value : null;
  } catch {
    return null; // not ours, or a browser that keeps nothing
  }
}

/** A full store keeps nothing more; the page goes on. */
export function keepValue(store: Store, name: string, { who, of }: Mark, value: unknown): void {
  try {
    store.setItem(PREFIX + name, JSON.stringify({ who, of, value }));
  } catch {
    /* as without it */
  }
}

export function forgetValue(store: Store, name: string): void {
  store.removeItem(PREFIX + name);
}

/** When somebody signs out nothing of theirs stays. */
export function forgetAll(store: Store): void {
  const names = Array.from({ length: store.length }, (_, at) => store.key(at)).filter((name) => name?.startsWith(PREFIX));
  for (const name of names) store.removeItem(name!);
}
