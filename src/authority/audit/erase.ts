/** Lawful erasure: payloads and their salts are destroyed, the log stays verifiable, and the erasing is an act of its own. */
import type { Tx } from '#base/database/transaction.ts';
import { recordAct } from './record.ts';
import type { AuditNeeds } from './record.ts';
import { erasePayloads } from './store.ts';

/** What is erased: an object, the body whose matter it is, and the reason code under which it is done. */
export interface Erasure {
  readonly objectId: string;
  readonly bodyId: string | null;
  readonly reason: string;
}

/**
 * Destroys what the log keeps about these objects, pages of hits that list them included. Needs a system session.
 * What stays: that something was done, by whom, when, to which pseudonym, and a commitment that nobody can open.
 * @returns how many payloads were destroyed
 */
export async function eraseFromAudit(tx: Tx, needs: AuditNeeds, erasures: readonly Erasure[]): Promise<number> {
  const gone = await erasePayloads(
    tx,
    erasures.map((erasure) => erasure.objectId),
  );
  await recordAct(
    tx,
    needs,
    erasures.map(({ objectId, bodyId, reason }) => ({
      act: 'payload.erased' as const,
      purpose: 'OPERATE' as const,
      bodyId,
      objectId,
      payload: { reason },
    })),
  );
  return gone;
}
