/**
 * The words in use. Vietnamese ones of the first load come with the page; the others come in parts, with the first screen that speaks with them, as English
 * does. All of them are written by `npm run generate` from the `words.ts` beside the screens.
 */
import type { Bilingual } from '#portal/api/generated/api.ts';
import type { vi as viDemo } from './generated/vi-demo.ts';
import { vi as viFirst } from './generated/vi-first.ts';
import type { vi as viHome } from './generated/vi-home.ts';
import type { vi as viMore } from './generated/vi-more.ts';
import { at, filled, together, type At, type GroupPath, type TextPath, type Texts, type Values } from './word-paths.ts';

export type Language = 'vi' | 'en';
export type Words = typeof viFirst & typeof viHome & typeof viDemo & typeof viMore;
/** Words of a screen that comes right behind the first load; `more`: all that there are, for every other screen. */
export type WordsBehind = 'home' | 'demo' | 'more';
const WITH: Readonly<Record<WordsBehind, readonly WordsBehind[]>> = { home: ['home'], demo: ['demo'], more: ['home', 'demo', 'more'] };

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
  // Every path of the type leads to such a group, as soon as its part was fetched.
  texts: (path) => at(words, path) as never,
});

const BEHIND: Readonly<Record<Language, Readonly<Record<WordsBehind, () => Promise<Texts>>>>> = {
  vi: {
    home: async () => (await import('./generated/vi-home.ts')).vi,
    demo: async () => (await import('./generated/vi-demo.ts')).vi,
    more: async () => (await import('./generated/vi-more.ts')).vi,
  },
  en: {
    home: async () => (await import('./generated/en-home.ts')).en,
    demo: async () => (await import('./generated/en-demo.ts')).en,
    more: async () => (await import('./generated/en-more.ts')).en,
  },
};

const words: Record<Language, Texts | null> = { vi: viFirst, en: null };
const fetched: Record<Language, Map<WordsBehind, Promise<void>>> = { vi: new Map(), en: new Map() };
/** what a screen asked for so far: another language needs the same */
const wanted = new Set<WordsBehind>();
let spoken: Texts = viFirst;
let speech = speechOf('vi', spoken);
const listeners = new Set<() => void>();

export const currentSpeech = (): Speech => speech;
/** @returns ends it */
export function onSpeech(listener: () => void): () => void {
  listeners.add(listener);
  return () => void listeners.delete(listener);
}

function speak(language: Language): void {
  spoken = words[language] ?? viFirst;
  speech = speechOf(language, spoken);
  for (const listener of listeners) listener();
}

async function fetchFirst(language: Language): Promise<void> {
  words[language] ??= language === 'vi' ? viFirst : (await import('./generated/en-first.ts')).en;
}

async function fetchBehind(language: Language, part: WordsBehind): Promise<void> {
  await fetchFirst(language);
  const texts = await BEHIND[language][part]();
  words[language] = together(words[language] ?? {}, texts);
}

/** What is wanted, in a language; each part fetched once. A try that fails is made again. */
async function fetchWanted(language: Language): Promise<void> {
  await fetchFirst(language);
  const asked = [...wanted].map((part) => {
    const known = fetched[language].get(part);
    if (known) return known;
    const fetching = fetchBehind(language, part).catch((cause: unknown) => {
      fetched[language].delete(part);
      throw cause;
    });
    fetched[language].set(part, fetching);
    return fetching;
  });
  await Promise.all(asked);
}

/** The words of a screen that does not come with the first load: fetched once, in whatever language is spoken when they are there. */
export async function wordsBehind(part: WordsBehind): Promise<void> {
  for (const one of WITH[part]) wanted.add(one);
  let language: Language;
  do {
    language = speech.language;
    await fetchWanted(language);
  } while (language !== speech.language);
  if (words[language] !== spoken) speak(language);
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
  await fetchWanted(language);
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
