/** One text for each number, however a program wrote it: `1.0`, `1e0` and `1` are 1. Used by the sandboxed parser: imports nothing. */

/** Digits that a spreadsheet keeps of a number. */
const EXACT_DIGITS = 15;
/** A number whose point stands further away is no fact of a record; it stays in the form of the machine. */
const PLACES_MAX = 40;

const NUMBER = /^[ \t\r\n]*([+-]?)(\d*)(?:\.(\d*))?(?:[eE]([+-]?\d{1,4}))?[ \t\r\n]*$/;

/**
 * The number as a plain decimal: no exponent, no useless zeros, "-" before a negative one. Of more than 15 digits a fraction is told as
 * the spreadsheet shows it (4.4000000000000004 is 4.4); a whole number keeps all its digits, and who reads it sees that they are too many.
 *
 * @returns null when the text is no number
 */
export function numberText(given: string): string | null {
  const match = NUMBER.exec(given);
  if (!match) return null;
  const [, sign, whole = '', fraction = '', exponent] = match;
  if (whole === '' && fraction === '') return null;
  const written = whole + fraction;
  const digits = written.replace(/^0+/, '');
  if (digits === '') return '0';
  const point = whole.length + Number(exponent ?? 0) - (written.length - digits.length);
  const significant = digits.replace(/0+$/, '');
  if (Math.abs(point) > PLACES_MAX) return String(Number(given));
  if (significant.length > EXACT_DIGITS && point <= EXACT_DIGITS) return numberText(Number(given).toPrecision(EXACT_DIGITS));
  const text =
    point <= 0
      ? `0.${'0'.repeat(-point)}${significant}`
      : significant.length <= point
        ? significant.padEnd(point, '0')
        : `${significant.slice(0, point)}.${significant.slice(point)}`;
  return sign === '-' ? `-${text}` : text;
}
