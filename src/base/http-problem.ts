/** Problems over HTTP: application/problem+json (RFC 9457) with both languages and what to do next. */
import type { FastifyReply } from 'fastify';
import type { Problem } from './problem.ts';
import { statusOf } from './problem.ts';

/** Address of the pages of codes: what `type` of a problem leads to. */
export const CODE_PAGES = '/problems';

/** Ends the request with a problem; `problems` are all of them when there is more than one. */
export function sendProblem(reply: FastifyReply, problem: Problem, problems: readonly Problem[] = [problem]): FastifyReply {
  const status = statusOf(problem.code);
  return reply
    .code(status)
    .type('application/problem+json; charset=utf-8')
    .header('cache-control', 'no-store')
    .send(
      JSON.stringify({
        type: `${CODE_PAGES}/${problem.code}`,
        title: problem.title.vi,
        status,
        code: problem.code,
        detail: problem.title,
        next: problem.next,
        ...(problems.length > 1
          ? { problems: problems.map(({ code, severity, title, next, where }) => ({ code, severity, detail: title, next, where })) }
          : {}),
        requestId: reply.request.id,
      }),
    );
}
