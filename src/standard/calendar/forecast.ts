/** Days off of a year without a notice, by the rules of the law (`law/holiday-rules.json`): which day in lieu, which side of Tết a notice will choose, nobody can know. Pure. */
import type { PlainDate } from '#base/clock.ts';
import { addDays, dayOfNumber, dayNumber } from '#base/vietnamese/dates.ts';
import { lawList } from '#standard/law/law-lists.ts';
import { lunarDay } from './lunar.ts';
import { isWeekend } from './weekend.ts';

/** nghi: feast; nghi_bu: in lieu of one on a weekend; hoan_doi_nghi: off, and another day worked instead; hoan_doi_lam: that other day. */
type DayKind = 'nghi' | 'nghi_bu' | 'hoan_doi_nghi' | 'hoan_doi_lam';
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

/** Feasts first, then for each that falls on a weekend the next day that is neither weekend nor taken. */
export function forecastYear(year: number): NamedDay[] {
  const feasts = lawList('luat_quy_tac_ngay_nghi').entries.flatMap(({ name, confidence, validFrom, validTo, attributes }) => {
    const feast = attributes as unknown as Feast;
    const main = mainDay(year, feast);
    if ((validFrom !== null && main < validFrom) || (validTo !== null && main >= validTo)) return [];
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
