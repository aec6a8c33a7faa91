/** What may be lent, for how long: dated data (`delegation-rules.json`). Pure. Decision 0044. */
import type { PlainDate } from '#base/clock.ts';
import type { Bilingual } from '#base/problem.ts';
import data from './delegation-rules.json' with { type: 'json' };
import type { AccessAct, Role } from './shapes.ts';

/** A kind of act as people choose it. */
export interface DelegationKind {
  readonly kind: string;
  readonly role: Role;
  /** comes with every delegation of the role */
  readonly always: boolean;
  readonly name: Bilingual;
  readonly acts: readonly AccessAct[];
}

export const DELEGATION_KINDS: readonly DelegationKind[] = data.kinds.map(({ vi, en, ...row }) => ({
  ...row,
  role: row.role as Role,
  acts: row.acts as AccessAct[],
  name: { vi, en },
}));

const TERMS: readonly { readonly daysMax: number; readonly validFrom: PlainDate; readonly validTo: PlainDate | null }[] = data.terms;

/** The longest delegation that may begin on that day, in days, the first and the last counted; null: none may. */
export const delegationDaysMax = (day: PlainDate): number | null =>
  TERMS.find(({ validFrom, validTo }) => validFrom <= day && (validTo === null || day < validTo))?.daysMax ?? null;

/**
 * The acts of the kinds chosen, of one role, with what always comes along.
 *
 * @returns null when a kind is unknown, named twice, or of another role
 */
export function actsOfKinds(role: Role, chosen: readonly string[]): AccessAct[] | null {
  const ofRole = DELEGATION_KINDS.filter((one) => one.role === role);
  if (ofRole.length === 0 || new Set(chosen).size < chosen.length || chosen.some((kind) => !ofRole.some((one) => one.kind === kind)))
    return null;
  return [...new Set(ofRole.filter(({ always, kind }) => always || chosen.includes(kind)).flatMap(({ acts }) => acts))].sort();
}

/** The kinds that these acts of a role make up, in the order of the rules. */
export const kindsOfActs = (role: Role, acts: readonly string[]): DelegationKind[] =>
  DELEGATION_KINDS.filter((one) => one.role === role && one.acts.every((act) => acts.includes(act)));
