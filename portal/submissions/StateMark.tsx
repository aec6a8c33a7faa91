/** Where a submission stands, in a word: one that still has errors says so before it says that it was not submitted. */
import type { Counts, SubmissionState } from '#portal/api/generated/api.ts';
import { useWords } from '#portal/language/use-words.ts';
import { Mark } from '#portal/parts/Mark.tsx';
import { TONE_OF_STATE } from '#portal/parts/tones.ts';

export function StateMark({ state, counts }: { readonly state: SubmissionState; readonly counts: Counts }) {
  const { t } = useWords();
  const wrong = state === 'checked' && counts.rejected > 0;
  return <Mark tone={wrong ? 'warn' : (TONE_OF_STATE[state] ?? 'wait')}>{t(wrong ? 'state.wrong' : `state.${state}`)}</Mark>;
}
