/** Who confirmed, in the user's language. `short`: for one line of a phone, beside a sign that says "confirmed". */
import { useWords } from '#portal/language/use-words.ts';
import { confirmationOf, type Confirmed } from './confirmation.ts';

export function useConfirmation(): (confirmed: Confirmed, how?: 'short') => string | null {
  const { t } = useWords();
  return (confirmed, how) => {
    const found = confirmationOf(confirmed);
    if (found === null) return null;
    const { day, by } = found;
    if (how === 'short') return by === null ? day : t('own.signed', { day, by });
    return by === null ? t('own.confirmedAt', { day }) : t('own.confirmedBy', { day, by });
  };
}
