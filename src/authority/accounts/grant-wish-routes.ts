/** The second administrator: sees which roles were asked for over the own bodies, and grants or refuses them. Each act leaves its audit row. */
import { Type } from 'typebox';
import type { FastifyInstance } from 'fastify';
import type { AskedOf } from '#authority/access/frame.ts';
import { decideGrant, forbiddenRole, grantWish, grantWishes, identityOf } from '#authority/access/grant-wishes.ts';
import type { GrantRequest } from '#authority/access/grant-wishes.ts';
import { notWithinReach } from '#authority/access/problems.ts';
import { roleName } from '#authority/access/routes.ts';
import { giveGrant } from '#authority/access/sessions.ts';
import { recordAct } from '#authority/audit/record.ts';
import { route } from '#authority/audit/route.ts';
import type { Tx } from '#base/database/transaction.ts';
import { json } from '#base/http/answer.ts';
import { ById, listOf } from '#base/http/shapes.ts';
import { ok, refused } from '#base/problem.ts';
import type { Result } from '#base/problem.ts';
import { grantWishNotOpen, rolesTogether } from './problems.ts';
import type { AccountNeeds } from './routes.ts';
import { DecidedGrant, GrantWishShape } from './shapes.ts';

const Verdict = Type.Object({ granted: Type.Boolean() }, { additionalProperties: false });
/** Wishes on one page: they are few. */
const PAGE = 100;

interface Decided {
  readonly grantId: string | null;
}

export function grantWishRoutes(app: FastifyInstance, needs: AccountNeeds): void {
  route(app, needs, {
    id: 'listGrantWishes',
    tag: 'accounts',
    summary: {
      vi: 'Vai trò đang được đề nghị ở các cơ quan của tôi',
      en: 'Roles asked for over my bodies, and which of them I may decide',
    },
    method: 'GET',
    path: '/api/v1/grant-wishes',
    act: ['grants.read', 'audit.read'],
    read: 'accounts.read',
    purpose: 'ADMINISTER',
    answer: json(listOf(GrantWishShape)),
    work: async ({ tx, actor, shows }) => {
      const wishes = await grantWishes(tx, PAGE);
      const bodies = await needs.bodies(tx, [...new Set(wishes.map(({ bodyId }) => bodyId))]);
      await shows({
        bodyId: actor.grants[0]?.bodyId ?? null,
        objectId: null,
        listed: [...new Set(wishes.map(({ accountId }) => accountId))],
      });
      return ok({
        items: wishes.map(({ bodyId, ...wish }) => ({
          ...wish,
          roleName: roleName(wish.role),
          body: { id: bodyId, code: bodies.get(bodyId)?.code ?? '', name: bodies.get(bodyId)?.name ?? '' },
        })),
        next: null,
      });
    },
  });

  /** The wish, when the actor may decide it now. */
  const openWish = async ({ tx, refusalOf }: Pick<AskedOf, 'tx' | 'refusalOf'>, id: string): Promise<Result<GrantRequest>> => {
    const wish = await grantWish(tx, id);
    const beyond = wish ? refusalOf('grants.change', { bodyId: wish.bodyId }) : notWithinReach();
    if (!wish || beyond) return refused(beyond ?? notWithinReach());
    return wish.mayDecide && wish.endsAt > needs.clock.now() ? ok(wish) : refused(grantWishNotOpen());
  };
  const refuseWish = async (tx: Tx, wish: GrantRequest): Promise<Result<Decided>> => {
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
  const grantIt = async (tx: Tx, wish: GrantRequest): Promise<Result<Decided>> => {
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

  route(app, needs, {
    id: 'decideGrantWish',
    tag: 'accounts',
    summary: {
      vi: 'Cấp hoặc không cấp vai trò mà quản trị viên khác đề nghị',
      en: 'Grants or refuses a role that another administrator asked for',
    },
    method: 'POST',
    path: '/api/v1/grant-wishes/:id/decision',
    params: ById,
    body: Verdict,
    act: 'grants.change',
    answer: json(DecidedGrant),
    problems: [grantWishNotOpen, rolesTogether],
    work: async (asked) => {
      const wish = await openWish(asked, asked.params.id);
      if (!wish.ok) return wish;
      return asked.body.granted ? grantIt(asked.tx, wish.value) : refuseWish(asked.tx, wish.value);
    },
  });
}
