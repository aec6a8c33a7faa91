/** The forms of numbers that are names (insurance, tax, Party card), each in its days: `number-forms.json`. */
import type { PlainDate } from '#base/clock.ts';
import type { Bilingual } from '#base/problem.ts';
import type { SpecOf } from '#standard/field-shape.ts';
import { perEdition } from '#standard/list-edition.ts';
import { lawList } from './law-lists.ts';
import file from './number-forms.json' with { type: 'json' };

type Confidence = 'found' | 'known' | 'uncertain';

export interface NumberForm {
  readonly pattern: RegExp;
  /** null = always */
  readonly validFrom: PlainDate | null;
  /** half-open; null = still */
  readonly validTo: PlainDate | null;
  readonly words: Bilingual;
  /** key of the field whose value a number of this form is, of the same person; null = a number of its own */
  readonly sameAs: string | null;
  readonly source: string;
  readonly confidence: Confidence;
}

const byNumber = perEdition(() =>
  Map.groupBy(
    lawList('luat_dang_so').entries.map(({ code, name, validFrom, validTo, confidence, attributes }) => ({
      number: code,
      pattern: new RegExp(`^${attributes['pattern'] as string}$`, 'u'),
      words: { vi: name, en: attributes['en'] as string },
      sameAs: (attributes['same_as'] as string | undefined) ?? null,
      source: attributes['source'] as string,
      confidence: confidence as Confidence,
      validFrom,
      validTo,
    })),
    ({ number }) => number,
  ),
);

function rowsOf(number: string) {
  const rows = byNumber().get(number);
  if (!rows) throw new Error(`no form of the number ${number}`);
  return rows;
}

/** Every form that the number ever had, in the order of the file. */
export const formsOf = (number: string): readonly NumberForm[] => rowsOf(number);

/** The forms in use on a day. */
export const formsOn = (number: string, on: PlainDate): readonly NumberForm[] =>
  formsOf(number).filter(({ validFrom, validTo }) => (validFrom === null || validFrom <= on) && (validTo === null || on < validTo));

/** Numbers of which some form is another field's value, in the order of the file. */
export const NUMBERS_OF_ANOTHER_FIELD: readonly string[] = [...byNumber()]
  .filter(([, rows]) => rows.some((row) => row.sameAs !== null))
  .map(([number]) => number);

const hintOf = (number: string): Bilingual => ({
  vi: rowsOf(number)
    .map(({ words }) => words.vi)
    .join(', hoặc '),
  en: rowsOf(number)
    .map(({ words }) => words.en)
    .join(', or '),
});

/** The kind of a field that holds such a number, digits only. */
export const digitsOfForm = (number: string): SpecOf<'digits'> => ({
  name: 'digits',
  lengths: rowsOf(number)
    .map(({ pattern }) => Number(/\{(\d+)\}/.exec(pattern.source)![1]))
    .sort((a, b) => a - b),
  form: number,
});

/** The kind of a field that holds such a number with letters or signs. */
export const textOfForm = (number: string): SpecOf<'text'> => ({
  name: 'text',
  maxChars: 15,
  pattern: `^(${file.forms
    .filter((row) => row.number === number)
    .map(({ pattern }) => pattern)
    .join('|')})$`,
  patternHint: hintOf(number),
  form: number,
});
