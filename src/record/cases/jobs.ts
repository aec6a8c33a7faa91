/** The durable work of this room. */
import { Type } from 'typebox';
import { job } from '#base/jobs/job.ts';
import type { PeriodicTask } from '#base/jobs/job.ts';
import { endCase, endDueCases } from './end-case.ts';
import type { CaseNeeds } from './needs.ts';

/** Terms end and agreed days come by the day; looked for every so often, in milliseconds. */
const DUE_EVERY_MS = 60_000;

/** What the register does of what was agreed. */
export const endCaseJob = job({
  name: 'case.end',
  payload: Type.Object({ caseId: Type.String() }),
  handle: endCase,
  // The case stands as it was agreed, and each minute is looked at again.
  lastFailure: { kind: 'again', by: 'case.due' },
});

/** Ends what its day ends. */
export const dueCasesTask = (needs: CaseNeeds): PeriodicTask => ({
  name: 'case.due',
  everyMs: DUE_EVERY_MS,
  retryMs: DUE_EVERY_MS,
  async round() {
    await endDueCases(needs);
    return 'done';
  },
});
