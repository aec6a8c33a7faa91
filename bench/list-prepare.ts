/**
 * A submission of which everybody waits for a confirmation, matched, and an officer: what a list is made of (`list-probe.ts`). In a process of its own,
 * which keeps the database until it is told to end: its memory is no part of what is measured.
 * `node … bench/list-prepare.ts FILE BODY`
 */
import { readFileSync } from 'node:fs';
import type { SessionHandle } from '#base/database/transaction.ts';
import type { Officer } from '#record/confirmation/decide-person.ts';
import { openInstallation } from './installation.ts';
import type { Place } from './installation.ts';
import { anOfficer, matchAll, newId } from './office.ts';
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
const { submission: needs } = composed;

try {
  const handle = await composed.jobSession(bodyId);
  const sender = { accountId: newId(composed), identity: '00'.repeat(32), name: 'Cán bộ nhập liệu' };
  const submissionId = await sendWhole(needs, handle, { bytes: readFileSync(file!), bodyId, sender });
  await matchAll(composed, bodyId, submissionId);
  const by = await anOfficer(composed, bodyId);
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
