/** How long a case waits for an answer. Dated rows with their source; a case keeps the last day that it was given when it began. */
import type { PlainDate } from '#base/clock.ts';
import { addDays } from '#base/vietnamese/dates.ts';
import type { CaseKind } from './shapes.ts';

export interface Term {
  readonly kind: CaseKind;
  /** whole days from the day it began; the last of them is the last day of the term */
  readonly days: number;
  readonly validFrom: PlainDate;
  readonly validTo: PlainDate | null;
  readonly source: string;
  readonly confidence: 'found' | 'known' | 'uncertain' | 'design';
}

const term = (kind: CaseKind, days: number): Term => ({
  kind,
  days,
  validFrom: '2023-02-13',
  validTo: null,
  source: 'thiết kế của dự án, theo nếp bàn giao hồ sơ giấy trong 30 ngày; chưa có văn bản quy định cho hồ sơ điện tử',
  confidence: 'design',
});

/** One row a kind and period. */
export const TERMS: readonly Term[] = [
  term('transfer', 30),
  term('re_entry', 30),
  term('dual_claim', 30),
  term('number_change', 30),
  term('secondment', 30),
  term('concurrent', 30),
  term('same_human', 30),
];

/** The last day on which a case that begins on `day` may be answered. */
export function dueOn(kind: CaseKind, day: PlainDate): PlainDate {
  const row = TERMS.find((one) => one.kind === kind && one.validFrom <= day && (one.validTo === null || day < one.validTo));
  if (!row) throw new Error(`no term for a case of ${kind} on ${day}`);
  return addDays(day, row.days);
}
