/** Short codes as people read them out: two groups of five, without signs that look alike (Crockford's alphabet). */
const ALPHABET = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';
const LENGTH = 10;

/** Fifty bits: with a budget for who guesses, and a day of life, enough. */
export const newToken = ({ bytes }: { readonly bytes: (length: number) => Uint8Array }): string =>
  Array.from(bytes(LENGTH), (byte) => ALPHABET[byte % ALPHABET.length]).join('');

export const spaced = (token: string): string => `${token.slice(0, 5)}-${token.slice(5)}`;

/** As it may be typed. */
export const TOKEN_PATTERN = '^[0-9A-Za-z]{5}[- ]?[0-9A-Za-z]{5}$';

/** The code itself, whatever case it was typed in; letters that are none of the alphabet are the digits that they look like. */
export const plainToken = (typed: string): string =>
  typed.toUpperCase().replaceAll(/[- ]/g, '').replaceAll(/[IL]/g, '1').replaceAll('O', '0');
