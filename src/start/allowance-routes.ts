/** Seeing more records than a role's budget: asked for with a reason, granted by a second person, both in the log. */
import { Type } from 'typebox';
import type { Static } from 'typebox';
import type { FastifyInstance, FastifyRequest } from 'fastify';
import { decide } from '#authority/access/decide.ts';
import { allowanceNotOpen } from '#authority/access/problems.ts';
import { allowances, askAllowance, decideAllowance } from '#authority/access/reading-allowance.ts';
import { acting, actorOf, handleOf } from '#authority/access/request.ts';
import type { AccessAct } from '#authority/access/shapes.ts';
import { recordAct, recordRead } from '#authority/audit/record.ts';
import type { AuditNeeds } from '#authority/audit/record.ts';
import type { Database } from '#base/database/transaction.ts';
import { sendProblem } from '#base/http-problem.ts';
import type { Problem } from '#base/problem.ts';

export interface AllowanceNeeds extends AuditNeeds {
  readonly db: Database;
}

const Wish = Type.Object(
  {
    people: Type.Integer({ minimum: 1, maximum: 100_000 }),
    hours: Type.Integer({ minimum: 1, maximum: 72 }),
    reason: Type.String({ minLength: 10, maxLength: 500 }),
  },
  { additionalProperties: false },
);
const Verdict = Type.Object({ granted: Type.Boolean() }, { additionalProperties: false });
const Id = Type.Object({ id: Type.String({ format: 'uuid' }) });
/** Wishes on one page: they are few. */
const PAGE = 100;

export function allowanceRoutes(app: FastifyInstance, needs: AllowanceNeeds): void {
  const refusedFor = (request: FastifyRequest, act: AccessAct): Problem | null => {
    const verdict = decide(actorOf(request), act, { bodyId: null }, { today: needs.clock.today() });
    return verdict.allowed ? null : verdict.reason;
  };

  app.get(
    '/api/v1/reading-allowances',
    { schema: { summary: 'Wishes to see more records: my own, and those that I may decide' } },
    (request) =>
      needs.db.transaction(handleOf(request), async (tx) => {
        const items = await allowances(tx, PAGE);
        if (items.some(({ mine }) => !mine))
          await recordRead(tx, needs, { act: 'audit.read', purpose: 'SUPERVISE', bodyId: null, objectId: null });
        return { items, mayDecide: refusedFor(request, 'audit.read') === null };
      }),
  );

  app.post<{ Body: Static<typeof Wish> }>(
    '/api/v1/reading-allowances',
    { schema: { summary: 'Asks to see more records than my role allows, with a reason', body: Wish } },
    async (request, reply) => {
      const id = needs.chance.uuid7(Date.parse(needs.clock.now()));
      const problem = await acting(needs.db, request, async (tx) => {
        const mayNot = refusedFor(request, 'sessions.own');
        if (mayNot) return mayNot;
        await askAllowance(tx, { id, ...request.body });
        await recordAct(tx, needs, { act: 'allowance.asked', purpose: 'CONSULT', bodyId: null, objectId: id, payload: request.body });
        return null;
      });
      return problem ? sendProblem(reply, problem) : reply.code(201).send({ id });
    },
  );

  app.post<{ Params: Static<typeof Id>; Body: Static<typeof Verdict> }>(
    '/api/v1/reading-allowances/:id/decision',
    { schema: { summary: 'Grants or refuses a wish of somebody else', params: Id, body: Verdict } },
    async (request, reply) => {
      const { id } = request.params;
      const problem = await acting(needs.db, request, async (tx) => {
        const mayNot = refusedFor(request, 'audit.read');
        if (mayNot) return mayNot;
        const accountId = await decideAllowance(tx, id, request.body.granted);
        if (accountId !== null)
          await recordAct(tx, needs, {
            act: 'allowance.decided',
            purpose: 'SUPERVISE',
            bodyId: null,
            objectId: id,
            payload: { accountId, granted: request.body.granted },
          });
        return accountId === null ? allowanceNotOpen() : null;
      });
      return problem ? sendProblem(reply, problem) : reply.code(204).send();
    },
  );
}
