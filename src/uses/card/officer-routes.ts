/** The card of a person for officers: shown, and ended. */
import { Type } from 'typebox';
import type { Static } from 'typebox';
import type { FastifyInstance } from 'fastify';
import { recordRead } from '#authority/audit/record.ts';
import { decide } from '#authority/access/decide.ts';
import { acting, actorOf, handleOf } from '#authority/access/request.ts';
import type { Actor } from '#authority/access/shapes.ts';
import type { Database, Tx } from '#base/database/transaction.ts';
import { sendProblem } from '#base/http-problem.ts';
import { personNotFound } from '#record/register/problems.ts';
import { reachedSubject } from '#record/register/reach.ts';
import { subjectIdentityOf } from '#record/register/store.ts';
import { endByOfficer } from './end-card.ts';
import type { EndNeeds } from './end-card.ts';
import { cardOf } from './overview.ts';
import { endReasonUnknown } from './problems.ts';
import { END_REASONS, OFFICER_REASONS } from './reasons.ts';
import { revocationClocks } from './store.ts';

export interface OfficerNeeds extends EndNeeds {
  readonly db: Database;
}

const Id = Type.Object({ id: Type.String({ format: 'uuid' }) });
const End = Type.Object({ reason: Type.String({ maxLength: 40 }) }, { additionalProperties: false });

/** Body and citizen number (keyed hash) of a person, for `decide`; null when the session may not see them. */
async function subjectOf(tx: Tx, personId: string, actor: Actor): Promise<{ bodyId: string; identity: string | null } | null> {
  const [row] = await tx.query<{ body_id: string }>('select body_id from person where person_id = $1', [personId]);
  return row ? { bodyId: row.body_id, identity: await subjectIdentityOf(tx, personId, actor.identity) } : null;
}

export function officerRoutes(app: FastifyInstance, needs: OfficerNeeds): void {
  app.get<{ Params: Static<typeof Id> }>('/api/v1/people/:id/card', { schema: { params: Id } }, async (request, reply) => {
    const actor = actorOf(request);
    return needs.db.transaction(handleOf(request), async (tx) => {
      const subject = await reachedSubject(tx, request.params.id);
      if (!subject) return sendProblem(reply, personNotFound());
      const verdict = decide(actor, 'card.read', subject, { today: needs.clock.today() });
      if (!verdict.allowed) return sendProblem(reply, verdict.reason);
      const shown = await cardOf(tx, needs, request.params.id);
      if (!shown) return sendProblem(reply, personNotFound());
      const clocks = await revocationClocks(tx, request.params.id);
      await recordRead(tx, needs, [{ act: 'card.read', purpose: 'CARD', bodyId: subject.bodyId, objectId: request.params.id }]);
      return {
        held: shown.held,
        why: shown.why,
        ended: shown.ended.map((card) => ({ ...card, clock: clocks.get(card.cardId) ?? null })),
        endReasons: OFFICER_REASONS.map((code) => ({ code, label: END_REASONS[code].label, replaced: END_REASONS[code].replaced })),
      };
    });
  });

  app.post<{ Params: Static<typeof Id>; Body: Static<typeof End> }>(
    '/api/v1/people/:id/card/end',
    { schema: { params: Id, body: End } },
    async (request, reply) => {
      const reason = OFFICER_REASONS.find((code) => code === request.body.reason);
      return acting(needs.db, request, async (tx) => {
        const actor = actorOf(request);
        const subject = await subjectOf(tx, request.params.id, actor);
        if (!subject) return sendProblem(reply, personNotFound());
        const verdict = decide(actor, 'card.end', subject, { today: needs.clock.today() });
        if (!verdict.allowed) return sendProblem(reply, verdict.reason);
        if (!reason) return sendProblem(reply, endReasonUnknown({ reason: request.body.reason, allowed: OFFICER_REASONS.join(', ') }));
        const ended = await endByOfficer(tx, needs, request.params.id, reason);
        return ended.ok ? ended.value : sendProblem(reply, ended.problems[0]!);
      });
    },
  );
}
