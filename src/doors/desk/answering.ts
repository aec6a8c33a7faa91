/** A reading of this room: the answer, or the problem, leaves when its transaction has been committed, and with it the row of the reading. */
import type { FastifyReply, FastifyRequest } from 'fastify';
import { handleOf } from '#authority/access/request.ts';
import type { Database, Tx } from '#base/database/transaction.ts';
import { sendProblem } from '#base/http-problem.ts';
import type { Result } from '#base/problem.ts';

export async function answering<T>(
  db: Database,
  request: FastifyRequest,
  reply: FastifyReply,
  work: (tx: Tx) => Promise<Result<T>>,
): Promise<T | FastifyReply> {
  const done = await db.transaction(handleOf(request), work);
  return done.ok ? done.value : sendProblem(reply, done.problems[0]!, done.problems);
}
