/** A plan: how far each agency is with each task, as of a day. Numbers alone; state is what was counted, and nobody types it. */
import { Type } from 'typebox';
import type { FastifyInstance } from 'fastify';
import { grantsThatMay } from '#authority/access/decide.ts';
import { nobody } from '#authority/access/frame.ts';
import type { AskedOf } from '#authority/access/frame.ts';
import { notWithinReach } from '#authority/access/problems.ts';
import type { AuditNeeds } from '#authority/audit/record.ts';
import { route } from '#authority/audit/route.ts';
import { treeOn } from '#authority/organisations/store.ts';
import type { Database } from '#base/database/transaction.ts';
import { json } from '#base/http/answer.ts';
import { ok, refused } from '#base/problem.ts';
import { MEASURES, planById } from './plans.ts';
import type { Plan, Task } from './plans.ts';
import { dayNotCounted, planUnknown } from './problems.ts';
import { PlanPage } from './shapes.ts';
import { cellsOf } from './state.ts';
import type { Cell, Fact } from './state.ts';
import { daysCounted, factsOn, groupsOn, rootOfInstallation } from './store.ts';

export interface PlanRouteNeeds extends AuditNeeds {
  readonly db: Database;
}

const shownTask = ({ judged, scope: _scope, ...task }: Task) => {
  const measure = judged.by === 'fact' ? MEASURES.get(judged.measure)! : null;
  return {
    ...task,
    heading: judged.by === 'heading',
    how: measure?.how ?? null,
    atLeast: judged.by === 'fact' ? judged.atLeast : null,
    whyNot: judged.by === 'nothing' ? judged.why : null,
  };
};

export function planRoutes(app: FastifyInstance, needs: PlanRouteNeeds): void {
  route(app, needs, {
    id: 'getPlan',
    tag: 'board',
    summary: {
      vi: 'Kế hoạch: từng nhiệm vụ ở từng cơ quan, tính từ số liệu, tại một ngày',
      en: 'A plan: each task at each agency, computed from facts, as of a day',
    },
    method: 'GET',
    path: '/api/v1/plans/:plan',
    params: Type.Object({ plan: Type.String({ pattern: '^[A-Z0-9-]{1,20}$' }) }),
    query: Type.Object({ day: Type.Optional(Type.String({ format: 'date' })) }),
    act: 'board.read',
    subject: async () => ok({ bodyId: null }),
    read: nobody('numbers by agency, no person'),
    settled: true,
    answer: json(PlanPage),
    problems: [notWithinReach, planUnknown, dayNotCounted],
    work: async (asked) => {
      const plan = planById(asked.params.plan);
      if (!plan) return refused(planUnknown());
      const today = needs.clock.today();
      const day = asked.query.day ?? today;
      if (day > today) return refused(dayNotCounted());
      const { id, title, source, confidence, daysRunning } = plan;
      const { facts, countedAt } = await factsOn(asked.far, plan, day);
      return ok({
        plan: { id, title, source, confidence, daysRunning },
        day,
        countedAt,
        ...(await daysCounted(asked.far)),
        tasks: plan.tasks.map(shownTask),
        lines: await linesOf(asked, plan, day, facts),
      });
    },
  });
}

/** The agencies that the reader looks over and to which the plan gives a group; the country for whoever looks over the whole. */
async function linesOf(
  { far, actor, refusalOf }: Pick<AskedOf, 'far' | 'actor' | 'refusalOf'>,
  plan: Plan,
  day: string,
  facts: ReadonlyMap<string, ReadonlyMap<string, Fact>>,
) {
  const tree = new Map((await treeOn(far, day)).map((body) => [body.bodyId, body]));
  const mine = new Set(grantsThatMay(actor, 'board.read').map(({ bodyId }) => bodyId));
  const isSeen = (bodyId: string): boolean => {
    for (let body = tree.get(bodyId); body; body = tree.get(body.parentId ?? '')) if (mine.has(body.bodyId)) return true;
    return false;
  };
  const byCode = new Map(plan.tasks.map((task) => [task.code, task]));
  const hrefOf = ({ task, state }: Cell, bodyId: string): string | null => {
    const { judged } = byCode.get(task)!;
    const measure = judged.by === 'fact' && state !== 'not-asked' ? MEASURES.get(judged.measure)! : null;
    return measure && refusalOf(measure.act, { bodyId }) === null ? measure.to.replace('{body}', bodyId) : null;
  };
  const lineOf = (bodyId: string, group: string | null, invented: boolean) => {
    const { code, name } = tree.get(bodyId)!;
    const cells = cellsOf(plan, group === null ? 'nation' : { group }, facts.get(bodyId) ?? new Map(), day);
    return { body: { id: bodyId, code, name }, group, invented, cells: cells.map((cell) => ({ ...cell, href: hrefOf(cell, bodyId) })) };
  };
  const root = await rootOfInstallation(far);
  const groups = (await groupsOn(far, day)).filter(({ bodyId }) => tree.has(bodyId) && isSeen(bodyId));
  return [
    ...(root !== null && mine.has(root) && tree.has(root) ? [lineOf(root, null, false)] : []),
    ...groups
      .map(({ bodyId, group, confidence }) => lineOf(bodyId, group, confidence === 'demo'))
      .toSorted((one, other) => (one.body.code < other.body.code ? -1 : 1)),
  ];
}
