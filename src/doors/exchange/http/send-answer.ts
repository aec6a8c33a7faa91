/** What the centre answers, over HTTP: the very text that was signed with its signature beside it, or a problem. */
import type { FastifyReply } from 'fastify';
import { sendProblem } from '#base/http-problem.ts';
import { RETRY_AFTER_MS } from '#doors/exchange/limits.ts';
import type { CentreAnswer } from '#doors/exchange/protocol/centre-step.ts';

export const SIGNATURE_HEAD = 'congvu-signature';
/** At a gap: the number that is waited for. */
export const EXPECTED_HEAD = 'congvu-expected';

const secondsOf = (ms: number): string => String(Math.max(1, Math.ceil(ms / 1_000)));

/** After these the bytes are sent anew; what was read of them is of no use. */
const WORTH_ANOTHER_TRY: ReadonlySet<string> = new Set(['E-EXCHANGE-BYTES', 'E-EXCHANGE-SLOW']);

export function sendAnswer(reply: FastifyReply, answer: CentreAnswer): FastifyReply {
  if (answer.status === 'refused') {
    const [first] = answer.problems;
    const { expected } = answer;
    const retryAfterMs = answer.retryAfterMs ?? (WORTH_ANOTHER_TRY.has(first!.code) ? RETRY_AFTER_MS : undefined);
    if (retryAfterMs !== undefined) void reply.header('retry-after', secondsOf(retryAfterMs));
    if (expected !== undefined) void reply.header(EXPECTED_HEAD, String(expected));
    return sendProblem(reply, first!, answer.problems);
  }
  void reply.code(answer.status);
  // Held, and not judged yet.
  if (answer.signed === null) return reply.header('retry-after', secondsOf(RETRY_AFTER_MS)).send();
  return reply.header(SIGNATURE_HEAD, answer.signed.signature).type('application/json; charset=utf-8').send(answer.signed.text);
}
