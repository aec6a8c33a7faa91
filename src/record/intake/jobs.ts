/** The durable work of this room. */
import { Type } from 'typebox';
import { job } from '#base/jobs/job.ts';
import { advanceSubmission } from './advance.ts';
import { checkUpload } from './check-upload.ts';
import { endCheck } from './end-check.ts';

/** A round of a submission: one file that was sent. */
const Round = Type.Object({ submissionId: Type.String(), round: Type.Integer(), bodyId: Type.String() });

/** Reads a file and reports every problem of every row. One that cannot be read ends as refused, with what to do. */
export const checkJob = job({
  name: 'submission.check',
  payload: Round,
  handle: checkUpload,
  lastFailure: { kind: 'ends', end: endCheck },
});
/** After "send": numbers are claimed, lines become items, who needs it is queued to be matched. */
export const advanceJob = job({
  name: 'submission.advance',
  payload: Round,
  handle: advanceSubmission,
  lastFailure: { kind: 'again', by: 'intake.resume' },
});
