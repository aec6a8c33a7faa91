/** What a result of the law rests on: one sentence each, with the row of law or the reading that it used. Pure. */
import type { PlainDate } from '#base/clock.ts';
import type { Bilingual } from '#base/problem.ts';
import type { Reading } from '#standard/law/readings.ts';

/** A row of law, as cited. */
export interface Cited {
  readonly source: string;
  readonly confidence: 'found' | 'known' | 'uncertain' | 'design';
}

export interface Reason {
  /** held: the time of the law · counted, left-out: a period · extended: a fault · passed-over: a fault that adds nothing · rule: what else decided · due: the end */
  readonly what: 'held' | 'counted' | 'left-out' | 'extended' | 'passed-over' | 'rule' | 'due';
  /** the day that it is about; null: none */
  readonly on: PlainDate | null;
  /** whole months that it adds; 0: it adds none */
  readonly months: number;
  readonly text: Bilingual;
  readonly law: Cited | null;
  /** where the law is not clear: the reading that was used */
  readonly reading: Reading | null;
}

/** A reason, with what is not said left empty. */
export const because = (reason: Pick<Reason, 'what' | 'text'> & Partial<Reason>): Reason => ({
  on: null,
  months: 0,
  law: null,
  reading: null,
  ...reason,
});

/** Rests a result on a row that is not certain, or on a reading? */
export const isUncertain = (reasons: readonly Reason[]): boolean =>
  reasons.some(({ law, reading }) => law?.confidence === 'uncertain' || reading !== null);
