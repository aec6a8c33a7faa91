/**
 * One list of people confirmed as one act, in a process of its own as a server runs it: made, its sample opened, signed. Tells the end of each stage on
 * standard output and goes on when it is told to (`probe.ts`). `node … bench/list-probe.ts BODY`, what is prepared on the first line of standard input.
 */
import { confirmList, makeList } from '#record/intake/confirm-list.ts';
import { recordShown, showToOfficer } from '#record/intake/confirm.ts';
import { openInstallation } from './installation.ts';
import type { PreparedList } from './list-prepare.ts';
import { ended, must, nextLine } from './probe.ts';
import { rawCopy, rowCounts } from './raw-copy.ts';

const { place, submissionId, officerHandle, officer } = JSON.parse(await nextLine()) as PreparedList;
const { composed, ownerUrl, close } = await openInstallation(process.argv[2]!, place);
const { submission: needs, db } = composed;

try {
  const before = await rowCounts(ownerUrl);
  await ended('opened');
  const { list, sample, told } = must(await db.transaction(officerHandle, (tx) => makeList(tx, needs, officer, submissionId)));
  if (!list) throw new Error(`nobody of the submission is clean: ${JSON.stringify(told)}`);
  await ended('shown', { people: list.personIds.length, alone: told?.alone, sample: sample.length });
  for (const { personId } of sample)
    await db.transaction(officerHandle, async (tx) => recordShown(tx, needs, must(await showToOfficer(tx, needs, submissionId, personId))));
  await ended('sampled');
  const done = must(await db.transaction(officerHandle, (tx) => confirmList(tx, needs, officer, { submissionId, listHash: list.root })));
  await ended('signed', { people: done.people, items: done.items });
  await ended('raw', await rawCopy(ownerUrl, before));
} finally {
  await close();
}
process.exit(0);
