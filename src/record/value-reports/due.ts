/** By when a reported value is settled: working days of dated terms, never beyond the law's own term. Pure. */
import type { PlainDate } from '#base/clock.ts';
import { workingDaysAfter } from '#standard/calendar/working-days.ts';
import { lawsDue } from '#standard/calendar/legal-terms.ts';
import terms from './terms.json' with { type: 'json' };

interface Term {
  readonly validFrom: PlainDate | null;
  readonly validTo: PlainDate | null;
  readonly workingDays: number;
  /** code of `thoi_han_phap_ly` */
  readonly noLaterThan: string;
}

/** The last day for a value that is reported on `day`; throws when no term is in force, which the packed data exclude. */
export function reportDueOn(day: PlainDate): PlainDate {
  const rows: readonly Term[] = terms.rules;
  const row = rows.find(({ validFrom, validTo }) => (validFrom === null || validFrom <= day) && (validTo === null || day < validTo));
  if (!row) throw new Error(`no term of reported values on ${day}`);
  const ours = workingDaysAfter(day, row.workingDays);
  const laws = lawsDue(row.noLaterThan, day)?.lastDay ?? null;
  return laws !== null && laws < ours ? laws : ours;
}
