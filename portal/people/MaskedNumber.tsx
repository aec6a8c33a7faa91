/** The citizen number: masked until asked for. */
import { useWords } from '#portal/language/use-words.ts';
import { ShowButton } from './ShowButton.tsx';
import { useUnmask } from './use-unmask.ts';

/** The dictionary's key of the citizen number. */
const NUMBER = 'soDinhDanh';

export function MaskedNumber({ id, masked, may }: { readonly id: string; readonly masked: string; readonly may: boolean }) {
  const { t } = useWords();
  const unmask = useUnmask(id);
  return (
    <span className="nowrap">
      <span className="tabular">{unmask.text ?? masked}</span>{' '}
      {may && unmask.text === null && <ShowButton label={t('record.nationalId')} unmask={unmask} field={NUMBER} />}
    </span>
  );
}
