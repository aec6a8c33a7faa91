/** The officer's queue over HTTP: narrowed, in an order, with the place of one person in it. */
import { Type } from 'typebox';
import type { Static } from 'typebox';
import type { FastifyInstance } from 'fastify';
import { route } from '#authority/audit/route.ts';
import { bodiesFor } from '#authority/access/decide.ts';
import type { Actor } from '#authority/access/shapes.ts';
import type { Clock } from '#base/clock.ts';
import { decodeCursor, encodeCursor } from '#base/cursor.ts';
import type { Tx } from '#base/database/transaction.ts';
import { json } from '#base/http/answer.ts';
import { Id } from '#base/http/shapes.ts';
import { groupTitleOf, ok, refused } from '#base/problem.ts';
import { ownOf, sendersOf } from '#record/intake/makers.ts';
import { bodyHasNoFileFor } from '#record/intake/problems.ts';
import type { QueueFilter } from '#record/intake/queue-order.ts';
import { bodyInQueue, queueFacets, queuePage, queuePlace, queueSubmissions } from '#record/intake/queue-store.ts';
import type { QueueSubmission } from '#record/intake/queue-store.ts';
import type { DeskNeeds } from './needs.ts';
import { ACTS_ON_ITEM, itemOf } from './officer.ts';
import { Narrowed, QueuePage, QueuePlace, QueueQuery } from './queue-shapes.ts';

/** Submissions named beside the queue. */
const SUBMISSIONS_MAX = 20;

const DAY_MS = 86_400_000;

const Params = Type.Object({ submissionId: Id, personId: Id });

const filterOf = ({ body, warning, match, days, sort }: Static<typeof Narrowed>, clock: Clock): QueueFilter => ({
  bodyId: body,
  warning,
  match,
  sort,
  ...(days === undefined ? {} : { waitingBefore: new Date(Date.parse(clock.now()) - days * DAY_MS).toISOString() }),
});

/** Submissions of which several people wait and whose list the actor may sign: not those that they sent themselves. */
async function theirLists(tx: Tx, actor: Actor, submissions: readonly QueueSubmission[]): Promise<readonly QueueSubmission[]> {
  const confirms = bodiesFor(actor, 'item.confirm');
  const several = submissions.filter(({ people, bodyId }) => people > 1 && (confirms === null || confirms.includes(bodyId)));
  const senders = await sendersOf(
    tx,
    several.map(({ submissionId }) => submissionId),
  );
  return several.filter(({ submissionId }) => !senders.get(submissionId)?.has(actor.identity)).slice(0, SUBMISSIONS_MAX);
}

export function queueRoutes(app: FastifyInstance, needs: DeskNeeds): void {
  const facetsOf = async (tx: Tx, bodyIds: readonly string[] | null) => {
    const { bodies, matches, warnings } = await queueFacets(tx, bodyIds);
    const names = await needs.bodyNames(tx, [...bodies.keys()]);
    return {
      waiting: [...bodies.values()].reduce((sum, people) => sum + people, 0),
      bodies: [...bodies].map(([id, people]) => ({ id, name: names.get(id) ?? '', people })),
      matches: [...matches].map(([level, people]) => ({ level, people })),
      warnings: [...warnings].map(([code, people]) => ({ code, title: groupTitleOf(code), people })),
    };
  };

  route(app, needs, {
    id: 'listQueue',
    tag: 'confirmation',
    summary: {
      vi: 'Người chờ tôi xác nhận, lọc theo cơ quan, cảnh báo, mức khớp, thời gian chờ',
      en: 'People who wait for my confirmation, narrowed by agency, warning, match, waiting time',
    },
    method: 'GET',
    path: '/api/v1/confirmation/queue',
    query: QueueQuery,
    act: 'queue.read',
    read: 'queue.read',
    purpose: 'CONFIRM',
    answer: json(QueuePage),
    work: async ({ tx, actor, query, shows, allowed }) => {
      const limit = query.limit ?? 50;
      const mine = bodiesFor(actor, 'queue.read');
      const cursor = decodeCursor(query.cursor, ['uuid', 'uuid']);
      const after = cursor && { submissionId: cursor[0], personId: cursor[1] };
      const { rows, total } = await queuePage(tx, limit + 1, after, mine, filterOf(query, needs.clock));
      const page = rows.slice(0, limit);
      const several = await theirLists(tx, actor, await queueSubmissions(tx, mine));
      const names = await needs.bodyNames(tx, [...new Set([...page, ...several].map((row) => row.bodyId))]);
      const isMine = await ownOf(tx, actor.identity, page);
      await shows({ bodyId: null, objectId: null, listed: page.map((row) => row.personId) });
      const last = page.at(-1);
      return ok({
        items: page.map((row) => ({
          submissionId: row.submissionId,
          personId: row.personId,
          name: row.name,
          body: names.get(row.bodyId) ?? '',
          groups: [...row.groups],
          changes: row.groups.length,
          problems: row.warnings,
          match: row.level,
          waitingSince: row.waitingSince,
          mine: isMine(row),
          may: allowed(ACTS_ON_ITEM, itemOf(actor, row.bodyId, isMine(row))),
        })),
        // No key of the order: it may hold a name, and a cursor stands in an address.
        next: rows.length > limit && last ? encodeCursor([last.submissionId, last.personId]) : null,
        total,
        submissions: several.map(({ submissionId, uploadNumber, bodyId, people: n }) => ({
          submissionId,
          uploadNumber,
          body: names.get(bodyId) ?? '',
          people: n,
        })),
        facets: after === null ? await facetsOf(tx, mine) : null,
      });
    },
  });

  route(app, needs, {
    id: 'getQueuePlace',
    tag: 'confirmation',
    summary: {
      vi: 'Vị trí của một người trong danh sách chờ; người trước, người sau',
      en: 'Where one person stands in the queue; who comes before and after',
    },
    method: 'GET',
    path: '/api/v1/confirmation/queue/:submissionId/:personId',
    params: Params,
    query: Narrowed,
    act: 'queue.read',
    subject: async ({ tx, params }) => {
      const bodyId = await bodyInQueue(tx, params);
      return bodyId === null ? refused(bodyHasNoFileFor()) : ok({ bodyId });
    },
    read: 'queue.read',
    purpose: 'CONFIRM',
    answer: json(QueuePlace),
    problems: [bodyHasNoFileFor],
    work: async ({ tx, actor, params, query, subject, shows }) => {
      const place = await queuePlace(tx, params, bodiesFor(actor, 'queue.read'), filterOf(query, needs.clock));
      await shows({ bodyId: subject.bodyId, objectId: null, listed: [params.personId] });
      return ok(place);
    },
  });
}
