/** The body says "send": the R1 receipt is signed, and the good people go on. */
import { recordAct } from '#authority/audit/record.ts';
import type { Tx } from '#base/database/transaction.ts';
import { isPlainDate } from '#base/clock.ts';
import { ok, refused } from '#base/problem.ts';
import type { Problem, Result } from '#base/problem.ts';
import { bodyOfReceipt } from '#record/receipt/body-of-receipt.ts';
import { issueReceipt, receivedReceipt } from '#record/receipt/issue.ts';
import { receiptWitness } from '#record/receipt/witness.ts';
import type { Counts, Receipt } from '#record/receipt/shapes.ts';
import { endRequests } from './approval-store.ts';
import { holdRejectedLines } from './line-store.ts';
import { problemGroups } from './problem-store.ts';
import type { Sender, IntakeNeeds } from './needs.ts';
import { onBehalfIn } from './confirm.ts';
import { onceOnly } from './once-only.ts';
import { perform } from './perform.ts';
import {
  acknowledgedOtherwise,
  approvalNeeded,
  asOfInFuture,
  checkedAgain,
  hasErrors,
  nobodyAccepted,
  notCheckedYet,
  partOfFirstLoad,
  sentByPerson,
  submissionNotFound,
  warningsNotAcknowledged,
} from './problems.ts';
import { needsApproval } from './sending-rules.ts';
import { stageWords } from './stage-words.ts';
import { step } from './step.ts';
import type { StoredFile } from './store.ts';
import { changeFile, latestFile } from './store.ts';

export interface Submit {
  /** "số liệu tính đến ngày", not after today */
  readonly asOf: string;
  /** codes of warnings that were read */
  readonly acknowledgedCodes: readonly string[];
  /** send the good people, let the rest wait */
  readonly partial: boolean;
  /** why a file is sent that says nothing new of people who were sent a short while ago */
  readonly again?: string;
}

export interface Submitted {
  readonly receipt: Receipt;
  readonly counts: Counts;
}

async function problemsOfSubmit(tx: Tx, file: StoredFile, submit: Submit, today: string): Promise<Problem[]> {
  const problems: Problem[] = [];
  if (!isPlainDate(submit.asOf) || submit.asOf > today) problems.push(asOfInFuture({ asOf: submit.asOf }));
  if (file.counts.accepted === 0) problems.push(nobodyAccepted());
  else if (file.counts.rejected > 0 && !submit.partial) problems.push(hasErrors({ people: file.counts.rejected }));
  const groups = await problemGroups(tx, file.submissionId, file.round);
  const unread = groups
    .filter((group) => group.severity === 'warning' && !submit.acknowledgedCodes.includes(group.code))
    .map((group) => group.code);
  const warnings = new Set(groups.filter((group) => group.severity === 'warning').map((group) => group.code));
  const otherwise = submit.acknowledgedCodes.filter((code, index, all) => !warnings.has(code) || all.indexOf(code) < index);
  if (otherwise.length > 0) problems.push(acknowledgedOtherwise({ codes: [...new Set(otherwise)].join(', ') }));
  if (unread.length > 0) problems.push(warningsNotAcknowledged({ codes: unread.join(', ') }));
  return problems;
}

/** `again`: why it says again what is held, as it is kept with the file; null where nobody had to say. */
export interface Ready {
  readonly again: string | null;
}

/** A file of the body that may be sent as it was asked: checked, without anything against it, of that very day. What a person declares nobody sends for them. */
export async function readyToSend(tx: Tx, needs: IntakeNeeds, file: StoredFile, request: Submit): Promise<Result<Ready>> {
  if (file.source === 'initial') return refused(partOfFirstLoad());
  if (file.source === 'person') return refused(sentByPerson());
  if (!step(file.stage, 'submitted')) return refused(notCheckedYet({ stage: stageWords(file.stage) }));
  const problems = await problemsOfSubmit(tx, file, request, needs.clock.today());
  if (problems.length > 0) return refused(...problems);
  if (request.asOf !== file.asOf) {
    await perform(tx, needs, file, 'redated', { asOf: request.asOf });
    return refused(checkedAgain({ asOf: request.asOf }));
  }
  const once = await onceOnly(tx, file, request.again, needs.clock.now());
  if (!once.ok) return once;
  if (once.value !== null) await changeFile(tx, file, { againReason: once.value });
  return ok({ again: once.value });
}

/**
 * Signs R1 and queues the people that have no error, in the caller's transaction (`acting`). Saying it twice returns the first receipt.
 * Fails with E-SUBMISSION-NOT-FOUND, E-SUBMIT-NOT-CHECKED, E-SUBMIT-AS-OF, E-SUBMIT-NOBODY, E-SUBMIT-HAS-ERRORS, E-SUBMIT-WARNINGS, E-SUBMIT-ACKNOWLEDGED,
 * E-SUBMIT-SAID-AGAIN, E-SUBMIT-CHECK-AGAIN when the data's date changed (the file is then queued to be checked as of that day),
 * E-FIRST-LOAD-PART of a part of a first load, and E-SUBMIT-APPROVAL where the body wants it approved first (`approval.ts`).
 */
export async function submit(
  tx: Tx,
  needs: IntakeNeeds,
  sender: Sender,
  submissionId: string,
  request: Submit,
): Promise<Result<Submitted>> {
  const file = await latestFile(tx, submissionId, { lock: true });
  if (!file) return refused(submissionNotFound());
  if (file.stage === 'submitted') return alreadySubmitted(tx, file);
  if (file.source === 'person') return refused(sentByPerson());
  if (await needsApproval(tx, file.bodyId, needs.clock.now())) return refused(approvalNeeded());
  const ready = await readyToSend(tx, needs, file, request);
  if (!ready.ok) return ready;
  // Whoever had asked for an approval that is not asked for any more is not left waiting.
  await endRequests(tx, submissionId, 'withdrawn');
  return sendFile(tx, needs, file, { ...request, ...ready.value, sender, approvedBy: null });
}

/** How a file is sent, by whom, and who approved it; null: nobody had to. */
export interface Sending extends Omit<Submit, 'again'>, Ready {
  readonly sender: Sender;
  readonly approvedBy: Sender | null;
  /** who cannot be sent is turned away for good, and waits for no correction: the sender is a program that is told so, and sends anew */
  readonly isFinal?: true;
}

/** Signs R1 of a file that is ready, held by the caller, and queues its people. MUST follow `readyToSend` and, where approval is needed, its request MUST stand approved; of what a person declared neither, for they have sent it. */
export async function sendFile(tx: Tx, needs: IntakeNeeds, file: StoredFile, sending: Sending): Promise<Result<Submitted>> {
  const { submissionId } = file;
  const at = needs.clock.now();
  const counts: Counts = {
    received: file.counts.received,
    accepted: file.counts.accepted,
    rejected: sending.isFinal ? file.counts.rejected : 0,
    waiting: file.counts.waiting + (sending.isFinal ? 0 : file.counts.rejected),
  };
  if (!sending.isFinal) await holdRejectedLines(tx, submissionId, file.round);
  await perform(tx, needs, file, 'submitted', {
    counts: { ...counts, warnings: file.counts.warnings },
    done: 0,
    total: counts.accepted,
    acknowledged: sending.acknowledgedCodes,
    partial: sending.partial,
    submittedAt: at,
    submittedBy: sending.sender,
    ...(sending.approvedBy ? { approvedBy: sending.approvedBy } : {}),
  });
  const body = await needs.bodyOn(tx, file.bodyId, needs.clock.today());
  const receipt = await issueReceipt(tx, needs, {
    kind: 'R1',
    at,
    bodyId: file.bodyId,
    ...bodyOfReceipt(body),
    submissionId,
    uploadNumber: file.uploadNumber,
    round: file.round,
    sha256: file.sha256,
    sizeBytes: file.sizeBytes,
    counts,
    asOf: sending.asOf,
    ...(await onBehalfIn(tx, needs, sending.approvedBy ?? sending.sender)),
  });
  await recordAct(tx, needs, [
    {
      act: 'submission.submitted',
      purpose: 'SUBMIT',
      bodyId: file.bodyId,
      objectId: submissionId,
      revision: file.round,
      payload: {
        sha256: file.sha256,
        counts,
        acknowledged: sending.acknowledgedCodes,
        asOf: sending.asOf,
        ...(sending.again === null ? {} : { again: sending.again }),
        ...(sending.approvedBy ? { sentBy: sending.sender.accountId, approvedBy: sending.approvedBy.accountId } : {}),
      },
    },
    {
      act: 'receipt.issued',
      purpose: 'SUBMIT',
      bodyId: file.bodyId,
      objectId: submissionId,
      revision: file.round,
      payload: { number: receipt.content.number, jws: receipt.jws },
      rows: [receiptWitness(receipt, file.bodyId)],
    },
  ]);
  return ok({ receipt, counts });
}

async function alreadySubmitted(tx: Tx, file: StoredFile): Promise<Result<Submitted>> {
  const receipt = await receivedReceipt(tx, file.submissionId, file.round);
  if (!receipt) throw new Error('a submitted file without its receipt');
  return ok({ receipt, counts: receipt.content.counts });
}
