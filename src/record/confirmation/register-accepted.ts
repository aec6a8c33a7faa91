/** What was attested of people becomes versions of the register, set by set, in the transaction that attests it. */
import type { Tx } from '#base/database/transaction.ts';
import { applyConfirmed } from '#record/register/apply.ts';
import type { ApplyNeeds } from '#record/register/apply.ts';
import type { ConfirmedPerson } from '#record/register/shapes.ts';
import type { GroupCode } from '#standard/shapes.ts';
import type { ClosedItem } from './closing-store.ts';
import type { Item, PresentedContent } from './shapes.ts';

export const IDENTITY: GroupCode = 'B';

/** One person of whom these groups are accepted, and by which attestation. */
export interface AcceptedPerson {
  /** what was shown of them, as far as it is accepted: the attested content */
  readonly attested: PresentedContent;
  readonly attestationId: string;
  readonly items: ReadonlyMap<string, Item>;
  readonly mismatchReason: string | null;
}

interface Part extends ConfirmedPerson {
  readonly key: string;
  readonly itemIds: readonly string[];
}

function partsOf(source: string, { attested, attestationId, items }: AcceptedPerson): Part[] {
  const { personId, bodyId, submissionId, match } = attested;
  const level = match?.level;
  // Acts on lines apart: theirs may be a later day (`applyConfirmed`). What was checked by other lists apart: it pins its own.
  const parts = Map.groupBy(
    attested.groups,
    ({ validFrom, operation, itemId }) => `${validFrom} ${operation === undefined} ${items.get(itemId)!.listEdition}`,
  );
  return [...parts].map(([key, groups]) => {
    const first = items.get(groups[0]!.itemId)!;
    return {
      key,
      itemIds: groups.map(({ itemId }) => itemId),
      personId,
      bodyId,
      validFrom: first.validFrom,
      submissionId,
      attestationId,
      source,
      listEdition: first.listEdition,
      groups: groups.map(({ group, itemId, compared }) => {
        const { stated, operation } = items.get(itemId)!;
        return { group, stated, comparedVersion: compared, ...(operation ? { operation } : {}) };
      }),
      ...(groups.some((group) => group.group === IDENTITY) && level ? { identityLevel: level, identityLocked: level === 'KHOP' } : {}),
    };
  });
}

/**
 * @param people  each person once; attested before, their rows held since they were shown
 * @returns       their items, to be closed
 */
export async function registerAccepted(
  tx: Tx,
  needs: ApplyNeeds,
  source: string,
  people: readonly AcceptedPerson[],
): Promise<ClosedItem[]> {
  const versions = new Map<string, number>();
  for (const parts of Map.groupBy(
    people.flatMap((one) => partsOf(source, one)),
    ({ key }) => key,
  ).values()) {
    const applied = await applyConfirmed(tx, needs, parts);
    for (const [index, one] of applied.entries()) {
      if (one.outcome === 'overtaken' || one.outcome === 'refused')
        throw new Error(`what was shown and locked has changed under the lock (${parts[index]!.submissionId})`);
      for (const itemId of parts[index]!.itemIds) versions.set(itemId, one.version);
    }
  }
  return people.flatMap(({ attested, attestationId, mismatchReason }) =>
    attested.groups.map(({ itemId, group }): ClosedItem => ({
      itemId,
      personId: attested.personId,
      group,
      events: [{ kind: 'accepted' }, { kind: 'written' }],
      decision: { verdict: 'accepted', cells: [], mismatchReason },
      attestationId,
      version: versions.get(itemId)!,
    })),
  );
}
