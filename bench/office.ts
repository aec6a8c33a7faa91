/** Who works in a measured installation: an officer who confirms, and matching that finds everybody as stated. */
import { openPersonSession } from '#authority/access/sessions.ts';
import type { SessionHandle } from '#base/database/transaction.ts';
import type { Officer } from '#record/confirmation/decide-person.ts';
import { moveItems } from '#record/confirmation/store.ts';
import { writeResults } from '#record/matching/store.ts';
import type { Composed } from '#start/compose.ts';

export const newId = ({ chance, clock }: Composed): string => chance.uuid7(Date.parse(clock.now()));

/** An account that confirms for the body, signed in. */
export async function anOfficer(
  composed: Composed,
  bodyId: string,
): Promise<{ readonly handle: SessionHandle; readonly officer: Officer }> {
  const { keys, db, clock, jobSession, sessionNeeds } = composed;
  const accountId = newId(composed);
  const identity = keys.nationalIdHash('000070000001');
  await db.transaction(await jobSession(null), async (tx) => {
    await tx.query(`insert into account (account_id, identity, name, created_at) values ($1, $2, 'Cán bộ xác nhận', now())`, [
      accountId,
      identity,
    ]);
    await tx.query(
      `insert into role_grant (grant_id, account_id, role, body_id, valid_from) values ($1, $2, 'XAC_NHAN', $3, '2025-07-01')`,
      [newId(composed), accountId, bodyId],
    );
  });
  const { handle } = await openPersonSession(sessionNeeds, { accountId, agent: 'bench', level: 2 });
  const officer: Officer = {
    accountId,
    identity: identity.toString('hex'),
    name: 'Cán bộ xác nhận',
    roles: ['XAC_NHAN'],
    stepUp: { method: 'session', level: '2', at: clock.now() },
  };
  return { handle, officer };
}

/** Everybody of the submission is found as stated. */
export async function matchAll(composed: Composed, bodyId: string, submissionId: string): Promise<void> {
  const { db, clock, jobSession } = composed;
  await db.transaction(await jobSession(bodyId), async (tx) => {
    const people = await tx.query<{ person_id: string }>('select distinct person_id from item where submission_id = $1', [submissionId]);
    const about = {
      submissionId,
      bodyId,
      at: clock.now(),
      source: 'bench',
      requestId: 'bench',
      level: 'KHOP',
      fields: {},
      marks: {},
    } as const;
    await writeResults(
      tx,
      people.map(({ person_id: personId }) => ({ ...about, personId, matchId: newId(composed) })),
    );
    await moveItems(tx, { kind: 'matched' }, { submissionId });
  });
}
