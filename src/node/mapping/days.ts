/** Days as a foreign software writes them. Pure. */
import type { PlainDate } from '#base/clock.ts';
import { isPlainDate } from '#base/clock.ts';

const PARTS = /yyyy|dd?|MM?/g;

/** Does a format name day, month and year, each once? */
export function isDayFormat(format: string): boolean {
  const parts = format.match(PARTS) ?? [];
  return parts.length === 3 && new Set(parts.map((part) => part[0])).size === 3;
}

/** The day that a text says in a format; null: none. A time behind a day (`2026-11-01 00:00:00`) is passed over, since databases print one. */
export function readDay(text: string, format: string): PlainDate | null {
  const names: string[] = [];
  const quoted = format.replaceAll(/[.*+?^${}()|[\]\\]/g, String.raw`\$&`);
  const pattern = quoted.replaceAll(PARTS, (part) => {
    names.push(part[0]!);
    return part === 'yyyy' ? String.raw`(\d{4})` : part.length === 2 ? String.raw`(\d{2})` : String.raw`(\d{1,2})`;
  });
  const found = new RegExp(`^${pattern}(?:[ T][0-9:.+-]+Z?)?$`).exec(text);
  if (!found) return null;
  const part = (name: string): string => found[names.indexOf(name) + 1]!.padStart(2, '0');
  const day = `${part('y')}-${part('M')}-${part('d')}`;
  return isPlainDate(day) ? day : null;
}
