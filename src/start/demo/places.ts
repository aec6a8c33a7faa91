/** Communes that invented people come from: of the real list of today, spread over the provinces. */
import { entriesAt } from '#standard/code-lists.ts';

export interface Place {
  readonly province: string;
  readonly commune: string;
}

/** The day on which the list is read: after the merger of 2025. */
const LIST_DAY = '2026-06-01';
/** One commune in so many is used. */
const EVERY = 29;

let places: readonly Place[] | null = null;

export function demoCommunes(): readonly Place[] {
  places ??= entriesAt('dvhc_xa', LIST_DAY)
    .filter((_, index) => index % EVERY === 0)
    .flatMap((entry) => {
      const province = entry.attributes?.['maTinh'];
      return typeof province === 'string' ? [{ province, commune: entry.code }] : [];
    });
  return places;
}
