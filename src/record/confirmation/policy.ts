/**
 * Who confirms which group: the managing body confirms, the ministry monitors (docs/architecture.md §8, Confirmation).
 * Dated data, read from the dictionary's `confirmedBy`, one role for a whole group: the strictest of its fields.
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
