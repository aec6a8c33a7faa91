/** What a screen needs to speak: `t` for our own words, `say` for texts that came from the server. */
import { useTranslation } from 'react-i18next';
import type { Bilingual } from '#portal/api/generated/api.ts';
import { localized, type Language } from './set-up.ts';

export function useWords() {
  const { t, i18n } = useTranslation();
  const language: Language = i18n.language === 'en' ? 'en' : 'vi';
  return { t, language, localize: (text: string | Bilingual | null | undefined): string => localized(text, language) };
}
