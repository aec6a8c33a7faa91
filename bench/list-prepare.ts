/**
 * A submission of which everybody waits for a confirmation, matched, and an officer: what a list is made of (`list-probe.ts`). In a process of its own,
 * which keeps the database until it is told to end: its memory is no part of what is measured.
 * `node … bench/list-prepare.ts FILE BODY`
 */
import { readFileSync } from 'node:fs';
import { openPersonSession } from '#authority/access/sessions.ts';
import type { SessionHandle } from '#base/database/transaction.ts';
import type { Officer } from '#record/confirmation/decide-person.ts';
import { moveItems } from '#record/confirmation/store.ts';
import { writeResults } from '#record/matching/store.ts';
import { openInstallation } from './installation.ts';
import type { Place } from './installation.ts';
import { nextLine, sendWhole } from './probe.ts';
import { analyse } from './raw-copy.ts';

/** What the second process is told. */
export interface PreparedList {
  readonly place: Place;
  readonly submissionId: string;
  readonly officerHandle: SessionHandle;
  readonly officer: Officer;
}

const [file, bodyCode] = process.argv.slice(2);
const { composed, bodyId, ownerUrl, place, close } = await openInstallation(bodyCode!);
const { submission: needs, db, clock, chance, keys } = composed;
const newId = (): string => chance.uuid7(Date.parse(clock.now()));

/** An account that confirms for the body, signed in. */
async function anOfficer() {
  const accountId = newId();
  const identity = keys.nationalIdHash('000070000001');
  await db.transaction(await composed.jobSession(null), async (tx) => {
    await tx.query(`insert into account (account_id, identity, name, created_at) values ($1, $2, 'Cán bộ xác nhận', now())`, [
      accountId,
      identity,
    ]);
    await tx.query(
      `insert into role_grant (grant_id, account_id, role, body_id, valid_from) values ($1, $2, 'XAC_NHAN', $3, '2025-07-01')`,
      [newId(), accountId, bodyId],
    );
  });
  const { handle } = await openPersonSession(composed.sessionNeeds, { accountId, agent: 'bench', level: 2 });
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
async function matchAll(submissionId: string): Promise<void> {
  const handle = await composed.jobSession(bodyId);
  await db.transaction(handle, async (tx) => {
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
      people.map(({ person_id: personId }) => ({ ...about, personId, matchId: newId() })),
    );
    await moveItems(tx, { kind: 'matched' }, { submissionId });
  });
}

try {
  const handle = await composed.jobSession(bodyId);
  const sender = { accountId: newId(), identity: '00'.repeat(32), name: 'Cán bộ nhập liệu' };
  const submissionId = await sendWhole(needs, handle, { bytes: readFileSync(file!), bodyId, sender });
  await matchAll(submissionId);
  const by = await anOfficer();
  // What was sent lies there for longer than the database takes to look at it by itself: matching alone takes minutes.
  await analyse(ownerUrl);
  const { handle: officerHandle, officer } = by;
  const ready: PreparedList = { place, submissionId, officerHandle, officer };
  process.stdout.write(`${JSON.stringify(ready)}\n`);
  await nextLine();
} finally {
  await close();
}
process.exit(0);
