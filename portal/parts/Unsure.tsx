/** A quiet mark beside a value: the list that codes it is not certain of this entry, and says where it comes from. */
import { useWords } from '#portal/language/use-words.ts';

export function Unsure({ source }: { readonly source: string | null | undefined }) {
  const { t } = useWords();
  if (!source) return null;
  return (
    <span className="small soft" data-unsure>
      {' '}
      ({t('record.unsure', { source })})
    </span>
  );
}
