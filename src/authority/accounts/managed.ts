/** Whose account is it, and may the actor manage it? */
import { accountById } from '#authority/access/accounts.ts';
import type { Account } from '#authority/access/accounts.ts';
import type { AskedOf } from '#authority/access/frame.ts';
import { notWithinReach } from '#authority/access/problems.ts';
import { ok, refused } from '#base/problem.ts';
import type { Result } from '#base/problem.ts';
import { accountIsYours } from './problems.ts';

export type AskedAccount = Pick<AskedOf, 'tx' | 'actor' | 'refusalOf'>;

/** The account, if the actor may manage it: every body that it acts for, and not the own one. */
export async function managed({ tx, actor, refusalOf }: AskedAccount, accountId: string): Promise<Result<Account>> {
  if (accountId === actor.accountId) return refused(accountIsYours());
  const account = await accountById(tx, accountId);
  const problem = account
    ? account.grants.map((grant) => refusalOf('grants.change', { bodyId: grant.bodyId })).find((one) => one !== null)
    : notWithinReach();
  if (problem) return refused(problem);
  return account?.mine ? ok(account) : refused(notWithinReach());
}

/** What an act upon an account is about, for the log. */
export const about = (account: Account) => ({ bodyId: account.grants[0]?.bodyId ?? null, objectId: account.id });
