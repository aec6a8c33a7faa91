/** Routes of the mock: a path is one of the API, and what it answers is of the type that the server answers there. */
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import type { DemoAccount, Operations } from '#portal/api/generated/api.ts';
import { ACCOUNTS } from './fixtures.ts';

/** Names who is signed in: id of a mock account. */
export const ACCOUNT_COOKIE = 'mock-account';

const METHOD = { reads: 'GET', files: 'GET', acts: 'POST', uploads: 'POST', removals: 'DELETE' } as const satisfies Record<
  keyof Operations,
  string
>;
type Call = keyof Operations;
type AnswerOf<C extends Call, P extends keyof Operations[C]> = Operations[C][P] extends { readonly answer: infer Answer } ? Answer : never;

/** @param make  gives the answer, or sends by itself: bytes, nothing, or a refusal */
export function answer<C extends Call, P extends keyof Operations[C] & string>(
  app: FastifyInstance,
  call: C,
  path: P,
  make: (request: FastifyRequest, reply: FastifyReply) => AnswerOf<C, P> | FastifyReply,
  status = 200,
): void {
  app.route({
    method: METHOD[call],
    url: `/api/v1${path.replace(/\{(\w+)\}/g, ':$1')}`,
    handler: (request, reply) => {
      const made: unknown = make(request, reply);
      return made === reply ? reply : reply.code(status).send(made);
    },
  });
}

/** Who is signed in at the mock. */
export const accountOf = (request: FastifyRequest): DemoAccount | undefined =>
  ACCOUNTS.find((one) => one.id === request.cookies[ACCOUNT_COOKIE]);

export function refuse(
  reply: FastifyReply,
  status: number,
  code: string,
  vi: string,
  en: string,
  nextVi: string,
  nextEn: string,
): FastifyReply {
  return reply
    .code(status)
    .type('application/problem+json')
    .send({
      type: `/problems/${code}`,
      title: code,
      status,
      code,
      detail: { vi, en },
      next: { vi: nextVi, en: nextEn },
      requestId: 'mock-0001',
    });
}

/** A page of a list, as the server cuts it; the cursor is a number here. */
export function page<T>(all: readonly T[], query: unknown): { readonly items: readonly T[]; readonly next: string | null } {
  const { cursor, limit } = query as { cursor?: string; limit?: string };
  const from = Number(cursor || 0);
  const size = Number(limit || 20);
  return { items: all.slice(from, from + size), next: from + size < all.length ? String(from + size) : null };
}
