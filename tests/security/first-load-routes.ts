/** First loads as the matrix walks them: the routes, and what must stand of one for each body. */
import { systemClock } from '#base/clock.ts';
import { addDays } from '#base/vietnamese/dates.ts';
import type { MatrixRoute, MatrixSubject } from './access-matrix.ts';

const load =
  (path: string) =>
  ({ ids }: MatrixSubject): string =>
    `/api/v1/first-loads/${ids['load']}${path}`;
const DECISION = { number: '1/QĐ', day: '2026-10-01', signer: 'Thứ trưởng' };
const write = (
  url: string,
  act: MatrixRoute['act'],
  payload?: (subject: MatrixSubject) => object,
  more: Partial<MatrixRoute> = {},
): MatrixRoute => ({
  method: 'POST',
  url: `/api/v1/first-loads/:id${url}`,
  act,
  address: load(url.replace(':no', '1')),
  ...(payload ? { payload } : {}),
  ...more,
});

export const FIRST_LOAD_ROUTES: readonly MatrixRoute[] = [
  { method: 'GET', url: '/api/v1/first-loads', act: 'first-load.read', address: () => '/api/v1/first-loads', list: true },
  { method: 'GET', url: '/api/v1/first-loads/:id', act: 'first-load.read', address: load('') },
  // Before those that end it: what is withdrawn shows no row.
  write('/sample/:no/open', 'item.confirm', undefined, { reads: true }),
  {
    method: 'POST',
    url: '/api/v1/first-load-windows',
    act: 'first-load.open',
    address: () => '/api/v1/first-load-windows',
    payload: ({ bodyId }) => ({ body: bodyId, opensOn: '2026-10-01', lastDay: addDays(systemClock.today(), 200), decision: DECISION }),
  },
  {
    method: 'POST',
    url: '/api/v1/first-load-windows/:id/close',
    act: 'first-load.open',
    address: ({ ids }) => `/api/v1/first-load-windows/${ids['window']}/close`,
    payload: () => ({ note: 'đã nạp xong' }),
  },
  {
    method: 'POST',
    url: '/api/v1/first-loads',
    act: 'upload.create',
    address: () => '/api/v1/first-loads',
    payload: ({ bodyId }) => ({ body: bodyId, asOf: '2026-10-01' }),
  },
  write('/parts', 'upload.create', ({ bodyId }) => Buffer.from(`không phải sổ tính ${bodyId}`), {
    headers: { 'content-type': 'application/octet-stream', 'x-file-name': 'thu.xlsx' },
  }),
  write('/parts/:no/remove', 'upload.create'),
  write('/close', 'upload.create'),
  write('/reopen', 'upload.create'),
  write('/withdraw', 'submission.withdraw'),
  write('/sample/:no/verdict', 'item.confirm', () => ({ right: true })),
  write('/signatures', 'item.confirm', () => ({ root: '0'.repeat(64), acknowledgedCodes: [] })),
  write('/send-back', 'item.confirm', () => ({ note: 'sai ngày số liệu' })),
];

/** A first load of the body stands open, and one is under way: the row of its submission is its sample. */
export async function aFirstLoadOf(
  one: (sql: string, values: readonly unknown[]) => Promise<unknown>,
  of: { readonly window: string; readonly load: string; readonly bodyId: string; readonly submission: string },
): Promise<void> {
  const account = `(select account_id from account order by account_id limit 1)`;
  await one(
    `insert into account (account_id, identity, name, created_at) select gen_random_uuid(), '\\x00', 'Người mở', now() where not exists (select 1 from account)`,
    [],
  );
  await one(
    `insert into first_load_window (window_id, body_id, opens_on, last_day, decision, opened_by, opened_by_name, opened_at)
     values ($1, $2, '2026-10-01', '2099-01-01', $3, ${account}, 'Người mở', now())`,
    [of.window, of.bodyId, JSON.stringify(DECISION)],
  );
  await one(
    `insert into first_load (load_id, body_id, window_id, as_of, state, state_at, made_by, made_by_name, made_at, people)
     values ($1, $2, $3, '2026-10-01', 'sampling', now(), ${account}, 'Người mở', now(), 1)`,
    [of.load, of.bodyId, of.window],
  );
  await one(
    `insert into first_load_round (load_id, round, body_id, commitment, seed_sealed, committed_at, seed, root, people, told, drawn_at)
     values ($1, 1, $2, $3, $3, now(), $3, $3, 1, '{"warnings": {}}', now())`,
    [of.load, of.bodyId, Buffer.alloc(32, 7)],
  );
  await one(
    `insert into first_load_part (load_id, part_no, body_id, submission_id, added_at, first_no, people, root) values ($1, 1, $2, $3, now(), 1, 1, $4)`,
    [of.load, of.bodyId, of.submission, Buffer.alloc(32, 7)],
  );
  await one(`insert into first_load_sample (load_id, round, no, body_id, id_hash, part_no, line_no) values ($1, 1, 1, $2, $3, 1, 1)`, [
    of.load,
    of.bodyId,
    Buffer.alloc(32, 7),
  ]);
}
