/** What lengthens the time for which a pay step is held: rows of `raise-delays.json`, dated, by kind of employee. */
import type { PlainDate } from '#base/clock.ts';
import file from './raise-delays.json' with { type: 'json' };

export interface RaiseDelayRow {
  readonly what: 'discipline' | 'rating' | 'leave';
  /** code of `ky_luat`, `xep_loai_danh_gia` or `loai_qua_trinh_cong_tac` */
  readonly code: string;
  /** codes of `loai_doi_tuong`; null = everybody */
  readonly employees: readonly string[] | null;
  /** whole months; null = as many as the leave lasted */
  readonly months: number | null;
  readonly source: string;
  readonly confidence: 'found' | 'known' | 'uncertain';
  readonly validFrom: PlainDate;
  /** last day, inclusive; null = still in force */
  readonly lastDay: PlainDate | null;
}

/** All rows, every period of each. */
export const RAISE_DELAYS: readonly RaiseDelayRow[] = file.items.map((item) => ({
  what: item.what as RaiseDelayRow['what'],
  code: item.code,
  employees: item.doi_tuong,
  months: item.months,
  source: item.source,
  confidence: item.confidence as RaiseDelayRow['confidence'],
  validFrom: item.valid_from,
  lastDay: item.valid_to,
}));

/**
 * The row that applies to a discipline, rating or leave of that day; null when the law delays nothing.
 * `employee` '' (not stated): the mildest row of all kinds of employee, so that nobody is accused by a guess.
 */
export function raiseDelay(what: RaiseDelayRow['what'], code: string, on: PlainDate, employee: string): RaiseDelayRow | null {
  const rows = RAISE_DELAYS.filter(
    (row) =>
      row.what === what &&
      row.code === code &&
      row.validFrom <= on &&
      (row.lastDay === null || on <= row.lastDay) &&
      (row.employees === null || employee === '' || row.employees.includes(employee)),
  );
  return rows.reduce<RaiseDelayRow | null>(
    (mildest, row) => (mildest === null || (row.months ?? 0) < (mildest.months ?? 0) ? row : mildest),
    null,
  );
}
