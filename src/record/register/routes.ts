/** Search, record page, unmasking, history, who viewed. No personal data in addresses: a search is a POST. */
import { Type } from 'typebox';
import type { Static } from 'typebox';
import type { FastifyInstance } from 'fastify';
import { recordAct, recordRead } from '#authority/audit/record.ts';
import { readsOfPerson } from '#authority/audit/reads.ts';
import { decide } from '#authority/access/decide.ts';
import { acting, actorOf, handleOf, rolesOver } from '#authority/access/request.ts';
import { sendProblem } from '#base/http-problem.ts';
import { decodeCursor, encodeCursor } from '#base/cursor.ts';
import type { BlobStore } from '#base/blob-store.ts';
import type { Database, Tx } from '#base/database/transaction.ts';
import { personNotFound } from './problems.ts';
import { openPortrait, sendPortrait } from './portrait.ts';
import { fieldHistory, openRecord, unmaskField } from './read.ts';
import type { ReadNeeds } from './read.ts';
import { REOPENING_REASONS, reopenRecord } from './reopening.ts';
import { standingNow } from './standing.ts';
import { searchPeople } from './search.ts';
import { seenAt } from './sight.ts';
import { managedSubject, reachedSubject } from './reach.ts';
import { subjectIdentityOf } from './store.ts';

export interface RegisterHttpNeeds extends ReadNeeds {
  readonly db: Database;
  readonly blobs: BlobStore;
  /** names of bodies today, for lists */
  readonly bodyNames: (tx: Tx, bodyIds: readonly string[]) => Promise<ReadonlyMap<string, string>>;
}

const SearchBody = Type.Object(
  {
    name: Type.Optional(Type.String({ maxLength: 100 })),
    nationalId: Type.Optional(Type.String({ maxLength: 20 })),
    bodyId: Type.Optional(Type.String({ format: 'uuid' })),
    title: Type.Optional(Type.String({ maxLength: 100 })),
    cursor: Type.Optional(Type.String({ maxLength: 500 })),
    limit: Type.Optional(Type.Integer({ minimum: 1, maximum: 100 })),
  },
  { additionalProperties: false },
);

const Id = Type.Object({ id: Type.String({ format: 'uuid' }) });

export function registerRoutes(app: FastifyInstance, needs: RegisterHttpNeeds): void {
  app.post<{ Body: Static<typeof SearchBody> }>(
    '/api/v1/people/search',
    { config: { reads: true }, schema: { body: SearchBody } },
    async (request, reply) => {
      const actor = actorOf(request);
      const verdict = decide(actor, 'record.search', { bodyId: request.body.bodyId ?? null }, { today: needs.clock.today() });
      if (!verdict.allowed) return sendProblem(reply, verdict.reason);
      const limit = request.body.limit ?? 20;
      const after = decodeCursor(request.body.cursor, ['text', 'uuid']);
      return needs.db.transaction(handleOf(request), async (tx) => {
        const hits = await searchPeople(tx, needs.keys, { ...request.body, limit: limit + 1, after });
        const page = hits.slice(0, limit);
        const names = await needs.bodyNames(tx, [...new Set(page.map((hit) => hit.bodyId))]);
        // A number that finds nobody shows nobody: it is no viewing, and stands in the log all the same.
        if (request.body.nationalId !== undefined && page.length === 0)
          await recordAct(tx, needs, {
            act: 'lookup.empty',
            purpose: 'CONSULT',
            bodyId: request.body.bodyId ?? actor.grants[0]?.bodyId ?? null,
            objectId: null,
            payload: { number: needs.keys.nationalIdHash(request.body.nationalId.trim()).toString('hex') },
          });
        await recordRead(tx, needs, [
          {
            act: 'record.searched',
            purpose: 'CONSULT',
            bodyId: request.body.bodyId ?? null,
            objectId: null,
            listed: page.map((hit) => hit.personId),
            payload: { wish: { ...request.body, cursor: undefined } },
          },
        ]);
        const last = page.at(-1);
        return {
          items: page.map(({ sortKey: _key, byBody, bodyId, ...hit }) => {
            const sight = { roles: rolesOver(actor, byBody), unmasked: new Set<string>() };
            return {
              ...hit,
              birth: seenAt('ngaySinh', sight) === 'clear' ? hit.birth : null,
              title: seenAt('chucVuHienTai', sight) === 'clear' ? hit.title : null,
              bodyName: names.get(bodyId) ?? '',
            };
          }),
          next: hits.length > limit && last ? encodeCursor([last.sortKey, last.personId]) : null,
        };
      });
    },
  );

  const Query = Type.Object({
    validOn: Type.Optional(Type.String({ maxLength: 10 })),
    knownAt: Type.Optional(Type.Integer({ minimum: 0 })),
  });
  app.get<{ Params: Static<typeof Id>; Querystring: Static<typeof Query> }>(
    '/api/v1/people/:id',
    { schema: { params: Id, querystring: Query } },
    async (request, reply) => {
      const actor = actorOf(request);
      return needs.db.transaction(handleOf(request), async (tx) => {
        const subject = await reachedSubject(tx, request.params.id);
        if (!subject) return sendProblem(reply, personNotFound());
        const verdict = decide(actor, 'record.read', subject, { today: needs.clock.today() });
        if (!verdict.allowed) return sendProblem(reply, verdict.reason);
        const page = await openRecord(tx, needs, request.params.id, {
          roles: rolesOver(actor, subject.bodyId),
          validOn: request.query.validOn,
          knownAt: request.query.knownAt,
        });
        if (!page.ok) return sendProblem(reply, page.problems[0]!);
        const names = await needs.bodyNames(tx, [page.value.bodyId]);
        const { standing } = await standingNow(tx, request.params.id, page.value.bodyId);
        void reply.header('etag', `"${page.value.version}"`);
        return {
          ...page.value,
          bodyName: names.get(page.value.bodyId) ?? '',
          etag: `"${page.value.version}"`,
          closed: standing.closed,
          reach: { why: subject.why, until: subject.until },
          reopeningReasons: Object.entries(REOPENING_REASONS).map(([code, label]) => ({ code, label })),
        };
      });
    },
  );

  // Of the sensitive fields: who may ask for a masked value may see it.
  app.get<{ Params: Static<typeof Id>; Querystring: Static<typeof Query> }>(
    '/api/v1/people/:id/portrait',
    { schema: { summary: 'The portrait of a person on a day (JPEG)', params: Id, querystring: Query } },
    async (request, reply) => {
      const actor = actorOf(request);
      return needs.db.transaction(handleOf(request), async (tx) => {
        const subject = await reachedSubject(tx, request.params.id);
        if (!subject) return sendProblem(reply, personNotFound());
        const verdict = decide(actor, 'record.unmask', subject, { today: needs.clock.today() });
        if (!verdict.allowed) return sendProblem(reply, verdict.reason);
        const jpeg = await openPortrait(tx, needs, request.params.id, { ...request.query, roles: rolesOver(actor, subject.bodyId) });
        return jpeg.ok ? sendPortrait(reply, jpeg.value) : sendProblem(reply, jpeg.problems[0]!);
      });
    },
  );

  const Field = Type.Object({ field: Type.String({ maxLength: 80 }) }, { additionalProperties: false });
  app.post<{ Params: Static<typeof Id>; Body: Static<typeof Field> }>(
    '/api/v1/people/:id/unmask',
    { config: { reads: true }, schema: { params: Id, body: Field } },
    async (request, reply) => {
      const actor = actorOf(request);
      return needs.db.transaction(handleOf(request), async (tx) => {
        const subject = await reachedSubject(tx, request.params.id);
        if (!subject) return sendProblem(reply, personNotFound());
        const verdict = decide(actor, 'record.unmask', subject, { today: needs.clock.today() });
        if (!verdict.allowed) return sendProblem(reply, verdict.reason);
        const shown = await unmaskField(tx, needs, request.params.id, request.body.field, rolesOver(actor, subject.bodyId));
        return shown.ok ? shown.value : sendProblem(reply, shown.problems[0]!);
      });
    },
  );

  app.get<{ Params: Static<typeof Id>; Querystring: Static<typeof Field> }>(
    '/api/v1/people/:id/history',
    { schema: { params: Id, querystring: Field } },
    async (request, reply) => {
      const actor = actorOf(request);
      return needs.db.transaction(handleOf(request), async (tx) => {
        const subject = await reachedSubject(tx, request.params.id);
        if (!subject) return sendProblem(reply, personNotFound());
        const verdict = decide(actor, 'record.history', subject, { today: needs.clock.today() });
        if (!verdict.allowed) return sendProblem(reply, verdict.reason);
        const moments = await fieldHistory(tx, needs, request.params.id, request.query.field, rolesOver(actor, subject.bodyId));
        return moments.ok ? { items: moments.value, next: null } : sendProblem(reply, moments.problems[0]!);
      });
    },
  );

  const Reopen = Type.Object(
    { reason: Type.String({ maxLength: 40 }), note: Type.Optional(Type.String({ maxLength: 500 })) },
    { additionalProperties: false },
  );
  app.post<{ Params: Static<typeof Id>; Body: Static<typeof Reopen> }>(
    '/api/v1/people/:id/reopenings',
    { schema: { summary: 'Opens a closed record for one change', params: Id, body: Reopen } },
    async (request, reply) => {
      return acting(needs.db, request, async (tx) => {
        const actor = actorOf(request);
        const subject = await managedSubject(tx, request.params.id);
        if (!subject) return sendProblem(reply, personNotFound());
        const identity = await subjectIdentityOf(tx, request.params.id, actor.identity);
        const verdict = decide(actor, 'record.reopen', { bodyId: subject.bodyId, identity }, { today: needs.clock.today() });
        if (!verdict.allowed) return sendProblem(reply, verdict.reason);
        const { reason, note } = request.body;
        const opened = await reopenRecord(tx, needs, {
          personId: request.params.id,
          reason,
          note: note ?? null,
          byAccount: actor.accountId,
        });
        return opened.ok ? reply.status(201).send(opened.value) : sendProblem(reply, opened.problems[0]!);
      });
    },
  );

  app.get<{ Params: Static<typeof Id> }>('/api/v1/people/:id/reads', { schema: { params: Id } }, async (request, reply) => {
    const actor = actorOf(request);
    return needs.db.transaction(handleOf(request), async (tx) => {
      const subject = await managedSubject(tx, request.params.id);
      if (!subject) return sendProblem(reply, personNotFound());
      const verdict = decide(actor, 'record.reads', subject, { today: needs.clock.today() });
      if (!verdict.allowed) return sendProblem(reply, verdict.reason);
      const reads = await readsOfPerson(tx, request.params.id);
      await recordRead(tx, needs, [{ act: 'reads.read', purpose: 'SUPERVISE', bodyId: subject.bodyId, objectId: request.params.id }]);
      const names = await needs.bodyNames(tx, [...new Set(reads.flatMap((read) => read.bodyId ?? []))]);
      return { items: reads.map((read) => ({ ...read, bodyName: read.bodyId ? (names.get(read.bodyId) ?? '') : '' })), next: null };
    });
  });
}
