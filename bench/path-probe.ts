/**
 * The user's path of one workbook in a process of its own, as the worker runs it: received → every error known → sent → awaiting its match, or
 * confirmation. Tells the end of each stage on standard output and goes on when it is told to: whoever watches takes the figures in between.
 * `node … bench/path-probe.ts FILE BODY`
 */
import { readFileSync } from 'node:fs';
import { createInterface } from 'node:readline';
import { advanceSubmission } from '#record/intake/advance.ts';
import { checkUpload } from '#record/intake/check-upload.ts';
import { problemGroups } from '#record/intake/line-store.ts';
import { keepUpload, receiveUpload } from '#record/intake/receive.ts';
import { latestFile } from '#record/intake/store.ts';
import { submit } from '#record/intake/submit.ts';
import { moveItems } from '#record/confirmation/store.ts';
import { openInstallation } from './installation.ts';
import { rawCopy, rowCounts } from './raw-copy.ts';

const [file, bodyCode] = process.argv.slice(2);
const { composed, bodyId, ownerUrl, close } = await openInstallation(bodyCode!);
const { submission: needs, db, clock } = composed;
const answers = createInterface({ input: process.stdin })[Symbol.asyncIterator]();
const ended = async (stage: string, what: object = {}): Promise<void> => {
  process.stdout.write(`${JSON.stringify({ stage, ...what })}\n`);
  await answers.next();
};
const must = <T>(
  result: { readonly ok: true; readonly value: T } | { readonly ok: false; readonly problems: readonly { code: string }[] },
): T => {
  if (!result.ok) throw new Error(result.problems.map(({ code }) => code).join(', '));
  return result.value;
};

try {
  const handle = await composed.jobSession(bodyId);
  const sender = { accountId: composed.chance.uuid7(Date.parse(clock.now())), identity: '00'.repeat(32), name: 'bench' };
  const before = await rowCounts(ownerUrl);
  await ended('opened');
  const kept = must(await keepUpload(needs, readFileSync(file!)));
  const { submissionId } = must(
    await db.transaction(handle, (tx) => receiveUpload(tx, needs, sender, { bodyId, fileName: 'ho-so.xlsx', kept })),
  );
  const job = { submissionId, round: 1, bodyId };
  await checkUpload(needs, job);
  const checked = (await db.transaction(handle, (tx) => latestFile(tx, submissionId)))!;
  if (checked.stage !== 'checked') throw new Error(`the file is ${checked.stage}: ${JSON.stringify(checked.report)}`);
  await ended('checked', { counts: checked.counts });
  const codes = (await db.transaction(handle, (tx) => problemGroups(tx, submissionId, 1))).filter(({ severity }) => severity === 'warning');
  await ended('asked');
  must(
    await db.transaction(handle, (tx) =>
      submit(tx, needs, sender, submissionId, { asOf: checked.asOf!, acknowledgedCodes: codes.map(({ code }) => code), partial: true }),
    ),
  );
  await advanceSubmission(needs, job);
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
