/** Whether two nodes ever led at one time, seen by what they acknowledged. Pure. */

export interface Acknowledged {
  readonly node: string;
  readonly id: string;
  /** nanoseconds of one clock: when it was asked for, and answered */
  readonly asked: bigint;
  readonly answered: bigint;
}

/**
 * Acknowledgements of a node that was already replaced: asked for after another node had acknowledged something, and answered sooner than any election
 * could have made it leader again. What was asked for before and is answered late, by a node that slept meanwhile, was written when that node led: whether
 * it stands is looked at apart, and it tells nothing of who leads.
 *
 * @param electionMs  no election is shorter
 */
export function acknowledgedByTwo(all: readonly Acknowledged[], electionMs: number): readonly Acknowledged[] {
  const sorted = all.toSorted((a, b) => (a.answered < b.answered ? -1 : 1));
  const inTime: Acknowledged[] = [];
  const wrong: Acknowledged[] = [];
  for (const one of sorted) {
    const last = inTime.at(-1);
    const isOther = last !== undefined && last.node !== one.node;
    if (isOther && last.answered > one.asked) continue;
    if (isOther && Number(one.answered - last.answered) / 1e6 < electionMs) wrong.push(one);
    inTime.push(one);
  }
  return wrong;
}
