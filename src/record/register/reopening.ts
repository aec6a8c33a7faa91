/**
 * Reopens the record of somebody who retired, left, moved or died (QT09): the confirming officer says why, and the record takes one change.
 * It is closed again by the next version that leaves the person in such a state.
 */
import { recordAct } from '#authority/audit/record.ts';
import type { AuditNeeds } from '#authority/audit/record.ts';
import type { Clock, Instant } from '#base/clock.ts';
import type { Tx } from '#base/database/transaction.ts';
import { ok, refused, type Bilingual, type Result } from '#base/problem.ts';
import type { Keys } from '#base/sealing.ts';
import { hasLeft } from '#standard/conditions.ts';
import { textOf } from '#standard/record-access.ts';
import { personNotFound, recordIsOpen, reopenedAlready, reopeningReason } from './problems.ts';
import { readPeople, readSalts } from './store.ts';

/** Why a closed record is opened. Closed list, ours; codes are stable. */
export const REOPENING_REASONS: Readonly<Record<string, Bilingual>> = {
  DONG_NHAM: { vi: 'Trạng thái đã nghỉ, đã chuyển được ghi nhầm', en: 'The state was registered by mistake' },
  BO_SUNG: {
    vi: 'Bổ sung, đính chính việc của thời gian trước khi nghỉ',
    en: 'Something of the time before leaving is added or corrected',
  },
  TRO_LAI: { vi: 'Người này trở lại làm việc', en: 'The person comes back' },
};

export interface ReopeningNeeds extends AuditNeeds {
  readonly keys: Keys;
  readonly clock: Clock;
}

export interface Reopening {
  /** the version that stands; the next one closes the record again */
  readonly version: number;
  readonly at: Instant;
}

/**
 * @returns  E-PERSON-NOT-FOUND out of reach, E-RECORD-OPEN when nothing is closed, E-RECORD-REOPENED when it is open for a change already,
 *           E-REOPENING-REASON for a reason that the list does not have
 */
export async function reopenRecord(
  tx: Tx,
  needs: ReopeningNeeds,
  request: { readonly personId: string; readonly reason: string; readonly note: string | null; readonly byAccount: string },
): Promise<Result<Reopening>> {
  if (!Object.hasOwn(REOPENING_REASONS, request.reason))
    return refused(reopeningReason({ reason: request.reason, allowed: Object.keys(REOPENING_REASONS).join(', ') }));
  const person = (await readPeople(tx, needs.keys, [request.personId], { lock: true })).get(request.personId);
  if (!person) return refused(personNotFound());
  if (!hasLeft(textOf(person.document, 'A', 'trangThaiCongTac'))) return refused(recordIsOpen());
  const salt = (await readSalts(tx, [request.personId])).get(request.personId);
  const at = needs.clock.now();
  const sealed = request.note !== null && salt ? Buffer.from(needs.keys.seal(salt, 'reopening', Buffer.from(request.note))) : null;
  const opened = await tx.query(
    `insert into record_reopening (person_id, version, body_id, reason, sealed, by_account, at) values ($1, $2, $3, $4, $5, $6, $7)
      on conflict do nothing returning 1`,
    [request.personId, person.version, person.bodyId, request.reason, sealed, request.byAccount, at],
  );
  if (opened.length === 0) return refused(reopenedAlready());
  await recordAct(tx, needs, [
    {
      act: 'record.reopened',
      purpose: 'CORRECT',
      bodyId: person.bodyId,
      objectId: request.personId,
      revision: person.version,
      payload: { reason: request.reason, note: request.note },
    },
  ]);
  return ok({ version: person.version, at });
}
