/** The first two administrators of an installation: somebody must give the first grant, and one alone cannot give the second. From then on administrators do. */
import type { Chance } from '#base/chance.ts';
import type { Clock } from '#base/clock.ts';
import type { Tx } from '#base/database/transaction.ts';
import type { Keys } from '#base/sealing.ts';
import type { GrantWitness } from './grant-witness.ts';
import { accountIdFrom, addAccount } from './accounts.ts';
import { forbiddenRole, secondAdministrators } from './grant-requests.ts';
import { giveGrant } from './sessions.ts';
import type { Role } from './shapes.ts';

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
  const accountId = accountIdFrom(needs.chance);
  await addAccount(tx, { id: accountId, identity: needs.keys.nationalIdHash(who.nationalId), name: who.name, at });
  const row = await giveGrant(tx, { id: newId(), accountId, role: 'QT_BNDP', bodyId: who.bodyId, from: needs.clock.today() });
  return { accountId, row };
}

export type SecondAdministrator =
  | { readonly outcome: 'added'; readonly accountId: string; readonly row: GrantWitness }
  | { readonly outcome: 'enough' }
  | { readonly outcome: 'same-person' }
  | { readonly outcome: 'forbidden'; readonly other: Role };

/**
 * Gives the administrator's role over the body to a second human, where fewer than two hold it over the body or above. MUST run under a system session.
 *
 * @returns  'same-person' when the number is of the only administrator (or of another number of theirs); 'forbidden' beside a role that they hold
 */
export async function addSecondAdministrator(tx: Tx, needs: AdministratorNeeds, who: FirstAdministrator): Promise<SecondAdministrator> {
  const identity = needs.keys.nationalIdHash(who.nationalId);
  const there = await secondAdministrators(tx, who.bodyId, null);
  if (there >= 2) return { outcome: 'enough' };
  if ((await secondAdministrators(tx, who.bodyId, identity)) < there) return { outcome: 'same-person' };
  const from = needs.clock.today();
  const other = await forbiddenRole(tx, identity, { role: 'QT_BNDP', bodyId: who.bodyId, from });
  if (other) return { outcome: 'forbidden', other };
  const at = needs.clock.now();
  const known = await accountByIdentity(tx, identity);
  const accountId = known ?? accountIdFrom(needs.chance);
  if (!known) await addAccount(tx, { id: accountId, identity, name: who.name, at });
  const row = await giveGrant(tx, {
    id: needs.chance.uuid7(Date.parse(at)),
    accountId,
    role: 'QT_BNDP',
    bodyId: who.bodyId,
    from,
    name: who.name,
  });
  return { outcome: 'added', accountId, row };
}

/** Under a system session, which sees every account. */
export async function accountByIdentity(tx: Tx, identity: Buffer): Promise<string | null> {
  const [row] = await tx.query<{ account_id: string }>('select account_id from account where identity = $1', [identity]);
  return row?.account_id ?? null;
}

/** Every account of the human with this citizen number (keyed hash), under whatever number the register knows them. MUST run as the owner. */
export async function accountsOfHuman(tx: Tx, identity: Buffer): Promise<readonly string[]> {
  const [row] = await tx.query<{ ids: string[] }>('select accounts_of_human($1) as ids', [identity]);
  return row!.ids;
}
