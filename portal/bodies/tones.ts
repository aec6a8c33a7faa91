/** Signs of the states of a change. */
import type { BodyChangeSummary } from '#portal/api/generated/api.ts';
import type { Tone } from '#portal/parts/tones.ts';

export const TONE_OF_CHANGE: Readonly<Record<BodyChangeSummary['state'], Tone>> = {
  draft: 'note',
  waiting: 'wait',
  'in-force': 'good',
  refused: 'bad',
  withdrawn: 'off',
};
