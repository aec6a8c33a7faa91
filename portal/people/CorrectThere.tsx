/** Of a value that matched its original elsewhere: it is not corrected here, and where it is. */
import type { RecordField } from '#portal/api/generated/api.ts';
import { useWords } from '#portal/language/use-words.ts';

export function CorrectThere({ field: { compared, sourceBody } }: { readonly field: RecordField }) {
  const { t, localize } = useWords();
  if (sourceBody.correct === null || compared?.level !== 'KHOP' || compared.extent !== 'whole') return null;
  return <span className="soft small">{t('record.correctThere', { how: localize(sourceBody.correct) })}</span>;
}
