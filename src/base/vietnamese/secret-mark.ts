/**
 * Marks of secrecy in text: the stamp of a document (TUYỆT MẬT, TỐI MẬT, MẬT) and what looks like one. Pure; imports nothing, for a sandboxed parser reads it too.
 *
 * A name (Nguyễn Văn Mật), honey (mật ong) or a duty (bí mật nghề nghiệp) is none: a stamp stands alone on its line, is named as the level ("Độ mật: Tối mật"),
 * or stands in capitals among words that are not. Levels: Luật Bảo vệ bí mật nhà nước 117/2025/QH15, as in that of 2018.
 */

/** stamp: a level stands alone or is named as such · short: MẬT alone, in capitals, which may be something else in a cell · mentioned: in capitals among other words */
export type SecretMark = 'stamp' | 'short' | 'mentioned';

/** Around a stamp: brackets, stars, dashes, and the colon of a form. */
const DECORATION = /^[\s[\](){}<>*_|"'.:;–—-]+|[\s[\](){}<>*_|"'.:;–—-]+$/g;
const LONG = /^(?:tuyệt|tối) mật$/i;
const LABELLED = /^(?:độ|mức độ|cấp độ|dấu|dấu chỉ độ) mật\s*[:–-]\s*(?:(?:tuyệt|tối) )?mật$/i;
const IN_CAPITALS = /(?<!\p{L})(?:TUYỆT|TỐI) MẬT(?!\p{L})/u;
/** At the end of a symbol: 12/QĐ-BNV (Mật), 7-TM/MẬT. */
const OF_A_SYMBOL = /\d.*[/(-]\s*(?:(?:tuyệt|tối) )?mật\)?$/iu;
/** Letters set apart, as a stamp is often typed: T Ố I  M Ậ T. */
const SET_APART = /^(?:\p{L} +){2,}\p{L}$/u;

const tidy = (line: string): string => {
  const text = line.normalize('NFC').replace(DECORATION, '');
  if (!SET_APART.test(text)) return text.replace(/\s+/g, ' ');
  return text
    .split(/ {2,}/)
    .map((word) => word.replaceAll(' ', ''))
    .join(' ');
};

/** What one line, or the text of one cell, is; null: no mark. */
export function secretMarkOf(line: string): SecretMark | null {
  // Most lines hold no such word: composed or not, a stamp has an m and a t around the vowel.
  if (!/m.{0,4}t/i.test(line)) return null;
  const text = tidy(line);
  if (LONG.test(text) || LABELLED.test(text) || /^(?:TUYỆT|TỐI)MẬT$/.test(text)) return 'stamp';
  if (text === 'MẬT') return 'short';
  return IN_CAPITALS.test(text) || OF_A_SYMBOL.test(text) ? 'mentioned' : null;
}

const WEIGHT: Readonly<Record<SecretMark, number>> = { stamp: 3, short: 2, mentioned: 1 };

/** The weightiest mark among these lines; null: none. */
export const secretMarkAmong = (lines: readonly string[]): SecretMark | null =>
  lines.reduce<SecretMark | null>((found, line) => {
    const mark = secretMarkOf(line);
    return mark !== null && (found === null || WEIGHT[mark] > WEIGHT[found]) ? mark : found;
  }, null);
