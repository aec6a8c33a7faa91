/** Levels of secrecy as dated data (`classes.json`): what a mark may name on a day. Pure. */
import type { PlainDate } from '#base/clock.ts';
import type { Bilingual } from '#base/problem.ts';
import data from './classes.json' with { type: 'json' };

/** One level; `source` and `confidence` say whose word it is. */
export interface SecretClass {
  readonly code: string;
  readonly label: Bilingual;
  readonly source: string;
  readonly confidence: string;
}

/** The levels in force on that day, the highest first. */
export const classesOn = (day: PlainDate): readonly SecretClass[] =>
  data.classes
    .filter(({ validFrom, validTo }) => validFrom <= day && ((validTo as string | null) === null || day < (validTo as unknown as string)))
    .map(({ code, vi, en, source, confidence }) => ({ code, label: { vi, en }, source, confidence }));

/** How a level is called, in force or not; its code when the list never knew it. */
export function classLabel(code: string): Bilingual {
  const one = data.classes.find((row) => row.code === code);
  return one ? { vi: one.vi, en: one.en } : { vi: code, en: code };
}
