/** What the benches' own processes share: results that must be, stages told and waited for, a file sent whole. */
import { createInterface } from 'node:readline';
import type { SessionHandle } from '#base/database/transaction.ts';
import { advanceSubmission } from '#record/intake/advance.ts';
import { checkUpload } from '#record/intake/check-upload.ts';
import type { IntakeNeeds, Sender } from '#record/intake/needs.ts';
import { problemGroups } from '#record/intake/problem-store.ts';
import { keepUpload, receiveUpload } from '#record/intake/receive.ts';
import { latestFile } from '#record/intake/store.ts';
import { submit } from '#record/intake/submit.ts';

export const must = <T>(
  result: { readonly ok: true; readonly value: T } | { readonly ok: false; readonly problems: readonly { code: string }[] },
): T => {
  if (!result.ok) throw new Error(result.problems.map(({ code }) => code).join(', '));
  return result.value;
};

const lines = createInterface({ input: process.stdin })[Symbol.asyncIterator]();
/** The next line that is handed in. */
export const nextLine = async (): Promise<string> => (await lines.next()).value as string;

/** Tells the end of a stage and goes on when it is told to: whoever watches takes the figures in between. */
export async function ended(stage: string, what: object = {}): Promise<void> {
  process.stdout.write(`${JSON.stringify({ stage, ...what })}\n`);
  await lines.next();
}

/** Receives, checks and sends a file as the worker does, every warning read. @param told  of each stage: `checked`, `asked` */
export async function sendWhole(
  needs: IntakeNeeds,
  handle: SessionHandle,
  file: { readonly bytes: Uint8Array; readonly bodyId: string; readonly sender: Sender },
  told: (stage: string, what?: object) => Promise<void> = async () => undefined,
): Promise<string> {
  const { db } = needs;
  const { bytes, bodyId, sender } = file;
  const kept = must(await keepUpload(needs, bytes));
  const { submissionId } = must(
    await db.transaction(handle, (tx) => receiveUpload(tx, needs, sender, { bodyId, fileName: 'ho-so.xlsx', kept })),
  );
  const job = { submissionId, round: 1, bodyId };
  await checkUpload(needs, job);
  const checked = (await db.transaction(handle, (tx) => latestFile(tx, submissionId)))!;
  if (checked.stage !== 'checked') throw new Error(`the file is ${checked.stage}: ${JSON.stringify(checked.report)}`);
  await told('checked', { counts: checked.counts });
  const codes = (await db.transaction(handle, (tx) => problemGroups(tx, submissionId, 1))).filter(({ severity }) => severity === 'warning');
  await told('asked');
  must(
    await db.transaction(handle, (tx) =>
      submit(tx, needs, sender, submissionId, { asOf: checked.asOf!, acknowledgedCodes: codes.map(({ code }) => code), partial: true }),
    ),
  );
  await advanceSubmission(needs, job);
  return submissionId;
}
