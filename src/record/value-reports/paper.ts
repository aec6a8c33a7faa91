/** The photo or PDF that shows what a person reports as wrong: one a report, added while it is open. Decision 0129. */
import { recordAct } from '#authority/audit/record.ts';
import type { Instant } from '#base/clock.ts';
import type { Tx } from '#base/database/transaction.ts';
import type { ScanState } from '#base/files/file-scan.ts';
import { ok, refused } from '#base/problem.ts';
import type { Result } from '#base/problem.ts';
import type { Keys } from '#base/sealing.ts';
import type { ClockNeeds } from '#record/clocks/run.ts';
import { readSalts } from '#record/register/store.ts';
import { ownValueReportGone, reportPaperGone, reportPaperThere } from './problems.ts';
import type { ValueReport } from './store.ts';

const PURPOSE = 'value-report-paper';

type Which = Pick<ValueReport, 'personId' | 'reportId'>;

/** What was sent, looked into and drawn anew before any transaction began. */
export interface PaperToAttach {
  readonly pdf: Uint8Array;
  readonly sha256: string;
  readonly pages: number;
  /** it came as a photo, and was drawn anew */
  readonly fromPhoto: boolean;
  readonly scan: ScanState;
}

/** A paper without its bytes. */
export interface AttachedPaper {
  readonly pages: number;
  readonly fromPhoto: boolean;
  readonly addedAt: Instant;
}

/** Which of these reports has a paper, as the session sees them; of an erased person none. */
export async function papersOf(tx: Tx, reports: readonly Which[]): Promise<ReadonlyMap<string, AttachedPaper>> {
  const rows = await tx.query<AttachedPaper & { readonly reportId: string }>(
    `select report_id as "reportId", pages, from_photo as "fromPhoto", added_at as "addedAt"
       from value_report_paper join person_salt using (person_id) where person_id = any ($1::uuid[]) and report_id = any ($2::uuid[])`,
    [reports.map(({ personId }) => personId), reports.map(({ reportId }) => reportId)],
  );
  return new Map(rows.map(({ reportId, ...paper }) => [reportId, paper]));
}

/** The PDF, for whoever sees the report. E-REPORT-PAPER-GONE. The caller records the reading. */
export async function readPaper(tx: Tx, keys: Pick<Keys, 'open'>, { personId, reportId }: Which): Promise<Result<Uint8Array>> {
  const [row] = await tx.query<{ content: Buffer }>(
    'select content_sealed as content from value_report_paper where person_id = $1 and report_id = $2',
    [personId, reportId],
  );
  const salt = row && (await readSalts(tx, [personId])).get(personId);
  return salt ? ok(keys.open(salt, PURPOSE, row.content)) : refused(reportPaperGone());
}

/**
 * Adds the paper of an own open report. MUST run in a transaction that sees the own record.
 *
 * @returns E-OWN-VALUE-REPORT-GONE, E-REPORT-PAPER-THERE: nothing is kept then
 */
export async function attachPaper(
  tx: Tx,
  needs: ClockNeeds & { readonly keys: Keys },
  me: { readonly personId: string; readonly bodyId: string; readonly role: string },
  reportId: string,
  { pdf, sha256, pages, fromPhoto, scan }: PaperToAttach,
): Promise<Result<undefined>> {
  const [open] = await tx.query(
    'select 1 from value_report where person_id = $1 and report_id = $2 and by_account = session_person() and outcome is null',
    [me.personId, reportId],
  );
  const salt = open && (await readSalts(tx, [me.personId])).get(me.personId);
  if (!salt) return refused(ownValueReportGone());
  const added = await tx.query(
    `insert into value_report_paper (person_id, report_id, sha256, size_bytes, pages, from_photo, scan, added_at, content_sealed)
     values ($1, $2, $3, $4, $5, $6, $7, $8, $9) on conflict do nothing returning 1`,
    [
      me.personId,
      reportId,
      sha256,
      pdf.length,
      pages,
      fromPhoto,
      scan,
      needs.clock.now(),
      Buffer.from(needs.keys.seal(salt, PURPOSE, pdf)),
    ],
  );
  if (added.length === 0) return refused(reportPaperThere());
  await recordAct(tx, needs, {
    act: 'value-report.paper-added',
    purpose: 'OWN_RECORD',
    bodyId: me.bodyId,
    objectId: me.personId,
    role: me.role,
    payload: { report: reportId, sha256 },
  });
  return ok(undefined);
}
