/** What the mock's accounts may do: by the table of access, in whatever answer tells it. */
import type { AccessAct, DemoAccount } from '#portal/api/generated/api.ts';
import { todayInVietnam } from '#portal/clock.ts';
import { ACCESS_ACTS } from '#standard/access/acts.ts';
import { OWN_ACTS, mayOn } from '#standard/access/roles.ts';
import type { RoleCode } from '#standard/generated/role-codes.ts';

/** Of a fixture: filled in with what the account may do when it is answered (`withMay`). */
export const BY_ROLE: AccessAct[] = [];

export const mayOf = (account: Pick<DemoAccount, 'role'> | undefined): AccessAct[] =>
  account === undefined ? [] : ACCESS_ACTS.filter((act) => OWN_ACTS.has(act) || mayOn(account.role as RoleCode, act, todayInVietnam()));

/** The answer with `may` in each part of it that has one. */
export function withMay(answer: unknown, may: readonly AccessAct[]): unknown {
  if (Array.isArray(answer)) return answer.map((one) => withMay(one, may));
  if (typeof answer !== 'object' || answer === null) return answer;
  // Who made it, or is the person, decides nothing of it.
  const here = 'mine' in answer && answer.mine === true ? may.filter((act) => !act.startsWith('item.')) : may;
  const parts = Object.entries(answer).map(([name, part]) => [name, name === 'may' && Array.isArray(part) ? here : withMay(part, may)]);
  return Object.fromEntries(parts) as unknown;
}
