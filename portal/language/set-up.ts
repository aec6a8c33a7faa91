/** Vietnamese comes with the page; English is fetched when asked for. Both are written from the `words.ts` beside the screens. */
import i18next from 'i18next';
import { initReactI18next } from 'react-i18next';
import type { Bilingual } from '#portal/api/generated/api.ts';
import { vi } from './generated/vi.ts';

declare module 'i18next' {
  interface CustomTypeOptions {
    resources: { translation: typeof vi };
    returnNull: false;
  }
}

export type Language = 'vi' | 'en';
const STORED = 'congvu-language';

const stored = (): Language => {
  try {
    return localStorage.getItem(STORED) === 'en' ? 'en' : 'vi';
  } catch {
    return 'vi';
  }
};

/** Before the first screen. */
export async function startLanguage(): Promise<void> {
  await i18next.use(initReactI18next).init({
    lng: 'vi',
    fallbackLng: 'vi',
    resources: { vi: { translation: vi } },
    interpolation: { escapeValue: false },
    react: { useSuspense: false },
  });
  if (stored() === 'en') await setLanguage('en');
}

export async function setLanguage(language: Language): Promise<void> {
  if (language === 'en' && !i18next.hasResourceBundle('en', 'translation')) {
    const { en } = await import('./generated/en.ts');
    i18next.addResourceBundle('en', 'translation', en);
  }
  await i18next.changeLanguage(language);
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
