/** Roles in words: those that were held together, the system, or none. */
import { useWords } from '#portal/language/use-words.ts';

export function useRoleNames(): (roles: readonly string[]) => string {
  const { t, texts } = useWords();
  const names = texts('role') as Readonly<Record<string, string>>;
  return (roles) => {
    const known = roles.filter((role) => role !== 'NONE').map((role) => (role === 'SYSTEM' ? t('audit.system') : (names[role] ?? role)));
    return known.length > 0 ? known.join(', ') : t('oversight.noRole');
  };
}
