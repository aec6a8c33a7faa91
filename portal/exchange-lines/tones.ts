/** How states of lines and of requests about them look. */
import type { ExchangeLineRow, LineRequestRow } from '#portal/api/generated/api.ts';
import type { Tone } from '#portal/parts/tones.ts';

export const TONE_OF_LINE = {
  frozen: 'bad',
  'locked-out': 'bad',
  waiting: 'wait',
  new: 'note',
  'in-step': 'good',
  ended: 'off',
} as const satisfies Record<ExchangeLineRow['state'], Tone>;

export const TONE_OF_REQUEST = { asked: 'wait', granted: 'good', refused: 'bad', withdrawn: 'off' } as const satisfies Record<
  LineRequestRow['state'],
  Tone
>;
