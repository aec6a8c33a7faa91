/** The own e-CV: made by the person at any time, from what is confirmed; taken as JSON and as PDF. */
import { Type } from 'typebox';
import type { FastifyInstance } from 'fastify';
import { route } from '#authority/audit/route.ts';
import { knownAtNotSettled } from '#base/database/problems.ts';
import type { Tx } from '#base/database/transaction.ts';
import { file, json } from '#base/http/answer.ts';
import { listOf } from '#base/http/shapes.ts';
import { ok, refused } from '#base/problem.ts';
import type { Result } from '#base/problem.ts';
import { CV_MEDIA_TYPE, cvFileName, cvPdf } from '#record/conversion/cv-paper.ts';
import { CVS_LISTED_MAX, CvNumber } from '#record/conversion/cv-routes.ts';
import { Cv } from '#record/conversion/cv-shapes.ts';
import { cvFile, cvShown, makeCv, takeCv } from '#record/conversion/cv.ts';
import type { CvNeeds, TakenCv } from '#record/conversion/cv.ts';
import { conversionOtherContent, conversionUnknown, nothingConfirmed } from '#record/conversion/problems.ts';
import { cvOf, cvsOf } from '#record/conversion/store.ts';
import { NOT_COMPARED } from '#record/matching/compared.ts';
import { AS_ONESELF, OWN_ROLE } from './own-record.ts';
import { notRegistered } from './problems.ts';
import type { PersonalHttpNeeds } from './routes.ts';
import { enableOwnRecordPolicies, ownAttestations } from './store.ts';

const MYSELF = { roles: [OWN_ROLE], as: AS_ONESELF } as const;
const ByNumber = Type.Object({ number: CvNumber });

export function ownCvRoutes(app: FastifyInstance, needs: PersonalHttpNeeds): void {
  // What the population database says of a value stands in no e-CV.
  const cvNeeds: CvNeeds = { ...needs, attestations: (tx) => ownAttestations(tx), compared: () => Promise.resolve(NOT_COMPARED) };
  const own = { tag: 'own', act: 'own.read', purpose: 'OWN_RECORD', holdsRights: true } as const;
  const taking = {
    ...own,
    params: ByNumber,
    read: 'export.made',
    problems: [notRegistered, conversionUnknown, conversionOtherContent, knownAtNotSettled],
  } as const;
  const taken = async (tx: Tx, number: string): Promise<Result<TakenCv>> => {
    const me = await enableOwnRecordPolicies(tx);
    if (!me) return refused(notRegistered());
    const kept = await cvOf(tx, me.personId, number);
    return kept ? takeCv(tx, cvNeeds, kept, MYSELF) : refused(conversionUnknown({ number }));
  };

  route(app, needs, {
    tag: 'own',
    act: 'own.read',
    id: 'makeMyCv',
    summary: { vi: 'Lập e-CV của tôi từ phần đã xác nhận', en: 'Makes my e-CV of what is confirmed' },
    method: 'POST',
    path: '/api/v1/me/cvs',
    answer: json(Cv, 201),
    problems: [notRegistered, nothingConfirmed, knownAtNotSettled],
    work: async ({ tx }) => {
      const me = await enableOwnRecordPolicies(tx);
      if (!me) return refused(notRegistered());
      const made = await makeCv(tx, cvNeeds, me.personId, MYSELF);
      return made.ok ? ok(cvShown(made.value)) : made;
    },
  });

  route(app, needs, {
    ...own,
    id: 'listMyCvs',
    summary: { vi: 'Các e-CV đã lập từ hồ sơ của tôi', en: 'The e-CVs that were made of my record' },
    method: 'GET',
    path: '/api/v1/me/cvs',
    read: 'record.history',
    answer: json(listOf(Cv)),
    problems: [notRegistered],
    work: async ({ tx, shows }) => {
      const me = await enableOwnRecordPolicies(tx);
      if (!me) return refused(notRegistered());
      const rows = await cvsOf(tx, me.personId, CVS_LISTED_MAX);
      await shows({ role: OWN_ROLE, bodyId: me.bodyId, objectId: me.personId, payload: { cvs: rows.map(({ number }) => number) } });
      return ok({ items: rows.map(cvShown), next: null });
    },
  });

  route(app, needs, {
    ...taking,
    id: 'takeMyCv',
    summary: { vi: 'Một e-CV của tôi, dạng máy đọc, có chữ ký số (JWS)', en: 'An e-CV of mine for machines, signed (JWS)' },
    method: 'GET',
    path: '/api/v1/me/cvs/:number/cv.json',
    answer: file(CV_MEDIA_TYPE),
    work: async ({ tx, params: { number } }) => {
      const cv = await taken(tx, number);
      return cv.ok ? ok({ bytes: cvFile(cv.value.signed), name: cvFileName(number) }) : cv;
    },
  });

  route(app, needs, {
    ...taking,
    id: 'printMyCv',
    summary: { vi: 'Một e-CV của tôi, PDF có kèm tệp JSON đã ký', en: 'An e-CV of mine as PDF, with the signed JSON inside' },
    method: 'GET',
    path: '/api/v1/me/cvs/:number/cv.pdf',
    answer: file('application/pdf'),
    work: async ({ tx, params: { number } }) => {
      const cv = await taken(tx, number);
      return cv.ok ? ok(cvPdf(needs, cv.value)) : cv;
    },
  });
}
