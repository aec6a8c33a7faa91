/**
 * What only the register knows of a person (QT07, QT09, QT12), asked again in the transaction of the decision: since the file was checked, they
 * may have left or gone over to another body.
 */
import type { PlainDate } from '#base/clock.ts';
import type { Tx } from '#base/database/transaction.ts';
import type { Problem } from '#base/problem.ts';
import { standingNow } from '#record/register/standing.ts';
import type { ListEdition } from '#standard/list-edition.ts';
import { judgedBy } from '#standard/list-edition.ts';
import { findInRegister, problemOf } from '#standard/rules.ts';
import type { PresentedGroup } from './shapes.ts';

/**
 * @param taken  the groups that are being accepted; the caller holds the person's row
 * @returns      what stands in the way of accepting them
 */
export async function standingProblems(
  tx: Tx,
  about: {
    readonly personId: string;
    readonly bodyId: string;
    readonly submissionId: string;
    readonly today: PlainDate;
    readonly lists: ListEdition;
  },
  taken: readonly PresentedGroup[],
): Promise<Problem[]> {
  if (taken.length === 0) return [];
  const { standing, writtenBy } = await standingNow(tx, about.personId, about.bodyId);
  // Groups of one file may be decided by several officers: the file that closed the record, or for which it was reopened, is not held back by itself.
  const closed = standing.closed && writtenBy !== about.submissionId;
  const facts = {
    document: Object.fromEntries(taken.map(({ group, after }) => [group, after])),
    today: about.today,
    asOf: taken[0]!.validFrom,
    rowsOf: () => [],
    standing: { ...standing, closed, changesRecord: taken.some(({ changes }) => changes.length > 0) },
  };
  return judgedBy(about.lists, () => findInRegister(facts).map((finding) => problemOf(finding, { where: { field: finding.at.key } })));
}
