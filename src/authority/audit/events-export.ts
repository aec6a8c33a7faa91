/**
 * The rows of a choice as a file for a spreadsheet: what the page shows, and in place of each gap how many rows are beyond the reader's reach.
 * Codes, pseudonyms and instants alone: no cell of it begins a formula.
 */
import { csvOf } from '#base/csv.ts';
import type { Tx } from '#base/database/transaction.ts';
import { ok, refused } from '#base/problem.ts';
import type { Result } from '#base/problem.ts';
import { eventsPage } from './events-page.ts';
import type { EventsFound } from './events-page.ts';
import { EXPORT_ROWS_MAX } from './limits.ts';
import { auditExportTooMany } from './problems.ts';
import type { EventChoice } from './store.ts';
import { actWords, purposeWords } from './words.ts';

export interface EventsExport {
  readonly bytes: Uint8Array;
  readonly rows: number;
}

const HEAD = [
  'Số thứ tự',
  'Lúc (UTC)',
  'Loại',
  'Mã việc',
  'Việc',
  'Mục đích',
  'Vai trò',
  'Người thực hiện (mã thay thế)',
  'Cơ quan (mã nội bộ)',
  'Đối tượng (mã thay thế)',
  'Lần',
  'Số người trong danh sách',
  'Mã dòng',
];

type Row = EventsFound['rows'][number];
const outsideLine = (count: number): (string | number | null)[][] => (count > 0 ? [[null, null, `${count} dòng ngoài phạm vi`]] : []);
const line = (row: Row): (string | number | null)[] => [
  row.index,
  row.at,
  row.kind === 'read' ? 'lượt xem' : 'việc',
  row.act,
  actWords(row.act).vi,
  purposeWords(row.purpose).vi,
  row.role,
  row.actor,
  row.bodyId,
  row.object,
  row.revision,
  row.listed,
  row.eventId,
];

/** @param found  rows newest first. Pure. */
export function exportedText({ rows, outsideAfter }: Pick<EventsFound, 'rows' | 'outsideAfter'>): string {
  const lines = [HEAD, ...rows.flatMap((row) => [...outsideLine(row.outside), line(row)]), ...outsideLine(outsideAfter)];
  return csvOf(lines);
}

/** @returns E-AUDIT-EXPORT-TOO-MANY when the choice has more rows than one file holds */
export async function exportEvents(tx: Tx, choice: EventChoice): Promise<Result<EventsExport>> {
  const found = await eventsPage(tx, { below: null, limit: EXPORT_ROWS_MAX, choice });
  if (found.next !== null) return refused(auditExportTooMany({ max: String(EXPORT_ROWS_MAX) }));
  return ok({ bytes: Buffer.from(exportedText(found)), rows: found.rows.length });
}
