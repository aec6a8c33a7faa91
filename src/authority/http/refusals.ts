/**
 * A refusal leaves a refusal. Whatever route says "not you" or "not there" to somebody signed in leaves one row with what was asked for, before the
 * answer goes out: a person who tries doors is seen, and nothing is written down as a viewing that was none.
 */
import type { FastifyInstance, FastifyRequest } from 'fastify';
import { questionsOf } from '#authority/access/questions.ts';
import { actorIfAny, handleOf } from '#authority/access/request.ts';
import { recordAct } from '#authority/audit/record.ts';
import type { AuditNeeds } from '#authority/audit/record.ts';
import type { Database } from '#base/database/transaction.ts';

export interface RefusalNeeds extends AuditNeeds {
  readonly db: Database;
}

/** Every 403 is one, and of "there is none" what may be there for somebody else. */
const NOT_THERE = /^E-.*(NOT-FOUND|NOT-WITHIN-REACH|NOT-VISIBLE|NOT-IN-SUBMISSION|NOT-YOURS|NOT-SENT)$/;
const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i;
/** Whom or what an address names, the person first. */
const SUBJECT_PARAMS = ['personId', 'submissionId', 'id', 'eventId'];
/** And what the body of a request may name. */
const SUBJECT_FIELDS = ['personId', 'submissionId'];

function subjectOf(request: FastifyRequest): string | null {
  const named = (from: unknown, keys: readonly string[]): string | undefined =>
    keys
      .map((key) => (from as Readonly<Record<string, unknown>> | null | undefined)?.[key])
      .find((value): value is string => typeof value === 'string' && UUID.test(value));
  const body = Buffer.isBuffer(request.body) || typeof request.body !== 'object' ? null : request.body;
  return (named(request.params, SUBJECT_PARAMS) ?? named(body, SUBJECT_FIELDS))?.toLowerCase() ?? null;
}

function codeOf(payload: string): string {
  const { code } = JSON.parse(payload) as { code?: unknown };
  return typeof code === 'string' ? code : '';
}

/** MUST be registered after the hook that finds the actor. */
export function recordRefusals(app: FastifyInstance, needs: RefusalNeeds): void {
  app.addHook('onSend', async (request, reply, payload) => {
    const actor = actorIfAny(request);
    const route = request.routeOptions.url;
    if (!actor || !route || typeof payload !== 'string' || (reply.statusCode !== 403 && reply.statusCode !== 404)) return payload;
    if (!String(reply.getHeader('content-type')).startsWith('application/problem+json')) return payload;
    const code = codeOf(payload);
    if (reply.statusCode === 404 && !NOT_THERE.test(code)) return payload;
    const refused = questionsOf(actor).findLast((question) => !question.allowed) ?? questionsOf(actor).at(-1);
    await needs.db.transaction(handleOf(request), (tx) =>
      recordAct(tx, needs, {
        act: 'access.refused',
        purpose: 'SUPERVISE',
        // Where the one who tried acts: the body that was asked for may be none of theirs.
        bodyId: actor.grants[0]?.bodyId ?? null,
        objectId: subjectOf(request),
        payload: { route: `${request.method} ${route}`, asked: refused?.act ?? null, body: refused?.bodyId ?? null, code },
      }),
    );
    return payload;
  });
}
