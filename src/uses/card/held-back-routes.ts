/** People who are held back from having a card, for officers: their list, and the release by another than who ended the card. Decision 0085. */
import { Type } from 'typebox';
import type { FastifyInstance } from 'fastify';
import { bodiesFor } from '#authority/access/decide.ts';
import { route } from '#authority/audit/route.ts';
import { bodiesOn } from '#authority/organisations/store.ts';
import { decodeCursor, encodeCursor } from '#base/cursor.ts';
import { json } from '#base/http/answer.ts';
import { ById, listOf, pageOf } from '#base/http/shapes.ts';
import { ok, refused } from '#base/problem.ts';
import { personNotFound, recordKeptApart } from '#record/register/problems.ts';
import { heldBackPage } from './hold-store.ts';
import { cardSubject } from './officer-routes.ts';
import type { OfficerNeeds } from './officer-routes.ts';
import { notHeldBack, releaseReasonUnknown, releaseWithoutPaper } from './problems.ts';
import { END_REASONS, RELEASE_REASON_CODES } from './reasons.ts';
import { releaseHeldBack } from './release.ts';
import { CardReleased, HeldBackPerson } from './shapes.ts';

const PAGE_ROWS_MAX = 100;
const PAPER_CHARS_MAX = 60;
const Release = Type.Object(
  { reason: Type.String({ maxLength: 40 }), paper: Type.String({ maxLength: PAPER_CHARS_MAX }) },
  { additionalProperties: false },
);

export function heldBackRoutes(app: FastifyInstance, needs: OfficerNeeds): void {
  route(app, needs, {
    id: 'listHeldBackCards',
    tag: 'card',
    summary: {
      vi: 'Người bị giữ lại thẻ, chờ người thứ hai quyết định',
      en: 'People whose card is held back until a second person decides',
    },
    method: 'GET',
    path: '/api/v1/cards/held-back',
    query: Type.Object(pageOf(PAGE_ROWS_MAX)),
    act: 'card.release',
    read: 'card.held-listed',
    purpose: 'CARD',
    answer: json(listOf(HeldBackPerson)),
    work: async ({ tx, actor, query, shows }) => {
      const limit = query.limit ?? 50;
      const [since, holdId] = decodeCursor(query.cursor, ['instant', 'uuid']) ?? [];
      const rows = await heldBackPage(tx, {
        bodyIds: bodiesFor(actor, 'card.release'),
        after: since && holdId ? [since, holdId] : null,
        limit: limit + 1,
      });
      const page = rows.slice(0, limit);
      const bodies = await bodiesOn(
        tx,
        page.map((one) => one.bodyId),
        needs.clock.today(),
      );
      await shows({ bodyId: null, objectId: null, listed: [...new Set(page.map((one) => one.personId))] });
      const last = page.at(-1);
      return ok({
        items: page.map(({ holdId: id, personId, bodyId, name, number, reason, since: heldAt, byMe }) => ({
          id,
          personId,
          name,
          bodyName: bodies.get(bodyId)?.name ?? '',
          number,
          label: END_REASONS[reason].label,
          since: heldAt,
          byMe,
        })),
        next: rows.length > limit && last ? encodeCursor([last.since, last.holdId]) : null,
      });
    },
  });

  route(app, needs, {
    id: 'releaseCardOfPerson',
    tag: 'card',
    summary: { vi: 'Cho một người bị giữ lại thẻ được có thẻ trở lại', en: 'Releases a person whose card is held back' },
    method: 'POST',
    path: '/api/v1/people/:id/card/release',
    params: ById,
    body: Release,
    act: 'card.release',
    subject: cardSubject,
    answer: json(CardReleased),
    problems: [personNotFound, recordKeptApart, releaseReasonUnknown, releaseWithoutPaper, notHeldBack],
    work: async ({ tx, subject, body }) => {
      const because = RELEASE_REASON_CODES.find((code) => code === body.reason);
      if (!because) return refused(releaseReasonUnknown({ reason: body.reason, allowed: RELEASE_REASON_CODES.join(', ') }));
      const paper = body.paper.trim();
      return paper === '' ? refused(releaseWithoutPaper()) : releaseHeldBack(tx, needs, subject.personId, { because, paper });
    },
  });
}
