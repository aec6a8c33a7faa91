/** The second administrator: sees which roles were asked for over the own bodies, and grants or refuses them. Each act leaves its audit row. */
import { Type } from 'typebox';
import type { FastifyInstance } from 'fastify';
import type { AskedOf } from '#authority/access/frame.ts';
import { decideGrant, forbiddenRole, grantRequest, grantRequests, identityOf } from '#authority/access/grant-requests.ts';
import type { GrantRequest } from '#authority/access/grant-requests.ts';
import { notWithinReach } from '#authority/access/problems.ts';
import { mayBeLent } from '#authority/access/delegation.ts';
import { kindsOfActs } from '#authority/access/delegation-rules.ts';
import { roleName } from '#authority/access/routes.ts';
import { addDays } from '#base/vietnamese/dates.ts';
import { giveGrant } from '#authority/access/sessions.ts';
import { recordAct } from '#authority/audit/record.ts';
import { route } from '#authority/audit/route.ts';
import type { Tx } from '#base/database/transaction.ts';
import { json } from '#base/http/answer.ts';
import { ById, listOf } from '#base/http/shapes.ts';
import { ok, refused } from '#base/problem.ts';
import type { Result } from '#base/problem.ts';
import { delegationNotOpen, grantRequestNotOpen, rolesTogether } from './problems.ts';
import type { AccountNeeds } from './routes.ts';
import { DecidedGrant, GrantRequestShape } from './shapes.ts';

const Verdict = Type.Object({ granted: Type.Boolean() }, { additionalProperties: false });
/** Requests on one page: they are few. */
const PAGE = 100;

interface Decided {
  readonly grantId: string | null;
}

export function grantRequestRoutes(app: FastifyInstance, needs: AccountNeeds): void {
  route(app, needs, {
    id: 'listGrantRequestes',
    tag: 'accounts',
    summary: {
      vi: 'Vai trò đang được đề nghị ở các cơ quan của tôi',
      en: 'Roles asked for over my agencies, and which of them I may decide',
    },
    method: 'GET',
    path: '/api/v1/grant-requests',
    act: ['grants.read', 'audit.read'],
    read: 'accounts.read',
    purpose: 'ADMINISTER',
    answer: json(listOf(GrantRequestShape)),
    work: async ({ tx, actor, shows }) => {
      const requests = await grantRequests(tx, PAGE);
      const bodies = await needs.bodies(tx, [...new Set(requests.map(({ bodyId }) => bodyId))]);
      await shows({
        bodyId: actor.grants[0]?.bodyId ?? null,
        objectId: null,
        listed: [...new Set(requests.map(({ accountId }) => accountId))],
      });
      return ok({
        items: requests.map(({ bodyId, to, lent, ...request }) => ({
          ...request,
          until: to === undefined ? null : addDays(to, -1),
          delegation: lent && { kinds: kindsOfActs(request.role, lent.acts).map(({ name }) => name), basis: lent.basis },
          roleName: roleName(request.role),
          body: { id: bodyId, code: bodies.get(bodyId)?.code ?? '', name: bodies.get(bodyId)?.name ?? '' },
        })),
        next: null,
      });
    },
  });

  /** The request, when the actor may decide it now. */
  const openRequest = async ({ tx, refusalOf }: Pick<AskedOf, 'tx' | 'refusalOf'>, id: string): Promise<Result<GrantRequest>> => {
    const request = await grantRequest(tx, id);
    const beyond = request ? refusalOf('grants.change', { bodyId: request.bodyId }) : notWithinReach();
    if (!request || beyond) return refused(beyond ?? notWithinReach());
    return request.mayDecide && request.endsAt > needs.clock.now() ? ok(request) : refused(grantRequestNotOpen());
  };
  const refuseRequest = async (tx: Tx, request: GrantRequest): Promise<Result<Decided>> => {
    if (!(await decideGrant(tx, request.id, { grantId: null, at: needs.clock.now() }))) return refused(grantRequestNotOpen());
    await recordAct(tx, needs, {
      act: 'grant.refused',
      purpose: 'ADMINISTER',
      bodyId: request.bodyId,
      objectId: request.accountId,
      payload: { request: request.id, role: request.role },
    });
    return ok({ grantId: null });
  };
  const grantIt = async (tx: Tx, request: GrantRequest): Promise<Result<Decided>> => {
    const { accountId, role, bodyId, name, to, lent } = request;
    const from = request.from < needs.clock.today() ? needs.clock.today() : request.from;
    // It waited past its last day, or the right that it comes from ended meanwhile.
    if (to !== undefined && to <= from) return refused(grantRequestNotOpen());
    if (lent && !(await mayBeLent(tx, { accountId, role, bodyId, to: to!, lent }))) return refused(delegationNotOpen());
    const identity = await identityOf(tx, accountId);
    // What the person was given while it waited counts too.
    const other = identity ? await forbiddenRole(tx, identity, { role, bodyId, from, ...(to === undefined ? {} : { to }) }) : null;
    if (other) return refused(rolesTogether({ role: roleName(role), other: roleName(other) }));
    const grantId = needs.chance.uuid7(Date.parse(needs.clock.now()));
    if (!(await decideGrant(tx, request.id, { grantId, at: needs.clock.now() }))) return refused(grantRequestNotOpen());
    const row = await giveGrant(tx, {
      id: grantId,
      accountId,
      role,
      bodyId,
      from,
      name,
      ...(to === undefined ? {} : { to }),
      ...(lent ? { lent } : {}),
    });
    await recordAct(tx, needs, {
      act: 'grant.changed',
      purpose: 'ADMINISTER',
      bodyId,
      objectId: accountId,
      payload: { given: grantId, request: request.id, role, bodyId, from, ...(to === undefined ? {} : { to }), ...(lent ? { lent } : {}) },
      rows: [row],
    });
    return ok({ grantId });
  };

  route(app, needs, {
    id: 'decideGrantRequest',
    tag: 'accounts',
    summary: {
      vi: 'Cấp hoặc không cấp vai trò mà quản trị viên khác đề nghị',
      en: 'Grants or refuses a role that another administrator asked for',
    },
    method: 'POST',
    path: '/api/v1/grant-requests/:id/decision',
    params: ById,
    body: Verdict,
    act: 'grants.change',
    answer: json(DecidedGrant),
    problems: [grantRequestNotOpen, rolesTogether, delegationNotOpen],
    work: async (asked) => {
      const request = await openRequest(asked, asked.params.id);
      if (!request.ok) return request;
      return asked.body.granted ? grantIt(asked.tx, request.value) : refuseRequest(asked.tx, request.value);
    },
  });
}
