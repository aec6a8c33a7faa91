/** What came of adding an administrator by who runs the server: written into the log, or why not. The same at the installation and later. */
import type { addFirstAdministrator, addSecondAdministrator } from '#authority/access/first-administrator.ts';
import { roleName } from '#authority/access/routes.ts';
import { rolesTogether } from '#authority/accounts/problems.ts';
import { recordAct } from '#authority/audit/record.ts';
import type { AuditNeeds } from '#authority/audit/record.ts';
import type { Tx } from '#base/database/transaction.ts';
import { ok, refused } from '#base/problem.ts';
import type { Problem, Result } from '#base/problem.ts';
import { accountIsAdministrator } from '#start/problems.ts';

type Second = Awaited<ReturnType<typeof addSecondAdministrator>>;
type First = NonNullable<Awaited<ReturnType<typeof addFirstAdministrator>>>;
/** A first one is simply added. */
export type AddedAdministrator = Second | ({ readonly outcome: 'added' } & First);

/** @param how  `enough`: said where there are two already; `payload`: of the row, beside the role */
export async function recordAdministrator(
  tx: Tx,
  needs: AuditNeeds,
  bodyId: string,
  added: AddedAdministrator,
  how: { readonly enough: () => Problem; readonly payload: Readonly<Record<string, unknown>> },
): Promise<Result<null>> {
  if (added.outcome === 'enough') return refused(how.enough());
  if (added.outcome === 'same-person') return refused(accountIsAdministrator());
  if (added.outcome === 'forbidden') return refused(rolesTogether({ role: roleName('QT_BNDP'), other: roleName(added.other) }));
  await recordAct(tx, needs, [
    {
      act: 'grant.changed',
      purpose: 'OPERATE',
      bodyId,
      objectId: added.accountId,
      payload: { role: 'QT_BNDP', ...how.payload },
      rows: [added.row],
    },
  ]);
  return ok(null);
}
