/** Readings where the law is not clear: rows of `readings.json`, dated. A body's superior may choose another; each result says which it used. */
import type { PlainDate } from '#base/clock.ts';
import { perEdition } from '#standard/list-edition.ts';
import { lawList } from './law-lists.ts';

/** Every question, and the answers that there are. */
export interface Readings {
  readonly raiseFaultOnDueDay: 'after' | 'delays';
  readonly raiseSickLeave: 'above' | 'all';
  readonly raiseRatingDay: 'notified' | 'year-end';
  readonly raiseTwoDecisions: 'add' | 'highest';
  readonly earlyRetireMeasured: 'day-before-retirement' | 'notice-day';
  readonly earlyRetireBeforeNotice: 'as-counted' | 'notice-day';
  readonly termEdge: 'age-month' | 'first-after';
  readonly dutyAllowanceRetained: 'out' | 'in';
  readonly excellentBase: 'good-and-excellent' | 'good-only';
  readonly backPayFirstMonth: 'whole-if-first-day' | 'whole' | 'next-month';
}
export type ReadingKey = keyof Readings;

/** A reading that was chosen. */
export interface Reading<Key extends ReadingKey = ReadingKey> {
  readonly key: Key;
  readonly value: Readings[Key];
  readonly name: string;
  readonly source: string;
}

const readings = perEdition(() => lawList('luat_cach_hieu').entries);

/**
 * The reading of a question on a day.
 * @param chosen  what the superior of the body chose; where it says nothing the row of the day holds
 * @throws where no row of the day answers, or a value is chosen that is none of its choices: the data exclude it (test)
 */
export function readingOn<Key extends ReadingKey>(key: Key, on: PlainDate, chosen: Partial<Readings> = {}): Reading<Key> {
  const row = readings().find(
    ({ code, validFrom, validTo }) => code === key && (validFrom === null || validFrom <= on) && (validTo === null || on < validTo),
  );
  const value = chosen[key] ?? row?.attributes['value'];
  if (!row || !(row.attributes['choices'] as readonly unknown[]).includes(value)) throw new Error(`no reading of ${key} on ${on}`);
  return { key, value: value as Readings[Key], name: row.name, source: String(row.attributes['source']) };
}
