/**
 * Rights and acts in one order: whoever acts holds the account's rights still until the act is over, whoever takes one waits for that.
 * So nothing is written in a role after the answer that it was taken.
 */
import type { Tx } from '#base/database/transaction.ts';

const KEY = `hashtextextended('rights:' || $1::text, 0)`;

/** Until this transaction ends nobody takes a role of the account, nor disables it. Many acts hold at once. */
export const holdRights = (tx: Tx, accountId: string): Promise<unknown> =>
  tx.query(`select pg_advisory_xact_lock_shared(${KEY})`, [accountId]);

/** Waits for the acts of the account that are under way; later ones wait for this transaction. MUST come before a right is taken. */
export const awaitActs = (tx: Tx, accountId: string): Promise<unknown> => tx.query(`select pg_advisory_xact_lock(${KEY})`, [accountId]);

/** The same for many, in the order of their ids, so that two lists never wait for each other. Each is a lock of the server's table: hundreds, not tens of thousands. */
export async function awaitActsOfAll(tx: Tx, accountIds: readonly string[]): Promise<void> {
  for (const accountId of [...accountIds].sort()) await awaitActs(tx, accountId);
}

/** Holds the rights of an account for an act that the system does in its name; false when it was disabled meanwhile. */
export async function holdRightsInName(tx: Tx, accountId: string): Promise<boolean> {
  await holdRights(tx, accountId);
  return (await tx.query('select 1 from account where account_id = $1 and disabled_at is null', [accountId])).length > 0;
}
