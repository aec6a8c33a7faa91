/** The work of this room that comes by time. */
import type { PeriodicTask } from '#base/jobs/job.ts';
import { matchPending } from './run.ts';
import type { MatchNeeds } from './run.ts';

/** People matched in one round, and the pauses between rounds when nobody was due or one failed, in milliseconds. */
const PEOPLE = 50;
const EVERY_MS = 500;
const RETRY_MS = 2_000;

/** Asks the population database about whoever is due. */
export const matchingTask = (needs: MatchNeeds): PeriodicTask => ({
  name: 'match.pending',
  everyMs: EVERY_MS,
  retryMs: RETRY_MS,
  round: async (signal) => ((await matchPending(needs, PEOPLE, signal)).matched === 0 ? 'done' : 'more'),
});
