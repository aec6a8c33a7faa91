/** Routes of the desk of mismatches for the matrix, and the row that they are asked about. */
import type { MatrixRoute, MatrixSubject } from './access-matrix.ts';

const mismatch =
  (path: string) =>
  ({ ids }: MatrixSubject): string =>
    `/api/v1/mismatches/${ids['submission']}/${ids['person']}${path}`;

export const MISMATCH_ROUTES: readonly MatrixRoute[] = [
  { method: 'GET', url: '/api/v1/mismatches', act: 'mismatch.work', address: () => '/api/v1/mismatches', list: true },
  { method: 'GET', url: '/api/v1/mismatches/:submissionId/:personId', act: 'mismatch.work', address: mismatch('') },
  {
    method: 'POST',
    url: '/api/v1/mismatches/:submissionId/:personId/acts',
    act: 'mismatch.work',
    address: mismatch('/acts'),
    payload: () => ({ act: 'comment', note: 'đã gọi điện cho cơ quan' }),
  },
];

/** Asks the population database, which no test of the matrix has; it reads, of the subject and by the act of the page beside it. */
export const MISMATCH_LOOK_UP: MatrixRoute = {
  method: 'POST',
  url: '/api/v1/mismatches/:submissionId/:personId/population',
  act: 'mismatch.work',
  address: mismatch('/population'),
  payload: () => ({}),
};

type Run = (sql: string, values: readonly unknown[]) => Promise<unknown>;

/** The person of a subject is known otherwise to the population database. */
export async function aMismatch(one: Run, submissionId: string, personId: string, bodyId: string): Promise<void> {
  await one(
    `insert into mismatch (submission_id, person_id, body_id, level, fields, found_at, due_on) values ($1, $2, $3, 'LECH', '{"hoTenKhaiSinh": "LECH"}', now(), '2026-11-01')`,
    [submissionId, personId, bodyId],
  );
}
