/** First loads over HTTP: what everybody sees of them, and the ministry's opening. Parts and sample have their own files. Decision 0062. */
import type { FastifyInstance } from 'fastify';
import { nobody } from '#authority/access/frame.ts';
import type { AccessAct, Subject } from '#authority/access/shapes.ts';
import { route } from '#authority/audit/route.ts';
import type { Tx } from '#base/database/transaction.ts';
import { empty, json } from '#base/http/answer.ts';
import { ById, MadeId } from '#base/http/shapes.ts';
import { groupTitleOf, ok, refused } from '#base/problem.ts';
import type { Result } from '#base/problem.ts';
import { filesOfParts } from '#record/first-load/gather.ts';
import { loadNotFound, windowDays, windowNotFound, windowOpenAlready } from '#record/first-load/problems.ts';
import { FirstLoadList, OneFirstLoad, OpenRequest, Reason, SAYS } from '#record/first-load/shapes.ts';
import {
  actsOf,
  loadsSeen,
  openWindow,
  roundOf,
  sampleOf,
  signaturesOf,
  warningsOf,
  windowById,
  windowsSeen,
} from '#record/first-load/store.ts';
import type { Load, Part, SampleRow } from '#record/first-load/store.ts';
import { endFirstLoad, openFirstLoad, standsOn } from '#record/first-load/window.ts';
import { doorOf } from '#record/intake/door.ts';
import { openForSubmission } from '#record/intake/store.ts';
import type { StoredFile } from '#record/intake/store.ts';
import { receiptsOf } from '#record/receipt/issue.ts';
import { partRoutes } from './first-load-part-routes.ts';
import { sampleRoutes } from './first-load-sample-routes.ts';
import { done, makersOf, oneLoad } from './first-load-subject.ts';
import type { DeskNeeds } from './needs.ts';

/** What a screen offers. */
const ACTS: readonly AccessAct[] = ['first-load.open', 'upload.create', 'item.confirm', 'submission.withdraw', 'problems.read'];
/** Windows and loads that the page lists. */
const LISTED_MAX = 100;

const stateOfRow = ({ verdict, openedBy }: SampleRow) => verdict ?? (openedBy === null ? ('to-open' as const) : ('opened' as const));
const sumOf = (files: readonly StoredFile[], key: 'received' | 'accepted' | 'rejected' | 'waiting'): number =>
  files.reduce((sum, { counts }) => sum + counts[key], 0);

export function firstLoadRoutes(app: FastifyInstance, needs: DeskNeeds): void {
  windowRoutes(app, needs);
  partRoutes(app, needs);
  sampleRoutes(app, needs);
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
        bodyCodeStanding: body?.standing ?? 'none',
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
