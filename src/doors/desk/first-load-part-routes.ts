/** The clerk's side of a first load: parts are brought, taken out, closed, given up. Decision 0062. */
import type { FastifyInstance } from 'fastify';
import { Type } from 'typebox';
import { route } from '#authority/audit/route.ts';
import { empty, json } from '#base/http/answer.ts';
import { Binary, ById, Id, MadeId } from '#base/http/shapes.ts';
import { ok } from '#base/problem.ts';
import { addPart, beginLoad, closeLoad, reopenLoad, takePartOut, withdrawLoad } from '#record/first-load/gather.ts';
import {
  asOfOfLoad,
  firstLoadClosed,
  loadNotFound,
  loadStands,
  loadUnderWay,
  nobodyToLoad,
  partNotFound,
  partsNotChecked,
  tooManyParts,
} from '#record/first-load/problems.ts';
import { MakeRequest } from '#record/first-load/shapes.ts';
import { keepUpload } from '#record/intake/receive.ts';
import { done, oneLoad } from './first-load-subject.ts';
import type { DeskNeeds } from './needs.ts';
import { fileNameOf, uploadTypes } from './routes.ts';

const OfPart = Type.Object({ id: Id, no: Type.Integer({ minimum: 1, maximum: 100_000 }) });
const PartReceived = Type.Object(
  { no: Type.Integer(), submissionId: Type.String(), uploadNumber: Type.String() },
  { title: 'PartReceived' },
);

export function partRoutes(app: FastifyInstance, needs: DeskNeeds): void {
  const types = uploadTypes(needs.doors.filter(({ firstLoad }) => firstLoad !== 'never'));

  route(app, needs, {
    id: 'beginFirstLoad',
    tag: 'submissions',
    summary: { vi: 'Bắt đầu đợt nạp lần đầu của một cơ quan', en: 'Begins the first load of an agency' },
    method: 'POST',
    path: '/api/v1/first-loads',
    body: MakeRequest,
    act: 'upload.create',
    subject: async ({ body }) => ok({ bodyId: body.body }),
    answer: json(MadeId, 201),
    problems: [firstLoadClosed, asOfOfLoad, loadUnderWay],
    work: ({ tx, actor, body }) => beginLoad(tx, needs, actor, body),
  });

  route(app, needs, {
    id: 'addFirstLoadPart',
    tag: 'submissions',
    summary: { vi: 'Thêm một tệp (Excel hoặc CSV) vào đợt nạp lần đầu', en: 'Adds a file (a workbook or CSV) to a first load' },
    method: 'POST',
    path: '/api/v1/first-loads/:id/parts',
    params: ById,
    takes: Object.fromEntries(types.map((type) => [type, Binary])),
    act: 'upload.create',
    subject: oneLoad,
    keep: ({ sent, scan }) => keepUpload(needs, sent.body as Buffer, scan, { ofFirstLoad: true }),
    answer: json(PartReceived, 201),
    problems: [loadNotFound, loadStands, firstLoadClosed, tooManyParts, loadUnderWay],
    work: async ({ tx, actor, params, sent, kept }) => {
      const added = await addPart(tx, needs, actor, params.id, { fileName: fileNameOf(sent), kept });
      if (!added.ok) return added;
      const { no, submissionId, uploadNumber } = added.value;
      return ok({ no, submissionId, uploadNumber });
    },
  });

  route(app, needs, {
    id: 'removeFirstLoadPart',
    tag: 'submissions',
    summary: { vi: 'Bỏ một tệp khỏi đợt nạp lần đầu', en: 'Takes a file out of a first load' },
    method: 'POST',
    path: '/api/v1/first-loads/:id/parts/:no/remove',
    params: OfPart,
    bodyOptional: true,
    act: 'upload.create',
    subject: oneLoad,
    answer: empty,
    problems: [loadNotFound, loadStands, partNotFound],
    work: async ({ tx, actor, params }) => done(await takePartOut(tx, needs, actor, params.id, params.no)),
  });

  route(app, needs, {
    id: 'closeFirstLoad',
    tag: 'submissions',
    summary: { vi: 'Chốt các tệp; hệ thống rút mẫu', en: 'No more files come; the sample is drawn' },
    method: 'POST',
    path: '/api/v1/first-loads/:id/close',
    params: ById,
    bodyOptional: true,
    act: 'upload.create',
    subject: oneLoad,
    answer: empty,
    problems: [loadNotFound, loadStands, firstLoadClosed, partsNotChecked, nobodyToLoad],
    work: async ({ tx, actor, params }) => done(await closeLoad(tx, needs, actor, params.id)),
  });

  route(app, needs, {
    id: 'reopenFirstLoad',
    tag: 'submissions',
    summary: { vi: 'Mở lại sau khi mẫu có dòng sai, để sửa các tệp', en: 'Opens it again after a row was wrong, to correct the files' },
    method: 'POST',
    path: '/api/v1/first-loads/:id/reopen',
    params: ById,
    bodyOptional: true,
    act: 'upload.create',
    subject: oneLoad,
    answer: empty,
    problems: [loadNotFound, loadStands],
    work: async ({ tx, actor, params }) => done(await reopenLoad(tx, needs, actor, params.id)),
  });

  route(app, needs, {
    id: 'withdrawFirstLoad',
    tag: 'submissions',
    summary: { vi: 'Hủy đợt nạp lần đầu khi chưa đủ hai chữ ký', en: 'Gives a first load up, before two have signed' },
    method: 'POST',
    path: '/api/v1/first-loads/:id/withdraw',
    params: ById,
    bodyOptional: true,
    act: 'submission.withdraw',
    subject: oneLoad,
    answer: empty,
    problems: [loadNotFound, loadStands],
    work: async ({ tx, actor, params }) => done(await withdrawLoad(tx, needs, actor, params.id)),
  });
}
