/**
 * Text as it comes out of files and forms, made clean: one Unicode form, no invisible characters, no look-alikes.
 * `cleanText` names every change; it never changes what a reader sees (but runs of spaces). What it cannot be sure of,
 * it leaves: text in a legacy font (`legacy-fonts.ts`) and UTF-8 read as Latin-1 (`repairMojibake`) are looked for before cleaning.
 */
import { VIETNAMESE_LETTERS } from './letters.ts';

/** What kind of change; `form` is Unicode form (NFC) and the order of marks on one letter. */
export type TextChangeKind = 'form' | 'invisible' | 'control' | 'space' | 'look-alike';

/** One kind of change and the characters it met, as `U+00A0`. */
export interface TextChange {
  readonly kind: TextChangeKind;
  readonly characters: readonly string[];
}
export interface CleanedText {
  readonly text: string;
  /** in the order they were made; empty when the text was clean */
  readonly changes: readonly TextChange[];
}

// A tone typed before the circumflex or breve ("a" + sắc + mũ) does not compose; NFC alone leaves two marks.
const TONE_BEFORE_QUALITY = /([\u0300\u0301\u0303\u0309])([\u0302\u0306])/g;
// ê̆ of Ê Đê is ê with a breve; typed as ĕ with a circumflex it looks the same and is the same letter.
const BREVE_BEFORE_CIRCUMFLEX = /\u0306\u0302/g;

/** NFC, with the marks of a Vietnamese vowel in composing order whatever order they were typed in. */
export function nfc(text: string): string {
  const composed = text.normalize('NFC');
  if (!/[\u0302\u0306]/.test(composed)) return composed;
  return composed.normalize('NFD').replace(TONE_BEFORE_QUALITY, '$2$1').replace(BREVE_BEFORE_CIRCUMFLEX, '\u0302\u0306').normalize('NFC');
}

// Soft hyphen, zero-width, bidirectional controls, joiners, variation selectors, byte order mark, tags.
const INVISIBLE =
  // oxlint-disable-next-line no-misleading-character-class -- each is looked for by itself
  /[\u00AD\u034F\u061C\u115F\u1160\u17B4\u17B5\u180B-\u180E\u200B-\u200F\u202A-\u202E\u2060-\u206F\u3164\uFE00-\uFE0F\uFEFF\uFFA0]|[\u{E0000}-\u{E007F}]/gu;
const ODD_SPACE = /[\t\n\v\f\r\u0085\u00A0\u1680\u2000-\u200A\u2028\u2029\u202F\u205F\u3000]/g;
// oxlint-disable-next-line no-control-regex -- control characters are what it looks for
const CONTROL = /[\u0000-\u0008\u000E-\u001F\u007F-\u0084\u0086-\u009F\uFFFE\uFFFF]/g;

const CLEAN = new RegExp(`^(?:[!-_a-~${VIETNAMESE_LETTERS}${VIETNAMESE_LETTERS.toUpperCase()}–](?: (?! ))?)*(?<! )$`, 'u');

/** Cyrillic and Greek letters that are drawn like a Latin one. */
const HOMOGLYPHS: ReadonlyMap<string, string> = new Map(
  Object.entries({
    А: 'A',
    В: 'B',
    Е: 'E',
    К: 'K',
    М: 'M',
    Н: 'H',
    О: 'O',
    Р: 'P',
    С: 'C',
    Т: 'T',
    У: 'Y',
    Х: 'X',
    Ѕ: 'S',
    І: 'I',
    Ј: 'J',
    Ү: 'Y',
    Ԛ: 'Q',
    Ԝ: 'W',
    а: 'a',
    е: 'e',
    о: 'o',
    р: 'p',
    с: 'c',
    у: 'y',
    х: 'x',
    ѕ: 's',
    і: 'i',
    ј: 'j',
    һ: 'h',
    ԁ: 'd',
    ԛ: 'q',
    ԝ: 'w',
    к: 'k',
    Α: 'A',
    Β: 'B',
    Ε: 'E',
    Ζ: 'Z',
    Η: 'H',
    Ι: 'I',
    Κ: 'K',
    Μ: 'M',
    Ν: 'N',
    Ο: 'O',
    Ρ: 'P',
    Τ: 'T',
    Υ: 'Y',
    Χ: 'X',
    α: 'a',
    ο: 'o',
    ν: 'v',
    ι: 'i',
    κ: 'k',
    ρ: 'p',
    υ: 'u',
    χ: 'x',
  }),
);
const FOREIGN_SCRIPT = /[\u0370-\u03FF\u0400-\u052F]/;
const WORD = /[\p{L}\p{M}\d]+/gu;
const LATIN = /\p{Script=Latin}/u;

/** A word that mixes scripts, or one that is all look-alikes beside Latin words, was meant in Latin. "Москва" stays. */
function latinOfWord(word: string, latinElsewhere: boolean): string {
  if (!FOREIGN_SCRIPT.test(word)) return word;
  const letters = Array.from(word.normalize('NFD'));
  const foreign = letters.filter((letter) => FOREIGN_SCRIPT.test(letter));
  if (!foreign.every((letter) => HOMOGLYPHS.has(letter))) return word;
  if (!LATIN.test(word) && !latinElsewhere) return word;
  return nfc(letters.map((letter) => HOMOGLYPHS.get(letter) ?? letter).join(''));
}

/** Ð (U+00D0, Icelandic) and Ɖ (U+0189) for Đ. In Vietnamese đ only begins a syllable, so the ð in "Guðmundur" stays. */
const latinD = (text: string): string => text.replace(/[ÐƉ]/g, 'Đ').replace(/(?<![\p{L}\p{M}])[ðɖ]/gu, 'đ');

function withoutLookAlikes(text: string): string {
  let out = /[ÐðƉɖ]/.test(text) ? latinD(text) : text;
  if (FOREIGN_SCRIPT.test(out)) {
    const latinElsewhere = LATIN.test(out);
    out = out.replace(WORD, (word) => latinOfWord(word, latinElsewhere));
  }
  return out
    .replace(/[\uFF01-\uFF5E]/g, (wide) => String.fromCharCode(wide.charCodeAt(0) - 0xfee0))
    .replace(/(?<=\p{L})[\u2018\u2019\u02B9\u02BB\u02BC\u00B4`\u2032](?=\s?\p{L})/gu, "'")
    .replace(/[\u2010\u2011\u00AD]/g, '-');
}

const codePoint = (character: string): string => `U+${character.codePointAt(0)!.toString(16).toUpperCase().padStart(4, '0')}`;

function charactersThatLeft(before: string, after: string): string[] {
  const kept = new Set(after);
  return [
    ...new Set(
      Array.from(before)
        .filter((character) => !kept.has(character))
        .map(codePoint),
    ),
  ];
}

/**
 * The text, clean: NFC, no invisible or control characters, look-alikes of Latin letters replaced, single spaces, no space at either end.
 * Line breaks and tabs become a space. Cleaning a clean text changes nothing. Not touched: letter case, tone placement, i/y, real foreign script.
 */
export function cleanText(raw: string): CleanedText {
  if (CLEAN.test(raw)) return { text: raw, changes: [] };
  const changes: TextChange[] = [];
  let text = raw;
  const step = (kind: TextChangeKind, to: string): void => {
    if (to !== text) changes.push({ kind, characters: charactersThatLeft(text, to) });
    text = to;
  };
  step('invisible', text.replace(INVISIBLE, ''));
  step('control', text.replace(CONTROL, ''));
  step('form', nfc(text));
  step('look-alike', withoutLookAlikes(text));
  step('space', text.replace(ODD_SPACE, ' ').replace(/ {2,}/g, ' ').replace(/^ | $/g, ''));
  return { text, changes };
}

const MARK = /\p{M}+/gu;
// oxlint-disable-next-line no-control-regex -- ASCII is the question
const ASCII = /^[\u0000-\u007F]*$/;

/** Lower case without marks, đ as d, ƀ as b: a key for searching, never for showing. Spaces and punctuation stay as they are. */
export function accentFree(text: string): string {
  if (ASCII.test(text)) return text.toLowerCase();
  return text.normalize('NFD').replace(MARK, '').toLowerCase().replace(/[đðɖ]/g, 'd').replaceAll('ƀ', 'b');
}

/** Has any letter a mark (a tone, a hat, the bar of đ)? A text without any was typed without them; one with some means what it says. */
export const hasMarks = (text: string): boolean => accentFree(text) !== text.toLowerCase();

/** Characters of Windows-1252 that are not their own Latin-1 byte. */
const WINDOWS_1252: ReadonlyMap<string, number> = new Map(
  Array.from('€\u0081‚ƒ„…†‡ˆ‰Š‹Œ\u008DŽ\u008F\u0090‘’“”•–—˜™š›œ\u009DžŸ').map((character, at) => [character, 0x80 + at]),
);
const UTF8 = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true });
const VIETNAMESE_BEYOND_ASCII = new RegExp(`[${VIETNAMESE_LETTERS.replaceAll(/[a-z]/g, '')}]`, 'iu');

function readAgainAsUtf8(text: string): string | null {
  const bytes = new Uint8Array(text.length);
  for (let at = 0; at < text.length; at++) {
    const code = text.charCodeAt(at);
    const byte = code < 0x100 ? code : WINDOWS_1252.get(text[at]!);
    if (byte === undefined) return null;
    bytes[at] = byte;
  }
  try {
    return UTF8.decode(bytes);
  } catch {
    return null; // not UTF-8 underneath: the text is what it seems
  }
}

/**
 * The text that was meant when UTF-8 was read as Latin-1 or Windows-1252 ("SÆ¡ yáº¿u" → "Sơ yếu"), once or twice over; null when it was not.
 * MUST see the raw text: cleaning takes the bytes U+00A0 and U+00AD away, and with them à and ư.
 */
export function repairMojibake(text: string): string | null {
  if (!/[\u00C2-\u00F4][\u0080-\u00FF‘-”•–—€‚ƒ„…†‡ˆ‰Š‹ŒŽ˜™š›œžŸ]/.test(text)) return null;
  const once = readAgainAsUtf8(text);
  if (once === null || once === text) return null;
  const twice = repairMojibake(once) ?? once;
  return VIETNAMESE_BEYOND_ASCII.test(twice.normalize('NFC')) ? nfc(twice) : null;
}
