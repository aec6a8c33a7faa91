/** What was typed of the days off of a year → the request, or which lines are wrong. Pure. */
import type { AdditionList, ListAddition } from '#portal/api/generated/api.ts';
import { dayText, readDay } from '#portal/parts/format.ts';
import { SOURCE_LETTERS_MIN, type EntryBody } from './addition-request.ts';

export const KINDS = ['nghi', 'nghi_bu', 'hoan_doi_nghi', 'hoan_doi_lam'] as const;
export type Kind = (typeof KINDS)[number];

export interface TypedDay {
  readonly id: number;
  readonly day: string;
  readonly kind: Kind;
  readonly name: string;
}

/** The line a form begins with when one more is asked for. */
export const noDay = (id: number): TypedDay => ({ id, day: '', kind: 'nghi', name: '' });

export const typedDays = (days: AdditionList['year']['days']): readonly TypedDay[] =>
  days.map(({ day, kind, name }, id) => ({ id, day: dayText(day), kind, name }));

export interface WrongYear {
  readonly days: ReadonlySet<number>;
  readonly names: ReadonlySet<number>;
  readonly source: boolean;
}

/** @returns the request; or the ids of lines whose day or name cannot be sent, and whether the source is missing */
export function yearRequest(
  { list, year }: Pick<AdditionList['year'], 'list' | 'year'>,
  lines: readonly TypedDay[],
  source: string,
): { readonly body: EntryBody } | { readonly wrong: WrongYear } {
  const days = lines.map((one) => ({ ...one, day: readDay(one.day), name: one.name.trim() }));
  const wrong: WrongYear = {
    days: new Set(days.filter(({ day }) => day === null || !day.startsWith(`${year}-`)).map(({ id }) => id)),
    names: new Set(days.filter(({ name }) => name === '').map(({ id }) => id)),
    source: source.trim().length < SOURCE_LETTERS_MIN,
  };
  if (wrong.days.size > 0 || wrong.names.size > 0 || wrong.source) return { wrong };
  return {
    body: {
      list,
      code: year,
      // As the files name it.
      name: year,
      validFrom: `${year}-01-01`,
      lastDay: `${year}-12-31`,
      source: source.trim(),
      days: days.map(({ day, kind, name }) => ({ day: day!, kind, name })),
    },
  };
}

/** The year that a request is about, when it is one of days off. */
export const yearOf = ({ list, code, days }: ListAddition): AdditionList['year'] | null =>
  days === null ? null : { list, year: code, days };
