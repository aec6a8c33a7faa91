/** The periodic work of this room. Two workers at once wait for each other's day. */
import type { SessionHandle } from '#base/database/transaction.ts';
import type { PeriodicTask } from '#base/jobs/job.ts';
import { countReaders } from './count-readers.ts';
import type { CountNeeds } from './count-readers.ts';
import { COUNT_EVERY_MS } from './limits.ts';

export const countReadersTask = (needs: CountNeeds & { readonly jobSession: (bodyId: null) => Promise<SessionHandle> }): PeriodicTask => ({
  name: 'oversight.count-readers',
  everyMs: COUNT_EVERY_MS,
  retryMs: COUNT_EVERY_MS,
  async round() {
    await countReaders(needs, await needs.jobSession(null));
    return 'done';
  },
});
