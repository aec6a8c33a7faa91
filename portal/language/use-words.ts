/** What a screen needs to speak: `t` for our own words, `localize` for texts that came from the server. */
import { useSyncExternalStore } from 'react';
import type { Bilingual } from '#portal/api/generated/api.ts';
import { currentSpeech, localized, onSpeech } from './set-up.ts';

export function useWords() {
  const { t, texts, language } = useSyncExternalStore(onSpeech, currentSpeech);
  return { t, texts, language, localize: (text: string | Bilingual | null | undefined): string => localized(text, language) };
}
