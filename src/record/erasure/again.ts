/**
 * A restored copy, a point in time, a replica that lacked the last writes: whoever was erased stands there again. Carried out anew from the list beside the
 * tables, as the owner, before anybody is served. Decision 0093.
 */
import type { AuditNeeds } from '#authority/audit/record.ts';
import type { BlobStore } from '#base/blob-store.ts';
import type { Database } from '#base/database/transaction.ts';
import type { KeptFiles } from '#base/files/kept-files.ts';
import type { Keys } from '#base/sealing.ts';
import { recordErased } from './carry-out.ts';
import { readEntries } from './erased-list.ts';
import { erasedInLog, eraseRowsAgain } from './store.ts';

export interface AgainNeeds extends AuditNeeds {
  /** as the owner */
  readonly owner: Database;
  readonly keys: Keys;
  readonly erasedList: Pick<KeptFiles, 'names' | 'read'>;
  readonly blobs: Pick<BlobStore, 'remove'>;
}

export interface ErasedAgain {
  /** entries of the list */
  readonly listed: number;
  /** those that this database did not have, and has now */
  readonly again: number;
  /** entries that do not open: names of their files */
  readonly broken: readonly string[];
}

/** How many of the list this database has, without changing anything. */
export async function countErased({ owner, keys, erasedList }: Pick<AgainNeeds, 'owner' | 'keys' | 'erasedList'>): Promise<ErasedAgain> {
  const { entries, broken } = await readEntries(erasedList, keys);
  const done = await owner.transaction(null, (tx) =>
    erasedInLog(
      tx,
      entries.map(({ personId }) => personId),
    ),
  );
  return { listed: entries.length, again: entries.length - done.size, broken };
}

/** Each in a transaction of its own, with its bytes: ended at any moment, what was not whole is done again. */
export async function eraseAgain(needs: AgainNeeds): Promise<ErasedAgain> {
  const { entries, broken } = await readEntries(needs.erasedList, needs.keys);
  const done = await needs.owner.transaction(null, (tx) =>
    erasedInLog(
      tx,
      entries.map(({ personId }) => personId),
    ),
  );
  const missing = entries.filter(({ personId }) => !done.has(personId));
  for (const entry of missing) {
    await needs.owner.transaction(null, async (tx) => {
      const destroyed = await eraseRowsAgain(tx, entry.personId, entry.files, entry.at);
      await tx.query(`update erasure set state = 'done', done_at = $2 where erasure_id = $1 and state in ('asked', 'granted')`, [
        entry.erasureId,
        entry.at,
      ]);
      await recordErased(tx, needs, entry, destroyed, { again: true, role: 'SYSTEM' });
      // Last, and before it is committed: once the log has the act nobody looks for them again.
      for (const hash of destroyed.bytes) await needs.blobs.remove(hash);
    });
  }
  return { listed: entries.length, again: missing.length, broken };
}
