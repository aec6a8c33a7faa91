/**
 * The job after the second signature: everybody who was taken becomes a person of the register, a thousand in a transaction, which counts them. Killed anywhere, it
 * goes on where the count stands. Who cannot be registered by now waits, and is told why; nobody who is in the register is changed.
 */
import { recordAct } from '#authority/audit/record.ts';
import type { Tx } from '#base/database/transaction.ts';
import { settleDualClaims } from '#record/cases/claims.ts';
import { numberTaken } from '#record/confirmation/problems.ts';
import { claimNumbers } from '#record/intake/claim-numbers.ts';
import { letWait, placeOfNumber, registeredElsewhere } from '#record/intake/let-wait.ts';
import type { WaitingLine } from '#record/intake/let-wait.ts';
import { readLines, settleLines } from '#record/intake/line-store.ts';
import type { StoredLine } from '#record/intake/line-store.ts';
import { moveFile } from '#record/intake/move-file.ts';
import { latestFile } from '#record/intake/store.ts';
import type { StoredFile } from '#record/intake/store.ts';
import { enqueueMatches } from '#record/matching/queue.ts';
import { applyConfirmed } from '#record/register/apply.ts';
import { bindNumbers, readPeople } from '#record/register/store.ts';
import type { GroupCode, GroupDocument } from '#standard/shapes.ts';
import { REGISTER_ROWS } from './limits.ts';
import { issuePartReceipt } from './part-receipt.ts';
import type { FirstLoadNeeds } from './needs.ts';
import { moveLoad, THE_WORK } from './move-load.ts';
import { knownAlready, signersOwn } from './problems.ts';
import { FIRST_LOAD_SOURCE } from './shapes.ts';
import { countDone, loadById, partsOf, roundOf, signaturesOf, takenFrom } from './store.ts';
import type { Load, Part } from './store.ts';

export async function registerLoad(needs: FirstLoadNeeds, job: { readonly loadId: string; readonly bodyId: string }): Promise<void> {
  const handle = await needs.jobSession(job.bodyId);
  for (;;) {
    const goesOn = await needs.db.transaction(handle, async (tx) => {
      const load = await loadById(tx, job.loadId, { lock: true });
      if (load?.state !== 'registering') return false;
      for (const part of await partsOf(tx, load.loadId)) {
        const file = (await latestFile(tx, part.submissionId, { lock: true }))!;
        if (file.stage !== 'bound') continue;
        await registerNext(tx, needs, load, part, file);
        return true;
      }
      await moveLoad(tx, needs, load, 'registered', THE_WORK);
      await recordAct(tx, needs, [
        {
          act: 'first-load.registered',
          purpose: 'REGISTER',
          bodyId: load.bodyId,
          objectId: load.loadId,
          revision: load.round,
          payload: { people: load.people },
        },
      ]);
      return false;
    });
    if (!goesOn) return;
  }
}

const hex = (bytes: Uint8Array): string => Buffer.from(bytes).toString('hex');

/** The next rows of a part; when none is left its file is closed, with its receipt. */
async function registerNext(tx: Tx, needs: FirstLoadNeeds, load: Load, part: Part, file: StoredFile): Promise<void> {
  const left = (part.people ?? 0) - part.done;
  if (left <= 0) {
    await receiptOfPart(tx, needs, load, file);
    await moveFile(tx, file, 'loaded', needs.clock.now());
    return;
  }
  const rows = await takenFrom(tx, load.loadId, part.firstNo! + part.done, Math.min(left, REGISTER_ROWS));
  const lines = await readLines(tx, needs.keys, file.submissionId, file.round, {
    afterLine: 0,
    limit: rows.length,
    lineNos: rows.map(({ lineNo }) => lineNo),
  });
  const waiting = await registerRows(tx, needs, load, file, lines);
  await letWait(tx, needs, file, waiting);
  await countDone(tx, load, part.no, rows.length);
}

/** @returns who could not be registered, and why */
async function registerRows(
  tx: Tx,
  needs: FirstLoadNeeds,
  load: Load,
  file: StoredFile,
  lines: readonly StoredLine[],
): Promise<WaitingLine[]> {
  const signers = new Set((await signaturesOf(tx, load)).map(({ signerIdentity }) => signerIdentity));
  const why = (line: StoredLine, problem: typeof knownAlready): WaitingLine => ({
    line,
    problems: [problem({}, placeOfNumber(needs, file, line))],
  });
  const waiting: WaitingLine[] = lines.filter(({ idHash }) => signers.has(hex(idHash!))).map((line) => why(line, signersOwn));
  const others = lines.filter(({ idHash }) => !signers.has(hex(idHash!)));
  const claimed = await claimNumbers(tx, needs, file, others);
  const elsewhere = others.filter(({ idHash }) => !claimed.has(hex(idHash!)));
  waiting.push(...registeredElsewhere(needs, file, elsewhere));
  const ours = others.flatMap((line) => {
    const personId = claimed.get(hex(line.idHash!));
    return personId === undefined ? [] : [{ line: { ...line, personId }, personId }];
  });
  // Registered since the rows were fixed, by a confirmation: that stands, and this does not.
  const known = await readPeople(
    tx,
    needs.keys,
    ours.map(({ personId }) => personId),
  );
  waiting.push(...ours.filter(({ personId }) => known.has(personId)).map(({ line }) => why(line, knownAlready)));
  const fresh = ours.filter(({ personId }) => !known.has(personId));
  const lost = new Set(
    await bindNumbers(
      tx,
      fresh.map(({ personId }) => personId),
    ),
  );
  waiting.push(...fresh.filter(({ personId }) => lost.has(personId)).map(({ line }) => why(line, numberTaken)));
  const bound = fresh.filter(({ personId }) => !lost.has(personId));
  const refusedBy = await applyRows(tx, needs, load, file, bound);
  waiting.push(...bound.flatMap(({ line, personId }) => (refusedBy.has(personId) ? [{ line, problems: refusedBy.get(personId)! }] : [])));
  await follow(
    tx,
    needs,
    load,
    file,
    bound.filter(({ personId }) => !refusedBy.has(personId)),
  );
  return waiting;
}

type Ours = { readonly line: StoredLine; readonly personId: string };

/** @returns what the register has against whom it refuses */
async function applyRows(tx: Tx, needs: FirstLoadNeeds, load: Load, file: StoredFile, people: readonly Ours[]) {
  const applied = await applyConfirmed(
    tx,
    needs,
    people.map(({ line, personId }) => ({
      personId,
      bodyId: load.bodyId,
      validFrom: load.asOf,
      submissionId: file.submissionId,
      // Nobody attests this row: what the two signed stands with the load, which the submission leads to.
      attestationId: null,
      source: FIRST_LOAD_SOURCE,
      listEdition: file.listEdition,
      groups: (Object.entries(line.content!.groups) as [GroupCode, GroupDocument][]).map(([group, stated]) => ({
        group,
        stated,
        comparedVersion: 0,
      })),
    })),
  );
  return new Map(applied.flatMap((one) => (one.outcome === 'refused' ? [[one.personId, one.problems] as const] : [])));
}

/** Other bodies that had sent a number learn it, and the population database is asked about everybody. */
async function follow(tx: Tx, needs: FirstLoadNeeds, load: Load, file: StoredFile, people: readonly Ours[]): Promise<void> {
  if (people.length === 0) return;
  await settleLines(
    tx,
    file,
    people.map(({ line, personId }) => ({ lineNo: line.lineNo, personId, verdict: 'accepted' })),
  );
  const personIds = people.map(({ personId }) => personId);
  await settleDualClaims(tx, needs, { personIds, bodyId: load.bodyId });
  await enqueueMatches(
    tx,
    { submissionId: file.submissionId, bodyId: load.bodyId, at: needs.clock.now() },
    personIds.map((personId) => ({ personId })),
  );
}

/** R2 of a part, with what the two signed of it and how it ended. */
async function receiptOfPart(tx: Tx, needs: FirstLoadNeeds, load: Load, file: StoredFile): Promise<void> {
  const { root } = await roundOf(tx, load);
  await issuePartReceipt(tx, needs, load, file, { kind: 'R2', signed: { round: load.round, root: root!.toString('hex'), signers: 2 } });
}
