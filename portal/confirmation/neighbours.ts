/** Who stands before and after one person in the officer's queue. Pure. */
import type { QueueItem } from '#portal/api/generated/api.ts';

type Key = Pick<QueueItem, 'submissionId' | 'personId'>;
export const addressOf = (item: Key): string => `/xac-nhan/${item.submissionId}/${item.personId}`;

/** null at an end. Somebody who is no longer in the queue has its first as next: the work goes on at the top. */
export function neighboursOf(
  items: readonly Key[],
  submissionId: string,
  personId: string,
): { readonly before: string | null; readonly after: string | null } {
  const at = items.findIndex((item) => item.submissionId === submissionId && item.personId === personId);
  const before = at > 0 ? items[at - 1] : undefined;
  const after = items[at + 1];
  return { before: before ? addressOf(before) : null, after: after ? addressOf(after) : null };
}
