/** How a state of a task looks. Colour only repeats the letter and the word. */
import type { PlanCell } from '#portal/api/generated/api.ts';
import type { Tone } from '#portal/parts/tones.ts';

type TaskState = PlanCell['state'];

export const PLAN_TONES: Readonly<Record<TaskState, Tone>> = {
  met: 'good',
  'met-late': 'warn',
  'under-way': 'note',
  overdue: 'bad',
  unmeasured: 'wait',
  'not-asked': 'off',
};
export const SHOWN_STATES = Object.keys(PLAN_TONES) as TaskState[];
