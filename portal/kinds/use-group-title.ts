/** The title of a field group by its letter, from the standard. */
import { GROUPS } from '#standard/groups.ts';
import { useWords } from '#portal/language/use-words.ts';

export function useGroupTitle(): (code: string) => string {
  const { localize } = useWords();
  return (code) => localize(GROUPS.find((group) => group.code === code)?.title) || code;
}
