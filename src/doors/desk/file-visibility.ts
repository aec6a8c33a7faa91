/** Whose eyes look at a file that was sent: who sent it may have back what they typed; everybody else sees by role, field by field. */
import { rolesOver } from '#authority/access/request.ts';
import type { Actor } from '#authority/access/shapes.ts';
import type { Bilingual } from '#base/problem.ts';
import { plainWordsOf } from '#base/problem.ts';
import { MASK, TYPED, seen, seenAt } from '#record/register/visibility.ts';
import type { Visibility } from '#record/register/visibility.ts';
import { FIELDS } from '#standard/dictionary.ts';
import type { ChangeVisibility } from './comparison.ts';
import type { StoredProblem } from '#record/intake/problem-store.ts';
import type { StoredFile } from '#record/intake/store.ts';

const roleVisibility = (actor: Actor, bodyId: string): Visibility => ({
  roles: rolesOver(actor, bodyId),
  unmasked: new Set(),
  purpose: 'SUBMIT',
});

/** Of a file of this round: what was sent is clear to who sent it, what the register holds to nobody but by role. */
export function visibilityOfFile(actor: Actor, file: Pick<StoredFile, 'bodyId' | 'sender'>): ChangeVisibility {
  const register = roleVisibility(actor, file.bodyId);
  return { register, stated: file.sender.identity === actor.identity ? TYPED : register };
}

/** May these eyes have the file itself, with every cell of it? */
export const maySeeWhole = (visibility: ChangeVisibility): boolean =>
  visibility.stated === TYPED || FIELDS.every((field) => seen(field, visibility.stated!) !== 'hidden');

/** What to do next where the words for it name a value. */
const SAID_TO_OTHERS: Bilingual = { vi: 'Người gửi tệp xem được cách sửa.', en: 'Who sent the file sees how to fix it.' };

/** A problem for these eyes: the value, the suggestion and the words that may name them only where its field is clear. */
export function problemFor(problem: StoredProblem, visibility: ChangeVisibility): StoredProblem {
  if (visibility.stated === TYPED || problem.field === null || seenAt(problem.field, visibility.stated) === 'clear') return problem;
  const { title, next } = plainWordsOf(problem.code);
  return {
    ...problem,
    value: problem.value === null ? null : MASK.vi,
    title,
    next: next ?? SAID_TO_OTHERS,
    suggestion: null,
    candidates: [],
  };
}
