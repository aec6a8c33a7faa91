/** Accounts, grants, disabling: what an administrator (QT_BNDP) does for the bodies below. Each act leaves its audit row. */
import { Type } from 'typebox';
import type { Static } from 'typebox';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import {
  accountById,
  accountsPage,
  accountIdFrom,
  addAccount,
  enableAccount,
  findAccount,
  grantById,
  mapPopulationUser,
} from '#authority/access/accounts.ts';
import type { Account } from '#authority/access/accounts.ts';
import { bodiesFor, decide } from '#authority/access/decide.ts';
import { askGrant, forbiddenRole, identityOf, isMyself, secondAdministrators } from '#authority/access/grant-wishes.ts';
import { notWithinReach } from '#authority/access/problems.ts';
import { acting, actorOf, handleOf } from '#authority/access/request.ts';
import { WISH_DAYS, needsSecond } from '#authority/access/role-rules.ts';
import { roleName } from '#authority/access/routes.ts';
import { disableAccount, giveGrant, takeGrant } from '#authority/access/sessions.ts';
import type { Role } from '#authority/access/shapes.ts';
import { ROLES_GIVEN_BY_A_BODY } from '#standard/access/roles.ts';
import { recordAct, recordRead } from '#authority/audit/record.ts';
import type { ActEntry } from '#authority/audit/shapes.ts';
import type { AuditNeeds } from '#authority/audit/record.ts';
import { isPlainDate } from '#base/clock.ts';
import type { PlainDate } from '#base/clock.ts';
import { decodeCursor, encodeCursor } from '#base/cursor.ts';
import type { Database, Tx } from '#base/database/transaction.ts';
import { sendProblem } from '#base/http-problem.ts';
import { ok, refused } from '#base/problem.ts';
import type { Problem, Result } from '#base/problem.ts';
import type { Keys } from '#base/sealing.ts';
import { cleanText } from '#base/vietnamese/text.ts';
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

export interface AccountNeeds extends AuditNeeds {
  readonly db: Database;
  readonly keys: Keys;
  /** numbers of invented people are taken */
  readonly demo: boolean;
  readonly bodies: (tx: Tx, bodyIds: readonly string[]) => Promise<ReadonlyMap<string, { readonly code: string; readonly name: string }>>;
}

const Uuid = Type.String({ format: 'uuid' });
const Id = Type.Object({ id: Uuid });
const Page = Type.Object({
  cursor: Type.Optional(Type.String({ maxLength: 500 })),
  limit: Type.Optional(Type.Integer({ minimum: 1, maximum: 200 })),
});
const GRANT = {
  role: Type.String({ maxLength: 20 }),
  bodyId: Uuid,
  /** first day; today when not said */
  from: Type.Optional(Type.String({ maxLength: 10 })),
};
const GrantWish = Type.Object(GRANT, { additionalProperties: false });
const AccountWish = Type.Object(
  { ...GRANT, name: Type.String({ minLength: 2, maxLength: 100 }), nationalId: Type.String({ maxLength: 20 }) },
  { additionalProperties: false },
);
const MapWish = Type.Object(
  { user: Type.Union([Type.String({ minLength: 1, maxLength: 60, pattern: '^[!-~]+$' }), Type.Null()]) },
  { additionalProperties: false },
);
const NoBody = Type.Optional(Type.Unknown());

interface GivenGrant {
  readonly role: Role;
  readonly bodyId: string;
  readonly from: PlainDate;
}
/** What follows from a wish for a role: given at once, or waiting for a second administrator. The same for whoever it is about. */
interface Answered {
  readonly accountId: string;
  /** null: it waits */
  readonly grantId: string | null;
  /** the wish that a second administrator decides; null when none is needed */
  readonly wishId: string | null;
}
const DAY_MS = 86_400_000;

/** What an act upon an account is about, for the log. */
const about = (account: Account) => ({ bodyId: account.grants[0]?.bodyId ?? null, objectId: account.id });

/** Somebody as the administrator names them. */
type Named = Pick<Account, 'id' | 'name'>;

const isRoleOfABody = (role: string): role is Role => (ROLES_GIVEN_BY_A_BODY as readonly string[]).includes(role);

export function accountRoutes(app: FastifyInstance, needs: AccountNeeds): void {
  const today = () => needs.clock.today();
  const newId = (): string => needs.chance.uuid7(Date.parse(needs.clock.now()));

  /** Why the actor may not change roles over this body; null when they may. */
  const refusedFor = (request: FastifyRequest, bodyId: string | null): Problem | null => {
    const verdict = decide(actorOf(request), 'grants.change', { bodyId }, { today: today() });
    return verdict.allowed ? null : verdict.reason;
  };
  /** The account, if the actor may manage it: every body that it acts for, and not the own one. */
  const managed = async (tx: Tx, request: FastifyRequest, accountId: string): Promise<Result<Account>> => {
    const mayNot = refusedFor(request, null);
    if (mayNot) return refused(mayNot);
    if (accountId === actorOf(request).accountId) return refused(accountIsYours());
    const account = await accountById(tx, accountId);
    const problem = account
      ? account.grants.map((grant) => refusedFor(request, grant.bodyId)).find((one) => one !== null)
      : notWithinReach();
    if (problem) return refused(problem);
    return account?.mine ? ok(account) : refused(notWithinReach());
  };
  const grantWished = (request: FastifyRequest, wish: Static<typeof GrantWish>): Result<GivenGrant> => {
    const { role, bodyId, from = today() } = wish;
    const mayNot = refusedFor(request, bodyId);
    if (mayNot) return refused(mayNot);
    if (!isRoleOfABody(role)) return refused(roleNotOfABody({ role }));
    return isPlainDate(from) && from >= today() ? ok({ role, bodyId, from }) : refused(grantDayNotValid({ day: from }));
  };
  const record = (tx: Tx, entry: Pick<ActEntry, 'act' | 'bodyId' | 'objectId' | 'payload' | 'rows'>): Promise<void> =>
    recordAct(tx, needs, [{ ...entry, purpose: 'ADMINISTER' }]);
  /** One transaction; everything is asked before anything is written. */
  const act = async <T>(
    request: FastifyRequest,
    reply: FastifyReply,
    status: number | ((done: T) => number),
    work: (tx: Tx) => Promise<Result<T>>,
  ) => {
    const done = await acting(needs.db, request, work);
    if (!done.ok) return sendProblem(reply, done.problems[0]!);
    return reply.code(typeof status === 'number' ? status : status(done.value)).send(done.value);
  };
  const mayBeGiven = async (tx: Tx, identity: Buffer, grant: GivenGrant): Promise<Result<null>> => {
    if (await isMyself(tx, identity)) return refused(accountIsYours());
    const other = await forbiddenRole(tx, identity, grant);
    if (other) return refused(rolesTogether({ role: roleName(grant.role), other: roleName(other) }));
    if (needsSecond(grant.role, today()) && (await secondAdministrators(tx, grant.bodyId, identity)) === 0)
      return refused(noSecondAdministrator({ role: roleName(grant.role) }));
    return ok(null);
  };
  const ask = async (tx: Tx, { id: accountId, name }: Named, grant: GivenGrant): Promise<Result<Answered>> => {
    const [wishId, at] = [newId(), needs.clock.now()];
    const endsAt = new Date(Date.parse(at) + WISH_DAYS * DAY_MS).toISOString();
    if (!(await askGrant(tx, { id: wishId, accountId, name, at, endsAt, ...grant }))) return refused(grantAskedAlready());
    await record(tx, { act: 'grant.asked', bodyId: grant.bodyId, objectId: accountId, payload: { wish: wishId, ...grant } });
    return ok({ accountId, grantId: null, wishId });
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
    return ok({ accountId: account.id, grantId, wishId: null });
  };
  const givenOrWaiting = ({ grantId }: Answered): number => (grantId === null ? 202 : 201);

  app.get<{ Querystring: Static<typeof Page> }>(
    '/api/v1/accounts',
    { schema: { summary: 'Accounts that act for my bodies, with their grants', querystring: Page } },
    async (request, reply) => {
      const actor = actorOf(request);
      const verdict = decide(actor, 'grants.read', { bodyId: null }, { today: today() });
      if (!verdict.allowed) return sendProblem(reply, verdict.reason);
      const limit = request.query.limit ?? 50;
      return needs.db.transaction(handleOf(request), async (tx) => {
        const after = decodeCursor(request.query.cursor, ['text', 'uuid']);
        const found = await accountsPage(tx, bodiesFor(actor, 'grants.read'), { limit: limit + 1, after });
        const page = found.slice(0, limit);
        const bodies = await needs.bodies(tx, [...new Set(page.flatMap((account) => account.grants.map((grant) => grant.bodyId)))]);
        await recordRead(tx, needs, {
          act: 'accounts.read',
          purpose: 'ADMINISTER',
          bodyId: actor.grants.find((grant) => grant.role === 'QT_BNDP')?.bodyId ?? null,
          objectId: null,
          listed: page.map((account) => account.id),
        });
        const last = page.at(-1);
        return {
          items: page.map((account) => ({
            ...account,
            grants: account.grants.map(({ bodyId, ...grant }) => ({
              ...grant,
              roleName: roleName(grant.role),
              body: { id: bodyId, code: bodies.get(bodyId)?.code ?? '', name: bodies.get(bodyId)?.name ?? '' },
            })),
          })),
          next: found.length > limit && last ? encodeCursor([last.name, last.id]) : null,
        };
      });
    },
  );

  app.post<{ Body: Static<typeof AccountWish> }>(
    '/api/v1/accounts',
    { schema: { summary: 'Gives somebody a role by citizen number; makes the account when there is none', body: AccountWish } },
    (request, reply) =>
      act(request, reply, givenOrWaiting, async (tx) => {
        const wished = grantWished(request, request.body);
        if (!wished.ok) return wished;
        if (!/^\d{12}$/.test(request.body.nationalId)) return refused(nationalIdNotValid());
        if (isDemoNumber(request.body.nationalId) && !needs.demo) return refused(idDemoPrefix());
        const grant = wished.value;
        const identity = needs.keys.nationalIdHash(request.body.nationalId);
        const may = await mayBeGiven(tx, identity, grant);
        if (!may.ok) return may;
        const name = cleanText(request.body.name).text;
        const there = await findAccount(tx, identity);
        const accountId = there ?? accountIdFrom(needs.chance);
        if (!there) {
          await addAccount(tx, { id: accountId, identity, name, at: needs.clock.now() });
          await record(tx, { act: 'account.changed', bodyId: grant.bodyId, objectId: accountId, payload: { made: true } });
        }
        // Whether there was an account is not told: it would say who acts at the portal elsewhere.
        return give(tx, { id: accountId, name }, grant);
      }),
  );

  app.post<{ Params: Static<typeof Id>; Body: Static<typeof GrantWish> }>(
    '/api/v1/accounts/:id/grants',
    { schema: { summary: 'Gives an account one more role over a body and all below it', params: Id, body: GrantWish } },
    (request, reply) =>
      act(request, reply, givenOrWaiting, async (tx) => {
        const grant = grantWished(request, request.body);
        if (!grant.ok) return grant;
        const account = await managed(tx, request, request.params.id);
        if (!account.ok) return account;
        const identity = await identityOf(tx, account.value.id);
        const may = identity ? await mayBeGiven(tx, identity, grant.value) : refused(notWithinReach());
        return may.ok ? give(tx, account.value, grant.value) : may;
      }),
  );

  app.delete<{ Params: Static<typeof Id> }>(
    '/api/v1/grants/:id',
    { schema: { summary: 'Takes a role back, from now on', params: Id } },
    (request, reply) =>
      act(request, reply, 204, async (tx) => {
        const mayNot = refusedFor(request, null);
        if (mayNot) return refused(mayNot);
        const grant = await grantById(tx, request.params.id);
        const problem = grant ? refusedFor(request, grant.bodyId) : notWithinReach();
        if (!grant || problem) return refused(problem ?? notWithinReach());
        if (grant.accountId === actorOf(request).accountId) return refused(accountIsYours());
        const row = await takeGrant(tx, request.params.id);
        if (!row) return refused(notWithinReach());
        await record(tx, {
          act: 'grant.changed',
          bodyId: grant.bodyId,
          objectId: grant.accountId,
          payload: { taken: request.params.id, role: grant.role },
          rows: [row],
        });
        return ok(undefined);
      }),
  );

  /** Roles that must not stand together are not let in again by letting the account in. */
  const mayActAgain = async (tx: Tx, account: Account): Promise<Problem | null> => {
    const identity = await identityOf(tx, account.id);
    for (const { role, bodyId, from } of identity ? account.grants : []) {
      const other = await forbiddenRole(tx, identity!, { role, bodyId, from: from < today() ? today() : from });
      if (other) return rolesTogether({ role: roleName(role), other: roleName(other) });
    }
    return null;
  };
  const change = (
    path: string,
    summary: string,
    payload: object,
    work: (tx: Tx, accountId: string) => Promise<boolean>,
    mayNot: (tx: Tx, account: Account) => Promise<Problem | null> = async () => null,
  ): FastifyInstance =>
    app.post<{ Params: Static<typeof Id> }>(path, { schema: { summary, params: Id, body: NoBody } }, (request, reply) =>
      act(request, reply, 200, async (tx) => {
        const account = await managed(tx, request, request.params.id);
        if (!account.ok) return account;
        const against = await mayNot(tx, account.value);
        if (against) return refused(against);
        const changed = await work(tx, account.value.id);
        if (changed) await record(tx, { act: 'account.changed', ...about(account.value), payload });
        return ok({ changed });
      }),
    );
  change('/api/v1/accounts/:id/disable', 'Disables an account: all its sessions end at once', { disabled: true }, disableAccount);
  change('/api/v1/accounts/:id/enable', 'Lets a disabled account act again', { disabled: false }, enableAccount, mayActAgain);

  app.post<{ Params: Static<typeof Id>; Body: Static<typeof MapWish> }>(
    '/api/v1/accounts/:id/population-user',
    { schema: { summary: 'Names the officer as the population database knows them (MaCanBo)', params: Id, body: MapWish } },
    (request, reply) =>
      act(request, reply, 200, async (tx) => {
        const account = await managed(tx, request, request.params.id);
        if (!account.ok) return account;
        const changed = await mapPopulationUser(tx, account.value.id, request.body.user);
        if (changed) await record(tx, { act: 'account.changed', ...about(account.value), payload: { populationUser: request.body.user } });
        return ok({ changed });
      }),
  );
}
