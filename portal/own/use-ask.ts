/** Asking for one of one's own hidden numbers. What was shown stays only until the page is left. */
import { useAct } from '#portal/api/act-on.ts';
import { useWords } from '#portal/language/use-words.ts';

export function useAsk() {
  const { localize } = useWords();
  const ask = useAct('/me/unmask', (field: string) => ({ body: { field } }), [['me', 'reads']]);
  return {
    ask: (field: string): void => {
      ask.go(field).catch(() => undefined);
    },
    busy: ask.busy,
    error: ask.error,
    text: ask.answer ? localize(ask.answer.display) : null,
    /** in the order of the lines, of a column */
    values: Array.isArray(ask.answer?.value) ? (ask.answer.value as readonly unknown[]) : null,
  };
}
