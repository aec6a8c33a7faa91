/** Cases over HTTP: the list, one case with both sides, asking, answering. */
import { Type } from 'typebox';
import type { Static } from 'typebox';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { bodiesFor, decide } from '#authority/access/decide.ts';
import { acting, actorOf, handleOf } from '#authority/access/request.ts';
import type { Actor } from '#authority/access/shapes.ts';
import { recordRead } from '#authority/audit/record.ts';
import { decodeCursor, encodeCursor } from '#base/cursor.ts';
import type { Tx } from '#base/database/transaction.ts';
import { sendProblem } from '#base/http-problem.ts';
import { ok, refused } from '#base/problem.ts';
import type { Result } from '#base/problem.ts';
import { latestMatch } from '#record/matching/store.ts';
import { personNotFound } from '#record/register/problems.ts';
import { maskNationalId } from '#record/register/search.ts';
import { subjectIdentityOf } from '#record/register/store.ts';
import { ANSWERS, answerCase, mayAnswer } from './answer.ts';
import type { Answer } from './answer.ts';
import { CASE_ROWS_MAX, DECISION_CHARS_MAX, REASON_CHARS_MAX } from './limits.ts';
import type { CaseActor, CaseNeeds } from './needs.ts';
import { openAsking, openNumberChange, openOffer, openSecondment } from './open-case.ts';
import type { Opened } from './open-case.ts';
import { caseNotFound } from './problems.ts';
import { actsOf, casePage, casesWhereFromSpoke, openCasesOf, readCase } from './store.ts';
import { shownActs, shownCases } from './view.ts';
import type { Seer } from './view.ts';

const Id = Type.Object({ id: Type.String({ format: 'uuid' }) });
const Page = Type.Object({
  cursor: Type.Optional(Type.String({ maxLength: 500 })),
  limit: Type.Optional(Type.Integer({ minimum: 1, maximum: CASE_ROWS_MAX })),
  all: Type.Optional(Type.Boolean()),
});
const ground = {
  decisionNumber: Type.String({ maxLength: DECISION_CHARS_MAX }),
  decisionDate: Type.String({ maxLength: 10 }),
  reason: Type.String({ maxLength: REASON_CHARS_MAX }),
};
const Number12 = Type.String({ maxLength: 30 });
const Ask = Type.Object(
  { bodyId: Type.String({ format: 'uuid' }), nationalId: Number12, effectiveOn: Type.String({ maxLength: 10 }), ...ground },
  { additionalProperties: false },
);
const Offer = Type.Object(
  {
    personId: Type.String({ format: 'uuid' }),
    receiving: Type.String({ maxLength: 40 }),
    effectiveOn: Type.String({ maxLength: 10 }),
    ...ground,
  },
  { additionalProperties: false },
);
const Secondment = Type.Object(
  {
    personId: Type.String({ format: 'uuid' }),
    receiving: Type.String({ maxLength: 40 }),
    effectiveOn: Type.String({ maxLength: 10 }),
    untilOn: Type.String({ maxLength: 10 }),
    ...ground,
  },
  { additionalProperties: false },
);
const NewNumber = Type.Object(
  { personId: Type.String({ format: 'uuid' }), newNationalId: Number12, ...ground },
  { additionalProperties: false },
);
const AnswerBody = Type.Object({ answer: Type.Enum(ANSWERS as unknown as Answer[]) }, { additionalProperties: false });

const seerOf = (actor: Actor): Seer => ({ reads: bodiesFor(actor, 'case.read'), decides: bodiesFor(actor, 'case.decide') });
const actorIn = ({ accountId, identity, name }: Actor): CaseActor => ({ accountId, identity, name });

const managingBody = async (tx: Tx, personId: string): Promise<string | null> =>
  (await tx.query<{ body_id: string }>('select body_id from person where person_id = $1', [personId]))[0]?.body_id ?? null;

export function caseRoutes(app: FastifyInstance, needs: CaseNeeds): void {
  const today = () => ({ today: needs.clock.today() });

  app.get<{ Querystring: Static<typeof Page> }>('/api/v1/cases', { schema: { querystring: Page } }, async (request, reply) => {
    const actor = actorOf(request);
    const verdict = decide(actor, 'case.read', { bodyId: null }, today());
    if (!verdict.allowed) return sendProblem(reply, verdict.reason);
    const limit = request.query.limit ?? 50;
    const seer = seerOf(actor);
    return needs.db.transaction(handleOf(request), async (tx) => {
      const rows = await casePage(tx, needs.keys, {
        bodyIds: seer.reads,
        openOnly: request.query.all !== true,
        after: decodeCursor(request.query.cursor, ['instant', 'uuid']),
        limit: limit + 1,
      });
      const page = rows.slice(0, limit);
      const spoke = await casesWhereFromSpoke(
        tx,
        page.map((one) => one.caseId),
      );
      const items = await shownCases(tx, needs, page, seer, spoke);
      const listed = items.flatMap((one) => one.person?.personId ?? []);
      await recordRead(tx, needs, [{ act: 'case.listed', purpose: 'CASE', bodyId: null, objectId: null, listed }]);
      const last = page.at(-1);
      return { items, next: rows.length > limit && last ? encodeCursor([last.createdAt, last.caseId]) : null };
    });
  });

  app.get<{ Params: Static<typeof Id> }>('/api/v1/cases/:id', { schema: { params: Id } }, async (request, reply) => {
    const actor = actorOf(request);
    const seer = seerOf(actor);
    return needs.db.transaction(handleOf(request), async (tx) => {
      const verdict = decide(actor, 'case.read', { bodyId: null }, today());
      if (!verdict.allowed) return sendProblem(reply, verdict.reason);
      const one = await readCase(tx, needs.keys, request.params.id);
      if (!one || ![one.fromBody, one.toBody].some((body) => seer.reads === null || seer.reads.includes(body)))
        return sendProblem(reply, caseNotFound());
      const acts = await actsOf(tx, one.caseId);
      const spoke = new Set(acts.some((act) => act.side === 'from') ? [one.caseId] : []);
      const [shown] = await shownCases(tx, needs, [one], seer, spoke);
      const may: Partial<Record<Answer, boolean>> = {};
      for (const answer of ANSWERS) may[answer] = (await mayAnswer(tx, needs, actor, one, acts, answer)).ok;
      const match = one.kind === 'number_change' ? await latestMatch(tx, one.caseId) : null;
      const bodyId = shown!.from.mine ? one.fromBody : one.toBody;
      await recordRead(tx, needs, [
        { act: 'case.read', purpose: 'CASE', bodyId, objectId: shown!.person?.personId ?? one.caseId, payload: { caseId: one.caseId } },
      ]);
      return {
        ...shown!,
        decision: one.content ? { number: one.content.decisionNumber, date: one.content.decisionDate, reason: one.content.reason } : null,
        newNumberMasked: one.content?.newNationalId ? maskNationalId(one.content.newNationalId) : null,
        match: one.kind === 'number_change' ? (match?.level ?? 'CHUA') : null,
        acts: shownActs(acts, shown!),
        may,
      };
    });
  });

  // What is open about one person: the officer's page and the record page name it.
  app.get<{ Params: Static<typeof Id> }>('/api/v1/people/:id/cases', { schema: { params: Id } }, async (request, reply) => {
    const actor = actorOf(request);
    const verdict = decide(actor, 'case.read', { bodyId: null }, today());
    if (!verdict.allowed) return sendProblem(reply, verdict.reason);
    const seer = seerOf(actor);
    return needs.db.transaction(handleOf(request), async (tx) => {
      const cases = (await openCasesOf(tx, needs.keys, request.params.id)).filter((one) =>
        [one.fromBody, one.toBody].some((body) => seer.reads === null || seer.reads.includes(body)),
      );
      const spoke = await casesWhereFromSpoke(
        tx,
        cases.map((one) => one.caseId),
      );
      const items = await shownCases(tx, needs, cases, seer, spoke);
      await recordRead(tx, needs, [
        { act: 'case.listed', purpose: 'CASE', bodyId: null, objectId: null, listed: items.length > 0 ? [request.params.id] : [] },
      ]);
      return { items };
    });
  });

  const opened = (reply: FastifyReply, result: Opened) =>
    result.ok ? result.value : sendProblem(reply, result.problems[0]!, result.problems);

  app.post<{ Body: Static<typeof Ask> }>('/api/v1/cases/asks', { schema: { body: Ask } }, async (request, reply) => {
    const { bodyId, nationalId } = request.body;
    const asked = await acting(needs.db, request, async (tx): Promise<Opened> => {
      const actor = actorOf(request);
      const verdict = decide(actor, 'case.ask', { bodyId }, today());
      if (!verdict.allowed) return refused(verdict.reason);
      const subjectIdentity = needs.keys.nationalIdHash(nationalId.trim()).toString('hex');
      const confirms = decide(actor, 'case.decide', { bodyId, subjectIdentity }, today()).allowed;
      return openAsking(tx, needs, actorIn(actor), { ...request.body, confirms });
    });
    return opened(reply, asked);
  });

  /** For whom the actor asks about a person that the body has, and whether they confirm there; a Problem when they may not. */
  const askingFor = async (tx: Tx, actor: Actor, personId: string): Promise<Result<{ bodyId: string; confirms: boolean }>> => {
    const bodyId = await managingBody(tx, personId);
    if (bodyId === null) return refused(personNotFound());
    const verdict = decide(actor, 'case.ask', { bodyId }, today());
    if (!verdict.allowed) return refused(verdict.reason);
    const subjectIdentity = await subjectIdentityOf(tx, personId, actor.identity);
    return ok({ bodyId, confirms: decide(actor, 'case.decide', { bodyId, subjectIdentity }, today()).allowed });
  };
  const aboutOwnPerson = async (
    request: FastifyRequest,
    reply: FastifyReply,
    personId: string,
    open: (tx: Tx, by: CaseActor, asking: { readonly bodyId: string; readonly confirms: boolean }) => Promise<Opened>,
  ) => {
    const asked = await acting(needs.db, request, async (tx): Promise<Opened> => {
      const actor = actorOf(request);
      const asking = await askingFor(tx, actor, personId);
      return asking.ok ? open(tx, actorIn(actor), asking.value) : asking;
    });
    return opened(reply, asked);
  };

  app.post<{ Body: Static<typeof Offer> }>('/api/v1/cases/offers', { schema: { body: Offer } }, (request, reply) =>
    aboutOwnPerson(request, reply, request.body.personId, (tx, by, asking) => openOffer(tx, needs, by, { ...request.body, ...asking })),
  );

  app.post<{ Body: Static<typeof Secondment> }>('/api/v1/cases/secondments', { schema: { body: Secondment } }, (request, reply) =>
    aboutOwnPerson(request, reply, request.body.personId, (tx, by, asking) =>
      openSecondment(tx, needs, by, { ...request.body, ...asking }),
    ),
  );

  app.post<{ Body: Static<typeof NewNumber> }>('/api/v1/cases/numbers', { schema: { body: NewNumber } }, (request, reply) =>
    aboutOwnPerson(request, reply, request.body.personId, (tx, by, { bodyId }) =>
      openNumberChange(tx, needs, by, { ...request.body, bodyId, confirms: false }),
    ),
  );

  app.post<{ Params: Static<typeof Id>; Body: Static<typeof AnswerBody> }>(
    '/api/v1/cases/:id/answers',
    { schema: { params: Id, body: AnswerBody } },
    async (request, reply) => {
      const answered = await acting(needs.db, request, (tx) =>
        answerCase(tx, needs, actorOf(request), request.params.id, request.body.answer),
      );
      return answered.ok ? answered.value : sendProblem(reply, answered.problems[0]!, answered.problems);
    },
  );
}
