/**
 * Names of people: how alike two are, in what order they stand, how they are written.
 * Compare after `cleanText`; what differs only by invisible or look-alike characters is the same name.
 */
import { ALPHABET, splitTone } from './letters.ts';
import { spellingKey } from './tone-marks.ts';
import { accentFree, cleanText, nfc } from './text.ts';

/**
 * `same`: equal but for letter case, Unicode form, spaces, look-alikes. `near`: the tone stands elsewhere (Thuý, Thúy) or i stands for y (Lý, Lí).
 * `accent-free`: equal only when all marks are taken off. `different`: not equal even then.
 */
export type NameEquality = 'same' | 'near' | 'accent-free' | 'different';

const folded = (name: string): string => cleanText(name).text.toLowerCase().replace(/' /g, "'");

/** How alike two names are; symmetric, and never better than `accent-free` for names that a reader would tell apart. */
export function nameEquality(a: string, b: string): NameEquality {
  const [first, second] = [folded(a), folded(b)];
  if (first === second) return 'same';
  if (spellingKey(first) === spellingKey(second)) return 'near';
  return accentFree(first) === accentFree(second) ? 'accent-free' : 'different';
}

/** A name in its parts by the Vietnamese custom: family name first, given name last; a single word is the given name. */
export interface NameParts {
  readonly family: string;
  readonly middle: string;
  readonly given: string;
}

/** The parts of a full name. By position only: compound family names and the names of peoples who put it last are not told apart. */
export function nameParts(fullName: string): NameParts {
  const words = cleanText(fullName)
    .text.split(' ')
    .filter((word) => word !== '');
  return {
    given: words.at(-1) ?? '',
    family: words.length > 1 ? words[0]! : '',
    middle: words.slice(1, -1).join(' '),
  };
}

/** One character a letter, in the order of the alphabet: A–Z then a–g for the 33 letters. Bytewise order = alphabetical order. */
const RANK: ReadonlyMap<string, string> = new Map(
  Array.from(ALPHABET).map((letter, at) => [letter, String.fromCharCode(at < 26 ? 0x41 + at : 0x61 + at - 26)]),
);

/** Letters first, then the tone: "Hoa" < "Hoà" < "Hoá" < "Hoan". Letters outside the alphabet lose their marks, other scripts come last. */
function syllableKey(word: string): string {
  let letters = '';
  let tones = '';
  for (const letter of nfc(word.toLowerCase())) {
    const split = splitTone(letter);
    if (split && split.tone !== 0) tones += String(split.tone);
    const bare = split ? split.bare : letter;
    const rank = RANK.get(bare) ?? RANK.get(accentFree(bare));
    if (rank !== undefined) letters += rank;
    else if (/\p{L}|\d/u.test(bare)) letters += `z${bare.codePointAt(0)!.toString(16).padStart(6, '0')}`;
  }
  return letters + (tones || '0');
}

const groupKey = (words: string): string =>
  words
    .split(' ')
    .filter((word) => word !== '')
    .map(syllableKey)
    .join('-');

/**
 * A key whose bytewise order is the order of a Vietnamese list of people: by given name, then middle names, then family name,
 * in the alphabet a ă â b c d đ e ê …, then by tone (ngang huyền hỏi ngã sắc nặng). ASCII; for a `text COLLATE "C"` column and index.
 * Equal for names that differ in letter case or tone placement only. It holds the name: keep it under the same rules as the name.
 */
export function nameSortKey(fullName: string): string {
  const { given, middle, family } = nameParts(fullName);
  return `${groupKey(given)} ${groupKey(middle)} ${groupKey(family)}`;
}

/** Order of two full names in a list of people; by `nameSortKey`. */
export function compareNames(a: string, b: string): number {
  const [first, second] = [nameSortKey(a), nameSortKey(b)];
  return first < second ? -1 : first > second ? 1 : 0;
}

/** Second parts that stay small after a hyphen, by the spelling of the list of ethnic groups ("Ê-đê", "Gia-rai"). */
const SMALL_AFTER_HYPHEN: ReadonlySet<string> = new Set([
  'ê-đê',
  'gia-rai',
  'ba-na',
  'xơ-đăng',
  'cơ-ho',
  'ra-glai',
  'khơ-me',
  'khơ-mú',
  'tà-ôi',
  'cơ-tu',
  'gié-triêng',
  'bru-vân',
  'xtiêng',
  'la-hủ',
  'pa-dí',
]);

/** Each word with a capital, the rest small: "NGUYỄN VĂN A" → "Nguyễn Văn A", "H'HEN NIÊ" → "H'Hen Niê". For showing; never to store over what was given. */
export function properCase(name: string): string {
  return nfc(name)
    .toLowerCase()
    .replace(/[\p{L}\p{M}'’-]+/gu, (word) => {
      const capital = word.replace(/(^|['’-])(\p{L})/gu, (_, before: string, letter: string) => before + letter.toUpperCase());
      if (!SMALL_AFTER_HYPHEN.has(word)) return capital;
      return capital[0]! + word.slice(1);
    });
}

// Letters of Ê-đê, Gia-rai, Ba-na and Mông spellings that civil registers do write, besides the Vietnamese ones.
const ALLOWED_IN_NAMES = /[a-zàáâãèéêìíòóôõùúýăđĩũơưạ-ỹĕĭŏŭčƀñ' -]/iu;

/** Characters of a (clean) name that a name cannot hold: digits, punctuation, other scripts. Empty when the name may stand. */
export const charactersNotOfNames = (name: string): string[] => [
  ...new Set(Array.from(nfc(name)).filter((character) => !ALLOWED_IN_NAMES.test(character))),
];
