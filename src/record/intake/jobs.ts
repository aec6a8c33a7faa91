/** The durable work of this room. */
import { Type } from 'typebox';
import { job } from '#base/jobs/job.ts';
import { advanceSubmission } from './advance.ts';
import { checkUpload } from './check-upload.ts';

/** A round of a submission: one file that was sent. */
const Round = Type.Object({ submissionId: Type.String(), round: Type.Integer(), bodyId: Type.String() });

/** Reads a file and reports every problem of every row. */
export const checkJob = job({ name: 'submission.check', payload: Round, handle: checkUpload });
/** After "send": numbers are claimed, lines become items, who needs it is queued to be matched. */
export const advanceJob = job({ name: 'submission.advance', payload: Round, handle: advanceSubmission });
