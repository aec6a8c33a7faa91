/** "Duyệt trước khi gửi" over HTTP: asking, the list of the head, what the head is shown, approving, sending back; and the setting of a body. Decision 0042. */
import { Type } from 'typebox';
import type { FastifyInstance } from 'fastify';
import { bodiesFor } from '#authority/access/decide.ts';
import { nobody } from '#authority/access/frame.ts';
import type { AskedOf } from '#authority/access/frame.ts';
import type { AccessAct, Subject } from '#authority/access/shapes.ts';
import { route } from '#authority/audit/route.ts';
import { decodeCursor, encodeCursor } from '#base/cursor.ts';
import type { Tx } from '#base/database/transaction.ts';
import { empty, json } from '#base/http/answer.ts';
import { ById, listOf } from '#base/http/shapes.ts';
import { groupTitleOf, ok, refused } from '#base/problem.ts';
import type { Result } from '#base/problem.ts';
import type { Keys } from '#base/sealing.ts';
import { isLive, readRequest, reasonOf, waitingRequests } from '#record/intake/approval-store.ts';
import type { ApprovalOfFile, SendingRequest } from '#record/intake/approval-store.ts';
import { approveSending, askApproval, sendBackRequest, takeBackRequest } from '#record/intake/approval.ts';
import { approvalNotFound, submissionNotFound } from '#record/intake/problems.ts';
import { problemGroups } from '#record/intake/problem-store.ts';
import { fileOfRound } from '#record/intake/store.ts';
import type { StoredFile } from '#record/intake/store.ts';
import type { DeskNeeds } from './needs.ts';
import { onBehalfOf } from './officer.ts';
import { Page, oneSubmission } from './one-submission.ts';
import { shownReceipt } from './receipt-routes.ts';
import { Submitted } from './shapes.ts';
import { approvalState } from './state.ts';
import { AskedApproval, ShownApproval, Submit, WaitingApproval } from './waiting-shapes.ts';

const Approve = Type.Object({ hash: Type.String({ pattern: '^[0-9a-f]{64}$' }) }, { additionalProperties: false });
const SendBack = Type.Object({ reason: Type.String({ maxLength: 1000 }) }, { additionalProperties: false });

/** What a screen offers to do with a request: none to who asked for it, or brought the file. */
const ACTS_ON_REQUEST: readonly AccessAct[] = ['submission.approve', 'problems.read'];

/** How a submission stands to it, for its own page. */
export function shownApproval(keys: Keys, file: StoredFile, found: ApprovalOfFile) {
  const state = approvalState(file, found);
  const request = state === 'not-needed' || state === 'needed' ? null : found.request;
  return {
    state,
    requestId: request?.requestId ?? null,
    askedBy: request?.askedBy.name ?? null,
    askedAt: request?.askedAt ?? null,
    decidedBy: request?.decidedBy ?? null,
    decidedAt: request?.decidedAt ?? null,
    reason: request ? reasonOf(keys, request) : null,
  };
}

/** The makers of a request are who asked and who brought the file: neither approves it. */
interface OneRequest extends Subject {
  readonly bodyId: string;
  readonly request: SendingRequest;
  readonly file: StoredFile;
}
const subjectOf = (request: SendingRequest, file: StoredFile): OneRequest => ({
  bodyId: request.bodyId,
  makers: new Set([request.askedBy.identity, ...('identity' in file.sender && file.sender.identity ? [file.sender.identity] : [])]),
  request,
  file,
});

async function oneRequest({ tx, params }: { readonly tx: Tx; readonly params: { readonly id: string } }): Promise<Result<OneRequest>> {
  const request = await readRequest(tx, params.id);
  const file = request && (await fileOfRound(tx, request.submissionId, request.round));
  return file ? ok(subjectOf(request, file)) : refused(approvalNotFound());
}

export function approvalRoutes(app: FastifyInstance, needs: DeskNeeds): void {
  askingRoutes(app, needs);
  decidingRoutes(app, needs);
}

function askingRoutes(app: FastifyInstance, needs: DeskNeeds): void {
  route(app, needs, {
    id: 'askApproval',
    tag: 'submissions',
    summary: { vi: 'Đề nghị duyệt gửi', en: 'Asks that a submission may be sent' },
    method: 'POST',
    path: '/api/v1/submissions/:id/approval-request',
    params: ById,
    body: Submit,
    act: 'submission.submit',
    subject: oneSubmission,
    answer: json(AskedApproval, 201),
    problems: [submissionNotFound],
    work: ({ tx, actor, body, subject: { file } }) => askApproval(tx, needs, actor, file.submissionId, body),
  });

  route(app, needs, {
    id: 'takeBackApproval',
    tag: 'submissions',
    summary: { vi: 'Rút đề nghị duyệt gửi', en: 'Takes a request for approval back' },
    method: 'POST',
    path: '/api/v1/submissions/:id/approval-request/take-back',
    params: ById,
    bodyOptional: true,
    act: 'submission.submit',
    subject: oneSubmission,
    answer: empty,
    problems: [submissionNotFound, approvalNotFound],
    work: ({ tx, subject: { file } }) => takeBackRequest(tx, needs, file.submissionId),
  });
}

function decidingRoutes(app: FastifyInstance, needs: DeskNeeds): void {
  const shownRow = (request: SendingRequest, file: StoredFile, bodyName: string, { allowed }: Pick<AskedOf, 'allowed'>) => ({
    requestId: request.requestId,
    submissionId: request.submissionId,
    uploadNumber: file.uploadNumber,
    kind: file.door,
    bodyName,
    fileName: file.fileName,
    round: request.round,
    askedBy: request.askedBy.name,
    askedAt: request.askedAt,
    counts: file.counts,
    may: allowed(ACTS_ON_REQUEST, subjectOf(request, file)),
  });

  route(app, needs, {
    id: 'listApprovals',
    tag: 'submissions',
    summary: { vi: 'Các đề nghị duyệt gửi đang chờ tôi', en: 'Requests for approval that wait for me' },
    method: 'GET',
    path: '/api/v1/approvals',
    query: Page,
    act: 'submission.approve',
    read: nobody('files of bodies, counted; a citizen number in a name of a file is not shown'),
    answer: json(listOf(WaitingApproval)),
    work: async (asked) => {
      const { tx, actor, query } = asked;
      const limit = query.limit ?? 50;
      const rows = await waitingRequests(tx, {
        bodyIds: bodiesFor(actor, 'submission.approve'),
        after: decodeCursor(query.cursor, ['instant', 'uuid']),
        limit: limit + 1,
      });
      const page = rows.slice(0, limit);
      const names = await needs.bodyNames(tx, [...new Set(page.map((one) => one.bodyId))]);
      const items = [];
      for (const one of page) {
        const file = await fileOfRound(tx, one.submissionId, one.round);
        if (file) items.push(shownRow(one, file, names.get(one.bodyId) ?? '', asked));
      }
      const last = page.at(-1);
      return ok({ items, next: rows.length > limit && last ? encodeCursor([last.askedAt, last.requestId]) : null });
    },
  });

  route(app, needs, {
    id: 'getApproval',
    tag: 'submissions',
    summary: { vi: 'Một đề nghị duyệt gửi: sẽ gửi những gì', en: 'One request for approval: what would be sent' },
    method: 'GET',
    path: '/api/v1/approvals/:id',
    params: ById,
    act: 'problems.read',
    subject: oneRequest,
    read: nobody('counts and kinds of problems; the people are shown by the comparison of the submission'),
    answer: json(ShownApproval),
    problems: [approvalNotFound],
    work: async (asked) => {
      const { tx } = asked;
      const { request, file } = asked.subject;
      const names = await needs.bodyNames(tx, [request.bodyId]);
      const groups = await problemGroups(tx, request.submissionId, request.round);
      const said = new Set(request.acknowledged);
      const decided = request.state === 'approved' || request.state === 'returned';
      return ok({
        ...shownRow(request, file, names.get(request.bodyId) ?? '', asked),
        state: isLive(request, file) ? ('asked' as const) : decided ? ('decided' as const) : ('void' as const),
        hash: request.shownHash,
        asOf: request.asOf,
        partial: request.partial,
        again: file.againReason,
        acknowledged: groups
          .filter(({ severity, code }) => severity === 'warning' && said.has(code))
          .map(({ code, count }) => ({ code, title: groupTitleOf(code), count })),
        comparison: file.report.comparison ?? { new: 0, changed: 0, unchanged: 0, missing: 0 },
      });
    },
  });

  route(app, needs, {
    id: 'approveSending',
    tag: 'submissions',
    summary: { vi: 'Duyệt và gửi; trả biên nhận đã nhận (R1)', en: 'Approves and sends it; answers with the receipt R1' },
    method: 'POST',
    path: '/api/v1/approvals/:id/approve',
    params: ById,
    body: Approve,
    act: 'submission.approve',
    subject: oneRequest,
    answer: json(Submitted),
    problems: [approvalNotFound],
    work: async ({ tx, actor, params, body, subject: { bodyId } }) => {
      const head = { ...actor, ...onBehalfOf(actor, 'submission.approve', bodyId) };
      const sent = await approveSending(tx, needs, head, params.id, body.hash);
      return sent.ok ? ok({ receipt: shownReceipt(needs, sent.value.receipt), counts: sent.value.counts }) : sent;
    },
  });

  route(app, needs, {
    id: 'sendBackApproval',
    tag: 'submissions',
    summary: { vi: 'Trả lại đề nghị duyệt gửi, có lý do', en: 'Sends a request for approval back, with a reason' },
    method: 'POST',
    path: '/api/v1/approvals/:id/send-back',
    params: ById,
    body: SendBack,
    act: 'submission.approve',
    subject: oneRequest,
    answer: empty,
    problems: [approvalNotFound],
    work: ({ tx, actor, params, body }) => sendBackRequest(tx, needs, actor, params.id, body.reason),
  });
}
