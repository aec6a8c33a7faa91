/** The formats of `format.ts` in the user's language. */
import { nowMs } from '#portal/clock.ts';
import { useWords } from '#portal/language/use-words.ts';
import { ageOf, numberText, sizeText, waitOf } from './format.ts';

export function useFormat() {
  const { t, language } = useWords();
  return {
    number: (value: number): string => numberText(value, language),
    size: (bytes: number): string => sizeText(bytes, language),
    age: (instant: string): string => {
      const { unit, n } = ageOf(instant, nowMs());
      return t(`time.${unit}`, { n });
    },
    wait: (seconds: number): string => {
      const { unit, n } = waitOf(seconds);
      return t(`time.${unit}`, { n });
    },
  };
}
