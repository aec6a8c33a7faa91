/**
 * How a value of each kind of field is written for people. Pure; one entry for each way of writing: a new way is a compile error here.
 * The server sends a ready text (`display`) on record pages; this is for differences, where values travel as they are kept.
 */
import type { KindName } from '#standard/field-shape.ts';
import type { ValueDisplay } from '#standard/kinds/kind.ts';
import { dayText, instantText, numberText } from '#portal/parts/format.ts';
import type { Language } from '#portal/api/problem-words.ts';
import { SHOWN } from './generated/shown.ts';

export interface DisplayWords {
  readonly language: Language;
  readonly yes: string;
  readonly no: string;
  readonly absence: Readonly<Record<string, string>>;
  /** label of a part of a compound value; the key itself when there is none */
  readonly part: (key: string) => string;
}

type Display = (value: string | number | boolean, words: DisplayWords) => string;

const flag: Display = (value, words) => (value === true || value === 'true' ? words.yes : words.no);

/** How each way of writing a value is done here. Which kind is written which way, the kind says itself (`src/standard/kinds/`). */
const WRITTEN = {
  text: (value) => String(value),
  day: (value) => dayText(String(value)),
  instant: (value) => instantText(String(value)),
  decimal: (value, { language }) => (language === 'vi' ? String(value).replace('.', ',') : String(value)),
  money: (value, { language }) => `${numberText(Number(value), language)} ₫`,
  /** a twelve-digit number is compared by eye */
  threes: (value) => String(value).replace(/(\d)(?=(\d{3})+$)/g, '$1\u2009'),
  flag,
} as const satisfies Record<ValueDisplay['as'], Display>;

const isDay = (text: string): boolean => /^\d{4}-\d{2}(-\d{2})?$/.test(text);

/** A scalar without its kind: days are turned, the rest stays as it is. */
function plain(value: string | number | boolean, words: DisplayWords): string {
  if (typeof value === 'boolean') return flag(value, words);
  return typeof value === 'string' && isDay(value) ? dayText(value) : String(value);
}

/**
 * @param kind  null when it is not known: the shape of the value decides
 * @returns     null for a value that is not there; the caller says so in its own way
 */
export function displayText(kind: KindName | null, value: unknown, words: DisplayWords): string | null {
  if (value === null || value === undefined || value === '') return null;
  if (typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean')
    return kind ? WRITTEN[SHOWN[kind].as](value, words) : plain(value, words);
  if (Array.isArray(value)) return value.length === 0 ? null : value.map((one) => displayText(null, one, words) ?? '–').join('\n');
  const parts = value as Readonly<Record<string, unknown>>;
  if (typeof parts['vang'] === 'string') return words.absence[parts['vang']] ?? parts['vang'];
  if (typeof parts['display'] === 'string') return parts['display'];
  const said = Object.entries(parts)
    .filter(([key]) => key !== 'dong')
    .map(([key, part]) => [key, displayText(null, part, words)] as const)
    .filter(([, text]) => text !== null);
  return said.length === 0 ? null : said.map(([key, text]) => `${words.part(key)}: ${text}`).join(' · ');
}
