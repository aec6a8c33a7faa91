/** The door's two languages. Both come with the page: a verdict is told in both at once. */
import type { Bilingual } from '#base/problem.ts';
import { inLanguage } from '#portal/language/in-language.ts';
import type { InLanguage } from '#portal/language/in-language.ts';
import { timeAgo } from './data-age.ts';
import { words as both } from './words.ts';

export type Language = keyof Bilingual;
export type DoorWords = InLanguage<typeof both>;

const WORDS: Readonly<Record<Language, DoorWords>> = { vi: inLanguage(both, 'vi'), en: inLanguage(both, 'en') };
export const wordsOf = (language: Language): DoorWords => WORDS[language];
export const otherLanguage = (language: Language): Language => (language === 'vi' ? 'en' : 'vi');

/** `{{name}}` becomes what is given for it. */
export const fill = (text: string, given: Readonly<Record<string, string | number>>): string =>
  text.replace(/\{\{(\w+)\}\}/g, (hole, name: string) => String(given[name] ?? hole));

/** A sentence with `{{time}} {{day}} ({{ago}})` in it, about a time in the past. */
export function timeSentence(
  sentence: string,
  words: DoorWords,
  atMs: number,
  nowMs: number,
  more: Readonly<Record<string, string | number>> = {},
): string {
  const { time, day, ago } = timeAgo(atMs, nowMs);
  return fill(sentence, {
    ...more,
    time,
    day: typeof day === 'string' ? words.data[day] : fill(words.data.onDay, { day: day.figures }),
    ago: fill(words.data[ago.unit], { count: ago.count }),
  });
}

/** The same choice as the portal's. */
const STORED = 'congvu-language';

export function storedLanguage(): Language {
  try {
    return localStorage.getItem(STORED) === 'en' ? 'en' : 'vi';
  } catch {
    return 'vi';
  }
}

export function storeLanguage(language: Language): void {
  try {
    localStorage.setItem(STORED, language);
  } catch {
    /* storage is shut: the choice holds for this page */
  }
}
