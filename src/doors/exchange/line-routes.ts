/** Lines of bodies over HTTP, for people: the board, one line, asking, deciding, taking back. What programs call stands in `routes.ts`. */
import { Type } from 'typebox';
import type { FastifyInstance } from 'fastify';
import { bodiesFor } from '#authority/access/decide.ts';
import { nobody } from '#authority/access/frame.ts';
import type { AccessAct, Actor, Subject } from '#authority/access/shapes.ts';
import { route } from '#authority/audit/route.ts';
import { decodeCursor, encodeCursor } from '#base/cursor.ts';
import type { Tx } from '#base/database/transaction.ts';
import { empty, json } from '#base/http/answer.ts';
import { ById, MadeId, pageOf } from '#base/http/shapes.ts';
import { ok, refused } from '#base/problem.ts';
import type { Result } from '#base/problem.ts';
import { countClocks } from '#record/clocks/store.ts';
import { LINES_ON_PAGE, REQUESTS_SHOWN } from './limits.ts';
import { askLine, decideLine, takeBackLine } from './line-acts.ts';
import { keyFingerprint, partsOf } from './line-request.ts';
import { AskLine, DecideLine, ExchangeLine, LINE_STATES, LineRows } from './line-shapes.ts';
import { confirmersOf, readRequest, requestsOf } from './line-store.ts';
import type { KeptRequest } from './line-store.ts';
import { releaseNeedsTwo, sourceUnknown } from './problems.ts';
import {
  callerNotTaken,
  lineAsked,
  lineNameTaken,
  lineOfficer,
  lineRefusal,
  lineRequestGone,
  lineRequestNotFound,
  lineRequestOpen,
  lineRequestStanding,
} from './problems/lines.ts';
import {
  callersOfLine,
  confirmersOfLine,
  frozenOf,
  keysOfLine,
  lanesOf,
  lastBatchesOf,
  lineOf,
  linesPage,
  refusedOf,
  stateOf,
} from './read-lines.ts';
import type { LaneCounts, LineShown } from './read-lines.ts';
import type { ExchangeNeeds } from './receive.ts';

export interface LineNeeds extends ExchangeNeeds {
  readonly bodyNames: (tx: Tx, bodyIds: readonly string[]) => Promise<ReadonlyMap<string, string>>;
}
interface ByAddress {
  readonly tx: Tx;
  readonly params: { readonly id: string };
  readonly actor: Actor;
}

/** Who asked counts as its maker, and the officer of a key as its subject: neither decides. */
async function oneOf({ tx, params, actor }: ByAddress): Promise<Result<Subject & { readonly one: KeptRequest }>> {
  const one = await readRequest(tx, params.id);
  if (!one) return refused(lineRequestNotFound());
  const isMine = one.askedBy === actor.accountId;
  const isOfficer = one.asked.kind === 'enrol-confirmer' && one.asked.officer === actor.accountId;
  return ok({
    one,
    bodyId: one.bodyId,
    makerIdentity: isMine ? actor.identity : null,
    subjectIdentity: isOfficer ? actor.identity : null,
  });
}

const sumOf = (lanes: readonly LaneCounts[], what: 'received' | 'accepted' | 'rejected'): number =>
  lanes.reduce((sum, lane) => sum + lane[what], 0);

function countsOf(lanes: readonly LaneCounts[]) {
  const [received, accepted, rejected] = [sumOf(lanes, 'received'), sumOf(lanes, 'accepted'), sumOf(lanes, 'rejected')];
  return { received, accepted, rejected, waiting: received - accepted - rejected };
}

async function sourceShown(tx: Tx, line: LineShown) {
  const { bodyId, source, epoch, confirms, enrolledAt, waitsSince, lastAt } = line;
  const lanes = await lanesOf(tx, bodyId);
  return {
    name: source,
    state: stateOf(line),
    epoch,
    confirms,
    enrolledAt,
    inStepAt: waitsSince ?? lastAt,
    waitsSince,
    counts: countsOf(lanes),
    lanes: lanes.map((lane) => ({ lane: lane.lane, expected: lane.expected, unread: lane.unread, counts: countsOf([lane]) })),
    lastBatches: await lastBatchesOf(tx, bodyId),
    refused: await refusedOf(tx, bodyId),
    keys: (await keysOfLine(tx, bodyId)).map(({ kid, publicKey, endsAt }) => ({ kid, fingerprint: keyFingerprint(publicKey), endsAt })),
    callers: (await callersOfLine(tx, bodyId)).map((one) => ({ ...one, networks: [...one.networks] })),
    confirmers: (await confirmersOfLine(tx, bodyId)).map(({ publicKey, ...one }) => ({ ...one, fingerprint: keyFingerprint(publicKey) })),
    frozen: await frozenOf(tx, bodyId),
  };
}

export function lineRoutes(app: FastifyInstance, needs: LineNeeds): void {
  const tag = 'exchange-lines';

  route(app, needs, {
    id: 'listExchangeLines',
    tag,
    summary: { vi: 'Các đường trao đổi, đường có việc đứng trước', en: 'Exchange lines, the worst first' },
    method: 'GET',
    path: '/api/v1/exchange/lines',
    query: Type.Object({ state: Type.Optional(Type.Enum([...LINE_STATES])), ...pageOf(LINES_ON_PAGE) }),
    act: 'exchange.read',
    read: nobody('numbers and names of software; no change and no person'),
    answer: json(LineRows),
    work: async ({ tx, actor, query }) => {
      const limit = query.limit ?? LINES_ON_PAGE;
      const found = await linesPage(tx, {
        bodyIds: bodiesFor(actor, 'exchange.read'),
        state: query.state ?? null,
        after: decodeCursor(query.cursor, ['number', 'instant', 'uuid']),
        at: needs.clock.now(),
        limit: limit + 1,
      });
      const page = found.slice(0, limit);
      const names = await needs.bodyNames(
        tx,
        page.map(({ bodyId }) => bodyId),
      );
      const last = page.at(-1);
      return ok({
        items: page.map((line) => ({
          bodyId: line.bodyId,
          bodyName: names.get(line.bodyId) ?? '',
          source: line.source,
          state: stateOf(line),
          waiting: line.waiting,
          waitsSince: line.waitsSince,
          lastAt: line.lastAt,
          certificateEnds: line.certificateEnds,
          requests: line.requests,
        })),
        next: found.length > limit && last ? encodeCursor([String(last.rank), last.since, last.bodyId]) : null,
      });
    },
  });

  route(app, needs, {
    id: 'getExchangeLine',
    tag,
    summary: { vi: 'Đường trao đổi của một cơ quan', en: 'The exchange line of an agency' },
    method: 'GET',
    path: '/api/v1/exchange/lines/:id',
    params: ById,
    act: 'exchange.read',
    subject: async ({ params }: ByAddress) => ok({ bodyId: params.id }),
    read: nobody('numbers, keys and signatures; no change and no person'),
    answer: json(ExchangeLine),
    work: async ({ tx, actor, params, refusalOf, allowed }) => {
      const bodyId = params.id;
      const line = await lineOf(tx, bodyId, needs.clock.now());
      const may = allowed(['exchange.ask', 'exchange.decide'], { bodyId });
      const officers = may.includes('exchange.ask') ? await confirmersOf(tx, bodyId) : [];
      const asked = await requestsOf(tx, bodyId, REQUESTS_SHOWN);
      const seesRecords = refusalOf('record.read', { bodyId }) === null;
      const clocks = { bodyIds: [bodyId], body: null, term: null, which: 'late' as const };
      return ok({
        bodyId,
        bodyName: (await needs.bodyNames(tx, [bodyId])).get(bodyId) ?? '',
        source: line && (await sourceShown(tx, line)),
        lateTerms: seesRecords ? (await countClocks(tx, needs.clock.now(), clocks)).count : null,
        requests: asked.map((one) => requestShown(one, actor, allowed, officers)),
        officers,
        may,
      });
    },
  });

  function requestShown(
    one: KeptRequest,
    actor: Actor,
    allowed: (acts: readonly AccessAct[], subject: Subject) => AccessAct[],
    officers: readonly { readonly id: string; readonly name: string }[],
  ) {
    const { bodyId, asked } = one;
    const byMe = one.askedBy === actor.accountId;
    const officer = asked.kind === 'enrol-confirmer' ? asked.officer : null;
    const subject = {
      bodyId,
      makerIdentity: byMe ? actor.identity : null,
      subjectIdentity: officer === actor.accountId ? actor.identity : null,
    };
    return {
      id: one.requestId,
      kind: one.kind,
      about: partsOf(asked, officers.find(({ id }) => id === officer)?.name ?? null),
      reason: one.reason,
      state: one.state,
      askedBy: one.askedName,
      askedAt: one.askedAt,
      decidedBy: one.decidedName,
      decidedAt: one.decidedAt,
      refusal: one.refusal,
      byMe,
      may: one.state === 'asked' ? [...allowed(['exchange.decide'], subject), ...(byMe ? allowed(['exchange.ask'], { bodyId }) : [])] : [],
    };
  }

  const standsAgainst = [callerNotTaken, lineAsked, lineOfficer, lineRequestStanding];

  route(app, needs, {
    id: 'askExchangeLine',
    tag,
    summary: { vi: 'Đề nghị về đường trao đổi của một cơ quan', en: 'Asks something about the exchange line of an agency' },
    method: 'POST',
    path: '/api/v1/exchange/requests',
    body: AskLine,
    act: 'exchange.ask',
    subject: async ({ body }) => ok({ bodyId: body.bodyId }),
    answer: json(MadeId),
    problems: [...standsAgainst, lineRequestOpen],
    work: ({ tx, actor, body }) => askLine(tx, needs, actor, body),
  });

  route(app, needs, {
    id: 'decideExchangeLine',
    tag,
    summary: { vi: 'Quyết định một đề nghị về đường trao đổi', en: 'Decides a request about an exchange line' },
    method: 'POST',
    path: '/api/v1/exchange/requests/:id/decision',
    params: ById,
    body: DecideLine,
    act: 'exchange.decide',
    subject: oneOf,
    answer: empty,
    problems: [...standsAgainst, lineRequestNotFound, lineRequestGone, lineRefusal, lineNameTaken, releaseNeedsTwo, sourceUnknown],
    work: ({ tx, actor, subject, body }) =>
      decideLine(tx, needs, actor, subject.one, { grants: body.answer === 'grant', reason: body.reason ?? '' }),
  });

  route(app, needs, {
    id: 'takeBackExchangeRequest',
    tag,
    summary: { vi: 'Rút một đề nghị về đường trao đổi', en: 'Takes a request about an exchange line back' },
    method: 'POST',
    path: '/api/v1/exchange/requests/:id/withdrawal',
    params: ById,
    act: 'exchange.ask',
    // Whoever asked may take it back, and nobody else.
    subject: async (asked) => {
      const found = await oneOf(asked);
      if (!found.ok) return found;
      return found.value.one.askedBy === asked.actor.accountId
        ? ok({ ...found.value, makerIdentity: null })
        : refused(lineRequestNotFound());
    },
    answer: empty,
    problems: [lineRequestNotFound, lineRequestGone],
    work: ({ tx, subject }) => takeBackLine(tx, needs, subject.one),
  });
}
