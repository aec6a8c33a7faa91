/** Routes of "Duyệt trước khi gửi" for the matrix, and the request that they are asked about. */
import type { MatrixRoute, MatrixSubject } from './access-matrix.ts';

const submission =
  (path: string) =>
  ({ ids }: MatrixSubject): string =>
    `/api/v1/submissions/${ids['submission']}${path}`;
const approval =
  (path: string) =>
  ({ ids }: MatrixSubject): string =>
    `/api/v1/approvals/${ids['approval']}${path}`;

export const APPROVAL_ROUTES: readonly MatrixRoute[] = [
  {
    method: 'POST',
    url: '/api/v1/submissions/:id/approval-request',
    act: 'submission.submit',
    address: submission('/approval-request'),
    payload: () => ({ asOf: '2026-11-01', acknowledgedCodes: [], partial: false }),
  },
  {
    method: 'POST',
    url: '/api/v1/submissions/:id/approval-request/take-back',
    act: 'submission.submit',
    address: submission('/approval-request/take-back'),
    payload: () => ({}),
  },
  { method: 'GET', url: '/api/v1/approvals', act: 'submission.approve', address: () => '/api/v1/approvals', list: true },
  { method: 'GET', url: '/api/v1/approvals/:id', act: 'problems.read', address: approval('') },
  {
    method: 'POST',
    url: '/api/v1/approvals/:id/approve',
    act: 'submission.approve',
    address: approval('/approve'),
    payload: () => ({ hash: '0'.repeat(64) }),
  },
  {
    method: 'POST',
    url: '/api/v1/approvals/:id/send-back',
    act: 'submission.approve',
    address: approval('/send-back'),
    payload: () => ({ reason: 'thiếu quyết định' }),
  },
  { method: 'GET', url: '/api/v1/sending-rules', act: 'sending.change', address: () => '/api/v1/sending-rules', list: true, open: true },
  {
    method: 'POST',
    url: '/api/v1/bodies/:id/sending-rule',
    act: 'sending.change',
    address: ({ bodyId }) => `/api/v1/bodies/${bodyId}/sending-rule`,
    payload: () => ({ approval: true, from: '2099-01-01', reason: 'quy chế của cơ quan' }),
  },
];

type Run = (sql: string, values: readonly unknown[]) => Promise<unknown>;

/** A request about the checked file of a subject, asked by somebody who signs in nowhere. */
export async function aRequest(one: Run, requestId: string, submissionId: string, bodyId: string, askedName: string): Promise<void> {
  await one(
    `insert into sending_request (request_id, submission_id, round, body_id, checks, as_of, acknowledged, partial, shown_hash, asked_by, asked_identity, asked_name, asked_at, state)
     values ($1, $2, 1, $3, 0, '2026-11-01', '{}', false, $4, $1, $5, $6, now(), 'asked')`,
    [requestId, submissionId, bodyId, Buffer.alloc(32, 1), Buffer.alloc(32, 201), askedName],
  );
}

/** Puts it back after it was decided or taken back, and the setting of its body away. */
export async function asBefore(one: Run, { ids, bodyId }: MatrixSubject): Promise<void> {
  await one('delete from sending_request where submission_id = $1 and request_id <> $2', [ids['submission'], ids['approval']]);
  await one(
    `update sending_request set state = 'asked', decided_by = null, decided_identity = null, decided_name = null, decided_at = null, reason_sealed = null where request_id = $1`,
    [ids['approval']],
  );
  await one('delete from sending_rule where body_id = $1', [bodyId]);
}
