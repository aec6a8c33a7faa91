/** Accounts and roles as they stand, over what somebody administers, as a workbook to change and bring back. Nobody's citizen number is in it. */
import { accountsPage } from '#authority/access/accounts.ts';
import { bodiesFor } from '#authority/access/decide.ts';
import type { Actor } from '#authority/access/shapes.ts';
import type { Shows } from '#authority/audit/route.ts';
import { treeOn } from '#authority/organisations/store.ts';
import type { Tx } from '#base/database/transaction.ts';
import { givableRoles } from './give-role.ts';
import { ACCOUNT_GUIDE, ACCOUNT_SHEET, headsWith, lineOf } from './list-columns.ts';
import type { AccountListNeeds } from './list-needs.ts';

/** Accounts of one list, each with whatever roles. */
const ACCOUNTS_MAX = 20_000;
/** Codes that the drop-down of agencies offers: more are typed. */
const BODIES_OFFERED = 5000;

/** @param shows  leaves the row of the reading, before anything is made of it */
export async function accountList(
  tx: Tx,
  needs: Pick<AccountListNeeds, 'clock' | 'writeList'>,
  actor: Actor,
  shows: Shows['shows'],
): Promise<Uint8Array> {
  const today = needs.clock.today();
  const reach = bodiesFor(actor, 'grants.read');
  const accounts = await accountsPage(tx, reach, { limit: ACCOUNTS_MAX, after: null });
  await shows({ bodyId: actor.grants[0]?.bodyId ?? null, objectId: null, listed: accounts.map(({ id }) => id) });
  const tree = await treeOn(tx, today);
  const named = new Map(tree.map(({ bodyId, code, name }) => [bodyId, { code, name }]));
  const offered = new Set(reach ?? []);
  const bodies = tree.filter(({ bodyId }) => reach === null || offered.has(bodyId)).slice(0, BODIES_OFFERED);
  const rules = await givableRoles(tx);
  return needs.writeList({
    sheet: ACCOUNT_SHEET,
    heads: headsWith(rules.rolesOver(reach), bodies),
    rows: accounts.flatMap((account) => account.grants.map((grant) => lineOf(account, grant, named.get(grant.bodyId)))),
    guide: ACCOUNT_GUIDE,
  });
}
