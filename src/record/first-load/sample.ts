/**
 * Which rows of a first load are held against the papers. The seed is made before the parts come, and its hash is told; the rows are fixed by their root; the sample
 * follows from both, so that nobody who knows the rows can foresee it and anybody can work it out again. Pure.
 */
import { createHash, createHmac } from 'node:crypto';
import type { PlainDate } from '#base/clock.ts';
import setting from './sample.json' with { type: 'json' };

interface SampleRow {
  readonly validFrom: PlainDate;
  readonly validTo: PlainDate | null;
  readonly rowsMin: number;
  readonly share: number;
  readonly rowsMax: number;
}
const ROWS: readonly SampleRow[] = setting.rows;

/** How many of `people` rows are checked, by the setting of the day. A day before the first row takes the first. */
export function sampleSize(people: number, on: PlainDate, rows: readonly SampleRow[] = ROWS): number {
  const row = rows.findLast(({ validFrom, validTo }) => validFrom <= on && (validTo === null || on < validTo)) ?? rows[0]!;
  return Math.min(people, row.rowsMax, Math.max(row.rowsMin, Math.ceil(people * row.share)));
}

/** What is told of a seed before it is. */
export const commitmentOf = (seed: Uint8Array): Buffer => createHash('sha256').update(seed).digest();

const NUMBERS = 2 ** 48;

/**
 * The places of the sample, 0 ≤ place < `people`, each once, in order. HMAC-SHA256 of the seed over "root:count", its first six bytes as a number, those left
 * out that would make a place likelier than another.
 *
 * @param root  over every row, hexadecimal
 * @param must  places that are in it in any case: rows that were found wrong before
 */
export function drawSample(seed: Uint8Array, root: string, people: number, size: number, must: readonly number[] = []): number[] {
  const drawn = new Set<number>(must);
  const even = NUMBERS - (NUMBERS % people);
  const wanted = Math.min(people, Math.max(size, drawn.size));
  for (let count = 0; drawn.size < wanted; count++) {
    const number = createHmac('sha256', seed).update(`${root}:${count}`).digest().readUIntBE(0, 6);
    if (number < even) drawn.add(number % people);
  }
  return [...drawn].sort((a, b) => a - b);
}
