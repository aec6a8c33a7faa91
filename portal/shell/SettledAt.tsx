/** What this page shows was read behind the newest, at a replica: until when it is known. Nothing where it is not so. */
import { useSyncExternalStore } from 'react';
import { onSettled, settledOf } from '#portal/api/settled.ts';
import { useWords } from '#portal/language/use-words.ts';
import { instantText } from '#portal/parts/format.ts';

export function SettledAt({ page }: { readonly page: string }) {
  const { t } = useWords();
  const at = useSyncExternalStore(onSettled, () => settledOf(page));
  if (at === null) return null;
  return (
    <p className="soft small" role="status" data-settled={at}>
      {t('settled.until', { at: instantText(at) })}
    </p>
  );
}
