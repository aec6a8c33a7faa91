/** The portrait that stands and the one that was sent, side by side and large enough to compare. */
import { fileAddress } from '#portal/api/client.ts';
import type { PresentedField } from '#portal/api/generated/api.ts';
import { useWords } from '#portal/language/use-words.ts';
import { NoPortrait, Portrait } from '#portal/parts/Portrait.tsx';

interface Props {
  readonly submissionId: string;
  readonly personId: string;
  readonly name: string;
  readonly field: PresentedField;
}

/** Pixels: what a face needs to be compared. */
const WIDTH = 240;

export function PortraitComparison({ submissionId, personId, name, field }: Props) {
  const { t } = useWords();
  const address = (which: 'before' | 'after'): string =>
    fileAddress('/confirmation/{submissionId}/{personId}/portraits/{which}', { path: { submissionId, personId, which } });
  return (
    <div className="beside">
      <p className="hint">{t('portrait.compare')}</p>
      <figure>
        <figcaption>{t('decide.from')}</figcaption>
        {field.from === null ? <NoPortrait width={WIDTH} /> : <Portrait src={address('before')} name={name} width={WIDTH} />}
      </figure>
      <figure>
        <figcaption className="strong">{t('decide.to')}</figcaption>
        {field.to === null ? <NoPortrait width={WIDTH} /> : <Portrait src={address('after')} name={name} width={WIDTH} />}
      </figure>
    </div>
  );
}
