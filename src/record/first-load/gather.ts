/** A clerk begins a first load, adds parts and takes them out, closes it: from then on its rows stand. */
import { recordAct } from '#authority/audit/record.ts';
import { isPlainDate } from '#base/clock.ts';
import type { Tx } from '#base/database/transaction.ts';
import { ok, refused } from '#base/problem.ts';
import type { Result } from '#base/problem.ts';
import { moveFile } from '#record/intake/move-file.ts';
import { receiveUpload } from '#record/intake/receive.ts';
import type { KeptBytes, Received } from '#record/intake/receive.ts';
import { step as stepOfFile } from '#record/intake/step.ts';
import { latestFile, latestFiles } from '#record/intake/store.ts';
import type { StoredFile } from '#record/intake/store.ts';
import { receivedReceipt } from '#record/receipt/issue.ts';
import { PARTS_MAX } from './limits.ts';
import { issuePartReceipt } from './part-receipt.ts';
import type { FirstLoadNeeds, LoadActor } from './needs.ts';
import { performLoad } from './perform.ts';
import { beginRound } from './move-load.ts';
import {
  asOfOfLoad,
  firstLoadClosed,
  loadNotFound,
  loadStands,
  loadUnderWay,
  nobodyToLoad,
  partNotFound,
  partsNotChecked,
  tooManyParts,
} from './problems.ts';
import { stateWords } from './state-words.ts';
import { step } from './step.ts';
import type { LoadEvent } from './step.ts';
import { loadById, loadOfSubmission, loadUnderWayOf, openWindow, partsOf, removePart, writeAct, writeLoad, writePart } from './store.ts';
import type { Load } from './store.ts';
import { standsOn } from './window.ts';

/** E-FIRST-LOAD-NOT-OPEN, when the first load of the body does not stand open today. */
export async function openToday(
  tx: Tx,
  needs: Pick<FirstLoadNeeds, 'clock'>,
  bodyId: string,
): Promise<Result<{ readonly windowId: string }>> {
  const window = await openWindow(tx, bodyId);
  return window && standsOn(window, needs.clock.today()) ? ok({ windowId: window.windowId }) : refused(firstLoadClosed());
}

/** A load that is held, where the event fits. E-FIRST-LOAD-NOT-FOUND, E-FIRST-LOAD-STATE. */
export async function loadFor(tx: Tx, loadId: string, fits: LoadEvent | ((load: Load) => boolean)): Promise<Result<Load>> {
  const load = await loadById(tx, loadId, { lock: true });
  if (!load) return refused(loadNotFound());
  const may = typeof fits === 'function' ? fits(load) : step(load.state, fits) !== null;
  return may ? ok(load) : refused(loadStands({ state: stateWords(load.state) }));
}

/** Begins the first load of a body; its seed is made now. E-FIRST-LOAD-NOT-OPEN, E-FIRST-LOAD-AS-OF, E-FIRST-LOAD-UNDER-WAY. */
export async function beginLoad(
  tx: Tx,
  needs: FirstLoadNeeds,
  by: LoadActor,
  { body, asOf }: { readonly body: string; readonly asOf: string },
): Promise<Result<{ readonly id: string }>> {
  const open = await openToday(tx, needs, body);
  if (!open.ok) return open;
  if (!isPlainDate(asOf) || asOf > needs.clock.today()) return refused(asOfOfLoad());
  // Two who begin at one moment: the second waits here, and finds the first.
  await tx.query('select pg_advisory_xact_lock(hashtextextended($1, 0))', [`first-load:${body}`]);
  if (await loadUnderWayOf(tx, body)) return refused(loadUnderWay());
  const at = needs.clock.now();
  const load = { loadId: needs.chance.uuid7(Date.parse(at)), bodyId: body };
  await writeLoad(tx, { ...load, windowId: open.value.windowId, asOf }, by, at);
  const commitment = await beginRound(tx, needs, load, 1);
  await writeAct(tx, load, { act: 'begun', by: by.accountId, byName: by.name, at });
  await recordAct(tx, needs, [
    { act: 'first-load.begun', purpose: 'SUBMIT', bodyId: body, objectId: load.loadId, payload: { asOf, commitment } },
  ]);
  return ok({ id: load.loadId });
}

export interface PartReceived extends Received {
  readonly no: number;
}

/**
 * Adds a file. The same bytes again are the same part. E-FIRST-LOAD-NOT-FOUND, E-FIRST-LOAD-STATE, E-FIRST-LOAD-NOT-OPEN, E-FIRST-LOAD-PARTS,
 * E-UPLOAD-SENT-OTHERWISE, and what an upload is refused for.
 */
export async function addPart(
  tx: Tx,
  needs: FirstLoadNeeds,
  by: LoadActor,
  loadId: string,
  file: { readonly fileName: string; readonly kept: KeptBytes },
): Promise<Result<PartReceived>> {
  const found = await loadFor(tx, loadId, 'closed');
  if (!found.ok) return found;
  const load = found.value;
  const open = await openToday(tx, needs, load.bodyId);
  if (!open.ok) return open;
  if ((await partsOf(tx, loadId)).length >= PARTS_MAX) return refused(tooManyParts({ partsMax: PARTS_MAX.toLocaleString('vi') }));
  const received = await receiveUpload(tx, needs, by, { bodyId: load.bodyId, asOf: load.asOf, ofFirstLoad: true, ...file });
  if (!received.ok) return received;
  const { submissionId, sha256 } = received.value;
  const before = received.value.sameAs === null ? null : await loadOfSubmission(tx, submissionId);
  if (before) return before.loadId === loadId ? ok({ ...received.value, no: before.no }) : refused(loadUnderWay());
  const no = await writePart(tx, load, submissionId, needs.clock.now());
  await recordAct(tx, needs, [
    {
      act: 'first-load.part-added',
      purpose: 'SUBMIT',
      bodyId: load.bodyId,
      objectId: loadId,
      payload: { no, submissionId, sha256 },
    },
  ]);
  return ok({ ...received.value, no });
}

/** Takes a part out, with its file. E-FIRST-LOAD-NOT-FOUND, E-FIRST-LOAD-STATE, E-FIRST-LOAD-PART-NOT-FOUND. */
export async function takePartOut(tx: Tx, needs: FirstLoadNeeds, by: LoadActor, loadId: string, no: number): Promise<Result<null>> {
  const found = await loadFor(tx, loadId, 'closed');
  if (!found.ok) return found;
  const part = (await partsOf(tx, loadId)).find((one) => one.no === no);
  const file = part && (await latestFile(tx, part.submissionId, { lock: true }));
  if (!part || !file) return refused(partNotFound({ no: String(no) }));
  const at = needs.clock.now();
  await moveFile(tx, file, 'withdrawn', at);
  await removePart(tx, loadId, no, at);
  await writeAct(tx, found.value, { act: 'part-removed', by: by.accountId, byName: by.name, at, note: String(no) });
  await recordAct(tx, needs, [
    {
      act: 'first-load.part-removed',
      purpose: 'SUBMIT',
      bodyId: found.value.bodyId,
      objectId: loadId,
      payload: { no, submissionId: part.submissionId },
    },
  ]);
  return ok(null);
}

/** R1 of a part: what was received of it. Once for a file, however often the load is closed. */
async function receiptOfPart(tx: Tx, needs: FirstLoadNeeds, load: Load, file: StoredFile): Promise<void> {
  if (await receivedReceipt(tx, file.submissionId, file.round)) return;
  await issuePartReceipt(tx, needs, load, file, { kind: 'R1' });
}

/** No more parts come: their rows are fixed by the job that follows. E-FIRST-LOAD-NOT-FOUND, E-FIRST-LOAD-STATE, E-FIRST-LOAD-NOT-OPEN, E-FIRST-LOAD-NOT-CHECKED, E-FIRST-LOAD-NOBODY. */
export async function closeLoad(tx: Tx, needs: FirstLoadNeeds, by: LoadActor, loadId: string): Promise<Result<null>> {
  const found = await loadFor(tx, loadId, 'closed');
  if (!found.ok) return found;
  const load = found.value;
  const open = await openToday(tx, needs, load.bodyId);
  if (!open.ok) return open;
  const parts = await partsOf(tx, loadId);
  const ready: StoredFile[] = [];
  for (const { submissionId } of parts) {
    const file = await latestFile(tx, submissionId, { lock: true });
    if (file && stepOfFile(file.stage, 'bound')) ready.push(file);
  }
  if (ready.length < parts.length) return refused(partsNotChecked({ count: String(parts.length - ready.length) }));
  if (ready.every(({ counts }) => counts.accepted === 0)) return refused(nobodyToLoad());
  const at = needs.clock.now();
  for (const file of ready) {
    await moveFile(tx, file, 'bound', at, { submittedAt: at, submittedBy: by });
    await receiptOfPart(tx, needs, load, file);
  }
  await performLoad(tx, needs, load, 'closed', by);
  await recordAct(tx, needs, [
    {
      act: 'first-load.closed',
      purpose: 'SUBMIT',
      bodyId: load.bodyId,
      objectId: loadId,
      revision: load.round,
      payload: { parts: ready.map(({ sha256 }) => sha256) },
    },
  ]);
  return ok(null);
}

/** Opens it again after its sample failed: parts are taken out and others come. E-FIRST-LOAD-NOT-FOUND, E-FIRST-LOAD-STATE. */
export const reopenLoad = (tx: Tx, needs: FirstLoadNeeds, by: LoadActor, loadId: string): Promise<Result<null>> =>
  moveAsked(tx, needs, by, loadId, 'reopened', 'first-load.reopened');

/** Gives the load up; nothing of it is registered. E-FIRST-LOAD-NOT-FOUND, E-FIRST-LOAD-STATE. */
export const withdrawLoad = (tx: Tx, needs: FirstLoadNeeds, by: LoadActor, loadId: string): Promise<Result<null>> =>
  moveAsked(tx, needs, by, loadId, 'withdrawn', 'first-load.withdrawn');

/** Somebody who confirms sends it back, and says why. E-FIRST-LOAD-NOT-FOUND, E-FIRST-LOAD-STATE. */
export const sendLoadBack = (tx: Tx, needs: FirstLoadNeeds, by: LoadActor, loadId: string, note: string): Promise<Result<null>> =>
  moveAsked(tx, needs, by, loadId, 'refused', 'first-load.sent-back', note);

async function moveAsked(
  tx: Tx,
  needs: FirstLoadNeeds,
  by: LoadActor,
  loadId: string,
  event: 'reopened' | 'withdrawn' | 'refused',
  act: 'first-load.reopened' | 'first-load.withdrawn' | 'first-load.sent-back',
  note?: string,
): Promise<Result<null>> {
  const found = await loadFor(tx, loadId, event);
  if (!found.ok) return found;
  const load = found.value;
  await performLoad(tx, needs, load, event, by, note === undefined ? {} : { note });
  await recordAct(tx, needs, [
    {
      act,
      purpose: event === 'refused' ? 'CONFIRM' : 'SUBMIT',
      bodyId: load.bodyId,
      objectId: loadId,
      revision: load.round,
      ...(note === undefined ? { payload: {} } : { payload: { note } }),
    },
  ]);
  return ok(null);
}

/** Files of the parts, by submission. */
export const filesOfParts = async (tx: Tx, submissionIds: readonly string[]): Promise<ReadonlyMap<string, StoredFile>> =>
  new Map((await latestFiles(tx, submissionIds)).map((file) => [file.submissionId, file]));
