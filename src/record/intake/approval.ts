/** A body that approves before it sends: a clerk asks, the head approves exactly what was shown, or sends it back. Decision 0042. */
import { recordAct } from '#authority/audit/record.ts';
import type { Tx } from '#base/database/transaction.ts';
import { ok, refused } from '#base/problem.ts';
import type { Result } from '#base/problem.ts';
import { cleanText } from '#base/vietnamese/text.ts';
import { decideRequest, endRequests, isLive, readRequest, shownForApproval, writeRequest } from './approval-store.ts';
import type { SendingRequest } from './approval-store.ts';
import type { IntakeNeeds, Sender } from './needs.ts';
import { approvalNotFound, approvalNotNeeded, approvalReason, approvalVoid, approvalWaits, submissionNotFound } from './problems.ts';
import { needsApproval } from './sending-rules.ts';
import { latestFile } from './store.ts';
import type { StoredFile } from './store.ts';
import { readyToSend, sendFile } from './submit.ts';
import type { Submit, Submitted } from './submit.ts';

const about = (file: Pick<StoredFile, 'bodyId' | 'submissionId' | 'round'>) => ({
  purpose: 'SUBMIT' as const,
  bodyId: file.bodyId,
  objectId: file.submissionId,
  revision: file.round,
});

/**
 * Asks that a checked file may be sent, in the caller's transaction (`acting`); the file stays where it is.
 * Fails as `submit` does, and with E-APPROVAL-NOT-NEEDED, E-APPROVAL-WAITS.
 */
export async function askApproval(
  tx: Tx,
  needs: IntakeNeeds,
  who: Sender,
  submissionId: string,
  request: Submit,
): Promise<Result<{ readonly requestId: string }>> {
  const file = await latestFile(tx, submissionId, { lock: true });
  if (!file) return refused(submissionNotFound());
  const at = needs.clock.now();
  if (!(await needsApproval(tx, file.bodyId, at))) return refused(approvalNotNeeded());
  const ready = await readyToSend(tx, needs, file, request);
  if (!ready.ok) return ready;
  const open = await openRequest(tx, submissionId);
  if (open && isLive(open, file)) return refused(approvalWaits());
  // One that is open is about a file that is not there any more.
  await endRequests(tx, submissionId, 'void');
  const how = { asOf: request.asOf, acknowledged: request.acknowledgedCodes, partial: request.partial };
  const requestId = needs.chance.uuid7(Date.parse(at));
  const shownHash = await shownForApproval(tx, file, how);
  const { accountId, identity, name } = who;
  await writeRequest(tx, file, { requestId, shownHash, askedBy: { accountId, identity, name }, askedAt: at, ...how });
  await recordAct(tx, needs, [
    {
      act: 'sending.asked',
      ...about(file),
      payload: { requestId, shownHash, ...how, ...(ready.value.again === null ? {} : { again: ready.value.again }) },
    },
  ]);
  return ok({ requestId });
}

async function openRequest(tx: Tx, submissionId: string): Promise<SendingRequest | null> {
  const [row] = await tx.query<{ request_id: string }>(
    `select request_id from sending_request where submission_id = $1 and state = 'asked'`,
    [submissionId],
  );
  return row ? readRequest(tx, row.request_id, { lock: true }) : null;
}

/** Takes an open request back, in the caller's transaction (`acting`). Fails with E-SUBMISSION-NOT-FOUND, E-APPROVAL-NOT-FOUND. */
export async function takeBackRequest(tx: Tx, needs: IntakeNeeds, submissionId: string): Promise<Result<undefined>> {
  const file = await latestFile(tx, submissionId, { lock: true });
  if (!file) return refused(submissionNotFound());
  const ended = await endRequests(tx, submissionId, 'withdrawn');
  if (ended.length === 0) return refused(approvalNotFound());
  await recordAct(tx, needs, [{ act: 'sending.taken-back', ...about(file), payload: { requestId: ended[0] } }]);
  return ok(undefined);
}

/** The request and the file it is about, both held; a problem when nothing waits. */
async function heldRequest(tx: Tx, requestId: string): Promise<Result<{ readonly request: SendingRequest; readonly file: StoredFile }>> {
  const seen = await readRequest(tx, requestId);
  // The file first, as everybody who changes one does: two orders would wait for each other.
  const file = seen && (await latestFile(tx, seen.submissionId, { lock: true }));
  const request = file && (await readRequest(tx, requestId, { lock: true }));
  return request?.state === 'asked' ? ok({ request, file: file! }) : refused(approvalNotFound());
}

/**
 * Approves a request and sends the file, in the caller's transaction (`acting`), which has asked `decide` (never who asked, nor who brought the file).
 *
 * @param shownHash  of what the head was shown: MUST still be what stands there
 * Fails with E-APPROVAL-NOT-FOUND, E-APPROVAL-VOID; nothing is sent then.
 */
export async function approveSending(
  tx: Tx,
  needs: IntakeNeeds,
  head: Sender,
  requestId: string,
  shownHash: string,
): Promise<Result<Submitted>> {
  const held = await heldRequest(tx, requestId);
  if (!held.ok) return held;
  const { request, file } = held.value;
  const stands = isLive(request, file) ? await shownForApproval(tx, file, request) : null;
  if (stands !== request.shownHash || shownHash !== request.shownHash) return refused(approvalVoid());
  const how: Submit = { asOf: request.asOf, acknowledgedCodes: request.acknowledged, partial: request.partial };
  const ready = await readyToSend(tx, needs, file, how);
  if (!ready.ok) return ready;
  const by = { accountId: head.accountId, identity: head.identity, name: head.name };
  if (!(await decideRequest(tx, needs.keys, request, { by, at: needs.clock.now(), reason: null }))) return refused(approvalNotFound());
  await recordAct(tx, needs, [{ act: 'sending.approved', ...about(file), payload: { requestId, shownHash } }]);
  return sendFile(tx, needs, file, { ...how, ...ready.value, sender: request.askedBy, approvedBy: head });
}

/** Sends a request back with a reason, in the caller's transaction (`acting`). Fails with E-APPROVAL-NOT-FOUND, E-APPROVAL-REASON. */
export async function sendBackRequest(
  tx: Tx,
  needs: IntakeNeeds,
  head: Sender,
  requestId: string,
  reason: string,
): Promise<Result<undefined>> {
  const held = await heldRequest(tx, requestId);
  if (!held.ok) return held;
  const why = cleanText(reason).text;
  if (why === '') return refused(approvalReason());
  const { request, file } = held.value;
  const by = { accountId: head.accountId, identity: head.identity, name: head.name };
  if (!(await decideRequest(tx, needs.keys, request, { by, at: needs.clock.now(), reason: why }))) return refused(approvalNotFound());
  await recordAct(tx, needs, [{ act: 'sending.sent-back', ...about(file), payload: { requestId, reason: why } }]);
  return ok(undefined);
}
