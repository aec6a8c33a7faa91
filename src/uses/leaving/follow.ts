/** Roles follow the register, in its own transaction: joined to `OnRegistered` in `start/compose.ts`. */
import { closedGrant } from '#authority/access/grant-witness.ts';
import { recordAct } from '#authority/audit/record.ts';
import type { AuditNeeds } from '#authority/audit/record.ts';
import type { Tx } from '#base/database/transaction.ts';
import type { OnRegistered, Registered } from '#record/register/port.ts';
import { leavingOf, stepLeaving } from './leaving.ts';
import { leaversAmong, settleEnd, takeEndBack, writeEnd } from './store.ts';
import type { DueEnd, Leaver, SettledEnd } from './store.ts';

export const followLeaving =
  (needs: AuditNeeds): OnRegistered =>
  async (tx, people) => {
    const leavers = await leaversAmong(
      tx,
      people.map(({ personId }) => personId),
    );
    for (const person of people) {
      const leaver = leavers.get(person.personId);
      // What is registered of numbers and of two records that are one says nothing of anybody's service.
      if (leaver && (person.because === undefined || person.because === 'moved')) await follow(tx, needs, person, leaver);
    }
  };

async function follow(tx: Tx, needs: AuditNeeds, person: Registered, { leftBody, last, hasRoles }: Leaver): Promise<void> {
  const today = needs.clock.today();
  const leaving = leavingOf(person, { leftBody, today });
  const { takesBack, writes } = stepLeaving(last, leaving, person.bodyId);
  if (takesBack) {
    await takeEndBack(tx, last!.endId);
    await recordAct(tx, needs, {
      act: 'service.taken-back',
      purpose: 'REGISTER',
      bodyId: last!.bodyId,
      objectId: last!.endId,
      payload: { version: person.version, before: last!.state },
    });
  }
  if (!writes || leaving === null || !hasRoles) return;
  const endId = needs.chance.uuid7(Date.parse(needs.clock.now()));
  await writeEnd(tx, endId, { personId: person.personId, version: person.version, leaving });
  const { bodyId, onDay, reason } = leaving;
  await recordAct(tx, needs, {
    act: 'service.end-written',
    purpose: 'REGISTER',
    bodyId,
    objectId: endId,
    payload: { reason, onDay, version: person.version },
  });
  if (onDay > today) return;
  const settled = await settleEnd(tx, endId, { waits: false });
  if (settled) await recordSettled(tx, needs, { endId, bodyId, onDay, reason }, settled);
}

/** Each role that ended with its cause, and the end as a whole, of which who administers is told. */
export const recordSettled = (tx: Tx, needs: AuditNeeds, end: DueEnd, { grants, requests, sessions }: SettledEnd): Promise<void> =>
  recordAct(tx, needs, [
    ...grants.map(({ grantId, accountId, role, bodyId, closedBy }) => ({
      act: 'grant.changed' as const,
      protects: true as const,
      purpose: 'REGISTER' as const,
      bodyId,
      objectId: accountId,
      payload: { taken: grantId, role, cause: 'service-ended', reason: end.reason, onDay: end.onDay, serviceEnd: end.endId },
      rows: [closedGrant(grantId, closedBy)],
    })),
    {
      act: 'service.ended' as const,
      purpose: 'REGISTER' as const,
      bodyId: end.bodyId,
      objectId: end.endId,
      payload: { reason: end.reason, onDay: end.onDay, roles: grants.length, requests, sessions },
    },
  ]);
