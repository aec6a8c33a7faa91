/** How what a person's rows say compares with what the register holds. Pure. */
import type { PlainDate } from '#base/clock.ts';
import { baseFor } from '#record/register/apply.ts';
import { mergeGroup, sameGroup } from '#record/register/merge.ts';
import type { RegisteredPerson } from '#record/register/shapes.ts';
import type { GroupCode, GroupDocument, RecordDocument } from '#standard/shapes.ts';
import type { LineComparison } from './line-store.ts';

/**
 * The citizen number never stands in a document: it has a place of its own, as keyed hash and ciphertext.
 * A group that says nothing is not stated.
 */
export function withoutNationalId(document: RecordDocument): RecordDocument {
  const groups = Object.entries(document).map(([group, value]) => {
    const { soDinhDanh: _number, ...rest } = value as Record<string, GroupDocument[string]>;
    return [group, rest] as const;
  });
  return Object.fromEntries(groups.filter(([, value]) => Object.keys(value).length > 0)) as RecordDocument;
}

/** Groups of `document` that say something the register does not hold, each from its day. */
export function compareWithRegister(
  person: RegisteredPerson | undefined,
  document: RecordDocument,
  dayOf: (group: GroupCode) => PlainDate,
): { comparison: LineComparison; changed: GroupCode[] } {
  const changed = (Object.entries(document) as [GroupCode, GroupDocument][])
    .filter(([group, stated]) => {
      const validFrom = dayOf(group);
      // An older day than today's head: only the officer's view can tell, so it goes on as a change.
      if ((person?.heads[group]?.from ?? '') > validFrom) return true;
      const base = baseFor(person, [], group, validFrom);
      return !sameGroup(base.document, mergeGroup(base.document, stated));
    })
    .map(([group]) => group);
  if (!person) return { comparison: 'new', changed };
  return { comparison: changed.length > 0 ? 'changed' : 'unchanged', changed };
}
