/** Cases over HTTP: the list, one case with both sides, asking, answering. */
import { Type } from 'typebox';
import type { FastifyInstance } from 'fastify';
import { bodiesFor } from '#authority/access/decide.ts';
import type { AskedOf } from '#authority/access/frame.ts';
import { notAllowed, notWithinReach } from '#authority/access/problems.ts';
import { rolesOver } from '#authority/access/request.ts';
import type { Actor, Subject } from '#authority/access/shapes.ts';
import { route } from '#authority/audit/route.ts';
import { decodeCursor, encodeCursor } from '#base/cursor.ts';
import type { Tx } from '#base/database/transaction.ts';
import { json } from '#base/http/answer.ts';
import { ById, listOf, pageOf } from '#base/http/shapes.ts';
import { ok, refused } from '#base/problem.ts';
import type { Result } from '#base/problem.ts';
import { latestMatch } from '#record/matching/store.ts';
import { personNotFound, recordKeptApart } from '#record/register/problems.ts';
import { maskNationalId } from '#record/register/search.ts';
import { subjectIdentityOf } from '#record/register/store.ts';
import { ACT_OF_ANSWER, ANSWERS, answerCase, mayAnswer } from './answer.ts';
import type { Answer } from './answer.ts';
import { CASE_ROWS_MAX, DECISION_CHARS_MAX, MERGE_PATHS_MAX, POST_CHARS_MAX, REASON_CHARS_MAX } from './limits.ts';
import type { CaseActor, CaseNeeds } from './needs.ts';
import { openAsking, openConcurrent, openNumberChange, openOffer, openSameHuman, openSecondment } from './open-case.ts';
import { caseNotFound } from './problems.ts';
import { AnsweredCase, CaseRow, OneCase, OpenedCase, TwoRecords } from './shapes.ts';
import { standsOnMerge } from './merge-store.ts';
import { actsOf, casePage, casesWhereFromSpoke, openCasesOf, readCase } from './store.ts';
import { compareRecords, shownRecords } from './two-records.ts';
import { shownActs, shownCases } from './view.ts';
import type { Seer } from './view.ts';

const Page = Type.Object({
  ...pageOf(CASE_ROWS_MAX),
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
const Concurrent = Type.Object(
  {
    personId: Type.String({ format: 'uuid' }),
    receiving: Type.String({ maxLength: 40 }),
    post: Type.String({ maxLength: POST_CHARS_MAX }),
    effectiveOn: Type.String({ maxLength: 10 }),
    /** absent or '': the decision names no last day */
    untilOn: Type.Optional(Type.String({ maxLength: 10 })),
    ...ground,
  },
  { additionalProperties: false },
);
const NewNumber = Type.Object(
  { personId: Type.String({ format: 'uuid' }), newNationalId: Number12, ...ground },
  { additionalProperties: false },
);
const SameHuman = Type.Object(
  { personId: Type.String({ format: 'uuid' }), nationalId: Number12, ...ground },
  { additionalProperties: false },
);
const Paths = Type.Array(Type.String({ maxLength: 80 }), { maxItems: MERGE_PATHS_MAX });
const AnswerBody = Type.Object(
  {
    answer: Type.Enum(ANSWERS as unknown as Answer[], { title: 'CaseAnswer' }),
    /** of who decides a merge: what the record that stays takes over, of the versions that were shown */
    merge: Type.Optional(
      Type.Object({ goneVersion: Type.Integer(), staysVersion: Type.Integer(), take: Paths, both: Paths }, { additionalProperties: false }),
    ),
  },
  { additionalProperties: false },
);

/** Does who opens a case also decide for their side? Then they are asked again, as for any decision. */
function confirmsToo({ refusalOf, stepUpFor }: Pick<AskedOf, 'refusalOf' | 'stepUpFor'>, subject: Subject): Result<boolean> {
  if (refusalOf('case.decide', subject) !== null) return ok(false);
  const again = stepUpFor('case.decide');
  return again ? refused(again) : ok(true);
}

const seerOf = (actor: Actor): Seer => ({ reads: bodiesFor(actor, 'case.read'), decides: bodiesFor(actor, 'case.decide') });
const actorIn = ({ accountId, identity, name }: Actor): CaseActor => ({ accountId, identity, name });

const managingBody = async (tx: Tx, personId: string): Promise<string | null> =>
  (await tx.query<{ body_id: string }>('select body_id from person where person_id = $1', [personId]))[0]?.body_id ?? null;

/** A problem of any rule of a case. */
const CASE_PROBLEMS = [caseNotFound, personNotFound, recordKeptApart];

export function caseRoutes(app: FastifyInstance, needs: CaseNeeds): void {
  route(app, needs, {
    id: 'listCases',
    tag: 'cases',
    summary: { vi: 'Các vụ việc của những cơ quan tôi theo dõi', en: 'Cases of my agencies' },
    method: 'GET',
    path: '/api/v1/cases',
    query: Page,
    act: 'case.read',
    read: 'case.listed',
    purpose: 'CASE',
    answer: json(listOf(CaseRow)),
    work: async ({ tx, actor, query, shows }) => {
      const limit = query.limit ?? 50;
      const seer = seerOf(actor);
      const rows = await casePage(tx, needs.keys, {
        bodyIds: seer.reads,
        openOnly: query.all !== true,
        after: decodeCursor(query.cursor, ['instant', 'uuid']),
        limit: limit + 1,
      });
      const page = rows.slice(0, limit);
      const spoke = await casesWhereFromSpoke(
        tx,
        page.map((one) => one.caseId),
      );
      const items = await shownCases(tx, needs, page, seer, spoke);
      await shows({ bodyId: null, objectId: null, listed: items.flatMap((one) => one.person?.personId ?? []) });
      const last = page.at(-1);
      return ok({ items, next: rows.length > limit && last ? encodeCursor([last.createdAt, last.caseId]) : null });
    },
  });

  route(app, needs, {
    id: 'getCase',
    tag: 'cases',
    summary: { vi: 'Một vụ việc, với cả hai bên', en: 'One case, with both sides' },
    method: 'GET',
    path: '/api/v1/cases/:id',
    params: ById,
    act: 'case.read',
    read: 'case.read',
    purpose: 'CASE',
    answer: json(OneCase),
    problems: [caseNotFound],
    work: async ({ tx, actor, params, shows }) => {
      const seer = seerOf(actor);
      const one = await readCase(tx, needs.keys, params.id);
      if (!one || ![one.fromBody, one.toBody].some((body) => seer.reads === null || seer.reads.includes(body)))
        return refused(caseNotFound());
      const acts = await actsOf(tx, one.caseId);
      const spoke = await casesWhereFromSpoke(tx, [one.caseId]);
      const [shown] = await shownCases(tx, needs, [one], seer, spoke);
      const may = async (answer: Answer): Promise<boolean> => (await mayAnswer(tx, needs, actor, one, acts, answer)).ok;
      const match = one.kind === 'number_change' ? await latestMatch(tx, one.caseId) : null;
      const bodyId = shown!.from.mine ? one.fromBody : one.toBody;
      await shows({ bodyId, objectId: shown!.person?.personId ?? one.caseId, payload: { caseId: one.caseId } });
      return ok({
        ...shown!,
        decision: one.content ? { number: one.content.decisionNumber, date: one.content.decisionDate, reason: one.content.reason } : null,
        newNumberMasked: one.content?.newNationalId ? maskNationalId(one.content.newNationalId) : null,
        match: one.kind === 'number_change' ? (match?.level ?? 'CHUA') : null,
        acts: shownActs(acts, shown!),
        may: {
          consent: await may('consent'),
          refuse: await may('refuse'),
          withdraw: await may('withdraw'),
          undo: await may('undo'),
          keep: await may('keep'),
        },
        standsOn:
          one.kind === 'same_human' && (one.state === 'done' || one.state === 'undo_asked') ? await standsOnMerge(tx, one.caseId) : [],
      });
    },
  });

  route(app, needs, {
    id: 'getRecordsOfCase',
    tag: 'cases',
    summary: { vi: 'Hai hồ sơ của một người, đặt cạnh nhau', en: 'Two records of one human, beside each other' },
    method: 'GET',
    path: '/api/v1/cases/:id/records',
    params: ById,
    act: 'case.decide',
    subject: async ({ tx, params }) => {
      const one = await readCase(tx, needs.keys, params.id);
      return one?.kind === 'same_human' ? ok({ bodyId: one.toBody, one }) : refused(caseNotFound());
    },
    read: 'case.read',
    purpose: 'CASE',
    answer: json(TwoRecords),
    problems: [caseNotFound],
    work: async ({ tx, actor, subject: { one, bodyId }, shows }) => {
      const compared = await compareRecords(tx, needs, one);
      if (!compared.ok) return compared;
      await shows({
        bodyId,
        objectId: one.otherPersonId,
        listed: [one.personId],
        payload: { caseId: one.caseId, goneVersion: compared.value.goneVersion, staysVersion: compared.value.staysVersion },
      });
      return ok(await shownRecords(tx, needs, compared.value, rolesOver(actor, bodyId)));
    },
  });

  // What is open about one person: the officer's page and the record page name it.
  route(app, needs, {
    id: 'listCasesOfPerson',
    tag: 'cases',
    summary: { vi: 'Các vụ việc đang mở về một người', en: 'Open cases about one person' },
    method: 'GET',
    path: '/api/v1/people/:id/cases',
    params: ById,
    act: 'case.read',
    read: 'case.listed',
    purpose: 'CASE',
    answer: json(Type.Object({ items: Type.Array(CaseRow) })),
    work: async ({ tx, actor, params, shows }) => {
      const seer = seerOf(actor);
      const cases = (await openCasesOf(tx, needs.keys, params.id)).filter((one) =>
        [one.fromBody, one.toBody].some((body) => seer.reads === null || seer.reads.includes(body)),
      );
      const spoke = await casesWhereFromSpoke(
        tx,
        cases.map((one) => one.caseId),
      );
      const items = await shownCases(tx, needs, cases, seer, spoke);
      await shows({ bodyId: null, objectId: null, listed: items.length > 0 ? [params.id] : [] });
      return ok({ items });
    },
  });

  route(app, needs, {
    id: 'askForPerson',
    tag: 'cases',
    summary: { vi: 'Xin tiếp nhận một người từ cơ quan khác', en: 'Asks for a person of another agency' },
    method: 'POST',
    path: '/api/v1/cases/asks',
    body: Ask,
    act: 'case.ask',
    subject: async ({ body }) => ok({ bodyId: body.bodyId }),
    answer: json(OpenedCase),
    problems: CASE_PROBLEMS,
    work: async (asked) => {
      const { tx, actor, body } = asked;
      const subjectIdentity = needs.keys.nationalIdHash(body.nationalId.trim()).toString('hex');
      const confirms = confirmsToo(asked, { bodyId: body.bodyId, subjectIdentity });
      return confirms.ok ? openAsking(tx, needs, actorIn(actor), { ...body, confirms: confirms.value }) : confirms;
    },
  });

  /** The body that has the person whom the request names. */
  const ofOwnPerson = async ({ tx, body }: { readonly tx: Tx; readonly body: { readonly personId: string } }) => {
    const bodyId = await managingBody(tx, body.personId);
    return bodyId === null ? refused(personNotFound()) : ok({ bodyId });
  };
  /** For which body the actor asks about a person that it has, and whether they confirm there. */
  const askingFor = async (
    asked: Pick<AskedOf, 'tx' | 'actor' | 'refusalOf' | 'stepUpFor'> & { readonly subject: { readonly bodyId: string } },
    personId: string,
  ): Promise<Result<{ readonly bodyId: string; readonly confirms: boolean }>> => {
    const { bodyId } = asked.subject;
    const confirms = confirmsToo(asked, { bodyId, subjectIdentity: await subjectIdentityOf(asked.tx, personId, asked.actor.identity) });
    return confirms.ok ? ok({ bodyId, confirms: confirms.value }) : confirms;
  };

  route(app, needs, {
    id: 'offerPerson',
    tag: 'cases',
    summary: { vi: 'Đề nghị chuyển một người sang cơ quan khác', en: 'Offers a person to another agency' },
    method: 'POST',
    path: '/api/v1/cases/offers',
    body: Offer,
    act: 'case.ask',
    subject: ofOwnPerson,
    answer: json(OpenedCase),
    problems: CASE_PROBLEMS,
    work: async (asked) => {
      const by = await askingFor(asked, asked.body.personId);
      return by.ok ? openOffer(asked.tx, needs, actorIn(asked.actor), { ...asked.body, ...by.value }) : by;
    },
  });

  route(app, needs, {
    id: 'offerSecondment',
    tag: 'cases',
    summary: { vi: 'Đề nghị biệt phái một người', en: 'Offers a person for a secondment' },
    method: 'POST',
    path: '/api/v1/cases/secondments',
    body: Secondment,
    act: 'case.ask',
    subject: ofOwnPerson,
    answer: json(OpenedCase),
    problems: CASE_PROBLEMS,
    work: async (asked) => {
      const by = await askingFor(asked, asked.body.personId);
      return by.ok ? openSecondment(asked.tx, needs, actorIn(asked.actor), { ...asked.body, ...by.value }) : by;
    },
  });

  route(app, needs, {
    id: 'offerConcurrent',
    tag: 'cases',
    summary: { vi: 'Đề nghị cho một người kiêm nhiệm ở cơ quan khác', en: 'Offers a person for a concurrent post at another agency' },
    method: 'POST',
    path: '/api/v1/cases/concurrents',
    body: Concurrent,
    act: 'case.ask',
    subject: ofOwnPerson,
    answer: json(OpenedCase),
    problems: CASE_PROBLEMS,
    work: async (asked) => {
      const by = await askingFor(asked, asked.body.personId);
      if (!by.ok) return by;
      return openConcurrent(asked.tx, needs, actorIn(asked.actor), { untilOn: null, ...asked.body, ...by.value });
    },
  });

  route(app, needs, {
    id: 'askNumberChange',
    tag: 'cases',
    summary: { vi: 'Đề nghị ghi số định danh mới của một người', en: 'Asks for a new citizen number of a person' },
    method: 'POST',
    path: '/api/v1/cases/numbers',
    body: NewNumber,
    act: 'case.ask',
    subject: ofOwnPerson,
    answer: json(OpenedCase),
    problems: CASE_PROBLEMS,
    work: ({ tx, actor, body, subject: { bodyId } }) => openNumberChange(tx, needs, actorIn(actor), { ...body, bodyId, confirms: false }),
  });

  route(app, needs, {
    id: 'proposeMerge',
    tag: 'cases',
    summary: { vi: 'Đề nghị hợp nhất hai hồ sơ của một người', en: 'Proposes to merge two records of one human' },
    method: 'POST',
    path: '/api/v1/cases/merges',
    body: SameHuman,
    act: 'case.ask',
    subject: ofOwnPerson,
    answer: json(OpenedCase),
    problems: CASE_PROBLEMS,
    work: async (asked) => {
      const by = await askingFor(asked, asked.body.personId);
      return by.ok ? openSameHuman(asked.tx, needs, actorIn(asked.actor), { ...asked.body, ...by.value }) : by;
    },
  });

  route(app, needs, {
    id: 'answerCase',
    tag: 'cases',
    summary: { vi: 'Trả lời một vụ việc: đồng ý, từ chối, rút, hủy', en: 'Answers a case: agrees, refuses, withdraws, undoes' },
    method: 'POST',
    path: '/api/v1/cases/:id/answers',
    params: ById,
    body: AnswerBody,
    // Which of the two sides one may answer for is known once the case is read.
    act: 'signed-in',
    answer: json(AnsweredCase),
    problems: [caseNotFound, notAllowed, notWithinReach],
    work: async ({ tx, actor, params, body, stepUpFor }) => {
      const again = stepUpFor(ACT_OF_ANSWER[body.answer]);
      return again ? refused(again) : answerCase(tx, needs, actor, params.id, body.answer, body.merge);
    },
  });
}
