/**
 * First sign-in of a person of the register: 2.5 million people need no administrator to see their own record.
 * The account has no role, so it reaches nothing but the own pages; a role is given to it later like to any other.
 */
import type { Tx } from '#base/database/transaction.ts';
import { accountIdFrom } from './accounts.ts';
import { openJobSession } from './sessions.ts';
import type { SessionNeeds } from './sessions.ts';

export interface FirstSignInNeeds extends SessionNeeds {
  /** the registered person of a citizen number (keyed hash), from the room of the register; null when there is none */
  readonly registeredPerson: (tx: Tx, identity: Buffer) => Promise<{ readonly name: string; readonly bodyId: string } | null>;
  /** audit stands above access: what happened is told to it */
  readonly onAccount: (tx: Tx, made: { readonly accountId: string; readonly bodyId: string }) => Promise<void>;
}

/**
 * Makes the account of a citizen number that stands registered. Its name is the register's, not the provider's.
 *
 * @param isTheirs  whether the registered name is that of who comes; who is told of by others is compared before anything is made
 * @returns  false when nobody is registered under that number, or somebody of another name; true when there is an account now (two sign-ins in the same second make one)
 */
export async function openAccountOfRegistered(
  needs: FirstSignInNeeds,
  identity: Buffer,
  isTheirs: (registeredName: string) => boolean = () => true,
): Promise<boolean> {
  const handle = await openJobSession(needs, { bodyId: null, purpose: 'first-sign-in' });
  return needs.db.transaction(handle, async (tx) => {
    const person = await needs.registeredPerson(tx, identity);
    if (!person || !isTheirs(person.name)) return false;
    const at = needs.clock.now();
    const [made] = await tx.query<{ account_id: string }>(
      `insert into account (account_id, identity, name, created_at) values ($1, $2, $3, $4) on conflict (identity) do nothing returning account_id`,
      [accountIdFrom(needs.chance), identity, person.name, at],
    );
    if (made) await needs.onAccount(tx, { accountId: made.account_id, bodyId: person.bodyId });
    return true;
  });
}
