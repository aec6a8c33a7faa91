/** Consents on the own pages: the code to hand over, who asks for what, giving, refusing, withdrawing, and the giving to take along. Decision 0099. */
import { Type } from 'typebox';
import type { FastifyInstance } from 'fastify';
import { route } from '#authority/audit/route.ts';
import { empty, json } from '#base/http/answer.ts';
import { ById } from '#base/http/shapes.ts';
import { ok, refused } from '#base/problem.ts';
import { answerConsent } from '#record/consent/answer.ts';
import { ownConsentsPage } from '#record/consent/consent-pages.ts';
import { CONSENTS_PAGE_MAX } from '#record/consent/limits.ts';
import { makeCode } from '#record/consent/make-code.ts';
import { consentMessage } from '#record/consent/message.ts';
import { consentNotAsked, consentNotFound, consentNotGiven, consentParts } from '#record/consent/problems.ts';
import { ConsentAnswer, ConsentCode, ConsentMessage, OwnConsents } from '#record/consent/shapes.ts';
import { ownConsents } from '#record/consent/store.ts';
import { OWN_ROLE } from './own-record.ts';
import { notRegistered } from './problems.ts';
import type { PersonalHttpNeeds } from './routes.ts';
import { enableOwnRecordPolicies } from './store.ts';

export function ownConsentRoutes(app: FastifyInstance, needs: PersonalHttpNeeds): void {
  const own = { tag: 'own', act: 'own.read', purpose: 'OWN_RECORD', holdsRights: true } as const;

  route(app, needs, {
    ...own,
    id: 'listMyConsents',
    summary: { vi: 'Ai xin xem, ai đang được tôi đồng ý cho xem hồ sơ', en: 'Who asks to view my record, and whom I let' },
    method: 'GET',
    path: '/api/v1/me/consents',
    read: 'consent.listed',
    answer: json(OwnConsents),
    work: async ({ tx, shows, showsNobody }) => {
      const me = await enableOwnRecordPolicies(tx);
      const consents = me ? await ownConsents(tx, CONSENTS_PAGE_MAX) : [];
      // Who was asked nothing is shown nothing of anybody.
      if (!me || consents.length === 0) {
        showsNobody();
        return ok({ items: [] });
      }
      await shows({ role: OWN_ROLE, bodyId: me.bodyId, objectId: me.personId, payload: { consents: consents.length } });
      return ok({ items: await ownConsentsPage(tx, needs, consents, needs.clock.today()) });
    },
  });

  route(app, needs, {
    id: 'makeConsentCode',
    tag: 'own',
    summary: { vi: 'Tạo mã để đưa cho cơ quan xin xem hồ sơ của tôi', en: 'Makes the code by which an agency may ask to view my record' },
    method: 'POST',
    path: '/api/v1/me/consent-codes',
    body: Type.Optional(Type.Unknown()),
    bodyOptional: true,
    act: 'own.read',
    answer: json(ConsentCode, 201),
    problems: [notRegistered],
    work: async ({ tx }) => {
      const me = await enableOwnRecordPolicies(tx);
      return me ? ok(await makeCode(tx, needs, { ...me, role: OWN_ROLE })) : refused(notRegistered());
    },
  });

  route(app, needs, {
    id: 'answerConsent',
    tag: 'own',
    summary: { vi: 'Đồng ý, không đồng ý, hoặc rút lại', en: 'Gives, refuses, or withdraws a consent' },
    method: 'POST',
    path: '/api/v1/me/consents/:id/answer',
    params: ById,
    body: ConsentAnswer,
    act: 'own.read',
    answer: empty,
    problems: [notRegistered, consentNotFound, consentNotAsked, consentNotGiven, consentParts],
    work: async ({ tx, params, body }) => {
      const me = await enableOwnRecordPolicies(tx);
      return me ? answerConsent(tx, needs, { ...me, role: OWN_ROLE }, params.id, body) : refused(notRegistered());
    },
  });

  route(app, needs, {
    ...own,
    id: 'takeMyConsent',
    summary: {
      vi: 'Thông điệp dữ liệu về một sự đồng ý của tôi, để mang theo',
      en: 'The data message of a consent of mine, to take along',
    },
    method: 'GET',
    path: '/api/v1/me/consents/:id/message',
    params: ById,
    read: 'export.made',
    answer: json(ConsentMessage),
    problems: [notRegistered, consentNotFound],
    work: async ({ tx, params: { id }, shows, header }) => {
      const me = await enableOwnRecordPolicies(tx);
      if (!me) return refused(notRegistered());
      const message = await consentMessage(tx, { ...needs.taking, demo: needs.demo }, id, needs.clock.today());
      if (!message.ok) return message;
      await shows({ role: OWN_ROLE, bodyId: me.bodyId, objectId: me.personId, payload: { consent: id } });
      header('content-disposition', `attachment; filename="dong-y-${id}.json"`);
      return message;
    },
  });
}
