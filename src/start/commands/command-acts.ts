/**
 * The row that a command leaves in the audit log: a backup and a restore, for the whole register goes through one file, and the log names that file by
 * its hash; kept files that were copied elsewhere; a database that was brought to a newer form.
 *
 * It is the command's own row, of no session: whoever runs it holds the owner's log-in and the keys, which is more than any role. It tells nobody apart
 * and of nobody.
 */
import { recordAct } from '#authority/audit/record.ts';
import type { AuditNeeds } from '#authority/audit/record.ts';
import type { ActEntry } from '#authority/audit/shapes.ts';
import { openDatabase } from '#base/database/transaction.ts';
import type { Tx } from '#base/database/transaction.ts';
import type { KeptFiles } from '#base/files/kept-files.ts';
import { endUnknownCopies } from '#uses/card/unknown-copies.ts';
import type { UnknownEnded } from '#uses/card/unknown-copies.ts';
import { setMark } from '#start/installation-marks.ts';
import type { DrillMark } from '#start/installation-marks.ts';
import type { BackupWitness } from './backup.ts';

type CommandAct = 'master-key.changed' | 'backup.made' | 'backup.drilled' | 'backup.restored' | 'files.moved' | 'schema.migrated';
const rowOf = (act: CommandAct, payload: object): ActEntry => ({
  act,
  purpose: 'OPERATE',
  bodyId: null,
  objectId: null,
  role: 'SYSTEM',
  payload,
});

async function recordCommand(
  ownerUrl: string,
  needs: AuditNeeds,
  act: CommandAct,
  payload: object,
  beside: (tx: Tx) => Promise<void> = async () => undefined,
): Promise<void> {
  const owner = openDatabase({ connectionString: ownerUrl, poolSize: 1 });
  try {
    await owner.transaction(null, async (tx) => {
      await recordAct(tx, needs, rowOf(act, payload));
      await beside(tx);
    });
  } finally {
    await owner.close();
  }
}

/** For `backup`: a transaction of its own, done before the file gets its name. @param file  name without its folder */
export const recordMade =
  (ownerUrl: string, needs: AuditNeeds, file: string | null = null) =>
  (made: BackupWitness): Promise<void> =>
    recordCommand(ownerUrl, needs, 'backup.made', made, (tx) => setMark(tx, 'backup', { at: needs.clock.now(), file }));

/** For `restore-drill`: what came of it. */
export const recordDrilled = (ownerUrl: string, needs: AuditNeeds, sha256: string, mark: DrillMark): Promise<void> =>
  recordCommand(ownerUrl, needs, 'backup.drilled', { sha256, ...mark }, (tx) => setMark(tx, 'drill', mark));

/** For `files`: what was copied, and where to. */
export const recordMoved = (
  ownerUrl: string,
  needs: AuditNeeds,
  moved: { readonly to: 'folder' | 'database'; readonly files: number },
): Promise<void> => recordCommand(ownerUrl, needs, 'files.moved', moved);

/** For `keys master`: what was done with which; `beside` is what changes with it, in the same transaction. */
export const recordMasterKeys = (
  ownerUrl: string,
  needs: AuditNeeds,
  changed: { readonly deed: 'add' | 'use' | 'wrap' | 'unwrap'; readonly generation: number | null },
  beside: (tx: Tx) => Promise<void>,
): Promise<void> => recordCommand(ownerUrl, needs, 'master-key.changed', changed, beside);

/** For `migrate` and `upgrade`: which changes of the tables were made; of an upgrade the backup before it by its SHA-256, or why there is none. */
export const recordMigrated = (
  ownerUrl: string,
  needs: AuditNeeds,
  applied: readonly string[],
  upgrade: { readonly from: string; readonly backup: string | null; readonly withoutBackup: string | null } | null = null,
): Promise<void> => recordCommand(ownerUrl, needs, 'schema.migrated', { applied, ...upgrade });

/**
 * For `restore`: in the transaction of what is put back, above the old record time; with it what cards were taken since the backup, and are known to nobody now, end.
 * @param published  where signed lists are kept
 */
export const recordRestored =
  (needs: AuditNeeds, published: KeptFiles) =>
  async (tx: Tx, put: BackupWitness): Promise<void> => {
    await recordAct(tx, needs, rowOf('backup.restored', put));
    await endUnknownCopies(tx, needs, published);
  };

/** For `card end-unknown`: the same after a database was set back by other means. */
export async function recordUnknownEnded(ownerUrl: string, needs: AuditNeeds, published: KeptFiles): Promise<UnknownEnded> {
  const owner = openDatabase({ connectionString: ownerUrl, poolSize: 1 });
  try {
    return await owner.transaction(null, (tx) => endUnknownCopies(tx, needs, published));
  } finally {
    await owner.close();
  }
}
