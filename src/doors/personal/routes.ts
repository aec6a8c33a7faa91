/** The own pages over HTTP: always about the person signed in, so no address names anybody. Every opening is a reading of one's own record. */
import { Type } from 'typebox';
import type { FastifyInstance } from 'fastify';
import { ownConsentsPage } from '#record/consent/consent-pages.ts';
import { ownConsents } from '#record/consent/store.ts';
import { groundWords } from '#record/erasure/ask.ts';
import { ownErasure } from '#record/erasure/store.ts';
import { afterCommit } from '#authority/access/frame.ts';
import { readsOfPerson } from '#authority/audit/reads.ts';
import { route } from '#authority/audit/route.ts';
import { complainAbout } from '#authority/oversight/complain.ts';
import { complaintMade, readingNotYours } from '#authority/oversight/problems.ts';
import { ComplaintMade, ComplaintRequest } from '#authority/oversight/shapes.ts';
import { myComplaints } from '#authority/oversight/store.ts';
import type { BlobStore } from '#base/blob-store.ts';
import type { Database, Tx } from '#base/database/transaction.ts';
import { file, json } from '#base/http/answer.ts';
import { ById } from '#base/http/shapes.ts';
import { ok, refused } from '#base/problem.ts';
import type { TakeAlongNeeds } from '#record/confirmation/take-along.ts';
import { DECLARE } from '#record/clocks/clocks-of.ts';
import { ownTerm } from '#record/clocks/store.ts';
import type { DeclarationNeeds } from '#record/declarations/needs.ts';
import { declaredWhole } from '#record/declarations/page.ts';
import { consentsOfReadings } from '#record/consent/store.ts';
import { formPaper } from '#record/register/form-paper.ts';
import { FormCodeShape } from '#record/register/form-routes.ts';
import { documentFile, openDocument } from '#record/register/document.ts';
import { documentUnknown, fieldNotVisible } from '#record/register/problems.ts';
import { DocumentLine } from '#record/register/routes.ts';
import { unmaskField } from '#record/register/read.ts';
import { Unmasked } from '#record/register/shapes.ts';
import { GROUPS } from '#standard/dictionary.ts';
import { ownDataRequestRoutes, ownRequestsWhole } from './data-request-routes.ts';
import { ownDeclarationRoutes } from './declaration-routes.ts';
import { ownIdentitySlipRoutes } from './identity-slip-routes.ts';
import { ownDeclarationThreadRoutes } from './declaration-thread-routes.ts';
import { ownEvidenceRoutes } from './evidence-routes.ts';
import { ownAttestationRoutes } from './attestation-routes.ts';
import { cardShown, ownCardRoutes } from './card-routes.ts';
import { ownConsentRoutes } from './consent-routes.ts';
import { ownCvRoutes } from './cv-routes.ts';
import { formOf } from '#standard/forms.ts';
import { hideField, hideInSection, isHidden } from './hide-numbers.ts';
import { ownData } from './own-data.ts';
import { ownPaper } from './own-paper.ts';
import { AS_ONESELF, OWN_ROLE, maskedNumber, openOwnRecord } from './own-record.ts';
import type { OwnGroup, OwnRecord, OwnRecordNeeds } from './own-record.ts';
import type { CardDesk } from './port.ts';
import { noPortrait, notRegistered } from './problems.ts';
import { Me, MyData, MyGroup, MyReads } from './shapes.ts';
import { enableOwnRecordPolicies, reachOfReads } from './store.ts';
import { ownKeptApart } from '#record/kept-apart/store.ts';
import { ownReportsWhole, ownValueReportRoutes } from './value-report-routes.ts';
import { viewedInWords } from './who-viewed.ts';
import type { Viewed } from './who-viewed.ts';
import { WHY } from './why.ts';

export interface PersonalHttpNeeds extends OwnRecordNeeds {
  readonly db: Database;
  readonly blobs: Pick<BlobStore, 'get'>;
  readonly cards: CardDesk;
  readonly demo: boolean;
  /** where an e-CV says that it can be checked */
  readonly publicUrl: string;
  /** which reads what is declared, and names bodies for it */
  readonly declaring: Pick<DeclarationNeeds, 'door' | 'bodyWords' | 'evidence'>;
  /** what an attestation that is taken along is made of */
  readonly taking: TakeAlongNeeds;
}

const Group = Type.Object({ group: Type.Union(GROUPS.map(({ code }) => Type.Literal(code))) });
const Field = Type.Object({ field: Type.String({ maxLength: 80 }) }, { additionalProperties: false });

/** What a list of groups says of one: how it stands, without its values. */
const summaryOf = (group: OwnGroup) => ({
  code: group.code,
  title: group.title,
  why: WHY[group.code],
  state: group.state,
  missing: group.missing,
  since: group.since,
  confirmedAt: group.confirmedAt,
  confirmedBy: group.confirmedBy,
  filled: group.fields.filter((field) => field.display.vi !== '' && !field.derived).length,
  lines: group.sections.reduce((sum, section) => sum + section.lines.length, 0),
});

export function personalRoutes(app: FastifyInstance, needs: PersonalHttpNeeds): void {
  const viewedOf = async (tx: Tx, personId: string, max?: number): Promise<Viewed> => {
    const reads = await readsOfPerson(tx, personId);
    const names = await needs.bodyNames(tx, [...new Set(reads.flatMap((read) => read.bodyId ?? []))]);
    const consents = await consentsOfReadings(
      tx,
      reads.filter(({ kind }) => kind === 'consent.looked').map(({ eventId }) => eventId),
    );
    const reach = await reachOfReads(
      tx,
      personId,
      reads.map(({ eventId }) => eventId),
    );
    return viewedInWords(reads, names, await myComplaints(tx), max, { consents, reach });
  };
  const portraitOf = async (record: OwnRecord): Promise<Uint8Array | null> =>
    record.portrait === null ? null : needs.blobs.get(record.portrait);
  /** Every route of this door: about the person signed in, as oneself, with the roles that stand now. */
  const own = { tag: 'own', act: 'own.read', purpose: 'OWN_RECORD', holdsRights: true } as const;

  route(app, needs, {
    ...own,
    id: 'getMyRecord',
    summary: { vi: 'Hồ sơ của tôi: đã xác nhận, đang chờ, còn thiếu', en: 'My record at a glance: what is confirmed, on its way, missing' },
    method: 'GET',
    path: '/api/v1/me',
    read: 'record.read',
    answer: json(Me),
    work: async ({ tx, actor, showsNobody }) => {
      const record = await openOwnRecord(tx, needs, { act: 'record.read', payload: { page: 'groups' } });
      const apart = record === null ? await ownKeptApart(tx) : null;
      const erased = record === null ? await ownErasure(tx, actor.accountId) : null;
      // An officer whom no body has sent in yet has an account and no record: an answer, not a fault.
      if (record === null) showsNobody();
      const term = record && (await ownTerm(tx, DECLARE));
      return ok({
        registered: record !== null,
        person: record && personOf(record),
        groups: (record?.groups ?? []).map(summaryOf),
        declarationDue: term && { lastDay: term.lastDay, late: term.dueAt <= needs.clock.now(), call: term.call },
        counts: countsOf(record?.groups ?? []),
        quality: record && record.quality,
        keptApart: apart && { bodyName: (await needs.bodyNames(tx, [apart.bodyId])).get(apart.bodyId) ?? '', fromDay: apart.fromDay },
        erased: erased && {
          at: erased.at,
          ground: groundWords(erased.ground).label,
          law: groundWords(erased.ground).law,
          paper: erased.paper,
        },
      });
    },
  });

  route(app, needs, {
    ...own,
    id: 'getMyGroup',
    summary: { vi: 'Một nhóm thông tin của tôi, ai đã xác nhận gì', en: 'One group of my record, with who confirmed what' },
    method: 'GET',
    path: '/api/v1/me/groups/:group',
    params: Group,
    read: 'record.read',
    answer: json(MyGroup),
    problems: [notRegistered],
    work: async ({ tx, params: { group: code } }) => {
      const record = await openOwnRecord(tx, needs, { act: 'record.read', payload: { group: code } });
      const group = record?.groups.find((one) => one.code === code);
      return record && group ? ok(pageOf(record, group)) : refused(notRegistered());
    },
  });

  route(app, needs, {
    ...own,
    id: 'unmaskMyField',
    summary: { vi: 'Một số được che của tôi, hiện rõ', en: 'One of my hidden numbers, in clear' },
    method: 'POST',
    path: '/api/v1/me/unmask',
    body: Field,
    read: 'record.unmasked',
    answer: json(Unmasked),
    problems: [notRegistered, fieldNotVisible],
    work: async ({ tx, body: { field } }) => {
      const me = await enableOwnRecordPolicies(tx);
      if (!me) return refused(notRegistered());
      if (!isHidden(field)) return refused(fieldNotVisible());
      return unmaskField(tx, needs, me.personId, field, [OWN_ROLE], AS_ONESELF);
    },
  });

  route(app, needs, {
    ...own,
    id: 'getMyPortrait',
    summary: { vi: 'Ảnh chân dung đã xác nhận của tôi (JPEG)', en: 'My confirmed portrait, JPEG' },
    method: 'GET',
    path: '/api/v1/me/portrait',
    read: 'portrait.read',
    answer: file('image/jpeg'),
    problems: [notRegistered, noPortrait],
    work: async ({ tx }) => {
      const record = await openOwnRecord(tx, needs, { act: 'portrait.read', payload: null });
      if (!record) return refused(notRegistered());
      return ok(
        afterCommit(async () => {
          const bytes = await portraitOf(record);
          return bytes ? ok({ bytes }) : refused(noPortrait());
        }),
      );
    },
  });

  route(app, needs, {
    ...own,
    id: 'getMyDocument',
    summary: { vi: 'Một văn bản đính kèm trong hồ sơ của tôi (PDF)', en: 'A document of my record (PDF)' },
    method: 'GET',
    path: '/api/v1/me/documents/:line',
    params: Type.Object({ line: DocumentLine }),
    read: 'document.read',
    answer: file('application/pdf'),
    problems: [notRegistered, documentUnknown, fieldNotVisible],
    work: async ({ tx, params: { line }, header }) => {
      const me = await enableOwnRecordPolicies(tx);
      if (!me) return refused(notRegistered());
      const found = await openDocument(tx, needs, me.personId, { roles: [OWN_ROLE], line, as: AS_ONESELF });
      if (!found.ok) return found;
      return ok(afterCommit(async () => ok(documentFile(await needs.blobs.get(found.value), line, header))));
    },
  });

  route(app, needs, {
    ...own,
    id: 'listMyReads',
    summary: { vi: 'Ai đã xem hồ sơ của tôi: khi nào, vai trò gì, vì sao', en: 'Who viewed me: when, in which role, of which agency, why' },
    method: 'GET',
    path: '/api/v1/me/reads',
    read: 'reads.read',
    answer: json(MyReads),
    problems: [notRegistered],
    work: async ({ tx, shows }) => {
      const me = await enableOwnRecordPolicies(tx);
      if (!me) return refused(notRegistered());
      const viewed = await viewedOf(tx, me.personId);
      await shows({ role: OWN_ROLE, bodyId: me.bodyId, objectId: me.personId });
      return ok(viewed);
    },
  });

  route(app, needs, {
    id: 'complainAboutReading',
    tag: 'own',
    summary: { vi: 'Khiếu nại một lượt xem hồ sơ của tôi', en: 'Complains about one reading of my record' },
    method: 'POST',
    path: '/api/v1/me/reads/:id/complaint',
    params: ById,
    body: ComplaintRequest,
    act: 'own.read',
    answer: json(ComplaintMade, 201),
    problems: [notRegistered, readingNotYours, complaintMade],
    work: async ({ tx, params: { id: eventId }, body: { reason } }) => {
      const me = await enableOwnRecordPolicies(tx);
      if (!me) return refused(notRegistered());
      return complainAbout(tx, needs, { eventId, personId: me.personId, reason, role: OWN_ROLE });
    },
  });

  ownCardRoutes(app, needs);
  ownAttestationRoutes(app, needs);
  ownValueReportRoutes(app, needs);
  ownConsentRoutes(app, needs);
  ownCvRoutes(app, needs);
  ownDeclarationRoutes(app, needs);
  ownDeclarationThreadRoutes(app, needs);
  ownEvidenceRoutes(app, needs);
  ownDataRequestRoutes(app, needs);
  ownIdentitySlipRoutes(app, needs);

  /** All of it, for the person alone; a reading of its own kind. */
  const everything = async (tx: Tx, format: 'json' | 'pdf') => {
    const record = await openOwnRecord(tx, needs, { act: 'export.made', payload: { format } });
    if (!record) return refused(notRegistered());
    const cards = await needs.cards.cardsOf(tx, record.personId);
    return ok({
      record,
      cards: [...(cards?.held ? [cards.held] : []), ...(cards?.beside ?? []), ...(cards?.ended ?? [])].map(cardShown),
      viewed: await viewedOf(tx, record.personId, Infinity),
      consents: await ownConsentsPage(tx, needs, await ownConsents(tx, null), needs.clock.today()),
      declarations: await declaredWhole(tx, needs),
      valueReports: await ownReportsWhole(tx, needs),
      dataRequests: await ownRequestsWhole(tx, needs),
      at: needs.clock.now(),
      demo: needs.demo,
    });
  };

  route(app, needs, {
    ...own,
    id: 'getMyData',
    summary: { vi: 'Toàn bộ dữ liệu của tôi, dạng máy đọc', en: 'My data whole, for machines' },
    method: 'GET',
    path: '/api/v1/me/data.json',
    read: 'export.made',
    answer: json(MyData),
    problems: [notRegistered],
    work: async ({ tx, header }) => {
      const mine = await everything(tx, 'json');
      if (!mine.ok) return mine;
      header('content-disposition', 'attachment; filename="du-lieu-cua-toi.json"');
      return ok(ownData(mine.value.record, mine.value));
    },
  });

  route(app, needs, {
    ...own,
    id: 'printMyForm',
    summary: { vi: 'Lý lịch của tôi theo mẫu, để in', en: 'My record on paper, in the items of a form' },
    method: 'GET',
    path: '/api/v1/me/forms/:form',
    params: Type.Object({ form: FormCodeShape }),
    read: 'export.made',
    answer: file('application/pdf'),
    problems: [notRegistered],
    work: async ({ tx, params: { form } }) => {
      const record = await openOwnRecord(tx, needs, { act: 'export.made', payload: { format: 'pdf', form } });
      if (!record) return refused(notRegistered());
      const print = { number: null, at: needs.clock.now(), demo: needs.demo };
      return ok(
        afterCommit(async () =>
          ok({ bytes: await formPaper(formOf(form), record, { ...print, portrait: await portraitOf(record) }), name: `${form}.pdf` }),
        ),
      );
    },
  });

  route(app, needs, {
    ...own,
    id: 'getMyDataPdf',
    summary: {
      vi: 'Dữ liệu của tôi để đọc, theo thứ tự mẫu 2C; không chính thức',
      en: 'My data to read, in the order of form 2C; unofficial',
    },
    method: 'GET',
    path: '/api/v1/me/data.pdf',
    read: 'export.made',
    answer: file('application/pdf'),
    problems: [notRegistered],
    work: async ({ tx }) => {
      const mine = await everything(tx, 'pdf');
      if (!mine.ok) return mine;
      return ok(
        afterCommit(async () =>
          ok({
            bytes: await ownPaper(mine.value.record, { ...mine.value, portrait: await portraitOf(mine.value.record) }),
            name: 'du-lieu-cua-toi.pdf',
          }),
        ),
      );
    },
  });
}

const personOf = (record: OwnRecord) => ({
  name: record.name,
  nationalIdMasked: maskedNumber(record),
  bodyName: record.bodyName,
  position: record.position,
  hasPortrait: record.portrait !== null,
  identityLocked: record.identityLocked,
  version: record.version,
});

const pageOf = (record: OwnRecord, group: OwnGroup) => ({
  ...summaryOf(group),
  bodyId: record.bodyId,
  bodyName: record.bodyName,
  kept: group.kept,
  source: group.source,
  validFrom: group.validFrom,
  fields: group.fields.map(hideField),
  sections: group.sections.map(hideInSection),
});

/** How many groups stand in each way. */
function countsOf(groups: readonly OwnGroup[]): Record<'confirmed' | 'waiting' | 'missing' | 'others', number> {
  const of = (...states: OwnGroup['state'][]): number => groups.filter((group) => states.includes(group.state)).length;
  const [confirmed, waiting, missing] = [of('confirmed'), of('waiting', 'returned'), of('missing')];
  return { confirmed, waiting, missing, others: groups.length - confirmed - waiting - missing };
}
