/** That something else was confirmed of what somebody proposed: theirs still waits. The notice names numbers alone. */
import type { Tx } from '#base/database/transaction.ts';
import { besideDecided } from '#record/confirmation/beside.ts';
import { accountsOf } from '#record/intake/makers.ts';
import type { News } from './news.ts';

export async function besideNews(tx: Tx, submissionIds: readonly string[]): Promise<readonly News[]> {
  const beside = new Map((await besideDecided(tx, submissionIds)).map((one) => [one.submissionId, one.confirmedNumber]));
  return (await accountsOf(tx, [...beside.keys()])).map(({ submissionId, number, accountIds, ofPerson }) => ({
    matter: ofPerson ? ('declaration-beside' as const) : ('beside' as const),
    subjectId: submissionId,
    facts: { number, other: beside.get(submissionId)! },
    accountIds,
  }));
}
