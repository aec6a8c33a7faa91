/** What came of a reported value, in a word. */
import type { ReportOutcome } from '#portal/api/generated/api.ts';
import { useWords } from '#portal/language/use-words.ts';
import { Mark } from '#portal/parts/Mark.tsx';

const TONES = { corrected: 'good', refused: 'off', 'passed-on': 'note' } as const;

export function OutcomeMark({ outcome }: { readonly outcome: ReportOutcome }) {
  const { t } = useWords();
  return <Mark tone={TONES[outcome]}>{t(`valueReport.outcome.${outcome}`)}</Mark>;
}
