/** Searching people over HTTP: a page of hits, how many there are, what can be chosen from. Nothing of a person in an address: a search is a POST. */
import { Type } from 'typebox';
import type { FastifyInstance } from 'fastify';
import { recordAct } from '#authority/audit/record.ts';
import { route } from '#authority/audit/route.ts';
import { nobody } from '#authority/access/frame.ts';
import type { AccessAct } from '#authority/access/shapes.ts';
import { decodeCursor, encodeCursor } from '#base/cursor.ts';
import { json } from '#base/http/answer.ts';
import { listOf, oneOf, pageOf } from '#base/http/shapes.ts';
import { ok } from '#base/problem.ts';
import { entriesAt } from '#standard/code-lists.ts';
import { FIELDS, GROUPS } from '#standard/dictionary.ts';
import { filterNotSeen } from './problems.ts';
import type { RegisterHttpNeeds } from './routes.ts';
import { COUNTED_MAX, countPeople, HIT_SORTS, searchNearNames, searchPeople } from './search.ts';
import type { HitColumn } from './search.ts';
import { Counted, Hit, SearchChoices } from './shapes.ts';
import { WANTED, fieldAt, shownHit, withinOf } from './search-wanted.ts';

const CountBody = Type.Object(WANTED, { additionalProperties: false });
const SearchBody = Type.Object(
  { ...WANTED, nationalId: Type.Optional(Type.String({ maxLength: 20 })), sort: Type.Optional(oneOf([...HIT_SORTS])), ...pageOf(100) },
  { additionalProperties: false },
);
/** What a screen offers to do with somebody found. */
const ACTS_ON_HIT: readonly AccessAct[] = ['record.read', 'record.reads'];

export function searchRoutes(app: FastifyInstance, needs: RegisterHttpNeeds): void {
  route(app, needs, {
    id: 'searchPeople',
    tag: 'register',
    summary: {
      vi: 'Tìm người theo tên, số định danh, cơ quan, chức vụ, vị trí việc làm, ngạch, trạng thái …',
      en: 'Searches people by name, number, agency, post, job title, grade, status …',
    },
    method: 'POST',
    path: '/api/v1/people/search',
    body: SearchBody,
    act: 'record.search',
    subject: async ({ body }) => ok({ bodyId: body.bodyId ?? null }),
    read: 'record.searched',
    purpose: 'CONSULT',
    settled: true,
    answer: json(listOf(Hit)),
    problems: [filterNotSeen],
    work: async ({ tx, far, actor, body, shows, allowed }) => {
      const limit = body.limit ?? 20;
      const within = await withinOf(far, actor, body);
      if (!within.ok) return within;
      const after = decodeCursor(body.cursor, ['text', 'uuid']);
      const request = { ...body, within: within.value };
      const asTyped = await searchPeople(far, needs.keys, { ...request, limit: limit + 1, after });
      const isNear = asTyped.length === 0 && after === null && body.nationalId === undefined;
      const hits = isNear ? await searchNearNames(far, needs.keys, { ...request, limit }) : asTyped;
      const page = hits.slice(0, limit);
      const names = await needs.bodyNames(far, [...new Set(page.map((hit) => hit.bodyId))]);
      // A number that finds nobody shows nobody: it is no viewing, and stands in the log all the same.
      if (body.nationalId !== undefined && page.length === 0)
        await recordAct(tx, needs, {
          act: 'lookup.empty',
          purpose: 'CONSULT',
          bodyId: body.bodyId ?? actor.grants[0]?.bodyId ?? null,
          objectId: null,
          payload: { number: needs.keys.nationalIdHash(body.nationalId.trim()).toString('hex') },
        });
      await shows({
        bodyId: body.bodyId ?? null,
        objectId: null,
        listed: page.map((hit) => hit.personId),
        payload: { request: { ...body, nationalId: undefined, cursor: undefined } },
      });
      const last = page.at(-1);
      return ok({
        items: page.map((hit) => ({
          ...shownHit(hit, actor),
          bodyName: names.get(hit.bodyId) ?? '',
          isNear,
          may: allowed(ACTS_ON_HIT, { bodyId: hit.byBody }),
        })),
        next: hits.length > limit && last ? encodeCursor([last.sortKey, last.personId]) : null,
      });
    },
  });

  route(app, needs, {
    id: 'countPeople',
    tag: 'register',
    summary: { vi: 'Tra cứu như vậy có bao nhiêu người', en: 'How many people such a search finds' },
    method: 'POST',
    path: '/api/v1/people/search/count',
    body: CountBody,
    act: 'record.search',
    subject: async ({ body }) => ok({ bodyId: body.bodyId ?? null }),
    read: 'record.searched',
    purpose: 'CONSULT',
    settled: true,
    answer: json(Counted),
    problems: [filterNotSeen],
    work: async ({ far, actor, body, shows }) => {
      const within = await withinOf(far, actor, body);
      if (!within.ok) return within;
      const people = await countPeople(far, { ...body, within: within.value });
      // A figure names nobody; that somebody asked for it stands in the log, for a figure of one tells of one.
      await shows({ bodyId: body.bodyId ?? null, objectId: null, listed: [], payload: { counted: body } });
      return ok({ people: Math.min(people, COUNTED_MAX), isMore: people > COUNTED_MAX });
    },
  });

  route(app, needs, {
    id: 'listSearchChoices',
    tag: 'register',
    summary: { vi: 'Danh mục để lọc khi tra cứu', en: 'Lists to filter a search by' },
    method: 'GET',
    path: '/api/v1/people/search-choices',
    act: 'record.search',
    read: nobody('entries of lists'),
    answer: json(SearchChoices),
    work: async ({ actor }) => {
      const entries = (column: HitColumn) => {
        const field = FIELDS.find(({ key }) => key === fieldAt(column))!;
        const lists = 'codeLists' in field.kind ? field.kind.codeLists : [];
        return lists.flatMap((list) =>
          entriesAt(list, actor.on).map(({ code, name, nameEn }) => ({ code, name: { vi: name, en: nameEn ?? name } })),
        );
      };
      return ok({
        kinds: entries('employee_kind'),
        statuses: entries('work_status'),
        grades: entries('grade'),
        groups: GROUPS.map(({ code, title }) => ({ code, name: title })),
      });
    },
  });
}
