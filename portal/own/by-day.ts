/** Readings under the day (in Việt Nam) on which they were. Pure. */
import { instantText } from '#portal/parts/format.ts';

export interface OneDay<T> {
  /** `24/11/2026` */
  readonly day: string;
  readonly items: readonly T[];
}

/** @param reads  newest first; days and their readings stay in that order */
export function byDay<T extends { readonly at: string }>(reads: readonly T[]): OneDay<T>[] {
  const days = Map.groupBy(reads, ({ at }) => instantText(at).slice(-10));
  return [...days].map(([day, items]) => ({ day, items }));
}
