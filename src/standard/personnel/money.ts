/** Pay of a month for lists and decisions, and what is made good when a decision comes late. Payroll itself is not ours. Pure; whole đồng, half up. */
import type { PlainDate } from '#base/clock.ts';
import { ok, refused } from '#base/problem.ts';
import type { Result } from '#base/problem.ts';
import { addMonths, showDate } from '#base/vietnamese/dates.ts';
import { entriesAt } from '#standard/code-lists.ts';
import { lawParameter } from '#standard/law-parameters.ts';
import { readingOn } from '#standard/law/readings.ts';
import type { Reading, Readings } from '#standard/law/readings.ts';
import { fourPlaces, percentOf, tenThousandths } from './coefficient.ts';
import { firstMonthAsked, noLawThen } from './problems.ts';

/** Base pay of a day, in đồng; null before the first that is known. */
export function basePayOn(day: PlainDate): number | null {
  const [entry] = entriesAt('luong_co_so', day);
  return entry === undefined ? null : Number(entry.attributes['muc']);
}

/** Ten-thousandths of a coefficient in đồng. */
const inDong = (coefficient: number, base: number): number => Math.floor((coefficient * base + 5_000) / 10_000);

export interface MonthPay {
  readonly base: number;
  readonly salary: number;
  readonly position: number;
  readonly beyond: number;
  readonly retained: number;
  /** duty allowance (phụ cấp công vụ): cadres and civil servants alone */
  readonly duty: number;
  readonly total: number;
  /** whether what was kept counts for the duty allowance */
  readonly reading: Reading | null;
}

const HAVE_DUTY: ReadonlySet<string> = new Set(['CB', 'CC', 'CB_XA', 'CC_XA']);

/**
 * @param of.coefficient  of the step; @param of.position  of the post; "0.00" where there is none
 * @param employee        code of `loai_doi_tuong`
 * @returns E-LAW-NONE-ON-DAY
 */
export function monthPay(
  of: { readonly coefficient: string; readonly position?: string; readonly beyondPercent?: number; readonly retained?: string },
  employee: string,
  day: PlainDate,
  chosen: Partial<Readings> = {},
): Result<MonthPay> {
  const base = basePayOn(day);
  if (base === null) return refused(noLawThen({ what: { vi: 'lương cơ sở', en: 'base pay' }, on: showDate(day) }));
  const beyondPart = percentOf(of.coefficient, of.beyondPercent ?? 0);
  const [own, position, kept] = [tenThousandths(of.coefficient), tenThousandths(of.position ?? '0'), tenThousandths(of.retained ?? '0')];
  const reading = kept > 0 && HAVE_DUTY.has(employee) ? readingOn('dutyAllowanceRetained', day, chosen) : null;
  const percent = HAVE_DUTY.has(employee) ? (lawParameter('dutyAllowancePercent', day)?.value ?? 0) : 0;
  const [salary, post, beyond, retained] = [own, position, beyondPart, kept].map((part) => inDong(part, base)) as [
    number,
    number,
    number,
    number,
  ];
  const duty = Math.floor((inDong(own + position + beyondPart + (reading?.value === 'in' ? kept : 0), base) * percent + 50) / 100);
  return ok({ base, salary, position: post, beyond, retained, duty, total: salary + post + beyond + retained + duty, reading });
}

export interface BackPay {
  /** "2026-07" … each with the base pay of that month and the difference */
  readonly months: readonly { readonly month: string; readonly base: number; readonly difference: number }[];
  readonly total: number;
  /** of coefficients, with four places */
  readonly coefficient: string;
  readonly reading: Reading | null;
}

/**
 * What is made good between the day from which a decision holds and the month in which it is signed, which is paid anew.
 * @returns E-BACKPAY-FIRST-MONTH where it does not hold from a first of a month and no reading was chosen; E-LAW-NONE-ON-DAY
 */
export function backPay(
  effectiveOn: PlainDate,
  signedOn: PlainDate,
  of: { readonly before: string; readonly after: string },
  chosen: Partial<Readings> = {},
): Result<BackPay> {
  const isFirst = effectiveOn.endsWith('-01');
  const reading = isFirst ? null : readingOn('backPayFirstMonth', effectiveOn, chosen);
  if (reading?.value === 'whole-if-first-day') return refused(firstMonthAsked({ on: showDate(effectiveOn) }));
  const difference = tenThousandths(of.after) - tenThousandths(of.before);
  const months: BackPay['months'][number][] = [];
  const first = `${effectiveOn.slice(0, 7)}-01`;
  for (
    let month = reading?.value === 'next-month' ? addMonths(first, 1) : first;
    month.slice(0, 7) < signedOn.slice(0, 7);
    month = addMonths(month, 1)
  ) {
    const base = basePayOn(month);
    if (base === null) return refused(noLawThen({ what: { vi: 'lương cơ sở', en: 'base pay' }, on: showDate(month) }));
    months.push({ month: month.slice(0, 7), base, difference: inDong(difference, base) });
  }
  return ok({ months, total: months.reduce((sum, one) => sum + one.difference, 0), coefficient: fourPlaces(difference), reading });
}
