/** Numbers that name a person, a line, an account: their digits are the name, and nothing but digits. */
import type { RawCell } from '#standard/shapes.ts';

/** Is it a number with a minus or a fraction? -79090123456 and 790901234.56 are other numbers than their digits without the sign: nothing is read out of them. */
export const isOtherNumber = ({ kind, text }: RawCell): boolean => kind === 'number' && /^-|^\d+\.\d+$/.test(text);
