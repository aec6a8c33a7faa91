/** E-CVs for officers of the managing body: made, listed, taken as JSON and as PDF. The person's own: `doors/personal/cv-routes.ts`. */
import { Type } from 'typebox';
import type { FastifyInstance } from 'fastify';
import { rolesOver } from '#authority/access/request.ts';
import { route } from '#authority/audit/route.ts';
import { knownAtNotSettled } from '#base/database/problems.ts';
import { file, json } from '#base/http/answer.ts';
import { ById, Id, listOf } from '#base/http/shapes.ts';
import { ok, refused } from '#base/problem.ts';
import { personNotFound, recordKeptApart } from '#record/register/problems.ts';
import { CV_MEDIA_TYPE, cvFileName, cvPdf } from './cv-paper.ts';
import { CV_NUMBER, Cv } from './cv-shapes.ts';
import { cvFile, cvShown, makeCv, takeCv } from './cv.ts';
import { conversionOtherContent, conversionUnknown, nothingConfirmed } from './problems.ts';
import { managedOf } from './managed.ts';
import type { ConversionHttpNeeds } from './routes.ts';
import { cvOf, cvsOf } from './store.ts';

/** Of one person on a page: the latest. */
export const CVS_LISTED_MAX = 50;
export const CvNumber = Type.String({ pattern: CV_NUMBER });
const ByNumber = Type.Object({ id: Id, number: CvNumber });

export function cvRoutes(app: FastifyInstance, needs: ConversionHttpNeeds): void {
  // Whole and in clear, so of those alone who see all of it: the same right as a paper.
  const officers = { tag: 'register', act: 'record.convert', subject: managedOf } as const;
  const taking = {
    ...officers,
    params: ByNumber,
    read: 'export.made',
    purpose: 'CONSULT',
    problems: [personNotFound, recordKeptApart, conversionUnknown, conversionOtherContent, knownAtNotSettled],
  } as const;

  route(app, needs, {
    ...officers,
    id: 'makeCv',
    summary: { vi: 'Lập sơ yếu lý lịch điện tử (e-CV) từ phần đã xác nhận', en: 'Makes an e-CV of what is confirmed' },
    method: 'POST',
    path: '/api/v1/people/:id/cvs',
    params: ById,
    answer: json(Cv, 201),
    problems: [personNotFound, recordKeptApart, nothingConfirmed, knownAtNotSettled],
    work: async ({ tx, actor, subject }) => {
      const made = await makeCv(tx, needs, subject.personId, { roles: rolesOver(actor, subject.bodyId) });
      return made.ok ? ok(cvShown(made.value)) : made;
    },
  });

  route(app, needs, {
    ...officers,
    id: 'listCvs',
    summary: { vi: 'Các e-CV đã lập của một người', en: 'The e-CVs that were made of a person' },
    method: 'GET',
    path: '/api/v1/people/:id/cvs',
    params: ById,
    read: 'record.read',
    purpose: 'CONSULT',
    answer: json(listOf(Cv)),
    problems: [personNotFound, recordKeptApart],
    work: async ({ tx, subject, shows }) => {
      const rows = await cvsOf(tx, subject.personId, CVS_LISTED_MAX);
      await shows({ bodyId: subject.bodyId, objectId: subject.personId, payload: { cvs: rows.map(({ number }) => number) } });
      return ok({ items: rows.map(cvShown), next: null });
    },
  });

  route(app, needs, {
    ...taking,
    id: 'takeCv',
    summary: { vi: 'Một e-CV, dạng máy đọc, có chữ ký số (JWS)', en: 'An e-CV for machines, signed (JWS)' },
    method: 'GET',
    path: '/api/v1/people/:id/cvs/:number/cv.json',
    answer: file(CV_MEDIA_TYPE),
    work: async ({ tx, actor, subject, params: { number } }) => {
      const kept = await cvOf(tx, subject.personId, number);
      if (!kept) return refused(conversionUnknown({ number }));
      const cv = await takeCv(tx, needs, kept, { roles: rolesOver(actor, subject.bodyId) });
      return cv.ok ? ok({ bytes: cvFile(cv.value.signed), name: cvFileName(number) }) : cv;
    },
  });

  route(app, needs, {
    ...taking,
    id: 'printCv',
    summary: { vi: 'Một e-CV, PDF có kèm tệp JSON đã ký', en: 'An e-CV as PDF, with the signed JSON inside' },
    method: 'GET',
    path: '/api/v1/people/:id/cvs/:number/cv.pdf',
    answer: file('application/pdf'),
    work: async ({ tx, actor, subject, params: { number } }) => {
      const kept = await cvOf(tx, subject.personId, number);
      if (!kept) return refused(conversionUnknown({ number }));
      const cv = await takeCv(tx, needs, kept, { roles: rolesOver(actor, subject.bodyId) });
      return cv.ok ? ok(cvPdf(needs, cv.value)) : cv;
    },
  });
}
