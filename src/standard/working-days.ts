/** Working days of state bodies: Monday to Friday without holidays, and Saturdays that are worked instead. Rows with their sources: `holidays.json`. */
import type { PlainDate } from '#base/clock.ts';
import { addDays } from '#base/vietnamese/dates.ts';
import holidays from './holidays.json' with { type: 'json' };

const kindOf: ReadonlyMap<string, string> = new Map(holidays.items.map(({ day, kind }) => [day, kind]));
/** Kind of a day that is worked although it is a Saturday. */
const WORKED_INSTEAD = 'hoan_doi_lam';
const [SUNDAY, SATURDAY] = [0, 6];

/** Is that day worked? Beyond the last announced year weekends and what is known of feasts alone decide. */
export function isWorkingDay(day: PlainDate): boolean {
  const kind = kindOf.get(day);
  if (kind !== undefined) return kind === WORKED_INSTEAD;
  const weekday = new Date(`${day}T00:00:00Z`).getUTCDay();
  return weekday !== SUNDAY && weekday !== SATURDAY;
}

/**
 * The day from which on more than so many whole working days have passed since: what came on or before it has waited longer.
 *
 * @param count  at least 1
 * @returns with 3, asked on a Thursday without feasts: the Friday before
 */
export function workingDaysBefore(today: PlainDate, count: number): PlainDate {
  let day = today;
  for (let left = count + 1; left > 0;) {
    day = addDays(day, -1);
    if (isWorkingDay(day)) left -= 1;
  }
  return day;
}

/** The working day that comes so many working days after a day. */
export function workingDaysAfter(from: PlainDate, count: number): PlainDate {
  let day = from;
  for (let left = count; left > 0;) {
    day = addDays(day, 1);
    if (isWorkingDay(day)) left -= 1;
  }
  return day;
}
