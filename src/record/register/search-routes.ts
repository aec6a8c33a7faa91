/** Searching people over HTTP: a page of hits, how many there are, what can be chosen from. Nothing of a person in an address: a search is a POST. */
import { Type } from 'typebox';
import type { Static } from 'typebox';
import type { FastifyInstance } from 'fastify';
import { recordAct } from '#authority/audit/record.ts';
import { route } from '#authority/audit/route.ts';
import { grantsThatMay } from '#authority/access/decide.ts';
import { nobody } from '#authority/access/frame.ts';
import type { AccessAct, Actor } from '#authority/access/shapes.ts';
import { rolesOver } from '#authority/access/request.ts';
import { subtree } from '#authority/organisations/store.ts';
import { decodeCursor, encodeCursor } from '#base/cursor.ts';
import type { Tx } from '#base/database/transaction.ts';
import { json } from '#base/http/answer.ts';
import { listOf, oneOf, pageOf } from '#base/http/shapes.ts';
import { ok, refused } from '#base/problem.ts';
import type { Bilingual, Result } from '#base/problem.ts';
import { entriesAt } from '#standard/code-lists.ts';
import { FIELDS, GROUPS } from '#standard/dictionary.ts';
import { HOT_COLUMNS } from '#standard/hot-columns.ts';
import { printValue } from '#standard/print.ts';
import { filterNotSeen } from './problems.ts';
import type { RegisterHttpNeeds } from './routes.ts';
import { COUNTED_MAX, countPeople, HIT_SORTS, searchNearNames, searchPeople } from './search.ts';
import type { Hit as FoundHit, HitColumn } from './search.ts';
import { Counted, Hit, SearchChoices } from './shapes.ts';
import { seenAt } from './visibility.ts';

const Code = Type.String({ minLength: 1, maxLength: 40 });
const WANTED = {
  name: Type.Optional(Type.String({ maxLength: 100 })),
  bodyId: Type.Optional(Type.String({ format: 'uuid' })),
  /** with the bodies below it */
  below: Type.Optional(Type.Boolean()),
  /** words of a post, of a grade or professional title, or of a job's title; or a code of a post or grade */
  title: Type.Optional(Type.String({ maxLength: 100 })),
  kind: Type.Optional(Code),
  status: Type.Optional(Code),
  grade: Type.Optional(Code),
  match: Type.Optional(Code),
  /** code of a group of which nothing is known */
  missing: Type.Optional(oneOf(GROUPS.map(({ code }) => code))),
  unconfirmed: Type.Optional(Type.Literal(true)),
  card: Type.Optional(Type.Boolean()),
};
const CountBody = Type.Object(WANTED, { additionalProperties: false });
const SearchBody = Type.Object(
  { ...WANTED, nationalId: Type.Optional(Type.String({ maxLength: 20 })), sort: Type.Optional(oneOf([...HIT_SORTS])), ...pageOf(100) },
  { additionalProperties: false },
);
type Wanted = Static<typeof CountBody> & { readonly sort?: (typeof HIT_SORTS)[number] | undefined };

const fieldAt = (column: HitColumn): string => HOT_COLUMNS.find((one) => one.column === column)!.field;
/** What must be seen of somebody by whoever asks for it: the fields that a condition tells of. Conditions on the record as a whole tell as much as a post does. */
const FIELDS_OF = {
  title: [fieldAt('position'), fieldAt('grade'), fieldAt('job_title')],
  kind: [fieldAt('employee_kind')],
  status: [fieldAt('work_status')],
  grade: [fieldAt('grade')],
  match: [fieldAt('position')],
  missing: [fieldAt('position')],
  unconfirmed: [fieldAt('position')],
  card: [fieldAt('position')],
} as const satisfies Partial<Record<keyof Wanted, readonly string[]>>;
const FIELDS_OF_SORT = { name: [], birth: ['ngaySinh'], grade: FIELDS_OF.grade } as const;

const clear = (field: string, roles: readonly string[]): boolean => seenAt(field, { roles, unmasked: new Set() }) === 'clear';
const labelOf = (field: string): Bilingual => FIELDS.find(({ key }) => key === field)!.label;

/**
 * Within which bodies is searched; null: all that the session reaches. A condition finds nobody of a body where no role of the session sees what it
 * tells of. E-SEARCH-FIELD-NOT-SEEN where that is so everywhere.
 */
async function withinOf(tx: Tx, actor: Actor, wanted: Wanted): Promise<Result<readonly string[] | null>> {
  const asked = [
    ...Object.entries(FIELDS_OF).flatMap(([name, fields]) => (wanted[name as keyof typeof FIELDS_OF] === undefined ? [] : fields)),
    ...FIELDS_OF_SORT[wanted.sort ?? 'name'],
  ];
  const grants = grantsThatMay(actor, 'record.search');
  const seeing = grants.filter(({ role }) => asked.every((field) => clear(field, [role])));
  if (seeing.length === 0) {
    const hidden = asked.find((field) => !grants.some(({ role }) => clear(field, [role])));
    if (hidden !== undefined) return refused(filterNotSeen({ field: labelOf(hidden) }));
  }
  const where = wanted.bodyId === undefined ? null : wanted.below ? await subtree(tx, wanted.bodyId, actor.on) : [wanted.bodyId];
  if (seeing.length === grants.length) return ok(where);
  const seen = new Set(seeing.flatMap(({ bodyIds }) => bodyIds));
  return ok(where === null ? [...seen] : where.filter((bodyId) => seen.has(bodyId)));
}

/** A code of a column as people read it; a code that no list knows is shown as it is. */
function wordsOf(column: HitColumn, code: string | null): Bilingual | null {
  const field = FIELDS.find(({ key }) => key === fieldAt(column))!;
  return code === null ? null : printValue(field.kind, code);
}

function shownHit({ sortKey: _key, byBody, bodyId: _body, of, ...hit }: FoundHit, actor: Actor) {
  const roles = rolesOver(actor, byBody);
  const shown = (column: HitColumn): string | null => (clear(fieldAt(column), roles) ? of[column] : null);
  return {
    ...hit,
    birth: clear('ngaySinh', roles) ? hit.birth : null,
    post: wordsOf('position', shown('position')),
    jobTitle: shown('job_title'),
    grade: wordsOf('grade', shown('grade')),
    kind: wordsOf('employee_kind', shown('employee_kind')),
    status: wordsOf('work_status', shown('work_status')),
    match: clear(fieldAt('position'), roles) ? hit.match : null,
  };
}

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
    answer: json(listOf(Hit)),
    problems: [filterNotSeen],
    work: async ({ tx, actor, body, shows, allowed }) => {
      const limit = body.limit ?? 20;
      const within = await withinOf(tx, actor, body);
      if (!within.ok) return within;
      const after = decodeCursor(body.cursor, ['text', 'uuid']);
      const request = { ...body, within: within.value };
      const asTyped = await searchPeople(tx, needs.keys, { ...request, limit: limit + 1, after });
      const isNear = asTyped.length === 0 && after === null && body.nationalId === undefined;
      const hits = isNear ? await searchNearNames(tx, needs.keys, { ...request, limit }) : asTyped;
      const page = hits.slice(0, limit);
      const names = await needs.bodyNames(tx, [...new Set(page.map((hit) => hit.bodyId))]);
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
        payload: { request: { ...body, cursor: undefined } },
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
    answer: json(Counted),
    problems: [filterNotSeen],
    work: async ({ tx, actor, body, shows }) => {
      const within = await withinOf(tx, actor, body);
      if (!within.ok) return within;
      const people = await countPeople(tx, { ...body, within: within.value });
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
