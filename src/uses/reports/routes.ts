/** Reports over HTTP: which there are, made, listed, shown, run again. Numbers alone; to make one over an agency is asked of `decide`. */
import { Type } from 'typebox';
import type { FastifyInstance } from 'fastify';
import { bodiesFor } from '#authority/access/decide.ts';
import { nobody, openRoute } from '#authority/access/frame.ts';
import type { AskedOf } from '#authority/access/frame.ts';
import { rolesOver } from '#authority/access/request.ts';
import { route } from '#authority/audit/route.ts';
import type { Shows } from '#authority/audit/route.ts';
import { roleName } from '#authority/access/routes.ts';
import { instantText } from '#base/vietnamese/time-text.ts';
import { bodiesOn } from '#authority/organisations/store.ts';
import { sendProblem } from '#base/http-problem.ts';
import { filterNotSeen } from '#record/register/problems.ts';
import { knownAtNotSettled } from '#base/database/problems.ts';
import type { Database, Tx } from '#base/database/transaction.ts';
import { file, json, jsonBy } from '#base/http/answer.ts';
import { ok, refused } from '#base/problem.ts';
import { definitionsOn } from './definitions.ts';
import { definitionOfValue, makeReport, runAgain, sha256Of } from './make.ts';
import type { ReportNeeds } from './make.ts';
import {
  reportBodyGone,
  reportCellUnknown,
  reportCondition,
  reportDefinitionUnknown,
  reportFutureDay,
  reportNobody,
  reportNotOfCatalogue,
  reportPublishOwn,
  reportPublished,
  reportSheetFull,
  reportTooNear,
  reportUnknown,
} from './problems.ts';
import { publishReport, shownPublished } from './publish.ts';
import { readQuestion } from './question.ts';
import { peopleBehind } from './rows.ts';
import { MEDIA_TYPE, tableFile } from './sheet-files.ts';
import type { TableForm } from './sheet-files.ts';
import { rowsOfReport } from './table-rows.ts';
import {
  AskedAgain,
  PublishedReport,
  Report,
  ReportAgain,
  ReportAsked,
  ReportCellAsked,
  ReportDefinitions,
  ReportLines,
  ReportPeople,
  ReportQuestion,
  ReportReading,
  ToPublish,
} from './shapes.ts';
import type { ReportValue } from './shapes.ts';
import { publishedByNumber, reportByNumber, reportsOf } from './store.ts';
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

  route(app, needs, {
    ...kept,
    id: 'openReportFigure',
    summary: {
      vi: 'Những người đứng sau một con số, trong phạm vi được xem',
      en: 'The people behind a figure, as far as the reader may see them',
    },
    method: 'POST',
    path: '/api/v1/reports/:number/people',
    body: ReportCellAsked,
    read: 'report.opened',
    purpose: 'STATISTICS',
    holdsRights: true,
    answer: json(ReportPeople),
    problems: [reportUnknown, reportCellUnknown, filterNotSeen],
    work: async ({ tx, actor, subject: { kept: found }, params: { number }, body, shows, allowed }) => {
      if (!found) return refused(reportUnknown({ number }));
      const opened = await peopleBehind(tx, actor, found, body);
      if (!opened.ok) return opened;
      const { total, seen, people } = opened.value;
      const names = await bodiesOn(tx, [...new Set(people.map(({ bodyId }) => bodyId))], needs.clock.today());
      await shows({
        bodyId: found.bodyId,
        objectId: null,
        listed: people.map(({ personId }) => personId),
        payload: { report: number, ...body, total, seen },
      });
      const items = people.map(({ personId, name, bodyId }) => ({ personId, name, bodyName: names.get(bodyId)?.name ?? '' }));
      return ok({ total, seen, items, may: allowed(['record.read'], { bodyId: body.bodyId }) });
    },
  });

  route(app, needs, {
    ...kept,
    id: 'publishReport',
    summary: { vi: 'Công bố một báo cáo, con số đã làm tròn', en: 'Publishes a report, its figures rounded' },
    method: 'POST',
    path: '/api/v1/reports/:number/publication',
    body: ToPublish,
    answer: jsonBy(PublishedReport, [201], () => 201),
    problems: [reportUnknown, reportNotOfCatalogue, reportPublishOwn, reportPublished, reportTooNear],
    work: async ({ tx, subject: { kept: found }, params: { number }, body }) =>
      found ? publishReport(tx, needs, found, body) : refused(reportUnknown({ number })),
  });

  route(app, needs, {
    id: 'readReportQuestion',
    tag: 'reports',
    summary: { vi: 'Đọc một câu hỏi thành điều kiện của báo cáo', en: 'Reads a question into conditions of a report' },
    method: 'POST',
    path: '/api/v1/report-questions',
    body: ReportQuestion,
    act: 'reports.make',
    subject: async () => ok({ bodyId: null }),
    read: nobody('words that were typed'),
    answer: json(ReportReading),
    work: async ({ body }) => {
      const { where, validOn, read, unread } = readQuestion(body.text, needs.clock.today());
      return ok({ where: [...where], validOn, read: [...read], unread: [...unread] });
    },
  });

  const ofTable = { ...kept, read: 'export.made', purpose: 'STATISTICS', problems: [reportUnknown, reportSheetFull] } as const;
  type Taken = Pick<AskedOf, 'actor'> & {
    readonly shows: Shows['shows'];
    readonly subject: { readonly kept: KeptReport | null };
    readonly params: { readonly number: string };
  };
  const takes = async ({ actor, shows, subject: { kept: found }, params: { number } }: Taken, form: TableForm) => {
    if (!found) return refused(reportUnknown({ number }));
    const report = shown(found);
    const roles = rolesOver(actor, found.bodyId).map((role) => roleName(role).vi);
    const who = `Người xuất: ${needs.keys.pseudonym('act', actor.accountId).slice(0, 12)} · ${roles.join(', ')} · ${instantText(needs.clock.now())}`;
    const made = await tableFile(rowsOfReport(report, who), form);
    if (!made.ok) return made;
    await shows({
      bodyId: found.bodyId,
      objectId: null,
      provision: 'summary',
      payload: { report: number, form, rows: report.value.rows.length, sha256: sha256Of(made.value) },
    });
    return ok({ bytes: made.value, name: `${number}.${form}` });
  };
  route(app, needs, {
    ...ofTable,
    id: 'getReportCsv',
    summary: { vi: 'Bảng của báo cáo, tệp CSV', en: 'The table of a report as CSV' },
    method: 'GET',
    path: '/api/v1/reports/:number/table.csv',
    answer: file(MEDIA_TYPE.csv),
    work: (asked) => takes(asked, 'csv'),
  });
  route(app, needs, {
    ...ofTable,
    id: 'getReportXlsx',
    summary: { vi: 'Bảng của báo cáo, tệp XLSX', en: 'The table of a report as XLSX' },
    method: 'GET',
    path: '/api/v1/reports/:number/table.xlsx',
    answer: file(MEDIA_TYPE.xlsx),
    work: (asked) => takes(asked, 'xlsx'),
  });
  route(app, needs, {
    ...ofTable,
    id: 'getReportOds',
    summary: { vi: 'Bảng của báo cáo, tệp ODS', en: 'The table of a report as ODS' },
    method: 'GET',
    path: '/api/v1/reports/:number/table.ods',
    answer: file(MEDIA_TYPE.ods),
    work: (asked) => takes(asked, 'ods'),
  });

  openRoute(app, {
    id: 'getPublishedReport',
    tag: 'reports',
    surfaces: ['portal'],
    summary: { vi: 'Báo cáo đã công bố; ai cũng xem được', en: 'A published report; anybody may read it' },
    method: 'GET',
    path: '/api/v1/public/reports/:number',
    params: Type.Object({ number: Type.String({ maxLength: 40 }) }),
    answer: json(PublishedReport),
    problems: [reportUnknown],
    takesOfBudget: true,
    handler: async ({ params: { number } }, reply) => {
      const found = await needs.db.transaction(null, (tx) => publishedByNumber(tx, number));
      return found ? shownPublished(found) : sendProblem(reply, reportUnknown({ number }));
    },
  });
}
