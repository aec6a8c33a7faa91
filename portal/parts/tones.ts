/** Which tone a state has. As data, so that a new state is a compile error here and not a grey chip on a screen. */
import type { CaseState, Severity, SubmissionState } from '#portal/api/generated/api.ts';

export type Tone = 'good' | 'bad' | 'warn' | 'note' | 'wait' | 'off';

export const TONE_OF_STATE = {
  reading: 'wait',
  checked: 'note',
  'awaiting-approval': 'wait',
  submitted: 'wait',
  matching: 'wait',
  'awaiting-confirmation': 'wait',
  returned: 'warn',
  incomplete: 'warn',
  registered: 'good',
  refused: 'bad',
  withdrawn: 'off',
} as const satisfies Record<SubmissionState, Tone>;

export const TONE_OF_CASE = {
  prepared: 'note',
  asked: 'wait',
  agreed: 'wait',
  done: 'good',
  settled: 'good',
  refused: 'bad',
  withdrawn: 'off',
  lapsed: 'off',
  undone: 'off',
  undo_asked: 'wait',
} as const satisfies Record<CaseState, Tone>;

export const TONE_OF_SEVERITY = { error: 'bad', warning: 'warn', corrected: 'note' } as const satisfies Record<Severity, Tone>;

/** Levels of `muc_khop`. */
export const TONE_OF_MATCH = { KHOP: 'good', GAN_KHOP: 'warn', LECH: 'bad', KHONG_TIM_THAY: 'bad', CHUA: 'wait' } as const satisfies Record<
  string,
  Tone
>;
export type MatchLevel = keyof typeof TONE_OF_MATCH;

/** An unknown level (a newer server) counts as not yet asked. */
export const matchLevel = (code: string | null | undefined): MatchLevel =>
  code && Object.hasOwn(TONE_OF_MATCH, code) ? (code as MatchLevel) : 'CHUA';
