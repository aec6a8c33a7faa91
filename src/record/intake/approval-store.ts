/** SQL of requests that a checked file may be sent, and of what of the file they bind. */
import { createHash } from 'node:crypto';
import type { Instant, PlainDate } from '#base/clock.ts';
import { canonicalJson } from '#base/canonical-json.ts';
import type { Tx } from '#base/database/transaction.ts';
import type { Keys } from '#base/sealing.ts';
import type { Sender } from './needs.ts';
import { openForSubmission, sealForSubmission } from './store.ts';
import type { StoredFile } from './store.ts';

/** As it is kept. `void`: what it was asked about is not there any more. */
export type RequestState = 'asked' | 'approved' | 'returned' | 'withdrawn' | 'void';

export interface SendingRequest {
  readonly requestId: string;
  readonly submissionId: string;
  readonly round: number;
  readonly bodyId: string;
  /** how often the file had been checked when it was asked */
  readonly checks: number;
  readonly asOf: PlainDate;
  readonly acknowledged: readonly string[];
  readonly partial: boolean;
  /** hexadecimal */
  readonly shownHash: string;
  readonly askedBy: Sender;
  readonly askedAt: Instant;
  readonly state: RequestState;
  readonly decidedBy: string | null;
  readonly decidedAt: Instant | null;
  readonly reasonSealed: Uint8Array | null;
}

interface RequestRow {
  request_id: string;
  submission_id: string;
  round: number;
  body_id: string;
  checks: number;
  as_of: string;
  acknowledged: string[];
  partial: boolean;
  shown_hash: Buffer;
  asked_by: string;
  asked_identity: Buffer;
  asked_name: string;
  asked_at: string;
  state: RequestState;
  decided_name: string | null;
  decided_at: string | null;
  reason_sealed: Buffer | null;
}
const COLUMNS =
  'request_id, submission_id, round, body_id, checks, as_of, acknowledged, partial, shown_hash, asked_by, asked_identity, asked_name, asked_at, state, decided_name, decided_at, reason_sealed';

const fromRow = (row: RequestRow): SendingRequest => ({
  requestId: row.request_id,
  submissionId: row.submission_id,
  round: row.round,
  bodyId: row.body_id,
  checks: row.checks,
  asOf: row.as_of,
  acknowledged: row.acknowledged,
  partial: row.partial,
  shownHash: row.shown_hash.toString('hex'),
  askedBy: { accountId: row.asked_by, identity: row.asked_identity.toString('hex'), name: row.asked_name },
  askedAt: row.asked_at,
  state: row.state,
  decidedBy: row.decided_name,
  decidedAt: row.decided_at,
  reasonSealed: row.reason_sealed,
});

/** Why the head sent it back; null where they did not. */
export const reasonOf = (keys: Keys, request: Pick<SendingRequest, 'submissionId' | 'reasonSealed'>): string | null =>
  request.reasonSealed === null ? null : openForSubmission<string>(keys, request.submissionId, request.reasonSealed);

export async function writeRequest(
  tx: Tx,
  file: StoredFile,
  request: Pick<SendingRequest, 'requestId' | 'asOf' | 'acknowledged' | 'partial' | 'shownHash' | 'askedBy' | 'askedAt'>,
): Promise<void> {
  await tx.query(
    `insert into sending_request (request_id, submission_id, round, body_id, checks, as_of, acknowledged, partial, shown_hash, asked_by, asked_identity, asked_name, asked_at, state)
     values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, 'asked')`,
    [
      request.requestId,
      file.submissionId,
      file.round,
      file.bodyId,
      file.checks,
      request.asOf,
      request.acknowledged,
      request.partial,
      Buffer.from(request.shownHash, 'hex'),
      request.askedBy.accountId,
      Buffer.from(request.askedBy.identity, 'hex'),
      request.askedBy.name,
      request.askedAt,
    ],
  );
}

/** Ends what is open of a submission without a decision: taken back, or asked of something that is not there any more. */
export async function endRequests(tx: Tx, submissionId: string, as: 'withdrawn' | 'void'): Promise<readonly string[]> {
  const rows = await tx.query<{ request_id: string }>(
    `update sending_request set state = $2 where submission_id = $1 and state = 'asked' returning request_id`,
    [submissionId, as],
  );
  return rows.map((row) => row.request_id);
}

/** The decision of a request that is open; false when it is so no more. */
export async function decideRequest(
  tx: Tx,
  keys: Keys,
  request: Pick<SendingRequest, 'requestId' | 'submissionId'>,
  decided: { readonly by: Sender; readonly at: Instant; readonly reason: string | null },
): Promise<boolean> {
  const rows = await tx.query(
    `update sending_request set state = $2, decided_by = $3, decided_identity = $4, decided_name = $5, decided_at = $6, reason_sealed = $7
      where request_id = $1 and state = 'asked' returning 1 as decided`,
    [
      request.requestId,
      decided.reason === null ? 'approved' : 'returned',
      decided.by.accountId,
      Buffer.from(decided.by.identity, 'hex'),
      decided.by.name,
      decided.at,
      decided.reason === null ? null : Buffer.from(sealForSubmission(keys, request.submissionId, decided.reason)),
    ],
  );
  return rows.length === 1;
}

/** One request that this session may see; `lock` holds it. */
export async function readRequest(tx: Tx, requestId: string, options: { readonly lock?: boolean } = {}): Promise<SendingRequest | null> {
  const [row] = await tx.query<RequestRow>(
    `select ${COLUMNS} from sending_request where request_id = $1 ${options.lock ? 'for update' : ''}`,
    [requestId],
  );
  return row ? fromRow(row) : null;
}

/** How a file stands to "Duyệt trước khi gửi": is it asked for now, and the newest request about its submission. */
export interface ApprovalOfFile {
  readonly needed: boolean;
  readonly request: SendingRequest | null;
}

/** Of each of these files, in one question. */
export async function approvalsOf(
  tx: Tx,
  files: readonly Pick<StoredFile, 'submissionId' | 'bodyId'>[],
  at: Instant,
): Promise<(submissionId: string) => ApprovalOfFile> {
  const bodies = [...new Set(files.map((file) => file.bodyId))];
  const needed = await tx.query<{ body_id: string }>(
    'select b as body_id from unnest($1::uuid[]) as q (b) where sending_needs_approval(b, $2)',
    [bodies, at],
  );
  const rows = await tx.query<RequestRow>(
    `select distinct on (submission_id) ${COLUMNS} from sending_request where submission_id = any ($1::uuid[])
      order by submission_id, asked_at desc, request_id desc`,
    [files.map((file) => file.submissionId)],
  );
  const wanting = new Set(needed.map((row) => row.body_id));
  const bodyOf = new Map(files.map((file) => [file.submissionId, file.bodyId]));
  const requests = new Map(rows.map((row) => [row.submission_id, fromRow(row)]));
  return (submissionId) => ({
    needed: wanting.has(bodyOf.get(submissionId) ?? ''),
    request: requests.get(submissionId) ?? null,
  });
}

/** Is it open, and about the file as it stands? */
export const isLive = (request: Pick<SendingRequest, 'state' | 'round' | 'checks'>, file: Pick<StoredFile, 'round' | 'checks' | 'stage'>) =>
  request.state === 'asked' && file.stage === 'checked' && request.round === file.round && request.checks === file.checks;

/** Of the latest file `f` of a submission: is a request open that is about it as it stands? */
const LIVE = `r.state = 'asked' and f.stage = 'checked' and r.checks = f.checks
   and not exists (select 1 from submission_file later where later.submission_id = f.submission_id and later.round > f.round)`;
const WAITING = `from sending_request r join submission_file f on f.submission_id = r.submission_id and f.round = r.round
  where ${LIVE} and ($1::uuid[] is null or r.body_id = any ($1))`;

/** Requests that wait for the head of one of these bodies (null = all that the session sees), and since when the oldest does. */
export async function countRequests(
  tx: Tx,
  bodyIds: readonly string[] | null,
): Promise<{ readonly count: number; readonly oldestAt: string | null }> {
  const [row] = await tx.query<{ count: number; oldest_at: string | null }>(
    `select count(*)::int as count, min(r.asked_at) as oldest_at ${WAITING}`,
    [bodyIds],
  );
  return { count: row!.count, oldestAt: row!.oldest_at };
}

/** The same, the oldest first; `after` = [askedAt, requestId] of the last one seen. */
export async function waitingRequests(
  tx: Tx,
  asked: { readonly bodyIds: readonly string[] | null; readonly after: readonly [string, string] | null; readonly limit: number },
): Promise<readonly SendingRequest[]> {
  const rows = await tx.query<RequestRow>(
    `select ${COLUMNS.split(', ')
      .map((column) => `r.${column}`)
      .join(', ')} ${WAITING} and ($2::timestamptz is null or (r.asked_at, r.request_id) > ($2::timestamptz, $3::uuid))
      order by r.asked_at, r.request_id limit $4`,
    [asked.bodyIds, asked.after?.[0] ?? null, asked.after?.[1] ?? null, asked.limit],
  );
  return rows.map(fromRow);
}

/** What of the file a head is shown and binds by approving: the bytes, the day, every person as they were checked, what was found, and how it is to be sent. */
export async function shownForApproval(
  tx: Tx,
  file: StoredFile,
  how: Pick<SendingRequest, 'asOf' | 'acknowledged' | 'partial'>,
): Promise<string> {
  const [lines] = await tx.query<{ lines: string | null }>(
    `select encode(sha256(string_agg(sha256(convert_to(line_no || ' ' || verdict || ' ' || comparison || ' ' || name, 'UTF8') || sealed), ''::bytea order by line_no)), 'hex') as lines
       from submission_line where submission_id = $1 and round = $2`,
    [file.submissionId, file.round],
  );
  const found = await tx.query<{ code: string; severity: string; n: number }>(
    `select code, severity, count(*)::int as n from submission_problem where submission_id = $1 and round = $2 group by 1, 2 order by 1, 2`,
    [file.submissionId, file.round],
  );
  const { submissionId, round, checks, sha256, counts } = file;
  const bound = {
    submissionId,
    round,
    checks,
    sha256,
    counts,
    lines: lines?.lines ?? '',
    found,
    asOf: how.asOf,
    acknowledged: [...how.acknowledged].sort(),
    partial: how.partial,
  };
  return createHash('sha256').update(canonicalJson(bound)).digest('hex');
}
