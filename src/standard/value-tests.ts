/**
 * Is this a value of its kind? The tests that the emitted validator calls; each says the same as the JSON Schema of its kind
 * (held equal by a property test). Pure, and cheap: they run for every value of every record.
 */
import { isPartialDate, isPlainDate } from '#base/vietnamese/dates.ts';

// oxlint-disable-next-line no-control-regex -- control characters are what it looks for
const CONTROL = /[\u0000-\u001F\u007F-\u009F]/;

/** The same, written as the pattern of a JSON Schema: 1 to `max` code points, no control character. */
export const textPattern = (max: number): string => `^[^\\p{Cc}]{1,${max}}$`;

export function isText(v: unknown, max: number): boolean {
  if (typeof v !== 'string' || v.length === 0 || CONTROL.test(v)) return false;
  return v.length <= max || (v.length <= max * 2 && Array.from(v).length <= max);
}

export const matches = (v: unknown, pattern: RegExp): boolean => typeof v === 'string' && pattern.test(v);
export const isDay = (v: unknown): boolean => typeof v === 'string' && v.length === 10 && isPlainDate(v);
export const isPartialDay = (v: unknown): boolean => typeof v === 'string' && v.length <= 10 && isPartialDate(v);

const INSTANT = /^([0-9]{4}-[0-9]{2}-[0-9]{2})T(?:[01][0-9]|2[0-3]):[0-5][0-9]:[0-5][0-9](?:\.[0-9]{1,3})?Z$/;
/** The pattern of an instant, UTC. */
export const INSTANT_PATTERN = INSTANT.source;
export function isInstant(v: unknown): boolean {
  const parts = typeof v === 'string' ? INSTANT.exec(v) : null;
  return parts !== null && isPlainDate(parts[1]!);
}

export const isWhole = (v: unknown, min: number, max: number): boolean =>
  Number.isInteger(v) && (v as number) >= min && (v as number) <= max;
export const isOneOf = (v: unknown, codes: ReadonlySet<unknown>): boolean => codes.has(v);
export const isParts = (v: unknown): v is Record<string, unknown> => typeof v === 'object' && v !== null && !Array.isArray(v);

const ABSENCES: ReadonlySet<unknown> = new Set(['CHUA_XAC_DINH', 'KHONG_RO', 'KHONG_AP_DUNG']);
/** A stated absence, and nothing beside it. */
export const isAbsence = (v: unknown): boolean => isParts(v) && ABSENCES.has(v['vang']) && Object.keys(v).length === 1;

/** An object with only these parts, those needed among them, each as its test says. */
export function hasParts(v: unknown, tests: Readonly<Record<string, (part: unknown) => boolean>>, needed: readonly string[]): boolean {
  if (!isParts(v)) return false;
  let count = 0;
  for (const key of Object.keys(v)) {
    const test = Object.hasOwn(tests, key) ? tests[key] : undefined;
    if (!test || !test(v[key])) return false;
    count++;
  }
  return count > 0 && needed.every((key) => Object.hasOwn(v, key));
}

/** An object each of whose values is one of the codes. */
export const isMapOf = (v: unknown, codes: ReadonlySet<unknown>): boolean =>
  isParts(v) && Object.values(v).every((value) => codes.has(value));
