/** Which roles one human does not hold together, and which need a second administrator: dated data (`role-rules.json`). Pure. */
import type { PlainDate } from '#base/clock.ts';
import rules from './role-rules.json' with { type: 'json' };
import type { Role } from './shapes.ts';

/** A role that somebody holds, from a day up to (and without) another. */
export interface HeldRole {
  readonly role: Role;
  readonly from: PlainDate;
  readonly to: PlainDate;
}

interface Dated {
  readonly validFrom: string;
  readonly validTo: string | null;
}

const overlaps = (rule: Dated, from: PlainDate, to: PlainDate): boolean =>
  rule.validFrom < to && (rule.validTo === null || rule.validTo > from);
const holdsOn = (rule: Dated, day: PlainDate): boolean => rule.validFrom <= day && (rule.validTo === null || rule.validTo > day);

const arePair = ([one, other]: readonly string[], a: Role, b: Role): boolean =>
  a !== b && ((one === a && (other === b || other === '*')) || (one === b && (other === a || other === '*')));

/**
 * @param held  what the human holds over the same body, above or below it; each within the time of the requested role
 * @returns     a role beside which the requested one is not given on some day of that time; null when there is none
 */
export function forbiddenBeside(role: Role, held: readonly HeldRole[]): Role | null {
  const found = held.find(({ role: other, from, to }) =>
    rules.pairs.some((pair) => arePair(pair.roles, role, other) && overlaps(pair, from, to)),
  );
  return found?.role ?? null;
}

/** Does giving this role need a second administrator on that day? */
export const needsSecond = (role: Role, day: PlainDate): boolean =>
  rules.secondAdministrator.some((rule) => rule.role === role && holdsOn(rule, day));

/** A request that nobody decides lapses after so many days. */
export const REQUEST_DAYS = rules.waitDays;
