/** What an event means for every card of a person, each employment by itself. Pure. */
import { everyEmployment, kindOf } from './employment.ts';
import type { EmploymentFit, Employments } from './employment.ts';
import { stepCard } from './step.ts';
import type { CardEvent, CardStep } from './step.ts';
import type { StoredCard } from './store.ts';

export interface EmploymentStep extends EmploymentFit {
  /** the card of it that holds */
  readonly card: StoredCard | null;
  readonly step: CardStep;
}

/** Those of a person's employments in which something ends or begins. @param held  the cards that hold */
export const stepsOf = (all: Employments, held: readonly StoredCard[], event: CardEvent): readonly EmploymentStep[] =>
  everyEmployment(
    all,
    held.map(({ employment }) => employment),
  ).flatMap((one) => {
    const card = held.find(({ employment }) => employment === one.employment) ?? null;
    const step = stepCard(card, event, one.fit, kindOf(one.employment));
    return step.ends === null && !step.begins ? [] : [{ ...one, card, step }];
  });
