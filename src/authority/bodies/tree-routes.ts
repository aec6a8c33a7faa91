/** Reads of bodies: one level of the tree, what is found by a name or a code, one body with all its days, its history. They name no person. */
import { Type } from 'typebox';
import type { FastifyInstance } from 'fastify';
import { nobody } from '#authority/access/frame.ts';
import type { AskedOf } from '#authority/access/frame.ts';
import { notWithinReach } from '#authority/access/problems.ts';
import { route } from '#authority/audit/route.ts';
import { aboveOn, bodySearch, historyOf, levelOf, lifeOfBody, nodesOn } from '#authority/organisations/find-bodies.ts';
import type { HistoryEntry } from '#authority/organisations/find-bodies.ts';
import { CHILDREN_ON_PAGE, CHANGES_ON_PAGE } from '#authority/organisations/limits.ts';
import { OPEN_END } from '#authority/organisations/pieces.ts';
import { ATTRIBUTE_LISTS } from '#authority/organisations/operations.ts';
import { bodyNames, linksOf } from '#authority/organisations/store.ts';
import type { PlainDate } from '#base/clock.ts';
import { decodeCursor, encodeCursor } from '#base/cursor.ts';
import { knownAtNotSettled } from '#base/database/problems.ts';
import { settledPoint } from '#base/database/settled.ts';
import type { Tx } from '#base/database/transaction.ts';
import { json } from '#base/http/answer.ts';
import { ById, pageOf } from '#base/http/shapes.ts';
import { ok, refused } from '#base/problem.ts';
import type { Bilingual } from '#base/problem.ts';
import { codeList, entriesAt } from '#standard/code-lists.ts';
import { linesOf } from './change-lines.ts';
import type { BodyNeeds } from './needs.ts';
import { BodyPage, Day, FoundBodies, HistoryShape, KnownAt, TreeLevel } from './shapes.ts';

const PUBLIC = nobody('the public tree of bodies');
const AsOf = { on: Type.Optional(Day), knownAt: Type.Optional(KnownAt) };

export const until = (to: PlainDate): PlainDate | null => (to === OPEN_END ? null : to);

/** The word of a list for a code on a day; the code itself where the list does not have it. */
export function entryName(list: string, code: string, on: PlainDate): Bilingual {
  const entries = codeList(list).entries.filter((entry) => entry.code === code);
  const entry = entries.find(({ validFrom, validTo }) => (validFrom ?? '') <= on && (validTo === null || on < validTo)) ?? entries[0];
  return { vi: entry?.name ?? code, en: entry?.nameEn ?? entry?.name ?? code };
}

export function treeRoutes(app: FastifyInstance, needs: BodyNeeds): void {
  const search = bodySearch();
  const today = (): PlainDate => needs.clock.today();

  route(app, needs, {
    id: 'getTreeLevel',
    tag: 'bodies',
    summary: { vi: 'Một cấp của cây cơ quan', en: 'One level of the tree of agencies' },
    method: 'GET',
    path: '/api/v1/bodies/level',
    query: Type.Object({ of: Type.Optional(Type.String({ format: 'uuid' })), ...AsOf, ...pageOf(CHILDREN_ON_PAGE) }),
    act: 'bodies.read',
    read: PUBLIC,
    answer: json(TreeLevel),
    problems: [knownAtNotSettled],
    work: async ({ tx, query }) => {
      const point = await settledPoint(tx, query.knownAt);
      if (!point.ok) return point;
      const limit = query.limit ?? CHILDREN_ON_PAGE;
      const on = query.on ?? today();
      const after = decodeCursor(query.cursor, ['text', 'uuid']);
      const found = await levelOf(tx, query.of ?? null, { on, knownAt: query.knownAt, after, limit: limit + 1 });
      const items = found.slice(0, limit);
      const last = items.at(-1);
      return ok({
        items,
        next: found.length > limit && last ? encodeCursor([last.name, last.id]) : null,
        validOn: on,
        knownAt: query.knownAt ?? null,
      });
    },
  });

  route(app, needs, {
    id: 'findBodies',
    tag: 'bodies',
    summary: { vi: 'Tìm cơ quan theo tên hoặc mã, nay và trước đây', en: 'Finds agencies by name or code, of today and of before' },
    method: 'GET',
    path: '/api/v1/bodies/found',
    query: Type.Object({
      q: Type.String({ minLength: 1, maxLength: 200 }),
      limit: Type.Optional(Type.Integer({ minimum: 1, maximum: 50 })),
    }),
    act: 'bodies.read',
    read: PUBLIC,
    answer: json(FoundBodies),
    work: async ({ tx, query }) => {
      const found = await search(tx, query.q, query.limit ?? 20);
      const ids = found.map(({ bodyId }) => bodyId);
      const nodes = new Map((await nodesOn(tx, ids, today())).map((node) => [node.id, node]));
      const names = await bodyNames(tx, ids, OPEN_END);
      const parents = await bodyNames(tx, [...new Set([...nodes.values()].flatMap(({ parentId }) => parentId ?? []))], today());
      return ok({
        items: found.map(({ bodyId, by, from, to }) => {
          const node = nodes.get(bodyId);
          return {
            id: bodyId,
            name: node?.name ?? names.get(bodyId) ?? by,
            code: node?.code ?? '',
            standing: node?.standing ?? 'none',
            above: node?.parentId ? (parents.get(node.parentId) ?? null) : null,
            by,
            from,
            until: until(to),
            stands: node !== undefined,
          };
        }),
        next: null,
      });
    },
  });

  route(app, needs, {
    id: 'getBody',
    tag: 'bodies',
    summary: {
      vi: 'Một cơ quan: vào một ngày, theo hiểu biết lúc nào, và mọi giai đoạn',
      en: 'One agency: on a day, as known at a point, and all its days',
    },
    method: 'GET',
    path: '/api/v1/bodies/:id',
    params: ById,
    query: Type.Object(AsOf),
    act: 'bodies.read',
    read: PUBLIC,
    answer: json(BodyPage),
    problems: [notWithinReach, knownAtNotSettled],
    work: async ({ tx, params: { id }, query, refusalOf }) => {
      const on = query.on ?? today();
      const point = await settledPoint(tx, query.knownAt);
      if (!point.ok) return point;
      const life = await lifeOfBody(tx, id, query.knownAt);
      if (life.names.length === 0) return refused(notWithinReach());
      return ok(await bodyPage(tx, { id, on, knownAt: query.knownAt, life, refusalOf }));
    },
  });

  route(app, needs, {
    id: 'getBodyHistory',
    tag: 'bodies',
    summary: { vi: 'Các thay đổi của một cơ quan', en: 'The changes of an agency' },
    method: 'GET',
    path: '/api/v1/bodies/:id/changes',
    params: ById,
    act: 'bodies.read',
    read: nobody('changes of a body; names of administrators only to who administers them'),
    answer: json(HistoryShape),
    work: async ({ tx, params: { id } }) => {
      const entries = await historyOf(tx, id, CHANGES_ON_PAGE);
      const ids = entries.flatMap(({ operations }) =>
        operations.flatMap((one) => ('parentId' in one ? [one.parentId, one.bodyId] : [one.bodyId])),
      );
      const names = await bodyNames(tx, [...new Set([id, ...ids])], OPEN_END);
      return ok({ items: entries.map((entry) => historyEntry(id, entry, names)), next: null });
    },
  });
}

/** The decision in a line: its number, day and issuer, as far as they are known. */
const decisionLine = ({ decision }: HistoryEntry): string | null => {
  if (decision.number !== undefined)
    return `${decision.number}, ${decision.day?.split('-').reverse().join('/') ?? ''}, ${decision.issuedBy ?? ''}`;
  return decision.so ?? null;
};

function historyEntry(id: string, entry: HistoryEntry, names: ReadonlyMap<string, string>) {
  // What it was before is told by the row of history below: here the tree of now says how bodies are called.
  const registry = new Map([...names].map(([id, name]) => [id, namedAlone(name)]));
  return {
    id: entry.id,
    kind: entry.kind,
    on: entry.on,
    decision: decisionLine(entry),
    lines: [
      ...linesOf(registry, entry.operations, entry.on, CHANGES_ON_PAGE).map((line) => ({
        ...line,
        before: line.kind === 'take-code' || line.kind === 'end' ? line.before : null,
      })),
      ...entry.contact.map(({ part, before, after }) => ({
        kind: `contact-${part}` as const,
        body: { id, name: names.get(id) ?? '' },
        before,
        after,
        uncertain: null,
      })),
    ],
    knownAt: entry.tx,
    decidedAt: entry.decidedAt,
    madeBy: entry.madeBy,
    decidedBy: entry.decidedBy,
    hasFile: entry.hasFile,
  };
}

const namedAlone = (name: string) => ({
  versions: [
    {
      from: '0001-01-01',
      to: OPEN_END,
      parentId: null,
      managingId: '',
      name,
      shortName: null,
      kind: '',
      level: '',
      source: '',
      confidence: '',
    },
  ],
  codes: [],
  attributes: [],
  posts: [],
});

/** The lists that changes name entries of. */
const CHOSEN_FROM = { bodyKind: 'loai_co_quan', level: 'cap_co_quan', value: 'nhom_bndp', postKind: 'loai_bien_che' } as const;

/** Their entries on a day, as the lists in use have them; null: nobody chooses. */
function choicesOn(on: PlainDate | null) {
  const of = (list: string) => (on === null ? [] : entriesAt(list, on).map(({ code }) => ({ code, name: entryName(list, code, on) })));
  return {
    bodyKind: of(CHOSEN_FROM.bodyKind),
    level: of(CHOSEN_FROM.level),
    value: of(CHOSEN_FROM.value),
    postKind: of(CHOSEN_FROM.postKind),
  };
}

interface PageAsked {
  readonly id: string;
  readonly on: PlainDate;
  readonly knownAt: number | undefined;
  readonly life: Awaited<ReturnType<typeof lifeOfBody>>;
  readonly refusalOf: AskedOf['refusalOf'];
}

async function bodyPage(tx: Tx, { id, on, knownAt, life, refusalOf }: PageAsked) {
  const [node] = await nodesOn(tx, [id], on, knownAt);
  const above = node ? await aboveOn(tx, id, on, knownAt) : [];
  const links = await linksOf(tx, id);
  const parentIds = life.names.flatMap(({ parentId }) => parentId ?? []);
  const names = await bodyNames(tx, [...new Set([...parentIds, ...links.flatMap(({ fromId, toId }) => [fromId, toId])])], OPEN_END);
  const national = above.length === 1;
  const may = (bodyId: string): boolean => refusalOf('bodies.change', { bodyId }) === null;
  const mayChange = node !== undefined && may(national ? above[0]!.id : id);
  const mayAdd = node !== undefined && may(id);
  const managing = above.at(-2) ?? { id, name: node?.name ?? '' };
  return {
    id,
    validOn: on,
    knownAt: knownAt ?? null,
    now: node
      ? {
          name: node.name,
          code: node.code,
          kind: { code: node.kind, name: entryName('loai_co_quan', node.kind, on) },
          level: { code: node.level, name: entryName('cap_co_quan', node.level, on) },
          above,
          children: node.children,
          managing,
        }
      : null,
    standing: node?.standing ?? 'none',
    names: life.names.map(({ from, to, parentId, ...one }) => ({
      ...one,
      from,
      until: until(to),
      parent: parentId === null ? null : (names.get(parentId) ?? null),
    })),
    codes: life.codes.map(({ from, to, ...one }) => ({ ...one, from, until: until(to), onDay: from <= on && on < to })),
    attributes: life.attributes
      .filter(({ name }) => name in ATTRIBUTE_LISTS)
      .map(({ from, to, ...one }) => ({
        ...one,
        from,
        until: until(to),
        valueName: entryName(ATTRIBUTE_LISTS[one.name] ?? one.name, one.value, on),
      })),
    posts: life.posts.map(({ from, to, ...one }) => ({
      ...one,
      from,
      until: until(to),
      kindName: entryName('loai_bien_che', one.kind, on),
    })),
    links: links.map((link) => ({
      on: link.on,
      side: link.fromId === id ? ('to' as const) : ('from' as const),
      other: { id: link.fromId === id ? link.toId : link.fromId, name: names.get(link.fromId === id ? link.toId : link.fromId) ?? '' },
      relation: link.relation,
      whole: link.share === 'toan_bo',
    })),
    choices: choicesOn(mayChange || mayAdd ? on : null),
    mayChange,
    mayAdd,
  };
}
