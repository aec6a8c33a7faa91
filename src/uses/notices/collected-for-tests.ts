/** Notices of everything that has happened, for tests. */
import type { Database, SessionHandle } from '#base/database/transaction.ts';
import { settledSince } from '#base/database/settled-for-tests.ts';
import { collectOnce } from './collect.ts';
import type { NoticeNeeds } from './needs.ts';

/** Rounds until the log was looked through up to what had happened before the call: transactions of other databases of the cluster hold the settled point back. */
export async function collectAll(needs: NoticeNeeds, system: SessionHandle, owner: Database): Promise<void> {
  const behind = await settledSince((work) => owner.transaction(null, work), 'select max(tx) from audit_event where tx < record_tx()');
  for (let looked = -1; looked < behind;) {
    await collectOnce(needs, system);
    const [at] = await owner.transaction(null, (tx) => tx.query<{ tx: number }>('select tx from notice_cursor'));
    looked = at!.tx;
  }
}
