/**
 * Numbers of decisions: form, and whether a number is free in its series (body, sign, year). Numbers begin anew each year; 1 to 9 have a zero before them.
 * Source: NĐ 30/2020/NĐ-CP art. 15 and Appendix I. Who takes a number does it in the transaction that signs; nothing here stores. Pure.
 */
import type { PlainDate } from '#base/clock.ts';
import { ok, refused } from '#base/problem.ts';
import type { Result } from '#base/problem.ts';
import { showDate } from '#base/vietnamese/dates.ts';
import { numberBeforeItsDay, numberTaken, numberUnreadable } from './problems.ts';

export interface DecisionNumber {
  readonly sequence: number;
  /** "QĐ-UBND" */
  readonly sign: string;
  readonly year: number;
}

/** One number that was taken; a void one stays taken. */
export interface TakenNumber extends DecisionNumber {
  readonly on: PlainDate;
}

const FORM = /^\s*0*([1-9]\d{0,5})\s*\/\s*(?:(\d{4})\s*\/\s*)?(QĐ(?:-[\p{Lu}\d&]+)+|QĐ)\s*$/u;

/** "05/QĐ-UBND". */
export const decisionNumberText = ({ sequence, sign }: DecisionNumber): string => `${String(sequence).padStart(2, '0')}/${sign}`;

/**
 * A number as it is typed: "5/QĐ-UBND", "05/2026/QĐ-UBND".
 * @param on  day of the decision: its year is that of the series
 * @returns E-DECISION-NUMBER-UNREADABLE, also where a year is written that is not the day's
 */
export function readDecisionNumber(text: string, on: PlainDate): Result<DecisionNumber> {
  const found = FORM.exec(text.normalize('NFC'));
  const year = Number(on.slice(0, 4));
  if (found === null || (found[2] !== undefined && Number(found[2]) !== year))
    return refused(numberUnreadable({ number: text.slice(0, 50) }));
  return ok({ sequence: Number(found[1]), sign: found[3]!, year });
}

const isOfSeries = (one: DecisionNumber, { sign, year }: Omit<DecisionNumber, 'sequence'>): boolean =>
  one.sign === sign && one.year === year;

/** The next number of a series: one after the highest that was taken. */
export const nextNumber = (sign: string, year: number, taken: readonly TakenNumber[]): DecisionNumber => ({
  sequence: 1 + taken.filter((one) => isOfSeries(one, { sign, year })).reduce((most, { sequence }) => Math.max(most, sequence), 0),
  sign,
  year,
});

/**
 * May a number be taken on a day? For papers that come with a number; own ones take the next.
 * @returns E-DECISION-NUMBER-TAKEN; E-DECISION-NUMBER-ORDER where a lower number has a later day, or a higher one an earlier day
 */
export function takeNumber(wanted: DecisionNumber, on: PlainDate, taken: readonly TakenNumber[]): Result<TakenNumber> {
  const series = taken.filter((one) => isOfSeries(one, wanted));
  const same = series.find(({ sequence }) => sequence === wanted.sequence);
  const number = decisionNumberText(wanted);
  if (same) return refused(numberTaken({ number, on: showDate(same.on) }));
  const crossed = series.find(({ sequence, on: day }) => (sequence < wanted.sequence ? day > on : day < on));
  if (crossed)
    return refused(numberBeforeItsDay({ number, on: showDate(on), other: decisionNumberText(crossed), otherOn: showDate(crossed.on) }));
  return ok({ ...wanted, on });
}

/** Numbers below the highest that nobody took, in order: a series has none. */
export function gapsOf(sign: string, year: number, taken: readonly TakenNumber[]): readonly number[] {
  const held = new Set(taken.filter((one) => isOfSeries(one, { sign, year })).map(({ sequence }) => sequence));
  const most = Math.max(0, ...held);
  return Array.from({ length: most }, (_, index) => index + 1).filter((sequence) => !held.has(sequence));
}
