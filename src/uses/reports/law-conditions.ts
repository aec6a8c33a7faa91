/** Conditions that the law of a day makes: who retires in a year, by the ages of the dated table, as months of birth by sex. MUST run under the lists of the report. */
import type { PlainDate } from '#base/clock.ts';
import { normalRetirement } from '#standard/retirement-age.ts';
import type { SexCode } from '#standard/retirement-age.ts';
import type { Alternatives } from './disclosure.ts';
import type { ReportCondition } from './shapes.ts';

/** In a definition: people whose day of retirement lies in the year of the report plus so many; `before`: on or before the day of the report. */
export interface RetiringIn {
  readonly retires: 'in-year' | 'before';
  readonly after?: number;
}
export type Written = ReportCondition | RetiringIn;
export type Asked = ReportCondition | Alternatives;

const SEXES: readonly SexCode[] = ['1', '2'];
/** Nobody who works was born this many years before the day, nor retires that young. */
const OLDEST_YEARS = 90;
const YOUNGEST_YEARS = 40;

const monthText = (month: number): string => `${Math.floor(month / 12)}-${String((month % 12) + 1).padStart(2, '0')}`;

/** First and last months of birth, as `yyyymm`, of those of one sex whose day of retirement fits; null when of none. Retiring grows with birth, so they lie beside each other. */
function monthsOf(sex: SexCode, day: PlainDate, fits: (retiresFrom: PlainDate) => boolean): readonly [number, number] | null {
  const year = Number(day.slice(0, 4));
  const months: number[] = [];
  for (let month = (year - OLDEST_YEARS) * 12; month < (year - YOUNGEST_YEARS) * 12; month++)
    if (fits(normalRetirement(sex, `${monthText(month)}-01`).retiresFrom)) months.push(Math.floor(month / 12) * 100 + (month % 12) + 1);
  return months.length === 0 ? null : [months[0]!, months.at(-1)!];
}

/** What is written in a definition as it is asked of the database, by the law in force on the day. */
export const askedBy = (written: readonly Written[], day: PlainDate): Asked[] =>
  written.map((one): Asked => {
    if (!('retires' in one)) return one;
    const year = String(Number(day.slice(0, 4)) + (one.after ?? 0));
    const fits = (from: PlainDate): boolean => (one.retires === 'before' ? from <= day : from > day && from.slice(0, 4) === year);
    return {
      any: SEXES.flatMap((sex) => {
        const months = monthsOf(sex, day, fits);
        return months
          ? [
              [
                { of: 'sex' as const, in: [sex] },
                { of: 'birthMonth' as const, from: months[0], to: months[1] },
              ],
            ]
          : [];
      }),
    };
  });
