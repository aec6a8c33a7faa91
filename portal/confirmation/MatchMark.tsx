/** What the population database said. */
import { useWords } from '#portal/language/use-words.ts';
import { Mark } from '#portal/parts/Mark.tsx';
import { matchLevel, TONE_OF_MATCH } from '#portal/parts/tones.ts';

export function MatchMark({ level }: { readonly level: string | null | undefined }) {
  const { t } = useWords();
  const known = matchLevel(level);
  return <Mark tone={TONE_OF_MATCH[known]}>{t(`match.${known}`)}</Mark>;
}
