/** What the desk does about a reported value: given to somebody, commented, settled with an outcome. Decision 0055. */
import { recordAct } from '#authority/audit/record.ts';
import type { Tx } from '#base/database/transaction.ts';
import { ok, refused } from '#base/problem.ts';
import type { Result } from '#base/problem.ts';
import type { Keys } from '#base/sealing.ts';
import { cleanText } from '#base/vietnamese/text.ts';
import { endForReport } from '#record/clocks/run.ts';
import type { ClockNeeds } from '#record/clocks/run.ts';
import { mismatchOfficers } from '#record/matching/mismatch-store.ts';
import { readSalts } from '#record/register/store.ts';
import { valueReportGone, valueReportNotCorrected, valueReportNote, valueReportOfficer } from './problems.ts';
import { OUTCOMES } from './shapes.ts';
import type { Outcome, ReportAct, ReportActRequest } from './shapes.ts';
import { KEPT_AS, addAct, changeReport, correctionsOf, readReport, sealText } from './store.ts';
import type { ReportChange, ValueReport } from './store.ts';

const isOutcome = (act: ReportAct): act is Outcome => (OUTCOMES as readonly ReportAct[]).includes(act);
/** Acts that say nothing without words: the person reads why, or where it went. */
const NEEDS_NOTE: ReadonlySet<ReportAct> = new Set<ReportAct>(['comment', 'refused', 'passed-on']);

interface Doer {
  readonly accountId: string;
  readonly name: string;
}

/** What the act changes of the row; a problem when it may not be so. */
async function changeOf(tx: Tx, one: ValueReport, who: Doer, asked: ReportActRequest): Promise<Result<Omit<ReportChange, 'at'>>> {
  switch (asked.act) {
    case 'assign': {
      const to = asked.officer ?? who.accountId;
      const officers = await mismatchOfficers(tx, one.bodyId);
      // Nobody works on what they reported themselves.
      const mayWork = to !== one.byAccount && officers.some(({ accountId }) => accountId === to);
      return mayWork ? ok({ assignedTo: to }) : refused(valueReportOfficer());
    }
    case 'release':
      return ok({ assignedTo: null });
    case 'corrected': {
      const corrections = await correctionsOf(tx, one);
      const by = corrections.find(({ submissionId }) => submissionId === asked.submission);
      return by ? ok({ outcome: 'corrected', submissionId: by.submissionId }) : refused(valueReportNotCorrected());
    }
    case 'refused':
      return ok({ outcome: 'refused' });
    case 'passed-on':
      return ok({ outcome: 'passed-on', passedTo: asked.passedTo ?? 'other' });
    case 'comment':
      return ok({});
  }
}

/**
 * One act about a reported value, in the caller's transaction (`acting`).
 *
 * Fails with E-VALUE-REPORT-GONE, E-VALUE-REPORT-OFFICER, E-VALUE-REPORT-NOTE, E-VALUE-REPORT-NOT-CORRECTED.
 */
export async function actOnReport(
  tx: Tx,
  needs: ClockNeeds & { readonly keys: Pick<Keys, 'seal'> },
  who: Doer,
  reportId: string,
  asked: ReportActRequest,
): Promise<Result<undefined>> {
  const one = await readReport(tx, reportId, { lock: true });
  if (!one || one.outcome !== null) return refused(valueReportGone());
  const note = cleanText(asked.note ?? '').text;
  if (NEEDS_NOTE.has(asked.act) && note === '') return refused(valueReportNote());
  const change = await changeOf(tx, one, who, asked);
  if (!change.ok) return change;
  const at = needs.clock.now();
  if (Object.keys(change.value).length > 0 && !(await changeReport(tx, one, { ...change.value, at }))) return refused(valueReportGone());
  if (isOutcome(asked.act)) await endForReport(tx, needs, one);
  const salt = (await readSalts(tx, [one.personId])).get(one.personId);
  const sealed = note !== '' && salt ? sealText(needs.keys, salt, note) : null;
  await addAct(tx, one, { act: KEPT_AS[asked.act], byName: who.name, at, note: sealed });
  await recordAct(tx, needs, {
    act: isOutcome(asked.act) ? 'value-report.settled' : asked.act === 'comment' ? 'value-report.commented' : 'value-report.assigned',
    purpose: 'CORRECT',
    bodyId: one.bodyId,
    objectId: one.standsAs,
    payload: { report: reportId, act: asked.act, ...change.value },
  });
  return ok(undefined);
}
