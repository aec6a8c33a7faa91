/** Other proposals of the same groups, as an officer sees them beside the one that is decided: where each comes from, since when, what it says. */
import type { Tx } from '#base/database/transaction.ts';
import { besideOf } from '#record/confirmation/beside.ts';
import type { Beside } from '#record/confirmation/beside.ts';
import { buildPresented } from '#record/confirmation/presented.ts';
import { itemsOf } from '#record/confirmation/store.ts';
import type { OfficerView } from '#record/intake/confirm.ts';
import type { FieldChange } from '#record/register/shapes.ts';
import { readPeople, readVersions } from '#record/register/store.ts';
import type { Visibility } from '#record/register/visibility.ts';
import { bodyCodesOf, shownChange } from './comparison.ts';
import type { ChangeView } from './comparison.ts';
import type { DeskNeeds } from './needs.ts';

export interface BesideShown {
  readonly submissionId: string;
  readonly uploadNumber: string;
  readonly origin: 'person' | 'exchange' | 'agency';
  readonly sentAt: string;
  readonly state: string;
  readonly fields: ChangeView[];
}

const originOf = ({ source }: Beside): BesideShown['origin'] => (source === 'person' || source === 'exchange' ? source : 'agency');

/** By group: what waits beside it, against the register as it stands now. */
export async function besideShown(
  tx: Tx,
  needs: DeskNeeds,
  { shown }: OfficerView,
  visibility: Visibility,
): Promise<ReadonlyMap<string, readonly BesideShown[]>> {
  const found = await besideOf(tx, shown.submissionId, shown.personId, [...new Set(shown.groups.map(({ group }) => group))]);
  const { personId } = shown;
  const person = (await readPeople(tx, needs.keys, [personId])).get(personId);
  const versions = person ? await readVersions(tx, needs.keys, [personId]) : [];
  const changes = new Map<string, readonly FieldChange[]>();
  for (const submissionId of new Set(found.map((one) => one.submissionId))) {
    const waits = (await itemsOf(tx, needs.keys, submissionId, [personId])).filter(({ itemId }) =>
      found.some((one) => one.itemId === itemId),
    );
    if (waits.length === 0) continue;
    const presented = buildPresented({ items: waits, person, versions, match: null, problems: [], accepted: [], salt: '' });
    for (const group of presented.groups) changes.set(group.itemId, group.changes);
  }
  const changesOf = ({ itemId }: Beside): readonly FieldChange[] => changes.get(itemId) ?? [];
  const named = await needs.bodyNamesByCode(tx, bodyCodesOf(found.flatMap(changesOf)));
  const shownOf = (one: Beside): BesideShown => ({
    submissionId: one.submissionId,
    uploadNumber: one.uploadNumber,
    origin: originOf(one),
    sentAt: one.sentAt,
    state: one.state,
    fields: changesOf(one).map((change) => shownChange(change, { register: visibility, stated: visibility }, (code) => named.get(code))),
  });
  const by = new Map<string, BesideShown[]>();
  for (const one of found) by.set(one.group, [...(by.get(one.group) ?? []), shownOf(one)]);
  return by;
}
