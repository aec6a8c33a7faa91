/** The setting "Duyệt trước khi gửi" of a body over HTTP: who has it, since when, why; switching it on or off from a day. Decision 0042. */
import { Type } from 'typebox';
import type { FastifyInstance } from 'fastify';
import { bodiesFor } from '#authority/access/decide.ts';
import { nobody } from '#authority/access/frame.ts';
import { route } from '#authority/audit/route.ts';
import type { AuditNeeds } from '#authority/audit/record.ts';
import type { FrameNeeds } from '#authority/access/frame.ts';
import { treeOn } from '#authority/organisations/store.ts';
import { decodeCursor, encodeCursor } from '#base/cursor.ts';
import { empty, json } from '#base/http/answer.ts';
import { ById, listOf } from '#base/http/shapes.ts';
import { ok } from '#base/problem.ts';
import { accentFree } from '#base/vietnamese/text.ts';
import { ruleOn, sendingRulesOf, setSendingRule } from '#record/intake/sending-rules.ts';
import { Page } from './one-submission.ts';
import { BodySending } from './waiting-shapes.ts';

/** Heads work at the portal, administrators at the administration. */
const SURFACES = ['portal', 'administration'] as const;

const SetRule = Type.Object(
  { approval: Type.Boolean(), from: Type.String({ maxLength: 10 }), reason: Type.String({ maxLength: 500 }) },
  { additionalProperties: false },
);
const RulesQuery = Type.Object({
  ...Page.properties,
  /** part of a name or a code */
  text: Type.Optional(Type.String({ maxLength: 100 })),
});

export function sendingRuleRoutes(app: FastifyInstance, needs: FrameNeeds & AuditNeeds): void {
  route(app, needs, {
    id: 'listSendingRules',
    tag: 'accounts',
    surfaces: SURFACES,
    summary: { vi: 'Các cơ quan của tôi: có duyệt trước khi gửi không', en: 'My agencies: is sending approved first?' },
    method: 'GET',
    path: '/api/v1/sending-rules',
    query: RulesQuery,
    act: 'sending.change',
    read: nobody('settings of bodies, with the names of who set them'),
    answer: json(listOf(BodySending)),
    work: async ({ tx, actor, query, allowed }) => {
      const limit = query.limit ?? 50;
      const [after] = decodeCursor(query.cursor, ['text']) ?? [''];
      const mine = new Set(bodiesFor(actor, 'sending.change') ?? []);
      const words = accentFree(query.text ?? '');
      const today = needs.clock.today();
      const bodies = (await treeOn(tx, today))
        .filter((body) => mine.has(body.bodyId) && body.code > after && accentFree(`${body.code} ${body.name}`).includes(words))
        .sort((one, other) => (one.code < other.code ? -1 : 1));
      const page = bodies.slice(0, limit);
      const rules = await sendingRulesOf(
        tx,
        page.map((body) => body.bodyId),
      );
      return ok({
        items: page.map(({ bodyId, code, name }) => {
          const own = rules.get(bodyId) ?? [];
          return {
            id: bodyId,
            code,
            name,
            approval: ruleOn(own, today)?.approval ?? false,
            rules: own.map(({ approval, validFrom, reason, setBy, setAt }) => ({ approval, from: validFrom, reason, setBy, setAt })),
            may: allowed(['sending.change'], { bodyId }),
          };
        }),
        next: bodies.length > limit ? encodeCursor([page.at(-1)!.code]) : null,
      });
    },
  });

  route(app, needs, {
    id: 'setSendingRule',
    tag: 'accounts',
    surfaces: SURFACES,
    summary: { vi: 'Bật hoặc tắt duyệt trước khi gửi, từ một ngày', en: 'Switches approval before sending on or off, from a day' },
    method: 'POST',
    path: '/api/v1/bodies/:id/sending-rule',
    params: ById,
    body: SetRule,
    act: 'sending.change',
    subject: async ({ params }) => ok({ bodyId: params.id }),
    answer: empty,
    work: ({ tx, actor, params, body }) => setSendingRule(tx, needs, actor, { bodyId: params.id, ...body }),
  });
}
