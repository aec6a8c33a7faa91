/**
 * Names of people: how alike two are, in what order they stand, how they are written.
 * Compare after `cleanText`; what differs only by invisible or look-alike characters is the same name.
 */
import { ALPHABET, splitTone } from './letters.ts';
import { spellingKey } from './tone-marks.ts';
import titles from './name-titles.json' with { type: 'json' };
import { charactersOf, isLetterOfVietnam, isPeoplesLetter } from './peoples-letters.ts';
import { accentFree, cleanText, nfc } from './text.ts';

/**
 * `same`: equal but for letter case, Unicode form, spaces, look-alikes. `near`: the tone stands elsewhere (Thuý, Thúy), i stands for y (Lý, Lí),
 * or the sign after H, K, Y is written otherwise (H'Hen, H Hen, H-Hen).
 * `accent-free`: equal only when all marks are taken off. `different`: not equal even then.
 */
export type NameEquality = 'same' | 'near' | 'accent-free' | 'different';

const folded = (name: string): string => cleanText(name).text.toLowerCase().replace(/' /g, "'");

const SIGN = /\s*['’ʼ-]\s*/gu;
/** A word of one letter that stands for H', K', Y' before a name of the Central Highlands: "H Hen", "Y Bhăm". */
const LONE_LETTER = /(?<![\p{L}\p{M}])([\p{L}]\p{M}*) (?=\p{L})/gu;
/** The name with its signs closed up ("h'hen", "h-hen", "h hen" → "hhen"), and with its signs as spaces ("tôn-nữ" → "tôn nữ"). */
const signless = (name: string): readonly [closed: string, open: string] => [
  name.replace(SIGN, '').replace(LONE_LETTER, '$1'),
  name.replace(SIGN, ' '),
];

/** Apostrophe, hyphen and spacing of H', K', Y names are spelling: papers write H'Hen, H Hen, H-Hen and HHen for one woman. */
function sameButForSigns(a: string, b: string, key: (name: string) => string): boolean {
  const [[closedA, openA], [closedB, openB]] = [signless(a), signless(b)];
  return key(closedA) === key(closedB) || key(openA) === key(openB);
}

/** How alike two names are; symmetric, and never better than `accent-free` for names that a reader would tell apart. */
export function nameEquality(a: string, b: string): NameEquality {
  const [first, second] = [folded(a), folded(b)];
  if (first === second) return 'same';
  if (sameButForSigns(first, second, spellingKey)) return 'near';
  return sameButForSigns(first, second, accentFree) ? 'accent-free' : 'different';
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

/** A letter of the peoples stands right behind the Vietnamese letter it is made of, as if it had a seventh tone: "Bơ" < "Bợ" < "Bơ̆". */
const PEOPLES_TONE = '6';

/** Letters first, then the tone: "Hoa" < "Hoà" < "Hoá" < "Hoan". Other letters outside the alphabet lose their marks, other scripts come last. */
function syllableKey(word: string): string {
  let letters = '';
  let tones = '';
  for (const letter of charactersOf(nfc(word.toLowerCase()))) {
    const isPeoples = isPeoplesLetter(letter);
    const split = splitTone(isPeoples ? vietnameseBaseOf(letter) : letter);
    if (isPeoples) tones += PEOPLES_TONE;
    else if (split && split.tone !== 0) tones += String(split.tone);
    const bare = split ? split.bare : letter;
    const rank = RANK.get(bare) ?? RANK.get(accentFree(bare));
    if (rank !== undefined) letters += rank;
    else if (/\p{L}|\d/u.test(bare)) letters += `z${bare.codePointAt(0)!.toString(16).padStart(6, '0')}`;
  }
  return letters + (tones || '0');
}

/** ơ of ơ̆, e of ĕ: the letter of the alphabet that a letter of the peoples is made of. */
const vietnameseBaseOf = (letter: string): string => nfc(letter.normalize('NFD').replace(/[\u0304\u0306\u0308]/g, ''));

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

/** Characters of a (clean) name that a name cannot hold: digits, punctuation, other scripts. Empty when the name may stand. */
export const charactersNotOfNames = (name: string): string[] => [
  ...new Set(
    charactersOf(nfc(name)).filter((character) => !/^['\- ]$/.test(character) && !isLetterOfVietnam(character) && !FOREIGN.test(character)),
  ),
];

/** Letters that names of other countries have in our civil registers. */
const FOREIGN = /^[äåæçëïîñöøœûüÿß]$/iu;

const TITLES: ReadonlySet<string> = new Set(titles.sure);
const DOTTED_TITLES: ReadonlySet<string> = new Set(titles.dotted);

/** A name without what is no part of it, and the titles that stood before it; null when nothing of the kind stands there. */
export function withoutTitles(name: string): { readonly name: string; readonly titles: readonly string[] } | null {
  const found: string[] = [];
  let rest = nfc(name).trim();
  for (;;) {
    const [, word, sign] = /^([\p{L}\p{M}./0-9]+?)([.:,]?\s+|[.:,](?=\p{Lu}))/u.exec(rest) ?? [];
    const title = word?.toLowerCase().replace(/\.$/, '');
    const isTitle =
      title !== undefined &&
      (TITLES.has(title) || TITLES.has(title.replaceAll('.', '')) || (DOTTED_TITLES.has(title) && sign!.trim() !== ''));
    if (!isTitle) break;
    found.push(word!);
    rest = rest.slice(word!.length + sign!.length).trim();
  }
  rest = rest
    .replace(/\s*[([][^()[\]]*[)\]]\s*/gu, ' ')
    .replace(/^[\s.,;:*"-]+|[\s.,;:*"-]+$/gu, '')
    .replace(/ {2,}/g, ' ');
  return rest === nfc(name).trim() ? null : { name: rest, titles: found };
}

/** Between two names, whatever stands on its sides: "Nguyễn Văn Bảy tức Ba Quốc". */
const JOINS_NAMES = /(?<=\p{L}) (tức là|tức|hay là|hay|hoặc|và|bí danh|tên khác là|còn gọi là|tự là) (?=\p{L})/u;
/** The same in a name all of one case, where it may be a syllable; and a dash: between two names of two words at least. */
const JOINS_WHOLE_NAMES = /(?<=\p{L} [\p{L}\p{M}'-]+) (tức|hay|hoặc|và|-) (?=[\p{L}\p{M}'-]+ \p{L})/iu;

/** Two names in one: what joins them, and the names; null for one name. */
export function severalNames(name: string): { readonly sign: string; readonly names: readonly string[] } | null {
  const isOneCase = name === name.toUpperCase() || name === name.toLowerCase();
  const found = (isOneCase ? null : JOINS_NAMES.exec(name)) ?? JOINS_WHOLE_NAMES.exec(name);
  if (!found) return null;
  return { sign: found[1]!, names: [name.slice(0, found.index).trim(), name.slice(found.index + found[0].length).trim()] };
}

/** Is every word written with one capital and the rest small, or the whole name in capitals or small letters? "NGuyễn văn an" is not. */
export function isEvenlyCased(name: string): boolean {
  if (name === name.toUpperCase() || name === name.toLowerCase()) return true;
  return name
    .split(/[ -]+/u)
    .flatMap((word) => word.split(/['’]/u))
    .every((word) => word === '' || /^\p{Lu}(?:\p{M}|[^\p{Lu}])*$/u.test(word));
}
