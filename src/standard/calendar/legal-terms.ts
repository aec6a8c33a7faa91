/** Terms of the law that the product counts: who, from what on, how long, by which text. Rows of the list `thoi_han_phap_ly`, dated, with source and confidence. */
import type { PlainDate } from '#base/clock.ts';
import { dueAfter, TERM_UNITS } from './due.ts';
import type { Due, Term, TermUnit } from './due.ts';
import { entryAt } from '#standard/code-lists.ts';
import type { CodeEntry } from '#standard/code-lists.ts';

const isUnit = (unit: unknown): unit is TermUnit => TERM_UNITS.some((one) => one === unit);

/** The term that a row counts; null of a row that names a fixed day of the year. */
export function termOf({ attributes }: Pick<CodeEntry, 'attributes'>): Term | null {
  const { thoi_han: count, don_vi: unit } = attributes;
  return isUnit(unit) && /^\d+$/.test(String(count)) ? { count: Number(count), unit } : null;
}

/**
 * When the term of a row ends for an event.
 *
 * @param code   of `thoi_han_phap_ly`
 * @param start  the instant of the event, or its day
 * @returns      null when that row is not in force on the day of the event, or does not count
 */
export function lawsDue(code: string, day: PlainDate, start: string = day): Due | null {
  const entry = entryAt('thoi_han_phap_ly', code, day);
  const term = entry && termOf(entry);
  return term ? dueAfter(start, term) : null;
}
