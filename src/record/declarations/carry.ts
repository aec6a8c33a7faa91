/**
 * The background carries what was declared: into the intake, and, once it is read, on to whoever confirms. Each step is known by how the rows stand, so a
 * round that was cut off is done again whole.
 */
import { createHash } from 'node:crypto';
import type { SessionHandle, Tx } from '#base/database/transaction.ts';
import { dayInVietnam } from '#base/clock.ts';
import type { IntakeNeeds } from '#record/intake/needs.ts';
import { problemGroups } from '#record/intake/problem-store.ts';
import { receiveUpload } from '#record/intake/receive.ts';
import { latestFile } from '#record/intake/store.ts';
import { sendFile } from '#record/intake/submit.ts';
import { readSalts } from '#record/register/store.ts';
import { evidenceToBring, evidenceToBringIds, setEvidenceBrought } from './evidence-store.ts';
import { forgetNames } from './from-vneid-store.ts';
import { CARRIED_AT_ONCE } from './limits.ts';
import type { DeclarationNeeds } from './needs.ts';
import { checkedDeclarations, declarationToBring, declarationsToBring, openContent, setBrought } from './store.ts';
import type { ToBring } from './store.ts';
import { letGo } from './withdraw.ts';
import { declarationsToLetGo } from './withdraw-store.ts';

export type CarryNeeds = IntakeNeeds & Pick<DeclarationNeeds, 'door' | 'evidence'>;

type Ids = (tx: Tx, after: string | null, limit: number) => Promise<readonly string[]>;

/**
 * Does each that waits by itself, so that one that cannot be carried now holds up nobody else's, however many of those there are.
 *
 * @returns what failed
 */
async function carryEach(
  needs: CarryNeeds,
  handle: SessionHandle,
  ids: Ids,
  carry: (needs: CarryNeeds, handle: SessionHandle, id: string) => Promise<void>,
  signal: AbortSignal | undefined,
): Promise<readonly unknown[]> {
  const failed: unknown[] = [];
  for (let after: string | null = null; ;) {
    const page: readonly string[] = await needs.db.transaction(handle, (tx) => ids(tx, after, CARRIED_AT_ONCE));
    for (const id of page) {
      if (signal?.aborted) return failed;
      await carry(needs, handle, id).catch((error: unknown) => failed.push(error));
    }
    if (page.length < CARRIED_AT_ONCE) return failed;
    after = page.at(-1)!;
  }
}

/** Brings one into the intake, in the name of who sent it. */
async function bring(needs: CarryNeeds, handle: SessionHandle, declarationId: string): Promise<void> {
  const bytes = await needs.db.transaction(handle, async (tx) => contentOf(tx, needs, await declarationToBring(tx, declarationId)));
  if (bytes === null) return;
  // Durable before a row names them; the same content once more is the same bytes.
  const put = await needs.blobs.put(bytes);
  if (!put.ok) throw new Error(`a declaration could not be kept: ${put.problems[0]!.code}`);
  await needs.db.transaction(handle, async (tx) => {
    const one = await declarationToBring(tx, declarationId);
    if (!one) return;
    const received = await receiveUpload(
      tx,
      needs,
      { accountId: one.accountId, identity: one.identity.toString('hex'), name: one.name },
      {
        bodyId: one.bodyId,
        fileName: '',
        kept: { sha256: createHash('sha256').update(bytes).digest('hex'), sizeBytes: bytes.length, door: needs.door, scan: 'not-scanned' },
        asOf: dayInVietnam(one.sentAt),
        ...(one.corrects === null ? {} : { corrects: one.corrects }),
      },
    );
    if (!received.ok) throw new Error(`a declaration was not received: ${received.problems[0]!.code}`);
    const { submissionId } = received.value;
    const file = await latestFile(tx, submissionId);
    await setBrought(tx, one, { submissionId, round: file!.round });
  });
}

/** Brings a paper into the intake as a document, in the name of who sent it: after the declaration that it comes along with. */
async function bringEvidence(needs: CarryNeeds, handle: SessionHandle, evidenceId: string): Promise<void> {
  const waiting = await needs.db.transaction(handle, (tx) => evidenceToBring(tx, needs.keys, evidenceId));
  if (waiting === null) return;
  // Durable before a row names it.
  const put = await needs.blobs.put(waiting.pdf);
  if (!put.ok) throw new Error(`a paper of a declaration could not be kept: ${put.problems[0]!.code}`);
  await needs.db.transaction(handle, async (tx) => {
    const one = await evidenceToBring(tx, needs.keys, evidenceId);
    if (!one) return;
    const received = await receiveUpload(
      tx,
      needs,
      { accountId: one.accountId, identity: one.identity.toString('hex'), name: one.name },
      {
        bodyId: one.bodyId,
        fileName: needs.evidence.nameOf(one.named.number, one.named),
        kept: { sha256: one.sha256, sizeBytes: one.pdf.length, door: needs.evidence.door, scan: one.scan },
        asOf: dayInVietnam(one.sentAt),
      },
    );
    if (!received.ok) throw new Error(`a paper of a declaration was not received: ${received.problems[0]!.code}`);
    const { submissionId } = received.value;
    const file = await latestFile(tx, submissionId);
    await setEvidenceBrought(tx, one, { submissionId, round: file!.round });
  });
}

/** What was declared; null of somebody who was erased meanwhile. */
async function contentOf(tx: Tx, needs: CarryNeeds, one: ToBring | null): Promise<Buffer | null> {
  const salt = one && (await readSalts(tx, [one.personId])).get(one.personId);
  return salt && one.content.length > 0 ? Buffer.from(openContent(needs.keys, salt, one.content)) : null;
}

/** Sends one that was read without an error: its person has sent it already, and read its warnings before. */
const sendOn = (needs: CarryNeeds, handle: SessionHandle, submissionId: string): Promise<void> =>
  needs.db.transaction(handle, async (tx) => {
    const file = await latestFile(tx, submissionId, { lock: true });
    if (!file || file.stage !== 'checked' || file.sender.kind !== 'account' || file.sender.identity === null) return;
    const warnings = (await problemGroups(tx, submissionId, file.round)).filter(({ severity }) => severity === 'warning');
    const sent = await sendFile(tx, needs, file, {
      asOf: file.asOf ?? needs.clock.today(),
      acknowledgedCodes: [...new Set(warnings.map(({ code }) => code))],
      partial: false,
      again: null,
      sender: { accountId: file.sender.id, identity: file.sender.identity, name: '' },
      approvedBy: null,
    });
    if (!sent.ok) throw new Error(`a declaration was not sent on: ${sent.problems[0]!.code}`);
  });

/**
 * One round over all that waits.
 *
 * @param handle  a system session over all bodies
 * @param signal  ends it before the next one
 * @throws        the first that failed, when every other was carried
 */
export async function carryOnce(needs: CarryNeeds, handle: SessionHandle, signal?: AbortSignal): Promise<void> {
  const failed = [
    ...(await carryEach(needs, handle, declarationsToBring, bring, signal)),
    ...(await carryEach(needs, handle, evidenceToBringIds, bringEvidence, signal)),
    ...(await carryEach(needs, handle, checkedDeclarations, sendOn, signal)),
    ...(await carryEach(needs, handle, declarationsToLetGo, letGo, signal)),
  ];
  await needs.db.transaction(handle, (tx) => forgetNames(tx, needs.clock.now()));
  if (failed.length > 0) throw failed[0];
}
