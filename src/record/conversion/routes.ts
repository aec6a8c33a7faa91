/** Conversions to paper: made and taken by officers of the managing body; checked by whoever holds the paper. */
import { Type } from 'typebox';
import type { Static } from 'typebox';
import type { FastifyInstance } from 'fastify';
import { afterCommit, openRoute } from '#authority/access/frame.ts';
import { rolesOver } from '#authority/access/request.ts';
import { route } from '#authority/audit/route.ts';
import { epochByKid, publishedKey } from '#authority/keys/store.ts';
import { knownAtNotSettled } from '#base/database/problems.ts';
import type { Database } from '#base/database/transaction.ts';
import { file, json, jsonBy } from '#base/http/answer.ts';
import { ById, Id, listOf, oneOf } from '#base/http/shapes.ts';
import { sendProblem } from '#base/http-problem.ts';
import type { BlobStore } from '#base/blob-store.ts';
import { ok, refused } from '#base/problem.ts';
import type { Problem } from '#base/problem.ts';
import { formPaper } from '#record/register/form-paper.ts';
import { personNotFound, recordKeptApart } from '#record/register/problems.ts';
import { FORM_CODES } from '#standard/form-codes.ts';
import { formOf } from '#standard/forms.ts';
import { signatureOf } from './check.ts';
import { convertRecord, convertedPage } from './convert.ts';
import { cvRoutes } from './cv-routes.ts';
import { managedOf } from './managed.ts';
import type { CvNeeds } from './cv.ts';
import { conversionGone, conversionOtherContent, conversionUnknown, nothingConfirmed } from './problems.ts';
import { CONVERSION_NUMBER, Conversion, ConversionMatch, PublicConversion } from './shapes.ts';
import type { ConversionContent } from './shapes.ts';
import { conversionByNumber, conversionOf, conversionsOf, isOfNumber } from './store.ts';
import type { Paper } from './store.ts';

export interface ConversionHttpNeeds extends CvNeeds {
  readonly db: Database;
  readonly blobs: Pick<BlobStore, 'get'>;
  readonly publicUrl: string;
}

/** Of one person on a page: the latest. */
const LISTED_MAX = 50;
const Number_ = Type.String({ pattern: CONVERSION_NUMBER });
/** What a stranger typed may be no number at all: then there is no such paper. */
const AnyNumber = Type.String({ maxLength: 40 });
const Convert = Type.Object({ form: oneOf([...FORM_CODES]) }, { additionalProperties: false });
const NationalId = Type.Object({ nationalId: Type.String({ pattern: '^[0-9]{12}$' }) }, { additionalProperties: false });

function shown({ number, form, at, dataOf, revision, leftOut, content }: Paper): Conversion {
  const { formName, bodyName } = JSON.parse(content) as ConversionContent;
  return { number, form, formName, at, bodyName, dataOf, revision, leftOut };
}

export function conversionRoutes(app: FastifyInstance, needs: ConversionHttpNeeds): void {
  officerRoutes(app, needs);
  cvRoutes(app, needs);
  publicRoutes(app, needs);
}

function officerRoutes(app: FastifyInstance, needs: ConversionHttpNeeds): void {
  route(app, needs, {
    id: 'convertRecord',
    tag: 'register',
    summary: { vi: 'Chuyển đổi hồ sơ điện tử sang bản giấy', en: 'Converts an electronic record to paper' },
    method: 'POST',
    path: '/api/v1/people/:id/conversions',
    params: ById,
    body: Convert,
    act: 'record.convert',
    subject: managedOf,
    answer: jsonBy(Conversion, [201], () => 201),
    problems: [personNotFound, recordKeptApart, nothingConfirmed, knownAtNotSettled],
    work: async ({ tx, actor, subject, body: { form } }) => {
      const made = await convertRecord(tx, needs, subject.personId, { form, roles: rolesOver(actor, subject.bodyId) });
      return made.ok ? ok(shown({ ...made.value, form })) : made;
    },
  });

  route(app, needs, {
    id: 'listConversions',
    tag: 'register',
    summary: { vi: 'Các bản giấy đã chuyển đổi từ hồ sơ', en: 'Papers that the record was converted to' },
    method: 'GET',
    path: '/api/v1/people/:id/conversions',
    params: ById,
    act: 'record.convert',
    subject: managedOf,
    read: 'record.read',
    purpose: 'CONSULT',
    answer: json(listOf(Conversion)),
    problems: [personNotFound, recordKeptApart],
    work: async ({ tx, subject, shows }) => {
      const rows = await conversionsOf(tx, subject.personId, LISTED_MAX);
      await shows({ bodyId: subject.bodyId, objectId: subject.personId, payload: { conversions: rows.map(({ number }) => number) } });
      return ok({ items: rows.map(shown), next: null });
    },
  });

  route(app, needs, {
    id: 'printConversion',
    tag: 'register',
    summary: { vi: 'Bản giấy đã chuyển đổi (PDF)', en: 'The paper of a conversion (PDF)' },
    method: 'GET',
    path: '/api/v1/people/:id/conversions/:number/paper.pdf',
    params: Type.Object({ id: Id, number: Number_ }),
    act: 'record.convert',
    subject: managedOf,
    read: 'export.made',
    purpose: 'CONSULT',
    answer: file('application/pdf'),
    problems: [personNotFound, recordKeptApart, conversionUnknown, conversionOtherContent, knownAtNotSettled],
    work: async ({ tx, actor, subject, params: { number } }) => {
      const kept = await conversionOf(tx, subject.personId, number);
      if (!kept) return refused(conversionUnknown({ number }));
      const page = await convertedPage(tx, needs, kept, rolesOver(actor, subject.bodyId));
      if (!page.ok) return page;
      const { content, name, nationalId, groups, portrait } = page.value;
      return ok(
        afterCommit(async () => {
          const picture = portrait === null ? null : await needs.blobs.get(portrait);
          const converted = { as: 'paper' as const, ...content, checkAt: `${needs.publicUrl}/ban-giay/${number}` };
          const print = { number, at: content.at, demo: needs.demo, portrait: picture, converted };
          return ok({ bytes: await formPaper(formOf(kept.form), { name, nationalId, groups }, print), name: `${number}.pdf` });
        }),
      );
    },
  });
}

function publicRoutes(app: FastifyInstance, { db, keys }: ConversionHttpNeeds): void {
  openRoute(app, {
    id: 'getPublicConversion',
    tag: 'keys',
    surfaces: ['portal'],
    summary: {
      vi: 'Kiểm tra một bản giấy theo số; ai có số cũng xem được, không có dữ liệu cá nhân',
      en: 'Checks a paper by its number; anybody who has the number, no personal data',
    },
    method: 'GET',
    path: '/api/v1/public/conversions/:number',
    params: Type.Object({ number: AnyNumber }),
    answer: json(PublicConversion),
    problems: [conversionUnknown],
    takesOfBudget: true,
    handler: async ({ params: { number } }, reply) => {
      const found = await db.transaction(null, async (tx) => {
        const one = await conversionByNumber(tx, number);
        if (!one) return null;
        const { content, jws, record } = one;
        const { digest: _digest, dictionary: _dictionary, ...said } = JSON.parse(content) as ConversionContent;
        const signature = await signatureOf(jws, content, async (kid) => {
          const epoch = await epochByKid(tx, kid);
          return epoch && publishedKey(keys, epoch);
        });
        return { ...said, record, jws, ...signature };
      });
      return found ? reply.header('cache-control', 'no-store').send(found) : sendProblem(reply, conversionUnknown({ number }));
    },
  });

  // By POST: a citizen number stands in no address.
  openRoute(app, {
    id: 'checkConversion',
    tag: 'keys',
    surfaces: ['portal'],
    summary: {
      vi: 'Bản giấy mang số này có đúng là của người có số định danh in trên đó không',
      en: 'Is the paper of this number of whoever has the citizen number printed on it',
    },
    method: 'POST',
    path: '/api/v1/public/conversions/:number/check',
    params: Type.Object({ number: AnyNumber }),
    body: NationalId,
    answer: json(ConversionMatch),
    problems: [conversionUnknown, conversionGone],
    takesOfBudget: true,
    handler: async ({ params: { number }, body }, reply) => {
      const { nationalId } = body as Static<typeof NationalId>;
      const found = await db.transaction(null, async (tx): Promise<boolean | Problem> => {
        const one = await conversionByNumber(tx, number);
        if (!one) return conversionUnknown({ number });
        return one.record === 'gone' ? conversionGone({ number }) : isOfNumber(tx, number, keys.nationalIdHash(nationalId));
      });
      return typeof found === 'boolean' ? reply.header('cache-control', 'no-store').send({ matches: found }) : sendProblem(reply, found);
    },
  });
}
