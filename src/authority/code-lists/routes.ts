/** Entries that the lists lack: an administrator of a body asks for one, who keeps the lists of the country grants or refuses it. */
import { Type } from 'typebox';
import type { FastifyInstance } from 'fastify';
import { nobody } from '#authority/access/frame.ts';
import type { AskedOf, FrameNeeds } from '#authority/access/frame.ts';
import { notWithinReach } from '#authority/access/problems.ts';
import type { AuditNeeds } from '#authority/audit/record.ts';
import { route } from '#authority/audit/route.ts';
import { COUNTRY_CODE } from '#authority/organisations/shapes.ts';
import { bodyByCode } from '#authority/organisations/store.ts';
import { decodeCursor, encodeCursor } from '#base/cursor.ts';
import type { PlainDate } from '#base/clock.ts';
import type { Tx } from '#base/database/transaction.ts';
import { json } from '#base/http/answer.ts';
import { ById, MadeId, pageOf } from '#base/http/shapes.ts';
import { ok, refused } from '#base/problem.ts';
import type { Result } from '#base/problem.ts';
import { addDays } from '#base/vietnamese/dates.ts';
import { yearOfDays } from '#standard/calendar/working-days.ts';
import { judgedBy } from '#standard/list-edition.ts';
import type { NamedDay } from '#standard/calendar/forecast.ts';
import { OPEN_LISTS } from '#standard/open-lists.ts';
import { packedAny } from './any-list.ts';
import { appendixRoutes } from './appendix-routes.ts';
import { additionById, additions, placeOfAddition } from './addition-store.ts';
import type { StoredAddition } from './addition-store.ts';
import { ask, OF_ADDITIONS, OF_CHANGES, writtenEntry } from './ask-addition.ts';
import { changeRoutes } from './change-routes.ts';
import { currentLists } from './editions.ts';
import { grantAddition, refuseAddition } from './grant-addition.ts';
import { YEARS_LIST } from './judge-year.ts';
import { ADDITIONS_ON_PAGE } from './limits.ts';
import { listAdditionNotOpen, listAskedAlready, listReasonMissing } from './problems.ts';
import { AdditionList, AdditionRequest, AdditionVerdict, DecidedAddition } from './shapes.ts';
import { lockEditions } from './store.ts';

const plainDay = ({ day, kind, name }: NamedDay) => ({ day, kind, name });

/** The first year from this one on without a notice: what an administrator would enter next, beginning with what the law lets expect. */
function yearToName(today: PlainDate) {
  let year = Number(today.slice(0, 4));
  while (yearOfDays(String(year)).notice !== null) year += 1;
  const days = [...yearOfDays(String(year)).days.values()].map(plainDay).toSorted((one, other) => (one.day < other.day ? -1 : 1));
  return { list: YEARS_LIST, year: String(year), days };
}

export interface CodeListNeeds extends FrameNeeds, AuditNeeds {
  readonly bodies: (tx: Tx, ids: readonly string[]) => Promise<ReadonlyMap<string, { readonly code: string; readonly name: string }>>;
}

export function codeListRoutes(app: FastifyInstance, needs: CodeListNeeds): void {
  route(app, needs, {
    id: 'listListAdditions',
    tag: 'code-lists',
    summary: { vi: 'Đề nghị bổ sung danh mục, và danh mục được bổ sung', en: 'Entries asked for, and the lists that take additions' },
    method: 'GET',
    path: '/api/v1/list-additions',
    query: Type.Object(pageOf(ADDITIONS_ON_PAGE)),
    act: 'lists.read',
    read: nobody('lists name no person'),
    answer: json(AdditionList),
    work: async ({ tx, query, refusalOf }) => {
      const limit = query.limit ?? ADDITIONS_ON_PAGE;
      const found = await additions(tx, decodeCursor(query.cursor, ['number', 'instant', 'uuid']), limit + 1);
      const page = found.slice(0, limit);
      const bodies = await needs.bodies(tx, [...new Set(page.map(({ bodyId }) => bodyId))]);
      const mayAsk = refusalOf('lists.ask', { bodyId: null }) === null;
      const last = page.at(-1);
      return ok({
        items: page.map(({ bodyId, validTo, stands, awaited, ...one }) => ({
          ...one,
          listTitle: packedAny(one.list).title,
          days: one.days?.map(plainDay) ?? null,
          lastDay: validTo === null ? null : addDays(validTo, -1),
          body: { id: bodyId, code: bodies.get(bodyId)?.code ?? '', name: bodies.get(bodyId)?.name ?? '' },
          stands,
          mayChange: mayAsk && stands && !awaited,
        })),
        next: found.length > limit && last ? encodeCursor(placeOfAddition(last)) : null,
        openLists: OPEN_LISTS.map((id) => ({ id, title: packedAny(id).title })),
        year: judgedBy(await currentLists(tx), () => yearToName(needs.clock.today())),
        mayAsk,
      });
    },
  });

  route(app, needs, {
    id: 'askListAddition',
    tag: 'code-lists',
    summary: { vi: 'Đề nghị bổ sung một mục vào danh mục mở', en: 'Asks for an entry of an open list' },
    method: 'POST',
    path: '/api/v1/list-additions',
    body: AdditionRequest,
    act: 'lists.ask',
    answer: json(MadeId, 201),
    problems: [...OF_ADDITIONS, listAskedAlready],
    work: ({ tx, actor, body: request }) =>
      ask(tx, needs, actor, {
        kind: 'add',
        changed: null,
        entry: { list: request.list, code: request.code, ...writtenEntry(request) },
      }),
  });

  /** The request, when the actor may decide it now. */
  const openAddition = async ({ tx, refusalOf }: Pick<AskedOf, 'tx' | 'refusalOf'>, id: string): Promise<Result<StoredAddition>> => {
    const country = await bodyByCode(tx, COUNTRY_CODE, needs.clock.today());
    const beyond = country === null ? notWithinReach() : refusalOf('lists.decide', { bodyId: country });
    const addition = beyond ? null : await additionById(tx, id);
    if (!addition) return refused(beyond ?? notWithinReach());
    return addition.mayDecide ? ok(addition) : refused(listAdditionNotOpen());
  };

  route(app, needs, {
    id: 'decideListAddition',
    tag: 'code-lists',
    summary: { vi: 'Chấp thuận, hoặc không, một đề nghị về danh mục', en: 'Grants or refuses a request about a list' },
    method: 'POST',
    path: '/api/v1/list-additions/:id/decision',
    params: ById,
    body: AdditionVerdict,
    act: 'lists.decide',
    answer: json(DecidedAddition),
    problems: [listAdditionNotOpen, listReasonMissing, ...OF_CHANGES],
    work: async (asked) => {
      const { tx, params, body } = asked;
      if (!body.granted && body.reason === undefined) return refused(listReasonMissing());
      // Before it is judged: what another one is granted in this very second would count too.
      await lockEditions(tx);
      const open = await openAddition(asked, params.id);
      if (!open.ok) return open;
      return body.granted ? grantAddition(tx, needs, open.value) : refuseAddition(tx, needs, open.value, body.reason!.trim());
    },
  });

  changeRoutes(app, needs);
  appendixRoutes(app, needs);
}
