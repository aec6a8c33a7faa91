/**
 * Establishment against who is present (biên chế giao, có mặt). Who counts: NĐ 62/2020/NĐ-CP, NĐ 106/2020/NĐ-CP as they are commonly read; a secondment stays
 * with the sender. Kinds are the codes of `loai_bien_che`. Pure.
 */
import type { PlainDate } from '#base/clock.ts';

/** What was given to a unit, for a kind and a year. */
export interface Given {
  readonly unit: string;
  /** code of `loai_bien_che` */
  readonly kind: string;
  readonly year: number;
  readonly posts: number;
  /** day of its decision: of two for one year the later one holds */
  readonly decidedOn: PlainDate;
}

/** A main assignment that is paid from an establishment. */
export interface Assignment {
  readonly person: string;
  /** whose establishment: of somebody seconded the sender's */
  readonly unit: string;
  readonly kind: string;
  readonly from: PlainDate;
  /** first day without it; null: no end is known */
  readonly until: PlainDate | null;
  /** suspended or in custody from this day: counted, and shown apart */
  readonly suspendedFrom?: PlainDate;
}

export interface StaffLine {
  readonly unit: string;
  readonly kind: string;
  /** null: nothing was given for that year, so that nothing can be over */
  readonly given: number | null;
  readonly present: number;
  readonly suspended: number;
  /** above 0: more than given; below: vacant */
  readonly over: number | null;
}

const isPresent = ({ from, until }: Assignment, on: PlainDate): boolean => from <= on && (until === null || on < until);
const keyOf = ({ unit, kind }: { readonly unit: string; readonly kind: string }): string => `${unit}\u0000${kind}`;

/** What was given for the year of a day and decided by then, as the last decision has it. */
function givenOn(given: readonly Given[], on: PlainDate): ReadonlyMap<string, Given> {
  const found = new Map<string, Given>();
  for (const one of given) {
    if (one.year !== Number(on.slice(0, 4)) || one.decidedOn > on) continue;
    const before = found.get(keyOf(one));
    if (before === undefined || before.decidedOn <= one.decidedOn) found.set(keyOf(one), one);
  }
  return found;
}

/** The lines of all units and kinds that were given something or hold somebody, by unit and kind. One person counts once in a line. */
export function staffOn(given: readonly Given[], assignments: readonly Assignment[], on: PlainDate): readonly StaffLine[] {
  const posts = givenOn(given, on);
  const present = Map.groupBy(
    assignments.filter((one) => isPresent(one, on)),
    keyOf,
  );
  return [...new Set([...posts.keys(), ...present.keys()])].toSorted().map((key) => {
    const here = present.get(key) ?? [];
    const [unit, kind] = key.split('\u0000') as [string, string];
    const people = new Set(here.map(({ person }) => person)).size;
    const suspended = new Set(
      here.filter(({ suspendedFrom }) => suspendedFrom !== undefined && suspendedFrom <= on).map(({ person }) => person),
    );
    const of = posts.get(key)?.posts ?? null;
    return { unit, kind, given: of, present: people, suspended: suspended.size, over: of === null ? null : people - of };
  });
}
