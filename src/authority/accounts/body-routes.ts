/** Bodies that one may act for, and the tree of any day. */
import { Type } from 'typebox';
import type { FastifyInstance } from 'fastify';
import { bodiesFor } from '#authority/access/decide.ts';
import { nobody } from '#authority/access/frame.ts';
import type { FrameNeeds } from '#authority/access/frame.ts';
import { rootOfInstallation } from '#authority/access/grant-requests.ts';
import type { AuditNeeds } from '#authority/audit/record.ts';
import { route } from '#authority/audit/route.ts';
import { treeOn } from '#authority/organisations/store.ts';
import { json } from '#base/http/answer.ts';
import { listOf, oneOf } from '#base/http/shapes.ts';
import { ok } from '#base/problem.ts';
import { BodyInTree, BodyShape } from './shapes.ts';

const PUBLIC = nobody('the public tree of bodies');

export function bodyRoutes(app: FastifyInstance, needs: FrameNeeds & AuditNeeds): void {
  /** Bodies that the actor may send for, take the template of, or ask in cases for; each before those below it. */
  route(app, needs, {
    id: 'listBodies',
    tag: 'bodies',
    summary: {
      vi: 'Các cơ quan mà tôi được gửi hồ sơ, lấy biểu mẫu, hoặc được lập vụ việc',
      en: 'Agencies that I may send for, take templates of, or ask in cases for',
    },
    method: 'GET',
    path: '/api/v1/bodies',
    query: Type.Object({
      act: Type.Optional(
        oneOf([
          'upload.create',
          'template.read',
          'case.ask',
          'grants.change',
          'rights.delegate',
          'declaration.call',
          'exchange.ask',
          'reports.make',
        ]),
      ),
    }),
    act: 'bodies.read',
    read: PUBLIC,
    answer: json(listOf(BodyShape)),
    work: async ({ tx, actor, query }) => {
      const mine = new Set(bodiesFor(actor, query.act ?? 'upload.create') ?? []);
      const tree = await treeOn(tx, needs.clock.today());
      const root = await rootOfInstallation(tx);
      return ok({
        items: tree
          .filter((body) => mine.has(body.bodyId))
          .map(({ bodyId, code, name, level }) => ({ id: bodyId, code, name, level, root: bodyId === root }))
          .sort((a, b) => (a.code < b.code ? -1 : 1)),
        next: null,
      });
    },
  });

  /** The tree of any day: public knowledge of the installation, for everybody who is signed in. */
  route(app, needs, {
    id: 'getBodyTree',
    tag: 'bodies',
    summary: { vi: 'Cây cơ quan vào một ngày', en: 'The tree of agencies on a day' },
    method: 'GET',
    path: '/api/v1/bodies/tree',
    query: Type.Object({ on: Type.Optional(Type.String({ format: 'date', pattern: '^[1-9]' })) }),
    act: 'signed-in',
    read: PUBLIC,
    answer: json(listOf(BodyInTree)),
    work: async ({ tx, query }) => ok({ items: await treeOn(tx, query.on ?? needs.clock.today()), next: null }),
  });
}
