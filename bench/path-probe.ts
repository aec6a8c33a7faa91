/**
 * The user's path of one workbook in a process of its own, as the worker runs it: received → every error known → sent → awaiting its match, or
 * confirmation. Tells the end of each stage on standard output and goes on when it is told to: whoever watches takes the figures in between.
 * `node … bench/path-probe.ts FILE BODY`
 */
import { readFileSync } from 'node:fs';
import { moveItems } from '#record/confirmation/store.ts';
import { openInstallation } from './installation.ts';
import { ended, sendWhole } from './probe.ts';
import { rawCopy, rowCounts } from './raw-copy.ts';

const [file, bodyCode] = process.argv.slice(2);
const { composed, bodyId, ownerUrl, close } = await openInstallation(bodyCode!);
const { submission: needs, db, clock } = composed;

try {
  const handle = await composed.jobSession(bodyId);
  const sender = { accountId: composed.chance.uuid7(Date.parse(clock.now())), identity: '00'.repeat(32), name: 'bench' };
  const before = await rowCounts(ownerUrl);
  await ended('opened');
  const submissionId = await sendWhole(needs, handle, { bytes: readFileSync(file!), bodyId, sender }, ended);
  const [{ items, tasks }] = (await db.transaction(handle, (tx) =>
    tx.query<{ items: number; tasks: number }>(
      'select (select count(*)::int from item where submission_id = $1) as items, (select count(*)::int from match_task where submission_id = $1) as tasks',
      [submissionId],
    ),
  )) as [{ items: number; tasks: number }];
  await ended('sent', { items, tasks });
  await db.transaction(handle, (tx) => moveItems(tx, { kind: 'matched' }, { submissionId }));
  await ended('matched');
  const raw = await rawCopy(ownerUrl, before);
  await ended('raw', raw);
} finally {
  await close();
}
process.exit(0);
