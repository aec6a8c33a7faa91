/** Reports over HTTP: which there are, made, listed, shown, run again. Numbers alone; to make one over an agency is asked of `decide`. */
import { Type } from 'typebox';
import type { FastifyInstance } from 'fastify';
import { bodiesFor } from '#authority/access/decide.ts';
import { nobody } from '#authority/access/frame.ts';
import { route } from '#authority/audit/route.ts';
import { knownAtNotSettled } from '#base/database/problems.ts';
import type { Database, Tx } from '#base/database/transaction.ts';
import { json, jsonBy } from '#base/http/answer.ts';
import { ok, refused } from '#base/problem.ts';
import { definitionsOn } from './definitions.ts';
import { definitionOfValue, makeReport, runAgain } from './make.ts';
import type { ReportNeeds } from './make.ts';
import { reportBodyGone, reportCondition, reportDefinitionUnknown, reportFutureDay, reportNobody, reportUnknown } from './problems.ts';
import { AskedAgain, Report, ReportAgain, ReportAsked, ReportDefinitions, ReportLines } from './shapes.ts';
import type { ReportValue } from './shapes.ts';
import { reportByNumber, reportsOf } from './store.ts';
import type { KeptReport } from './store.ts';

export interface ReportHttpNeeds extends ReportNeeds {
  readonly db: Database;
}

const LISTED_MAX = 50;
const ByNumber = Type.Object({ number: Type.String({ pattern: '^BC-[0-9A-Z]{5}-[0-9A-Z]{5}$' }) });
const NUMBERS = nobody('numbers by agency, no person');

function shown({ number, at, content, sha256, jws }: KeptReport): Report {
  const value = JSON.parse(content) as ReportValue;
  const { title, columns } = definitionOfValue(value);
  return { number, at, title, columns: columns.map(({ key, label }) => ({ key, label })), value, sha256, jws };
}

export function reportRoutes(app: FastifyInstance, needs: ReportHttpNeeds): void {
  route(app, needs, {
    id: 'listReportDefinitions',
    tag: 'reports',
    summary: { vi: 'Các biểu báo cáo đang dùng', en: 'Report forms in use' },
    method: 'GET',
    path: '/api/v1/report-definitions',
    act: 'reports.make',
    subject: async () => ok({ bodyId: null }),
    read: nobody('words of the product'),
    answer: json(ReportDefinitions),
    work: async () =>
      ok({
        items: definitionsOn(needs.clock.today()).map(({ id, version, title, columns }) => ({
          id,
          version,
          title,
          columns: columns.map(({ key, label }) => ({ key, label })),
        })),
      }),
  });

  route(app, needs, {
    id: 'makeReport',
    tag: 'reports',
    summary: { vi: 'Lập, ký và lưu một báo cáo thống kê', en: 'Makes, signs and keeps a statistical report' },
    method: 'POST',
    path: '/api/v1/reports',
    body: ReportAsked,
    act: 'reports.make',
    subject: async ({ body }) => ok({ bodyId: body.bodyId }),
    answer: jsonBy(Report, [201], () => 201),
    problems: [reportCondition, reportDefinitionUnknown, reportFutureDay, knownAtNotSettled, reportBodyGone, reportNobody],
    work: async ({ tx, body }) => {
      const made = await makeReport(tx, needs, body);
      return made.ok ? ok(shown(made.value)) : made;
    },
  });

  route(app, needs, {
    id: 'listReports',
    tag: 'reports',
    summary: { vi: 'Báo cáo đã lập trong phạm vi của anh/chị', en: 'Reports made within your reach' },
    method: 'GET',
    path: '/api/v1/reports',
    act: 'reports.make',
    subject: async () => ok({ bodyId: null }),
    read: NUMBERS,
    answer: json(ReportLines),
    work: async ({ tx, actor }) => {
      const kept = await reportsOf(tx, bodiesFor(actor, 'reports.make'), LISTED_MAX);
      return ok({
        items: kept.map(shown).map(({ number, at, title, value, sha256 }) => ({
          number,
          at,
          title,
          bodyName: value.body.name,
          validOn: value.validOn,
          total: value.total[0] ?? 0,
          sha256,
        })),
      });
    },
  });

  const kept = {
    tag: 'reports',
    params: ByNumber,
    act: 'reports.make',
    subject: async ({ tx, params }: { readonly tx: Tx; readonly params: { readonly number: string } }) => {
      const found = await reportByNumber(tx, params.number);
      // Of one that is not there who may make none at all is told that, and nothing else.
      return ok({ bodyId: found?.bodyId ?? null, kept: found });
    },
  } as const;

  route(app, needs, {
    ...kept,
    id: 'getReport',
    summary: { vi: 'Một báo cáo đã lập', en: 'A report that was made' },
    method: 'GET',
    path: '/api/v1/reports/:number',
    read: NUMBERS,
    answer: json(Report),
    problems: [reportUnknown],
    work: async ({ subject: { kept: found }, params: { number } }) => (found ? ok(shown(found)) : refused(reportUnknown({ number }))),
  });

  route(app, needs, {
    ...kept,
    id: 'runReportAgain',
    summary: {
      vi: 'Lập lại một báo cáo: như đã biết lúc đó, hoặc theo hiểu biết hôm nay',
      en: 'Runs a report again: as it was known then, or as it is known today',
    },
    method: 'POST',
    path: '/api/v1/reports/:number/again',
    body: AskedAgain,
    answer: json(ReportAgain),
    problems: [reportUnknown, reportBodyGone],
    work: async ({ tx, subject: { kept: found }, params: { number }, body }) =>
      found ? runAgain(tx, needs, found, body.as) : refused(reportUnknown({ number })),
  });
}
