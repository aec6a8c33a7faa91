/** A row of the sample is opened, held against the papers, and judged: once, by who opened it. */
import { ownRecord } from '#authority/access/problems.ts';
import { recordAct } from '#authority/audit/record.ts';
import type { Tx } from '#base/database/transaction.ts';
import { ok, refused } from '#base/problem.ts';
import type { Result } from '#base/problem.ts';
import { readLines } from '#record/intake/line-store.ts';
import type { StoredLine } from '#record/intake/line-store.ts';
import { latestFile, sealForSubmission } from '#record/intake/store.ts';
import type { StoredFile } from '#record/intake/store.ts';
import { loadFor } from './gather.ts';
import type { FirstLoadNeeds, LoadActor } from './needs.ts';
import { performLoad } from './perform.ts';
import { rowNotFound, rowNotOpened, wrongNeedsNote } from './problems.ts';
import { noteRowOpened, partsOf, sampleOf, writeVerdict } from './store.ts';
import type { Load, SampleRow } from './store.ts';

export interface OpenedRow {
  readonly load: Load;
  readonly row: SampleRow;
  readonly file: StoredFile;
  readonly line: StoredLine;
}

/** A row of the sample as it stands in its file. Who it is about neither opens nor judges it: E-CONFIRM-OWN-RECORD, before anything is noted. */
async function rowFor(tx: Tx, needs: FirstLoadNeeds, by: LoadActor, load: Load, no: number): Promise<Result<OpenedRow>> {
  const row = (await sampleOf(tx, load)).find((one) => one.no === no);
  const part = row && (await partsOf(tx, load.loadId)).find((one) => one.no === row.partNo);
  const file = part && (await latestFile(tx, part.submissionId));
  if (!row || !file) return refused(rowNotFound());
  const [line] = await readLines(tx, needs.keys, file.submissionId, file.round, { afterLine: 0, limit: 1, lineNos: [row.lineNo] });
  if (!line?.idHash) return refused(rowNotFound());
  return Buffer.from(line.idHash).toString('hex') === by.identity ? refused(ownRecord()) : ok({ load, row, file, line });
}

/** A row of the sample, noted as opened by this person. The caller records the reading. E-FIRST-LOAD-NOT-FOUND, E-FIRST-LOAD-STATE, E-FIRST-LOAD-ROW-NOT-FOUND, E-CONFIRM-OWN-RECORD. */
export async function openRow(tx: Tx, needs: FirstLoadNeeds, by: LoadActor, loadId: string, no: number): Promise<Result<OpenedRow>> {
  const found = await loadFor(tx, loadId, (load) => load.people > 0 && load.state !== 'withdrawn');
  if (!found.ok) return found;
  const opened = await rowFor(tx, needs, by, found.value, no);
  if (opened.ok && found.value.state === 'sampling') await noteRowOpened(tx, found.value, no, by.accountId, needs.clock.now());
  return opened;
}

/**
 * What was found. With the last row the sample is over: all right, it may be signed; one wrong, the load stops.
 * E-FIRST-LOAD-NOT-FOUND, E-FIRST-LOAD-STATE, E-FIRST-LOAD-ROW-NOT-FOUND, E-FIRST-LOAD-NOT-OPENED, E-FIRST-LOAD-WRONG-HOW, E-CONFIRM-OWN-RECORD.
 */
export async function judgeRow(
  tx: Tx,
  needs: FirstLoadNeeds,
  by: LoadActor,
  loadId: string,
  no: number,
  said: { readonly right: boolean; readonly note?: string },
): Promise<Result<null>> {
  const found = await loadFor(tx, loadId, 'all-right');
  if (!found.ok) return found;
  const load = found.value;
  const note = said.note?.trim() ?? '';
  if (!said.right && note === '') return refused(wrongNeedsNote());
  const sampled = await rowFor(tx, needs, by, load, no);
  if (!sampled.ok) return sampled;
  const { row, file } = sampled.value;
  if (row.verdict !== null) return refused(rowNotFound());
  if (row.openedBy !== by.accountId) return refused(rowNotOpened());
  const noteSealed = note === '' ? null : sealForSubmission(needs.keys, file.submissionId, note);
  if (!(await writeVerdict(tx, load, no, { right: said.right, noteSealed }, by, needs.clock.now()))) return refused(rowNotFound());
  await recordAct(tx, needs, [
    {
      act: 'first-load.judged',
      purpose: 'CONFIRM',
      bodyId: load.bodyId,
      objectId: loadId,
      revision: load.round,
      payload: { no, right: said.right },
    },
  ]);
  const sample = await sampleOf(tx, load);
  if (sample.every(({ verdict }) => verdict !== null))
    await performLoad(tx, needs, load, sample.every(({ verdict }) => verdict === 'right') ? 'all-right' : 'wrong', by);
  return ok(null);
}
