/** Saturday and Sunday: the weekly rest of state bodies. */
import type { PlainDate } from '#base/clock.ts';
import { dayNumber } from '#base/vietnamese/dates.ts';

const WEEK_DAYS = 7;
/** Day number 0 was a Thursday. */
const SATURDAY = 2;
const SUNDAY = 3;

export const isWeekend = (day: PlainDate): boolean => {
  const place = ((dayNumber(day) % WEEK_DAYS) + WEEK_DAYS) % WEEK_DAYS;
  return place === SATURDAY || place === SUNDAY;
};
