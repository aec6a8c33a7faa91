/**
 * How much of a day a number format shows (ECMA-376 §18.8.30, §18.8.31): a cell that shows 01/1983 states a month, whatever day its
 * serial number has. Used by the sandboxed parser: imports nothing but its own folder.
 */

/**
 * What a date cell shows; the index of a word is what travels. `''` no date; `day-month` a day without its year; `time` a time of day
 * alone; `part` less than any of these (a weekday, the name of a month); `moment` day and time. `percent`: no date but a number, shown a
 * hundred times as large with a sign of percent.
 */
export const SHOWS = ['', 'day', 'month', 'year', 'day-month', 'time', 'part', 'moment', 'percent'] as const;
export type Shows = Exclude<(typeof SHOWS)[number], ''>;
export const PERCENT = SHOWS.indexOf('percent');

const ids = (shows: Shows, ...numbers: readonly number[]): (readonly [number, Shows])[] => numbers.map((id) => [id, shows]);
/** Formats that have a number and need no code: those of every Excel, of East Asian and of Thai ones. */
const BUILT_IN: ReadonlyMap<number, Shows> = new Map([
  ...ids('day', 14, 15, 30, 31, 71, 72, 81),
  ...ids('day-month', 16, 28, 29, 51, 53, 54, 58, 73),
  ...ids('month', 17, 27, 36, 50, 52, 57, 74),
  ...ids('time', 18, 19, 20, 21, 32, 33, 34, 35, 45, 46, 47, 55, 56, 75, 76, 78, 79, 80),
  ...ids('moment', 22, 77),
  ...ids('percent', 9, 10),
]);

/** The sections of a code, each as its letters and placeholders: what is quoted, escaped or in brackets shows as it stands. */
function sectionsOf(code: string): { readonly letters: string; readonly isConditional: boolean }[] {
  return [...code.matchAll(/((?:"[^"]*"?|\[[^\]]*\]?|[\\_*][\s\S]?|[^;])*)(?:;|$)/g)]
    .map(([, section = '']) => section)
    .filter((section, i) => section !== '' || i === 0)
    .map((section) => ({
      isConditional: /\[\s*[<>=]/.test(section.replace(/"[^"]*"?|\\[\s\S]?/g, '')),
      letters: section
        .replace(/"[^"]*"?|[\\_*][\s\S]?/g, ' ')
        // [h], [mm], [ss]: time that goes beyond a day
        .replace(/\[\s*([hms]+)\s*\]/gi, (_whole, unit: string) => ` h${unit[0] === 'h' ? '' : ':'}`)
        .replace(/\[[^\]]*\]?/g, ' ')
        .replace(/general|standard/gi, ' ')
        .replace(/am\/pm|a\/p/gi, 'h')
        .toLowerCase(),
    }));
}

/** What one section shows; null when it is no date. */
function shownBy(letters: string): Shows | null {
  const hasTime = /[hs]/.test(letters);
  // Digits of a number are placeholders; a date has them only as fractions of a second.
  if (/[#?]/.test(letters) || (letters.includes('0') && !letters.includes('s')) || /e[+-]/.test(letters)) return null;
  // "m" after an hour or before a second is a minute.
  const days = letters.replace(/h+([^a-z]*)m+/g, 'h$1').replace(/m+([^a-z]*)s/g, '$1s');
  const [year, month, day] = [/[yeb]/.test(days), days.includes('m'), /(?<!d)d{1,2}(?!d)/.test(days)];
  if (year && month && day) return hasTime ? 'moment' : 'day';
  if (year && month) return 'month';
  if (year) return day ? 'part' : 'year';
  if (month && day) return 'day-month';
  if (month || /[dnqw]/.test(days)) return 'part';
  return hasTime ? 'time' : null;
}

const COARSEST: readonly Shows[] = ['part', 'day-month', 'year', 'month', 'day', 'moment'];

/** @param code  of a custom format, null when there is none: then the number alone says it */
export function showsOf(id: number, code: string | null): Shows | null {
  if (code === null) return BUILT_IN.get(id) ?? null;
  const sections = sectionsOf(code);
  // Days are numbers above zero: the first section is theirs, unless conditions share them out; then the least that any of them shows.
  if (!sections.some((section) => section.isConditional)) {
    const letters = sections[0]?.letters ?? '';
    return shownBy(letters) ?? (letters.includes('%') ? 'percent' : null);
  }
  const shown = sections.map((section) => shownBy(section.letters));
  return COARSEST.find((one) => shown.includes(one)) ?? (shown.includes('time') ? 'time' : null);
}
