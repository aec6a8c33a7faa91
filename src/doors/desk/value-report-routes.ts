/** The desk of reported values over HTTP: the list, one with what was done, and every act. Decision 0055. */
import { Type } from 'typebox';
import type { FastifyInstance } from 'fastify';
import { bodiesFor } from '#authority/access/decide.ts';
import type { AskedOf } from '#authority/access/frame.ts';
import { rolesOver } from '#authority/access/request.ts';
import { May } from '#authority/access/shapes.ts';
import type { AccessAct, Actor } from '#authority/access/shapes.ts';
import { route } from '#authority/audit/route.ts';
import { decodeCursor, encodeCursor } from '#base/cursor.ts';
import type { Tx } from '#base/database/transaction.ts';
import { empty, file, json } from '#base/http/answer.ts';
import { Bilingual, ById, Id, oneOf, orNull, pageOf } from '#base/http/shapes.ts';
import { ok, refused } from '#base/problem.ts';
import { mismatchOfficers } from '#record/matching/mismatch-store.ts';
import { wordsFor } from '#record/register/visibility.ts';
import { actOnReport } from '#record/value-reports/act.ts';
import { papersOf, readPaper } from '#record/value-reports/paper.ts';
import {
  reportPaperGone,
  valueReportGone,
  valueReportNotCorrected,
  valueReportNote,
  valueReportOfficer,
} from '#record/value-reports/problems.ts';
import { OUTCOMES, OutcomeShape, ReportActRequest, ReportPaper, SOURCES } from '#record/value-reports/shapes.ts';
import {
  REPORT_SORTS,
  actsOfReports,
  contentsOf,
  correctionsOf,
  countReports,
  readReport,
  reportPage,
} from '#record/value-reports/store.ts';
import type { ReportFilter, ValueReport } from '#record/value-reports/store.ts';
import { GROUPS } from '#standard/dictionary.ts';
import { fieldLabel } from './comparison.ts';
import type { DeskNeeds } from './needs.ts';

/** What a screen offers: the work of the desk, and the way to the record. */
const ACTS: readonly AccessAct[] = ['mismatch.work', 'record.read'];

const Text = Type.String();
const ROW = {
  id: Text,
  personId: Text,
  name: Text,
  bodyName: Text,
  group: Text,
  groupName: Bilingual,
  /** of the field or section; null: something is missing in the group */
  label: orNull(Bilingual),
  madeAt: Text,
  dueOn: Text,
  overdue: Type.Boolean(),
  assignedTo: orNull(Text),
  /** mine: the reader works on it */
  own: Type.Boolean(),
  outcome: orNull(OutcomeShape),
  may: May,
};
const ValueReportRow = Type.Object(ROW, { title: 'ValueReportRow' });
const ValueReportList = Type.Object(
  {
    items: Type.Array(ValueReportRow),
    total: Type.Integer(),
    bodies: Type.Array(Type.Object({ id: Text, name: Text })),
    next: orNull(Text),
  },
  { title: 'ValueReportList' },
);
const OneValueReport = Type.Object(
  {
    ...ROW,
    /** the value as it stood when it was reported, as far as the reader's role sees it; null: nothing stood there */
    value: orNull(Bilingual),
    /** the person's words; empty when the person was erased */
    wrong: Text,
    right: Text,
    paper: Text,
    /** null: none came along, or the person was erased */
    attached: orNull(ReportPaper),
    officers: Type.Array(Type.Object({ id: Text, name: Text })),
    /** updates by which this group of the person was registered after the report */
    corrections: Type.Array(Type.Object({ submissionId: Text, uploadNumber: Text, at: Text })),
    passedTo: orNull(oneOf([...SOURCES])),
    uploadNumber: orNull(Text),
    settledAt: orNull(Text),
    acts: Type.Array(
      Type.Object({
        act: oneOf(['made', 'assigned', 'released', 'commented', ...OUTCOMES]),
        byName: Text,
        at: Text,
        note: orNull(Text),
      }),
    ),
  },
  { title: 'OneValueReport' },
);

const PAGE_ROWS_MAX = 100;
const Query = Type.Object({
  ...pageOf(PAGE_ROWS_MAX),
  body: Type.Optional(Id),
  assigned: Type.Optional(oneOf(['me', 'nobody'])),
  overdue: Type.Optional(Type.Boolean()),
  settled: Type.Optional(Type.Boolean()),
  sort: Type.Optional(oneOf([...REPORT_SORTS])),
});

export function valueReportRoutes(app: FastifyInstance, needs: DeskNeeds): void {
  const rowOf = (one: ValueReport, bodyName: string, actor: Actor, allowed: AskedOf['allowed']) => ({
    id: one.reportId,
    personId: one.standsAs,
    name: one.name,
    bodyName,
    group: one.group,
    groupName: GROUPS.find(({ code }) => code === one.group)!.title,
    label: one.field === null ? null : fieldLabel(one.field),
    madeAt: one.madeAt,
    dueOn: one.dueOn,
    overdue: one.outcome === null && one.dueOn < needs.clock.today(),
    assignedTo: one.assignedTo === null ? null : (one.assignedName ?? ''),
    own: one.assignedTo === actor.accountId,
    outcome: one.outcome,
    may: allowed(ACTS, { bodyId: one.bodyId }),
  });
  route(app, needs, {
    id: 'listValueReports',
    tag: 'confirmation',
    summary: { vi: 'Giá trị mà người có hồ sơ báo là sai, chờ xử lý', en: 'Values that people report as wrong' },
    method: 'GET',
    path: '/api/v1/value-reports',
    query: Query,
    act: 'mismatch.work',
    read: 'value-report.listed',
    purpose: 'CORRECT',
    answer: json(ValueReportList),
    work: async ({ tx, actor, query, allowed, shows }) => {
      const limit = query.limit ?? 50;
      const settled = query.settled === true;
      const everyone: ReportFilter = { bodyIds: bodiesFor(actor, 'mismatch.work'), body: null, assigned: null, dueBefore: null, settled };
      const filter: ReportFilter = {
        ...everyone,
        body: query.body ?? null,
        assigned: query.assigned === 'me' ? actor.accountId : (query.assigned ?? null),
        dueBefore: query.overdue === true ? needs.clock.today() : null,
      };
      const rows = await reportPage(tx, filter, {
        sort: query.sort ?? 'due',
        after: decodeCursor(query.cursor, ['text', 'uuid']),
        limit: limit + 1,
      });
      const page = rows.slice(0, limit);
      const { count } = await countReports(tx, filter);
      const { bodyIds } = await countReports(tx, everyone);
      const names = await needs.bodyNames(tx, [...new Set([...bodyIds, ...page.map((one) => one.bodyId)])]);
      await shows({ bodyId: null, objectId: null, listed: [...new Set(page.map((one) => one.standsAs))] });
      const last = page.at(-1);
      return ok({
        items: page.map((one) => rowOf(one, names.get(one.bodyId) ?? '', actor, allowed)),
        total: count,
        bodies: bodyIds.map((id) => ({ id, name: names.get(id) ?? '' })),
        next: rows.length > limit && last ? encodeCursor([last.key, last.reportId]) : null,
      });
    },
  });

  const oneReport = async ({ tx, params }: { readonly tx: Tx; readonly params: { readonly id: string } }) => {
    const one = await readReport(tx, params.id);
    return one ? ok({ bodyId: one.bodyId, one }) : refused(valueReportGone());
  };

  route(app, needs, {
    id: 'getValueReport',
    tag: 'confirmation',
    summary: {
      vi: 'Một giá trị bị báo sai: lời người báo, các việc đã làm',
      en: 'One reported value: what its person says, what was done',
    },
    method: 'GET',
    path: '/api/v1/value-reports/:id',
    params: ById,
    act: 'mismatch.work',
    subject: oneReport,
    read: 'value-report.read',
    purpose: 'CORRECT',
    answer: json(OneValueReport),
    problems: [valueReportGone],
    work: async ({ tx, actor, params, allowed, shows, subject: { one, bodyId } }) => {
      const content = (await contentsOf(tx, needs.keys, [one])).get(one.reportId);
      const names = await needs.bodyNames(tx, [bodyId]);
      const eyes = { roles: rolesOver(actor, bodyId), unmasked: new Set<string>(), purpose: 'CONFIRM' as const };
      const value = content === undefined || content.value.vi === '' || one.field === null ? null : content.value;
      await shows({ bodyId, objectId: one.standsAs, payload: { report: params.id } });
      return ok({
        ...rowOf(one, names.get(bodyId) ?? '', actor, allowed),
        value: one.field === null ? null : wordsFor(value, one.field, eyes),
        wrong: content?.wrong ?? '',
        right: content?.right ?? '',
        paper: content?.paper ?? '',
        attached: (await papersOf(tx, [one])).get(one.reportId) ?? null,
        officers: (await mismatchOfficers(tx, bodyId))
          .filter(({ accountId }) => accountId !== one.byAccount)
          .map(({ accountId, name }) => ({ id: accountId, name })),
        corrections: one.outcome === null ? [...(await correctionsOf(tx, one))] : [],
        passedTo: one.passedTo,
        uploadNumber: one.uploadNumber,
        settledAt: one.settledAt,
        acts: (await actsOfReports(tx, needs.keys, [one])).map(({ act, byName, at, note }) => ({ act, byName, at, note })),
      });
    },
  });

  route(app, needs, {
    id: 'readReportPaper',
    tag: 'confirmation',
    summary: { vi: 'Giấy tờ mà người báo sai gửi kèm', en: 'The paper that came along with a reported value' },
    method: 'GET',
    path: '/api/v1/value-reports/:id/paper',
    params: ById,
    act: 'mismatch.work',
    subject: oneReport,
    read: 'value-report.paper-read',
    purpose: 'CORRECT',
    answer: file('application/pdf'),
    problems: [valueReportGone, reportPaperGone],
    work: async ({ tx, params, header, shows, subject: { one, bodyId } }) => {
      const pdf = await readPaper(tx, needs.keys, one);
      if (!pdf.ok) return pdf;
      await shows({ bodyId, objectId: one.standsAs, payload: { report: params.id } });
      header('cache-control', 'private, no-store');
      return ok({ bytes: pdf.value, name: 'giay-to.pdf', how: 'attachment' as const });
    },
  });

  route(app, needs, {
    id: 'actOnValueReport',
    tag: 'confirmation',
    summary: {
      vi: 'Giao, ghi ý kiến, hoặc kết luận: đã sửa, không sửa, đã chuyển',
      en: 'Assigns, comments, or settles: corrected, refused, passed on',
    },
    method: 'POST',
    path: '/api/v1/value-reports/:id/acts',
    params: ById,
    body: ReportActRequest,
    act: 'mismatch.work',
    subject: oneReport,
    answer: empty,
    problems: [valueReportGone, valueReportOfficer, valueReportNote, valueReportNotCorrected],
    work: ({ tx, actor, params, body }) => actOnReport(tx, needs, actor, params.id, body),
  });
}
