/** Which of the changes that wait become a batch: as many as go in, and of nobody a part where all of theirs would go in. Pure. */

/**
 * Somebody who is new is judged by all that a batch says of them: cut in two, the part that comes first lacks what a record must have and is refused.
 *
 * @param changes  that wait, in the order of their numbers
 * @param most     how many of them go into one batch: a number, or where the size ends it
 */
export function wholePeople<Change extends { readonly person: string }>(changes: readonly Change[], most: number): readonly Change[] {
  if (changes.length <= most) return changes;
  const cut = changes[most]!.person;
  if (changes[most - 1]!.person !== cut) return changes.slice(0, most);
  const begins = changes.slice(0, most).findLastIndex(({ person }) => person !== cut) + 1;
  return changes.slice(0, begins === 0 ? most : begins);
}
