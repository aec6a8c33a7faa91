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
const VNI_ENCODE = new Map([...VNI_SMALL, ...VNI_SMALL.map(([letter, code]): [string, string] => [letter.toUpperCase(), code.toUpperCase()])]);
const VNI_DECODE = new Map([
  ...VNI_SMALL.map(([letter, code]): [string, string] => [code, letter]),
  ...VNI_SMALL.map(([letter, code]): [string, string] => [code.toUpperCase(), letter.toUpperCase()]),
  // A capital with a small mark behind it ("Aân") is typed too; the letter decides the case.
  ...VNI_SMALL.filter(([, code]) => code.length === 2).map(([letter, code]): [string, string] => [code[0]!.toUpperCase() + code[1]!, letter.toUpperCase()]),
]);

const WORD = /[A-Za-z\u00A1-\u00FF]+/g;

/** A toned capital has no character of its own in TCVN3: small letters in a word of capitals, or beginning a word among capitalised words, are raised. */
function raiseTcvn3Capitals(text: string): string {
  const words = text.match(/\p{L}+/gu) ?? [];
  const capitalised = words.every((word) => /^\p{Lu}/u.test(word) || TCVN3_TONED.test(word[0]!)) && words.some((word) => /^\p{Lu}/u.test(word));
  return text.replace(/\p{L}+/gu, (word) => {
    const plain = [...word].filter((letter) => !TCVN3_TONED.test(letter));
    if (plain.length > 0 && plain.every((letter) => letter === letter.toUpperCase()) && (plain.length > 1 || word[0] !== plain[0])) return word.toUpperCase();
    if (capitalised && words.length > 1 && plain.length === 0) return words.every(isShouted) ? word.toUpperCase() : capital(word);
    return capitalised && words.length > 1 && TCVN3_TONED.test(word[0]!) ? capital(word) : word;
  });
}
const capital = (word: string): string => word[0]!.toUpperCase() + word.slice(1);
const TCVN3_TONED = /[àảãáạằẳẵắặầẩẫấậèẻẽéẹềểễếệìỉĩíịòỏõóọồổỗốộờởỡớợùủũúụừửữứựỳỷỹýỵ]/;
const isShouted = (word: string): boolean => [...word].every((letter) => TCVN3_TONED.test(letter) || letter === letter.toUpperCase());

const decodeTcvn3 = (text: string): string =>
  raiseTcvn3Capitals([...text].map((character) => TCVN3_DECODE.get(character) ?? character).join(''));

function decodeVni(text: string): string {
  let out = '';
  for (let at = 0; at < text.length; ) {
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

/** The text as it would have been typed in that font; for test data. In TCVN3 toned capitals become small letters, as in its fonts. */
export function encodeLegacyFont(text: string, font: LegacyFont): string {
  const table = font === 'TCVN3' ? TCVN3_ENCODE : VNI_ENCODE;
  return [...text.normalize('NFC')].map((letter) => table.get(letter) ?? (font === 'TCVN3' ? table.get(letter.toLowerCase()) : undefined) ?? letter).join('');
}

export interface LegacyFontFound {
  readonly font: LegacyFont;
  /** from 0 to 1; 0.9 and above: ask once for the whole file, below: show cell by cell */
  readonly confidence: number;
  readonly converted: string;
}

interface Evidence {
  readonly font: LegacyFont;
  readonly converted: string;
  readonly good: number;
  readonly bad: number;
}

const goodSyllable = (word: string): boolean => isSyllable(word.replace(/^Ð/, 'Đ').replace(/^ð/, 'đ').normalize('NFC'));

/** Words that are no Vietnamese as they stand: do they become syllables when converted? */
function weigh(text: string, font: LegacyFont): Evidence {
  let good = 0;
  let bad = 0;
  for (const word of text.match(WORD) ?? []) {
    const converted = convertLegacyFont(word, font);
    // A "word" may hold signs: ¨ and § are letters of TCVN3.
    if (converted === word && !/[\u00A1-\u00FF]/.test(word)) continue;
    if (goodSyllable(word)) continue;
    if (isSyllable(converted)) good += 1;
    else bad += 1;
  }
  return { font, converted: convertLegacyFont(text, font), good, bad };
}

/**
 * The legacy font that a text was typed for, or null. Looks for words that cannot be Vietnamese as they stand and all become Vietnamese syllables
 * when converted; text with any Vietnamese Unicode letter beyond Latin-1 (ă đ ơ ư ạ …) is never one, nor are foreign names ("François", "Müller").
 */
export function detectLegacyFont(text: string): LegacyFontFound | null {
  if (!/[\u00A1-\u00FF]/.test(text) || /[\u0100-\u1EFF]/.test(text.normalize('NFC'))) return null;
  const found = (['TCVN3', 'VNI'] as const).map((font) => weigh(text, font)).filter(({ good, bad }) => good > 0 && good >= bad * 4);
  found.sort((a, b) => b.good - b.bad - (a.good - a.bad));
  const [best, second] = found;
  if (!best || (second && second.good - second.bad === best.good - best.bad)) return null;
  const share = best.good / (best.good + best.bad);
  return { font: best.font, confidence: share * (best.good >= 2 ? 0.98 : 0.85), converted: best.converted };
}
