/** What the officer is shown, as a value that is the same each time it is built from the same facts. Pure. */
import { createHash } from 'node:crypto';
import { canonicalJson } from '#base/canonical-json.ts';
import { baseFor } from '#record/register/apply.ts';
import { differences, mergeGroup } from '#record/register/merge.ts';
import type { PersonVersion, RegisteredPerson } from '#record/register/shapes.ts';
import type { Item, Shown, ShownGroup } from './shapes.ts';

export interface ShownFrom {
  readonly items: readonly Item[];
  /** undefined = not in the register yet */
  readonly person: RegisteredPerson | undefined;
  readonly versions: readonly PersonVersion[];
  readonly match: Shown['match'];
  readonly problems: Shown['problems'];
  readonly accepted: NonNullable<Shown['accepted']>;
  /** keyed hash of the person's id; see `Shown.salt` */
  readonly salt: string;
}

function shownGroup(from: ShownFrom, item: Item): ShownGroup {
  const base = baseFor(from.person, from.versions, item.group, item.validFrom);
  const after = mergeGroup(base.document, item.stated);
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

/** @param from  items of one person and one submission, at least one */
export function buildShown(from: ShownFrom): Shown {
  const first = from.items[0];
  if (!first) throw new Error('nothing to show: no items');
  const groups = from.items.map((item) => shownGroup(from, item)).sort((a, b) => (a.group < b.group ? -1 : 1));
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

/** SHA-256, hexadecimal, of the canonical JSON (RFC 8785). */
export const shownHash = (shown: Shown): string => createHash('sha256').update(canonicalJson(shown)).digest('hex');
