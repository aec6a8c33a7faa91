/** What came of each check of one record. Pure. */
import type { Outcome, QualityCheck, QualityFacts } from './shapes.ts';

export interface Evaluated {
  readonly check: QualityCheck;
  readonly outcome: Outcome;
}

/** A check that throws has measured nothing: the record is judged by the others. */
function outcomeOf(check: QualityCheck, facts: QualityFacts): Outcome {
  try {
    if (facts.on < check.from || !check.applies(facts)) return 'not-applicable';
    const holds = check.holds(facts);
    return holds === null ? 'not-measured' : holds ? 'passed' : 'failed';
  } catch {
    return 'not-measured';
  }
}

/** Checks of which the reader sees every field that they speak of; the others are not asked, or their outcome would tell what is hidden. */
export const evaluate = (checks: readonly QualityCheck[], facts: QualityFacts): readonly Evaluated[] =>
  checks.filter(({ about }) => about.every(facts.isSeen)).map((check) => ({ check, outcome: outcomeOf(check, facts) }));
