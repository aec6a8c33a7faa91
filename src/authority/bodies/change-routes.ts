/** Changes of bodies: made by one administrator, put in force by another. Each act leaves its row in the log. Decision 0050. */
import { Type } from 'typebox';
import type { FastifyInstance } from 'fastify';
import { afterCommit, nobody } from '#authority/access/frame.ts';
import type { AskedOf } from '#authority/access/frame.ts';
import { notWithinReach } from '#authority/access/problems.ts';
import { recordAct } from '#authority/audit/record.ts';
import { route } from '#authority/audit/route.ts';
import {
  changeById,
  changes,
  fileOfChange,
  listProblems,
  noteFile,
  operationsOf,
  placeOfChange,
  withdrawChange,
} from '#authority/organisations/change-store.ts';
import type { StoredChange } from '#authority/organisations/change-store.ts';
import { planHash } from '#authority/organisations/kept-plan.ts';
import { CHANGES_ON_PAGE, LINES_SHOWN } from '#authority/organisations/limits.ts';
import {
  bodiesInCircle,
  bodyNotThere,
  changeIncomplete,
  changeNotOpen,
  changeNotYours,
  changeRefusalWhy,
  changeStale,
  childrenStay,
  codeForm,
  codeNotHeld,
  codeSecond,
  codeTaken,
  decisionMissing,
  effectBeforeDecision,
  listEntryUnknown,
  mergerAlone,
  mergerHeld,
  mergerIntoItself,
  mergerNotYet,
  moveTakesPeople,
  nameLength,
  noSecondForBodies,
  nothingChanged,
  parentEnds,
  parentNotThere,
  parentUnknown,
  rootStays,
  siblingName,
  stillHeld,
  successorTwice,
  undoHeld,
  undoUnknown,
} from '#authority/organisations/problems.ts';
import { undoableFrom } from '#authority/organisations/merger-store.ts';
import { decodeCursor, encodeCursor } from '#base/cursor.ts';
import { empty, file, json } from '#base/http/answer.ts';
import { mediaTypeUnknown } from '#base/http/problems.ts';
import { Binary, ById, MadeId, listOf, pageOf } from '#base/http/shapes.ts';
import { ok, refused } from '#base/problem.ts';
import type { Result } from '#base/problem.ts';
import { operationsAsked } from './asked-operations.ts';
import { justMade, makeDraft, problemsOfDecision, send } from './ask-change.ts';
import { countsAlong, countsOf, linesOf } from './change-lines.ts';
import { decide } from './decide-change.ts';
import { fileNameOf, mediaTypeOf } from './kept-file.ts';
import type { BodyNeeds } from './needs.ts';
import { bodiesOfLines, prepare, standingPlan } from './plan-once.ts';
import type { Prepared } from './plan-once.ts';
import { AskedChange, ChangeSummary, ChangeVerdict, KeptFileShape, MadeChange, OneChange, SentChange } from './shapes.ts';

/** What may stand in the way of an operation. */
export const OF_OPERATIONS = [
  bodyNotThere,
  rootStays,
  nothingChanged,
  codeNotHeld,
  nameLength,
  listEntryUnknown,
  parentUnknown,
  parentNotThere,
  parentEnds,
  bodiesInCircle,
  siblingName,
  codeForm,
  codeTaken,
  codeSecond,
  childrenStay,
  stillHeld,
  moveTakesPeople,
  mergerAlone,
  mergerHeld,
  mergerIntoItself,
  mergerNotYet,
  successorTwice,
  undoHeld,
  undoUnknown,
];
const OF_SENDING = [decisionMissing, effectBeforeDecision, noSecondForBodies, changeNotOpen, changeNotYours, ...OF_OPERATIONS];
const NAMES_NOBODY = nobody('changes of bodies; names of administrators only to who administers them');
type InWork = Pick<AskedOf, 'tx' | 'refusalOf'>;

export function changeRoutes(app: FastifyInstance, needs: BodyNeeds): void {
  const newId = (): string => needs.chance.uuid7(Date.parse(needs.clock.now()));
  const summary = (change: StoredChange, about: string) => ({
    id: change.id,
    kind: change.kind as 'list',
    on: change.on,
    state: change.state,
    coming: change.state === 'in-force' && change.on > needs.clock.today(),
    about,
    operations: change.operationCount,
    wrong: change.problemCount,
    decision: change.decision,
    hasFile: change.decisionSha256 !== null,
    madeBy: change.madeBy,
    madeAt: change.madeAt,
    decidedBy: change.decidedBy,
    decidedAt: change.decidedAt,
    refusal: change.refusal,
    maySend: change.state === 'draft' && change.mine && change.problemCount === 0 && change.operationCount > 0,
    mayWithdraw: (change.state === 'draft' || change.state === 'waiting') && change.mine,
    mayDecide: change.state === 'waiting' && !change.mine && change.reach,
  });
  /** The change, as its reader may see it. */
  const seen = async ({ tx }: InWork, id: string): Promise<Result<StoredChange>> => {
    const change = await changeById(tx, id);
    return change === null ? refused(notWithinReach()) : ok(change);
  };

  route(app, needs, {
    id: 'listBodyChanges',
    tag: 'bodies',
    summary: { vi: 'Các thay đổi cơ quan: đang chờ, nháp, đã xong', en: 'Changes of agencies: waiting, drafts, done' },
    method: 'GET',
    path: '/api/v1/body-changes',
    query: Type.Object(pageOf(CHANGES_ON_PAGE)),
    act: 'bodies.change',
    read: NAMES_NOBODY,
    answer: json(listOf(ChangeSummary)),
    work: async ({ tx, query }) => {
      const limit = query.limit ?? CHANGES_ON_PAGE;
      const found = await changes(tx, decodeCursor(query.cursor, ['number', 'instant', 'uuid']), limit + 1);
      const page = found.slice(0, limit);
      const last = page.at(-1);
      return ok({
        items: page.map((change) => summary(change, change.listName ?? change.about)),
        next: found.length > limit && last ? encodeCursor(placeOfChange(last)) : null,
      });
    },
  });

  route(app, needs, {
    id: 'getBodyChange',
    tag: 'bodies',
    summary: { vi: 'Một thay đổi: nội dung, điều cản trở', en: 'One change: what it does, what stands in its way' },
    method: 'GET',
    path: '/api/v1/body-changes/:id',
    params: ById,
    act: 'bodies.read',
    read: NAMES_NOBODY,
    answer: json(OneChange),
    problems: [notWithinReach],
    work: async (asked) => {
      const found = await seen(asked, asked.params.id);
      if (!found.ok) return found;
      const change = found.value;
      const operations = await operationsOf(asked.tx, change.id);
      const open = change.state === 'draft' || change.state === 'waiting';
      const plan = open ? await standingPlan(asked.tx, change) : null;
      return ok({
        change: summary(change, change.listName ?? change.about),
        counts: { ...change.counts, ...countsAlong(plan?.anew?.plan.rows ?? {}) },
        lines: linesOf(await bodiesOfLines(asked.tx, operations, LINES_SHOWN), operations, change.on, LINES_SHOWN),
        moreLines: operations.length > LINES_SHOWN,
        problems: (plan?.problems ?? []).slice(0, LINES_SHOWN).map(({ problem: { code, title, next } }) => ({ code, title, next })),
        cells: [...(await listProblems(asked.tx, change.id, LINES_SHOWN))],
        planHash: plan ? plan.sha256 && planHash(plan.sha256, change.decision) : change.planHash,
        undoFrom: change.state === 'in-force' && change.kind === 'merge' ? await undoableFrom(asked.tx, change.id) : null,
      });
    },
  });

  route(app, needs, {
    id: 'askBodyChange',
    tag: 'bodies',
    summary: {
      vi: 'Lập một thay đổi cơ quan, để nháp hoặc gửi người thứ hai',
      en: 'Makes a change of agencies: a draft, or sent to the second person',
    },
    method: 'POST',
    path: '/api/v1/body-changes',
    body: AskedChange,
    act: 'bodies.change',
    answer: json(MadeChange, 201),
    problems: [changeIncomplete, ...OF_SENDING],
    work: async (asked) => {
      const { tx, body } = asked;
      const operations = operationsAsked(body.operations, newId);
      if (!operations.ok) return operations;
      const decision = body.decision ?? null;
      const wrong = body.send || decision !== null ? problemsOfDecision(decision, body.on, needs.clock.today()) : [];
      if (wrong.length > 0) return refused(...wrong);
      const prepared = await prepare(tx, { operations: operations.value, on: body.on });
      if (prepared.problems.length > 0) return refused(...prepared.problems.map(({ problem }) => problem));
      const made = await draftOf(asked, body, { operations: operations.value, prepared });
      if (!made.ok) return made;
      const change = await justMade(tx, made.value);
      if (body.send && decision !== null) {
        const sent = await send(asked, needs, change, { decision, file: body.file });
        if (!sent.ok) return sent;
      }
      return ok({ id: change.id, state: body.send ? ('waiting' as const) : ('draft' as const), wrong: 0, counts: change.counts });
    },
  });
  const draftOf = (
    asked: InWork,
    body: {
      readonly on: string;
      readonly decision?: {
        readonly number: string;
        readonly day: string;
        readonly signer: string;
        readonly issuedBy: string;
        readonly word?: string;
      };
      readonly file?: string;
      readonly operations: readonly { readonly kind: string }[];
    },
    { operations, prepared }: { readonly operations: Parameters<typeof countsOf>[0]; readonly prepared: Prepared },
  ): Promise<Result<string>> =>
    makeDraft(asked, needs, {
      kind: body.operations.length === 1 ? body.operations[0]!.kind : 'list',
      on: body.on,
      operations,
      decision: body.decision ?? null,
      counts: { ...countsOf(operations), ...countsAlong(prepared.plan.rows) },
      prepared,
      file: body.file,
    });

  route(app, needs, {
    id: 'sendBodyChange',
    tag: 'bodies',
    summary: { vi: 'Gửi một thay đổi nháp cho người thứ hai', en: 'Sends a draft to the second person' },
    method: 'POST',
    path: '/api/v1/body-changes/:id/sending',
    params: ById,
    body: SentChange,
    act: 'bodies.change',
    answer: json(MadeId),
    problems: OF_SENDING,
    work: async (asked) => {
      const found = await seen(asked, asked.params.id);
      if (!found.ok) return found;
      const sent = await send(asked, needs, found.value, { decision: asked.body.decision, file: asked.body.file });
      return sent.ok ? ok({ id: found.value.id }) : sent;
    },
  });

  route(app, needs, {
    id: 'withdrawBodyChange',
    tag: 'bodies',
    summary: { vi: 'Rút lại một thay đổi chưa có hiệu lực', en: 'Takes back a change that is not in force' },
    method: 'POST',
    path: '/api/v1/body-changes/:id/withdrawal',
    params: ById,
    act: 'bodies.change',
    answer: empty,
    problems: [changeNotOpen, changeNotYours],
    work: async (asked) => {
      const { tx, params } = asked;
      const found = await seen(asked, params.id);
      if (!found.ok) return found;
      if (!found.value.mine) return refused(changeNotYours());
      if (!(await withdrawChange(tx, params.id))) return refused(changeNotOpen());
      await recordAct(tx, needs, {
        act: 'bodies.withdrawn',
        purpose: 'ADMINISTER',
        bodyId: found.value.over[0] ?? null,
        objectId: params.id,
        payload: { kind: found.value.kind },
      });
      return ok(undefined);
    },
  });

  route(app, needs, {
    id: 'decideBodyChange',
    tag: 'bodies',
    summary: {
      vi: 'Cho hiệu lực, hoặc từ chối, thay đổi do người khác lập',
      en: 'Puts in force, or refuses, a change that somebody else made',
    },
    method: 'POST',
    path: '/api/v1/body-changes/:id/decision',
    params: ById,
    body: ChangeVerdict,
    act: 'bodies.change',
    answer: json(MadeId),
    problems: [changeRefusalWhy, changeStale, changeNotOpen, changeNotYours, ...OF_OPERATIONS],
    work: async (asked) => {
      const { inForce, planHash, reason } = asked.body;
      if (!inForce && reason === undefined) return refused(changeRefusalWhy());
      const done = await decide(asked, needs, asked.params.id, { refusal: inForce ? null : reason!.trim(), planHash: planHash ?? null });
      return done.ok ? ok({ id: asked.params.id }) : done;
    },
  });

  route(app, needs, {
    id: 'keepDecisionFile',
    tag: 'bodies',
    summary: { vi: 'Giữ bản chụp của một quyết định (PDF, JPEG, PNG)', en: 'Keeps the scan of a decision (PDF, JPEG, PNG)' },
    method: 'POST',
    path: '/api/v1/body-changes/files',
    takes: { 'application/octet-stream': Binary },
    act: 'bodies.change',
    keep: async ({ sent }) => {
      const bytes = sent.body as Buffer | null;
      const mediaType = Buffer.isBuffer(bytes) ? mediaTypeOf(bytes) : null;
      if (mediaType === null) return refused(mediaTypeUnknown({ type: sent.head('content-type').slice(0, 60) || '–' }));
      const kept = await needs.blobs.put(bytes as Buffer);
      return kept.ok ? ok({ ...kept.value, mediaType, name: fileNameOf(sent.head('x-file-name')) }) : kept;
    },
    answer: json(KeptFileShape, 201),
    problems: [mediaTypeUnknown],
    work: async ({ tx, kept }) => {
      await noteFile(tx, { ...kept, at: needs.clock.now() });
      await recordAct(tx, needs, {
        act: 'bodies.file-kept',
        purpose: 'ADMINISTER',
        bodyId: null,
        objectId: null,
        payload: { sha256: kept.sha256, sizeBytes: kept.sizeBytes },
      });
      return ok({ sha256: kept.sha256, sizeBytes: kept.sizeBytes, mediaType: kept.mediaType });
    },
  });

  route(app, needs, {
    id: 'getDecisionFile',
    tag: 'bodies',
    summary: { vi: 'Bản chụp quyết định của một thay đổi', en: 'The scanned decision of a change' },
    method: 'GET',
    path: '/api/v1/body-changes/:id/file',
    params: ById,
    act: 'bodies.read',
    read: nobody('the scan of a decision about a body'),
    answer: file('application/octet-stream'),
    problems: [notWithinReach],
    work: async ({ tx, params: { id } }) => {
      const kept = await fileOfChange(tx, id);
      if (kept === null) return refused(notWithinReach());
      return ok(
        afterCommit(async () => ok({ bytes: await needs.blobs.get(kept.sha256), name: kept.name === '' ? 'quyet-dinh' : kept.name })),
      );
    },
  });
}
