/** The second administrator: sees which roles were asked for over the own bodies, and grants or refuses them. Each act leaves its audit row. */
import { Type } from 'typebox';
import type { Static } from 'typebox';
import type { FastifyInstance, FastifyRequest } from 'fastify';
import { decide } from '#authority/access/decide.ts';
import { decideGrant, forbiddenRole, grantWish, grantWishes, identityOf } from '#authority/access/grant-wishes.ts';
import type { GrantWish } from '#authority/access/grant-wishes.ts';
import { notWithinReach } from '#authority/access/problems.ts';
import { acting, actorOf, handleOf } from '#authority/access/request.ts';
import { roleName } from '#authority/access/routes.ts';
import { giveGrant } from '#authority/access/sessions.ts';
import { recordAct, recordRead } from '#authority/audit/record.ts';
import type { Tx } from '#base/database/transaction.ts';
import { sendProblem } from '#base/http-problem.ts';
import { ok, refused } from '#base/problem.ts';
import type { Problem, Result } from '#base/problem.ts';
import type { AccountNeeds } from './account-routes.ts';
import { grantWishNotOpen, rolesTogether } from './problems.ts';

const Id = Type.Object({ id: Type.String({ format: 'uuid' }) });
const Verdict = Type.Object({ granted: Type.Boolean() }, { additionalProperties: false });
/** Wishes on one page: they are few. */
const PAGE = 100;

interface Decided {
  readonly grantId: string | null;
}

export function grantWishRoutes(app: FastifyInstance, needs: AccountNeeds): void {
  const refusedFor = (
    request: FastifyRequest,
    act: 'grants.read' | 'grants.change' | 'audit.read',
    bodyId: string | null,
  ): Problem | null => {
    const verdict = decide(actorOf(request), act, { bodyId }, { today: needs.clock.today() });
    return verdict.allowed ? null : verdict.reason;
  };
  const mayNotSee = (request: FastifyRequest): Problem | null =>
    refusedFor(request, 'grants.read', null) && refusedFor(request, 'audit.read', null);

  app.get(
    '/api/v1/grant-wishes',
    { schema: { summary: 'Roles asked for over my bodies, and which of them I may decide' } },
    async (request, reply) => {
      const mayNot = mayNotSee(request);
      if (mayNot) return sendProblem(reply, mayNot);
      return needs.db.transaction(handleOf(request), async (tx) => {
        const wishes = await grantWishes(tx, PAGE);
        const bodies = await needs.bodies(tx, [...new Set(wishes.map(({ bodyId }) => bodyId))]);
        await recordRead(tx, needs, {
          act: 'accounts.read',
          purpose: 'ADMINISTER',
          bodyId: actorOf(request).grants[0]?.bodyId ?? null,
          objectId: null,
          listed: [...new Set(wishes.map(({ accountId }) => accountId))],
        });
        return {
          items: wishes.map(({ bodyId, ...wish }) => ({
            ...wish,
            roleName: roleName(wish.role),
            body: { id: bodyId, code: bodies.get(bodyId)?.code ?? '', name: bodies.get(bodyId)?.name ?? '' },
          })),
          next: null,
        };
      });
    },
  );

  /** The wish, when the actor may decide it now. */
  const openWish = async (tx: Tx, request: FastifyRequest, id: string): Promise<Result<GrantWish>> => {
    const mayNot = refusedFor(request, 'grants.change', null);
    if (mayNot) return refused(mayNot);
    const wish = await grantWish(tx, id);
    const beyond = wish ? refusedFor(request, 'grants.change', wish.bodyId) : notWithinReach();
    if (!wish || beyond) return refused(beyond ?? notWithinReach());
    return wish.mayDecide && wish.endsAt > needs.clock.now() ? ok(wish) : refused(grantWishNotOpen());
  };
  const refuseWish = async (tx: Tx, wish: GrantWish): Promise<Result<Decided>> => {
    if (!(await decideGrant(tx, wish.id, { grantId: null, at: needs.clock.now() }))) return refused(grantWishNotOpen());
    await recordAct(tx, needs, {
      act: 'grant.refused',
      purpose: 'ADMINISTER',
      bodyId: wish.bodyId,
      objectId: wish.accountId,
      payload: { wish: wish.id, role: wish.role },
    });
    return ok({ grantId: null });
  };
  const grantIt = async (tx: Tx, wish: GrantWish): Promise<Result<Decided>> => {
    const { accountId, role, bodyId, name } = wish;
    const from = wish.from < needs.clock.today() ? needs.clock.today() : wish.from;
    const identity = await identityOf(tx, accountId);
    // What the person was given while it waited counts too.
    const other = identity ? await forbiddenRole(tx, identity, { role, bodyId, from }) : null;
    if (other) return refused(rolesTogether({ role: roleName(role), other: roleName(other) }));
    const grantId = needs.chance.uuid7(Date.parse(needs.clock.now()));
    if (!(await decideGrant(tx, wish.id, { grantId, at: needs.clock.now() }))) return refused(grantWishNotOpen());
    const row = await giveGrant(tx, { id: grantId, accountId, role, bodyId, from, name });
    await recordAct(tx, needs, {
      act: 'grant.changed',
      purpose: 'ADMINISTER',
      bodyId,
      objectId: accountId,
      payload: { given: grantId, wish: wish.id, role, bodyId, from },
      rows: [row],
    });
    return ok({ grantId });
  };

  app.post<{ Params: Static<typeof Id>; Body: Static<typeof Verdict> }>(
    '/api/v1/grant-wishes/:id/decision',
    { schema: { summary: 'Grants or refuses a role that another administrator asked for', params: Id, body: Verdict } },
    async (request, reply) => {
      const decided = await acting(needs.db, request, async (tx): Promise<Result<Decided>> => {
        const wish = await openWish(tx, request, request.params.id);
        if (!wish.ok) return wish;
        return request.body.granted ? grantIt(tx, wish.value) : refuseWish(tx, wish.value);
      });
      return decided.ok ? reply.send(decided.value) : sendProblem(reply, decided.problems[0]!);
    },
  );
}
