/** A number as it stands in a text for people: with a comma in Vietnamese, a point in English, and never with an exponent. Pure; every text uses it. */

/** Digits with a point among them, and nothing else. */
const DECIMAL = /^-?\d+\.\d+$/;
/** No number of ours has more places. */
const PLACES_MAX = 20;

const plain = (value: number): string => {
  const text = String(value);
  if (!text.includes('e')) return text;
  return Number.isInteger(value) ? BigInt(value).toString() : value.toFixed(PLACES_MAX).replace(/\.?0+$/, '');
};

/** @param value  a number, or the plain text of one ("4.33"); MUST NOT be a code: 01.003 would become 01,003 */
export function numberWords(value: number | string): { readonly vi: string; readonly en: string } {
  const en = typeof value === 'number' ? plain(value) : value;
  return { vi: DECIMAL.test(en) ? en.replace('.', ',') : en, en };
}

/** Is the text a decimal number and nothing else? */
export const isDecimalText = (text: string): boolean => DECIMAL.test(text);
