/** Asking for a masked value: a read of its own, which the person can see. What was shown stays only until the page is left. */
import { useAct } from '#portal/api/act-on.ts';
import { useWords } from '#portal/language/use-words.ts';

export function useUnmask(personId: string) {
  const { localize } = useWords();
  const ask = useAct('/people/{id}/unmask', (field: string) => ({ path: { id: personId }, body: { field } }), [
    ['person', personId, 'reads'],
  ]);
  return {
    ask: (field: string): void => {
      ask.go(field).catch(() => undefined);
    },
    busy: ask.busy,
    error: ask.error,
    text: ask.answer ? localize(ask.answer.display) : null,
  };
}
