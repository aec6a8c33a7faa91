/**
 * Working days of state bodies: Monday to Friday without feasts and days in lieu, and weekend days that are worked instead. By the notice of each year
 * (`law/holiday-notices.json`); a year without one is a forecast by the rules of the law (`forecast.ts`), and says so.
 */
import type { PlainDate } from '#base/clock.ts';
import { addDays } from '#base/vietnamese/dates.ts';
import { lawList } from '#standard/law/law-lists.ts';
import { perEdition } from '#standard/list-edition.ts';
import { forecastYear } from './forecast.ts';
import type { NamedDay } from './forecast.ts';
import { isWeekend } from './weekend.ts';

export interface YearOfDays {
  /** null: no notice of that year, its days are a forecast by the rules of the law */
  readonly notice: string | null;
  readonly days: ReadonlyMap<PlainDate, NamedDay>;
}

const byDay = (days: readonly NamedDay[]): ReadonlyMap<PlainDate, NamedDay> => new Map(days.map((one) => [one.day, one]));
const yearsOf = perEdition(() => new Map<string, YearOfDays>());

/** The named days of a year, by the notice or by forecast. @param year  four digits */
export function yearOfDays(year: string): YearOfDays {
  const years = yearsOf();
  const made = years.get(year);
  if (made) return made;
  const notice = lawList('luat_ngay_nghi').entries.find(({ code }) => code === year);
  const days: YearOfDays = notice
    ? { notice: String(notice.attributes['source']), days: byDay(notice.attributes['days'] as readonly NamedDay[]) }
    : { notice: null, days: byDay(forecastYear(Number(year))) };
  years.set(year, days);
  return days;
}

const yearOf = (day: PlainDate): YearOfDays => yearOfDays(day.slice(0, 4));

/** Is that day worked? */
export function isWorkingDay(day: PlainDate): boolean {
  const kind = yearOf(day).days.get(day)?.kind;
  return kind === undefined ? !isWeekend(day) : kind === 'hoan_doi_lam';
}

/** May a notice or a text of law that nobody has seen yet say otherwise of that day? */
export const isForecast = (day: PlainDate): boolean => {
  const { notice, days } = yearOf(day);
  return notice === null || days.get(day)?.confidence === 'uncertain';
};

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

/** That day when it is worked, else the next one that is. */
export function workedDayFrom(day: PlainDate): PlainDate {
  let worked = day;
  while (!isWorkingDay(worked)) worked = addDays(worked, 1);
  return worked;
}
