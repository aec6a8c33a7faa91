/** Bodies, template, home: small answers that need more than one room. */
import { Type } from 'typebox';
import type { Static } from 'typebox';
import type { FastifyInstance } from 'fastify';
import { bodiesFor, decide } from '#authority/access/decide.ts';
import { actorOf, handleOf } from '#authority/access/request.ts';
import { recordAct } from '#authority/audit/record.ts';
import type { AuditNeeds } from '#authority/audit/record.ts';
import { bodyOn, treeOn } from '#authority/organisations/store.ts';
import { sendProblem } from '#base/http-problem.ts';
import type { Database } from '#base/database/transaction.ts';
import { sourceStates } from '#record/matching/store.ts';
import { homeTasks } from '#doors/desk/home.ts';
import { noticesFor } from './notices.ts';
import { bodyNotYours } from './problems.ts';

export interface BodyNeeds extends AuditNeeds {
  readonly db: Database;
  readonly makeTemplate: (body: { readonly bodyCode: string; readonly bodyName: string; readonly issuedOn: string }) => Promise<Uint8Array>;
}

export function bodyRoutes(app: FastifyInstance, needs: BodyNeeds): void {
  app.get('/api/v1/home', async (request, reply) => {
    const actor = actorOf(request);
    const verdict = decide(actor, 'home.read', { bodyId: null }, { today: needs.clock.today() });
    if (!verdict.allowed) return sendProblem(reply, verdict.reason);
    const supervises = decide(actor, 'audit.read', { bodyId: null }, { today: needs.clock.today() }).allowed;
    return needs.db.transaction(handleOf(request), async (tx) => ({
      tasks: [
        ...(await homeTasks(tx, {
          sends: bodiesFor(actor, 'submission.submit'),
          confirms: bodiesFor(actor, 'queue.read'),
          follows: bodiesFor(actor, 'submission.read'),
          answers: bodiesFor(actor, 'case.decide'),
        })),
        ...(supervises ? await noticesFor(tx, needs.clock) : []),
      ],
      sources: (await sourceStates(tx)).map(({ source, state, since, tryAt }) => ({ source, state, since, tryAt })),
    }));
  });

  /** Bodies that the actor may send for, or ask in cases for; each before those below it. */
  const For = Type.Object({ act: Type.Optional(Type.Enum(['upload.create', 'case.ask'])) });
  app.get<{ Querystring: Static<typeof For> }>('/api/v1/bodies', { schema: { querystring: For } }, async (request, reply) => {
    const actor = actorOf(request);
    const verdict = decide(actor, 'bodies.read', { bodyId: null }, { today: needs.clock.today() });
    if (!verdict.allowed) return sendProblem(reply, verdict.reason);
    const mine = new Set(bodiesFor(actor, request.query.act ?? 'upload.create') ?? []);
    return needs.db.transaction(handleOf(request), async (tx) => {
      const tree = await treeOn(tx, needs.clock.today());
      return {
        items: tree
          .filter((body) => mine.has(body.bodyId))
          .map(({ bodyId, code, name, level }) => ({ id: bodyId, code, name, level }))
          .sort((a, b) => (a.code < b.code ? -1 : 1)),
        next: null,
      };
    });
  });

  /** The tree of any day: public knowledge of the installation, for everybody who is signed in. */
  const Day = Type.Object({ on: Type.Optional(Type.String({ format: 'date', pattern: '^[1-9]' })) });
  app.get<{ Querystring: Static<typeof Day> }>('/api/v1/bodies/tree', { schema: { querystring: Day } }, async (request) =>
    needs.db.transaction(handleOf(request), async (tx) => ({
      items: await treeOn(tx, request.query.on ?? needs.clock.today()),
      next: null,
    })),
  );

  const Id = Type.Object({ id: Type.String({ format: 'uuid' }) });
  app.get<{ Params: Static<typeof Id> }>('/api/v1/bodies/:id/template.xlsx', { schema: { params: Id } }, async (request, reply) => {
    const verdict = decide(actorOf(request), 'template.read', { bodyId: request.params.id }, { today: needs.clock.today() });
    if (!verdict.allowed) return sendProblem(reply, verdict.reason);
    const body = await needs.db.transaction(handleOf(request), async (tx) => {
      const found = await bodyOn(tx, request.params.id, needs.clock.today());
      if (found)
        await recordAct(tx, needs, [
          { act: 'template.issued', purpose: 'SUBMIT', bodyId: found.bodyId, objectId: null, payload: { code: found.code } },
        ]);
      return found;
    });
    if (!body) return sendProblem(reply, bodyNotYours());
    const bytes = await needs.makeTemplate({ bodyCode: body.code, bodyName: body.name, issuedOn: needs.clock.today() });
    return reply
      .type('application/vnd.openxmlformats-officedocument.spreadsheetml.sheet')
      .header('content-disposition', `attachment; filename="bieu-mau-${body.code}.xlsx"`)
      .send(Buffer.from(bytes));
  });
}
