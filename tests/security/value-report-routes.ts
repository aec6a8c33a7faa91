/** Routes of the desk of reported values and of terms of the law for the matrix, and the report that they are asked about. */
import type { Office } from '#authority/access/office-for-tests.ts';
import type { MatrixRoute, MatrixSubject } from './access-matrix.ts';

const report =
  (path: string) =>
  ({ ids }: MatrixSubject): string =>
    `/api/v1/value-reports/${ids['report']}${path}`;

export const VALUE_REPORT_ROUTES: readonly MatrixRoute[] = [
  { method: 'GET', url: '/api/v1/legal-clocks', act: 'record.search', address: () => '/api/v1/legal-clocks', list: true },
  { method: 'GET', url: '/api/v1/value-reports', act: 'mismatch.work', address: () => '/api/v1/value-reports', list: true },
  { method: 'GET', url: '/api/v1/value-reports/:id', act: 'mismatch.work', address: report('') },
  { method: 'GET', url: '/api/v1/value-reports/:id/paper', act: 'mismatch.work', address: report('/paper') },
  {
    method: 'POST',
    url: '/api/v1/value-reports/:id/acts',
    act: 'mismatch.work',
    address: report('/acts'),
    payload: () => ({ act: 'comment', note: 'đã xem giấy khai sinh' }),
  },
];

type Run = (sql: string, values: readonly unknown[]) => Promise<unknown>;

/** The person of a subject has reported a value, with a paper. */
export async function aValueReport(
  one: Run,
  { keys }: Pick<Office, 'keys'>,
  of: { readonly report: string; readonly person: string; readonly account: string; readonly salt: Uint8Array },
): Promise<void> {
  const content = { value: { vi: '01/02/1990', en: '01/02/1990' }, wrong: 'đảo ngày và tháng', right: '', paper: '' };
  await one(
    `insert into value_report (person_id, report_id, by_account, group_code, field, content_sealed, made_at, due_on) values ($1, $2, $3, 'B', 'ngaySinh', $4, now(), '2026-11-01')`,
    [of.person, of.report, of.account, Buffer.from(keys.seal(of.salt, 'value-report', Buffer.from(JSON.stringify(content))))],
  );
  await one(
    `insert into value_report_paper (person_id, report_id, sha256, size_bytes, pages, from_photo, scan, added_at, content_sealed)
     values ($1, $2, repeat('a', 64), 5, 1, false, 'clean', now(), $3)`,
    [of.person, of.report, Buffer.from(keys.seal(of.salt, 'value-report-paper', Buffer.from('%PDF-')))],
  );
}

/** A term of the law runs about the person of a subject. */
export const aLegalClock = (one: Run, of: { readonly person: string; readonly bodyId: string }): Promise<unknown> =>
  one(
    `insert into legal_clock (person_id, clock_id, term, about, body_id, start_on, last_day, due_at, forecast, started_at)
     values ($1, gen_random_uuid(), 'ND27_19_NGOAI', 'B', $2, '2026-10-26', '2026-10-29', '2026-10-29T17:00:00Z', false, now())`,
    [of.person, of.bodyId],
  );
