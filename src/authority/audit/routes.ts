/**
 * The log over HTTP. The signed head and the tiles of hashes are open to everyone, as C2SP tlog-tiles wants it: they hold
 * nothing but hashes. Entry bundles, events and proofs are for those who may read the log; reading it is recorded.
 */
import { Type } from 'typebox';
import type { Static } from 'typebox';
import type { FastifyInstance } from 'fastify';
import { decide } from '#authority/access/decide.ts';
import { actorOf, handleOf } from '#authority/access/request.ts';
import { decodeCursor, encodeCursor } from '#base/cursor.ts';
import type { Database } from '#base/database/transaction.ts';
import { sendProblem } from '#base/http-problem.ts';
import { makeBundle } from './bundle.ts';
import type { BundleNeeds } from './bundle.ts';
import { verifierKey } from './checkpoint.ts';
import { eventsPage } from './events-page.ts';
import type { EventsFound } from './events-page.ts';
import { EVENTS_PAGE_MAX } from './limits.ts';
import { auditNothingSigned, auditTileNotFound } from './problems.ts';
import { recordRead } from './record.ts';
import type { AuditNeeds } from './record.ts';
import { Bundle, EventRow } from './shapes.ts';
import { findEvent } from './store.ts';
import { CHECKPOINT_FILE, readLogFile } from './tile-folder.ts';
import { parseTilePath, TILE_WIDTH, tilePath } from './tiles.ts';
import { actWords, purposeWords } from './words.ts';

export interface AuditHttpNeeds extends AuditNeeds, BundleNeeds {
  readonly db: Database;
}

const Uuid = Type.String({ format: 'uuid' });
const EventsQuery = Type.Object({
  cursor: Type.Optional(Type.String({ maxLength: 500 })),
  limit: Type.Optional(Type.Integer({ minimum: 1, maximum: EVENTS_PAGE_MAX })),
  body: Type.Optional(Uuid),
});
const EventsPage = Type.Object({
  items: Type.Array(EventRow),
  /** rows of the log below the last item that are beyond the reader's reach; counted on the last page */
  outsideAfter: Type.Integer({ minimum: 0 }),
  next: Type.Union([Type.String(), Type.Null()]),
});
const BundleParams = Type.Object({ eventId: Uuid });
const BundleQuery = Type.Object({ since: Type.Optional(Type.Integer({ minimum: 0 })), payload: Type.Optional(Type.Boolean()) });

const shown = (event: EventsFound['rows'][number]): EventRow => ({
  eventId: event.eventId,
  at: event.at,
  kind: event.kind,
  act: event.act,
  actName: actWords(event.act),
  actor: event.actor,
  role: event.role,
  purpose: event.purpose,
  purposeName: purposeWords(event.purpose),
  bodyId: event.bodyId,
  object: event.object,
  revision: event.revision,
  listed: event.listed,
  index: event.index,
  outside: event.outside,
});

export function auditRoutes(app: FastifyInstance, needs: AuditHttpNeeds): void {
  logFiles(app, needs);

  app.get<{ Querystring: Static<typeof EventsQuery> }>(
    '/api/v1/audit/events',
    { schema: { querystring: EventsQuery, response: { 200: EventsPage } } },
    async (request, reply) => {
      const { body, limit = 50 } = request.query;
      const verdict = decide(actorOf(request), 'audit.read', { bodyId: body ?? null }, { today: needs.clock.today() });
      if (!verdict.allowed) return sendProblem(reply, verdict.reason);
      return needs.db.transaction(handleOf(request), async (tx) => {
        const after = decodeCursor(request.query.cursor, ['place']);
        const found = await eventsPage(tx, { below: after ? Number(after[0]) : null, limit, bodyId: body ?? null });
        await recordRead(tx, needs, {
          act: 'audit.read',
          purpose: 'SUPERVISE',
          bodyId: body ?? null,
          objectId: null,
          payload: { events: found.rows.map((event) => event.eventId) },
        });
        return {
          items: found.rows.map(shown),
          outsideAfter: found.outsideAfter,
          next: found.next === null ? null : encodeCursor([String(found.next)]),
        };
      });
    },
  );

  app.get<{ Params: Static<typeof BundleParams>; Querystring: Static<typeof BundleQuery> }>(
    '/api/v1/audit/bundle/:eventId',
    { schema: { params: BundleParams, querystring: BundleQuery, response: { 200: Bundle } } },
    async (request, reply) => {
      const actor = actorOf(request);
      const { eventId } = request.params;
      return needs.db.transaction(handleOf(request), async (tx) => {
        const found = await findEvent(tx, eventId);
        const bodyId = found?.event.bodyId ?? null;
        const verdict = decide(actor, 'audit.read', { bodyId }, { today: needs.clock.today() });
        if (!verdict.allowed) return sendProblem(reply, verdict.reason);
        const bundle = await makeBundle(tx, needs, {
          eventId,
          olderSize: request.query.since,
          withPayload: request.query.payload === true,
        });
        if (!bundle.ok) return sendProblem(reply, bundle.problems[0]!);
        await recordRead(tx, needs, {
          act: 'audit.read',
          purpose: 'SUPERVISE',
          bodyId,
          objectId: null,
          payload: { event: eventId, payload: bundle.value.payload !== null },
        });
        return bundle.value;
      });
    },
  );
}

function logFiles(app: FastifyInstance, needs: AuditHttpNeeds): void {
  app.get('/api/v1/audit/checkpoint', async (_request, reply) => {
    const note = await readLogFile(needs.folder, CHECKPOINT_FILE);
    return note ? reply.type('text/plain; charset=utf-8').send(Buffer.from(note)) : sendProblem(reply, auditNothingSigned());
  });

  // Handy for a demonstration; whoever relies on a proof has the key from elsewhere.
  app.get('/api/v1/audit/key', async (_request, reply) => reply.type('text/plain; charset=utf-8').send(`${verifierKey(needs.key)}\n`));

  app.get<{ Params: { '*': string } }>('/api/v1/audit/tile/*', async (request, reply) => {
    const path = `tile/${request.params['*']}`;
    const tile = parseTilePath(path);
    if (!tile) return sendProblem(reply, auditTileNotFound({ path: 'tile/…' }));
    if (tile.level === 'entries') {
      const verdict = decide(actorOf(request), 'audit.verify', { bodyId: null }, { today: needs.clock.today() });
      if (!verdict.allowed) return sendProblem(reply, verdict.reason);
    }
    const bytes = await readLogFile(needs.folder, path);
    if (!bytes) return sendProblem(reply, auditTileNotFound({ path }));
    if (tile.level === 'entries')
      await needs.db.transaction(handleOf(request), (tx) =>
        recordRead(tx, needs, { act: 'audit.read', purpose: 'SUPERVISE', bodyId: null, objectId: null, payload: { tile: path } }),
      );
    // A full tile never changes; a narrow one may go once the full one stands.
    const age = tile.width === TILE_WIDTH ? 'public, max-age=31536000, immutable' : 'public, max-age=3600';
    return reply
      .header('cache-control', tile.level === 'entries' ? 'private, no-store' : age)
      .header('x-tile', tilePath(tile))
      .type('application/octet-stream')
      .send(Buffer.from(bytes));
  });
}
