/** Time that was left out, added up in whole months: the rest of all of it together is a month from so many working days on. Pure. */
import type { PlainDate } from '#base/clock.ts';
import { addDays, addMonths } from '#base/vietnamese/dates.ts';
import { isWorkingDay } from '#standard/calendar/working-days.ts';
import { lawParameter } from '#standard/law-parameters.ts';

/** From a day to before another. */
export interface Span {
  readonly from: PlainDate;
  readonly before: PlainDate;
}

/** Whole months, and the working days of what is left. */
export interface Length {
  readonly months: number;
  readonly workingDays: number;
}

/** Whole months from one day to before another: always one addition to the first day, never one month after another. */
export function wholeMonths({ from, before }: Span): number {
  if (before <= from) return 0;
  const [y, m] = from.split('-').map(Number) as [number, number];
  const [toY, toM] = before.split('-').map(Number) as [number, number];
  const months = (toY - y) * 12 + toM - m;
  return addMonths(from, months) <= before ? months : months - 1;
}

function lengthOf(span: Span): Length {
  const months = wholeMonths(span);
  let workingDays = 0;
  for (let day = addMonths(span.from, months); day < span.before; day = addDays(day, 1)) if (isWorkingDay(day)) workingDays += 1;
  return { months, workingDays };
}

/** Spans in their order, without what an earlier one covers already. */
export function apart(spans: readonly Span[]): readonly Span[] {
  const found: Span[] = [];
  let covered = '';
  for (const { from, before } of spans.toSorted((a, b) => (a.from < b.from ? -1 : a.from > b.from ? 1 : 0))) {
    const begins = from < covered ? covered : from;
    if (begins < before) found.push({ from: begins, before });
    if (before > covered) covered = before;
  }
  return found;
}

/** Of spans that stand apart: those that touch are one time, however many papers tell of it. */
const joined = (spans: readonly Span[]): readonly Span[] =>
  spans.reduce<readonly Span[]>((found, one) => {
    const last = found.at(-1);
    return last?.before === one.from ? [...found.slice(0, -1), { from: last.from, before: one.before }] : [...found, one];
  }, []);

/** @param spans  in their order, none over another (`apart`) */
export const totalLength = (spans: readonly Span[]): Length =>
  joined(spans)
    .map(lengthOf)
    .reduce((sum, one) => ({ months: sum.months + one.months, workingDays: sum.workingDays + one.workingDays }), {
      months: 0,
      workingDays: 0,
    });

/** In whole months, by the figures of a day. */
export function roundedMonths({ months, workingDays }: Length, on: PlainDate): number {
  const ofMonth = lawParameter('workingDaysOfMonth', on)!.value;
  const least = lawParameter('raiseRestWorkingDaysMin', on)?.value ?? Number.POSITIVE_INFINITY;
  return months + Math.floor(workingDays / ofMonth) + (workingDays % ofMonth >= least ? 1 : 0);
}
