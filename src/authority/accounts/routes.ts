/** Accounts, grants, disabling: what an administrator (QT_BNDP) does for the bodies below. Each act leaves its audit row. */
import { Type } from 'typebox';
import type { Static } from 'typebox';
import type { FastifyInstance } from 'fastify';
import { accountsPage, enableAccount, grantById, mapPopulationUser } from '#authority/access/accounts.ts';
import type { Account } from '#authority/access/accounts.ts';
import { bodiesFor } from '#authority/access/decide.ts';
import { forbiddenRole, identityOf } from '#authority/access/grant-requests.ts';
import { notWithinReach } from '#authority/access/problems.ts';
import { roleName } from '#authority/access/routes.ts';
import { disableAccount, takeGrant } from '#authority/access/sessions.ts';
import { route } from '#authority/audit/route.ts';
import type { AuditNeeds } from '#authority/audit/record.ts';
import { isPlainDate } from '#base/clock.ts';
import { decodeCursor, encodeCursor } from '#base/cursor.ts';
import type { Database, Tx } from '#base/database/transaction.ts';
import { empty, json, jsonBy } from '#base/http/answer.ts';
import { ById, listOf, pageOf } from '#base/http/shapes.ts';
import { ok, refused } from '#base/problem.ts';
import type { Bilingual, Problem, Result } from '#base/problem.ts';
import type { Keys } from '#base/sealing.ts';
import { isDemoNumber } from '#standard/kinds/national-id.ts';
import { idDemoPrefix } from '#standard/problems/identity.ts';
import {
  accountIsYours,
  grantAskedAlready,
  grantDayNotValid,
  nationalIdNotValid,
  noSecondAdministrator,
  roleNotOfABody,
  rolesTogether,
} from './problems.ts';
import { about, managed } from './managed.ts';
import type { AskedAccount } from './managed.ts';
import { givableRoles, isRole, roleGiver } from './give-role.ts';
import type { GivenGrant } from './give-role.ts';
import { AccountShape, Changed, GrantAnswer } from './shapes.ts';

export interface AccountNeeds extends AuditNeeds {
  readonly db: Database;
  readonly keys: Keys;
  /** numbers of invented people are taken */
  readonly demo: boolean;
  readonly bodies: (tx: Tx, bodyIds: readonly string[]) => Promise<ReadonlyMap<string, { readonly code: string; readonly name: string }>>;
}

const Uuid = Type.String({ format: 'uuid' });
const Page = Type.Object(pageOf(200));
const GRANT = {
  role: Type.String({ maxLength: 20 }),
  bodyId: Uuid,
  /** first day; today when not said */
  from: Type.Optional(Type.String({ maxLength: 10 })),
};
const GrantRequest = Type.Object(GRANT, { additionalProperties: false });
const AccountRequest = Type.Object(
  { ...GRANT, name: Type.String({ minLength: 2, maxLength: 100 }), nationalId: Type.String({ maxLength: 20 }) },
  { additionalProperties: false },
);
const MapInput = Type.Object(
  { user: Type.Union([Type.String({ minLength: 1, maxLength: 60, pattern: '^[!-~]+$' }), Type.Null()]) },
  { additionalProperties: false },
);
const NoBody = Type.Optional(Type.Unknown());

export function accountRoutes(app: FastifyInstance, needs: AccountNeeds): void {
  const today = () => needs.clock.today();

  const grantRequested = async ({ tx, refusalOf }: AskedAccount, request: Static<typeof GrantRequest>): Promise<Result<GivenGrant>> => {
    const { role, bodyId, from = today() } = request;
    const mayNot = refusalOf('grants.change', { bodyId });
    if (mayNot) return refused(mayNot);
    if (!isRole(role) || !(await givableRoles(tx)).mayBeOver(role, bodyId)) return refused(roleNotOfABody({ role }));
    return isPlainDate(from) && from >= today() ? ok({ role, bodyId, from }) : refused(grantDayNotValid({ day: from }));
  };
  const { record, mayBeGiven, give, giveByNumber } = roleGiver(needs);
  const answered = jsonBy(GrantAnswer, [201, 202], ({ grantId }) => (grantId === null ? 202 : 201));
  const OF_GRANTS = [roleNotOfABody, grantDayNotValid, accountIsYours, rolesTogether, noSecondAdministrator, grantAskedAlready];

  route(app, needs, {
    id: 'listAccounts',
    tag: 'accounts',
    summary: { vi: 'Tài khoản làm việc cho các cơ quan của tôi, với vai trò', en: 'Accounts that act for my agencies, with their grants' },
    method: 'GET',
    path: '/api/v1/accounts',
    query: Page,
    act: 'grants.read',
    read: 'accounts.read',
    purpose: 'ADMINISTER',
    answer: json(listOf(AccountShape)),
    work: async ({ tx, actor, query, shows }) => {
      const limit = query.limit ?? 50;
      const after = decodeCursor(query.cursor, ['text', 'uuid']);
      const found = await accountsPage(tx, bodiesFor(actor, 'grants.read'), { limit: limit + 1, after });
      const page = found.slice(0, limit);
      const bodies = await needs.bodies(tx, [...new Set(page.flatMap((account) => account.grants.map((grant) => grant.bodyId)))]);
      await shows({
        bodyId: actor.grants.find((grant) => grant.role === 'QT_BNDP')?.bodyId ?? null,
        objectId: null,
        listed: page.map((account) => account.id),
      });
      const last = page.at(-1);
      return ok({
        items: page.map((account) => ({
          ...account,
          grants: account.grants.map(({ bodyId, ...grant }) => ({
            ...grant,
            roleName: roleName(grant.role),
            body: { id: bodyId, code: bodies.get(bodyId)?.code ?? '', name: bodies.get(bodyId)?.name ?? '' },
          })),
        })),
        next: found.length > limit && last ? encodeCursor([last.name, last.id]) : null,
      });
    },
  });

  route(app, needs, {
    id: 'giveRoleByNumber',
    tag: 'accounts',
    summary: {
      vi: 'Giao vai trò theo số định danh; lập tài khoản khi chưa có',
      en: 'Gives somebody a role by citizen number; makes the account when there is none',
    },
    method: 'POST',
    path: '/api/v1/accounts',
    body: AccountRequest,
    act: 'grants.change',
    subject: async ({ body }) => ok({ bodyId: body.bodyId }),
    answer: answered,
    problems: [...OF_GRANTS, nationalIdNotValid, idDemoPrefix],
    work: async (asked) => {
      const { tx, body } = asked;
      const requested = await grantRequested(asked, body);
      if (!requested.ok) return requested;
      if (!/^\d{12}$/.test(body.nationalId)) return refused(nationalIdNotValid());
      if (isDemoNumber(body.nationalId) && !needs.demo) return refused(idDemoPrefix());
      return giveByNumber(tx, body, requested.value);
    },
  });

  route(app, needs, {
    id: 'giveRole',
    tag: 'accounts',
    summary: {
      vi: 'Giao thêm một vai trò ở một cơ quan và các cơ quan trực thuộc',
      en: 'Gives an account one more role over an agency and all below it',
    },
    method: 'POST',
    path: '/api/v1/accounts/:id/grants',
    params: ById,
    body: GrantRequest,
    act: 'grants.change',
    subject: async ({ body }) => ok({ bodyId: body.bodyId }),
    answer: answered,
    problems: OF_GRANTS,
    work: async (asked) => {
      const grant = await grantRequested(asked, asked.body);
      if (!grant.ok) return grant;
      const account = await managed(asked, asked.params.id);
      if (!account.ok) return account;
      const identity = await identityOf(asked.tx, account.value.id);
      const may = identity ? await mayBeGiven(asked.tx, identity, grant.value) : refused(notWithinReach());
      return may.ok ? give(asked.tx, account.value, grant.value) : may;
    },
  });

  route(app, needs, {
    id: 'takeRole',
    tag: 'accounts',
    summary: { vi: 'Thu hồi một vai trò, từ bây giờ', en: 'Takes a role back, from now on' },
    method: 'DELETE',
    path: '/api/v1/grants/:id',
    params: ById,
    act: 'grants.change',
    answer: empty,
    problems: [accountIsYours],
    work: async ({ tx, actor, params, refusalOf }) => {
      const grant = await grantById(tx, params.id);
      const problem = grant ? refusalOf('grants.change', { bodyId: grant.bodyId }) : notWithinReach();
      if (!grant || problem) return refused(problem ?? notWithinReach());
      if (grant.accountId === actor.accountId) return refused(accountIsYours());
      const row = await takeGrant(tx, params.id);
      if (!row) return refused(notWithinReach());
      await record(tx, {
        act: 'grant.changed',
        protects: true,
        bodyId: grant.bodyId,
        objectId: grant.accountId,
        payload: { taken: params.id, role: grant.role },
        rows: [row],
      });
      return ok(undefined);
    },
  });

  /** Roles that must not stand together are not let in again by letting the account in. */
  const mayActAgain = async (tx: Tx, account: Account): Promise<Problem | null> => {
    const identity = await identityOf(tx, account.id);
    for (const { role, bodyId, from } of identity ? account.grants : []) {
      const other = await forbiddenRole(tx, identity!, { role, bodyId, from: from < today() ? today() : from });
      if (other) return rolesTogether({ role: roleName(role), other: roleName(other) });
    }
    return null;
  };
  interface Change {
    readonly id: string;
    readonly path: string;
    readonly summary: Bilingual;
    readonly payload: object;
    readonly protects?: true;
    readonly work: (tx: Tx, accountId: string) => Promise<boolean>;
    readonly mayNot?: (tx: Tx, account: Account) => Promise<Problem | null>;
  }
  const change = ({ id, path, summary, payload, protects, work, mayNot }: Change): void =>
    route(app, needs, {
      id,
      tag: 'accounts',
      summary,
      method: 'POST',
      path,
      params: ById,
      body: NoBody,
      bodyOptional: true,
      act: 'grants.change',
      answer: json(Changed),
      problems: [accountIsYours, rolesTogether],
      work: async (asked) => {
        const account = await managed(asked, asked.params.id);
        if (!account.ok) return account;
        const against = await mayNot?.(asked.tx, account.value);
        if (against) return refused(against);
        const changed = await work(asked.tx, account.value.id);
        if (changed)
          await record(asked.tx, { act: 'account.changed', ...(protects ? { protects } : {}), ...about(account.value), payload });
        return ok({ changed });
      },
    });
  change({
    id: 'disableAccount',
    path: '/api/v1/accounts/:id/disable',
    summary: { vi: 'Khóa một tài khoản: mọi phiên kết thúc ngay', en: 'Disables an account: all its sessions end at once' },
    payload: { disabled: true },
    protects: true,
    work: disableAccount,
  });
  change({
    id: 'enableAccount',
    path: '/api/v1/accounts/:id/enable',
    summary: { vi: 'Mở khóa một tài khoản', en: 'Lets a disabled account act again' },
    payload: { disabled: false },
    work: enableAccount,
    mayNot: mayActAgain,
  });

  route(app, needs, {
    id: 'setPopulationUser',
    tag: 'accounts',
    summary: {
      vi: 'Ghi mã cán bộ mà CSDL dân cư biết (MaCanBo)',
      en: 'Names the officer as the population database knows them (MaCanBo)',
    },
    method: 'POST',
    path: '/api/v1/accounts/:id/population-user',
    params: ById,
    body: MapInput,
    act: 'grants.change',
    answer: json(Changed),
    problems: [accountIsYours],
    work: async (asked) => {
      const account = await managed(asked, asked.params.id);
      if (!account.ok) return account;
      const { user } = asked.body;
      const changed = await mapPopulationUser(asked.tx, account.value.id, user);
      if (changed) await record(asked.tx, { act: 'account.changed', ...about(account.value), payload: { populationUser: user } });
      return ok({ changed });
    },
  });
}
