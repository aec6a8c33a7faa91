/**
 * What somebody sees of a field: one answer for the record page, the comparison, the confirmation, problems, returned cells, portraits, history and
 * search rows. Whoever prints a value asks here; there is no second way to the same value. Pure. Decision 0016.
 */
import type { Bilingual } from '#base/problem.ts';
import type { Field } from '#standard/field-shape.ts';
import { leavesAt } from './leaves.ts';

/** Who looks, and what for. */
export interface Visibility {
  readonly roles: readonly string[];
  /** fields that were asked for in this reading */
  readonly unmasked: ReadonlySet<string>;
  /** `CONFIRM`: an officer decides upon exactly this value; sensitive ones stand in clear for who may see them at all. `CONSULT` when it is not said. */
  readonly purpose?: 'CONSULT' | 'SUBMIT' | 'CONFIRM';
}

/** `hidden`: not for these roles at all; `masked`: for them, when they ask for it. */
export type Seen = 'clear' | 'masked' | 'hidden';

export const MASK: Bilingual = { vi: '••••••', en: '••••••' };

/** What these eyes see of a field. */
export function seen(field: Pick<Field, 'key' | 'visibleTo' | 'sensitivity'>, visibility: Visibility): Seen {
  if (!field.visibleTo.some((role) => visibility.roles.includes(role))) return 'hidden';
  return field.sensitivity === 'nc' && visibility.purpose !== 'CONFIRM' && !visibility.unmasked.has(field.key) ? 'masked' : 'clear';
}

/** The same of a path (`luong.heSo`, `noiSinh.maTinh`, a whole section): of several fields the strictest. What is no field hides nothing. */
export function seenAt(path: string, visibility: Visibility): Seen {
  const all = new Set(leavesAt(path).map((leaf) => seen(leaf.field, visibility)));
  return all.has('hidden') ? 'hidden' : all.has('masked') ? 'masked' : 'clear';
}

/** Eyes that see everything in clear: what somebody typed, they may have back. Never for a value of the register. */
export const TYPED: null = null;

/** A value in words, for these eyes; `TYPED` for who typed it. */
export const wordsFor = (words: Bilingual | null, path: string, visibility: Visibility | null): Bilingual | null =>
  words === null || visibility === null || seenAt(path, visibility) === 'clear' ? words : MASK;
