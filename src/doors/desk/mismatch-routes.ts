/** The desk of mismatches over HTTP: the list, one with what was done, the values of the population database, and every act. Decision 0043. */
import { Type } from 'typebox';
import type { FastifyInstance } from 'fastify';
import { bodiesFor } from '#authority/access/decide.ts';
import { afterCommit } from '#authority/access/frame.ts';
import type { AskedOf } from '#authority/access/frame.ts';
import { rolesOver } from '#authority/access/request.ts';
import { May } from '#authority/access/shapes.ts';
import type { AccessAct, Actor } from '#authority/access/shapes.ts';
import { route } from '#authority/audit/route.ts';
import { decodeCursor, encodeCursor } from '#base/cursor.ts';
import type { Tx } from '#base/database/transaction.ts';
import { empty, json } from '#base/http/answer.ts';
import { Bilingual, Id, oneOf, orNull, pageOf } from '#base/http/shapes.ts';
import { ok, refused } from '#base/problem.ts';
import type { Bilingual as Words, Result } from '#base/problem.ts';
import { statedIdentity } from '#record/intake/stated-identity.ts';
import { MISMATCH_ACTS, actOnMismatch } from '#record/matching/mismatch.ts';
import {
  MISMATCH_SORTS,
  actsOfMismatch,
  bodiesOfMismatches,
  countMismatches,
  mismatchOfficers,
  mismatchPage,
  readMismatch,
} from '#record/matching/mismatch-store.ts';
import type { Mismatch, MismatchFilter } from '#record/matching/mismatch-store.ts';
import type { Officer } from '#record/matching/port.ts';
import { mismatchGone, populationNotNow } from '#record/matching/problems.ts';
import { lookUpNow } from '#record/matching/run.ts';
import type { MatchNeeds } from '#record/matching/run.ts';
import { MISMATCH_LEVELS } from '#record/matching/shapes.ts';
import type { StatedIdentity } from '#record/matching/shapes.ts';
import { wordsFor } from '#record/register/visibility.ts';
import { fieldLabel, fieldWords } from './comparison.ts';
import type { DeskNeeds } from './needs.ts';

export interface MismatchNeeds extends DeskNeeds {
  readonly matching: MatchNeeds;
  /** under which name the source knows an officer who looks for themselves */
  readonly populationOfficerOf: (tx: Tx, officer: { readonly accountId: string; readonly bodyId: string }) => Promise<Result<Officer>>;
}

/** What a screen offers: the work of the desk, and the way to the comparison, where values are returned. */
const ACTS: readonly AccessAct[] = ['mismatch.work', 'item.read', 'item.return'];

const Text = Type.String();
const Level = Type.Enum([...MISMATCH_LEVELS], { title: 'MismatchLevel' });
const ROW = {
  submissionId: Text,
  personId: Text,
  name: Text,
  bodyName: Text,
  uploadNumber: Text,
  level: Level,
  /** fields that differ, or that were not found */
  fields: Type.Array(Bilingual),
  foundAt: Text,
  dueOn: Text,
  overdue: Type.Boolean(),
  assignedTo: orNull(Text),
  /** mine: the reader works on it */
  own: Type.Boolean(),
  may: May,
};
const MismatchRow = Type.Object(ROW, { title: 'MismatchRow' });
const MismatchList = Type.Object(
  {
    items: Type.Array(MismatchRow),
    total: Type.Integer(),
    bodies: Type.Array(Type.Object({ id: Text, name: Text })),
    next: orNull(Text),
  },
  { title: 'MismatchList' },
);
const ComparedField = Type.Object({ field: Text, label: Bilingual, level: Text, value: orNull(Bilingual) }, { title: 'ComparedField' });
const OneMismatch = Type.Object(
  {
    ...ROW,
    /** what the agency sent, as far as the reader's role sees it */
    sent: Type.Array(ComparedField),
    officers: Type.Array(Type.Object({ id: Text, name: Text })),
    acts: Type.Array(
      Type.Object({
        act: oneOf(['found', 'assigned', 'released', 'commented', 'person-told', 'asked-again', 'matched']),
        byName: orNull(Text),
        at: Text,
        note: orNull(Text),
      }),
    ),
  },
  { title: 'OneMismatch' },
);
/** What the population database says now; `found` false: it knows nobody of the number. Kept nowhere. */
const PopulationValues = Type.Object(
  { found: Type.Boolean(), values: Type.Array(Type.Object({ field: Text, value: orNull(Bilingual) })) },
  { title: 'PopulationValues' },
);

const PAGE_ROWS_MAX = 100;
const Query = Type.Object({
  ...pageOf(PAGE_ROWS_MAX),
  level: Type.Optional(oneOf([...MISMATCH_LEVELS])),
  body: Type.Optional(Id),
  assigned: Type.Optional(oneOf(['me', 'nobody'])),
  overdue: Type.Optional(Type.Boolean()),
  sort: Type.Optional(oneOf([...MISMATCH_SORTS])),
});
const Params = Type.Object({ submissionId: Id, personId: Id });
const Act = Type.Object(
  { act: oneOf([...MISMATCH_ACTS]), officer: Type.Optional(Id), note: Type.Optional(Type.String({ maxLength: 1000 })) },
  { additionalProperties: false },
);

/** Fields that are compared, in the order in which they are shown; the values of a question by field. */
const valuesOf = (one: Omit<StatedIdentity, 'nationalId'> & { readonly nationalId: string }): Readonly<Record<string, unknown>> => ({
  soDinhDanh: one.nationalId,
  hoTenKhaiSinh: one.name,
  ngaySinh: one.birth,
  gioiTinh: one.sex,
  danToc: one.ethnicity,
});
const FIELDS = ['soDinhDanh', 'hoTenKhaiSinh', 'ngaySinh', 'gioiTinh', 'danToc'] as const;

/** As far as the roles of the reader over this body see it: the same as before a decision. */
const shownTo = (actor: Actor, bodyId: string, field: string, value: unknown): Words | null =>
  value === '' || value === undefined
    ? null
    : wordsFor(fieldWords(field, value), field, { roles: rolesOver(actor, bodyId), unmasked: new Set(), purpose: 'CONFIRM' });

export function mismatchRoutes(app: FastifyInstance, needs: MismatchNeeds): void {
  const rowOf = (one: Mismatch, bodyName: string, actor: Actor, allowed: AskedOf['allowed']) => ({
    submissionId: one.submissionId,
    personId: one.personId,
    name: one.name,
    bodyName,
    uploadNumber: one.uploadNumber,
    level: one.level,
    fields: Object.entries(one.fields).flatMap(([field, level]) => (level === 'KHOP' || level === 'CHUA' ? [] : [fieldLabel(field)])),
    foundAt: one.foundAt,
    dueOn: one.dueOn,
    overdue: one.dueOn < needs.clock.today(),
    assignedTo: one.assignedTo === null ? null : (one.assignedName ?? ''),
    own: one.assignedTo === actor.accountId,
    may: allowed(ACTS, { bodyId: one.bodyId }),
  });
  route(app, needs, {
    id: 'listMismatches',
    tag: 'confirmation',
    summary: { vi: 'Người sai lệch với CSDL dân cư, chờ xử lý', en: 'People whom the population database knows otherwise' },
    method: 'GET',
    path: '/api/v1/mismatches',
    query: Query,
    act: 'mismatch.work',
    read: 'mismatch.listed',
    purpose: 'MATCH',
    answer: json(MismatchList),
    work: async ({ tx, actor, query, allowed, shows }) => {
      const limit = query.limit ?? 50;
      const mine = bodiesFor(actor, 'mismatch.work');
      const everyone: MismatchFilter = { bodyIds: mine, level: null, body: null, assigned: null, dueBefore: null };
      const filter: MismatchFilter = {
        bodyIds: mine,
        level: query.level ?? null,
        body: query.body ?? null,
        assigned: query.assigned === 'me' ? actor.accountId : (query.assigned ?? null),
        dueBefore: query.overdue === true ? needs.clock.today() : null,
      };
      const rows = await mismatchPage(tx, filter, {
        sort: query.sort ?? 'due',
        after: decodeCursor(query.cursor, ['text', 'uuid', 'uuid']),
        limit: limit + 1,
      });
      const page = rows.slice(0, limit);
      const { count } = await countMismatches(tx, filter);
      const bodies = await bodiesOfMismatches(tx, everyone);
      const names = await needs.bodyNames(tx, [...new Set([...bodies, ...page.map((one) => one.bodyId)])]);
      await shows({ bodyId: null, objectId: null, listed: [...new Set(page.map((one) => one.personId))] });
      const last = page.at(-1);
      return ok({
        items: page.map((one) => rowOf(one, names.get(one.bodyId) ?? '', actor, allowed)),
        total: count,
        bodies: bodies.map((id) => ({ id, name: names.get(id) ?? '' })),
        next: rows.length > limit && last ? encodeCursor([last.key, last.submissionId, last.personId]) : null,
      });
    },
  });

  const oneMismatch = async ({
    tx,
    params,
  }: {
    readonly tx: Tx;
    readonly params: { readonly submissionId: string; readonly personId: string };
  }) => {
    const one = await readMismatch(tx, params);
    return one?.waits ? ok({ bodyId: one.bodyId, one }) : refused(mismatchGone());
  };

  route(app, needs, {
    id: 'getMismatch',
    tag: 'confirmation',
    summary: { vi: 'Một người sai lệch: giá trị cơ quan gửi, các việc đã làm', en: 'One mismatch: what was sent, what was done' },
    method: 'GET',
    path: '/api/v1/mismatches/:submissionId/:personId',
    params: Params,
    act: 'mismatch.work',
    subject: oneMismatch,
    read: 'mismatch.read',
    purpose: 'MATCH',
    answer: json(OneMismatch),
    problems: [mismatchGone],
    work: async ({ tx, actor, params, allowed, shows, subject: { one, bodyId } }) => {
      const stated = await statedIdentity(tx, needs.keys, params.submissionId, params.personId);
      const values = stated ? valuesOf(stated) : {};
      const names = await needs.bodyNames(tx, [bodyId]);
      await shows({ bodyId, objectId: params.personId, payload: { submissionId: params.submissionId } });
      return ok({
        ...rowOf(one, names.get(bodyId) ?? '', actor, allowed),
        sent: FIELDS.map((field) => ({
          field,
          label: fieldLabel(field),
          level: one.fields[field] ?? 'CHUA',
          value: shownTo(actor, bodyId, field, values[field]),
        })),
        officers: (await mismatchOfficers(tx, bodyId)).map(({ accountId, name }) => ({ id: accountId, name })),
        acts: [...(await actsOfMismatch(tx, needs.keys, params))],
      });
    },
  });

  route(app, needs, {
    id: 'lookUpMismatch',
    tag: 'confirmation',
    summary: { vi: 'Giá trị hiện có trong CSDL dân cư của một người sai lệch', en: 'What the population database says of a mismatch now' },
    method: 'POST',
    path: '/api/v1/mismatches/:submissionId/:personId/population',
    params: Params,
    bodyOptional: true,
    act: 'mismatch.work',
    subject: oneMismatch,
    read: 'population.read',
    purpose: 'MATCH',
    answer: json(PopulationValues),
    problems: [mismatchGone, populationNotNow],
    work: async ({ tx, actor, params, shows, subject: { bodyId } }) => {
      const stated = await statedIdentity(tx, needs.keys, params.submissionId, params.personId);
      if (!stated) return refused(mismatchGone());
      const officer = await needs.populationOfficerOf(tx, { accountId: actor.accountId, bodyId });
      if (!officer.ok) return officer;
      await shows({ bodyId, objectId: params.personId, payload: { submissionId: params.submissionId, fields: FIELDS } });
      const { marks: _marks, ...question } = stated;
      return ok(
        afterCommit(async () => {
          const answer = await lookUpNow(needs.matching, question, officer.value);
          if (answer?.kind !== 'found' && answer?.kind !== 'not-found') return refused(populationNotNow());
          const values = answer.kind === 'found' ? valuesOf(answer.citizen) : null;
          return ok({
            found: values !== null,
            values: values ? FIELDS.map((field) => ({ field, value: shownTo(actor, bodyId, field, values[field]) })) : [],
          });
        }),
      );
    },
  });

  route(app, needs, {
    id: 'actOnMismatch',
    tag: 'confirmation',
    summary: {
      vi: 'Giao, ghi ý kiến, báo người đó, hoặc đối soát lại',
      en: 'Assigns, comments, notes that the person was told, or asks again',
    },
    method: 'POST',
    path: '/api/v1/mismatches/:submissionId/:personId/acts',
    params: Params,
    body: Act,
    act: 'mismatch.work',
    subject: oneMismatch,
    answer: empty,
    problems: [mismatchGone],
    work: ({ tx, actor, params, body }) => actOnMismatch(tx, needs, actor, params, body),
  });
}
