/** Which time counts while a pay step is held: rows of `counted-periods.json`, dated. */
import type { PlainDate } from '#base/clock.ts';
import { perEdition } from '#standard/list-edition.ts';
import { lawList } from './law-lists.ts';

export interface ServicePeriodRow {
  readonly code: string;
  readonly name: string;
  /** all: counts · none: does not count · up-to: counts up to so many months in all while the step is held, together with others of its kind */
  readonly counts: 'all' | 'none' | 'up-to';
  readonly months: number | null;
  /** while on probation: does not count · none-when-long: from so many days on */
  readonly probation: 'none' | 'none-when-long' | null;
  readonly source: string;
  readonly confidence: 'found' | 'known' | 'uncertain';
  readonly validFrom: PlainDate | null;
  /** half-open */
  readonly validTo: PlainDate | null;
}

const servicePeriods: () => readonly ServicePeriodRow[] = perEdition(() =>
  lawList('luat_thoi_gian_giu_bac').entries.map(({ code, name, confidence, validFrom, validTo, attributes }) => ({
    code,
    name,
    counts: attributes['counts'] as ServicePeriodRow['counts'],
    months: (attributes['months'] as number | undefined) ?? null,
    probation: (attributes['probation'] as ServicePeriodRow['probation'] | undefined) ?? null,
    source: attributes['source'] as string,
    confidence: confidence as ServicePeriodRow['confidence'],
    validFrom,
    validTo,
  })),
);

/** The row of the day on which such a period began; null: no such kind then. */
export const servicePeriodRow = (code: string, began: PlainDate): ServicePeriodRow | null =>
  servicePeriods().find(
    (row) => row.code === code && (row.validFrom === null || row.validFrom <= began) && (row.validTo === null || began < row.validTo),
  ) ?? null;

/** Every kind that some row names. */
export const servicePeriodKinds = (): ReadonlySet<string> => new Set(servicePeriods().map(({ code }) => code));
