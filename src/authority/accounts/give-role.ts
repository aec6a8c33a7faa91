/** Giving a role, as every act of an administrator gives one: what stands against it, at once or by a second administrator, each with its row. */
import type { Static } from 'typebox';
import { accountIdFrom, addAccount, findAccount } from '#authority/access/accounts.ts';
import { askGrant, forbiddenRole, isMyself, rootOfInstallation, secondAdministrators } from '#authority/access/grant-requests.ts';
import { REQUEST_DAYS, needsSecond } from '#authority/access/role-rules.ts';
import { roleName } from '#authority/access/routes.ts';
import { giveGrant } from '#authority/access/sessions.ts';
import { ROLES } from '#authority/access/shapes.ts';
import type { Role } from '#authority/access/shapes.ts';
import { recordAct } from '#authority/audit/record.ts';
import type { ActEntry } from '#authority/audit/shapes.ts';
import type { PlainDate } from '#base/clock.ts';
import type { Tx } from '#base/database/transaction.ts';
import { ok, refused } from '#base/problem.ts';
import type { Result } from '#base/problem.ts';
import { cleanText } from '#base/vietnamese/text.ts';
import { ROLES_GIVEN_BY_A_BODY } from '#standard/access/roles.ts';
import { accountIsYours, grantAskedAlready, noSecondAdministrator, rolesTogether } from './problems.ts';
import type { AccountNeeds } from './routes.ts';
import type { GrantAnswer } from './shapes.ts';

export interface GivenGrant {
  readonly role: Role;
  readonly bodyId: string;
  readonly from: PlainDate;
  /** the day on which it ends; not said: until it is taken back */
  readonly to?: PlainDate;
}
type Answered = Static<typeof GrantAnswer>;
/** Somebody as the administrator names them. */
interface Named {
  readonly id: string;
  readonly name: string;
}
const DAY_MS = 86_400_000;

export interface GivableRoles {
  /** by an administrator of these bodies (null: of all), over one of them at least */
  readonly rolesOver: (bodyIds: readonly string[] | null) => readonly Role[];
  /** roles of the whole country are given over the root of the installation alone */
  readonly mayBeOver: (role: Role, bodyId: string) => boolean;
}

/** Which roles may be given where; the database holds the same (`role_is_given_over`). */
export async function givableRoles(tx: Tx): Promise<GivableRoles> {
  const root = await rootOfInstallation(tx);
  const ofABody = (role: string): boolean => (ROLES_GIVEN_BY_A_BODY as readonly string[]).includes(role);
  return {
    rolesOver: (bodyIds) => (bodyIds === null || (root !== null && bodyIds.includes(root)) ? ROLES : ROLES_GIVEN_BY_A_BODY),
    mayBeOver: (role, bodyId) => ofABody(role) || bodyId === root,
  };
}
export const isRole = (role: string): role is Role => (ROLES as readonly string[]).includes(role);

export function roleGiver(needs: Pick<AccountNeeds, 'clock' | 'chance' | 'keys'>) {
  const today = (): PlainDate => needs.clock.today();
  const newId = (): string => needs.chance.uuid7(Date.parse(needs.clock.now()));
  const record = (tx: Tx, entry: Pick<ActEntry, 'act' | 'protects' | 'bodyId' | 'objectId' | 'payload' | 'rows'>): Promise<void> =>
    recordAct(tx, needs, [{ ...entry, purpose: 'ADMINISTER' }]);
  const mayBeGiven = async (tx: Tx, identity: Buffer, grant: GivenGrant): Promise<Result<null>> => {
    if (await isMyself(tx, identity)) return refused(accountIsYours());
    const other = await forbiddenRole(tx, identity, grant);
    if (other) return refused(rolesTogether({ role: roleName(grant.role), other: roleName(other) }));
    if (needsSecond(grant.role, today()) && (await secondAdministrators(tx, grant.bodyId, identity)) === 0)
      return refused(noSecondAdministrator({ role: roleName(grant.role) }));
    return ok(null);
  };
  const ask = async (tx: Tx, { id: accountId, name }: Named, grant: GivenGrant): Promise<Result<Answered>> => {
    const [grantRequestId, at] = [newId(), needs.clock.now()];
    const endsAt = new Date(Date.parse(at) + REQUEST_DAYS * DAY_MS).toISOString();
    if (!(await askGrant(tx, { id: grantRequestId, accountId, name, at, endsAt, ...grant }))) return refused(grantAskedAlready());
    await record(tx, { act: 'grant.asked', bodyId: grant.bodyId, objectId: accountId, payload: { request: grantRequestId, ...grant } });
    return ok({ accountId, grantId: null, grantRequestId });
  };
  /** Gives the role, or asks for it where a second administrator must. What stands against it MUST have been asked before. */
  const give = async (tx: Tx, account: Named, grant: GivenGrant): Promise<Result<Answered>> => {
    if (needsSecond(grant.role, today())) return ask(tx, account, grant);
    const grantId = newId();
    const row = await giveGrant(tx, { id: grantId, accountId: account.id, name: account.name, ...grant });
    await record(tx, {
      act: 'grant.changed',
      bodyId: grant.bodyId,
      objectId: account.id,
      payload: { given: grantId, ...grant },
      rows: [row],
    });
    return ok({ accountId: account.id, grantId, grantRequestId: null });
  };
  /** The account is made when there is none; whether there was one is not told: it would say who acts at the portal elsewhere. */
  const giveByNumber = async (
    tx: Tx,
    person: { readonly nationalId: string; readonly name: string },
    grant: GivenGrant,
  ): Promise<Result<Answered>> => {
    const identity = needs.keys.nationalIdHash(person.nationalId);
    const may = await mayBeGiven(tx, identity, grant);
    if (!may.ok) return may;
    const name = cleanText(person.name).text;
    const there = await findAccount(tx, identity);
    const accountId = there ?? accountIdFrom(needs.chance);
    if (!there) {
      await addAccount(tx, { id: accountId, identity, name, at: needs.clock.now() });
      await record(tx, { act: 'account.changed', bodyId: grant.bodyId, objectId: accountId, payload: { made: true } });
    }
    return give(tx, { id: accountId, name }, grant);
  };
  return { record, mayBeGiven, give, giveByNumber };
}
