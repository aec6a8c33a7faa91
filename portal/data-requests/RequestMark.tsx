/** How a request about data stands: open, late, granted, refused. */
import type { OwnDataRequest } from '#portal/api/generated/api.ts';
import { useWords } from '#portal/language/use-words.ts';
import { Mark } from '#portal/parts/Mark.tsx';

export function RequestMark({ one }: { readonly one: Pick<OwnDataRequest, 'outcome' | 'late'> }) {
  const { t } = useWords();
  if (one.outcome === 'granted') return <Mark tone="good">{t('dataRequest.granted')}</Mark>;
  if (one.outcome === 'refused') return <Mark tone="bad">{t('dataRequest.refused')}</Mark>;
  return <Mark tone={one.late ? 'bad' : 'wait'}>{t(one.late ? 'dataRequest.late' : 'dataRequest.open')}</Mark>;
}
