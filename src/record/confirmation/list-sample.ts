/** Whom of a list the officer must open: how many is a dated setting (`list-sample.json`), who is chance that nobody can foresee. */
import type { Chance } from '#base/chance.ts';
import type { PlainDate } from '#base/clock.ts';
import setting from './list-sample.json' with { type: 'json' };

interface SampleRow {
  readonly validFrom: PlainDate;
  readonly validTo: PlainDate | null;
  readonly peopleMin: number;
  readonly share: number;
  readonly peopleMax: number;
}
const ROWS: readonly SampleRow[] = setting.rows;

/** How many of a list of `people` must be opened, by the setting of the day. A day before the first row takes the first. */
export function sampleSize(people: number, on: PlainDate, rows: readonly SampleRow[] = ROWS): number {
  const row = rows.findLast(({ validFrom, validTo }) => validFrom <= on && (validTo === null || on < validTo)) ?? rows[0]!;
  return Math.min(people, row.peopleMax, Math.max(row.peopleMin, Math.ceil(people * row.share)));
}

const UINT32 = 2 ** 32;

/** A whole number 0 ≤ x < `below`, each as likely as the next. */
function under(chance: Chance, below: number): number {
  const even = UINT32 - (UINT32 % below);
  for (;;) {
    const drawn = Buffer.from(chance.bytes(4)).readUInt32BE();
    if (drawn < even) return drawn % below;
  }
}

/**
 * The sample of a list.
 *
 * @param must  who was in the sample of an earlier list of this officer and is still undecided: they stay in it, so that nobody asks for lists until a
 *              sample pleases them
 * @returns     `size` of `people`, or all of `must` that are among them when those are more
 */
export function drawSample(chance: Chance, people: readonly string[], must: ReadonlySet<string>, size: number): string[] {
  const kept = people.filter((one) => must.has(one));
  const rest = people.filter((one) => !must.has(one));
  const drawn: string[] = [];
  while (kept.length + drawn.length < size && rest.length > 0) {
    const at = under(chance, rest.length);
    drawn.push(rest[at]!);
    rest[at] = rest.at(-1)!;
    rest.pop();
  }
  return [...kept, ...drawn];
}
