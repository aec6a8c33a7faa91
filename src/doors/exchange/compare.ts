/**
 * What a change says beside what stands: never decided by which came last. A change names the revision that its sender saw; what stands by another revision
 * is changed by people alone. Facts are compared one by one, so that two who change different facts of one person do not meet. Pure.
 */
import { revisionOf } from './protocol/digests.ts';
import type { ExchangeChange, ExchangeValue, FactStanding, PersonFacts } from './shapes.ts';
import { namedFact, sameValue } from './facts.ts';

/** free: what its sender saw stands · same: it says what stands already · conflict: something else stands */
export type Comparison = 'free' | 'same' | 'conflict';

/** Has the line that an `end` ends that very last day already, in whatever column it is kept? */
const endsOn = (standing: FactStanding, day: string): boolean =>
  typeof standing.value === 'object' && Object.values(standing.value).includes(day.split('-').reverse().join('/'));

function isSame(change: ExchangeChange, standing: FactStanding | null, stated: ExchangeValue | undefined): boolean {
  if (standing === null) return false;
  if (change.operation === 'end') return typeof change.value === 'string' && endsOn(standing, change.value);
  return stated !== undefined && sameValue(standing.value, stated);
}

/** What the sender holds to stand after its change, as far as it can know. */
export const revisionAfter = ({ value, validFrom }: ExchangeChange): string | null =>
  value === null ? null : revisionOf({ value, validFrom, ended: null });

/**
 * Each change of one person, by its number; changes of one fact follow each other within the batch.
 * @param facts   what stands
 * @param stated  by number, the value of a change as the check read it; undefined: as it was sent
 */
export function comparedChanges(
  changes: readonly ExchangeChange[],
  facts: PersonFacts,
  stated: ReadonlyMap<number, ExchangeValue>,
): ReadonlyMap<number, Comparison> {
  const found = new Map<number, Comparison>();
  const before = new Map<string, ExchangeChange>();
  for (const change of changes) {
    const fact = namedFact(change.fact);
    if (fact === null) continue;
    const standing = facts[fact.name] ?? null;
    const earlier = before.get(fact.name);
    before.set(fact.name, change);
    // A line that is added meets none: which lines are the same fact the check says.
    const isAdded = fact.line !== null && change.operation === 'assert';
    const follows = earlier !== undefined && found.get(earlier.seq) === 'free' && change.base === revisionAfter(earlier);
    const seen = isAdded || follows || change.base === revisionOf(standing);
    const same = !follows && isSame(change, standing, stated.get(change.seq) ?? change.value ?? undefined);
    found.set(change.seq, same ? 'same' : seen ? 'free' : 'conflict');
  }
  return found;
}
