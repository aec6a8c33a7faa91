/**
 * What only the register knows of a person (QT07, QT09, QT12), asked again in the transaction of the decision: since the file was checked, they
 * may have left or gone over to another body.
 */
import type { PlainDate } from '#base/clock.ts';
import type { Tx } from '#base/database/transaction.ts';
import type { Problem } from '#base/problem.ts';
import { standingsNow } from '#record/register/standing.ts';
import type { StandingNow } from '#record/register/standing.ts';
import type { ListEdition } from '#standard/list-edition.ts';
import { judgedBy } from '#standard/list-edition.ts';
import { findInRegister, problemOf } from '#standard/rules.ts';
import type { PresentedGroup } from './shapes.ts';

interface About {
  readonly bodyId: string;
  readonly submissionId: string;
  readonly today: PlainDate;
}
interface Taken {
  readonly personId: string;
  readonly lists: ListEdition;
  /** the groups that are being accepted */
  readonly taken: readonly PresentedGroup[];
}

/**
 * @param people  the caller holds their rows
 * @returns       what stands in the way of accepting them, by person; of whom nothing does is not there
 */
export async function standingProblems(tx: Tx, about: About, people: readonly Taken[]): Promise<ReadonlyMap<string, readonly Problem[]>> {
  const asked = people.filter(({ taken }) => taken.length > 0);
  const found = new Map<string, readonly Problem[]>();
  if (asked.length === 0) return found;
  const standings = await standingsNow(
    tx,
    asked.map(({ personId }) => personId),
    about.bodyId,
  );
  for (const one of asked) {
    const problems = problemsOf(about, one, standings.get(one.personId)!);
    if (problems.length > 0) found.set(one.personId, problems);
  }
  return found;
}

function problemsOf({ submissionId, today }: About, { lists, taken }: Taken, { standing, writtenBy }: StandingNow): readonly Problem[] {
  // Groups of one file may be decided by several officers: the file that closed the record, or for which it was reopened, is not held back by itself.
  const closed = standing.closed && writtenBy !== submissionId;
  const facts = {
    document: Object.fromEntries(taken.map(({ group, after }) => [group, after])),
    today,
    asOf: taken[0]!.validFrom,
    rowsOf: () => [],
    standing: { ...standing, closed, changesRecord: taken.some(({ changes }) => changes.length > 0) },
  };
  return judgedBy(lists, () => findInRegister(facts).map((finding) => problemOf(finding, { where: { field: finding.at.key } })));
}
