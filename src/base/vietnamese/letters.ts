/**
 * The letters of the Vietnamese alphabet taken apart: a letter is a base with its quality (a, ă, â …) and one of six tones.
 * Tables only; everything else of this room stands on them.
 */

/** 0 ngang, 1 huyền, 2 hỏi, 3 ngã, 4 sắc, 5 nặng: the order of Vietnamese dictionaries. */
export type Tone = 0 | 1 | 2 | 3 | 4 | 5;

/** Rows: a vowel and its five toned forms in the order of `Tone`. */
const TONED_VOWELS = [
  'aàảãáạ',
  'ăằẳẵắặ',
  'âầẩẫấậ',
  'eèẻẽéẹ',
  'êềểễếệ',
  'iìỉĩíị',
  'oòỏõóọ',
  'ôồổỗốộ',
  'ơờởỡớợ',
  'uùủũúụ',
  'ưừửữứự',
  'yỳỷỹýỵ',
] as const;

interface ToneSplit {
  readonly bare: string;
  readonly tone: Tone;
}

const SPLIT: ReadonlyMap<string, ToneSplit> = new Map(
  TONED_VOWELS.flatMap((row) =>
    Array.from(row).flatMap((letter, tone): [string, ToneSplit][] => [
      [letter, { bare: row[0]!, tone: tone as Tone }],
      [letter.toUpperCase(), { bare: row[0]!.toUpperCase(), tone: tone as Tone }],
    ]),
  ),
);

const TONED: ReadonlyMap<string, string> = new Map(
  TONED_VOWELS.flatMap((row) => [row, row.toUpperCase()].map((forms): [string, string] => [forms[0]!, forms])),
);

/** The vowel without its tone, and the tone; null when the character is not a Vietnamese vowel (NFC, either case). */
export const splitTone = (letter: string): ToneSplit | null => SPLIT.get(letter) ?? null;

/** The vowel (without tone, either case) with a tone put on it; other characters come back as they are. */
export const withTone = (vowel: string, tone: Tone): string => TONED.get(vowel)?.[tone] ?? vowel;

/** All letters of Vietnamese texts, lower case, NFC: a–z, đ and the vowels with quality and tone. */
export const VIETNAMESE_LETTERS: string = `abcdefghijklmnopqrstuvwxyzđ${TONED_VOWELS.join('').replaceAll(/[a-z]/g, '')}`;

/** Letters in the order of the Vietnamese alphabet, with f j w z of foreign names where Latin has them. */
export const ALPHABET = 'aăâbcdđeêfghijklmnoôơpqrstuưvwxyz';
