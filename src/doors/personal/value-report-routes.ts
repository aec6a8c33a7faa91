/** Reporting a value of the own record as wrong, and what came of each report. */
import type { FastifyInstance } from 'fastify';
import type { Static } from 'typebox';
import { route } from '#authority/audit/route.ts';
import type { Tx } from '#base/database/transaction.ts';
import { file, json } from '#base/http/answer.ts';
import type { Given } from '#base/http/answer.ts';
import { Binary, ById } from '#base/http/shapes.ts';
import { ok, refused } from '#base/problem.ts';
import type { Bilingual } from '#base/problem.ts';
import { leafAt } from '#record/register/leaves.ts';
import { OWN_REPORTS_MAX } from '#record/value-reports/limits.ts';
import { attachPaper, papersOf, readPaper } from '#record/value-reports/paper.ts';
import {
  ownValueReportGone,
  reportPaperGone,
  reportPaperThere,
  reportedValueGone,
  valueReportNote,
  valueReportOpen,
  valueReportsMany,
} from '#record/value-reports/problems.ts';
import { reportValue } from '#record/value-reports/report.ts';
import { OUTCOMES, OwnReports, PaperAttached, ReportMade, ReportRequest } from '#record/value-reports/shapes.ts';
import { actsOfReports, contentsOf, ownCorrections, ownReports } from '#record/value-reports/store.ts';
import { GROUPS, sectionByKey } from '#standard/dictionary.ts';
import { AS_ONESELF, OWN_ROLE, openOwnRecord } from './own-record.ts';
import type { OwnRecordNeeds } from './own-record.ts';
import { notRegistered } from './problems.ts';
import type { PersonalHttpNeeds } from './routes.ts';
import { enableOwnRecordPolicies } from './store.ts';

/** Of the field, the section, or the group in which something is missing. */
const labelOf = (group: string, field: string | null): Bilingual =>
  (field === null ? undefined : (leafAt(field)?.label ?? sectionByKey(field)?.title)) ?? GROUPS.find(({ code }) => code === group)!.title;

type OwnReport = Given<Static<typeof OwnReports>>['items'][number];
type Reports = Awaited<ReturnType<typeof ownReports>>;
/** Reports of the own person, as they read them. */
async function reportsShown(tx: Tx, needs: Pick<OwnRecordNeeds, 'keys' | 'clock'>, reports: Reports): Promise<OwnReport[]> {
  const contents = await contentsOf(tx, needs.keys, reports);
  const acts = await actsOfReports(tx, needs.keys, reports);
  const corrections = await ownCorrections(tx);
  const papers = await papersOf(tx, reports);
  const today = needs.clock.today();
  return reports.map((one) => {
    const { wrong = '', right = '', paper = '' } = contents.get(one.reportId) ?? {};
    const settled = acts.findLast((act) => act.reportId === one.reportId && (OUTCOMES as readonly string[]).includes(act.act));
    return {
      id: one.reportId,
      group: one.group,
      label: labelOf(one.group, one.field),
      field: one.field,
      line: one.line,
      madeAt: one.madeAt,
      dueOn: one.dueOn,
      overdue: one.outcome === null && one.dueOn < today,
      state: one.outcome ?? (one.assignedTo === null ? ('received' as const) : ('in-hand' as const)),
      wrong,
      right,
      paper,
      attached: papers.get(one.reportId) ?? null,
      outcome: one.outcome,
      passedTo: one.passedTo,
      uploadNumber: corrections.get(one.reportId) ?? null,
      answer: settled?.note ?? null,
      settledAt: one.settledAt,
    };
  });
}

/** All of them, for the own data that a person takes along. MUST run with the own record's policies, in a transaction that records the reading. */
export const ownReportsWhole = async (tx: Tx, needs: Pick<OwnRecordNeeds, 'keys' | 'clock'>): Promise<OwnReport[]> =>
  reportsShown(tx, needs, await ownReports(tx, null));

/** What a telephone's browser says of a photo or a scan; what it is, is told from its bytes. */
const TAKES = { 'application/pdf': Binary, 'image/jpeg': Binary, 'image/png': Binary, 'application/octet-stream': Binary };

export function ownValueReportRoutes(app: FastifyInstance, needs: PersonalHttpNeeds): void {
  route(app, needs, {
    id: 'listMyValueReports',
    tag: 'own',
    summary: { vi: 'Những điều tôi đã báo sai: hạn và kết quả', en: 'What I reported as wrong: by when, and what came of it' },
    method: 'GET',
    path: '/api/v1/me/value-reports',
    act: 'own.read',
    read: 'value-report.read',
    purpose: AS_ONESELF.purpose,
    holdsRights: true,
    answer: json(OwnReports),
    work: async ({ tx, shows, showsNobody }) => {
      const me = await enableOwnRecordPolicies(tx);
      const reports = me ? await ownReports(tx, OWN_REPORTS_MAX) : [];
      // Who has reported nothing is shown nothing of anybody.
      if (!me || reports.length === 0) {
        showsNobody();
        return ok({ items: [] });
      }
      const items = await reportsShown(tx, needs, reports);
      await shows({ role: OWN_ROLE, bodyId: me.bodyId, objectId: me.personId, payload: { reports: reports.length } });
      return ok({ items });
    },
  });

  route(app, needs, {
    id: 'reportMyValue',
    tag: 'own',
    summary: { vi: 'Báo một giá trị trong hồ sơ của tôi là sai', en: 'Reports a value of my record as wrong' },
    method: 'POST',
    path: '/api/v1/me/value-reports',
    body: ReportRequest,
    act: 'own.read',
    answer: json(ReportMade, 201),
    problems: [notRegistered, reportedValueGone, valueReportOpen, valueReportsMany, valueReportNote],
    work: async ({ tx, actor, body }) => {
      const record = await openOwnRecord(tx, needs, { act: 'record.read', payload: { group: body.group } });
      if (!record) return refused(notRegistered());
      const group = record.groups.find(({ code }) => code === body.group)!;
      return reportValue(
        tx,
        needs,
        { personId: record.personId, bodyId: record.bodyId, name: record.name || actor.name, role: OWN_ROLE },
        group,
        body,
      );
    },
  });
  route(app, needs, {
    id: 'attachMyReportPaper',
    tag: 'own',
    summary: {
      vi: 'Gửi kèm một giấy tờ (ảnh hoặc PDF) cho điều tôi báo sai',
      en: 'Adds a paper (photo or PDF) to what I reported as wrong',
    },
    method: 'POST',
    path: '/api/v1/me/value-reports/:id/paper',
    params: ById,
    takes: TAKES,
    act: 'own.read',
    answer: json(PaperAttached, 201),
    problems: [notRegistered, ownValueReportGone, reportPaperThere],
    // A photo is drawn anew, and a PDF looked into, before any transaction begins; as many at a time as papers of declarations, together with them.
    keep: async ({ sent, scan }) => {
      const paper = await needs.declaring.evidence.paperOf(sent.body as Buffer);
      return paper.ok ? ok({ ...paper.value, scan }) : paper;
    },
    work: async ({ tx, params: { id }, kept }) => {
      const me = await enableOwnRecordPolicies(tx);
      if (!me) return refused(notRegistered());
      const added = await attachPaper(tx, needs, { personId: me.personId, bodyId: me.bodyId, role: OWN_ROLE }, id, kept);
      return added.ok ? ok({ id }) : added;
    },
  });

  route(app, needs, {
    id: 'readMyReportPaper',
    tag: 'own',
    summary: { vi: 'Giấy tờ tôi gửi kèm điều báo sai', en: 'The paper that I added to my report' },
    method: 'GET',
    path: '/api/v1/me/value-reports/:id/paper',
    params: ById,
    act: 'own.read',
    read: 'value-report.paper-read',
    purpose: AS_ONESELF.purpose,
    holdsRights: true,
    answer: file('application/pdf'),
    problems: [notRegistered, reportPaperGone],
    work: async ({ tx, params: { id }, header, shows }) => {
      const me = await enableOwnRecordPolicies(tx);
      if (!me) return refused(notRegistered());
      const one = (await ownReports(tx, null)).find(({ reportId }) => reportId === id);
      if (!one) return refused(reportPaperGone());
      const pdf = await readPaper(tx, needs.keys, one);
      if (!pdf.ok) return pdf;
      await shows({ role: OWN_ROLE, bodyId: me.bodyId, objectId: me.personId, payload: { report: id } });
      header('cache-control', 'private, no-store');
      return ok({ bytes: pdf.value, name: 'giay-to.pdf', how: 'attachment' as const });
    },
  });
}
