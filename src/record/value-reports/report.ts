/** A person reports that a value of the own record is wrong: kept sealed with the value as it stood, due on a working day. Decision 0055. */
import { recordAct } from '#authority/audit/record.ts';
import type { PlainDate } from '#base/clock.ts';
import type { Tx } from '#base/database/transaction.ts';
import { ok, refused } from '#base/problem.ts';
import type { Bilingual, Result } from '#base/problem.ts';
import type { Keys } from '#base/sealing.ts';
import { cleanText } from '#base/vietnamese/text.ts';
import { startForReport } from '#record/clocks/run.ts';
import type { ClockNeeds } from '#record/clocks/run.ts';
import { readSalts } from '#record/register/store.ts';
import type { FieldView, SectionView } from '#record/register/view.ts';
import { reportDueOn } from './due.ts';
import { OPEN_REPORTS_MAX, WRONG_CHARS_MIN } from './limits.ts';
import { reportedValueGone, valueReportNote, valueReportOpen, valueReportsMany } from './problems.ts';
import type { ReportRequest } from './shapes.ts';
import { addAct, countOwnOpen, insertReport, sealText } from './store.ts';

/** A group of the own record, as it is shown. */
export interface GroupToReport {
  readonly fields: readonly Pick<FieldView, 'key' | 'display'>[];
  readonly sections: readonly Pick<SectionView, 'key' | 'lines'>[];
}

const NOTHING: Bilingual = { vi: '', en: '' };
const SEPARATOR = ' · ';

/** What the record says there now; null when it has no such value. Pure. */
export function reportedValue(
  { fields, sections }: GroupToReport,
  { field, line }: Pick<ReportRequest, 'field' | 'line'>,
): Bilingual | null {
  if (field === undefined) return line === undefined ? NOTHING : null;
  if (line === undefined) return fields.find((one) => one.key === field)?.display ?? null;
  const cells = sections.find((one) => one.key === field)?.lines.find(({ dong }) => dong === line)?.cells;
  if (!cells) return null;
  const shown = Object.values(cells).filter(({ vi }) => vi !== '');
  return { vi: shown.map((cell) => cell.vi).join(SEPARATOR), en: shown.map((cell) => cell.en || cell.vi).join(SEPARATOR) };
}

/**
 * MUST run in a transaction that sees the own record.
 *
 * @returns the id and the last day; E-REPORTED-VALUE-GONE, E-VALUE-REPORT-OPEN, E-VALUE-REPORTS-MANY, E-VALUE-REPORT-NOTE
 */
export async function reportValue(
  tx: Tx,
  needs: ClockNeeds & { readonly keys: Keys },
  me: { readonly personId: string; readonly bodyId: string; readonly name: string; readonly role: string },
  group: GroupToReport,
  request: ReportRequest,
): Promise<Result<{ readonly id: string; readonly dueOn: PlainDate }>> {
  const value = reportedValue(group, request);
  const salt = (await readSalts(tx, [me.personId])).get(me.personId);
  if (value === null || !salt) return refused(reportedValueGone());
  const words = (text: string | undefined): string => cleanText(text ?? '').text;
  const content = { value, wrong: words(request.wrong), right: words(request.right), paper: words(request.paper) };
  if (content.wrong.length < WRONG_CHARS_MIN) return refused(valueReportNote());
  const open = await countOwnOpen(tx);
  if (open >= OPEN_REPORTS_MAX) return refused(valueReportsMany({ count: String(open) }));
  const at = needs.clock.now();
  const [id, dueOn] = [needs.chance.uuid7(Date.parse(at)), reportDueOn(needs.clock.today())];
  const target = { group: request.group, field: request.field ?? null, line: request.line ?? null };
  const made = await insertReport(tx, {
    reportId: id,
    personId: me.personId,
    ...target,
    sealed: sealText(needs.keys, salt, JSON.stringify(content)),
    at,
    dueOn,
  });
  if (!made) return refused(valueReportOpen());
  await startForReport(tx, needs, { reportId: id, personId: me.personId, bodyId: me.bodyId });
  await addAct(tx, { personId: me.personId, reportId: id }, { act: 'made', byName: me.name, at, note: null });
  await recordAct(tx, needs, {
    act: 'value-report.made',
    purpose: 'OWN_RECORD',
    bodyId: me.bodyId,
    objectId: me.personId,
    role: me.role,
    payload: { report: id, ...target, dueOn },
  });
  return ok({ id, dueOn });
}
