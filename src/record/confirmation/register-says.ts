/**
 * What the register would not take, by now, of what is about to be accepted: a body may have ended, a person may have left or gone over to another
 * body, a line may have gone or come since the file was checked. Asked for many people at once, and in the transaction of the decision again.
 */
import { listsOf } from '#authority/code-lists/editions.ts';
import type { PlainDate } from '#base/clock.ts';
import type { Tx } from '#base/database/transaction.ts';
import type { Problem } from '#base/problem.ts';
import { resolveEmployment } from '#record/register/employment.ts';
import { judgeOperations } from '#record/register/judge-operations.ts';
import { mergeGroup } from '#record/register/merge.ts';
import type { PlacedOperation, RegisteredPerson } from '#record/register/shapes.ts';
import type { RecordDocument } from '#standard/shapes.ts';
import { judgedBy } from '#standard/list-edition.ts';
import type { Item, PresentedGroup } from './shapes.ts';
import { standingProblems } from './standing-again.ts';

/** One person, and what of theirs would be accepted. */
export interface ToAccept {
  readonly personId: string;
  /** undefined = not in the register yet */
  readonly person: RegisteredPerson | undefined;
  readonly items: readonly Item[];
  readonly taken: readonly PresentedGroup[];
}

/** What stands in the way of each, by person; of whom nothing does is not there. The caller holds their rows. */
export async function registerSays(
  tx: Tx,
  about: { readonly bodyId: string; readonly submissionId: string; readonly today: PlainDate },
  people: readonly ToAccept[],
): Promise<ReadonlyMap<string, readonly Problem[]>> {
  const found = await employmentProblems(tx, people);
  const judged: { one: ToAccept; lists: Awaited<ReturnType<typeof listsOf>> }[] = [];
  for (const one of people) {
    const lists = await listsOf(tx, editionOf(one.items));
    if (found.has(one.personId)) continue;
    const lines = judgedBy(lists, () => lineProblems(one, about.today));
    if (lines.length > 0) found.set(one.personId, lines);
    else if (one.person) judged.push({ one, lists });
  }
  const standing = await standingProblems(
    tx,
    about,
    judged.map(({ one, lists }) => ({ personId: one.personId, taken: one.taken, lists })),
  );
  for (const [personId, problems] of standing) found.set(personId, problems);
  return found;
}

async function employmentProblems(tx: Tx, people: readonly ToAccept[]): Promise<Map<string, readonly Problem[]>> {
  const stated = people.flatMap(({ personId, person, items }) => {
    const whole = items.filter(({ operation }) => !operation);
    // Words of a secondment may stand in another group of the same decision.
    const standing = { ...person?.document, ...Object.fromEntries(whole.map((item) => [item.group, item.stated])) };
    return whole.map((item) => ({ bodyId: item.bodyId, on: item.validFrom, stated: { [item.group]: item.stated }, personId, standing }));
  });
  const found = new Map<string, readonly Problem[]>();
  for (const [index, { problems }] of (await resolveEmployment(tx, stated)).entries()) {
    const { personId } = stated[index]!;
    if (problems.length > 0) found.set(personId, [...(found.get(personId) ?? []), ...problems]);
  }
  return found;
}

/** The lists by which what is decided was checked: the newest of them, where rounds were checked by several. */
const editionOf = (items: readonly Item[]): number | null =>
  items.reduce<number | null>(
    (newest, { listEdition }) => (newest === null || (listEdition !== null && listEdition > newest) ? listEdition : newest),
    null,
  );

/** What stands in the way of acts on lines that would be accepted. */
function lineProblems({ person, items }: ToAccept, today: PlainDate): readonly Problem[] {
  const operations = items.flatMap(({ operation }): PlacedOperation[] => (operation ? [{ operation, where: {} }] : []));
  if (operations.length === 0) return [];
  const record = items
    .filter(({ operation }) => !operation)
    .reduce<RecordDocument>(
      (document, { group, stated }) => ({ ...document, [group]: mergeGroup(document[group], stated) }),
      person?.document ?? {},
    );
  return judgeOperations(record, operations, { today, asOf: items[0]!.validFrom }).filter(({ severity }) => severity === 'error');
}
