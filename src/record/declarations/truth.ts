/** The sentence by which a person attests that what they declare is true: dated rows with their source (`truth.json`). Pure. */
import type { PlainDate } from '#base/clock.ts';
import type { Bilingual } from '#base/problem.ts';
import data from './truth.json' with { type: 'json' };

export interface TruthSentence extends Bilingual {
  readonly code: string;
  readonly source: string;
}

interface Row extends TruthSentence {
  readonly validFrom: PlainDate | null;
  readonly validTo: PlainDate | null;
}
const rows: readonly Row[] = data.sentences;

/** The sentence of a day; throws when none is in force, which the packed data exclude (test). */
export function truthOn(day: PlainDate): TruthSentence {
  const row = rows.find(({ validFrom, validTo }) => (validFrom === null || validFrom <= day) && (validTo === null || day < validTo));
  if (!row) throw new Error(`no sentence of truth on ${day}`);
  return { code: row.code, vi: row.vi, en: row.en, source: row.source };
}

/** As it was attested, of one that is no longer in force too. */
export const truthOf = (code: string): TruthSentence | null => {
  const row = rows.find((one) => one.code === code);
  return row ? { code, vi: row.vi, en: row.en, source: row.source } : null;
};
