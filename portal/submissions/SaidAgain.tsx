/** Why a file was sent that says nothing which the register does not hold. */
import { useWords } from '#portal/language/use-words.ts';

export function SaidAgain({ why }: { readonly why: string | null }) {
  const { t } = useWords();
  return why !== null && <p className="note break">{t('compare.saidAgain', { why })}</p>;
}
