/** The periodic work of this room: builds lists that are granted, deletes those whose time is over. */
import type { PeriodicTask } from '#base/jobs/job.ts';
import { exportOnce } from './build.ts';
import type { ExportNeeds } from './build.ts';

/** Somebody waits for it with the page open. Milliseconds. */
const EVERY_MS = 3_000;
const RETRY_MS = 30_000;

export const exportsTask = (needs: ExportNeeds): PeriodicTask => ({
  name: 'exports.build',
  everyMs: EVERY_MS,
  retryMs: RETRY_MS,
  round: () => exportOnce(needs),
});
