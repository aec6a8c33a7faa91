/** All SQL of the room: submissions and files. Lines stand in `line-store.ts`, problems in `problem-store.ts`, accepted suggestions in `acceptance-store.ts`. */
import type { Tx } from '#base/database/transaction.ts';
import type { ScanState } from '#base/files/file-scan.ts';
import type { Keys } from '#base/sealing.ts';
import { identityBytes, makerOf } from '#record/confirmation/maker-columns.ts';
import type { Maker } from '#record/confirmation/shapes.ts';
import type { FileCounts, FileReport, FileStage, Source, SubmissionFile } from './shapes.ts';

interface FileRow {
  submission_id: string;
  source: Source;
  round: number;
  door: string;
  body_id: string;
  upload_number: string;
  sha256: Buffer;
  size_bytes: number;
  file_name: string;
  name_sealed: Buffer | null;
  sender_id: string;
  sender_identity: Buffer | null;
  sender_kind: Maker['kind'];
  sender_name: string | null;
  at: string;
  stage: FileStage;
  checks: number;
  done: number;
  total: number;
  stage_at: string;
  received: number;
  accepted: number;
  rejected: number;
  waiting: number;
  warnings: number;
  earlier: number;
  report: FileReport;
  as_of: string | null;
  list_edition: number | null;
  acknowledged: string[];
  submitted_at: string | null;
  approved_name: string | null;
  again_reason: string | null;
  content_gone_at: string | null;
  scan: ScanState | null;
  advanced: boolean;
}

export interface StoredFile extends SubmissionFile {
  /** every accepted line of the submitted file has become items */
  readonly advanced: boolean;
  /** the name as it came, sealed; null when it may be shown as it is */
  readonly nameSealed: Uint8Array | null;
  /** people of earlier files who were never sent, and whom this one does not name */
  readonly earlier: number;
  /** name of who brought it, as it stood in the account that day; null: none was kept */
  readonly senderName: string | null;
  /** name of who approved that it was sent; null: nobody had to, or it was not sent */
  readonly approvedName: string | null;
  /** why it says again what the register holds; null: it does not, or was not asked to say */
  readonly againReason: string | null;
  /** when its bytes and lines were removed after their term; null: they are there */
  readonly contentGoneAt: string | null;
  /** what a scanner said of it when it came; what came before there was one was not scanned */
  readonly scan: ScanState;
  /** the lists by which it was checked last; null = it was not, or before editions were kept */
  readonly listEdition: number | null;
}

const fromRow = (row: FileRow): StoredFile => ({
  submissionId: row.submission_id,
  source: row.source,
  round: row.round,
  door: row.door,
  bodyId: row.body_id,
  uploadNumber: row.upload_number,
  sha256: row.sha256.toString('hex'),
  sizeBytes: row.size_bytes,
  fileName: row.file_name,
  sender: makerOf(row.sender_kind, row.sender_id, row.sender_identity),
  at: row.at,
  stage: row.stage,
  checks: row.checks,
  done: row.done,
  total: row.total,
  stageAt: row.stage_at,
  counts: { received: row.received, accepted: row.accepted, rejected: row.rejected, waiting: row.waiting, warnings: row.warnings },
  report: row.report,
  asOf: row.as_of,
  listEdition: row.list_edition,
  acknowledged: row.acknowledged,
  submittedAt: row.submitted_at,
  advanced: row.advanced,
  nameSealed: row.name_sealed,
  earlier: row.earlier,
  senderName: row.sender_name,
  approvedName: row.approved_name,
  againReason: row.again_reason,
  contentGoneAt: row.content_gone_at,
  scan: row.scan ?? 'not-scanned',
});

const SELECT = `select f.*, s.upload_number, s.source, (f.stage = 'submitted' and f.done >= f.total) as advanced
  from submission_file f join submission s using (submission_id)`;

/** Of the rounds that the session sees (a draft of another body is not there for it) the latest. */
const LATEST = `not exists (select 1 from submission_file later where later.submission_id = f.submission_id and later.round > f.round)`;

/** Parts of a first load are worked on there, and stand in no list of submissions. */
const NO_PART = `exists (select 1 from submission o where o.submission_id = f.submission_id and o.source <> 'initial')`;

/** The file of the latest round; null when there is none that this session may see. */
export async function latestFile(tx: Tx, submissionId: string, options: { lock?: boolean } = {}): Promise<StoredFile | null> {
  const [row] = await tx.query<FileRow>(`${SELECT} where f.submission_id = $1 and ${LATEST} ${options.lock ? 'for update of f' : ''}`, [
    submissionId,
  ]);
  return row ? fromRow(row) : null;
}

/** The same of each of these submissions. */
export async function latestFiles(tx: Tx, submissionIds: readonly string[]): Promise<StoredFile[]> {
  const rows = await tx.query<FileRow>(`${SELECT} where f.submission_id = any ($1::uuid[]) and ${LATEST}`, [submissionIds]);
  return rows.map(fromRow);
}

export async function fileOfRound(
  tx: Tx,
  submissionId: string,
  round: number,
  options: { lock?: boolean } = {},
): Promise<StoredFile | null> {
  const [row] = await tx.query<FileRow>(`${SELECT} where f.submission_id = $1 and f.round = $2 ${options.lock ? 'for update of f' : ''}`, [
    submissionId,
    round,
  ]);
  return row ? fromRow(row) : null;
}

/** Every file of a submission, the latest first. */
export async function filesOf(tx: Tx, submissionId: string): Promise<StoredFile[]> {
  const rows = await tx.query<FileRow>(`${SELECT} where f.submission_id = $1 order by f.round desc`, [submissionId]);
  return rows.map(fromRow);
}

/** The same bytes, sent by the same body before and not withdrawn. */
export async function sameFile(tx: Tx, bodyId: string, sha256: string): Promise<StoredFile | null> {
  const [row] = await tx.query<FileRow>(`${SELECT} where f.body_id = $1 and f.sha256 = $2 and f.stage <> 'withdrawn'`, [
    bodyId,
    Buffer.from(sha256, 'hex'),
  ]);
  return row ? fromRow(row) : null;
}

/** Is there a draft that this session does not see: of the same bytes, or a newer file of this submission? Of a body that it may send for. */
export async function hiddenDraft(tx: Tx, bodyId: string, sha256: string, submissionId: string | null): Promise<boolean> {
  const [row] = await tx.query<{ hidden: boolean }>('select submission_hidden_draft($1, $2, $3) as hidden', [
    bodyId,
    Buffer.from(sha256, 'hex'),
    submissionId,
  ]);
  return row!.hidden;
}

/** Latest files of the submissions that this session may see, newest first; `after` = [at, submissionId] of the last one seen. */
export async function filePage(
  tx: Tx,
  limit: number,
  after: readonly [string, string] | null,
  bodyIds: readonly string[] | null,
  step: OpenStep | null = null,
): Promise<StoredFile[]> {
  const rows = await tx.query<FileRow>(
    `${SELECT} where ${LATEST} and ${NO_PART} and ($1::timestamptz is null or (f.at, f.submission_id) < ($1::timestamptz, $2::uuid))
        and ($4::uuid[] is null or f.body_id = any ($4)) and ${step === null ? 'true' : HAS_STEP[step]}
      order by f.at desc, f.submission_id desc limit $3`,
    [after?.[0] ?? null, after?.[1] ?? null, limit, bodyIds],
  );
  return rows.map(fromRow);
}

/** Somebody of the body sent it: what a person declares comes back to that person, what a program sends to that program, and neither is anybody's work at the body. */
const OF_BODY = `exists (select 1 from submission o where o.submission_id = f.submission_id and o.source not in ('person', 'exchange'))`;
const hasItem = (condition: string): string => `exists (select 1 from item i where i.submission_id = f.submission_id and ${condition})`;

/** Valid people of `f` are not sent yet, and the body sends them. */
const UNSENT = `${OF_BODY} and f.stage = 'checked' and f.accepted > 0`;
/** Does the body of `f` want it approved first? */
const NEEDED = `sending_needs_approval(f.body_id, now())`;
/** State of the newest request about `f` as it stands; null: there is none. */
const REQUEST = `(select r.state from sending_request r where r.submission_id = f.submission_id and r.round = f.round and r.checks = f.checks
    order by r.asked_at desc, r.request_id desc limit 1)`;

/**
 * Of a submission's latest file (`f`): does somebody have this to do, or to wait for? The same question as `stepsOf` of the desk answers from counts
 * (held to it by a test); asked of all submissions of a body it must not count each.
 */
const HAS_STEP = {
  returned: `${OF_BODY} and ${hasItem(`i.state = 'returned' and not exists (select 1 from submission_line l
    where l.submission_id = f.submission_id and l.round = f.round and l.person_id = i.person_id
      and (f.stage = 'checked' or f.stage = 'submitted' and l.verdict <> 'accepted'))`)}`,
  correct: `${OF_BODY} and (f.stage = 'checked' and (f.rejected + f.waiting > 0 or f.accepted = 0) or f.stage = 'submitted' and f.rejected + f.waiting > 0)`,
  earlier: `(${OF_BODY} and f.earlier > 0 and f.stage <> 'withdrawn')`,
  'sent-back': `(${UNSENT} and ${NEEDED} and ${REQUEST} is not distinct from 'returned')`,
  ask: `(${UNSENT} and ${NEEDED} and coalesce(${REQUEST}, '') not in ('asked', 'returned'))`,
  send: `(${UNSENT} and not ${NEEDED} and ${REQUEST} is distinct from 'asked')`,
  approving: `(${UNSENT} and ${REQUEST} is not distinct from 'asked')`,
  refused: `${OF_BODY} and f.stage = 'refused'`,
  // Of whom something came back, that is told.
  matching: `(${hasItem(`i.state = 'waiting-match' and not exists (select 1 from item r
    where r.submission_id = i.submission_id and r.person_id = i.person_id and r.state = 'returned')`)} or f.stage = 'submitted' and f.done < f.total)`,
} as const;
/** What can be asked for in a list of submissions. */
export type OpenStep = keyof typeof HAS_STEP;
export const OPEN_STEPS = Object.keys(HAS_STEP) as readonly OpenStep[];

/** Submissions of these bodies (null = all that the session sees) in which somebody has this step: how many, since when, and which, when it is the only one. */
export async function countSteps(
  tx: Tx,
  asked: Readonly<Partial<Record<OpenStep, readonly string[] | null>>>,
): Promise<ReadonlyMap<OpenStep, { readonly count: number; readonly oldestAt: string | null; readonly only: string | null }>> {
  const kinds = OPEN_STEPS.filter((step) => asked[step] !== undefined);
  const rows = await tx.query<{ step: OpenStep; count: number; oldest_at: string | null; only: string | null }>(
    kinds
      .map(
        (step, index) =>
          `select '${step}' as step, count(*)::int as count, min(f.at) as oldest_at, case when count(*) = 1 then min(f.submission_id::text) end as only
             from submission_file f
            where ${LATEST} and ${NO_PART} and ($${index + 1}::uuid[] is null or f.body_id = any ($${index + 1})) and ${HAS_STEP[step]}`,
      )
      .join(' union all '),
    kinds.map((step) => asked[step]),
  );
  return new Map(rows.map(({ step, count, oldest_at, only }) => [step, { count, oldestAt: oldest_at, only }]));
}

export interface FileToWrite {
  readonly submissionId: string;
  readonly round: number;
  readonly door: string;
  readonly source: Source;
  readonly bodyId: string;
  readonly uploadNumber: string;
  readonly sha256: string;
  readonly sizeBytes: number;
  /** as it is shown */
  readonly fileName: string;
  readonly nameSealed: Uint8Array | null;
  readonly sender: Maker;
  readonly senderName: string | null;
  readonly at: string;
  readonly asOf: string;
  /** where `step` lets a file begin */
  readonly stage: FileStage;
  readonly scan: ScanState;
}

/** A first file makes its submission; a correction raises the round of the one there is. */
export async function writeFile(tx: Tx, file: FileToWrite): Promise<void> {
  if (file.round === 1)
    await tx.query(`insert into submission (submission_id, body_id, upload_number, source, created_at) values ($1,$2,$3,$5,$4)`, [
      file.submissionId,
      file.bodyId,
      file.uploadNumber,
      file.at,
      file.source,
    ]);
  else await tx.query('update submission set round = $2 where submission_id = $1', [file.submissionId, file.round]);
  await tx.query(
    `insert into submission_file (submission_id, round, body_id, sha256, size_bytes, file_name, sender_id, sender_identity, at, stage, stage_at, as_of, door, name_sealed, sender_kind, sender_name, scan)
     values ($1,$2,$3,$4,$5,$6,$7,$8,$9,$13,$9,$10,$11,$12,$14,$15,$16)`,
    [
      file.submissionId,
      file.round,
      file.bodyId,
      Buffer.from(file.sha256, 'hex'),
      file.sizeBytes,
      file.fileName,
      file.sender.id,
      identityBytes(file.sender),
      file.at,
      file.asOf,
      file.door,
      file.nameSealed === null ? null : Buffer.from(file.nameSealed),
      file.stage,
      file.sender.kind,
      file.senderName,
      file.scan,
    ],
  );
}

/** What of a file changes beside its stage, which `step` alone names. */
export interface FileChange {
  readonly checks?: number;
  readonly done?: number;
  readonly total?: number;
  readonly counts?: FileCounts;
  readonly earlier?: number;
  readonly report?: FileReport;
  readonly asOf?: string;
  /** the lists by which it was checked; null = none was kept */
  readonly listEdition?: number | null;
  readonly acknowledged?: readonly string[];
  readonly partial?: boolean;
  readonly againReason?: string;
  readonly submittedAt?: string;
  /** its bytes were brought once more, after they were removed */
  readonly contentIsBack?: boolean;
  readonly submittedBy?: { readonly accountId: string; readonly identity: string };
  readonly approvedBy?: { readonly accountId: string; readonly identity: string; readonly name: string };
}

/** A move from one stage to the next: both out of `step`, by `moveFile`. */
export interface StageChange {
  readonly from: FileStage;
  readonly to: FileStage;
  readonly at: string;
}

/** Changes what is given, and no stage. */
export async function changeFile(tx: Tx, file: Pick<StoredFile, 'submissionId' | 'round'>, change: FileChange): Promise<void> {
  await updateFile(tx, file, null, change);
}

/** Moves a file from the stage before; false when it stands elsewhere, and nothing changed. */
export const writeStage = (
  tx: Tx,
  file: Pick<StoredFile, 'submissionId' | 'round'>,
  stage: StageChange,
  change: FileChange,
): Promise<boolean> => updateFile(tx, file, stage, change);

async function updateFile(
  tx: Tx,
  file: Pick<StoredFile, 'submissionId' | 'round'>,
  stage: StageChange | null,
  change: FileChange,
): Promise<boolean> {
  const moved = await tx.query(
    `update submission_file set stage = coalesce($3, stage), stage_at = case when $3::text is null then stage_at else $4::timestamptz end,
        checks = coalesce($5, checks), done = coalesce($6, done), total = coalesce($7, total),
        received = coalesce($8, received), accepted = coalesce($9, accepted), rejected = coalesce($10, rejected), waiting = coalesce($11, waiting), warnings = coalesce($12, warnings),
        report = coalesce($13::jsonb, report), as_of = coalesce($14, as_of), acknowledged = coalesce($15::text[], acknowledged), partial = coalesce($16, partial), submitted_at = coalesce($17, submitted_at),
        submitted_by = coalesce($18, submitted_by), submitted_identity = coalesce($19, submitted_identity),
        list_edition = case when $21 then $22 else list_edition end, earlier = coalesce($23, earlier),
        approved_by = coalesce($24, approved_by), approved_identity = coalesce($25, approved_identity), approved_name = coalesce($26, approved_name),
        content_gone_at = case when $27 then null else content_gone_at end, again_reason = coalesce($28, again_reason)
      where submission_id = $1 and round = $2 and ($20::text is null or stage = $20) returning round`,
    [
      file.submissionId,
      file.round,
      stage?.to ?? null,
      stage?.at ?? null,
      change.checks ?? null,
      change.done ?? null,
      change.total ?? null,
      change.counts?.received ?? null,
      change.counts?.accepted ?? null,
      change.counts?.rejected ?? null,
      change.counts?.waiting ?? null,
      change.counts?.warnings ?? null,
      change.report ? JSON.stringify(change.report) : null,
      change.asOf ?? null,
      change.acknowledged ?? null,
      change.partial ?? null,
      change.submittedAt ?? null,
      change.submittedBy?.accountId ?? null,
      change.submittedBy ? Buffer.from(change.submittedBy.identity, 'hex') : null,
      stage?.from ?? null,
      change.listEdition !== undefined,
      change.listEdition ?? null,
      change.earlier ?? null,
      change.approvedBy?.accountId ?? null,
      change.approvedBy ? Buffer.from(change.approvedBy.identity, 'hex') : null,
      change.approvedBy?.name ?? null,
      change.contentIsBack ?? false,
      change.againReason ?? null,
    ],
  );
  return moved.length > 0;
}

const saltOf = (submissionId: string): Uint8Array => Buffer.from(submissionId.replaceAll('-', ''), 'hex');

/** Content of a submission that is not yet a person's is sealed under a key of the submission. */
export const sealForSubmission = (keys: Keys, submissionId: string, value: unknown): Uint8Array =>
  keys.seal(saltOf(submissionId), 'submission', Buffer.from(JSON.stringify(value)));
export const openForSubmission = <T>(keys: Keys, submissionId: string, sealed: Uint8Array): T =>
  JSON.parse(Buffer.from(keys.open(saltOf(submissionId), 'submission', sealed)).toString()) as T;
