/**
 * Numbers as spreadsheets and people leave them: lost zeros, 1.23E+11, thousands dots, decimal commas.
 * What is certain is repaired and says how; what is lost is told, never guessed.
 */

/**
 * What was repaired: `separators` spaces, dots, hyphens, a leading apostrophe; `lost-zero` leading zeros put back;
 * `number-form` a whole number written as 79090123456.0 or 7.9090123456E+10; `letters` O for 0, l for 1; `country-code` +84;
 * `old-prefix` an 11-digit mobile number of before September 2018; `decimal-comma`; `thousands`; `unit` đ, đồng, VND.
 */
export type NumberRepair =
  | 'separators'
  | 'lost-zero'
  | 'number-form'
  | 'letters'
  | 'country-code'
  | 'old-prefix'
  | 'decimal-comma'
  | 'thousands'
  | 'unit';

/** A number that was read; `repairs` is empty when it stood as it should. `confidence` 1 = certain. */
export interface NumberRead<T> {
  readonly kind: 'read';
  readonly value: T;
  readonly repairs: readonly NumberRepair[];
  readonly confidence: number;
}
/** `scientific`: digits were dropped (1.23E+11), ask for the number again; `length`: not so many digits as there must be; `characters`: not a number. */
export interface NumberNotRead {
  readonly kind: 'unreadable';
  readonly why: 'empty' | 'scientific' | 'length' | 'characters' | 'prefix';
}

/** Longer text is no number, and is not searched. */
const TYPED_CHARS_MAX = 64;
const isTooLong = (text: string): boolean => text.length > TYPED_CHARS_MAX;

const SCIENTIFIC = /^([+-]?\d)(?:[.,](\d+))?[eE]\+?(\d{1,3})$/;

/** Digits of a whole number in any spreadsheet's writing; null when it is not one; 'lost' when digits are missing. */
function wholeDigits(text: string): { digits: string; repairs: NumberRepair[] } | 'lost' | null {
  const repairs: NumberRepair[] = [];
  let rest = text.trim().replace(/^['’]/, '');
  // A minus makes it another number; it separates nothing.
  if (/^[-–—−]/.test(rest)) return null;
  const scientific = SCIENTIFIC.exec(rest);
  if (scientific) {
    const fraction = scientific[2] ?? '';
    const exponent = Number(scientific[3]);
    // Excel shows six digits by default: with fewer digits than the exponent asks for, the rest is gone.
    if (fraction.length < exponent) return 'lost';
    if (fraction.length > exponent && /[^0]/.test(fraction.slice(exponent))) return null;
    return { digits: scientific[1]!.replace('+', '') + fraction.slice(0, exponent), repairs: ['number-form'] };
  }
  if (/^\d+[.,]0+$/.test(rest) && !/^\d{1,3}[.,]000$/.test(rest)) {
    rest = rest.replace(/[.,]0+$/, '');
    repairs.push('number-form');
  }
  const joined = rest.replace(/[\s.\-–_/\u00A0]/g, '');
  if (joined !== text) repairs.push(...(repairs.length === 0 ? ['separators' as const] : []));
  if (/^[\dOolI]+$/.test(joined) && /\d/.test(joined) && /[OolI]/.test(joined)) {
    return { digits: joined.replace(/[Oo]/g, '0').replace(/[lI]/g, '1'), repairs: [...repairs, 'letters'] };
  }
  return /^\d+$/.test(joined) ? { digits: joined, repairs } : null;
}

/** `old-id`: nine digits, a CMND of before the 12-digit number; it names a person but is not the personal number. */
export type NationalIdReading = NumberRead<string> | { readonly kind: 'old-id'; readonly value: string } | NumberNotRead;

/**
 * The 12-digit personal number as text. 11 digits that begin with another one get their leading zero back (certain: every prefix begins
 * with 0); of 11 digits that begin with 0 one may be missing anywhere;
 * 10 digits get two (provinces 001–008, confidence 0.9); 9 digits are an old CMND; 1.23E+11 cannot be known.
 * Checks the form only; what the digits say (province, sex, year) is checked elsewhere.
 */
export function repairNationalId(text: string): NationalIdReading {
  if (/^\d{12}$/.test(text)) return { kind: 'read', value: text, repairs: [], confidence: 1 };
  if (text.trim() === '') return { kind: 'unreadable', why: 'empty' };
  if (isTooLong(text)) return { kind: 'unreadable', why: 'characters' };
  const whole = wholeDigits(text);
  if (whole === 'lost') return { kind: 'unreadable', why: 'scientific' };
  if (whole === null) return { kind: 'unreadable', why: 'characters' };
  const { digits, repairs } = whole;
  const sure = repairs.includes('letters') ? 0.9 : 1;
  if (digits.length === 12) return { kind: 'read', value: digits, repairs, confidence: sure };
  if (/^[1-9]\d{10}$/.test(digits)) return { kind: 'read', value: `0${digits}`, repairs: [...repairs, 'lost-zero'], confidence: sure };
  if (digits.length === 10 && /^[1-9]/.test(digits))
    return { kind: 'read', value: `00${digits}`, repairs: [...repairs, 'lost-zero'], confidence: 0.9 };
  if (digits.length === 9) return { kind: 'old-id', value: digits };
  return { kind: 'unreadable', why: 'length' };
}

/** 11-digit mobile prefixes and what they became on 2018-09-15 (plan of the Ministry of Information and Communications of May 2018). */
const OLD_MOBILE_PREFIXES: ReadonlyMap<string, string> = new Map([
  ['0120', '070'],
  ['0121', '079'],
  ['0122', '077'],
  ['0126', '076'],
  ['0128', '078'],
  ['0123', '083'],
  ['0124', '084'],
  ['0125', '085'],
  ['0127', '081'],
  ['0129', '082'],
  ['0162', '032'],
  ['0163', '033'],
  ['0164', '034'],
  ['0165', '035'],
  ['0166', '036'],
  ['0167', '037'],
  ['0168', '038'],
  ['0169', '039'],
  ['0186', '056'],
  ['0188', '058'],
  ['0199', '059'],
]);
const MOBILE = /^0(?:3[2-9]|5[2-9]|7[06-9]|8[1-9]|9\d)\d{7}$/;
const LANDLINE = /^02\d{8,9}$/;

/** "0203 825 123-4", "0203825123/24": a whole number, and the end of another; not a number with one digit more. */
function namesTwoLines(text: string): boolean {
  const [, first] = /^(.*\d)\s*[-–—/]\s*\d{1,2}$/.exec(text) ?? [];
  const digits = first?.replace(/[\s.–—-]/g, '') ?? '';
  return MOBILE.test(digits) || LANDLINE.test(digits);
}

export type PhoneReading = (NumberRead<string> & { readonly mobile: boolean }) | NumberNotRead;

/** A Vietnamese telephone number as `0xxxxxxxxx`: +84 and 84 become 0, a lost zero comes back, 11-digit mobiles get their prefix of 2018. */
export function repairPhone(text: string): PhoneReading {
  if (text.trim() === '') return { kind: 'unreadable', why: 'empty' };
  if (isTooLong(text)) return { kind: 'unreadable', why: 'characters' };
  const repairs: NumberRepair[] = [];
  let rest = text.trim().replace(/[()]/g, ' ').trim();
  const international = /^(?:\+|00)\s*84/.exec(rest);
  if (international) rest = rest.slice(international[0].length);
  if (namesTwoLines(rest)) return { kind: 'unreadable', why: 'characters' };
  const whole = wholeDigits(rest);
  if (whole === 'lost') return { kind: 'unreadable', why: 'scientific' };
  if (whole === null) return { kind: 'unreadable', why: 'characters' };
  let { digits } = whole;
  if (international) {
    digits = `0${digits.replace(/^0/, '')}`;
    repairs.push('country-code');
  } else if (/^84\d{9,10}$/.test(digits)) {
    digits = `0${digits.slice(2)}`;
    repairs.push('country-code');
  } else if (/^[1-9]\d{8,9}$/.test(digits)) {
    digits = `0${digits}`;
    repairs.push('lost-zero');
  }
  if (whole.repairs.length > 0 || rest !== text)
    repairs.unshift(...(whole.repairs.length > 0 ? whole.repairs : international ? [] : ['separators' as const]));
  const renumbered = digits.length === 11 ? OLD_MOBILE_PREFIXES.get(digits.slice(0, 4)) : undefined;
  if (renumbered !== undefined) {
    digits = renumbered + digits.slice(4);
    repairs.push('old-prefix');
  }
  if (MOBILE.test(digits) || LANDLINE.test(digits)) {
    return { kind: 'read', value: digits, repairs, confidence: repairs.includes('letters') ? 0.9 : 1, mobile: MOBILE.test(digits) };
  }
  return { kind: 'unreadable', why: /^0\d{9}$/.test(digits) ? 'prefix' : 'length' };
}

/** 1.490.000 or 1,490,000: groups of three after the first, which is no zero (0.125 is a fraction). */
const GROUPED = /^-?[1-9]\d{0,2}(?:([.,  ])\d{3})(?:\1\d{3})*$/;

/**
 * A decimal as text with a point and no useless zeros before it ("2,34" → "2.34", "3.6600000000000001" → "3.66", "4" → "4").
 * One separator is always the decimal one ("1.234" is 1.234); thousands are read only when both separators stand there.
 */
export function readDecimal(text: string): NumberRead<string> | NumberNotRead {
  if (text.trim() === '') return { kind: 'unreadable', why: 'empty' };
  if (isTooLong(text)) return { kind: 'unreadable', why: 'characters' };
  const repairs: NumberRepair[] = [];
  let rest = text.trim().replace(/^['’]/, '');
  if (/^-?\d{1,3}(?:\.\d{3})+,\d+$/.test(rest)) {
    rest = rest.replaceAll('.', '').replace(',', '.');
    repairs.push('thousands', 'decimal-comma');
  } else if (/^-?\d{1,3}(?:,\d{3})+\.\d+$/.test(rest)) {
    rest = rest.replaceAll(',', '');
    repairs.push('thousands');
  } else if (/^-?\d+,\d+$/.test(rest)) {
    rest = rest.replace(',', '.');
    repairs.push('decimal-comma');
  }
  if (/^-?\d(?:\.\d+)?[eE][+-]?\d{1,2}$/.test(rest)) {
    rest = plainDecimal(Number(rest));
    repairs.push('number-form');
  }
  if (!/^-?\d+(?:\.\d+)?$/.test(rest)) return { kind: 'unreadable', why: 'characters' };
  // A workbook stores 2.34 as the double nearest to it and may write all 17 digits of that.
  if (rest.replace(/[-.]/g, '').length > 15) {
    const shortest = plainDecimal(Number(Number(rest).toPrecision(15)));
    if (shortest !== rest) repairs.push('number-form');
    rest = shortest;
  }
  return { kind: 'read', value: rest.replace(/^(-?)0+(?=\d)/, '$1'), repairs, confidence: 1 };
}

const plainDecimal = (value: number): string => {
  const text = String(value);
  return text.includes('e') ? value.toFixed(20).replace(/\.?0+$/, '') : text;
};

/** A whole number, with thousands dots, commas or spaces, a unit of money, or written as 1490000.0; at most 15 digits. */
export function readInteger(text: string): NumberRead<number> | NumberNotRead {
  if (/^-?\d{1,15}$/.test(text)) return { kind: 'read', value: Number(text), repairs: [], confidence: 1 };
  if (text.trim() === '') return { kind: 'unreadable', why: 'empty' };
  if (isTooLong(text)) return { kind: 'unreadable', why: 'characters' };
  const repairs: NumberRepair[] = [];
  let rest = text.trim().replace(/^['’]/, '');
  const unit = /\s*(?:đồng|đ|₫|vnđ|vnd)(?:\/tháng)?$/iu.exec(rest);
  if (unit) {
    rest = rest.slice(0, unit.index);
    repairs.push('unit');
  }
  if (GROUPED.test(rest)) {
    rest = rest.replace(/[.,  ]/g, '');
    repairs.push('thousands');
  }
  const whole = wholeDigits(rest.replace(/^-/, ''));
  if (whole === 'lost') return { kind: 'unreadable', why: 'scientific' };
  if (whole === null || whole.repairs.includes('letters') || whole.repairs.includes('separators'))
    return { kind: 'unreadable', why: 'characters' };
  if (whole.digits.length > 15) return { kind: 'unreadable', why: 'length' };
  const value = Number(whole.digits);
  return { kind: 'read', value: rest.startsWith('-') ? -value : value, repairs: [...repairs, ...whole.repairs], confidence: 1 };
}
