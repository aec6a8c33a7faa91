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
import { CARRIED_AT_ONCE } from './limits.ts';
import type { DeclarationNeeds } from './needs.ts';
import { checkedDeclarations, declarationsToBring, openContent, setBrought } from './store.ts';
import type { ToBring } from './store.ts';

export type CarryNeeds = IntakeNeeds & Pick<DeclarationNeeds, 'door'>;

/** Brings what was sent into the intake, in the name of who sent it. @param handle  a system session over all bodies */
async function bring(needs: CarryNeeds, handle: SessionHandle): Promise<number> {
  const ids = await needs.db.transaction(handle, async (tx) =>
    (await declarationsToBring(tx, CARRIED_AT_ONCE)).map((one) => one.declarationId),
  );
  const failed: unknown[] = [];
  // Each by itself: one that cannot be brought now holds up nobody else's.
  for (const id of ids) await bringOne(needs, handle, id).catch((error: unknown) => failed.push(error));
  if (failed.length > 0) throw failed[0];
  return ids.length;
}

async function bringOne(needs: CarryNeeds, handle: SessionHandle, declarationId: string): Promise<void> {
  const bytes = await needs.db.transaction(handle, async (tx) =>
    contentOf(tx, needs, (await declarationsToBring(tx, 1, declarationId))[0]),
  );
  if (bytes === null) return;
  // Durable before a row names them; the same content once more is the same bytes.
  const put = await needs.blobs.put(bytes);
  if (!put.ok) throw new Error(`a declaration could not be kept: ${put.problems[0]!.code}`);
  await needs.db.transaction(handle, async (tx) => {
    const [one] = await declarationsToBring(tx, 1, declarationId);
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

/** What was declared; null of somebody who was erased meanwhile. */
async function contentOf(tx: Tx, needs: CarryNeeds, one: ToBring | undefined): Promise<Buffer | null> {
  const salt = one && (await readSalts(tx, [one.personId])).get(one.personId);
  return salt && one.content.length > 0 ? Buffer.from(openContent(needs.keys, salt, one.content)) : null;
}

/** Sends what was read without an error: its person has sent it already, and read its warnings before. */
async function sendOn(needs: CarryNeeds, handle: SessionHandle): Promise<number> {
  return needs.db.transaction(handle, async (tx) => {
    const ids = await checkedDeclarations(tx, CARRIED_AT_ONCE);
    for (const submissionId of ids) {
      const file = await latestFile(tx, submissionId, { lock: true });
      if (!file || file.stage !== 'checked' || file.sender.kind !== 'account' || file.sender.identity === null) continue;
      const warnings = (await problemGroups(tx, submissionId, file.round)).filter(({ severity }) => severity === 'warning');
      await sendFile(tx, needs, file, {
        asOf: file.asOf ?? needs.clock.today(),
        acknowledgedCodes: [...new Set(warnings.map(({ code }) => code))],
        partial: false,
        sender: { accountId: file.sender.id, identity: file.sender.identity, name: '' },
        approvedBy: null,
      });
    }
    return ids.length;
  });
}

/** One round. @returns 'more': there may be others */
export async function carryOnce(needs: CarryNeeds, handle: SessionHandle): Promise<'more' | 'done'> {
  const brought = await bring(needs, handle);
  const sent = await sendOn(needs, handle);
  return Math.max(brought, sent) === CARRIED_AT_ONCE ? 'more' : 'done';
}
