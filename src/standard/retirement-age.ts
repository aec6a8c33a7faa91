/**
 * The age of retirement under normal conditions, in months of age by the year in which it is reached.
 * Source: Labour Code 2019 art. 169, Decree 135/2020/ND-CP art. 4 (`codelists/tuoi_nghi_huu.json`); before 2021: 60 for men, 55 for women.
 */
import { addMonths, earliestDay, latestDay, type PartialDate } from '#base/vietnamese/dates.ts';
import type { PlainDate } from '#base/clock.ts';
import { codeList, entryAt } from './code-lists.ts';
import { lawParameter } from './law-parameters.ts';

/** Codes of `gioi_tinh`. */
export type SexCode = '1' | '2';
const MALE: SexCode = '1';

/** Months of age at which a man (1) or woman (2) retires who reaches that age in this calendar year. The list's last year goes on. */
export function retirementAgeMonths(sex: SexCode, year: number): number {
  const before = lawParameter(sex === MALE ? 'retirementAgeMonthsMen' : 'retirementAgeMonthsWomen', `${year}-01-01`);
  if (before) return before.value;
  const last = Math.max(...codeList('tuoi_nghi_huu').entries.map(({ code }) => Number(code)));
  const row = entryAt('tuoi_nghi_huu', String(Math.min(year, last)), `${Math.min(year, last)}-01-01`);
  if (!row) throw new Error(`no retirement age for ${year}`);
  return row.attributes[sex === MALE ? 'nam_thang' : 'nu_thang'] as number;
}

export interface Retirement {
  readonly ageMonths: number;
  /** last day at work: the last day of the month in which the age is reached */
  readonly lastDay: PlainDate;
  /** first day of the month after */
  readonly retiresFrom: PlainDate;
}

/**
 * When somebody retires under normal conditions. A birth known by year only counts as 1 January, by month only as its first day (the law's rule).
 * The age that applies is that of the year in which it is reached, so years are tried from the earliest until one holds.
 */
export function normalRetirement(sex: SexCode, birth: PartialDate): Retirement {
  const born = earliestDay(birth);
  let year = Number(born.slice(0, 4)) + 55;
  for (;;) {
    const ageMonths = retirementAgeMonths(sex, year);
    const reached = addMonths(born, ageMonths);
    if (Number(reached.slice(0, 4)) <= year) {
      const lastDay = latestDay(reached.slice(0, 7));
      return { ageMonths, lastDay, retiresFrom: `${addMonths(`${reached.slice(0, 7)}-01`, 1)}` };
    }
    year += 1;
  }
}
