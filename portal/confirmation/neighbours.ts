/** Addresses of who stands before and after one person in the officer's queue, as it is narrowed and ordered. Pure. */
import type { QueuePlace } from '#portal/api/generated/api.ts';
import { addressOfPerson } from './clean-list.ts';

/** @param search  how the queue is narrowed, as it stands behind an address; null at an end, or while the place is not known */
export function neighboursOf(
  place: Pick<QueuePlace, 'before' | 'after'> | undefined,
  search: string,
): { readonly before: string | null; readonly after: string | null } {
  const address = (key: QueuePlace['before'] | undefined): string | null =>
    key ? `${addressOfPerson(key.submissionId, key.personId)}${search}` : null;
  return { before: address(place?.before), after: address(place?.after) };
}
