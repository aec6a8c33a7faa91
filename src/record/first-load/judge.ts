/** A row of the sample is opened, held against the papers, and judged: once, by who opened it. */
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

async function rowOf(tx: Tx, load: Load, no: number): Promise<{ readonly row: SampleRow; readonly submissionId: string } | null> {
  const row = (await sampleOf(tx, load)).find((one) => one.no === no);
  const part = row && (await partsOf(tx, load.loadId)).find((one) => one.no === row.partNo);
  return row && part ? { row, submissionId: part.submissionId } : null;
}

/** A row of the sample as it stands in its file, noted as opened by this person. The caller records the reading. E-FIRST-LOAD-NOT-FOUND, E-FIRST-LOAD-STATE, E-FIRST-LOAD-ROW-NOT-FOUND. */
export async function openRow(tx: Tx, needs: FirstLoadNeeds, by: LoadActor, loadId: string, no: number): Promise<Result<OpenedRow>> {
  const found = await loadFor(tx, loadId, (load) => load.people > 0 && load.state !== 'withdrawn');
  if (!found.ok) return found;
  const load = found.value;
  const sampled = await rowOf(tx, load, no);
  const file = sampled && (await latestFile(tx, sampled.submissionId));
  if (!sampled || !file) return refused(rowNotFound());
  const [line] = await readLines(tx, needs.keys, file.submissionId, file.round, { afterLine: 0, limit: 1, lineNos: [sampled.row.lineNo] });
  if (!line) return refused(rowNotFound());
  if (load.state === 'sampling') await noteRowOpened(tx, load, no, by.accountId, needs.clock.now());
  return ok({ load, row: sampled.row, file, line });
}

/**
 * What was found. With the last row the sample is over: all right, it may be signed; one wrong, the load stops.
 * E-FIRST-LOAD-NOT-FOUND, E-FIRST-LOAD-STATE, E-FIRST-LOAD-ROW-NOT-FOUND, E-FIRST-LOAD-NOT-OPENED, E-FIRST-LOAD-WRONG-HOW.
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
  const sampled = await rowOf(tx, load, no);
  if (!sampled || sampled.row.verdict !== null) return refused(rowNotFound());
  if (sampled.row.openedBy !== by.accountId) return refused(rowNotOpened());
  const noteSealed = note === '' ? null : sealForSubmission(needs.keys, sampled.submissionId, note);
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
