/** Keys in a list of which one is chosen. Pure. */

/** @returns the place after the key, from 0; null where the key is none of the list's. At its ends one stays. */
export function placeAfter(key: string, at: number, length: number): number | null {
  if (length === 0) return null;
  const to: Readonly<Record<string, number>> = { ArrowDown: at + 1, ArrowUp: at - 1, Home: 0, End: length - 1 };
  const place = to[key];
  return place === undefined ? null : Math.max(0, Math.min(length - 1, place));
}
