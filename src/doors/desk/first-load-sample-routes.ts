/** A first load for those who confirm: the sample is opened and judged, two sign, or it goes back. Decision 0062. */
import type { FastifyInstance } from 'fastify';
import { Type } from 'typebox';
import { ownRecord, samePerson } from '#authority/access/problems.ts';
import { route } from '#authority/audit/route.ts';
import type { Tx } from '#base/database/transaction.ts';
import { empty, json } from '#base/http/answer.ts';
import { ById, Id } from '#base/http/shapes.ts';
import { ok } from '#base/problem.ts';
import { sendLoadBack } from '#record/first-load/gather.ts';
import { judgeRow, openRow } from '#record/first-load/judge.ts';
import type { OpenedRow } from '#record/first-load/judge.ts';
import {
  firstLoadClosed,
  loadNotFound,
  loadStands,
  rowNotFound,
  rowNotOpened,
  signedBefore,
  signedOtherwise,
  warningsOfLoad,
  wrongNeedsNote,
} from '#record/first-load/problems.ts';
import { JudgeRequest, Reason, SampledRow, SignRequest } from '#record/first-load/shapes.ts';
import { signLoad } from '#record/first-load/sign.ts';
import { doorOf, printed } from '#record/intake/door.ts';
import { acknowledgedOtherwise } from '#record/intake/problems.ts';
import { differences, mergeGroup } from '#record/register/merge.ts';
import type { GroupCode, GroupDocument } from '#standard/shapes.ts';
import { bodyCodesOf, shownChange } from './comparison.ts';
import { visibilityOfFile } from './file-visibility.ts';
import { done, loadToConfirm } from './first-load-subject.ts';
import type { DeskNeeds } from './needs.ts';
import { officerOf } from './officer.ts';

const OfRow = Type.Object({ id: Id, no: Type.Integer({ minimum: 0, maximum: 2_000_000_000 }) });
export function sampleRoutes(app: FastifyInstance, needs: DeskNeeds): void {
  /** Every value that the row states, as this reader may see it. */
  const valuesOf = async (tx: Tx, { line, file }: OpenedRow, visibility: Parameters<typeof shownChange>[1]) => {
    const groups = Object.entries(line.content?.groups ?? {}) as [GroupCode, GroupDocument][];
    const all = groups.map(([group, stated]) => ({ group, changes: differences(group, undefined, mergeGroup(undefined, stated)) }));
    const names = await needs.bodyNamesByCode(tx, bodyCodesOf(all.flatMap(({ changes }) => changes)));
    return {
      row: printed(doorOf(needs.doors, file), line.place).row,
      values: all.flatMap(({ group, changes }) =>
        changes.map((change) => {
          const { field, label, line, to } = shownChange(change, visibility, (code) => names.get(code));
          return { field, group, label, line, value: to };
        }),
      ),
    };
  };

  route(app, needs, {
    id: 'openFirstLoadRow',
    tag: 'confirmation',
    summary: { vi: 'Mở một dòng mẫu để đối chiếu với hồ sơ gốc', en: 'Opens a row of the sample, to hold it against the papers' },
    method: 'POST',
    path: '/api/v1/first-loads/:id/sample/:no/open',
    params: OfRow,
    bodyOptional: true,
    act: 'item.confirm',
    subject: loadToConfirm,
    read: 'submission.read',
    purpose: 'CONFIRM',
    answer: json(SampledRow),
    problems: [loadNotFound, loadStands, rowNotFound, samePerson, ownRecord],
    work: async ({ tx, actor, params, shows }) => {
      const opened = await openRow(tx, needs, actor, params.id, params.no);
      if (!opened.ok) return opened;
      const { row, file, line, load } = opened.value;
      await shows({
        bodyId: load.bodyId,
        objectId: file.submissionId,
        revision: file.round,
        listed: line.personId === null ? [] : [line.personId],
        payload: { lines: [line.lineNo], firstLoad: load.loadId },
      });
      return ok({
        no: row.no,
        part: row.partNo,
        fileName: file.fileName,
        name: line.name,
        number: line.content?.nationalId ?? '',
        state: row.verdict ?? ('opened' as const),
        ...(await valuesOf(tx, opened.value, visibilityOfFile(actor, file))),
      });
    },
  });

  route(app, needs, {
    id: 'judgeFirstLoadRow',
    tag: 'confirmation',
    summary: { vi: 'Ghi kết quả đối chiếu một dòng mẫu', en: 'Says what was found of a row of the sample' },
    method: 'POST',
    path: '/api/v1/first-loads/:id/sample/:no/verdict',
    params: OfRow,
    body: JudgeRequest,
    act: 'item.confirm',
    subject: loadToConfirm,
    answer: empty,
    problems: [loadNotFound, loadStands, rowNotFound, rowNotOpened, wrongNeedsNote, samePerson, ownRecord],
    work: async ({ tx, actor, params, body }) => done(await judgeRow(tx, needs, actor, params.id, params.no, body)),
  });

  route(app, needs, {
    id: 'signFirstLoad',
    tag: 'confirmation',
    summary: { vi: 'Ký đợt nạp lần đầu (cần hai người)', en: 'Signs a first load; two people must' },
    method: 'POST',
    path: '/api/v1/first-loads/:id/signatures',
    params: ById,
    body: SignRequest,
    act: 'item.confirm',
    subject: loadToConfirm,
    answer: empty,
    problems: [
      loadNotFound,
      loadStands,
      firstLoadClosed,
      signedOtherwise,
      acknowledgedOtherwise,
      warningsOfLoad,
      signedBefore,
      samePerson,
      ownRecord,
    ],
    work: async ({ tx, actor, params, body, subject: { bodyId } }) =>
      done(await signLoad(tx, needs, officerOf(actor, bodyId), params.id, body)),
  });

  route(app, needs, {
    id: 'sendFirstLoadBack',
    tag: 'confirmation',
    summary: { vi: 'Trả lại đợt nạp lần đầu, nêu lý do', en: 'Sends a first load back, and says why' },
    method: 'POST',
    path: '/api/v1/first-loads/:id/send-back',
    params: ById,
    body: Reason,
    act: 'item.confirm',
    subject: loadToConfirm,
    answer: empty,
    problems: [loadNotFound, loadStands, samePerson, ownRecord],
    work: async ({ tx, actor, params, body }) => done(await sendLoadBack(tx, needs, actor, params.id, body.note)),
  });
}
