/** People ticked in the queue, by the submission whose list they make. Pure. */
import type { QueueItem, QueueSubmission } from '#portal/api/generated/api.ts';

type Key = Pick<QueueItem, 'submissionId' | 'personId'>;
export const keyOf = ({ submissionId, personId }: Key): string => `${submissionId}/${personId}`;

export const toggled = (chosen: ReadonlySet<string>, key: string): ReadonlySet<string> => {
  const after = new Set(chosen);
  if (!after.delete(key)) after.add(key);
  return after;
};

export interface ChosenOfSubmission {
  readonly submission: QueueSubmission;
  readonly people: readonly string[];
}

/**
 * The chosen people who are still shown, by their submission.
 *
 * @returns `alone`: chosen people of submissions whose list is not this officer's to sign, or of which nobody else waits
 */
export function chosenLists(
  chosen: ReadonlySet<string>,
  items: readonly Key[],
  submissions: readonly QueueSubmission[],
): { readonly lists: readonly ChosenOfSubmission[]; readonly alone: number } {
  const there = items.filter((item) => chosen.has(keyOf(item)));
  const lists = submissions.flatMap((submission) => {
    const people = there.filter(({ submissionId }) => submissionId === submission.submissionId).map(({ personId }) => personId);
    return people.length > 0 ? [{ submission, people }] : [];
  });
  return { lists, alone: there.length - lists.reduce((sum, { people }) => sum + people.length, 0) };
}

/** Who was chosen for a list, as the way to it says. */
export const chosenIn = (state: unknown): readonly string[] | null =>
  typeof state === 'object' && state !== null && 'chosen' in state && Array.isArray(state.chosen) && state.chosen.length > 0
    ? state.chosen.filter((one): one is string => typeof one === 'string')
    : null;
