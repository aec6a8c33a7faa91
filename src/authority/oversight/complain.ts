/** A person asks whether one reading of the own record was right: made once a reading, with a day by which it is answered. */
import { recordAct } from '#authority/audit/record.ts';
import type { AuditNeeds } from '#authority/audit/record.ts';
import { addDays } from '#base/vietnamese/dates.ts';
import type { PlainDate } from '#base/clock.ts';
import type { Tx } from '#base/database/transaction.ts';
import { ok, refused } from '#base/problem.ts';
import type { Result } from '#base/problem.ts';
import rules from './complaint-rules.json' with { type: 'json' };
import { complaintMade, readingNotYours } from './problems.ts';
import { insertComplaint, ownReading } from './store.ts';

/**
 * MUST run in a transaction that sees the own record.
 *
 * @returns the id and the last day for an answer; E-READING-NOT-YOURS, E-COMPLAINT-MADE
 */
export async function complainAbout(
  tx: Tx,
  needs: AuditNeeds,
  {
    eventId,
    personId,
    reason,
    role,
  }: { readonly eventId: string; readonly personId: string; readonly reason: string; readonly role: string },
): Promise<Result<{ readonly id: string; readonly dueOn: PlainDate }>> {
  const reading = await ownReading(tx, eventId);
  if (!reading) return refused(readingNotYours());
  const at = needs.clock.now();
  const [id, dueOn] = [needs.chance.uuid7(Date.parse(at)), addDays(needs.clock.today(), rules.answerDays)];
  const { bodyId, at: readingAt } = reading;
  if (!(await insertComplaint(tx, { id, eventId, personId, bodyId, readingAt, reason, at, dueOn }))) return refused(complaintMade());
  await recordAct(tx, needs, {
    act: 'complaint.made',
    purpose: 'DISPUTE',
    bodyId,
    objectId: personId,
    role,
    payload: { complaint: id, event: eventId },
  });
  return ok({ id, dueOn });
}
