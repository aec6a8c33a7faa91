/** What every route of a submission asks first: is it there, and may this actor do that with it? */
import { Type } from 'typebox';
import type { FastifyRequest } from 'fastify';
import { decide } from '#authority/access/decide.ts';
import { actorOf } from '#authority/access/request.ts';
import type { AccessAct } from '#authority/access/shapes.ts';
import type { Tx } from '#base/database/transaction.ts';
import type { Problem } from '#base/problem.ts';
import { PAGE_ROWS_MAX } from '#record/intake/limits.ts';
import type { IntakeNeeds } from '#record/intake/needs.ts';
import { submissionNotFound } from '#record/intake/problems.ts';
import { latestFile } from '#record/intake/store.ts';
import type { StoredFile } from '#record/intake/store.ts';

/** Address of one submission. */
export const Id = Type.Object({ id: Type.String({ format: 'uuid' }) });
/** A page of a list: where it goes on, and how long it is. */
export const Page = Type.Object({
  cursor: Type.Optional(Type.String({ maxLength: 500 })),
  limit: Type.Optional(Type.Integer({ minimum: 1, maximum: PAGE_ROWS_MAX })),
});

/** Why this actor may not do `act` over the body; null when they may. */
export function refusedFor(
  request: FastifyRequest,
  { clock }: Pick<IntakeNeeds, 'clock'>,
  act: AccessAct,
  bodyId: string | null,
): Problem | null {
  const verdict = decide(actorOf(request), act, { bodyId }, { today: clock.today() });
  return verdict.allowed ? null : verdict.reason;
}

/** The latest file of the submission, or why not. A submission that the session does not see is not there. */
export async function allowedFile(
  tx: Tx,
  request: FastifyRequest,
  needs: Pick<IntakeNeeds, 'clock'>,
  id: string,
  act: AccessAct,
): Promise<StoredFile | Problem> {
  const file = await latestFile(tx, id);
  return file ? (refusedFor(request, needs, act, file.bodyId) ?? file) : submissionNotFound();
}

export const isProblem = <T extends object>(value: T | Problem): value is Problem => 'severity' in value;
