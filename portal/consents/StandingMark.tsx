/** How a consent stands today, in a word. */
import type { AskedConsent } from '#portal/api/generated/api.ts';
import { useWords } from '#portal/language/use-words.ts';
import { Mark } from '#portal/parts/Mark.tsx';

const TONES = { asked: 'wait', given: 'good', refused: 'bad', withdrawn: 'bad', 'taken-back': 'off', lapsed: 'off', ended: 'off' } as const;

export function StandingMark({ standing }: { readonly standing: AskedConsent['standing'] }) {
  const { t } = useWords();
  return <Mark tone={TONES[standing]}>{t(`consent.standing.${standing}`)}</Mark>;
}
