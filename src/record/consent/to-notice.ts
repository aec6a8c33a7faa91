/** Consents as notices need them: how they stand and on which days, nothing of what is asked or given. For the installation's own session. */
import type { PlainDate } from '#base/clock.ts';
import type { Tx } from '#base/database/transaction.ts';
import type { ConsentState } from './step.ts';

const dayOf = (column: string): string => `(${column} at time zone 'Asia/Ho_Chi_Minh')::date`;

export interface ConsentToNotice {
  readonly consentId: string;
  readonly standsAs: string;
  readonly bodyId: string;
  readonly state: ConsentState;
  readonly until: PlainDate;
  readonly answerBy: PlainDate;
  readonly answeredOn: PlainDate | null;
  readonly endedOn: PlainDate | null;
}
/** Of records that are there; who was erased is told nothing. */
export const consentsToNotice = (tx: Tx, personIds: readonly string[]): Promise<ConsentToNotice[]> =>
  tx.query<ConsentToNotice & Record<string, unknown>>(
    `select consent_id as "consentId", standing_person(person_id) as "standsAs", body_id as "bodyId", state, until, answer_by as "answerBy",
            ${dayOf('answered_at')} as "answeredOn", ${dayOf('ended_at')} as "endedOn"
       from consent where person_id = any ($1::uuid[]) and standing_person(person_id) is not null order by consent_id`,
    [personIds],
  );

/** Questions that may still be answered on this day: one that lapsed left no act. */
export async function consentsAwaited(tx: Tx, today: PlainDate): Promise<string[]> {
  const rows = await tx.query<{ consent_id: string }>(
    `select consent_id from consent where state = 'asked' and answer_by >= $1 and until >= $1`,
    [today],
  );
  return rows.map((row) => row.consent_id);
}

/** The consents by which these readings were done, each with the last day on which it was. */
export const looksToNotice = (
  tx: Tx,
  readingIds: readonly string[],
): Promise<{ readonly consentId: string; readonly standsAs: string; readonly lookedOn: PlainDate }[]> =>
  tx.query(
    `select consent_id as "consentId", standing_person(person_id) as "standsAs", max(${dayOf('at')}) as "lookedOn"
       from consent_look where event_id = any ($1::uuid[]) and standing_person(person_id) is not null group by 1, 2 order by 1`,
    [readingIds],
  );
