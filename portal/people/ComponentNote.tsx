/** How far a group of a record stands in for its paper: whole, what it lacks, what of it is not confirmed, who signed last. */
import type { RecordComponent } from '#portal/api/generated/api.ts';
import { useWords } from '#portal/language/use-words.ts';
import { instantText } from '#portal/parts/format.ts';
import { Mark } from '#portal/parts/Mark.tsx';
import type { Tone } from '#portal/parts/tones.ts';
import { KeptLine } from './KeptLine.tsx';

const TONE: Readonly<Record<Exclude<RecordComponent['state'], 'system' | 'nothing'>, Tone>> = {
  whole: 'good',
  incomplete: 'warn',
  unconfirmed: 'warn',
};

export function ComponentNote({ component }: { readonly component: RecordComponent }) {
  const { t, localize } = useWords();
  const { state, missing, confirmed, unconfirmed, signed, kept } = component;
  if (state === 'system' || state === 'nothing') return null;
  return (
    <div className="panel-head soft small" data-component={state}>
      <p>
        <Mark tone={TONE[state]}>{t(`record.component.${state}`)}</Mark> {t('record.component.counts', { confirmed, unconfirmed })}
        {signed &&
          ` · ${t(signed.by === null ? 'record.component.signedAt' : 'record.component.signedBy', { by: signed.by ?? '', at: instantText(signed.at) })}`}
      </p>
      <KeptLine kept={kept} />
      {missing.length > 0 && <p>{t('record.component.missing', { fields: missing.map(localize).join('; ') })}</p>}
    </div>
  );
}
