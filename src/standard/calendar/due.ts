/**
 * When a term ends. The reading is that of the Civil Code (rows `term…` of `law/parameters.json`, dated): the day of the event is not counted, and a term
 * whose last day is not worked ends with the next one that is. Hours run from their instant and move for nothing. Pure.
 */
import type { Instant, PlainDate } from '#base/clock.ts';
import { dayInVietnam, endOfDay } from '#base/clock.ts';
import { addDays, addMonths } from '#base/vietnamese/dates.ts';
import { lawParameter } from '#standard/law-parameters.ts';
import { isForecast, workedDayFrom, workingDaysAfter } from './working-days.ts';

export const TERM_UNITS = ['gio', 'ngay', 'ngay_lam_viec', 'thang', 'nam'] as const;
export type TermUnit = (typeof TERM_UNITS)[number];
export interface Term {
  readonly count: number;
  readonly unit: TermUnit;
}

export interface Due {
  /** its last day; until the end of it, it is kept */
  readonly lastDay: PlainDate;
  /** from this instant on it is late */
  readonly endsAt: Instant;
  /** a day that it was counted over may turn out otherwise: no notice of that year yet, or a feast that is not certain */
  readonly forecast: boolean;
}

const HOUR_MS = 3_600_000;
const YEAR_MONTHS = 12;

/** The last day before it moves for a day off. @param from  the last day that is not counted */
function countedDay(from: PlainDate, { count, unit }: Term & { readonly unit: Exclude<TermUnit, 'gio'> }): PlainDate {
  switch (unit) {
    case 'ngay':
      return addDays(from, count);
    case 'ngay_lam_viec':
      return workingDaysAfter(from, count);
    case 'thang':
      return addMonths(from, count);
    case 'nam':
      return addMonths(from, count * YEAR_MONTHS);
  }
}

const flagOn = (key: 'termEventDaysCounted' | 'termEndMovesToWorkingDay', day: PlainDate): boolean =>
  (lawParameter(key, day)?.value ?? 0) > 0;

/** Working days are counted one by one; of other terms only the last day asks the calendar. */
function isForecastOver(from: PlainDate, counted: PlainDate, lastDay: PlainDate, unit: TermUnit): boolean {
  for (let day = unit === 'ngay_lam_viec' ? from : counted; day <= lastDay; day = addDays(day, 1)) if (isForecast(day)) return true;
  return false;
}

/**
 * @param start  the instant of the event, or its day (`PlainDate`) when only that is stated (a paper): hours then run from the end of that day
 * @param count  at least 1
 */
export function dueAfter(start: Instant, term: Term): Due {
  const onDay = !start.includes('T');
  const day = onDay ? start : dayInVietnam(start);
  const { count, unit } = term;
  if (unit === 'gio') {
    const endsAt = new Date(Date.parse(onDay ? endOfDay(day) : start) + count * HOUR_MS).toISOString();
    // What ends with a day ended on it.
    return { lastDay: dayInVietnam(new Date(Date.parse(endsAt) - 1).toISOString()), endsAt, forecast: false };
  }
  const from = flagOn('termEventDaysCounted', day) ? addDays(day, -1) : day;
  const counted = countedDay(from, { count, unit });
  const lastDay = flagOn('termEndMovesToWorkingDay', day) ? workedDayFrom(counted) : counted;
  return { lastDay, endsAt: endOfDay(lastDay), forecast: isForecastOver(addDays(from, 1), counted, lastDay, unit) };
}
