/** Does what an event of a file asks for, in the caller's transaction: the stage, and the job that follows. Decides nothing. */
import type { Tx } from '#base/database/transaction.ts';
import { advanceJob, checkJob } from './jobs.ts';
import { moveFile } from './move-file.ts';
import type { IntakeNeeds } from './needs.ts';
import type { FileEffect, FileEvent } from './step.ts';
import type { FileChange, StoredFile } from './store.ts';

const JOB_OF: Readonly<Record<FileEffect, typeof checkJob>> = { check: checkJob, advance: advanceJob };

export interface Round {
  readonly submissionId: string;
  readonly round: number;
  readonly bodyId: string;
}

/** Queues the work that a step asks for. */
export async function follow(tx: Tx, { sendJob }: Pick<IntakeNeeds, 'sendJob'>, round: Round, effect: FileEffect | null): Promise<void> {
  if (effect === null) return;
  await sendJob(tx, JOB_OF[effect], { submissionId: round.submissionId, round: round.round, bodyId: round.bodyId });
}

/** Moves a file that the caller holds locked, and queues what follows. */
export async function perform(
  tx: Tx,
  needs: Pick<IntakeNeeds, 'sendJob' | 'clock'>,
  file: StoredFile,
  event: FileEvent,
  change: FileChange = {},
): Promise<void> {
  const { effect } = await moveFile(tx, file, event, needs.clock.now(), change);
  await follow(tx, needs, file, effect);
}
