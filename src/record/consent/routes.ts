/** Consents over HTTP, for the body that asks: its list with what may be asked for, asking by a code, taking back, looking. Decision 0099. */
import { Type } from 'typebox';
import type { FastifyInstance } from 'fastify';
import { bodiesFor } from '#authority/access/decide.ts';
import type { FrameNeeds } from '#authority/access/frame.ts';
import type { AuditNeeds } from '#authority/audit/record.ts';
import { route } from '#authority/audit/route.ts';
import { decodeCursor, encodeCursor } from '#base/cursor.ts';
import type { Tx } from '#base/database/transaction.ts';
import { empty, json } from '#base/http/answer.ts';
import { ById, MadeId, pageOf } from '#base/http/shapes.ts';
import { ok, refused } from '#base/problem.ts';
import type { Keys } from '#base/sealing.ts';
import { askConsent, takeBack } from './ask.ts';
import { askableGroups, lastUntil, purposesOn } from './asking-rules.ts';
import { askedConsentsPage } from './consent-pages.ts';
import { CONSENTS_PAGE_MAX } from './limits.ts';
import { lookByConsent } from './look.ts';
import {
  consentCode,
  consentNotAsked,
  consentNotFound,
  consentNotHolding,
  consentNotNeeded,
  consentParts,
  consentPurpose,
  consentReason,
  consentUntil,
} from './problems.ts';
import { AskedConsents, ConsentRequest, ConsentedRecord } from './shapes.ts';
import { consentsOf, readConsent } from './store.ts';

export interface ConsentHttpNeeds extends FrameNeeds, AuditNeeds {
  readonly keys: Keys;
  readonly clock: FrameNeeds['clock'];
  readonly bodyNames: (tx: Tx, bodyIds: readonly string[]) => Promise<ReadonlyMap<string, string>>;
}

const Page = Type.Object(pageOf(CONSENTS_PAGE_MAX));

export function consentRoutes(app: FastifyInstance, needs: ConsentHttpNeeds): void {
  const oneConsent = async ({ tx, params }: { readonly tx: Tx; readonly params: { readonly id: string } }) => {
    const one = await readConsent(tx, params.id);
    return one ? ok({ bodyId: one.bodyId }) : refused(consentNotFound());
  };

  route(app, needs, {
    id: 'listConsents',
    tag: 'register',
    summary: {
      vi: 'Sự đồng ý mà cơ quan đã xin, và những gì được phép xin',
      en: 'Consents that the agency asked for, and what may be asked for',
    },
    method: 'GET',
    path: '/api/v1/consents',
    query: Page,
    act: 'consent.use',
    read: 'consent.listed',
    purpose: 'CONSENT',
    answer: json(AskedConsents),
    work: async ({ tx, actor, query, shows, showsNobody }) => {
      const today = needs.clock.today();
      const limit = query.limit ?? 50;
      const mine = bodiesFor(actor, 'consent.use');
      const held = [...new Set(actor.grants.map(({ bodyId }) => bodyId))].filter((id) => mine === null || mine.includes(id));
      const found = await consentsOf(tx, mine ?? held, { after: decodeCursor(query.cursor, ['text', 'uuid']), limit: limit + 1 });
      const page = found.slice(0, limit);
      if (page.length === 0) showsNobody();
      else await shows({ bodyId: null, objectId: null, listed: [...new Set(page.map(({ standsAs }) => standsAs))] });
      const names = await needs.bodyNames(tx, held);
      const last = page.at(-1);
      return ok({
        items: await askedConsentsPage(tx, needs, page, today),
        choices: {
          bodies: held.map((id) => ({ id, name: names.get(id) ?? '' })),
          purposes: [...purposesOn(today)],
          groups: [...askableGroups(today)],
          today,
          lastUntil: lastUntil(today),
        },
        next: found.length > limit && last ? encodeCursor([last.askedAt, last.consentId]) : null,
      });
    },
  });

  route(app, needs, {
    id: 'askConsent',
    tag: 'register',
    summary: {
      vi: 'Xin đồng ý xem hồ sơ, bằng mã mà người có hồ sơ đưa',
      en: 'Asks a person for consent, by the code that they handed over',
    },
    method: 'POST',
    path: '/api/v1/consents',
    body: ConsentRequest,
    act: 'consent.use',
    subject: async ({ body }) => ok({ bodyId: body.body }),
    answer: json(MadeId, 201),
    problems: [consentPurpose, consentReason, consentUntil, consentParts, consentCode, consentNotNeeded],
    work: ({ tx, actor, body }) => askConsent(tx, needs, actor, body),
  });

  route(app, needs, {
    id: 'takeConsentBack',
    tag: 'register',
    summary: { vi: 'Rút yêu cầu xin đồng ý chưa được trả lời', en: 'Takes back a request for consent that is not answered yet' },
    method: 'POST',
    path: '/api/v1/consents/:id/take-back',
    params: ById,
    body: Type.Optional(Type.Unknown()),
    bodyOptional: true,
    act: 'consent.use',
    answer: empty,
    problems: [consentNotFound, consentNotAsked],
    work: ({ tx, params, refusalOf }) => takeBack(tx, needs, params.id, (bodyId) => refusalOf('consent.use', { bodyId })),
  });

  route(app, needs, {
    id: 'lookByConsent',
    tag: 'register',
    summary: { vi: 'Phần hồ sơ mà người có hồ sơ đã đồng ý cho xem', en: 'The part of a record that its person consented to' },
    method: 'GET',
    path: '/api/v1/consents/:id/record',
    params: ById,
    act: 'consent.use',
    subject: oneConsent,
    read: 'consent.looked',
    purpose: 'CONSENT',
    holdsRights: true,
    answer: json(ConsentedRecord),
    problems: [consentNotFound, consentNotHolding],
    work: ({ tx, actor, params }) => lookByConsent(tx, needs, actor, params.id),
  });
}
