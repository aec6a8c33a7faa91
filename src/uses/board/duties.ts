/** What the law asks of an agency, and how far it is met by what was measured: a row for each duty. Nothing is claimed that is not measured. Pure. */
import type { PlainDate } from '#base/clock.ts';
import type { Bilingual } from '#base/problem.ts';
import { addDays, showDate } from '#base/vietnamese/dates.ts';
import { CLOCK_TERMS } from '#record/clocks/clocks-of.ts';
import { termOf } from '#standard/calendar/legal-terms.ts';
import { yearOfDays } from '#standard/calendar/working-days.ts';
import { entryAt } from '#standard/code-lists.ts';
import type { AccessAct } from '#standard/access/acts.ts';
import listed from './duties.json' with { type: 'json' };

/** How many there are, and how many of them are wrong or late. */
export interface Measured {
  readonly total: number;
  readonly late: number;
}
/** By name of the measure. */
export type Measures = ReadonlyMap<string, Measured>;

/** unknown: it is not measured, or there is nothing yet to measure it by; nothing: nobody has had to do it yet, so nobody has met it. */
export type DutyState = 'met' | 'late' | 'nothing' | 'unknown';

export interface Duty {
  readonly code: string;
  readonly law: string;
  readonly confidence: string;
  readonly title: Bilingual;
  /** how it is measured, or why it is not */
  readonly how: Bilingual;
  readonly measure: string | null;
  readonly kind: 'flow' | 'stock';
  /** where the rows stand that mend it, and the act that opens them */
  readonly to: string | null;
  readonly act: AccessAct | null;
}

const HOLIDAYS = 'holidays';
/** The measure of a term of the law, by its code. */
export const measureOfTerm = (term: string): string => `term:${term}`;

const filled = (text: string, values: Readonly<Record<string, string>>): string =>
  text.replace(/\{(\w+)\}/g, (hole, name: string) => values[name] ?? hole);

/** First and last day of the month of a day. */
export function monthOf(day: PlainDate): { readonly first: PlainDate; readonly last: PlainDate } {
  const first = `${day.slice(0, 7)}-01`;
  const next = addDays(first, 31).slice(0, 7);
  return { first, last: addDays(`${next}-01`, -1) };
}

/** The last days of the month, as many as the term has on the day; null: the term is not in force then. */
function endOfMonth(term: string, today: PlainDate): { readonly from: PlainDate; readonly until: PlainDate } | null {
  const entry = entryAt('thoi_han_phap_ly', term, today);
  const days = entry && termOf(entry);
  if (!days) return null;
  const { last } = monthOf(today);
  return { from: addDays(last, 1 - days.count), until: last };
}

/** Terms of the law that run: each is a duty, named by its list. */
const ofTerms = (today: PlainDate): Duty[] =>
  CLOCK_TERMS.flatMap((term): Duty[] => {
    const entry = entryAt('thoi_han_phap_ly', term, today);
    if (!entry) return [];
    return [
      {
        code: term,
        law: String(entry.attributes['can_cu'] ?? ''),
        confidence: String(entry.attributes['confidence'] ?? ''),
        title: { vi: entry.name, en: entry.nameEn ?? entry.name },
        how: { vi: 'Thời hạn đang tính đã quá, trên số đang tính và đã xong', en: 'Terms that are over, of those that run or were done' },
        measure: measureOfTerm(term),
        kind: 'flow',
        to: `/thoi-han?which=late&term=${term}`,
        act: 'record.search',
      },
    ];
  });

/** The duties of a day. @param lateDays  after how many days what waits for confirmation is late */
export function dutiesOn(today: PlainDate, lateDays: number): readonly Duty[] {
  const others = listed.duties.flatMap((row): Duty[] => {
    const { code, law, confidence, measure, to, vi, en, howVi, howEn } = row;
    const window = 'term' in row && row.term !== undefined ? endOfMonth(row.term, today) : undefined;
    if (window === null) return [];
    const values = { days: String(lateDays), ...(window ? { from: showDate(window.from), until: showDate(window.until) } : {}) };
    return [
      {
        code,
        law,
        confidence,
        title: { vi, en },
        how: { vi: filled(howVi, values), en: filled(howEn, values) },
        measure,
        kind: row.kind as Duty['kind'],
        to,
        act: row.act as AccessAct | null,
      },
    ];
  });
  return [...ofTerms(today), ...others];
}

/** Years, this one and the next, whose holidays nobody has given notice of. The same for every agency. */
export function holidaysMeasured(today: PlainDate): Measured {
  const year = Number(today.slice(0, 4));
  const years = [year, year + 1];
  return { total: years.length, late: years.filter((one) => yearOfDays(String(one)).notice === null).length };
}

/** What was counted of an agency, with what is the same for all. */
export const withHolidays = (measures: Measures, today: PlainDate): Measures => new Map([...measures, [HOLIDAYS, holidaysMeasured(today)]]);

/** How far a duty is met; of a stock of which there is nothing yet, and of what is not measured, it is not known; a flow of none is neither met nor late. */
export function stateOf({ measure, kind }: Pick<Duty, 'measure' | 'kind'>, measures: Measures): DutyState {
  if (measure === null) return 'unknown';
  const { total, late } = measures.get(measure) ?? { total: 0, late: 0 };
  if (late > 0) return 'late';
  if (total > 0) return 'met';
  return kind === 'stock' ? 'unknown' : 'nothing';
}

/** Measures of several agencies as those of one. */
export function summedMeasures(all: readonly Measures[]): Measures {
  const sum = new Map<string, Measured>();
  for (const measures of all)
    for (const [name, { total, late }] of measures) {
      const before = sum.get(name) ?? { total: 0, late: 0 };
      sum.set(name, { total: before.total + total, late: before.late + late });
    }
  return sum;
}

/** Of an agency's own measures: how many duties are late. What is the same for every agency is not its own. */
export const countLate = (duties: readonly Duty[], measures: Measures): number =>
  duties.filter((duty) => duty.measure !== HOLIDAYS && stateOf(duty, measures) === 'late').length;
