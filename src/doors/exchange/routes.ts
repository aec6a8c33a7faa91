/**
 * The exchange over HTTP, for programs: `/exchange/v1`. No session and no cookie: which source calls is asked of the carrier before anything of a body is read.
 * A plugin of its own, for its bodies are read as they come. What is signed travels as the very text that was signed. Decision 0116.
 */
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import type { Readable } from 'node:stream';
import { Type } from 'typebox';
import { inTurns } from '#base/in-turns.ts';
import { openRoute } from '#authority/access/frame.ts';
import { sendProblem } from '#base/http-problem.ts';
import { json, jsonBy } from '#base/http/answer.ts';
import type { ProblemKind, Result } from '#base/problem.ts';
import {
  ConfirmationShape,
  DigestAnswerShape,
  DigestQuestionShape,
  FeedAnswer,
  ProvedReceiptShape,
  ReceiptAnswer,
  ResultAnswer,
  StandingAnswer,
} from './http/answer-shapes.ts';
import { BATCH_TYPE, expandBatch, readBatch } from './http/read-batch.ts';
import { readBody } from './http/read-body.ts';
import { SIGNATURE_HEAD, sendAnswer } from './http/send-answer.ts';
import { EXPANDED_AT_ONCE, EXPANDED_WAITING_MAX, RETRY_AFTER_MS, DIGEST_BUCKETS, QUESTION_BYTES_MAX, SILENCE_MS_MAX } from './limits.ts';
import type { CallerOf, Centre, OnSuspicion } from './port.ts';
import * as say from './problems.ts';
import type { CentreAnswer } from './protocol/centre-step.ts';
import { LANES } from './protocol/lanes.ts';
import type { BatchName, DigestQuestion, Lane } from './shapes.ts';

export interface ExchangeHttpNeeds {
  readonly centre: Centre;
  readonly callerOf: CallerOf;
  readonly onSuspicion?: OnSuspicion;
  /** nothing of a body coming for so long ends the call; `SILENCE_MS_MAX` when it is not said */
  readonly silenceMs?: number;
}

const PREFIX = '/exchange/v1';
const OF_A_BATCH = `${PREFIX}/batches/:epoch/:lane/:first-:last`;
const Number15 = Type.String({ pattern: '^[1-9][0-9]{0,14}$' });
const Name = Type.Object({ epoch: Number15, lane: Type.Enum([...LANES]), first: Number15, last: Number15 });
const nameOf = (params: { readonly epoch: string; readonly lane: Lane; readonly first: string; readonly last: string }): BatchName => ({
  epoch: Number(params.epoch),
  lane: params.lane,
  first: Number(params.first),
  last: Number(params.last),
});

const OF_CALLERS: readonly ProblemKind[] = [say.callerRefused, say.sourceUnknown];
/** Who was let in says that they are another, or cannot sign: somebody looks at it. */
const SUSPICIOUS: ReadonlySet<string> = new Set(['E-EXCHANGE-SOURCE', 'E-EXCHANGE-SIGNATURE']);

/** A call whose source is known. */
interface Call {
  readonly source: string;
  readonly request: FastifyRequest;
}

/** Joined with `app.register(exchangeRoutes(needs))`: what it says of bodies holds for its own routes only. */
export const exchangeRoutes =
  (needs: ExchangeHttpNeeds) =>
  async (app: FastifyInstance): Promise<void> => {
    app.removeAllContentTypeParsers();
    // A body stays a stream: whoever is not let in has sent it for nothing.
    app.addContentTypeParser('*', (_request, payload, done) => done(null, payload));
    const sources = new WeakMap<FastifyRequest, string>();
    app.addHook('onRequest', async (request, reply) => {
      const caller = await needs.callerOf(request);
      if (caller.ok) sources.set(request, caller.value.source);
      else return sendProblem(closing(reply), caller.problems[0]!, caller.problems);
    });
    const called = (ask: (call: Call) => Promise<CentreAnswer>) => async (request: FastifyRequest, reply: FastifyReply) => {
      const source = sources.get(request)!;
      const answer = await ask({ source, request });
      if (answer.status === 'refused') {
        const [first] = answer.problems;
        if (SUSPICIOUS.has(first!.code)) needs.onSuspicion?.(request, source, first!.code);
        // What was not read of a body is not waited for.
        if ((request.body as Readable | undefined)?.readableEnded === false) closing(reply);
      }
      return sendAnswer(reply, answer);
    };
    greetingRoute(app, needs, called);
    batchRoutes(app, needs, called);
    receiptRoute(app, needs, (request) => sources.get(request)!);
    pullRoutes(app, needs, called);
  };

type Called = (ask: (call: Call) => Promise<CentreAnswer>) => (request: FastifyRequest, reply: FastifyReply) => Promise<unknown>;
const closing = (reply: FastifyReply): FastifyReply => reply.header('connection', 'close');

function greetingRoute(app: FastifyInstance, { centre }: ExchangeHttpNeeds, called: Called): void {
  openRoute(app, {
    id: 'greetExchange',
    tag: 'exchange',
    summary: { vi: 'Chào: trung tâm đang chờ số nào của từng luồng', en: 'A greeting: which number of each lane the centre waits for' },
    method: 'GET',
    path: `${PREFIX}/hello`,
    query: Type.Object({ epoch: Number15, seen: Type.String({ pattern: '^[0-9a-f]{64}$' }) }),
    answer: json(StandingAnswer),
    problems: [...OF_CALLERS, say.epochWrong],
    handler: called(({ source, request }) => {
      const { epoch, seen } = request.query as { epoch: string; seen: string };
      return centre.greet(source, { epoch: Number(epoch), seen });
    }),
  });
}

const OF_BATCHES: readonly ProblemKind[] = [
  ...OF_CALLERS,
  say.notThisSource,
  say.signatureWrong,
  say.manifestUnread,
  say.bytesDiffer,
  say.tooSlow,
  say.notThisType,
  say.notCompressed,
  say.batchTooLarge,
  say.digestWrong,
  say.lineUnread,
  say.epochWrong,
  say.frozenSource,
  say.fork,
  say.gap,
  say.windowFull,
  say.loadLater,
];

function batchRoutes(app: FastifyInstance, { centre, silenceMs = SILENCE_MS_MAX }: ExchangeHttpNeeds, called: Called): void {
  const inTurn = inTurns(EXPANDED_AT_ONCE, EXPANDED_WAITING_MAX);
  openRoute(app, {
    id: 'sendBatch',
    tag: 'exchange',
    summary: { vi: 'Gửi một gói thay đổi; trả lời là R1 “đã nhận”', en: 'Sends a batch of changes; the answer is R1, received' },
    method: 'PUT',
    path: OF_A_BATCH,
    params: Name,
    takes: { [BATCH_TYPE]: Type.String() },
    answer: jsonBy(ReceiptAnswer, [200, 202], () => 202),
    problems: OF_BATCHES,
    handler: called(async ({ source, request }) => {
      const packed = await readBatch(request, nameOf(request.params as never), silenceMs);
      if (!packed.ok) return { status: 'refused', problems: packed.problems };
      const answer = await inTurn(async (): Promise<CentreAnswer> => {
        const batch = await expandBatch(packed.value);
        return batch.ok ? centre.offer(source, batch.value) : { status: 'refused', problems: batch.problems };
      });
      return (
        answer ?? { status: 'refused', problems: [say.windowFull({ waiting: String(EXPANDED_WAITING_MAX) })], retryAfterMs: RETRY_AFTER_MS }
      );
    }),
  });
  const { confirm, result } = centre;
  if (confirm)
    openRoute(app, {
      id: 'confirmBatch',
      tag: 'exchange',
      summary: { vi: 'Cơ quan xác nhận đúng gói này bằng khóa của cơ quan', en: 'The agency’s own attestation over exactly this batch' },
      method: 'PUT',
      path: `${OF_A_BATCH}/confirmation`,
      params: Name,
      takes: { 'application/json': ConfirmationShape },
      answer: json(Type.Unknown()),
      problems: [...OF_CALLERS, say.signatureWrong, say.questionUnread, say.resultUnknown, say.digestWrong, say.tooSlow],
      handler: called(async ({ source, request }) => {
        const text = await textOf(request, silenceMs);
        if (!text.ok) return { status: 'refused', problems: text.problems };
        const signature = String(request.headers[SIGNATURE_HEAD] ?? '');
        return confirm.call(centre, source, nameOf(request.params as never), { text: text.value, signature });
      }),
    });
  if (result)
    openRoute(app, {
      id: 'getBatchResult',
      tag: 'exchange',
      summary: { vi: 'Kết quả R2 của một gói, khi đã xét xong', en: 'R2 of a batch, once every change of it is judged' },
      method: 'GET',
      path: `${OF_A_BATCH}/result`,
      params: Name,
      answer: json(ResultAnswer),
      also: { 202: 'Đã nhận, chưa xét xong: hỏi lại sau Retry-After · Held, not judged yet: ask again after Retry-After' },
      problems: [...OF_CALLERS, say.resultUnknown],
      handler: called(({ source, request }) => result.call(centre, source, nameOf(request.params as never))),
    });
}

function receiptRoute(app: FastifyInstance, { centre }: ExchangeHttpNeeds, sourceOf: (request: FastifyRequest) => string): void {
  const { receipt } = centre;
  if (!receipt) return;
  openRoute(app, {
    id: 'getProvedReceipt',
    tag: 'exchange',
    summary: {
      vi: 'R1, R2 của một gói kèm chứng minh nằm trong nhật ký, để kiểm tra ngoại tuyến',
      en: 'R1 and R2 of a batch with the proof of their places in the log, to be checked offline',
    },
    method: 'GET',
    path: `${OF_A_BATCH}/receipt`,
    params: Name,
    answer: json(ProvedReceiptShape),
    also: { 202: 'Chưa vào nhật ký đã ký: hỏi lại sau Retry-After · Not under a signed head yet: ask again after Retry-After' },
    problems: [...OF_CALLERS, say.resultUnknown],
    handler: async (request, reply) => {
      const found = await receipt.call(centre, sourceOf(request), nameOf(request.params as never));
      if (!found.ok) return sendProblem(reply, found.problems[0]!, found.problems);
      return found.value ?? sendAnswer(reply, { status: 202, signed: null });
    },
  });
}

function pullRoutes(app: FastifyInstance, { centre, silenceMs = SILENCE_MS_MAX }: ExchangeHttpNeeds, called: Called): void {
  const { feed, digest } = centre;
  if (feed)
    openRoute(app, {
      id: 'readFeed',
      tag: 'exchange',
      summary: {
        vi: 'Những điều trung tâm báo cho nguồn, sau mục số đã đọc',
        en: 'What the centre tells the source, behind the entry that was read',
      },
      method: 'GET',
      path: `${PREFIX}/feed`,
      query: Type.Object({ after: Type.Optional(Type.String({ pattern: '^(0|[1-9][0-9]{0,14})$' })) }),
      answer: json(FeedAnswer),
      problems: OF_CALLERS,
      handler: called(({ source, request }) => {
        const { after = '0' } = request.query as { after?: string };
        return feed.call(centre, source, Number(after));
      }),
    });
  if (digest)
    openRoute(app, {
      id: 'compareDigests',
      tag: 'exchange',
      summary: {
        vi: 'Đối chiếu: mã băm của từng ngăn, hoặc từng điều của một ngăn',
        en: 'To compare: the digest of each bucket, or each fact of one',
      },
      method: 'POST',
      path: `${PREFIX}/digest`,
      takes: { 'application/json': DigestQuestionShape },
      answer: json(DigestAnswerShape),
      problems: [...OF_CALLERS, say.questionUnread, say.tooSlow],
      handler: called(async ({ source, request }) => {
        const text = await textOf(request, silenceMs);
        if (!text.ok) return { status: 'refused', problems: text.problems };
        const question = digestQuestion(text.value);
        return question === null
          ? { status: 'refused', problems: [say.questionUnread({ where: '/' })] }
          : digest.call(centre, source, question);
      }),
    });
}

/** The text of a small body, as it was sent. */
async function textOf(request: FastifyRequest, silenceMs: number): Promise<Result<string>> {
  const tooLarge = () => say.questionUnread({ where: `> ${QUESTION_BYTES_MAX} byte` });
  if (!request.body) return { ok: false, problems: [say.questionUnread({ where: '/' })] };
  const bytes = await readBody(request.body as Readable, { bytesMax: QUESTION_BYTES_MAX, silenceMs, tooLarge });
  return bytes.ok ? { ok: true, value: bytes.value.toString('utf8') } : bytes;
}

/** Exactly what may be asked; null: anything else. */
function digestQuestion(text: string): DigestQuestion | null {
  if (text === `{"buckets":${DIGEST_BUCKETS},"what":"digest"}`) return { what: 'digest', buckets: DIGEST_BUCKETS };
  const bucket = /^\{"bucket":(0|[1-9]\d{0,3}),"what":"digest"\}$/.exec(text)?.[1];
  return bucket !== undefined && Number(bucket) < DIGEST_BUCKETS ? { what: 'digest', bucket: Number(bucket) } : null;
}
