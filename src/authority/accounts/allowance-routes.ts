/** Seeing more records than a role's budget: asked for with a reason, granted by a second person, both in the log. */
import { Type } from 'typebox';
import type { FastifyInstance } from 'fastify';
import { nobody } from '#authority/access/frame.ts';
import { allowanceNotOpen } from '#authority/access/problems.ts';
import { allowances, askAllowance, decideAllowance } from '#authority/access/reading-allowance.ts';
import { recordAct, recordRead } from '#authority/audit/record.ts';
import type { AuditNeeds } from '#authority/audit/record.ts';
import { route } from '#authority/audit/route.ts';
import type { Database } from '#base/database/transaction.ts';
import { empty, json } from '#base/http/answer.ts';
import { ById, MadeId } from '#base/http/shapes.ts';
import { answersOn } from '#base/http/surfaces.ts';
import { ok, refused } from '#base/problem.ts';
import { AllowanceList } from './shapes.ts';

export interface AllowanceNeeds extends AuditNeeds {
  readonly db: Database;
}

const AllowanceRequest = Type.Object(
  {
    people: Type.Integer({ minimum: 1, maximum: 100_000 }),
    hours: Type.Integer({ minimum: 1, maximum: 72 }),
    reason: Type.String({ minLength: 10, maxLength: 500 }),
  },
  { additionalProperties: false },
);
const Verdict = Type.Object({ granted: Type.Boolean() }, { additionalProperties: false });
/** Requests on one page: they are few. */
const PAGE = 100;

export function allowanceRoutes(app: FastifyInstance, needs: AllowanceNeeds): void {
  route(app, needs, {
    id: 'listReadingAllowances',
    tag: 'accounts',
    surfaces: ['portal', 'administration'],
    summary: {
      vi: 'Đề nghị được xem thêm hồ sơ: của tôi, và của người tôi được quyết định',
      en: 'Requests to see more records: my own, and those that I may decide',
    },
    method: 'GET',
    path: '/api/v1/reading-allowances',
    act: 'signed-in',
    read: nobody('one’s own requests; those of others leave their row below'),
    answer: json(AllowanceList),
    work: async ({ tx, refusalOf }) => {
      const items = await allowances(tx, PAGE);
      if (items.some(({ mine }) => !mine))
        await recordRead(tx, needs, { act: 'audit.read', purpose: 'SUPERVISE', bodyId: null, objectId: null });
      return ok({ items, mayDecide: answersOn(app, ['administration']) && refusalOf('audit.read', { bodyId: null }) === null });
    },
  });

  route(app, needs, {
    id: 'askReadingAllowance',
    tag: 'accounts',
    surfaces: ['portal', 'administration'],
    summary: { vi: 'Đề nghị được xem nhiều hồ sơ hơn vai trò cho phép', en: 'Asks to see more records than my role allows, with a reason' },
    method: 'POST',
    path: '/api/v1/reading-allowances',
    body: AllowanceRequest,
    act: 'sessions.own',
    answer: json(MadeId, 201),
    work: async ({ tx, body }) => {
      const id = needs.chance.uuid7(Date.parse(needs.clock.now()));
      await askAllowance(tx, { id, ...body });
      await recordAct(tx, needs, { act: 'allowance.asked', purpose: 'CONSULT', bodyId: null, objectId: id, payload: body });
      return ok({ id });
    },
  });

  route(app, needs, {
    id: 'decideReadingAllowance',
    tag: 'accounts',
    summary: { vi: 'Cho hoặc không cho một đề nghị của người khác', en: 'Grants or refuses a request of somebody else' },
    method: 'POST',
    path: '/api/v1/reading-allowances/:id/decision',
    params: ById,
    body: Verdict,
    act: 'audit.read',
    answer: empty,
    problems: [allowanceNotOpen],
    work: async ({ tx, params: { id }, body: { granted } }) => {
      const accountId = await decideAllowance(tx, id, granted);
      if (accountId === null) return refused(allowanceNotOpen());
      await recordAct(tx, needs, {
        act: 'allowance.decided',
        purpose: 'SUPERVISE',
        bodyId: null,
        objectId: id,
        payload: { accountId, granted },
      });
      return ok(undefined);
    },
  });
}
