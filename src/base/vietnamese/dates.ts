/**
 * Days and partial dates as text (`1990`, `1990-02`, `1990-02-01`), and the dates that people type.
 * The proleptic Gregorian calendar by arithmetic; no `Date` anywhere, so no time zone can move a birthday.
 */
import type { PlainDate } from '#base/clock.ts';

/** `yyyy`, `yyyy-MM` or `yyyy-MM-dd`; keeps the precision that was stated. */
export type PartialDate = string;
export type DatePrecision = 'year' | 'month' | 'day';

const two = (n: number): string => (n < 10 ? `0${n}` : String(n));
const four = (n: number): string => String(n).padStart(4, '0');

export const isLeapYear = (year: number): boolean => (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0;

/** Days in a month (1–12). */
export const daysInMonth = (year: number, month: number): number =>
  month === 2 ? (isLeapYear(year) ? 29 : 28) : month === 4 || month === 6 || month === 9 || month === 11 ? 30 : 31;

/** Is this `YYYY-MM-DD` and a day that exists? */
export function isPlainDate(text: string): boolean {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(text)) return false;
  const [year, month, day] = [Number(text.slice(0, 4)), Number(text.slice(5, 7)), Number(text.slice(8))];
  return year >= 1 && month >= 1 && month <= 12 && day >= 1 && day <= daysInMonth(year, month);
}

/** Is this a partial date in our form, and one that exists? */
export function isPartialDate(text: string): boolean {
  if (/^\d{4}$/.test(text)) return text !== '0000';
  if (/^\d{4}-\d{2}$/.test(text)) return isPlainDate(`${text}-01`);
  return isPlainDate(text);
}

/** What a (valid) partial date states. */
export const precisionOf = (date: PartialDate): DatePrecision => (date.length === 4 ? 'year' : date.length === 7 ? 'month' : 'day');

/** First day that a partial date can mean. */
export const earliestDay = (date: PartialDate): PlainDate =>
  date.length === 4 ? `${date}-01-01` : date.length === 7 ? `${date}-01` : date;

/** Last day that a partial date can mean. */
export const latestDay = (date: PartialDate): PlainDate =>
  date.length === 4
    ? `${date}-12-31`
    : date.length === 7
      ? `${date}-${two(daysInMonth(Number(date.slice(0, 4)), Number(date.slice(5))))}`
      : date;

/** Days since 1970-01-01 (which is 0); negative before. */
export function dayNumber(date: PlainDate): number {
  const month = Number(date.slice(5, 7));
  const year = Number(date.slice(0, 4)) - (month <= 2 ? 1 : 0);
  const era = Math.floor(year / 400);
  const yearOfEra = year - era * 400;
  const dayOfYear = Math.floor((153 * (month + (month > 2 ? -3 : 9)) + 2) / 5) + Number(date.slice(8, 10)) - 1;
  return era * 146097 + yearOfEra * 365 + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100) + dayOfYear - 719468;
}

/** The day of a day number; the inverse of `dayNumber`. */
export function dayOfNumber(number: number): PlainDate {
  const shifted = number + 719468;
  const era = Math.floor(shifted / 146097);
  const dayOfEra = shifted - era * 146097;
  const yearOfEra = Math.floor(
    (dayOfEra - Math.floor(dayOfEra / 1460) + Math.floor(dayOfEra / 36524) - Math.floor(dayOfEra / 146096)) / 365,
  );
  const dayOfYear = dayOfEra - (365 * yearOfEra + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100));
  const shiftedMonth = Math.floor((5 * dayOfYear + 2) / 153);
  const day = dayOfYear - Math.floor((153 * shiftedMonth + 2) / 5) + 1;
  const month = shiftedMonth + (shiftedMonth < 10 ? 3 : -9);
  return `${four(yearOfEra + era * 400 + (month <= 2 ? 1 : 0))}-${two(month)}-${two(day)}`;
}

/** The day `days` later (earlier when negative). */
export const addDays = (date: PlainDate, days: number): PlainDate => dayOfNumber(dayNumber(date) + days);

/** The same day `months` later; the month's last day when it is shorter (31/01 + 1 month = 28/02). */
export function addMonths(date: PlainDate, months: number): PlainDate {
  const total = Number(date.slice(0, 4)) * 12 + Number(date.slice(5, 7)) - 1 + months;
  const [year, month] = [Math.floor(total / 12), (((total % 12) + 12) % 12) + 1];
  return `${four(year)}-${two(month)}-${two(Math.min(Number(date.slice(8, 10)), daysInMonth(year, month)))}`;
}

/** Excel's last day, 9999-12-31. */
const LAST_SERIAL = 2_958_465;

/**
 * The day of an Excel serial number (1900 system): 1 = 1900-01-01, 25569 = 1970-01-01; a fraction is a time and is dropped.
 * null for 60, Excel's 29/02/1900 that never was, and outside 1–2,958,465.
 */
export function excelSerialToDate(serial: number): PlainDate | null {
  const whole = Math.floor(serial);
  if (!Number.isFinite(serial) || whole < 1 || whole > LAST_SERIAL || whole === 60) return null;
  return dayOfNumber(whole - (whole < 60 ? 25568 : 25569));
}

/** A reading we think was meant. */
export interface DateSuggestion {
  readonly value: PartialDate;
  readonly confidence: number;
}

/**
 * What a text says as a date.
 * - `read`: `value`, and under `alternatives` what else it could be. `guessed` tells what was not stated: the century of a two-digit year, that a bare
 *   number is an Excel serial, or where the digits of 01021990 are to be cut; null when nothing was guessed. `rewritten` when it did not stand in our form.
 * - `present`: "nay", "đến nay", "hiện nay".
 * - `impossible`: the form is a date's but no such day exists. `no-such-day` 31/02; `month-over-12` day and month swapped or a wrong month;
 *   `zero-part` a part that is not known: 00/00/1965, --/--/1965; `year` outside 1850–2150; `zone` an instant of another zone, whose day
 *   here may be the one before or after: all of them are suggested. Suggestions best first, possibly none.
 *   Of `month-over-12` the suggestion is the day with its parts swapped: to ask about, never to take.
 * - `unreadable`: not a date.
 */
export type DateReading =
  | {
      readonly kind: 'read';
      readonly value: PartialDate;
      readonly precision: DatePrecision;
      readonly rewritten: boolean;
      readonly guessed: 'century' | 'serial' | 'digits' | null;
      readonly alternatives: readonly PartialDate[];
    }
  | { readonly kind: 'present' }
  | {
      readonly kind: 'impossible';
      readonly why: 'no-such-day' | 'month-over-12' | 'zero-part' | 'year' | 'zone';
      readonly suggestions: readonly DateSuggestion[];
    }
  | { readonly kind: 'unreadable' };

/** The parts as typed; null = not stated. */
interface TypedParts {
  readonly day: number | null;
  readonly month: number | null;
  readonly year: number;
  readonly yearDigits: number;
  /** the order cannot be the other one: ISO, month by name, "ngày … tháng …" */
  readonly orderSure: boolean;
}

const MONTH_NAMES = [
  'january',
  'february',
  'march',
  'april',
  'may',
  'june',
  'july',
  'august',
  'september',
  'october',
  'november',
  'december',
];
/** "jan", "sept", "january"; "junior" begins like a month and is none. */
const monthOf = (name: string): number =>
  MONTH_NAMES.findIndex((month) => month === name || month.slice(0, 3) === name || (name === 'sept' && month === 'september')) + 1;

/** The ways people write a date, each with what its groups mean. Tried in this order. */
const FORMS: readonly { readonly form: RegExp; readonly parts: (m: RegExpExecArray) => TypedParts | null }[] = [
  { form: /^(\d{4})$/, parts: (m) => of(null, null, m[1]!, true) },
  { form: /^(\d{4})[-/. ](\d{1,2})[-/. ](\d{1,2})$/, parts: (m) => of(m[3]!, m[2]!, m[1]!, true) },
  { form: /^(\d{4})[-/. ](\d{1,2})$/, parts: (m) => of(null, m[2]!, m[1]!, true) },
  { form: /^(\d{1,2})[-/. ](\d{1,2})[-/. ](\d{4}|\d{2})$/, parts: (m) => of(m[1]!, m[2]!, m[3]!, false) },
  { form: /^(\d{1,2})[-/. ](\d{4})$/, parts: (m) => of(null, m[1]!, m[2]!, true) },
  {
    form: /^(?:ngày|mùng|mồng)?\s*(\d{1,2})\s*(?:tháng|-?thg\.?|\/)\s*(\d{1,2})\s*,?\s*(?:năm|\/|,|-)?\s*(\d{4}|\d{2})$/,
    parts: (m) => of(m[1]!, m[2]!, m[3]!, true),
  },
  { form: /^(?:tháng|thg\.?)\s*(\d{1,2})\s*(?:,|năm|\/|-)?\s*(\d{4})$/, parts: (m) => of(null, m[1]!, m[2]!, true) },
  { form: /^năm\s*(\d{4})$/, parts: (m) => of(null, null, m[1]!, true) },
  { form: /^(\d{1,2})[- ]([a-z]{3,9})[-, ]+(\d{4}|\d{2})$/, parts: (m) => ofNamed(m[1]!, m[2]!, m[3]!) },
  { form: /^([a-z]{3,9})[- ](\d{1,2}),? (\d{4})$/, parts: (m) => ofNamed(m[2]!, m[1]!, m[3]!) },
  { form: /^([a-z]{3,9})[- ](\d{4})$/, parts: (m) => ofNamed(null, m[1]!, m[2]!) },
];

function of(day: string | null, month: string | null, year: string, orderSure: boolean): TypedParts {
  return {
    day: day === null ? null : Number(day),
    month: month === null ? null : Number(month),
    year: Number(year),
    yearDigits: year.length,
    orderSure,
  };
}

function ofNamed(day: string | null, name: string, year: string): TypedParts | null {
  const month = monthOf(name);
  return month === 0 ? null : of(day, String(month), year, true);
}

const write = (day: number | null, month: number | null, year: number): PartialDate =>
  four(year) + (month === null ? '' : `-${two(month)}`) + (month === null || day === null ? '' : `-${two(day)}`);

const exists = (day: number | null, month: number | null, year: number): boolean => isPartialDate(write(day, month, year));

/** Years a two-digit one may mean, likelier first: never more than ten years after today, so that births and past posts come out right. */
function yearsOf(typed: number, digits: number, today: PlainDate): readonly number[] {
  if (digits !== 2) return [typed];
  const thisYear = Number(today.slice(0, 4));
  const century = Math.floor(thisYear / 100) * 100;
  const near = century + typed > thisYear + 10 ? century - 100 + typed : century + typed;
  return [near, near < century ? near + 100 : near - 100];
}

const FIRST_YEAR = 1850;
const LAST_YEAR = 2150;

function weigh(parts: TypedParts, text: string, today: PlainDate): DateReading {
  const { day, month } = parts;
  const [year, otherYear] = yearsOf(parts.year, parts.yearDigits, today) as [number, number?];
  if (year < FIRST_YEAR || year > LAST_YEAR) return { kind: 'impossible', why: 'year', suggestions: [] };
  const sure = parts.yearDigits === 2 ? 0.8 : 1;
  if (day === 0 || month === 0) {
    const known = month === 0 ? write(null, null, year) : write(null, month, year);
    return { kind: 'impossible', why: 'zero-part', suggestions: isPartialDate(known) ? [{ value: known, confidence: 0.9 * sure }] : [] };
  }
  if (month !== null && month > 12) {
    const swapped = day !== null && day <= 12 && exists(month, day, year);
    return {
      kind: 'impossible',
      why: 'month-over-12',
      suggestions: swapped ? [{ value: write(month, day, year), confidence: 0.9 * sure }] : [],
    };
  }
  if (!exists(day, month, year)) {
    // No day is proposed for one that does not exist: whatever it was, it was another (Decision 0010).
    return { kind: 'impossible', why: 'no-such-day', suggestions: [] };
  }
  const value = write(day, month, year);
  const alternatives: PartialDate[] = [];
  if (!parts.orderSure && day !== null && month !== null && day !== month && day <= 12) alternatives.push(write(month, day, year));
  if (otherYear !== undefined && exists(day, month, otherYear)) alternatives.push(write(day, month, otherYear));
  return {
    kind: 'read',
    value,
    precision: precisionOf(value),
    rewritten: value !== text,
    guessed: parts.yearDigits === 2 ? 'century' : null,
    alternatives,
  };
}

/** A run of digits alone: ddMMyyyy, yyyyMMdd, MMyyyy, or an Excel serial (5 digits, 1927–2064). */
function readDigits(digits: string): DateReading {
  const cuts =
    digits.length === 8
      ? [
          write(Number(digits.slice(0, 2)), Number(digits.slice(2, 4)), Number(digits.slice(4))),
          write(Number(digits.slice(6)), Number(digits.slice(4, 6)), Number(digits.slice(0, 4))),
        ]
      : digits.length === 6
        ? [write(null, Number(digits.slice(0, 2)), Number(digits.slice(2)))]
        : [];
  const likely = cuts.filter((value) => isPartialDate(value) && Number(value.slice(0, 4)) >= 1900 && Number(value.slice(0, 4)) <= 2100);
  if (likely[0] !== undefined) {
    return {
      kind: 'read',
      value: likely[0],
      precision: precisionOf(likely[0]),
      rewritten: true,
      guessed: 'digits',
      alternatives: likely.slice(1),
    };
  }
  const serial = Number(digits);
  const day = digits.length === 5 && serial >= 10_000 && serial < 60_100 ? excelSerialToDate(serial) : null;
  return day === null
    ? { kind: 'unreadable' }
    : { kind: 'read', value: day, precision: 'day', rewritten: true, guessed: 'serial', alternatives: [] };
}

/** "--/--/1960", "../02/1960", "xx/xx/1960", "//1960": a part that is not known, as people write it; the slash tells it from a separator. */
const UNKNOWN = String.raw`(?:-{1,4}|\.{1,5}|…|\?{1,4}|_{1,5}|x{1,2}|\*{1,4}|0{1,2})?`;
const WITH_UNKNOWN = new RegExp(String.raw`^(${UNKNOWN}|\d{1,2})\s*[/\\]\s*(${UNKNOWN}|\d{1,2})\s*[/\\]\s*(\d{4})$`);

/** The known part of a date with unknown ones; null when both are stated. */
function readKnownPart(text: string): DateReading | null {
  const match = WITH_UNKNOWN.exec(text);
  if (!match) return null;
  const [day, month, year] = [numberOf(match[1]!), numberOf(match[2]!), Number(match[3]!)];
  if ((day !== null && month !== null) || year < FIRST_YEAR || year > LAST_YEAR) return null;
  const known = month !== null && month <= 12 ? write(null, month, year) : write(null, null, year);
  return { kind: 'impossible', why: 'zero-part', suggestions: [{ value: known, confidence: 0.9 }] };
}
const numberOf = (part: string): number | null => (/^\d+$/.test(part) && Number(part) > 0 ? Number(part) : null);

const INSTANT = /^(\d{4}-\d{2}-\d{2})[Tt ](\d{2}):(\d{2})(?::\d{2}(?:[.,]\d+)?)?\s*(?:[Zz]|([+-])(\d{2}):?(\d{2}))$/;
/** Clocks here were seven, and in the South until 1975 eight hours before universal time. */
const HOURS_HERE = [7, 8] as const;

/**
 * "1980-05-12T17:00:00Z", as programs write the 13th of May here: a day that is another one here is asked about, never read as written.
 * null when the text is no instant, or when its day here is the day that is written.
 */
function readInstant(text: string): DateReading | null {
  const [, day, hours, minutes, sign, zoneHours = '0', zoneMinutes = '0'] = INSTANT.exec(text) ?? [];
  if (day === undefined || !isPlainDate(day)) return null;
  const zone = (sign === '-' ? -1 : 1) * (Number(zoneHours) * 60 + Number(zoneMinutes));
  const clock = Number(hours) * 60 + Number(minutes);
  if (HOURS_HERE.some((here) => here * 60 === zone)) return null;
  const days = new Set(HOURS_HERE.map((here) => addDays(day, Math.floor((clock - zone + here * 60) / 1440))));
  if (days.size === 1 && days.has(day)) return null;
  days.add(day);
  return { kind: 'impossible', why: 'zone', suggestions: [...days].sort().map((value) => ({ value, confidence: 0.5 })) };
}

/** "ngày 01 tháng 12 năm 1990" with a time behind it is 40 characters; longer text is no date, and is not searched. */
const TYPED_CHARS_MAX = 64;
const PRESENT = /^(?:(?:đến|tới)\s+)?(?:nay|hiện nay|hiện tại|bây giờ)$/;

/**
 * The date that a text says, day before month as Vietnamese write it. See `DateReading`.
 *
 * @param text   as typed, already without invisible characters; "1/2/90", "01.02.1990", "02/1990", "1990", "1990-02-01T00:00:00",
 *               "ngày 1 tháng 2 năm 1990", "1-Feb-90", "32874" (Excel serial)
 * @param today  decides the century of two-digit years (up to ten years ahead)
 * Never throws; an empty text is `unreadable`.
 */
export function readDateText(text: string, { today }: { readonly today: PlainDate }): DateReading {
  if (/^\d{4}-\d{2}-\d{2}$/.test(text) && isPlainDate(text))
    return weigh(of(text.slice(8), text.slice(5, 7), text.slice(0, 4), true), text, today);
  // As the form asks for it, and as nearly everybody types it.
  const plain = /^(\d{2})\/(\d{2})\/(\d{4})$/.exec(text);
  if (plain && plain[1] !== '00' && plain[2] !== '00') return weigh(of(plain[1]!, plain[2]!, plain[3]!, false), text, today);
  if (text.length > TYPED_CHARS_MAX) return { kind: 'unreadable' };
  const typed = text
    .normalize('NFC')
    .trim()
    .toLowerCase()
    .replaceAll('\\', '/')
    .replace(/^(\d{1,2})\s*[,;_]\s*(\d{1,2})\s*[,;_]\s*(\d{2}|\d{4})$/, '$1/$2/$3')
    .replace(/[t ]\d{1,2}:\d{2}(?::\d{2}(?:[.,]\d+)?)?\s*(?:z|[+-]\d{2}:?\d{2}|am|pm|sa|ch)?$/, '')
    .replace(/\s*([-/.])\s*/g, '$1')
    .replace(/\s+/g, ' ')
    .replace(/^'|[.,;]$/g, '');
  const instant = readInstant(text.normalize('NFC').trim());
  if (instant) return instant;
  const known = readKnownPart(text.normalize('NFC').trim().toLowerCase());
  if (known) return known;
  if (PRESENT.test(typed)) return { kind: 'present' };
  if (/^\d{5,8}$/.test(typed)) return readDigits(typed);
  // A date cell with a time: 32874.5. Tried before the forms, where "1.1990" is a month.
  if (/^\d{5}[.,]\d+$/.test(typed)) return readDigits(typed.slice(0, 5));
  for (const { form, parts } of FORMS) {
    const match = form.exec(typed);
    const found = match && parts(match);
    if (found) return weigh(found, text, today);
  }
  return { kind: 'unreadable' };
}

/** A partial date as Vietnamese read it: `1990`, `02/1990`, `01/02/1990`. */
export const showDate = (date: PartialDate): string => date.split('-').reverse().join('/');
