/** The first person of an installation: somebody must give the first grant. From then on administrators do. */
import type { Chance } from '#base/chance.ts';
import type { Clock } from '#base/clock.ts';
import type { Tx } from '#base/database/transaction.ts';
import type { Keys } from '#base/sealing.ts';
import type { GrantWitness } from './grant-witness.ts';
import { giveGrant } from './sessions.ts';

export interface AdministratorNeeds {
  readonly keys: Pick<Keys, 'nationalIdHash'>;
  readonly clock: Clock;
  readonly chance: Chance;
}

export interface FirstAdministrator {
  readonly name: string;
  /** 12 digits; only its keyed hash is kept */
  readonly nationalId: string;
  readonly bodyId: string;
}

/** Has anybody an account here? MUST run as the owner or under a system session: others do not see all accounts. */
export async function hasAccounts(tx: Tx): Promise<boolean> {
  const [row] = await tx.query<{ there: boolean }>('select exists (select 1 from account) as there');
  return row!.there;
}

/**
 * Adds the account with the administrator's role (`QT_BNDP`) over the body and all below it, from today.
 * Runs under a system session, which the caller's act is recorded with.
 *
 * @returns the account's id, and what the act MUST say of the grant's row; null when there are accounts already, and nothing is changed
 */
export async function addFirstAdministrator(
  tx: Tx,
  needs: AdministratorNeeds,
  who: FirstAdministrator,
): Promise<{ readonly accountId: string; readonly row: GrantWitness } | null> {
  if (await hasAccounts(tx)) return null;
  const at = needs.clock.now();
  const newId = (): string => needs.chance.uuid7(Date.parse(at));
  const accountId = newId();
  await tx.query('insert into account (account_id, identity, name, created_at) values ($1, $2, $3, $4)', [
    accountId,
    needs.keys.nationalIdHash(who.nationalId),
    who.name,
    at,
  ]);
  const row = await giveGrant(tx, { id: newId(), accountId, role: 'QT_BNDP', bodyId: who.bodyId, from: needs.clock.today() });
  return { accountId, row };
}
