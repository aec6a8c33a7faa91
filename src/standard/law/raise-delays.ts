/** What lengthens the time for which a pay step is held: rows of `raise-delays.json`, dated, by kind of employee. */
import type { PlainDate } from '#base/clock.ts';
import { perEdition } from '#standard/list-edition.ts';
import { lawList } from './law-lists.ts';

export interface RaiseDelayRow {
  readonly what: 'discipline' | 'party' | 'rating' | 'leave';
  /** code of `ky_luat`, `xep_loai_danh_gia` or `loai_qua_trinh_cong_tac` */
  readonly code: string;
  /** codes of `loai_doi_tuong`; null = everybody */
  readonly employees: readonly string[] | null;
  /** whole months; null = as many as the leave lasted */
  readonly months: number | null;
  readonly source: string;
  readonly confidence: 'found' | 'known' | 'uncertain';
  readonly validFrom: PlainDate;
  /** half-open; null = still in force */
  readonly validTo: PlainDate | null;
}

/** All rows, every period of each. */
export const raiseDelays: () => readonly RaiseDelayRow[] = perEdition(() =>
  lawList('luat_keo_dai_nang_luong').entries.map(({ code, name, confidence, validFrom, validTo, attributes }) => ({
    what: name as RaiseDelayRow['what'],
    code,
    employees: attributes['doi_tuong'] as RaiseDelayRow['employees'],
    months: attributes['months'] as number | null,
    source: attributes['source'] as string,
    confidence: confidence as RaiseDelayRow['confidence'],
    validFrom: validFrom ?? '',
    validTo,
  })),
);

/**
 * The row that applies to a discipline, rating or leave of that day; null when the law delays nothing.
 * `employee` '' (not stated): the mildest row of all kinds of employee, so that nobody is accused by a guess.
 */
export function raiseDelay(what: RaiseDelayRow['what'], code: string, on: PlainDate, employee: string): RaiseDelayRow | null {
  const rows = raiseDelays().filter(
    (row) =>
      row.what === what &&
      row.code === code &&
      row.validFrom <= on &&
      (row.validTo === null || on < row.validTo) &&
      (row.employees === null || employee === '' || row.employees.includes(employee)),
  );
  return rows.reduce<RaiseDelayRow | null>(
    (mildest, row) => (mildest === null || (row.months ?? 0) < (mildest.months ?? 0) ? row : mildest),
    null,
  );
}
