/** Requests of people about their data, for who answers them. Decision 0105. */
import { Type } from 'typebox';
import type { FastifyInstance } from 'fastify';
import { bodiesFor } from '#authority/access/decide.ts';
import { route } from '#authority/audit/route.ts';
import { decodeCursor, encodeCursor } from '#base/cursor.ts';
import type { Tx } from '#base/database/transaction.ts';
import { empty, json } from '#base/http/answer.ts';
import { ById, pageOf } from '#base/http/shapes.ts';
import { ok, refused } from '#base/problem.ts';
import { answerRequest } from '#record/data-requests/answer.ts';
import { rightLabel } from '#record/data-requests/kinds.ts';
import { PAGE_ROWS_MAX } from '#record/data-requests/limits.ts';
import { dataRequestGone, dataRequestWords } from '#record/data-requests/problems.ts';
import { DataRequestAnswer, DataRequestList } from '#record/data-requests/shapes.ts';
import { bodyOfRequest, requestPage, wordsOf } from '#record/data-requests/store.ts';
import type { DeskNeeds } from './needs.ts';

/** Which body's: one of another, or the reader's own, is not there. */
const oneRequest = async ({ tx, params }: { readonly tx: Tx; readonly params: { readonly id: string } }) => {
  const one = await bodyOfRequest(tx, params.id);
  return one === null ? refused(dataRequestGone()) : ok({ bodyId: one });
};

const Query = Type.Object({ ...pageOf(PAGE_ROWS_MAX), settled: Type.Optional(Type.Boolean()) });

export function dataRequestRoutes(app: FastifyInstance, needs: DeskNeeds): void {
  route(app, needs, {
    id: 'listDataRequests',
    tag: 'confirmation',
    summary: { vi: 'Yêu cầu của người có hồ sơ về dữ liệu của họ', en: 'Requests of people about their data' },
    method: 'GET',
    path: '/api/v1/data-requests',
    query: Query,
    act: 'mismatch.work',
    read: 'data-request.read',
    purpose: 'CORRECT',
    answer: json(DataRequestList),
    work: async ({ tx, actor, query, allowed, shows }) => {
      const limit = query.limit ?? PAGE_ROWS_MAX;
      const filter = { bodyIds: bodiesFor(actor, 'mismatch.work'), settled: query.settled === true };
      const rows = await requestPage(tx, needs.clock.now(), filter, decodeCursor(query.cursor, ['text', 'uuid']), limit + 1);
      const page = rows.slice(0, limit);
      const words = await wordsOf(tx, needs.keys, page);
      const names = await needs.bodyNames(tx, [...new Set(page.map(({ bodyId }) => bodyId))]);
      await shows({ bodyId: null, objectId: null, listed: [...new Set(page.map(({ standsAs }) => standsAs))] });
      const last = page.at(-1);
      return ok({
        items: page.map((one) => ({
          id: one.requestId,
          kind: one.kind,
          label: rightLabel(one.kind),
          words: words.get(one.requestId)?.words ?? '',
          madeAt: one.madeAt,
          lastDay: one.lastDay,
          late: one.late,
          outcome: one.outcome,
          answer: words.get(one.requestId)?.answer ?? null,
          settledAt: one.settledAt,
          personId: one.standsAs,
          name: one.name,
          bodyName: names.get(one.bodyId) ?? '',
          settledBy: one.settledBy,
          may: allowed(['mismatch.work', 'record.read', 'erasure.ask'], { bodyId: one.bodyId }),
        })),
        next: rows.length > limit && last ? encodeCursor([last.madeAt, last.requestId]) : null,
      });
    },
  });

  route(app, needs, {
    id: 'answerDataRequest',
    tag: 'confirmation',
    summary: { vi: 'Trả lời một yêu cầu về dữ liệu, kèm lý do', en: 'Answers a request about data, with a reason' },
    method: 'POST',
    path: '/api/v1/data-requests/:id/answer',
    params: ById,
    body: DataRequestAnswer,
    act: 'mismatch.work',
    subject: oneRequest,
    answer: empty,
    problems: [dataRequestGone, dataRequestWords],
    work: ({ tx, actor, params: { id }, body }) => answerRequest(tx, needs, { name: actor.name }, id, body),
  });
}
