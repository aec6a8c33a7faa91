/** Days, instants, numbers, sizes and ages as people in Việt Nam read them. Pure: "now" is handed in. */
import type { Language } from '#portal/api/problem-words.ts';

const LOCALE = { vi: 'vi-VN', en: 'en-GB' } as const;
const ZONE = 'Asia/Ho_Chi_Minh';
// Made once: making one takes longer than a hundred uses of it, and a table uses one a cell.
const INSTANT = new Intl.DateTimeFormat('en-GB', {
  timeZone: ZONE,
  day: '2-digit',
  month: '2-digit',
  year: 'numeric',
  hour: '2-digit',
  minute: '2-digit',
  hourCycle: 'h23',
});
const NUMBER = { vi: new Intl.NumberFormat(LOCALE.vi), en: new Intl.NumberFormat(LOCALE.en) } as const;
const ONE_PLACE = {
  vi: new Intl.NumberFormat(LOCALE.vi, { maximumFractionDigits: 1 }),
  en: new Intl.NumberFormat(LOCALE.en, { maximumFractionDigits: 1 }),
} as const;

/** `2026-10-31` → `31/10/2026`, `2026-10` → `10/2026`, `2026` → `2026`. Never by `Date`: a birthday has no time zone. */
export function dayText(day: string): string {
  const found = /^(\d{4})(?:-(\d{2})(?:-(\d{2}))?)?$/.exec(day);
  return found ? [found[3], found[2], found[1]].filter(Boolean).join('/') : day;
}

/** An instant in the time of Việt Nam: `14:05 31/10/2026`. What cannot be read is shown as it came. */
export function instantText(instant: string): string {
  const ms = Date.parse(instant);
  if (Number.isNaN(ms)) return instant;
  const parts = INSTANT.formatToParts(ms);
  const of = (type: string): string => parts.find((part) => part.type === type)?.value ?? '';
  return `${of('hour')}:${of('minute')} ${of('day')}/${of('month')}/${of('year')}`;
}

export const numberText = (value: number, language: Language): string => NUMBER[language].format(value);

/** Bytes as people say them, in powers of 1024: `2,4 MB`. */
export function sizeText(bytes: number, language: Language): string {
  const one = ONE_PLACE[language];
  if (bytes < 1024) return `${one.format(bytes)} byte`;
  return bytes < 1024 * 1024 ? `${one.format(bytes / 1024)} KB` : `${one.format(bytes / 1024 / 1024)} MB`;
}

export interface Span {
  readonly unit: 'lessThanMinute' | 'minutes' | 'hours' | 'days';
  readonly n: number;
}

/** How long ago, in the largest whole unit. A time that lies ahead (clocks differ) is "less than a minute". */
export function ageOf(instant: string, nowMs: number): Span {
  const minutes = Math.floor((nowMs - Date.parse(instant)) / 60_000);
  if (!(minutes >= 1)) return { unit: 'lessThanMinute', n: 0 };
  if (minutes < 60) return { unit: 'minutes', n: minutes };
  return minutes < 1440 ? { unit: 'hours', n: Math.floor(minutes / 60) } : { unit: 'days', n: Math.floor(minutes / 1440) };
}

/** How long to wait; rounded up, as waiting shorter than told is no harm. */
export function waitOf(seconds: number): { readonly unit: 'seconds' | 'minutes' | 'hours'; readonly n: number } {
  if (seconds < 60) return { unit: 'seconds', n: Math.max(1, Math.ceil(seconds)) };
  return seconds < 3600 ? { unit: 'minutes', n: Math.ceil(seconds / 60) } : { unit: 'hours', n: Math.ceil(seconds / 3600) };
}

/** `31/10/2026`, `1/2/2026`, `01.02.2026` → `YYYY-MM-DD`; null when it is no day of the calendar. */
export function readDay(text: string): string | null {
  const found = /^\s*(\d{1,2})[/.-](\d{1,2})[/.-](\d{4})\s*$/.exec(text);
  if (!found) return null;
  const [day, month, year] = [Number(found[1]), Number(found[2]), Number(found[3])];
  const last = [31, year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0) ? 29 : 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31][month - 1];
  if (last === undefined || day < 1 || day > last || year < 1900) return null;
  return `${year}-${String(month).padStart(2, '0')}-${String(day).padStart(2, '0')}`;
}
