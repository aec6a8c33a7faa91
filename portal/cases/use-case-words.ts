/** How a case names its person and its sides. */
import type { CaseRow, SideOfCase } from '#portal/api/generated/api.ts';
import { useWords } from '#portal/language/use-words.ts';

export function useCaseWords() {
  const { t } = useWords();
  return {
    /** a secondment, a concurrent post is in force, and ends: other words than of what is done once */
    stateOf: ({ kind, state }: Pick<CaseRow, 'kind' | 'state'>): string =>
      t(
        (kind === 'secondment' || kind === 'concurrent') && (state === 'done' || state === 'undone')
          ? state === 'done'
            ? `cases.inForce.${kind}`
            : 'cases.isOver'
          : `cases.state.${state}`,
      ),
    whoOf: ({ person, numberMasked }: Pick<CaseRow, 'person' | 'numberMasked'>): string =>
      person?.name || (numberMasked === null ? t('cases.nobody') : t('cases.unknown', { number: numberMasked })),
    sideName: ({ name, mine }: SideOfCase): string => (name === null ? t('cases.notTold') : mine ? `${name} (${t('cases.mine')})` : name),
  };
}
