/** The template of a body over HTTP. */
import type { FastifyInstance } from 'fastify';
import { afterCommit, nobody } from '#authority/access/frame.ts';
import type { FrameNeeds } from '#authority/access/frame.ts';
import { currentLists } from '#authority/code-lists/editions.ts';
import { recordAct } from '#authority/audit/record.ts';
import type { AuditNeeds } from '#authority/audit/record.ts';
import { route } from '#authority/audit/route.ts';
import { bodyOn } from '#authority/organisations/store.ts';
import { file } from '#base/http/answer.ts';
import { ById } from '#base/http/shapes.ts';
import { ok, refused } from '#base/problem.ts';
import { bodyNotYours } from './problems.ts';
import { makeTemplate } from './template.ts';

const XLSX = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';

export function workbookRoutes(app: FastifyInstance, needs: FrameNeeds & AuditNeeds): void {
  route(app, needs, {
    id: 'getTemplate',
    tag: 'bodies',
    surfaces: ['portal'],
    summary: { vi: 'Biểu mẫu Excel của một cơ quan', en: 'The Excel template of an agency' },
    method: 'GET',
    path: '/api/v1/bodies/:id/template.xlsx',
    params: ById,
    act: 'template.read',
    subject: async ({ params }) => ok({ bodyId: params.id }),
    read: nobody('an empty template; its issue is an act with a row'),
    answer: file(XLSX),
    problems: [bodyNotYours],
    work: async ({ tx, params }) => {
      const issuedOn = needs.clock.today();
      const body = await bodyOn(tx, params.id, issuedOn);
      if (!body) return refused(bodyNotYours());
      const lists = await currentLists(tx);
      await recordAct(tx, needs, [
        { act: 'template.issued', purpose: 'SUBMIT', bodyId: body.bodyId, objectId: null, payload: { code: body.code } },
      ]);
      return ok(
        afterCommit(async () =>
          ok({
            bytes: await makeTemplate({ bodyCode: body.code, bodyName: body.name, issuedOn, lists }),
            name: `bieu-mau-${body.code}.xlsx`,
          }),
        ),
      );
    },
  });
}
