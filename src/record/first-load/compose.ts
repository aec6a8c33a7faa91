/**
 * The job after closing: which rows are taken, part by part, each part a transaction; then the root over them all and the sample. Killed anywhere, it goes on with the
 * first part that is not fixed.
 */
import { recordAct } from '#authority/audit/record.ts';
import type { Tx } from '#base/database/transaction.ts';
import { letWait, placeOfNumber } from '#record/intake/let-wait.ts';
import type { WaitingLine } from '#record/intake/let-wait.ts';
import { readLines } from '#record/intake/line-store.ts';
import type { StoredLine } from '#record/intake/line-store.ts';
import { latestFile } from '#record/intake/store.ts';
import type { StoredFile } from '#record/intake/store.ts';
import { COMPOSE_ROWS } from './limits.ts';
import type { FirstLoadNeeds } from './needs.ts';
import { moveLoad, openSeed, THE_WORK } from './move-load.ts';
import { inAnotherPart, knownAlready } from './problems.ts';
import { leafOfRow, rootOfParts, rootOfRows } from './row-leaf.ts';
import { drawSample, sampleSize } from './sample.ts';
import {
  fixPart,
  loadById,
  partsOf,
  partsThatTake,
  placesFoundWrong,
  roundOf,
  takeLines,
  takenAt,
  warningsOf,
  writeDrawn,
  writeSample,
} from './store.ts';
import type { Load, Part } from './store.ts';

export async function composeLoad(needs: FirstLoadNeeds, job: { readonly loadId: string; readonly bodyId: string }): Promise<void> {
  const handle = await needs.jobSession(job.bodyId);
  for (;;) {
    const goesOn = await needs.db.transaction(handle, async (tx) => {
      const load = await loadById(tx, job.loadId, { lock: true });
      if (load?.state !== 'composing') return false;
      const parts = await partsOf(tx, load.loadId);
      const next = parts.find(({ root }) => root === null);
      if (next) await fixRows(tx, needs, load, parts, next);
      else await draw(tx, needs, load, parts);
      return next !== undefined;
    });
    if (!goesOn) return;
  }
}

const hex = (bytes: Uint8Array): string => Buffer.from(bytes).toString('hex');

/** Rows of nobody whom the register knows, each number once; the others are told. Who says what stands already has nothing to be taken. */
async function fixRows(tx: Tx, needs: FirstLoadNeeds, load: Load, parts: readonly Part[], part: Part): Promise<void> {
  let file = (await latestFile(tx, part.submissionId, { lock: true }))!;
  const firstNo = parts.reduce((sum, { people }) => sum + (people ?? 0), 0);
  const leaves: Uint8Array[] = [];
  for (let after = 0; ;) {
    const lines = await readLines(tx, needs.keys, file.submissionId, file.round, {
      afterLine: after,
      limit: COMPOSE_ROWS,
      verdict: 'accepted',
    });
    if (lines.length === 0) break;
    after = lines.at(-1)!.lineNo;
    const fresh = lines.filter(({ comparison }) => comparison === 'new');
    const takenBefore = await partsThatTake(
      tx,
      load.loadId,
      fresh.map(({ idHash }) => idHash!),
    );
    const own = fresh.filter(({ idHash }) => !takenBefore.has(hex(idHash!)));
    await takeLines(
      tx,
      load,
      part.no,
      own.map((line, index) => ({ idHash: line.idHash!, lineNo: line.lineNo, no: firstNo + leaves.length + index })),
    );
    for (const line of own) leaves.push(leafOfRow(part.no, line));
    file = await letWait(tx, needs, file, leftOut(needs, file, lines, takenBefore));
  }
  await fixPart(tx, load.loadId, { no: part.no, firstNo, people: leaves.length, root: rootOfRows(leaves) });
}

/** Who was taken before, or is known and said to be otherwise, waits and is told why. */
const leftOut = (
  needs: Pick<FirstLoadNeeds, 'doors'>,
  file: StoredFile,
  lines: readonly StoredLine[],
  takenBefore: ReadonlyMap<string, number>,
): WaitingLine[] =>
  lines.flatMap((line): WaitingLine[] => {
    const part = line.comparison === 'new' ? takenBefore.get(hex(line.idHash!)) : undefined;
    if (line.comparison === 'changed') return [{ line, problems: [knownAlready({}, placeOfNumber(needs, file, line))] }];
    return part === undefined ? [] : [{ line, problems: [inAnotherPart({ part: String(part) }, placeOfNumber(needs, file, line))] }];
  });

/** The root over all rows, the seed, and the sample that follows from both. */
async function draw(tx: Tx, needs: FirstLoadNeeds, load: Load, parts: readonly Part[]): Promise<void> {
  const taking = parts.flatMap(({ no, people, root }) => (people !== null && people > 0 ? [{ no, people, root: hex(root!) }] : []));
  const people = taking.reduce((sum, part) => sum + part.people, 0);
  if (people === 0) {
    await moveLoad(tx, needs, load, 'nobody', THE_WORK);
    return;
  }
  const at = needs.clock.now();
  const root = rootOfParts(taking);
  const { seedSealed } = await roundOf(tx, load);
  const seed = openSeed(needs, load.loadId, seedSealed);
  const must = await placesFoundWrong(tx, load.loadId);
  const places = drawSample(seed, root, people, sampleSize(people, needs.clock.today()), must);
  const warnings = Object.fromEntries(
    await warningsOf(
      tx,
      parts.map(({ submissionId }) => submissionId),
    ),
  );
  await writeDrawn(tx, load, { seed, root: Buffer.from(root, 'hex'), people, told: { warnings } }, at);
  await writeSample(tx, load, await takenAt(tx, load.loadId, places));
  await moveLoad(tx, needs, load, 'drawn', THE_WORK, { people });
  await recordAct(tx, needs, [
    {
      act: 'first-load.drawn',
      purpose: 'CONFIRM',
      bodyId: load.bodyId,
      objectId: load.loadId,
      revision: load.round,
      payload: { root, people, seed: hex(seed), rows: places.length },
    },
  ]);
}
