/** The duties of an agency by the law: met, late, or not known. Numbers alone; a row leads to the list that mends it, where the reader may open that. */
import { Type } from 'typebox';
import type { FastifyInstance } from 'fastify';
import { grantsThatMay } from '#authority/access/decide.ts';
import { nobody } from '#authority/access/frame.ts';
import { notWithinReach } from '#authority/access/problems.ts';
import { route } from '#authority/audit/route.ts';
import { currentLists } from '#authority/code-lists/editions.ts';
import { treeOn } from '#authority/organisations/store.ts';
import { json } from '#base/http/answer.ts';
import { Id } from '#base/http/shapes.ts';
import { ok, refused } from '#base/problem.ts';
import { judgedBy } from '#standard/list-edition.ts';
import rules from './board-rules.json' with { type: 'json' };
import { dutiesOn, stateOf, withHolidays } from './duties.ts';
import { dutiesBelow, lastMonth } from './duties-below.ts';
import type { BoardNeeds } from './routes.ts';
import { DutyPage } from './duty-shapes.ts';
import { dutyMeasures } from './duty-store.ts';

const DAY_MS = 86_400_000;

export function dutyRoutes(app: FastifyInstance, needs: BoardNeeds): void {
  route(app, needs, {
    id: 'getDuties',
    tag: 'board',
    summary: {
      vi: 'Nghĩa vụ theo pháp luật của một cơ quan: đạt, quá hạn, chưa biết',
      en: 'Duties of an agency by the law: met, late, not known',
    },
    method: 'GET',
    path: '/api/v1/duties',
    query: Type.Object({ body: Type.Optional(Id) }),
    act: 'duties.read',
    subject: async ({ query }) => ok({ bodyId: query.body ?? null }),
    read: nobody('numbers by agency, no person'),
    settled: true,
    answer: json(DutyPage),
    problems: [notWithinReach],
    work: async ({ far, actor, query, refusalOf }) => {
      const mine = grantsThatMay(actor, 'duties.read').map(({ bodyId }) => bodyId);
      const bodyId = query.body ?? mine[0];
      if (bodyId === undefined) return refused(notWithinReach());
      const [now, today] = [needs.clock.now(), needs.clock.today()];
      const measures = await dutyMeasures(far, bodyId, {
        now,
        lateBefore: new Date(Date.parse(now) - rules.lateDays * DAY_MS).toISOString(),
        ...lastMonth(today),
      });
      const tree = await treeOn(far, today);
      const lists = await currentLists(far);
      return ok(
        judgedBy(lists, () => {
          const duties = dutiesOn(today, rules.lateDays);
          const { path, whole, below } = dutiesBelow(tree, new Set(mine), bodyId, measures, duties);
          const all = withHolidays(whole, today);
          return {
            path,
            duties: duties.map(({ code, title, law, confidence, how, measure, kind, to, act }) => {
              const found = measure === null ? null : (all.get(measure) ?? { total: 0, late: 0 });
              const mayOpen = to !== null && act !== null && refusalOf(act, { bodyId }) === null;
              return {
                code,
                title,
                law,
                confidence,
                how,
                state: stateOf({ measure, kind }, all),
                total: found?.total ?? null,
                late: found?.late ?? null,
                href: mayOpen ? to.replace('{body}', bodyId) : null,
              };
            }),
            below,
          };
        }),
      );
    },
  });
}
