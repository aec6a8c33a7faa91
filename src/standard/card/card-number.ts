/**
 * The number of a card: `XXXXX-XXXXX-C`, ten signs of chance (50 bits) in Crockford's base32 and a check sign.
 * It has no meaning, holds nothing of the citizen number and is never used again.
 */

/** No I, L, O, U: a number can be read out on the telephone. */
const ALPHABET = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';
/** Crockford's check sign is the number modulo 37: the alphabet and five more. */
const CHECK_ALPHABET = `${ALPHABET}*~$=U`;
export const CARD_NUMBER_CHANCE_BYTES = 10;

function checkSign(signs: string): string {
  let rest = 0;
  for (const sign of signs) rest = (rest * 32 + ALPHABET.indexOf(sign)) % 37;
  return CHECK_ALPHABET[rest]!;
}

const written = (signs: string): string => `${signs.slice(0, 5)}-${signs.slice(5, 10)}-${checkSign(signs)}`;

/**
 * @param chance  10 bytes; five bits of each are used
 * A number whose first ten signs are digits only is as likely as any other (1 in 112,000): it is a number all the same.
 */
export function cardNumberFrom(chance: Uint8Array): string {
  if (chance.length !== CARD_NUMBER_CHANCE_BYTES) throw new Error('ten bytes of chance make a card number');
  return written(Array.from(chance, (byte) => ALPHABET[byte & 31]).join(''));
}

/** Five of 37 check signs are no letter or digit (`* ~ $ = U`): such numbers are drawn again, nobody can read them out. */
export const isReadOutEasily = (number: string): boolean => ALPHABET.includes(number.slice(-1));

/**
 * What a person typed or read out, as the number it can only be; null when its check sign does not fit or it is something else.
 * Small letters, blanks and dashes anywhere, O for 0, I and L for 1 are forgiven: Crockford's rules.
 */
export function parseCardNumber(text: string): string | null {
  const signs = text.toUpperCase().replace(/[\s-]/g, '').replaceAll('O', '0').replaceAll(/[IL]/g, '1');
  if (signs.length !== 11 || !/^[0-9A-HJKMNP-TV-Z]{10}/.test(signs)) return null;
  const number = written(signs.slice(0, 10));
  return number.endsWith(signs[10]!) ? number : null;
}

/** The last four signs as they are said at a door: enough to tell two cards of one name apart, too few to look one up. */
export const lastFour = (number: string): string => number.replaceAll('-', '').slice(-4);
