/** Numbers that people read out: of receipts, files, prints. */
import type { Chance } from './chance.ts';

// Crockford's alphabet: no I, L, O, U, so that a number can be read out on the telephone.
const ALPHABET = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';

/** A short number without meaning: two letters and ten signs, 50 bits of chance. */
export function shortNumber(chance: Chance, prefix: string): string {
  const signs = Array.from(chance.bytes(10), (byte) => ALPHABET[byte & 31]).join('');
  return `${prefix}-${signs.slice(0, 5)}-${signs.slice(5)}`;
}
