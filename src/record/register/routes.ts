/** Record page, unmasking, history, who viewed. Searching: `search-routes.ts`. */
import { Type } from 'typebox';
import type { FastifyInstance } from 'fastify';
import { readsOfPerson } from '#authority/audit/reads.ts';
import { afterCommit } from '#authority/access/frame.ts';
import { route } from '#authority/audit/route.ts';
import { rolesOver } from '#authority/access/request.ts';
import type { AccessAct } from '#authority/access/shapes.ts';
import { knownAtNotSettled } from '#base/database/problems.ts';
import type { BlobStore } from '#base/blob-store.ts';
import type { Database, Tx } from '#base/database/transaction.ts';
import { file, json } from '#base/http/answer.ts';
import { ById, Id, listOf } from '#base/http/shapes.ts';
import { ok, refused } from '#base/problem.ts';
import type { Result } from '#base/problem.ts';
import { LINE_ID_PATTERN } from '#standard/json-schema.ts';
import {
  dayNotValid,
  documentUnknown,
  fieldNotVisible,
  noPortrait,
  personNotFound,
  recordIsOpen,
  reopenedAlready,
  reopeningReason,
} from './problems.ts';
import { documentFile, openDocument } from './document.ts';
import { formRoutes } from './form-routes.ts';
import { openPortrait, portraitFile } from './portrait.ts';
import { fieldHistory, openRecord, unmaskField } from './read.ts';
import type { ReadNeeds } from './read.ts';
import { REOPENING_REASONS, reopenRecord } from './reopening.ts';
import { HistoryEntry, PersonReads, PersonRecord, ReopeningAnswer, Unmasked } from './shapes.ts';
import { searchRoutes } from './search-routes.ts';
import { standingsNow } from './standing.ts';
import { managedSubject, mergedInto, reachedSubject } from './reach.ts';
import type { Subject } from './reach.ts';
import { nameOf, subjectIdentityOf } from './store.ts';

export interface RegisterHttpNeeds extends ReadNeeds {
  readonly db: Database;
  readonly blobs: BlobStore;
  /** prints say that the data is invented */
  readonly demo: boolean;
  /** names of bodies today, for lists */
  readonly bodyNames: (tx: Tx, bodyIds: readonly string[]) => Promise<ReadonlyMap<string, string>>;
}

const AsOf = Type.Object({
  validOn: Type.Optional(Type.String({ maxLength: 10 })),
  knownAt: Type.Optional(Type.Integer({ minimum: 0, maximum: Number.MAX_SAFE_INTEGER })),
});
export const DocumentLine = Type.String({ pattern: LINE_ID_PATTERN });
const ByLine = Type.Object({ id: Id, line: DocumentLine });
const Field = Type.Object({ field: Type.String({ maxLength: 80 }) }, { additionalProperties: false });
const Reopen = Type.Object(
  { reason: Type.String({ maxLength: 40 }), note: Type.Optional(Type.String({ maxLength: 500 })) },
  { additionalProperties: false },
);

/** What a screen offers to do with a record, and with a record that the reader's own body manages. */
const ACTS_ON_RECORD: readonly AccessAct[] = ['record.unmask', 'record.history', 'card.read'];
const ACTS_OF_MANAGING: readonly AccessAct[] = [
  'record.reads',
  'record.reopen',
  'record.convert',
  'erasure.ask',
  'kept-apart.ask',
  'case.read',
  'case.ask',
];

export function registerRoutes(app: FastifyInstance, needs: RegisterHttpNeeds): void {
  searchRoutes(app, needs);
  formRoutes(app, needs);

  route(app, needs, {
    id: 'getPerson',
    tag: 'register',
    summary: { vi: 'Hồ sơ của một người vào một ngày', en: 'The record of a person on a day' },
    method: 'GET',
    path: '/api/v1/people/:id',
    params: ById,
    query: AsOf,
    act: 'record.read',
    subject: reached,
    read: 'record.read',
    purpose: 'CONSULT',
    answer: json(PersonRecord),
    problems: [personNotFound, dayNotValid, knownAtNotSettled],
    work: async ({ tx, actor, query: { validOn, knownAt }, subject, header, allowed }) => {
      const id = subject.personId;
      const page = await openRecord(tx, needs, id, { roles: rolesOver(actor, subject.bodyId), validOn, knownAt });
      if (!page.ok) return page;
      const names = await needs.bodyNames(tx, [page.value.bodyId]);
      const { standing } = (await standingsNow(tx, [id], page.value.bodyId)).get(id)!;
      const etag = `"${page.value.version}"`;
      header('etag', etag);
      return ok({
        ...page.value,
        bodyName: names.get(page.value.bodyId) ?? '',
        etag,
        closed: standing.closed,
        reach: { why: subject.why, until: subject.until },
        merged: await mergedInto(tx, id),
        reopeningReasons: Object.entries(REOPENING_REASONS).map(([code, label]) => ({ code, label })),
        may: allowed(subject.why === 'managing' ? [...ACTS_ON_RECORD, ...ACTS_OF_MANAGING] : ACTS_ON_RECORD, {
          bodyId: subject.bodyId,
          subjectIdentity: subject.identity,
        }),
      });
    },
  });

  route(app, needs, {
    id: 'getDocument',
    tag: 'register',
    summary: { vi: 'Một văn bản đính kèm của hồ sơ (PDF)', en: 'A document of a record (PDF)' },
    method: 'GET',
    path: '/api/v1/people/:id/documents/:line',
    params: ByLine,
    query: AsOf,
    act: 'record.unmask',
    subject: reached,
    read: 'document.read',
    purpose: 'CONSULT',
    answer: file('application/pdf'),
    problems: [personNotFound, fieldNotVisible, documentUnknown, dayNotValid, knownAtNotSettled],
    work: async ({ tx, actor, params: { line }, query, subject, header }) => {
      const found = await openDocument(tx, needs, subject.personId, { ...query, roles: rolesOver(actor, subject.bodyId), line });
      if (!found.ok) return found;
      return ok(afterCommit(async () => ok(documentFile(await needs.blobs.get(found.value), line, header))));
    },
  });

  // Of the sensitive fields: who may ask for a masked value may see it.
  route(app, needs, {
    id: 'getPortrait',
    tag: 'register',
    summary: { vi: 'Ảnh chân dung của một người vào một ngày (JPEG)', en: 'The portrait of a person on a day (JPEG)' },
    method: 'GET',
    path: '/api/v1/people/:id/portrait',
    params: ById,
    query: AsOf,
    act: 'record.unmask',
    subject: reached,
    read: 'portrait.read',
    purpose: 'CONSULT',
    answer: file('image/jpeg'),
    problems: [personNotFound, noPortrait, fieldNotVisible, dayNotValid, knownAtNotSettled],
    work: async ({ tx, actor, query, subject, header }) => {
      const jpeg = await openPortrait(tx, needs, subject.personId, { ...query, roles: rolesOver(actor, subject.bodyId) });
      return jpeg.ok ? ok(portraitFile(jpeg.value, header)) : jpeg;
    },
  });

  route(app, needs, {
    id: 'unmaskField',
    tag: 'register',
    summary: { vi: 'Một giá trị được che của hồ sơ, hiện rõ', en: 'One masked value of a record, in clear' },
    method: 'POST',
    path: '/api/v1/people/:id/unmask',
    params: ById,
    body: Field,
    act: 'record.unmask',
    subject: reached,
    read: 'record.unmasked',
    purpose: 'CONSULT',
    answer: json(Unmasked),
    problems: [personNotFound, fieldNotVisible],
    work: ({ tx, actor, body, subject }) => unmaskField(tx, needs, subject.personId, body.field, rolesOver(actor, subject.bodyId)),
  });

  route(app, needs, {
    id: 'getFieldHistory',
    tag: 'register',
    summary: { vi: 'Một trường của hồ sơ đã thay đổi ra sao', en: 'How one field of a record changed' },
    method: 'GET',
    path: '/api/v1/people/:id/history',
    params: ById,
    query: Field,
    act: 'record.history',
    subject: reached,
    read: 'record.history',
    purpose: 'CONSULT',
    answer: json(listOf(HistoryEntry)),
    problems: [personNotFound, fieldNotVisible],
    work: async ({ tx, actor, query, subject }) => {
      const moments = await fieldHistory(tx, needs, subject.personId, query.field, rolesOver(actor, subject.bodyId));
      return moments.ok ? ok({ items: moments.value, next: null }) : moments;
    },
  });

  route(app, needs, {
    id: 'reopenRecord',
    tag: 'register',
    summary: { vi: 'Mở lại một hồ sơ đã đóng cho một lần thay đổi', en: 'Opens a closed record for one change' },
    method: 'POST',
    path: '/api/v1/people/:id/reopenings',
    params: ById,
    body: Reopen,
    act: 'record.reopen',
    subject: async (asked) => {
      const person = await managed(asked);
      if (!person.ok) return person;
      const { personId, bodyId } = person.value;
      return ok({ personId, bodyId, identity: await subjectIdentityOf(asked.tx, personId, asked.actor.identity) });
    },
    answer: json(ReopeningAnswer, 201),
    problems: [personNotFound, recordIsOpen, reopenedAlready, reopeningReason],
    work: ({ tx, actor, subject, body: { reason, note } }) =>
      reopenRecord(tx, needs, { personId: subject.personId, reason, note: note ?? null, byAccount: actor.accountId }),
  });

  route(app, needs, {
    id: 'listReadsOfPerson',
    tag: 'register',
    summary: { vi: 'Ai đã xem hồ sơ của một người', en: 'Who viewed the record of a person' },
    method: 'GET',
    path: '/api/v1/people/:id/reads',
    params: ById,
    act: 'record.reads',
    subject: managed,
    read: 'reads.read',
    purpose: 'SUPERVISE',
    answer: json(PersonReads),
    problems: [personNotFound],
    work: async ({ tx, subject, shows, allowed }) => {
      const reads = await readsOfPerson(tx, subject.personId);
      await shows({ bodyId: subject.bodyId, objectId: subject.personId });
      const names = await needs.bodyNames(tx, [...new Set(reads.flatMap((read) => read.bodyId ?? []))]);
      return ok({
        // Whoever finds people by their name is told whose readings these are; nobody else.
        name: allowed(['record.search'], { bodyId: subject.bodyId }).length > 0 ? await nameOf(tx, subject.personId) : null,
        items: reads.map((read) => ({ ...read, bodyName: read.bodyId ? (names.get(read.bodyId) ?? '') : '' })),
      });
    },
  });
}

type OfAddress = { readonly tx: Tx; readonly params: { readonly id: string }; readonly query?: unknown };
type Found = Result<Subject>;
const found = (subject: Subject | null): Found => (subject ? ok(subject) : refused(personNotFound()));

const knownAtIn = (query: unknown): number | undefined =>
  typeof query === 'object' && query !== null && 'knownAt' in query && typeof query.knownAt === 'number' ? query.knownAt : undefined;

/** The person that an address names, by the body through which the session reaches them; E-PERSON-NOT-FOUND when it does not. */
const reached = async ({ tx, params, query }: OfAddress): Promise<Found> => found(await reachedSubject(tx, params.id, knownAtIn(query)));
/** The same by the body that manages them: what changes a record, or tells who viewed it, is that body's. */
const managed = async ({ tx, params }: OfAddress): Promise<Found> => found(await managedSubject(tx, params.id));
