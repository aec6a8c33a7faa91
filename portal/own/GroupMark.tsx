/** How a group stands, as a word and a sign. */
import type { MyGroupSummary } from '#portal/api/generated/api.ts';
import { useWords } from '#portal/language/use-words.ts';
import { Mark } from '#portal/parts/Mark.tsx';
import { TONE_OF_GROUP } from './standing.ts';

export function GroupMark({ group }: { readonly group: Pick<MyGroupSummary, 'state'> }) {
  const { t } = useWords();
  return <Mark tone={TONE_OF_GROUP[group.state]}>{t(`own.state.${group.state}`)}</Mark>;
}
