/**
 * The words in use. Vietnamese ones of the first load come with the page; the others, and English, are fetched when they are asked for. All of them are
 * written by `npm run generate` from the `words.ts` beside the screens.
 */
import type { Bilingual } from '#portal/api/generated/api.ts';
import { vi as viFirst } from './generated/vi-first.ts';
import type { vi as viMore } from './generated/vi-more.ts';
import { at, filled, together, type At, type GroupPath, type TextPath, type Texts, type Values } from './word-paths.ts';

export type Language = 'vi' | 'en';
export type Words = typeof viFirst & typeof viMore;

/** What a screen speaks with; another one after each change of language. */
export interface Speech {
  readonly language: Language;
  /** our text at a path */
  readonly t: (path: TextPath<Words>, values?: Values) => string;
  /** several of our texts, by their names */
  readonly texts: <Path extends GroupPath<Words>>(path: Path) => At<Words, Path>;
}

const STORED = 'congvu-language';

const speechOf = (language: Language, words: Texts): Speech => ({
  language,
  t: (path, values = {}) => {
    const text = at(words, path);
    return typeof text === 'string' ? filled(text, values) : path;
  },
  // Every path of the type leads to such a group, as soon as its half was fetched.
  texts: (path) => at(words, path) as never,
});

const words: Record<Language, Texts | null> = { vi: viFirst, en: null };
const whole: Record<Language, Promise<void> | null> = { vi: null, en: null };
let speech = speechOf('vi', viFirst);
let isWhole = false;
const listeners = new Set<() => void>();

export const currentSpeech = (): Speech => speech;
/** @returns ends it */
export function onSpeech(listener: () => void): () => void {
  listeners.add(listener);
  return () => void listeners.delete(listener);
}

function speak(language: Language): void {
  speech = speechOf(language, words[language] ?? viFirst);
  for (const listener of listeners) listener();
}

async function fetchFirst(language: Language): Promise<void> {
  words[language] ??= language === 'vi' ? viFirst : (await import('./generated/en-first.ts')).en;
}

async function fetchWhole(language: Language): Promise<void> {
  await fetchFirst(language);
  const more: Texts = language === 'vi' ? (await import('./generated/vi-more.ts')).vi : (await import('./generated/en-more.ts')).en;
  words[language] = together(words[language] ?? {}, more);
}

/** The words of screens that do not come with the first load; fetched once. A try that fails is made again. */
export async function allWords(): Promise<void> {
  const { language } = speech;
  whole[language] ??= fetchWhole(language).catch((cause: unknown) => {
    whole[language] = null;
    throw cause;
  });
  await whole[language];
  if (isWhole) return;
  isWhole = true;
  speak(language);
}

const stored = (): Language => {
  try {
    return localStorage.getItem(STORED) === 'en' ? 'en' : 'vi';
  } catch {
    return 'vi';
  }
};

/** Before the first screen. */
export async function startLanguage(): Promise<void> {
  if (stored() === 'en') await setLanguage('en');
}

export async function setLanguage(language: Language): Promise<void> {
  if (isWhole) await (whole[language] ??= fetchWhole(language));
  else await fetchFirst(language);
  speak(language);
  document.documentElement.lang = language;
  try {
    localStorage.setItem(STORED, language);
  } catch {
    /* storage is shut: the choice holds for this page */
  }
}

/** A text in the user's language; a missing English one shows the Vietnamese with a mark. */
export function localized(text: string | Bilingual | null | undefined, language: Language): string {
  if (text === null || text === undefined) return '';
  if (typeof text === 'string') return text;
  // Nothing is nothing in every language.
  return text[language] || (text.vi === '' ? '' : `${text.vi} (vi)`);
}
