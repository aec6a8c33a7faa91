/** What the officer is shown, as a value that is the same each time it is built from the same facts. Pure. */
import { createHash } from 'node:crypto';
import { baseFor, everGiven } from '#record/register/apply.ts';
import { lineBroughtBy } from '#record/register/as-of.ts';
import { kindOfOperation, touched, touchedLine } from '#record/register/line-operation.ts';
import type { LineOperation } from '#record/register/shapes.ts';
import { differences, mergeGroup } from '#record/register/merge.ts';
import type { PersonVersion, RegisteredPerson } from '#record/register/shapes.ts';
import type { Item, PresentedContent, PresentedGroup } from './shapes.ts';

export interface PresentationFacts {
  readonly items: readonly Item[];
  /** undefined = not in the register yet */
  readonly person: RegisteredPerson | undefined;
  readonly versions: readonly PersonVersion[];
  readonly match: PresentedContent['match'];
  readonly problems: PresentedContent['problems'];
  readonly accepted: NonNullable<PresentedContent['accepted']>;
  /** keyed hash of the person's id; see `PresentedContent.salt` */
  readonly salt: string;
}

/** An act on a line: that line alone, as it stands today and as it would be. */
function shownLine({ person, versions }: PresentationFacts, item: Item, operation: LineOperation): PresentedGroup {
  const { section } = operation;
  const line = touchedLine(operation);
  const { before, after, changes } = touched(person?.document[item.group], operation);
  return {
    itemId: item.itemId,
    group: item.group,
    compared: line === null ? 0 : (lineBroughtBy(versions, item.group, section, line)?.version ?? 0),
    validFrom: item.validFrom,
    operation: { kind: kindOfOperation(operation), section, line },
    before,
    after,
    changes,
  };
}

function shownGroup(from: PresentationFacts, item: Item): PresentedGroup {
  const base = baseFor(from.person, from.versions, item.group, item.validFrom);
  const after = mergeGroup(base.document, item.stated, everGiven(from.person, item.group));
  return {
    itemId: item.itemId,
    group: item.group,
    compared: base.version,
    validFrom: item.validFrom,
    before: base.document ?? null,
    after,
    changes: differences(item.group, base.document, after),
  };
}

/** By group; acts on lines by their line, those that are added last. */
function inOrder(a: PresentedGroup, b: PresentedGroup): number {
  const [one, other] = [a, b].map(({ group, operation, itemId }) => [
    group,
    operation?.section ?? '',
    (operation?.line ?? 'new').padStart(9, '0'),
    itemId,
  ]);
  const differs = one!.findIndex((part, index) => part !== other![index]);
  return differs < 0 ? 0 : one![differs]! < other![differs]! ? -1 : 1;
}

/** @param from  items of one person and one submission, at least one */
export function buildPresented(from: PresentationFacts): PresentedContent {
  const first = from.items[0];
  if (!first) throw new Error('nothing to show: no items');
  const groups = from.items.map((item) => (item.operation ? shownLine(from, item, item.operation) : shownGroup(from, item))).sort(inOrder);
  return {
    v: 1,
    personId: first.personId,
    submissionId: first.submissionId,
    bodyId: first.bodyId,
    groups,
    match: from.match,
    problems: from.problems,
    ...(from.accepted.length > 0 ? { accepted: from.accepted } : {}),
    salt: from.salt,
  };
}

/** What names what was shown: SHA-256, hexadecimal, of its canonical JSON. */
export const hashOfText = (text: string): string => createHash('sha256').update(text).digest('hex');
