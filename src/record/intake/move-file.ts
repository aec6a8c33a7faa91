/** The only mover of files: asks `step`, and writes what it says from the stage before. */
import type { Instant } from '#base/clock.ts';
import type { Tx } from '#base/database/transaction.ts';
import { step } from './step.ts';
import type { FileEvent, FileStep } from './step.ts';
import type { FileChange, StoredFile } from './store.ts';
import { writeStage } from './store.ts';

/**
 * Moves a file that the caller holds locked, with what changes beside. Throws when the event does not fit (callers ask first), or when the file
 * stands elsewhere than the caller saw it. The effect MUST be done in the same transaction (`perform.ts`).
 */
export async function moveFile(tx: Tx, file: StoredFile, event: FileEvent, at: Instant, change: FileChange = {}): Promise<FileStep> {
  const next = step(file.stage, event);
  if (!next) throw new Error(`"${event}" happens to no file that is ${file.stage}`);
  if (!(await writeStage(tx, file, { from: file.stage, to: next.to, at }, change)))
    throw new Error(`a file that was ${file.stage} is so no more`);
  return next;
}
