/**
 * The row that a backup and a restore leave in the audit log: the whole register goes through one file, and the log names that file by its hash.
 *
 * It is the command's own row, of no session: whoever runs it holds the owner's log-in and the keys, which is more than any role. It tells nobody apart
 * and of nobody.
 */
import { recordAct } from '#authority/audit/record.ts';
import type { AuditNeeds } from '#authority/audit/record.ts';
import type { ActEntry } from '#authority/audit/shapes.ts';
import { openDatabase } from '#base/database/transaction.ts';
import type { Tx } from '#base/database/transaction.ts';
import type { BackupWitness } from './backup.ts';

const rowOf = (act: 'backup.made' | 'backup.restored', payload: BackupWitness): ActEntry => ({
  act,
  purpose: 'OPERATE',
  bodyId: null,
  objectId: null,
  role: 'SYSTEM',
  payload,
});

/** For `backup`: a transaction of its own, done before the file gets its name. */
export const recordMade =
  (ownerUrl: string, needs: AuditNeeds) =>
  async (made: BackupWitness): Promise<void> => {
    const owner = openDatabase({ connectionString: ownerUrl, poolSize: 1 });
    try {
      await owner.transaction(null, (tx) => recordAct(tx, needs, rowOf('backup.made', made)));
    } finally {
      await owner.close();
    }
  };

/** For `restore`: in the transaction of what is put back, above the old record time. */
export const recordRestored =
  (needs: AuditNeeds) =>
  (tx: Tx, put: BackupWitness): Promise<void> =>
    recordAct(tx, needs, rowOf('backup.restored', put));
