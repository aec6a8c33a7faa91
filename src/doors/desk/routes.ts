/** Uploads, submissions, problems, receipts over HTTP: read, ask `decide`, call, answer. */
import { Type } from 'typebox';
import type { Static } from 'typebox';
import type { FastifyInstance, FastifyRequest } from 'fastify';
import { recordRead } from '#authority/audit/record.ts';
import { bodiesFor } from '#authority/access/decide.ts';
import { acting, actorOf, handleOf } from '#authority/access/request.ts';
import { sendProblem } from '#base/http-problem.ts';
import { decodeCursor, encodeCursor } from '#base/cursor.ts';
import type { Tx } from '#base/database/transaction.ts';
import { ok, refused } from '#base/problem.ts';
import type { Bilingual, Problem } from '#base/problem.ts';
import { bodyNames } from '#authority/organisations/store.ts';
import { bodyWithoutIdentifier } from '#record/matching/problems.ts';
import { heldTasks } from '#record/matching/store.ts';
import { itemStates } from '#record/confirmation/store.ts';
import { findReceipt, receiptsOf } from '#record/receipt/issue.ts';
import type { Receipt } from '#record/receipt/shapes.ts';
import { answering } from './answering.ts';
import { Id, Page, allowedFile, isProblem, refusedFor } from './allowed-file.ts';
import { problemRoutes } from './problem-routes.ts';
import { acceptRoutes } from './accept-routes.ts';
import { comparisonPage } from './comparison.ts';
import { sightOfFile } from './eyes.ts';
import type { DeskNeeds } from './needs.ts';
import { portraitRoutes } from './portrait-routes.ts';
import { receiptNotFound, wrongContentType } from './problems.ts';
import { doorOf, printed } from '#record/intake/door.ts';
import type { Doors } from '#record/intake/door.ts';
import { keepUpload, receiveUpload, withdraw } from '#record/intake/receive.ts';
import { returnedRoutes } from './returned-routes.ts';
import { submissionState } from './state.ts';
import type { StoredFile } from '#record/intake/store.ts';
import { filePage } from '#record/intake/store.ts';
import { submit } from '#record/intake/submit.ts';

const NoBody = Type.Optional(Type.Unknown());

/** Content types that may carry the bytes of an upload; what they are is told from the bytes. */
export const uploadTypes = (doors: Doors): string[] => [
  ...new Set(['application/octet-stream', ...doors.flatMap((door) => door.contentTypes)]),
];

/** What the doors take, in one enumeration. */
const takenBy = (doors: Doors): Bilingual => ({
  vi: doors.map((door) => door.what.vi).join(', '),
  en: doors.map((door) => door.what.en).join(', '),
});

export function submissionRoutes(app: FastifyInstance, needs: DeskNeeds): void {
  returnedRoutes(app, needs);
  portraitRoutes(app, needs);
  acceptRoutes(app, needs);
  problemRoutes(app, needs);
  const bytes: ReadonlySet<string> = new Set(uploadTypes(needs.doors));
  const fileName = (request: FastifyRequest): string => {
    try {
      return decodeURIComponent(String(request.headers['x-file-name'] ?? ''));
    } catch {
      return ''; // a name that is no name gets the standard one
    }
  };
  /** Why the bytes of an upload may not come as this content type; null when they may. */
  const typeRefused = (request: FastifyRequest): Problem | null => {
    const said = String(request.headers['content-type'] ?? '');
    if (bytes.has(said.split(';')[0]!.trim())) return null;
    return wrongContentType({ takes: takenBy(needs.doors), type: (said || '–').slice(0, 60) });
  };
  const Upload = Type.Object({
    body: Type.String({ format: 'uuid' }),
    asOf: Type.Optional(Type.String({ format: 'date', pattern: '^[1-9]' })),
  });
  app.post<{ Querystring: Static<typeof Upload>; Body: Buffer }>(
    '/api/v1/uploads',
    { schema: { querystring: Upload, body: NoBody } },
    async (request, reply) => {
      const problem = refusedFor(request, needs, 'upload.create', request.query.body) ?? typeRefused(request);
      if (problem) return sendProblem(reply, problem);
      const kept = await keepUpload(needs, request.body);
      if (!kept.ok) return sendProblem(reply, kept.problems[0]!);
      // Asked before the bytes are kept, so that nobody fills the disk; and again where the upload is written.
      const received = await acting(needs.db, request, async (tx) => {
        const mayNot = refusedFor(request, needs, 'upload.create', request.query.body);
        if (mayNot) return refused(mayNot);
        return receiveUpload(tx, needs, actorOf(request), {
          bodyId: request.query.body,
          fileName: fileName(request),
          kept: kept.value,
          ...(request.query.asOf ? { asOf: request.query.asOf } : {}),
        });
      });
      return received.ok ? reply.code(201).send(received.value) : sendProblem(reply, received.problems[0]!);
    },
  );

  app.post<{ Params: Static<typeof Id>; Body: Buffer }>(
    '/api/v1/submissions/:id/correction',
    { schema: { params: Id, body: NoBody } },
    async (request, reply) => {
      const asked = await needs.db.transaction(handleOf(request), (tx) =>
        allowedFile(tx, request, needs, request.params.id, 'upload.create'),
      );
      const problem = isProblem(asked) ? asked : typeRefused(request);
      if (problem) return sendProblem(reply, problem);
      const kept = await keepUpload(needs, request.body);
      if (!kept.ok) return sendProblem(reply, kept.problems[0]!);
      const received = await acting(needs.db, request, async (tx) => {
        const file = await allowedFile(tx, request, needs, request.params.id, 'upload.create');
        if (isProblem(file)) return refused(file);
        return receiveUpload(tx, needs, actorOf(request), {
          bodyId: file.bodyId,
          fileName: fileName(request),
          kept: kept.value,
          corrects: file.submissionId,
          ...(file.asOf ? { asOf: file.asOf } : {}),
        });
      });
      return received.ok ? reply.code(201).send(received.value) : sendProblem(reply, received.problems[0]!);
    },
  );

  app.get<{ Querystring: Static<typeof Page> }>('/api/v1/submissions', { schema: { querystring: Page } }, async (request, reply) => {
    const problem = refusedFor(request, needs, 'submission.read', null);
    if (problem) return sendProblem(reply, problem);
    const limit = request.query.limit ?? 20;
    const mine = bodiesFor(actorOf(request), 'submission.read');
    return needs.db.transaction(handleOf(request), async (tx) => {
      const files = await filePage(tx, limit + 1, decodeCursor(request.query.cursor, ['instant', 'uuid']), mine);
      const page = files.slice(0, limit);
      const last = page.at(-1);
      return { items: await summaries(tx, page), next: files.length > limit && last ? encodeCursor([last.at, last.submissionId]) : null };
    });
  });

  const summaries = async (tx: Tx, files: readonly StoredFile[]) => {
    const names = await needs.bodyNames(tx, [...new Set(files.map((file) => file.bodyId))]);
    const states = await itemStates(
      tx,
      files.map((file) => file.submissionId),
    );
    return files.map((file) => ({
      id: file.submissionId,
      uploadNumber: file.uploadNumber,
      round: file.round,
      kind: file.door,
      bodyId: file.bodyId,
      bodyName: names.get(file.bodyId) ?? '',
      fileName: file.fileName,
      state: submissionState(file.stage, file.advanced, states.get(file.submissionId) ?? {}),
      createdAt: file.at,
      counts: file.counts,
      items: states.get(file.submissionId) ?? {},
    }));
  };

  app.get<{ Params: Static<typeof Id> }>('/api/v1/submissions/:id', { schema: { params: Id } }, async (request, reply) =>
    answering(needs.db, request, reply, async (tx) => {
      const file = await allowedFile(tx, request, needs, request.params.id, 'submission.read');
      if (isProblem(file)) return refused(file);
      const [summary] = await summaries(tx, [file]);
      const receipts = await receiptsOf(tx, file.submissionId);
      return ok({
        ...summary,
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
        returnedCount: summary?.items['returned'] ?? 0,
      });
    }),
  );

  const secondsLeft = (file: StoredFile): number | null => {
    if (file.stage !== 'reading' || file.done === 0 || file.total === 0) return null;
    const spentMs = Date.parse(needs.clock.now()) - Date.parse(file.stageAt);
    return Math.max(1, Math.round(((spentMs / file.done) * (file.total - file.done)) / 1000));
  };

  app.post<{ Params: Static<typeof Id> }>(
    '/api/v1/submissions/:id/withdraw',
    { schema: { params: Id, body: NoBody } },
    async (request, reply) => {
      const gone = await acting(needs.db, request, async (tx) => {
        const file = await allowedFile(tx, request, needs, request.params.id, 'submission.withdraw');
        return isProblem(file) ? refused(file) : withdraw(tx, needs, file.submissionId);
      });
      return gone.ok ? gone.value : sendProblem(reply, gone.problems[0]!);
    },
  );

  app.get<{ Params: Static<typeof Id>; Querystring: Static<typeof Page> }>(
    '/api/v1/submissions/:id/comparison',
    { schema: { params: Id, querystring: Page } },
    async (request, reply) =>
      answering(needs.db, request, reply, async (tx) => {
        // A draft is the body's own: who only monitors sees what is registered.
        const file = await allowedFile(tx, request, needs, request.params.id, 'problems.read');
        if (isProblem(file)) return refused(file);
        const sight = sightOfFile(actorOf(request), file);
        return ok(
          await comparisonPage(
            tx,
            needs,
            file,
            sight,
            Number(decodeCursor(request.query.cursor, ['number'])?.[0] ?? 0),
            request.query.limit ?? 20,
          ),
        );
      }),
  );

  const Submit = Type.Object(
    {
      asOf: Type.String({ maxLength: 10 }),
      acknowledgedCodes: Type.Array(Type.String({ maxLength: 60 }), { maxItems: 200 }),
      partial: Type.Boolean(),
    },
    { additionalProperties: false },
  );
  app.post<{ Params: Static<typeof Id>; Body: Static<typeof Submit> }>(
    '/api/v1/submissions/:id/submit',
    { schema: { params: Id, body: Submit } },
    async (request, reply) => {
      const sent = await acting(needs.db, request, async (tx) => {
        const file = await allowedFile(tx, request, needs, request.params.id, 'submission.submit');
        return isProblem(file) ? refused(file) : submit(tx, needs, actorOf(request), file.submissionId, request.body);
      });
      if (!sent.ok) return sendProblem(reply, sent.problems[0]!, sent.problems);
      return { receipt: shownReceipt(sent.value.receipt), counts: sent.value.counts };
    },
  );

  const verifyUrl = (number: string): string => `${needs.publicUrl}/bien-nhan/${number}`;
  const shownReceipt = (receipt: Receipt) => ({ ...receipt.content, jws: receipt.jws, verifyUrl: verifyUrl(receipt.content.number) });
  const Number_ = Type.Object({ number: Type.String({ pattern: '^(BN|XN)-[0-9A-Z]{5}-[0-9A-Z]{5}$' }) });
  const receiptFor = async (request: FastifyRequest<{ Params: Static<typeof Number_> }>): Promise<Receipt | Problem> =>
    needs.db.transaction(handleOf(request), async (tx) => {
      const receipt = await findReceipt(tx, request.params.number);
      if (!receipt) return receiptNotFound({ number: request.params.number });
      const problem = refusedFor(request, needs, 'submission.read', receipt.bodyId);
      if (problem) return problem;
      await recordRead(tx, needs, [
        {
          act: 'receipt.read',
          purpose: 'SUBMIT',
          bodyId: receipt.bodyId,
          objectId: receipt.content.submissionId,
          revision: receipt.content.round,
          payload: { number: request.params.number },
        },
      ]);
      return receipt;
    });
  app.get<{ Params: Static<typeof Number_> }>('/api/v1/receipts/:number', { schema: { params: Number_ } }, async (request, reply) => {
    const receipt = await receiptFor(request);
    return 'severity' in receipt ? sendProblem(reply, receipt) : shownReceipt(receipt);
  });
  app.get<{ Params: Static<typeof Number_> }>('/api/v1/receipts/:number.pdf', { schema: { params: Number_ } }, async (request, reply) => {
    const receipt = await receiptFor(request);
    if ('severity' in receipt) return sendProblem(reply, receipt);
    const bytes = await needs.receiptPdf(receipt, verifyUrl(receipt.content.number));
    return reply
      .type('application/pdf')
      .header('content-disposition', `inline; filename="${receipt.content.number}.pdf"`)
      .send(Buffer.from(bytes));
  });
}

/** Why the population database is not asked for people of this submission, where it does not pass by itself; null when there is no such reason. */
async function whyNotAsked(tx: Tx, file: StoredFile): Promise<Problem | null> {
  if ((await heldTasks(tx, file.submissionId)) === null) return null;
  const names = await bodyNames(tx, [file.bodyId], file.at.slice(0, 10));
  return bodyWithoutIdentifier({ body: names.get(file.bodyId) ?? '' });
}
