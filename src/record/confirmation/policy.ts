/**
 * Who confirms which group: the managing body confirms, the ministry monitors (docs/architecture.md §8, Confirmation).
 * Said by the dictionary's `confirmedBy` alone, for a whole group what all of its fields say; a decision asks it of the roles that the officer
 * holds over the body of the item. `decide` gives `item.confirm` to the roles that are named here and to no other (`policy.test.ts`).
 */
import { FIELDS, GROUPS } from '#standard/dictionary.ts';
import type { GroupCode } from '#standard/shapes.ts';

export interface PolicyRow {
  readonly group: GroupCode;
  /** codes of `vai_tro.json` that may confirm it */
  readonly roles: readonly string[];
}

/** One row a group; a group that nobody confirms (system, derived) has no roles. */
export const CONFIRMATION_POLICY: readonly PolicyRow[] = GROUPS.map((group) => {
  const lists = FIELDS.filter((field) => field.group === group.code && field.suppliedBy === 'body').map((field) => field.confirmedBy);
  const first = lists[0] ?? [];
  return { group: group.code, roles: first.filter((role) => lists.every((list) => list.includes(role))) };
});

const byGroup = new Map(CONFIRMATION_POLICY.map((row) => [row.group, row.roles]));

/** May somebody with one of these roles confirm this group? */
export const mayConfirmGroup = (group: GroupCode, roles: readonly string[]): boolean =>
  (byGroup.get(group) ?? []).some((role) => roles.includes(role));
