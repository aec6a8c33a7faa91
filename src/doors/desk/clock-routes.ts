/** Terms of the law that run about people of a body, those that end first before the others: the list of what is late. Decision 0097. */
import { Type } from 'typebox';
import type { FastifyInstance } from 'fastify';
import { bodiesFor } from '#authority/access/decide.ts';
import { May } from '#authority/access/shapes.ts';
import { route } from '#authority/audit/route.ts';
import { decodeCursor, encodeCursor } from '#base/cursor.ts';
import { json } from '#base/http/answer.ts';
import { Bilingual, Id, oneOf, orNull, pageOf } from '#base/http/shapes.ts';
import { ok } from '#base/problem.ts';
import { clockPage, countClocks } from '#record/clocks/store.ts';
import type { ClockFilter, ClockRow } from '#record/clocks/store.ts';
import { CLOCK_TERMS } from '#record/clocks/clocks-of.ts';
import { entryAt } from '#standard/code-lists.ts';
import { GROUPS } from '#standard/dictionary.ts';
import type { DeskNeeds } from './needs.ts';

const Text = Type.String();
const Term = Type.Object({ code: Text, name: Text, law: Text });
const LegalClock = Type.Object(
  {
    id: Text,
    personId: Text,
    name: Text,
    /** has a record that can be opened */
    registered: Type.Boolean(),
    bodyName: Text,
    term: Term,
    /** the group that it is about; null: the record, or one value of it */
    groupName: orNull(Bilingual),
    startOn: Text,
    lastDay: Text,
    /** a notice of holidays may still change the last day */
    forecast: Type.Boolean(),
    /** runs beyond its last day, or was done after it */
    late: Type.Boolean(),
    doneAt: orNull(Text),
    /** a notice of holidays has moved the last day since it was counted */
    moved: Type.Boolean(),
    may: May,
  },
  { title: 'LegalClock' },
);
const LegalClockList = Type.Object(
  {
    items: Type.Array(LegalClock),
    total: Type.Integer(),
    bodies: Type.Array(Type.Object({ id: Text, name: Text })),
    terms: Type.Array(Term),
    next: orNull(Text),
  },
  { title: 'LegalClockList' },
);

const PAGE_ROWS_MAX = 100;
const Query = Type.Object({
  ...pageOf(PAGE_ROWS_MAX),
  body: Type.Optional(Id),
  term: Type.Optional(oneOf([...CLOCK_TERMS])),
  which: Type.Optional(oneOf(['late', 'running', 'done'])),
});

/** As the list of terms names it on the day from which it runs. */
const termOn = (code: string, day: string) => {
  const entry = entryAt('thoi_han_phap_ly', code, day);
  return { code, name: entry?.name ?? code, law: String(entry?.attributes['can_cu'] ?? '') };
};

export function clockRoutes(app: FastifyInstance, needs: DeskNeeds): void {
  route(app, needs, {
    id: 'listLegalClocks',
    tag: 'confirmation',
    summary: { vi: 'Thời hạn pháp lý đang tính, việc quá hạn trước', en: 'Terms of the law that run, what is late first' },
    method: 'GET',
    path: '/api/v1/legal-clocks',
    query: Query,
    act: 'record.search',
    read: 'clock.listed',
    purpose: 'SUPERVISE',
    answer: json(LegalClockList),
    work: async ({ tx, actor, query, allowed, shows }) => {
      const limit = query.limit ?? 50;
      const now = needs.clock.now();
      const everyone: ClockFilter = { bodyIds: bodiesFor(actor, 'record.search'), body: null, term: null, which: query.which ?? 'running' };
      const filter: ClockFilter = { ...everyone, body: query.body ?? null, term: query.term ?? null };
      const rows = await clockPage(tx, now, filter, decodeCursor(query.cursor, ['text', 'uuid']), limit + 1);
      const page = rows.slice(0, limit);
      const { count } = await countClocks(tx, now, filter);
      const { bodyIds } = await countClocks(tx, now, everyone);
      const names = await needs.bodyNames(tx, [...new Set([...bodyIds, ...page.map((one) => one.bodyId)])]);
      await shows({ bodyId: null, objectId: null, listed: [...new Set(page.map((one) => one.personId))] });
      const rowOf = (one: ClockRow) => ({
        id: one.clockId,
        personId: one.personId,
        name: one.name,
        registered: one.registered,
        bodyName: names.get(one.bodyId) ?? '',
        term: termOn(one.term, one.startOn),
        groupName: GROUPS.find(({ code }) => code === one.about)?.title ?? null,
        startOn: one.startOn,
        lastDay: one.lastDay,
        forecast: one.forecast && one.doneAt === null,
        late: one.late,
        doneAt: one.doneAt,
        moved: one.moved && one.doneAt === null,
        may: allowed(['record.read'], { bodyId: one.bodyId }),
      });
      const last = page.at(-1);
      return ok({
        items: page.map(rowOf),
        total: count,
        bodies: bodyIds.map((id) => ({ id, name: names.get(id) ?? '' })),
        terms: CLOCK_TERMS.map((code) => termOn(code, needs.clock.today())),
        next: rows.length > limit && last ? encodeCursor([last.lastDay, last.clockId]) : null,
      });
    },
  });
}
