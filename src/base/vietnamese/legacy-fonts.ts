/**
 * Text typed for the fonts of before Unicode, TCVN3 (ABC, ".VnTime") and VNI ("VNI-Times"): found, converted, and made for tests.
 * In such a text each letter is a Latin-1 character that only its own font draws right: "NguyÔn V¨n A", "Nguyeãn Vaên A".
 * MUST see the raw text: in TCVN3 ư is U+00AD, which cleaning takes away as an invisible character.
 * Source: TCVN 5712:1993, table VN3; VNI-Windows as its fonts draw it.
 */
import { isSyllable } from './syllables.ts';

export type LegacyFont = 'TCVN3' | 'VNI';

/** Vietnamese letters and the Latin-1 characters that stand for them. In TCVN3 a toned capital is the small one drawn large (".VnTimeH"). */
const TCVN3_PAIRS =
  'Ă¡ Â¢ Ê£ Ô¤ Ơ¥ Ư¦ Đ§ ă¨ â© êª ô« ơ¬ ư\u00AD đ® àµ ả¶ ã· á¸ ạ¹ ằ» ẳ¼ ẵ½ ắ¾ ặÆ ầÇ ẩÈ ẫÉ ấÊ ậË ' +
  'èÌ ẻÎ ẽÏ éÐ ẹÑ ềÒ ểÓ ễÔ ếÕ ệÖ ì× ỉØ ĩÜ íÝ ịÞ òß ỏá õâ óã ọä ồå ổæ ỗç ốè ộé ờê ởë ỡì ớí ợî ' +
  'ùï ủñ ũò úó ụô ừõ ửö ữ÷ ứø ựù ỳú ỷû ỹü ýý ỵþ';

/** Vietnamese letters and what stands for them in VNI: a letter and a mark behind it, or one character. Small; capitals are the same in capitals. */
const VNI_PAIRS =
  'áaù àaø ảaû ãaõ ạaï âaâ ấaá ầaà ẩaå ẫaã ậaä ăaê ắaé ằaè ẳaú ẵaü ặaë éeù èeø ẻeû ẽeõ ẹeï êeâ ếeá ềeà ểeå ễeã ệeä ' +
  'íí ìì ỉæ ĩó ịò óoù òoø ỏoû õoõ ọoï ôoâ ốoá ồoà ổoå ỗoã ộoä ơô ớôù ờôø ởôû ỡôõ ợôï úuù ùuø ủuû ũuõ ụuï ưö ứöù ừöø ửöû ữöõ ựöï ' +
  'ýyù ỳyø ỷyû ỹyõ ỵî đñ';

const pairsOf = (table: string): [string, string][] => table.split(' ').map((pair): [string, string] => [pair[0]!, pair.slice(1)]);

const TCVN3_ENCODE = new Map(pairsOf(TCVN3_PAIRS));
const TCVN3_DECODE = new Map([...TCVN3_ENCODE].map(([letter, code]) => [code, letter]));

const VNI_SMALL = pairsOf(VNI_PAIRS);
const VNI_ENCODE = new Map([
  ...VNI_SMALL,
  ...VNI_SMALL.map(([letter, code]): [string, string] => [letter.toUpperCase(), code.toUpperCase()]),
]);
const VNI_DECODE = new Map([
  ...VNI_SMALL.map(([letter, code]): [string, string] => [code, letter]),
  ...VNI_SMALL.map(([letter, code]): [string, string] => [code.toUpperCase(), letter.toUpperCase()]),
  // A capital with a small mark behind it ("Aân") is typed too; the letter decides the case.
  ...VNI_SMALL.filter(([, code]) => code.length === 2).map(([letter, code]): [string, string] => [
    code[0]!.toUpperCase() + code[1]!,
    letter.toUpperCase(),
  ]),
]);

const WORD = /[A-Za-z\u00A1-\u00FF]+/g;

const TCVN3_TONED = /[àảãáạằẳẵắặầẩẫấậèẻẽéẹềểễếệìỉĩíịòỏõóọồổỗốộờởỡớợùủũúụừửữứựỳỷỹýỵ]/;
/** Letters whose case the font tells: all but the toned ones. */
const sureLetters = (text: string): string[] => Array.from(text).filter((letter) => /\p{L}/u.test(letter) && !TCVN3_TONED.test(letter));
const isCapital = (letter: string): boolean => letter !== letter.toLowerCase();
const capital = (word: string): string => word[0]!.toUpperCase() + word.slice(1);

/**
 * A toned capital has no character of its own in TCVN3, its font draws the small one large. So the letters beside it tell: all is raised in a text
 * without any small letter, a word in a word of capitals, the first letter where all words that tell begin with a capital.
 */
function raiseTcvn3Capitals(text: string): string {
  const words = text.match(/\p{L}+/gu) ?? [];
  const sure = sureLetters(text);
  const inCapitals = words.some((word) => sureLetters(word).length > 1);
  if (inCapitals && sure.every(isCapital)) return text.toUpperCase();
  const telling = words.filter((word) => !TCVN3_TONED.test(word[0]!));
  const allCapitalised = telling.length > 0 && telling.every((word) => isCapital(word[0]!));
  return text.replace(/\p{L}+/gu, (word) => {
    const own = sureLetters(word);
    if (own.length > 1 && own.every(isCapital)) return word.toUpperCase();
    return allCapitalised ? capital(word) : word;
  });
}

const decodeTcvn3 = (text: string): string =>
  raiseTcvn3Capitals(
    Array.from(text)
      .map((character) => TCVN3_DECODE.get(character) ?? character)
      .join(''),
  );

function decodeVni(text: string): string {
  let out = '';
  for (let at = 0; at < text.length;) {
    const pair = VNI_DECODE.get(text.slice(at, at + 2));
    if (pair !== undefined && text.length > at + 1) {
      out += pair;
      at += 2;
    } else {
      out += VNI_DECODE.get(text[at]!) ?? text[at]!;
      at += 1;
    }
  }
  return out;
}

/** The text in Unicode (NFC). Convert only what `detectLegacyFont` found or a person has seen: any Latin-1 text has some conversion. */
export const convertLegacyFont = (text: string, font: LegacyFont): string =>
  (font === 'TCVN3' ? decodeTcvn3(text) : decodeVni(text)).normalize('NFC');

/** The text as it would have been typed in a TCVN3 font, toned capitals as small letters; for test data. */
export const toTcvn3 = (text: string): string =>
  Array.from(text.normalize('NFC'))
    .map((letter) => TCVN3_ENCODE.get(letter) ?? TCVN3_ENCODE.get(letter.toLowerCase()) ?? letter)
    .join('');

/** The text as it would have been typed in a VNI font; for test data. */
export const toVni = (text: string): string =>
  Array.from(text.normalize('NFC'))
    .map((letter) => VNI_ENCODE.get(letter) ?? letter)
    .join('');

export interface LegacyFontFound {
  readonly font: LegacyFont;
  /** from 0 to 1; 0.9 and above: ask once for the whole file, below: show cell by cell */
  readonly confidence: number;
  readonly converted: string;
}

/** Words that are no Vietnamese as they stand: those that become a syllable when converted, and those that do not. */
interface Evidence {
  readonly font: LegacyFont;
  readonly good: readonly string[];
  readonly bad: number;
  /** words that stand in both readings alike: are they Vietnamese? */
  readonly besides: number;
  readonly foreignBesides: number;
}

const goodSyllable = (word: string): boolean => isSyllable(word.replace(/^Ð/, 'Đ').replace(/^ð/, 'đ').normalize('NFC'));

/** "nghieâng": seven letters, and in VNI a mark behind two of them. */
const ENCODED_SYLLABLE_CHARS_MAX = 10;

function weigh(text: string, font: LegacyFont): Evidence {
  const good: string[] = [];
  let [bad, besides, foreignBesides] = [0, 0, 0];
  for (const word of text.match(WORD) ?? []) {
    if (goodSyllable(word)) {
      besides += 1;
    } else if (!/[\u00A1-\u00FF]/.test(word)) {
      besides += 1;
      foreignBesides += 1;
    } else if (word.length <= ENCODED_SYLLABLE_CHARS_MAX && /[A-Za-z]/.test(word) && isSyllable(convertLegacyFont(word, font))) {
      good.push(word);
    } else {
      bad += 1;
    }
  }
  return { font, good, bad, besides, foreignBesides };
}

/** A sign inside a word (µ ¸ ¨ ÷) is no letter of any language. */
const SIGN_IN_WORD = /[\u00A1-\u00BF×÷]/;

/** One word may be a foreign name ("Loïc" reads "Lọc"): it counts when it holds a sign, or stands among Vietnamese words only. */
const isEnough = ({ good, bad, besides, foreignBesides }: Evidence): boolean => {
  if (good.length === 0 || good.length < bad * 4) return false;
  return good.length > 1 || SIGN_IN_WORD.test(good[0]!) || (besides > 0 && foreignBesides === 0);
};

/**
 * The legacy font that a text was typed for, or null. Looks for words that cannot be Vietnamese as they stand and become Vietnamese syllables
 * when converted (at least four in five; a single one is judged by its neighbours); text with any Vietnamese Unicode letter beyond Latin-1 (ă đ ơ ư ạ …) is never one, nor are foreign names ("François", "Müller").
 */
export function detectLegacyFont(text: string): LegacyFontFound | null {
  if (!/[\u00A1-\u00FF]/.test(text) || /[\u0100-\u1EFF]/.test(text.normalize('NFC'))) return null;
  const found = (['TCVN3', 'VNI'] as const).map((font) => weigh(text, font)).filter(isEnough);
  found.sort((a, b) => b.good.length - b.bad - (a.good.length - a.bad));
  const [best, second] = found;
  if (!best || (second && second.good.length - second.bad === best.good.length - best.bad)) return null;
  const share = best.good.length / (best.good.length + best.bad);
  return { font: best.font, confidence: share * (best.good.length > 1 ? 0.98 : 0.85), converted: convertLegacyFont(text, best.font) };
}
