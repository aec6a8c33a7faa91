/** What stands in the way of a notice that names the days off of a year. Pure; the days are held to the calendar and to the feasts that the law names. */
import type { Problem } from '#base/problem.ts';
import { isPlainDate } from '#base/clock.ts';
import { addDays, showDate } from '#base/vietnamese/dates.ts';
import { feastsOfLaw } from '#standard/calendar/forecast.ts';
import type { NamedDay } from '#standard/calendar/forecast.ts';
import { LUNAR_YEARS } from '#standard/calendar/lunar.ts';
import { isWeekend } from '#standard/calendar/weekend.ts';
import { lawList } from '#standard/law/law-lists.ts';
import type { Addition } from './judge-addition.ts';
import { dayNotInYear, dayTwice, dayWrongKind, feastMissing, yearDaysWhere, yearNotValid, yearNoticed } from './problems.ts';

export const YEARS_LIST = 'luat_ngay_nghi';

const WORKED = { wanted: 'thứ Bảy hoặc Chủ nhật', wantedEn: 'Saturday or Sunday' };
const TAKEN_OFF = { wanted: 'ngày làm việc trong tuần', wantedEn: 'day of the working week' };

function problemsOfDay(year: string, { day, kind }: NamedDay): Problem[] {
  if (!isPlainDate(day) || !day.startsWith(`${year}-`)) return [dayNotInYear({ day: isPlainDate(day) ? showDate(day) : day, year })];
  if (kind === 'hoan_doi_lam') return isWeekend(day) ? [] : [dayWrongKind({ day: showDate(day), ...WORKED })];
  return kind !== 'nghi' && isWeekend(day) ? [dayWrongKind({ day: showDate(day), ...TAKEN_OFF })] : [];
}

export function problemsOfYear({ list, code, validFrom, validTo, days }: Addition): Problem[] {
  if (list !== YEARS_LIST || days === null) return [yearDaysWhere()];
  const isYear = /^\d{4}$/.test(code) && Number(code) >= LUNAR_YEARS.first && Number(code) <= LUNAR_YEARS.last;
  if (!isYear || validFrom !== `${code}-01-01` || validTo !== addDays(`${code}-12-31`, 1)) return [yearNotValid({ year: code })];
  if (lawList(YEARS_LIST).entries.some((entry) => entry.code === code)) return [yearNoticed({ year: code })];
  const wrong = days.flatMap((one) => problemsOfDay(code, one));
  if (wrong.length > 0) return wrong;
  const named = new Map(days.map((one) => [one.day, one]));
  const twice = days.find((one) => named.get(one.day) !== one);
  if (twice) return [dayTwice({ day: showDate(twice.day) })];
  return feastsOfLaw(Number(code))
    .filter(({ day }) => !isWeekend(day) && !named.has(day))
    .map(({ day, name }) => feastMissing({ day: showDate(day), name }));
}
