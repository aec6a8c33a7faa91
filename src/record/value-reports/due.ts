/** By when a reported value is settled: working days of dated terms, never beyond the law's own term. Pure. */
import type { PlainDate } from '#base/clock.ts';
import { addDays } from '#base/vietnamese/dates.ts';
import { entryAt } from '#standard/code-lists.ts';
import { isWorkingDay, workingDaysAfter } from '#standard/working-days.ts';
import terms from './terms.json' with { type: 'json' };

interface Term {
  readonly validFrom: PlainDate | null;
  readonly validTo: PlainDate | null;
  readonly workingDays: number;
  /** code of `thoi_han_phap_ly` */
  readonly noLaterThan: string;
}

/** A term that ends on a day that is not worked ends with the next one that is. */
function workedDayFrom(day: PlainDate): PlainDate {
  let worked = day;
  while (!isWorkingDay(worked)) worked = addDays(worked, 1);
  return worked;
}

/** The law's last day for a report of `day`; null when none is in force then, or it does not count in days. */
function lawsLastDay(code: string, day: PlainDate): PlainDate | null {
  const { thoi_han: days, don_vi: unit } = entryAt('thoi_han_phap_ly', code, day)?.attributes ?? {};
  return unit === 'ngay' && /^\d+$/.test(String(days)) ? workedDayFrom(addDays(day, Number(days))) : null;
}

/** The last day for a value that is reported on `day`; throws when no term is in force, which the packed data exclude. */
export function reportDueOn(day: PlainDate): PlainDate {
  const rows: readonly Term[] = terms.rules;
  const row = rows.find(({ validFrom, validTo }) => (validFrom === null || validFrom <= day) && (validTo === null || day < validTo));
  if (!row) throw new Error(`no term of reported values on ${day}`);
  const ours = workingDaysAfter(day, row.workingDays);
  const laws = lawsLastDay(row.noLaterThan, day);
  return laws !== null && laws < ours ? laws : ours;
}
