/** Asking people in service to declare their record in full, over HTTP: what was asked, how far it is, whom it would ask. Decision 0114. */
import { Type } from 'typebox';
import type { FastifyInstance } from 'fastify';
import { May } from '#authority/access/shapes.ts';
import { nobody } from '#authority/access/frame.ts';
import { route } from '#authority/audit/route.ts';
import { bodyOn } from '#authority/organisations/store.ts';
import { currentLists } from '#authority/code-lists/editions.ts';
import { decodeCursor, encodeCursor } from '#base/cursor.ts';
import { json } from '#base/http/answer.ts';
import { Id, oneOf, orNull, pageOf } from '#base/http/shapes.ts';
import { ok, refused } from '#base/problem.ts';
import { REASON_PATTERN } from '#base/reason.ts';
import { DECLARE } from '#record/clocks/clocks-of.ts';
import { callDays, callToDeclare } from '#record/declarations/call.ts';
import { bodiesBelow, callPage, candidates } from '#record/declarations/call-store.ts';
import { callNobody } from '#record/declarations/problems.ts';
import { leftStates } from '#standard/conditions.ts';
import { judgedBy } from '#standard/list-edition.ts';
import type { DeskNeeds } from './needs.ts';

const Text = Type.String();
/** People who are listed to be chosen from. */
const PEOPLE_SHOWN_MAX = 200;
const Reason = Type.String({ maxLength: 300, pattern: REASON_PATTERN });

const DeclarationCall = Type.Object(
  {
    id: Text,
    bodyName: Text,
    below: Type.Boolean(),
    askedBy: Text,
    askedAt: Text,
    ground: Text,
    lastDay: Text,
    /** why some were asked again; null: nobody was */
    again: orNull(Text),
    people: Type.Integer(),
    done: Type.Integer(),
    late: Type.Integer(),
    ended: Type.Integer(),
  },
  { title: 'DeclarationCall' },
);
const DeclarationCallList = Type.Object(
  {
    items: Type.Array(DeclarationCall),
    /** days that a call of today may name as its last; null: nobody can be asked yet */
    days: orNull(Type.Object({ from: Text, until: Text })),
    next: orNull(Text),
    may: May,
  },
  { title: 'DeclarationCallList' },
);
const Callable = Type.Object(
  {
    personId: Text,
    name: Text,
    bodyName: Text,
    /** a term runs; declared or asked before; neither */
    standing: Type.Enum(['running', 'before', 'never'], { title: 'CallStanding' }),
  },
  { title: 'Callable' },
);
const CallableList = Type.Object(
  {
    items: Type.Array(Callable),
    counts: Type.Object({ never: Type.Integer(), before: Type.Integer(), running: Type.Integer() }),
    may: May,
  },
  { title: 'CallableList' },
);
const Where = Type.Object({ body: Id, below: Type.Optional(oneOf(['true'])) });
const Ask = Type.Object(
  {
    bodyId: Id,
    below: Type.Boolean(),
    /** nobody else; all who never declared when not said */
    people: Type.Optional(Type.Array(Id, { minItems: 1, maxItems: PEOPLE_SHOWN_MAX })),
    lastDay: Type.String({ maxLength: 10 }),
    ground: Type.String({ maxLength: 300 }),
    again: Type.Optional(Reason),
  },
  { additionalProperties: false },
);
const Called = Type.Object(
  { id: Text, people: Type.Integer(), running: Type.Integer(), declared: Type.Integer() },
  { title: 'DeclarationCalled' },
);

export function declarationCallRoutes(app: FastifyInstance, needs: DeskNeeds): void {
  const calls = { tag: 'confirmation', act: 'declaration.call' } as const;

  route(app, needs, {
    ...calls,
    id: 'listDeclarationCalls',
    summary: { vi: 'Các đợt yêu cầu kê khai, và đã được bao nhiêu', en: 'Calls to declare, and how far they have come' },
    method: 'GET',
    path: '/api/v1/declaration-calls',
    query: Type.Object(pageOf(100)),
    read: nobody('counts of calls, with the names of who made them'),
    answer: json(DeclarationCallList),
    work: async ({ tx, query, allowed }) => {
      const limit = query.limit ?? 20;
      const rows = await callPage(tx, needs.clock.now(), decodeCursor(query.cursor, ['instant', 'uuid']), limit + 1);
      const page = rows.slice(0, limit);
      const last = page.at(-1);
      return ok({
        items: page.map((one) => ({
          id: one.callId,
          bodyName: one.bodyName,
          below: one.below,
          askedBy: one.askedByName,
          askedAt: one.askedAt,
          ground: one.ground,
          lastDay: one.lastDay,
          again: one.again,
          people: one.people,
          done: one.done,
          late: one.late,
          ended: one.ended,
        })),
        days: judgedBy(await currentLists(tx), () => callDays(needs.clock.today())),
        next: rows.length > limit && last ? encodeCursor([last.askedAt, last.callId]) : null,
        may: allowed(['declaration.call'], { bodyId: null }),
      });
    },
  });

  route(app, needs, {
    ...calls,
    id: 'listCallablePeople',
    summary: { vi: 'Ai của cơ quan chưa kê khai lần đầu', en: 'Who of an agency has not declared in full' },
    method: 'GET',
    path: '/api/v1/declaration-calls/people',
    query: Where,
    purpose: 'REGISTER',
    subject: async ({ query }) => ok({ bodyId: query.body }),
    read: 'declaration.people-listed',
    answer: json(CallableList),
    work: async ({ tx, query, allowed, shows }) => {
      const today = needs.clock.today();
      const left = judgedBy(await currentLists(tx), leftStates);
      const all = await candidates(tx, query.below ? await bodiesBelow(tx, query.body, today) : [query.body], left, DECLARE);
      const open = all.filter(({ standing }) => standing !== 'running').slice(0, PEOPLE_SHOWN_MAX);
      const names = await needs.bodyNames(tx, [...new Set(open.map(({ bodyId }) => bodyId))]);
      await shows({ bodyId: query.body, objectId: null, listed: open.map(({ personId }) => personId) });
      const of = (standing: string): number => all.filter((one) => one.standing === standing).length;
      return ok({
        items: open.map(({ personId, name, bodyId, standing }) => ({ personId, name, bodyName: names.get(bodyId) ?? '', standing })),
        counts: { never: of('never'), before: of('before'), running: of('running') },
        may: allowed(['declaration.call'], { bodyId: query.body }),
      });
    },
  });

  route(app, needs, {
    ...calls,
    id: 'callToDeclare',
    summary: { vi: 'Yêu cầu người đang công tác kê khai hồ sơ lần đầu', en: 'Asks people in service to declare their record in full' },
    method: 'POST',
    path: '/api/v1/declaration-calls',
    body: Ask,
    subject: async ({ body }) => ok({ bodyId: body.bodyId }),
    answer: json(Called),
    problems: [callNobody],
    work: async ({ tx, actor, body }) => {
      const asking = await bodyOn(tx, body.bodyId, needs.clock.today());
      if (!asking) return refused(callNobody());
      return callToDeclare(tx, needs, { accountId: actor.accountId, name: actor.name }, { ...body, bodyName: asking.name });
    },
  });
}
