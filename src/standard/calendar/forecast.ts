/** Days off of a year without a notice, by the rules of the law (`law/holiday-rules.json`): which day in lieu, which side of Tết a notice will choose, nobody can know. Pure. */
import type { PlainDate } from '#base/clock.ts';
import { addDays, dayOfNumber, dayNumber } from '#base/vietnamese/dates.ts';
import { lawList } from '#standard/law/law-lists.ts';
import { LUNAR_YEARS, lunarDay } from './lunar.ts';
import { isWeekend } from './weekend.ts';

/** nghi: feast; nghi_bu: in lieu of one on a weekend; hoan_doi_nghi: off, and another day worked instead; hoan_doi_lam: that other day. */
export const DAY_KINDS = ['nghi', 'nghi_bu', 'hoan_doi_nghi', 'hoan_doi_lam'] as const;
type DayKind = (typeof DAY_KINDS)[number];
export interface NamedDay {
  readonly day: PlainDate;
  readonly kind: DayKind;
  readonly name: string;
  readonly confidence: string;
}

interface Feast {
  readonly calendar: 'solar' | 'lunar';
  readonly month: number;
  readonly day: number;
  readonly before: number;
  readonly after: number;
  readonly in_lieu: boolean;
}

const two = (number: number): string => String(number).padStart(2, '0');
const mainDay = (year: number, { calendar, month, day }: Feast): PlainDate =>
  calendar === 'lunar' ? lunarDay(year, month, day) : `${year}-${two(month)}-${two(day)}`;

/** The feasts of a year with the day that each is about, by the rules that hold on it. */
const feastsOf = (
  year: number,
): { readonly name: string; readonly confidence: string; readonly main: PlainDate; readonly feast: Feast }[] =>
  lawList('luat_quy_tac_ngay_nghi').entries.flatMap(({ name, confidence, validFrom, validTo, attributes }) => {
    const feast = attributes as unknown as Feast;
    // Where the calendar does not hold its feasts cannot be told.
    if (feast.calendar === 'lunar' && (year < LUNAR_YEARS.first || year > LUNAR_YEARS.last)) return [];
    const main = mainDay(year, feast);
    return (validFrom !== null && main < validFrom) || (validTo !== null && main >= validTo) ? [] : [{ name, confidence, main, feast }];
  });

/**
 * Days that every notice of the year has off: of a feast of several days, the one it is about. A feast of one day that is not certain is not among them.
 */
export const feastsOfLaw = (year: number): { readonly day: PlainDate; readonly name: string }[] =>
  feastsOf(year)
    .filter(({ confidence, feast }) => confidence !== 'uncertain' || feast.before + feast.after > 0)
    .map(({ main: day, name }) => ({ day, name }));

/** Feasts first, then for each that falls on a weekend the next day that is neither weekend nor taken. */
export function forecastYear(year: number): NamedDay[] {
  const feasts = feastsOf(year).flatMap(({ name, confidence, main, feast }) => {
    const first = dayNumber(main) - feast.before;
    return Array.from({ length: feast.before + 1 + feast.after }, (_, at) => {
      const day: NamedDay = { day: dayOfNumber(first + at), kind: 'nghi', name, confidence };
      return { day, inLieu: feast.in_lieu };
    });
  });
  const taken = new Set(feasts.map(({ day }) => day.day));
  const inLieu = feasts
    .filter((one) => one.inLieu && isWeekend(one.day.day))
    .sort((one, other) => (one.day.day < other.day.day ? -1 : 1))
    .map(({ day: feast }): NamedDay => {
      let day = addDays(feast.day, 1);
      while (isWeekend(day) || taken.has(day)) day = addDays(day, 1);
      taken.add(day);
      return { day, kind: 'nghi_bu', name: feast.name, confidence: feast.confidence };
    });
  return [...feasts.map(({ day }) => day), ...inLieu];
}
