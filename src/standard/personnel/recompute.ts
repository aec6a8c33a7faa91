/** What is computed again when something changes: a design of the project, as data. Each result names what it rests on; this is the way back. Pure. */

/** What a result of the law is about. */
export type Computed =
  | 'raise'
  | 'beyond-scale'
  | 'early-raise'
  | 'retirement'
  | 'term'
  | 'planning'
  | 'pay'
  | 'quota'
  | 'establishment'
  | 'numbers'
  | 'contract'
  | 'probation'
  | 'secondment';

export type Change =
  | 'pay-fact'
  | 'grade-change'
  | 'discipline'
  | 'rating-notice'
  | 'leave'
  | 'birth-or-sex'
  | 'appointment'
  | 'contract'
  | 'retirement-notice'
  | 'merger';

const STEP: readonly Computed[] = ['raise', 'beyond-scale', 'early-raise'];

/** A merger of bodies moves no day of a person: quotas, establishment and series alone. */
const AGAIN: Readonly<Record<Change, readonly Computed[]>> = {
  'pay-fact': [...STEP, 'pay'],
  'grade-change': [...STEP, 'pay', 'probation'],
  discipline: [...STEP, 'planning', 'term'],
  'rating-notice': STEP,
  leave: [...STEP, 'probation'],
  'birth-or-sex': ['retirement', 'early-raise', 'term', 'planning'],
  appointment: ['term', 'pay', 'secondment'],
  contract: ['contract'],
  'retirement-notice': ['early-raise', 'planning', 'retirement'],
  merger: ['quota', 'establishment', 'numbers'],
};

/** What a change computes again, for the person, or the body, that it is about. */
export const recomputedBy = (change: Change): readonly Computed[] => AGAIN[change];
