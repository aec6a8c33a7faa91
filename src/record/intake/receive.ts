/**
 * From bytes to a numbered upload. The bytes are durable under their SHA-256 before anything else is written:
 * a crash at any later point loses nothing that was answered.
 */
import { createHash } from 'node:crypto';
import { recordAct } from '#authority/audit/record.ts';
import type { Tx } from '#base/database/transaction.ts';
import type { ScanState } from '#base/files/file-scan.ts';
import { ok, refused } from '#base/problem.ts';
import type { Result } from '#base/problem.ts';
import { releaseClaims } from '#record/cases/claims.ts';
import { releaseHeld } from '#record/confirmation/closing-store.ts';
import { moveItems } from '#record/confirmation/store.ts';
import { voidFor } from '#record/clocks/run.ts';
import { shortNumber } from '#base/short-number.ts';
import { doorFor, doorOf } from './door.ts';
import type { Door } from './door.ts';
import { wasGivenUp } from './end-check.ts';
import { plainFileName, withoutLongNumbers } from './file-name.ts';
import { queueMatches } from './confirm.ts';
import { UPLOAD_SIZE_BYTES_MAX } from './limits.ts';
import type { Sender, IntakeNeeds } from './needs.ts';
import { follow, perform } from './perform.ts';
import {
  draftOfBody,
  notCheckedYet,
  otherKindOfUpload,
  partOfFirstLoad,
  sentByPerson,
  sentOtherwise,
  submissionNotFound,
  uploadEmpty,
  uploadTooLarge,
  uploadUnknown,
} from './problems.ts';
import { stageWords } from './stage-words.ts';
import { FIRST, step, takesCorrection } from './step.ts';
import { fileOfRound, hiddenDraft, latestFile, sameFile, sealForSubmission, writeFile } from './store.ts';
import type { StoredFile } from './store.ts';

export interface Received {
  readonly submissionId: string;
  readonly uploadNumber: string;
  readonly sha256: string;
  readonly sizeBytes: number;
  /** the upload that brought the same bytes before; nothing new was made then */
  readonly sameAs: string | null;
}

/** Bytes that are durable under their SHA-256. */
export interface KeptBytes {
  readonly sha256: string;
  readonly sizeBytes: number;
  /** who reads them */
  readonly door: Door;
  /** what a scanner said of them */
  readonly scan: ScanState;
}

export interface Upload {
  readonly bodyId: string;
  readonly fileName: string;
  readonly kept: KeptBytes;
  /** "số liệu tính đến ngày"; today when not said */
  readonly asOf?: string;
  /** a corrected file against this submission */
  readonly corrects?: string;
  /** it is a part of a first load, which has asked whether it may come */
  readonly ofFirstLoad?: true;
}

/** Keeps the bytes: before the transaction of the upload, which no disk holds up. Fails with E-UPLOAD-EMPTY, E-UPLOAD-TOO-LARGE, E-UPLOAD-UNKNOWN, or the blob store's E-DISK-FULL. */
export async function keepUpload(
  needs: Pick<IntakeNeeds, 'blobs' | 'doors'>,
  bytes: Uint8Array,
  scan: ScanState = 'not-scanned',
  how: { readonly ofFirstLoad?: true } = {},
): Promise<Result<KeptBytes>> {
  if (bytes.length === 0) return refused(uploadEmpty());
  const door = doorFor(
    needs.doors.filter(({ firstLoad }) => firstLoad === undefined || (firstLoad === 'only') === (how.ofFirstLoad ?? false)),
    bytes,
  );
  if (!door) return refused(uploadUnknown());
  if (bytes.length > UPLOAD_SIZE_BYTES_MAX)
    return refused(uploadTooLarge({ limitMegabytes: UPLOAD_SIZE_BYTES_MAX / 1024 / 1024, smaller: door.smaller }));
  const kept = await needs.blobs.put(bytes);
  if (!kept.ok) return kept;
  return ok({ sha256: createHash('sha256').update(bytes).digest('hex'), sizeBytes: bytes.length, door, scan });
}

/**
 * Numbers the upload of kept bytes and queues the check, in the caller's transaction (`acting`).
 * Fails with E-UPLOAD-DRAFT, E-UPLOAD-OTHER-KIND, E-UPLOAD-SENT-OTHERWISE, E-FIRST-LOAD-PART, E-SUBMISSION-NOT-FOUND, E-SUBMIT-NOT-CHECKED; nothing is half-written then.
 */
export async function receiveUpload(tx: Tx, needs: IntakeNeeds, sender: Sender, upload: Upload): Promise<Result<Received>> {
  const { sha256, sizeBytes, door, scan } = upload.kept;
  // Two requests with the same bytes at the same second: the second waits here and then finds the first.
  await tx.query('select pg_advisory_xact_lock(hashtextextended($1, 0))', [`${upload.bodyId}:${sha256}`]);
  const before = door.sameBytesAgain ? null : await sameFile(tx, upload.bodyId, sha256);
  if (before && (before.source === 'initial') !== (upload.ofFirstLoad ?? false))
    return refused(sentOtherwise({ number: before.uploadNumber }));
  if (before) {
    await readAgain(tx, needs, before);
    return ok({
      submissionId: before.submissionId,
      uploadNumber: before.uploadNumber,
      sha256,
      sizeBytes: before.sizeBytes,
      sameAs: before.uploadNumber,
    });
  }
  if (await hiddenDraft(tx, upload.bodyId, sha256, upload.corrects ?? null)) return refused(draftOfBody());
  const at = needs.clock.now();
  const previous = upload.corrects ? await latestFile(tx, upload.corrects, { lock: true }) : null;
  if (upload.corrects && previous?.bodyId !== upload.bodyId) return refused(submissionNotFound());
  if (previous?.source === 'initial') return refused(partOfFirstLoad());
  if (previous && !takesCorrection(previous.stage)) return refused(notCheckedYet({ stage: stageWords(previous.stage) }));
  if (previous && previous.door !== door.key) return refused(otherKindOfUpload({ wanted: doorOf(needs.doors, previous).what }));
  const submissionId = previous?.submissionId ?? needs.chance.uuid7(Date.parse(at));
  const uploadNumber = previous?.uploadNumber ?? shortNumber(needs.chance, 'TL');
  const round = (previous?.round ?? 0) + 1;
  const name = plainFileName(upload.fileName) || door.unnamed;
  const shown = withoutLongNumbers(name);
  await writeFile(tx, {
    submissionId,
    round,
    door: door.key,
    source: upload.ofFirstLoad ? 'initial' : door.source,
    bodyId: upload.bodyId,
    uploadNumber,
    sha256,
    sizeBytes,
    fileName: shown,
    nameSealed: shown === name ? null : sealForSubmission(needs.keys, submissionId, name),
    sender: { kind: 'account', id: sender.accountId, identity: sender.identity },
    senderName: sender.name,
    at,
    asOf: upload.asOf ?? needs.clock.today(),
    stage: FIRST.to,
    scan,
  });
  await recordAct(tx, needs, [
    {
      act: 'submission.received',
      provision: 'alignment',
      purpose: 'SUBMIT',
      bodyId: upload.bodyId,
      objectId: submissionId,
      revision: round,
      payload: { sha256, sizeBytes, uploadNumber, scan },
    },
  ]);
  await follow(tx, needs, { submissionId, round, bodyId: upload.bodyId }, FIRST.effect);
  return ok({ submissionId, uploadNumber, sha256, sizeBytes, sameAs: null });
}

/** The same bytes of a file that was given up: they were kept anew, and are read once more. */
async function readAgain(tx: Tx, needs: IntakeNeeds, { submissionId, round }: StoredFile): Promise<void> {
  const file = await fileOfRound(tx, submissionId, round, { lock: true });
  if (file && wasGivenUp(file)) await perform(tx, needs, file, 'again', { report: {}, contentIsBack: true });
}

/** Takes a submission back, in the caller's transaction (`acting`): what is not registered yet is let go, and so are numbers that were only claimed. */
export async function withdraw(tx: Tx, needs: IntakeNeeds, submissionId: string): Promise<Result<{ readonly withdrawn: number }>> {
  const file = await latestFile(tx, submissionId, { lock: true });
  if (!file) return refused(submissionNotFound());
  if (file.source === 'initial') return refused(partOfFirstLoad());
  if (file.source === 'person') return refused(sentByPerson());
  if (!step(file.stage, 'withdrawn')) return ok({ withdrawn: 0 });
  const moved = await moveItems(tx, { kind: 'withdrawn' }, { submissionId });
  await releaseHeld(tx, moved, queueMatches(needs));
  await releaseClaims(tx, needs, { submissionId, bodyId: file.bodyId });
  await voidFor(tx, needs, { submissionId });
  await perform(tx, needs, file, 'withdrawn');
  await recordAct(tx, needs, [
    {
      act: 'submission.withdrawn',
      purpose: 'SUBMIT',
      bodyId: file.bodyId,
      objectId: submissionId,
      revision: file.round,
      payload: { items: moved.length },
    },
  ]);
  return ok({ withdrawn: moved.length });
}
