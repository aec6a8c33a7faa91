/** A route of the mock: its path is one of the API, and what it answers is of the type that the server answers there. */
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import type { Operations } from '#portal/api/generated/api.ts';

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
