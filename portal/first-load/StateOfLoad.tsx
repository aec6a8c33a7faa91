/** Where a first load stands, in a word. */
import type { OneFirstLoad } from '#portal/api/generated/api.ts';
import { useWords } from '#portal/language/use-words.ts';
import { Mark } from '#portal/parts/Mark.tsx';
import type { Tone } from '#portal/parts/tones.ts';

const TONES: Readonly<Record<OneFirstLoad['state'], Tone>> = {
  gathering: 'note',
  composing: 'wait',
  sampling: 'note',
  failed: 'bad',
  passed: 'note',
  signed: 'note',
  registering: 'wait',
  registered: 'good',
  withdrawn: 'off',
};

export function StateOfLoad({ state }: { readonly state: OneFirstLoad['state'] }) {
  const { t } = useWords();
  return <Mark tone={TONES[state]}>{t(`firstLoad.state.${state}`)}</Mark>;
}
