/** The period of a rating as it is written: a year, a quarter, a month (`2025`, `2026-Q1`, `2026-03`). */
import type { PlainDate } from '#base/clock.ts';
import { earliestDay, latestDay } from '#base/vietnamese/dates.ts';

const QUARTER = /^(\d{4})-Q([1-4])$/;
const monthOf = (quarter: RegExpExecArray, place: number): string =>
  `${quarter[1]}-${String(Number(quarter[2]) * 3 - place).padStart(2, '0')}`;

/** Its first day. */
export function startOfPeriod(period: string): PlainDate {
  const quarter = QUARTER.exec(period);
  return earliestDay(quarter ? monthOf(quarter, 2) : period);
}

/** Its last day: the day on which the law that rates it is looked up. */
export function endOfPeriod(period: string): PlainDate {
  const quarter = QUARTER.exec(period);
  return latestDay(quarter ? monthOf(quarter, 0) : period);
}
