/** "Việc cần làm": the start page of whoever signs in, out of every room that has work for them. */
import { Type } from 'typebox';
import type { FastifyInstance } from 'fastify';
import { bodiesFor } from '#authority/access/decide.ts';
import { nobody } from '#authority/access/frame.ts';
import type { FrameNeeds } from '#authority/access/frame.ts';
import { route } from '#authority/audit/route.ts';
import type { AuditNeeds } from '#authority/audit/record.ts';
import type { Tx } from '#base/database/transaction.ts';
import { json } from '#base/http/answer.ts';
import { oneOf, orNull } from '#base/http/shapes.ts';
import { answersOn } from '#base/http/surfaces.ts';
import { ok } from '#base/problem.ts';
import { sourceStates } from '#record/matching/store.ts';
import { homeTasks, lineTasks } from './home.ts';
import type { LineWork } from './home.ts';
import { incompleteTasks } from './incomplete-tasks.ts';
import { bodyTasks, incidentTasks, listTasks, oversightTasks } from './oversight-tasks.ts';

const HomeTask = Type.Object(
  {
    kind: Type.Enum(
      [
        'uploads-to-fix',
        'people-left-out',
        'uploads-refused',
        'submissions-to-submit',
        'approvals-sent-back',
        'approvals-to-ask',
        'approvals-to-decide',
        'mismatches-open',
        'mismatches-overdue',
        'value-reports-open',
        'value-reports-overdue',
        'data-requests-open',
        'kept-apart-to-decide',
        'exchange-to-decide',
        'exchange-frozen',
        'clocks-late',
        'returned',
        'items-to-confirm',
        'cases-to-answer',
        'waiting-population',
        'people-incomplete',
        'readings-refused',
        'allowances-to-decide',
        'grants-waiting',
        'list-additions-to-decide',
        'body-changes-to-decide',
        'readings-unusual',
        'complaints-to-answer',
        'checkpoints-unverified',
        'incident-reports',
      ],
      { title: 'TaskKind' },
    ),
    count: Type.Integer(),
    oldestAt: orNull(Type.String()),
    href: Type.String(),
  },
  { title: 'HomeTask' },
);
const Home = Type.Object(
  {
    tasks: Type.Array(HomeTask),
    sources: Type.Array(
      Type.Object({
        source: Type.String(),
        state: oneOf(['closed', 'open', 'half-open']),
        since: Type.String(),
        tryAt: orNull(Type.String()),
      }),
    ),
  },
  { title: 'Home' },
);

export interface HomeNeeds extends FrameNeeds, AuditNeeds {
  /** what waits about the lines of these bodies: the exchange is a door beside this one */
  readonly lineWork: (tx: Tx, bodyIds: readonly string[] | null) => Promise<LineWork>;
}

export function homeRoutes(app: FastifyInstance, needs: HomeNeeds): void {
  route(app, needs, {
    id: 'getHome',
    tag: 'session',
    summary: { vi: 'Việc cần làm của tôi', en: 'What waits for me' },
    method: 'GET',
    path: '/api/v1/home',
    act: 'home.read',
    read: nobody('counts, and the states of sources'),
    answer: json(Home),
    work: async ({ tx, actor, refusalOf }) => {
      const supervises = answersOn(app, ['administration']) && refusalOf('audit.read', { bodyId: null }) === null;
      const keepsLists = answersOn(app, ['administration']) && refusalOf('lists.decide', { bodyId: null }) === null;
      const changesBodies = answersOn(app, ['administration']) && refusalOf('bodies.change', { bodyId: null }) === null;
      const keepsIncidents = answersOn(app, ['administration']) && refusalOf('incident.keep', { bodyId: null }) === null;
      const works = answersOn(app, ['portal']);
      return ok({
        tasks: [
          ...(works
            ? await homeTasks(tx, {
                sends: bodiesFor(actor, 'submission.submit'),
                confirms: bodiesFor(actor, 'queue.read'),
                approves: bodiesFor(actor, 'submission.approve'),
                reconciles: bodiesFor(actor, 'mismatch.work'),
                today: needs.clock.today(),
                now: needs.clock.now(),
                keepsTerms: bodiesFor(actor, 'item.confirm'),
                keepsApart: bodiesFor(actor, 'kept-apart.decide'),
                follows: bodiesFor(actor, 'submission.read'),
                answers: bodiesFor(actor, 'case.decide'),
              })
            : []),
          ...lineTasks(await needs.lineWork(tx, bodiesFor(actor, 'exchange.decide'))),
          ...(works ? await incompleteTasks(tx, actor) : []),
          ...(supervises
            ? await oversightTasks(tx, needs.clock, { administers: refusalOf('grants.read', { bodyId: null }) === null })
            : []),
          ...(keepsLists ? await listTasks(tx) : []),
          ...(changesBodies ? await bodyTasks(tx) : []),
          ...(keepsIncidents ? await incidentTasks(tx, needs.clock) : []),
        ],
        sources: (await sourceStates(tx)).map(({ source, state, since, tryAt }) => ({ source, state, since, tryAt })),
      });
    },
  });
}
