/** First loads over HTTP: the ministry opens them; a clerk brings parts and closes; who confirms checks the sample and signs. Decision 0062. */
import { Type } from 'typebox';
import type { FastifyInstance } from 'fastify';
import { nobody } from '#authority/access/frame.ts';
import { ownRecord, samePerson } from '#authority/access/problems.ts';
import type { AccessAct, Subject } from '#authority/access/shapes.ts';
import { route } from '#authority/audit/route.ts';
import type { Tx } from '#base/database/transaction.ts';
import { empty, json } from '#base/http/answer.ts';
import { Binary, ById, Id, MadeId } from '#base/http/shapes.ts';
import { groupTitleOf, ok, refused } from '#base/problem.ts';
import type { Result } from '#base/problem.ts';
import {
  addPart,
  beginLoad,
  closeLoad,
  filesOfParts,
  reopenLoad,
  sendLoadBack,
  takePartOut,
  withdrawLoad,
} from '#record/first-load/gather.ts';
import { judgeRow, openRow } from '#record/first-load/judge.ts';
import type { OpenedRow } from '#record/first-load/judge.ts';
import {
  asOfOfLoad,
  firstLoadClosed,
  loadNotFound,
  loadStands,
  loadUnderWay,
  nobodyToLoad,
  partNotFound,
  partsNotChecked,
  rowNotFound,
  rowNotOpened,
  signedBefore,
  signedOtherwise,
  tooManyParts,
  warningsOfLoad,
  windowDays,
  windowNotFound,
  windowOpenAlready,
  wrongNeedsNote,
} from '#record/first-load/problems.ts';
import {
  FirstLoadList,
  JudgeRequest,
  MakeRequest,
  OneFirstLoad,
  OpenRequest,
  Reason,
  SAYS,
  SampledRow,
  SignRequest,
} from '#record/first-load/shapes.ts';
import { signLoad } from '#record/first-load/sign.ts';
import {
  actsOf,
  loadById,
  loadsSeen,
  openWindow,
  partsOf,
  roundOf,
  sampleOf,
  signaturesOf,
  warningsOf,
  windowById,
  windowsSeen,
} from '#record/first-load/store.ts';
import type { Load, Part, SampleRow } from '#record/first-load/store.ts';
import { endFirstLoad, openFirstLoad, standsOn } from '#record/first-load/window.ts';
import { doorOf, printed } from '#record/intake/door.ts';
import { acknowledgedOtherwise } from '#record/intake/problems.ts';
import { sendersOf } from '#record/intake/makers.ts';
import { keepUpload } from '#record/intake/receive.ts';
import { openForSubmission } from '#record/intake/store.ts';
import type { StoredFile } from '#record/intake/store.ts';
import { receiptsOf } from '#record/receipt/issue.ts';
import { differences, mergeGroup } from '#record/register/merge.ts';
import type { GroupCode, GroupDocument } from '#standard/shapes.ts';
import { bodyCodesOf, shownChange } from './comparison.ts';
import { visibilityOfFile } from './file-visibility.ts';
import type { DeskNeeds } from './needs.ts';
import { officerOf } from './officer.ts';
import { fileNameOf, uploadTypes } from './routes.ts';

/** What a screen offers. */
const ACTS: readonly AccessAct[] = ['first-load.open', 'upload.create', 'item.confirm', 'submission.withdraw', 'problems.read'];
/** Windows and loads that the page lists. */
const LISTED_MAX = 100;

const OfPart = Type.Object({ id: Id, no: Type.Integer({ minimum: 1, maximum: 100_000 }) });
const OfRow = Type.Object({ id: Id, no: Type.Integer({ minimum: 0, maximum: 2_000_000_000 }) });
const PartReceived = Type.Object(
  { no: Type.Integer(), submissionId: Type.String(), uploadNumber: Type.String() },
  { title: 'PartReceived' },
);

type OfLoad = Subject & { readonly bodyId: string; readonly load: Load; readonly parts: readonly Part[] };

/** A load, and who brought its parts: they neither judge nor sign it. E-FIRST-LOAD-NOT-FOUND. */
async function oneLoad({ tx, params }: { readonly tx: Tx; readonly params: { readonly id: string } }): Promise<Result<OfLoad>> {
  const load = await loadById(tx, params.id);
  if (!load) return refused(loadNotFound());
  return ok({ bodyId: load.bodyId, load, parts: await partsOf(tx, load.loadId) });
}
async function loadToConfirm(asked: { readonly tx: Tx; readonly params: { readonly id: string } }): Promise<Result<OfLoad>> {
  const found = await oneLoad(asked);
  return found.ok ? ok({ ...found.value, makers: await makersOf(asked.tx, found.value.parts) }) : found;
}
async function makersOf(tx: Tx, parts: readonly Part[]): Promise<ReadonlySet<string>> {
  const senders = await sendersOf(
    tx,
    parts.map(({ submissionId }) => submissionId),
  );
  return new Set([...senders.values()].flatMap((all) => [...all]));
}

const stateOfRow = ({ verdict, openedBy }: SampleRow) => verdict ?? (openedBy === null ? ('to-open' as const) : ('opened' as const));
const sumOf = (files: readonly StoredFile[], key: 'received' | 'accepted' | 'rejected' | 'waiting'): number =>
  files.reduce((sum, { counts }) => sum + counts[key], 0);

export function firstLoadRoutes(app: FastifyInstance, needs: DeskNeeds): void {
  windowRoutes(app, needs);
  partRoutes(app, needs);
  confirmingRoutes(app, needs);
  route(app, needs, {
    id: 'getFirstLoad',
    tag: 'submissions',
    summary: { vi: 'Một đợt nạp lần đầu: các phần, mẫu, chữ ký', en: 'One first load: its parts, sample and signatures' },
    method: 'GET',
    path: '/api/v1/first-loads/:id',
    params: ById,
    act: 'first-load.read',
    subject: oneLoad,
    read: nobody('files in counts, places of rows, and what was done by whom in their office'),
    answer: json(OneFirstLoad),
    problems: [loadNotFound],
    work: async ({ tx, actor, allowed, subject: { load, parts } }) => {
      const submissionIds = parts.map(({ submissionId }) => submissionId);
      const files = await filesOfParts(tx, submissionIds);
      const signatures = await signaturesOf(tx, load);
      const window = await openWindow(tx, load.bodyId);
      const body = await needs.bodyOn(tx, load.bodyId, needs.clock.today());
      const makers = await makersOf(tx, parts);
      const shownParts: Awaited<ReturnType<typeof shownPart>>[] = [];
      for (const part of parts) shownParts.push(await shownPart(tx, part, files.get(part.submissionId)!));
      return ok({
        id: load.loadId,
        bodyId: load.bodyId,
        bodyName: body?.name ?? '',
        bodyCode: body?.code ?? null,
        asOf: load.asOf,
        state: load.state,
        stateAt: load.stateAt,
        round: load.round,
        people: load.people,
        done: load.done,
        open: window !== null && standsOn(window, needs.clock.today()),
        lastDay: window?.lastDay ?? null,
        counts: {
          received: sumOf([...files.values()], 'received'),
          accepted: sumOf([...files.values()], 'accepted'),
          rejected: sumOf([...files.values()], 'rejected'),
          waiting: sumOf([...files.values()], 'waiting'),
        },
        parts: shownParts,
        warnings: [...(await warningsOf(tx, submissionIds))].map(([code, count]) => ({
          code,
          title: groupTitleOf(code),
          count,
        })),
        sample: await shownSample(tx, load, parts),
        signatures: signatures.map(({ signerName, at }) => ({ name: signerName, at })),
        says: SAYS,
        mine: makers.has(actor.identity) || signatures.some(({ signerIdentity }) => signerIdentity === actor.identity),
        acts: [...(await actsOf(tx, load.loadId))],
        may: allowed(ACTS, { bodyId: load.bodyId }),
      });
    },
  });

  const shownPart = async (tx: Tx, part: Part, file: StoredFile) => {
    const { giveBack } = doorOf(needs.doors, file);
    const { received, accepted, rejected, waiting, warnings } = file.counts;
    return {
      no: part.no,
      submissionId: part.submissionId,
      uploadNumber: file.uploadNumber,
      fileName: file.fileName,
      stage: file.stage,
      done: file.done,
      total: file.total,
      counts: { received, accepted, rejected, waiting },
      warnings,
      taken: part.people,
      registered: part.done,
      mend: giveBack && rejected + waiting > 0 ? `/submissions/${part.submissionId}/${giveBack.address}` : null,
      receipts: (await receiptsOf(tx, part.submissionId)).map(({ content }) => ({ number: content.number, kind: content.kind })),
    };
  };

  const shownSample = async (tx: Tx, load: Load, parts: readonly Part[]) => {
    const drawing = await roundOf(tx, load);
    const rows = await sampleOf(tx, load);
    const submissionOf = new Map(parts.map(({ no, submissionId }) => [no, submissionId]));
    return {
      commitment: drawing.commitment.toString('hex'),
      seed: drawing.seed?.toString('hex') ?? null,
      root: drawing.root?.toString('hex') ?? null,
      rows: rows.map((row) => {
        const submissionId = submissionOf.get(row.partNo);
        const note = row.noteSealed && submissionId ? openForSubmission<string>(needs.keys, submissionId, row.noteSealed) : null;
        return {
          no: row.no,
          part: row.partNo,
          // The number of the line in its file: the row of a sheet is told when it is opened.
          line: row.lineNo,
          state: stateOfRow(row),
          judgedBy: row.judgedByName,
          note,
        };
      }),
    };
  };
}

/** The ministry's act, and what everybody sees of it. */
function windowRoutes(app: FastifyInstance, needs: DeskNeeds): void {
  route(app, needs, {
    id: 'listFirstLoads',
    tag: 'submissions',
    summary: { vi: 'Các lần cho phép và các đợt nạp lần đầu', en: 'Where first loads stand open, and the loads' },
    method: 'GET',
    path: '/api/v1/first-loads',
    act: 'first-load.read',
    read: nobody('bodies, days, and loads in counts'),
    answer: json(FirstLoadList),
    work: async ({ tx, allowed }) => {
      const [windows, loads] = [await windowsSeen(tx, LISTED_MAX), await loadsSeen(tx, LISTED_MAX)];
      const names = await needs.bodyNames(tx, [...new Set([...windows, ...loads].map(({ bodyId }) => bodyId))]);
      return ok({
        windows: windows.map(({ windowId, bodyId, openedByName, closedByName, ...window }) => ({
          id: windowId,
          bodyId,
          bodyName: names.get(bodyId) ?? '',
          opensOn: window.opensOn,
          lastDay: window.lastDay,
          decision: window.decision,
          openedBy: openedByName,
          closedAt: window.closedAt,
          closedBy: closedByName,
          closedWhy: window.closedWhy,
          stands: standsOn(window, needs.clock.today()),
          may: allowed(ACTS, { bodyId }),
        })),
        loads: loads.map(({ loadId, bodyId, asOf, state, stateAt, parts, people, done }) => ({
          id: loadId,
          bodyId,
          bodyName: names.get(bodyId) ?? '',
          asOf,
          state,
          stateAt,
          parts,
          people,
          done,
        })),
        may: allowed(ACTS, { bodyId: null }),
      });
    },
  });

  route(app, needs, {
    id: 'openFirstLoad',
    tag: 'submissions',
    summary: { vi: 'Cho phép một cơ quan nạp lần đầu trong một thời hạn', en: 'Opens the first load of an agency for some days' },
    method: 'POST',
    path: '/api/v1/first-load-windows',
    body: OpenRequest,
    act: 'first-load.open',
    subject: async ({ body }) => ok({ bodyId: body.body }),
    answer: json(MadeId, 201),
    problems: [windowDays, windowOpenAlready],
    work: ({ tx, actor, body }) => openFirstLoad(tx, needs, actor, body),
  });

  route(app, needs, {
    id: 'endFirstLoad',
    tag: 'submissions',
    summary: { vi: 'Đóng trước hạn việc nạp lần đầu của một cơ quan', en: 'Closes the first load of an agency before its last day' },
    method: 'POST',
    path: '/api/v1/first-load-windows/:id/close',
    params: ById,
    body: Reason,
    act: 'first-load.open',
    subject: async ({ tx, params }): Promise<Result<Subject>> => {
      const window = await windowById(tx, params.id);
      return window ? ok({ bodyId: window.bodyId }) : refused(windowNotFound());
    },
    answer: empty,
    problems: [windowNotFound],
    work: async ({ tx, actor, params, body }) => done(await endFirstLoad(tx, needs, actor, params.id, body.note)),
  });
}

/** Nothing to tell but that it is done. */
const done = (result: Result<null>): Result<undefined> => (result.ok ? ok(undefined) : result);

/** The clerk's side. */
function partRoutes(app: FastifyInstance, needs: DeskNeeds): void {
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

/** The side of those who confirm: the sample, the signatures, the way back. */
function confirmingRoutes(app: FastifyInstance, needs: DeskNeeds): void {
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
      if (Buffer.from(line.idHash!).toString('hex') === actor.identity) return refused(ownRecord());
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
