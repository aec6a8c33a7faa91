/** Uploads and submissions over HTTP. */
import { Type } from 'typebox';
import type { FastifyInstance } from 'fastify';
import { bodiesFor } from '#authority/access/decide.ts';
import { nobody } from '#authority/access/frame.ts';
import type { AskedOf, RouteRequest } from '#authority/access/frame.ts';
import type { AccessAct } from '#authority/access/shapes.ts';
import { route } from '#authority/audit/route.ts';
import { decodeCursor, encodeCursor } from '#base/cursor.ts';
import type { Tx } from '#base/database/transaction.ts';
import type { ScanState } from '#base/files/file-scan.ts';
import { json } from '#base/http/answer.ts';
import { Binary, ById, Id, listOf, oneOf, pageOf } from '#base/http/shapes.ts';
import { ok, refused } from '#base/problem.ts';
import type { Bilingual, Problem, Result } from '#base/problem.ts';
import { bodyNames } from '#authority/organisations/store.ts';
import { bodyWithoutIdentifier } from '#record/matching/problems.ts';
import { heldTasks } from '#record/matching/store.ts';
import { peopleStates } from '#record/confirmation/people-states.ts';
import { draftOfBody, submissionNotFound } from '#record/intake/problems.ts';
import { receiptsOf } from '#record/receipt/issue.ts';
import { Page, oneSubmission } from './one-submission.ts';
import { problemRoutes } from './problem-routes.ts';
import { approvalRoutes, shownApproval } from './approval-routes.ts';
import { acceptRoutes } from './accept-routes.ts';
import { comparisonPage } from './comparison.ts';
import { visibilityOfFile } from './file-visibility.ts';
import type { DeskNeeds } from './needs.ts';
import { documentRoutes } from './document-routes.ts';
import { portraitRoutes } from './portrait-routes.ts';
import { wrongContentType } from './problems.ts';
import { onBehalfOf } from './officer.ts';
import { attestationRoutes } from './attestation-routes.ts';
import { receiptRoutes, shownReceipt } from './receipt-routes.ts';
import { Submit } from './waiting-shapes.ts';
import { approvalsOf } from '#record/intake/approval-store.ts';
import { doorOf, printed } from '#record/intake/door.ts';
import type { Doors } from '#record/intake/door.ts';
import { keepUpload, receiveUpload, withdraw } from '#record/intake/receive.ts';
import type { KeptBytes } from '#record/intake/receive.ts';
import { nameTest } from '#record/register/search.ts';
import { returnedRoutes } from './returned-routes.ts';
import { ComparisonPage, Submission, SubmissionSummary, Submitted, Uploaded, Withdrawn } from './shapes.ts';
import { approvalState, partsOf, stepsOf, submissionState } from './state.ts';
import type { FileStage } from '#record/intake/shapes.ts';
import type { StoredFile } from '#record/intake/store.ts';
import { OPEN_STEPS, filePage, filesOf } from '#record/intake/store.ts';
import { submit } from '#record/intake/submit.ts';

/** Content types that may carry the bytes of an upload; what they are is told from the bytes. */
export const uploadTypes = (doors: Doors): string[] => [
  ...new Set(['application/octet-stream', ...doors.flatMap((door) => door.contentTypes)]),
];

/** What the doors take, in one enumeration. */
const takenBy = (doors: Doors): Bilingual => ({
  vi: doors.map((door) => door.what.vi).join(', '),
  en: doors.map((door) => door.what.en).join(', '),
});

const Upload = Type.Object({
  body: Id,
  asOf: Type.Optional(Type.String({ format: 'date', pattern: '^[1-9]' })),
});
/** What a screen offers to do with a submission. */
const ACTS_ON_SUBMISSION: readonly AccessAct[] = [
  'problems.read',
  'upload.create',
  'submission.submit',
  'submission.approve',
  'submission.withdraw',
];

/** With what a person declares the body does none of these but read: it confirms or returns it. */
const ACTS_ON_DECLARATION: readonly AccessAct[] = ['problems.read'];

/** Names stand in no address: asked for by POST. */
const WhomAsked = Type.Object(
  {
    name: Type.Optional(Type.String({ maxLength: 100 })),
    /** those alone whom the file makes or changes */
    changed: Type.Optional(Type.Boolean()),
    ...pageOf(100),
  },
  { additionalProperties: false },
);

const SubmissionsQuery = Type.Object({
  ...Page.properties,
  /** only those in which somebody has this to do, or to wait for */
  step: Type.Optional(oneOf(OPEN_STEPS)),
});

/** What a file of a submission is called; one that is fixed in a first load was sent. */
const ROUND_STATES = {
  queued: 'reading',
  reading: 'reading',
  checked: 'checked',
  submitted: 'submitted',
  refused: 'refused',
  withdrawn: 'withdrawn',
  bound: 'submitted',
  loaded: 'submitted',
} as const satisfies Record<FileStage, string>;

export type Sent = RouteRequest<undefined, undefined, undefined>['sent'];

export const fileNameOf = ({ head }: Sent): string => {
  try {
    return decodeURIComponent(head('x-file-name'));
  } catch {
    return ''; // a name that is no name gets the standard one
  }
};

export function submissionRoutes(app: FastifyInstance, needs: DeskNeeds): void {
  returnedRoutes(app, needs);
  portraitRoutes(app, needs);
  documentRoutes(app, needs);
  acceptRoutes(app, needs);
  problemRoutes(app, needs);
  receiptRoutes(app, needs);
  attestationRoutes(app, needs);
  approvalRoutes(app, needs);
  uploadRoutes(app, needs);
  const summaries = async ({ tx, allowed }: Pick<AskedOf, 'tx' | 'allowed'>, files: readonly StoredFile[]) => {
    const names = await needs.bodyNames(tx, [...new Set(files.map((file) => file.bodyId))]);
    const peopleOf = await peopleStates(
      tx,
      files.map((file) => file.submissionId),
    );
    const approvalOf = await approvalsOf(tx, files, needs.clock.now());
    return files.map((file) => {
      const parts = partsOf({ ...file, people: peopleOf(file.submissionId) });
      const approval = approvalState(file, approvalOf(file.submissionId));
      return {
        id: file.submissionId,
        uploadNumber: file.uploadNumber,
        round: file.round,
        kind: file.door,
        bodyId: file.bodyId,
        bodyName: names.get(file.bodyId) ?? '',
        fileName: file.fileName,
        state: submissionState(file.stage, parts, approval),
        createdAt: file.at,
        counts: file.counts,
        parts,
        steps: [...stepsOf(file.stage, parts, approval, file.source)],
        may: allowed(file.source === 'person' ? ACTS_ON_DECLARATION : ACTS_ON_SUBMISSION, { bodyId: file.bodyId }),
      };
    });
  };

  route(app, needs, {
    id: 'listSubmissions',
    tag: 'submissions',
    summary: { vi: 'Các hồ sơ đã gửi của cơ quan tôi', en: 'Submissions of my agencies' },
    method: 'GET',
    path: '/api/v1/submissions',
    query: SubmissionsQuery,
    act: 'submission.read',
    read: nobody('files of bodies, counted; a citizen number in a name of a file is not shown'),
    answer: json(listOf(SubmissionSummary)),
    work: async (asked) => {
      const { tx, actor, query } = asked;
      const limit = query.limit ?? 20;
      const mine = bodiesFor(actor, 'submission.read');
      const files = await filePage(tx, limit + 1, decodeCursor(query.cursor, ['instant', 'uuid']), mine, query.step ?? null);
      const page = files.slice(0, limit);
      const last = page.at(-1);
      return ok({
        items: await summaries(asked, page),
        next: files.length > limit && last ? encodeCursor([last.at, last.submissionId]) : null,
      });
    },
  });

  route(app, needs, {
    id: 'getSubmission',
    tag: 'submissions',
    summary: { vi: 'Một hồ sơ đã gửi: đến đâu rồi, có gì sai', en: 'One submission: how far it is, what is wrong' },
    method: 'GET',
    path: '/api/v1/submissions/:id',
    params: ById,
    act: 'submission.read',
    subject: oneSubmission,
    read: nobody('how far a file is, counts, and what of it is not read'),
    answer: json(Submission),
    problems: [submissionNotFound],
    work: async (asked) => {
      const {
        tx,
        subject: { file },
      } = asked;
      const [summary] = await summaries(asked, [file]);
      const receipts = await receiptsOf(tx, file.submissionId);
      return ok({
        ...summary!,
        sha256: file.sha256,
        sizeBytes: file.sizeBytes,
        asOf: file.asOf,
        stage: file.stage,
        ignored: (file.report.ignored ?? []).map(({ kind, place, why }) => ({ kind, ...printed(doorOf(needs.doors, file), place), why })),
        notChecked: file.report.notChecked ?? [],
        refusal: file.report.refusal ?? (await whyNotAsked(tx, file)),
        comparison: file.report.comparison ?? { new: 0, changed: 0, unchanged: 0, missing: 0 },
        progress: { stage: file.stage, done: file.done, total: file.total, secondsLeft: secondsLeft(file) },
        receipts: receipts.map(({ content }) => ({
          number: content.number,
          kind: content.kind,
          at: content.at,
          round: content.round,
          final: content.final ?? null,
        })),
        approval: shownApproval(needs.keys, file, (await approvalsOf(tx, [file], needs.clock.now()))(file.submissionId)),
        again: file.againReason,
        rounds: (await filesOf(tx, file.submissionId)).map(roundOf),
      });
    },
  });

  const roundOf = ({ round, fileName, sizeBytes, sha256, at, stage, counts, senderName, submittedAt, approvedName, scan }: StoredFile) => ({
    round,
    fileName,
    sizeBytes,
    sha256,
    at,
    state: ROUND_STATES[stage],
    counts,
    sender: senderName,
    submittedAt,
    approvedBy: approvedName,
    scan,
  });

  const secondsLeft = (file: StoredFile): number | null => {
    if (file.stage !== 'reading' || file.done === 0 || file.total === 0) return null;
    const spentMs = Date.parse(needs.clock.now()) - Date.parse(file.stageAt);
    return Math.max(1, Math.round(((spentMs / file.done) * (file.total - file.done)) / 1000));
  };

  route(app, needs, {
    id: 'withdrawSubmission',
    tag: 'submissions',
    summary: { vi: 'Rút một hồ sơ đã gửi', en: 'Withdraws a submission' },
    method: 'POST',
    path: '/api/v1/submissions/:id/withdraw',
    params: ById,
    bodyOptional: true,
    act: 'submission.withdraw',
    subject: oneSubmission,
    answer: json(Withdrawn),
    problems: [submissionNotFound],
    work: ({ tx, subject: { file } }) => withdraw(tx, needs, file.submissionId),
  });

  route(app, needs, {
    id: 'compareSubmission',
    tag: 'submissions',
    summary: { vi: 'Tệp sẽ thay đổi những gì, theo từng người', en: 'What the file would change, person by person' },
    method: 'GET',
    path: '/api/v1/submissions/:id/comparison',
    params: ById,
    query: Page,
    // A draft is the body's own: who only monitors sees what is registered.
    act: 'problems.read',
    subject: oneSubmission,
    read: 'submission.read',
    purpose: 'SUBMIT',
    answer: json(ComparisonPage),
    problems: [submissionNotFound],
    work: async ({ tx, actor, query, subject: { file }, shows }) => {
      const after = Number(decodeCursor(query.cursor, ['number'])?.[0] ?? 0);
      const page = await comparisonPage(tx, needs, file, visibilityOfFile(actor, file), { afterLine: after, limit: query.limit ?? 20 });
      await shows(page.shown);
      return ok(page.answer);
    },
  });

  route(app, needs, {
    id: 'searchComparison',
    tag: 'submissions',
    summary: {
      vi: 'Tìm trong những gì tệp sẽ thay đổi: theo tên, hoặc chỉ người mới và người có thay đổi',
      en: 'Searches what the file would change: by name, or of those alone whom it makes or changes',
    },
    method: 'POST',
    path: '/api/v1/submissions/:id/comparison/search',
    params: ById,
    body: WhomAsked,
    act: 'problems.read',
    subject: oneSubmission,
    read: 'submission.read',
    purpose: 'SUBMIT',
    answer: json(ComparisonPage),
    problems: [submissionNotFound],
    work: async ({ tx, actor, body, subject: { file }, shows }) => {
      const afterLine = Number(decodeCursor(body.cursor, ['number'])?.[0] ?? 0);
      const typed = body.name?.trim() ?? '';
      // What is too short to search for finds nobody, as in the search of records.
      const isNamed = typed === '' ? null : (nameTest(typed) ?? (() => false));
      const whom = { changed: body.changed ?? false, isNamed };
      const page = await comparisonPage(tx, needs, file, visibilityOfFile(actor, file), { afterLine, limit: body.limit ?? 20 }, whom);
      await shows(page.shown);
      return ok(page.answer);
    },
  });

  route(app, needs, {
    id: 'submit',
    tag: 'submissions',
    summary: { vi: 'Gửi chính thức; trả biên nhận đã nhận (R1)', en: 'Sends it; answers with the receipt R1' },
    method: 'POST',
    path: '/api/v1/submissions/:id/submit',
    params: ById,
    body: Submit,
    act: 'submission.submit',
    subject: oneSubmission,
    answer: json(Submitted),
    problems: [submissionNotFound],
    work: async ({ tx, actor, body, subject: { file } }) => {
      const sender = { ...actor, ...onBehalfOf(actor, 'submission.submit', file.bodyId) };
      const sent = await submit(tx, needs, sender, file.submissionId, body);
      return sent.ok ? ok({ receipt: shownReceipt(needs, sent.value.receipt), counts: sent.value.counts }) : sent;
    },
  });
}

/** Bytes of an upload, whole; what they are is told from the bytes. */
function uploadRoutes(app: FastifyInstance, needs: DeskNeeds): void {
  const doors = needs.doors.filter(({ firstLoad }) => firstLoad !== 'only');
  const types: ReadonlySet<string> = new Set(uploadTypes(doors));
  const takes = Object.fromEntries([...types].map((type) => [type, Binary]));
  /** Why the bytes of an upload may not come as this content type; null when they may. */
  const typeRefused = ({ head }: Sent): Problem | null => {
    const said = head('content-type');
    if (types.has(said.split(';')[0]!.trim())) return null;
    return wrongContentType({ takes: takenBy(doors), type: (said || '–').slice(0, 60) });
  };
  // Asked before the bytes are kept, so that nobody fills the disk; and again where the upload is written.
  const keep = async ({ sent, scan }: { readonly sent: Sent; readonly scan: ScanState }): Promise<Result<KeptBytes>> => {
    const problem = typeRefused(sent);
    return problem ? refused(problem) : keepUpload(needs, sent.body as Buffer, scan);
  };

  route(app, needs, {
    id: 'upload',
    tag: 'submissions',
    summary: { vi: 'Tải lên một tệp hồ sơ hoặc ảnh của một cơ quan', en: 'Uploads a file of records or pictures for an agency' },
    method: 'POST',
    path: '/api/v1/uploads',
    query: Upload,
    takes,
    act: 'upload.create',
    subject: async ({ query }) => ok({ bodyId: query.body }),
    keep,
    answer: json(Uploaded, 201),
    problems: [wrongContentType, draftOfBody],
    work: ({ tx, actor, query, sent, kept }) =>
      receiveUpload(tx, needs, actor, {
        bodyId: query.body,
        fileName: fileNameOf(sent),
        kept,
        ...(query.asOf ? { asOf: query.asOf } : {}),
      }),
  });

  route(app, needs, {
    id: 'correctSubmission',
    tag: 'submissions',
    summary: { vi: 'Tải lên tệp đã sửa của một hồ sơ gửi', en: 'Uploads the corrected file of a submission' },
    method: 'POST',
    path: '/api/v1/submissions/:id/correction',
    params: ById,
    takes,
    act: 'upload.create',
    subject: oneSubmission,
    keep,
    answer: json(Uploaded, 201),
    problems: [submissionNotFound, wrongContentType, draftOfBody],
    work: ({ tx, actor, sent, kept, subject: { file } }) =>
      receiveUpload(tx, needs, actor, {
        bodyId: file.bodyId,
        fileName: fileNameOf(sent),
        kept,
        corrects: file.submissionId,
        ...(file.asOf ? { asOf: file.asOf } : {}),
      }),
  });
}

/** Why the population database is not asked for people of this submission, where it does not pass by itself; null when there is no such reason. */
async function whyNotAsked(tx: Tx, file: StoredFile): Promise<Problem | null> {
  if ((await heldTasks(tx, file.submissionId)) === null) return null;
  const names = await bodyNames(tx, [file.bodyId], file.at.slice(0, 10));
  return bodyWithoutIdentifier({ body: names.get(file.bodyId) ?? '' });
}
