/** How long a group of a record is kept, by which law, and how sure that is. */
import type { KeptFor } from '#portal/api/generated/api.ts';
import { useWords } from '#portal/language/use-words.ts';

export function KeptLine({ kept: { years, law, confidence } }: { readonly kept: KeptFor }) {
  const { t } = useWords();
  return (
    <p className="soft small" data-kept>
      {years === null ? t('record.kept.always') : t('record.kept.years', { years })} {t('record.kept.by', { law })}
      {confidence === 'uncertain' && ` ${t('record.kept.uncertain')}`}
    </p>
  );
}
