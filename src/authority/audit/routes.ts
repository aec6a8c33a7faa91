/**
 * The log over HTTP. The signed head and the tiles of hashes are open to everyone, as C2SP tlog-tiles wants it: they hold
 * nothing but hashes. Entry bundles, events and proofs are for those who may read the log; reading it is recorded.
 */
import { Type } from 'typebox';
import type { Static } from 'typebox';
import type { FastifyInstance } from 'fastify';
import { decide } from '#authority/access/decide.ts';
import { nobody, openRoute } from '#authority/access/frame.ts';
import { notAllowed, notSignedIn } from '#authority/access/problems.ts';
import { actorIfAny, handleOf } from '#authority/access/request.ts';
import { decodeCursor, encodeCursor } from '#base/cursor.ts';
import type { Database } from '#base/database/transaction.ts';
import { sendProblem } from '#base/http-problem.ts';
import { file, json } from '#base/http/answer.ts';
import { Bilingual, listOf, oneOf, pageOf } from '#base/http/shapes.ts';
import { ok, refused } from '#base/problem.ts';
import type { Result } from '#base/problem.ts';
import { makeBundle } from './bundle.ts';
import type { BundleNeeds } from './bundle.ts';
import { verifierKey } from './checkpoint.ts';
import { exportEvents } from './events-export.ts';
import { eventsPage } from './events-page.ts';
import type { EventsFound } from './events-page.ts';
import { EVENTS_PAGE_MAX } from './limits.ts';
import { auditDaysNotValid, auditEventNotFound, auditExportTooMany, auditNothingSigned, auditTileNotFound } from './problems.ts';
import { recordRead } from './record.ts';
import { route } from './route.ts';
import type { AuditNeeds } from './record.ts';
import { ACTS, Bundle, EventRow, READS } from './shapes.ts';
import { findEvent } from './store.ts';
import type { EventChoice } from './store.ts';
import { CHECKPOINT_FILE, parseTilePath, TILE_WIDTH, tilePath } from './tiles.ts';
import { ACT_WORDS, actWords, purposeWords } from './words.ts';

export interface AuditHttpNeeds extends AuditNeeds, BundleNeeds {
  readonly db: Database;
}

/** What outsiders verify the log with. */
const ANYBODY = ['portal', 'administration', 'exchange'] as const;
const Uuid = Type.String({ format: 'uuid' });
const Day = Type.Optional(Type.String({ format: 'date', pattern: '^[1-9]' }));
/** What a reader may choose of the log. */
const CHOICE = {
  act: Type.Optional(Type.String({ maxLength: 40, pattern: '^[a-z.-]+$' })),
  role: Type.Optional(Type.String({ maxLength: 20, pattern: '^[A-Z_]+$' })),
  body: Type.Optional(Uuid),
  from: Day,
  to: Day,
};
const ChoiceQuery = Type.Object(CHOICE);
const EventsQuery = Type.Object({ ...CHOICE, ...pageOf(EVENTS_PAGE_MAX) });
const EventsPage = Type.Object(
  {
    items: Type.Array(EventRow),
    /** rows of the log below the last item that are beyond the reader's reach; counted on the last page */
    outsideAfter: Type.Integer({ minimum: 0 }),
    next: Type.Union([Type.String(), Type.Null()]),
  },
  { title: 'AuditEventsPage' },
);
const AuditActs = listOf(Type.Object({ code: Type.String(), kind: oneOf(['act', 'read']), name: Bilingual }, { title: 'AuditAct' }));
const BundleParams = Type.Object({ eventId: Uuid });
const BundleQuery = Type.Object({
  since: Type.Optional(Type.Integer({ minimum: 0, maximum: Number.MAX_SAFE_INTEGER })),
  payload: Type.Optional(Type.Boolean()),
});

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

/** E-AUDIT-DAYS when the first day is after the last. */
function choiceIn({ act, role, body, from, to }: Static<typeof ChoiceQuery>): Result<EventChoice> {
  if (from !== undefined && to !== undefined && from > to) return refused(auditDaysNotValid({ from, to }));
  return ok({ act, role, bodyId: body, from, to });
}

export function auditRoutes(app: FastifyInstance, needs: AuditHttpNeeds): void {
  logFiles(app, needs);

  route(app, needs, {
    id: 'listAuditEvents',
    tag: 'audit',
    summary: { vi: 'Các dòng nhật ký của những cơ quan tôi giám sát', en: 'Rows of the log of the agencies that I supervise' },
    method: 'GET',
    path: '/api/v1/audit/events',
    query: EventsQuery,
    act: 'audit.read',
    subject: async ({ query }) => ok({ bodyId: query.body ?? null }),
    read: 'audit.read',
    purpose: 'SUPERVISE',
    answer: json(EventsPage),
    problems: [auditDaysNotValid],
    work: async ({ tx, query, shows }) => {
      const { body, cursor, limit = 50 } = query;
      const choice = choiceIn(query);
      if (!choice.ok) return choice;
      const after = decodeCursor(cursor, ['place']);
      const found = await eventsPage(tx, { below: after ? Number(after[0]) : null, limit, choice: choice.value });
      await shows({ bodyId: body ?? null, objectId: null, payload: { events: found.rows.map((event) => event.eventId) } });
      return ok({
        items: found.rows.map(shown),
        outsideAfter: found.outsideAfter,
        next: found.next === null ? null : encodeCursor([String(found.next)]),
      });
    },
  });

  route(app, needs, {
    id: 'exportAuditEvents',
    tag: 'audit',
    summary: { vi: 'Xuất các dòng nhật ký đã chọn thành tệp CSV', en: 'The chosen rows of the log as a CSV file' },
    method: 'GET',
    path: '/api/v1/audit/events.csv',
    query: ChoiceQuery,
    act: 'audit.read',
    subject: async ({ query }) => ok({ bodyId: query.body ?? null }),
    read: 'export.made',
    purpose: 'SUPERVISE',
    answer: file('text/csv; charset=utf-8'),
    problems: [auditDaysNotValid, auditExportTooMany],
    work: async ({ tx, query, shows }) => {
      const choice = choiceIn(query);
      const made = choice.ok ? await exportEvents(tx, choice.value) : choice;
      if (!made.ok) return made;
      await shows({ bodyId: query.body ?? null, objectId: null, payload: { choice: query, rows: made.value.rows } });
      return ok({ bytes: made.value.bytes, name: `nhat-ky-${needs.clock.today()}.csv` });
    },
  });

  route(app, needs, {
    id: 'listAuditActs',
    tag: 'audit',
    summary: { vi: 'Các loại việc và lượt xem mà nhật ký có thể ghi', en: 'The acts and readings that the log can name' },
    method: 'GET',
    path: '/api/v1/audit/acts',
    act: 'audit.verify',
    read: nobody('a closed list of words'),
    answer: json(AuditActs),
    work: async () =>
      ok({
        items: [
          ...ACTS.map((code) => ({ code, kind: 'act' as const, name: ACT_WORDS[code] })),
          ...READS.map((code) => ({ code, kind: 'read' as const, name: ACT_WORDS[code] })),
        ],
        next: null,
      }),
  });

  route(app, needs, {
    id: 'getAuditBundle',
    tag: 'audit',
    summary: { vi: 'Bằng chứng của một dòng nhật ký, mang đi kiểm được', en: 'The proof of one row of the log, to be carried away' },
    method: 'GET',
    path: '/api/v1/audit/bundle/:eventId',
    params: BundleParams,
    query: BundleQuery,
    act: 'audit.read',
    subject: async ({ tx, params }) => ok({ bodyId: (await findEvent(tx, params.eventId))?.event.bodyId ?? null }),
    read: 'audit.read',
    purpose: 'SUPERVISE',
    answer: json(Bundle),
    problems: [auditEventNotFound],
    work: async ({ tx, params: { eventId }, query, subject: { bodyId }, shows }) => {
      const bundle = await makeBundle(tx, needs, { eventId, olderSize: query.since, withPayload: query.payload === true });
      if (bundle.ok) await shows({ bodyId, objectId: null, payload: { event: eventId, payload: bundle.value.payload !== null } });
      return bundle;
    },
  });
}

const PLAIN = 'text/plain; charset=utf-8';
const HASH_TILE = /^\/api\/v1\/audit\/tile\/\d/;

function logFiles(app: FastifyInstance, needs: AuditHttpNeeds): void {
  openRoute(app, {
    id: 'getCheckpoint',
    tag: 'audit',
    surfaces: ANYBODY,
    summary: { vi: 'Đầu nhật ký đã ký (C2SP tlog-checkpoint)', en: 'The signed head of the log (C2SP tlog-checkpoint)' },
    method: 'GET',
    path: '/api/v1/audit/checkpoint',
    answer: file(PLAIN),
    problems: [auditNothingSigned],
    handler: async (_request, reply) => {
      const note = await needs.files.read(CHECKPOINT_FILE);
      return note ? reply.type(PLAIN).send(Buffer.from(note)) : sendProblem(reply, auditNothingSigned());
    },
  });

  // Handy for a demonstration; whoever relies on a proof has the key from elsewhere.
  openRoute(app, {
    id: 'getAuditKey',
    tag: 'audit',
    surfaces: ANYBODY,
    summary: { vi: 'Khóa kiểm đầu nhật ký', en: 'The key that verifies the head of the log' },
    method: 'GET',
    path: '/api/v1/audit/key',
    answer: file(PLAIN),
    handler: async (_request, reply) => reply.type(PLAIN).send(`${verifierKey(needs.key)}\n`),
  });

  openRoute(app, {
    id: 'getTile',
    tag: 'audit',
    surfaces: ANYBODY,
    summary: {
      vi: 'Một ô của nhật ký (C2SP tlog-tiles); các dòng chỉ dành cho người được đọc nhật ký',
      en: 'A tile of the log (C2SP tlog-tiles); entries are for those who may read the log',
    },
    method: 'GET',
    path: '/api/v1/audit/tile/*',
    params: Type.Object({ '*': Type.String({ maxLength: 200 }) }),
    // Hash tiles alone: an outsider verifies the log with them; they hold hashes and nothing else.
    isOpen: (url) => HASH_TILE.test(url),
    answer: file('application/octet-stream'),
    problems: [auditTileNotFound, notSignedIn, notAllowed],
    handler: async (request, reply) => {
      const path = `tile/${request.params['*']}`;
      const tile = parseTilePath(path);
      if (!tile) return sendProblem(reply, auditTileNotFound({ path: 'tile/…' }));
      if (tile.level === 'entries') {
        const actor = actorIfAny(request);
        if (!actor) return sendProblem(reply, notSignedIn());
        const verdict = decide(actor, 'audit.verify', { bodyId: null }, { today: needs.clock.today() });
        if (!verdict.allowed) return sendProblem(reply, verdict.reason);
      }
      const bytes = await needs.files.read(path);
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
    },
  });
}
