/** The card of a person for officers: shown, and ended. Who is held back from having one: `held-back-routes.ts`. */
import { Type } from 'typebox';
import type { FastifyInstance } from 'fastify';
import { route } from '#authority/audit/route.ts';
import type { Actor, Subject } from '#authority/access/shapes.ts';
import type { Database, Tx } from '#base/database/transaction.ts';
import { json } from '#base/http/answer.ts';
import { ById } from '#base/http/shapes.ts';
import { ok, refused } from '#base/problem.ts';
import type { Result } from '#base/problem.ts';
import { personNotFound } from '#record/register/problems.ts';
import { reachedSubject } from '#record/register/reach.ts';
import { subjectIdentityOf } from '#record/register/store.ts';
import { endByOfficer } from './end-card.ts';
import type { EndNeeds } from './end-card.ts';
import { cardOf } from './overview.ts';
import { endReasonUnknown, noCardHeld } from './problems.ts';
import { END_REASONS, OFFICER_REASONS, RELEASE_REASONS, RELEASE_REASON_CODES } from './reasons.ts';
import { CardEnded, PersonCard } from './shapes.ts';
import { revocationClocks } from './store.ts';

export interface OfficerNeeds extends EndNeeds {
  readonly db: Database;
}

const End = Type.Object(
  {
    reason: Type.String({ maxLength: 40 }),
    /** of several cards the one that is meant; absent: all */
    cardId: Type.Optional(Type.String({ format: 'uuid' })),
  },
  { additionalProperties: false },
);

/**
 * Body and citizen number (keyed hash) of the person that an address names, for `decide`, and whether the actor is who holds them back;
 * E-PERSON-NOT-FOUND when the session may not see them.
 */
export async function cardSubject({
  tx,
  params,
  actor,
}: {
  readonly tx: Tx;
  readonly params: { readonly id: string };
  readonly actor: Actor;
}): Promise<Result<Subject & { readonly personId: string; readonly bodyId: string }>> {
  const found = await reachedSubject(tx, params.id);
  const personId = found?.personId ?? params.id;
  const [row] = await tx.query<{ body_id: string }>('select body_id from person where person_id = $1', [personId]);
  if (!row) return refused(personNotFound());
  return ok({ personId, bodyId: row.body_id, identity: await subjectIdentityOf(tx, personId, actor.identity) });
}

export function officerRoutes(app: FastifyInstance, needs: OfficerNeeds): void {
  route(app, needs, {
    id: 'getCardOfPerson',
    tag: 'card',
    summary: { vi: 'Thẻ của một người, hoặc vì sao chưa có', en: 'The card of a person, or why there is none' },
    method: 'GET',
    path: '/api/v1/people/:id/card',
    params: ById,
    act: 'card.read',
    subject: async ({ tx, params }) => {
      const subject = await reachedSubject(tx, params.id);
      return subject ? ok(subject) : refused(personNotFound());
    },
    read: 'card.read',
    purpose: 'CARD',
    answer: json(PersonCard),
    problems: [personNotFound],
    work: async (asked) => {
      const { tx, subject, shows, allowed } = asked;
      const { personId } = subject;
      const shown = await cardOf(tx, needs, personId);
      if (!shown) return refused(personNotFound());
      const whose = await cardSubject(asked);
      const makerIdentity = shown.why?.heldBack?.byMe ? asked.actor.identity : null;
      const clocks = await revocationClocks(tx, personId);
      await shows({ bodyId: subject.bodyId, objectId: personId });
      return ok({
        held: shown.held,
        beside: [...shown.beside],
        why: shown.why,
        ended: shown.ended.map((card) => ({ ...card, clock: clocks.get(card.cardId) ?? null })),
        endReasons: OFFICER_REASONS.map((code) => ({
          code,
          label: END_REASONS[code].label,
          replaced: END_REASONS[code].replaced,
          heldBack: END_REASONS[code].heldBack,
        })),
        releaseReasons: RELEASE_REASON_CODES.map((code) => ({ code, label: RELEASE_REASONS[code] })),
        may: whose.ok ? [...allowed(['card.end'], whose.value), ...allowed(['card.release'], { ...whose.value, makerIdentity })] : [],
      });
    },
  });

  route(app, needs, {
    id: 'endCardOfPerson',
    tag: 'card',
    summary: { vi: 'Kết thúc thẻ của một người', en: 'Ends the card of a person' },
    method: 'POST',
    path: '/api/v1/people/:id/card/end',
    params: ById,
    body: End,
    act: 'card.end',
    subject: cardSubject,
    answer: json(CardEnded),
    problems: [personNotFound, endReasonUnknown, noCardHeld],
    work: async ({ tx, subject, body }) => {
      const reason = OFFICER_REASONS.find((code) => code === body.reason);
      return reason
        ? endByOfficer(tx, needs, subject.personId, reason, body.cardId)
        : refused(endReasonUnknown({ reason: body.reason, allowed: OFFICER_REASONS.join(', ') }));
    },
  });
}
