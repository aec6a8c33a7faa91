/** One program runs on an outbox: a lock that lasts as long as its connection. What it guards against is waste; that nothing is done twice is the state's own lock. */
import type { ConnectionSource } from '#node/outbox/sql.ts';
import { rowsOf } from '#node/outbox/sql.ts';

const LOCK = 'congvu-node-run';

export interface RunLock {
  /** asks over the very connection: false when it is gone, and with it the lock */
  isHeld(): Promise<boolean>;
  free(): Promise<void>;
}

/** @returns null: another program has it */
export async function lockRun(source: ConnectionSource): Promise<RunLock | null> {
  const client = await source.connect();
  const [row] = await rowsOf<{ got: boolean }>(client, 'select pg_try_advisory_lock(hashtext($1)) as got', [LOCK]);
  if (row?.got !== true) {
    client.release();
    return null;
  }
  return {
    isHeld: () =>
      client.query('select 1').then(
        () => true,
        () => false,
      ),
    // A connection that is gone has taken the lock with it.
    async free() {
      await client.query('select pg_advisory_unlock(hashtext($1))', [LOCK]).catch(() => undefined);
      client.release(true);
    },
  };
}
