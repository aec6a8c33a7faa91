/** What a screen offers: only what the server says that the reader may do with the subject at hand. It decides again when it is done. */
import type { AccessAct } from '#portal/api/generated/api.ts';

/** Anything that an answer says it of: a session, a submission, a record. */
export interface WithMay {
  readonly may: readonly AccessAct[];
}

/** May it be offered? Not before the server has said so. */
export const mayDo = (subject: WithMay | null | undefined, act: AccessAct): boolean => subject?.may.includes(act) ?? false;
