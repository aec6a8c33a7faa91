/** The state of a submission, told from its latest file and its items: the least advanced of them. Pure. */
import type { ItemState } from '#record/confirmation/shapes.ts';
import type { FileStage } from '#record/intake/shapes.ts';
import type { SubmissionState } from './shapes.ts';

const FROM_STAGE: Readonly<Record<Exclude<FileStage, 'submitted'>, SubmissionState>> = {
  queued: 'reading',
  reading: 'reading',
  checked: 'checked',
  refused: 'refused',
  withdrawn: 'withdrawn',
};

/** From the least advanced on. */
const ORDER: readonly (readonly [ItemState, SubmissionState])[] = [
  ['returned', 'returned'],
  ['waiting-match', 'matching'],
  ['held', 'awaiting-confirmation'],
  ['awaiting-confirmation', 'awaiting-confirmation'],
  ['confirmed', 'awaiting-confirmation'],
  ['registered', 'registered'],
];

/**
 * @param advanced  have all lines of the submitted file become items?
 * @param items     how many items of each state
 */
export function submissionState(stage: FileStage, advanced: boolean, items: Partial<Record<ItemState, number>>): SubmissionState {
  if (stage !== 'submitted') return FROM_STAGE[stage];
  if (!advanced) return 'submitted';
  for (const [state, shown] of ORDER) if ((items[state] ?? 0) > 0) return shown;
  return 'registered'; // everything it said stood in the register already
}
