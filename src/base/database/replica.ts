/**
 * Readings taken from a replica: as of one settled point, which the answer names, and never behind what the reader has just done. A replica that is away,
 * too far behind, or of other rights than the leader is no error: the leader is read. Decision 0073.
 */
import { isDatabaseAway } from './away.ts';
import { ANSWER_MS_MAX, openPool, txOf, underSession } from './pool.ts';
import type { SessionHandle, Tx } from './transaction.ts';

/** A place in the log of writes, as PostgreSQL writes it: `16/B374D848`. */
export type Position = string;
export const isPosition = (text: unknown): text is Position => typeof text === 'string' && /^[0-9A-F]{1,8}\/[0-9A-F]{1,8}$/.test(text);

/** What the leader says of the moment and of the session, to be held against the replica. */
interface Leading {
  readonly position: Position;
  readonly rights: string;
}

export interface Replica {
  /**
   * Runs `work` in one read-only REPEATABLE READ transaction of the replica, under the same session. Null: it could not be had; nothing of `work` stands.
   * @param leader  a transaction of the leader under the same session, open meanwhile
   * @param seen    what the reader has written lies before this position; null: they have written nothing lately
   */
  reading<T>(
    handle: SessionHandle,
    leader: Tx,
    seen: Position | null,
    work: (far: Tx, settledPoint: number) => Promise<T>,
  ): Promise<{ readonly value: T } | null>;
  /** how it was when it was last asked; null: nobody asked yet. For signs of life. */
  lastLooked(): { readonly isRead: boolean; readonly why: string } | null;
  close(): Promise<void>;
}

/** A replica may be so far behind the leader, in seconds; what a person has done themselves is never behind. */
const BEHIND_SECONDS_MAX = 10;
/** After it was away it is left alone for so long, so that no reading waits for it again and again. Milliseconds. */
const LEFT_ALONE_MS = 5_000;
/** A replica that does not let itself be reached in this time is away; the leader is read meanwhile. Milliseconds. */
const REACHED_MS_MAX = 1_000;

/** The grants of a session as one text: a role that was taken away a moment ago must not be read by on a replica that has not heard of it. */
const RIGHTS = `coalesce((select md5(string_agg(g::text, '|' order by g::text)) from session_grants() g), '')`;

const LEADING = `select pg_current_wal_flush_lsn()::text as position, ${RIGHTS} as rights`;
/** Before the snapshot of the reading is taken: what was replayed by then is in it. */
const REPLAYED = `
  select not pg_is_in_recovery() as leads, pg_last_wal_replay_lsn()::text as position,
         coalesce(pg_last_wal_replay_lsn() >= $1::pg_lsn, false) as has_seen, coalesce(pg_last_wal_replay_lsn() >= $2::pg_lsn, false) as is_level,
         coalesce(extract(epoch from clock_timestamp() - pg_last_xact_replay_timestamp())::float8, 1e9) as behind`;

/** What a replica says of itself before it is read. */
export interface Replayed {
  readonly leads: boolean;
  readonly has_seen: boolean;
  readonly is_level: boolean;
  readonly behind: number;
}

/** Why a replica is not read now; null: it may be. */
export const unfit = ({ leads, has_seen, is_level, behind }: Replayed): string | null =>
  leads ? null : !has_seen ? 'behind what the reader did' : !is_level && behind > BEHIND_SECONDS_MAX ? 'behind' : null;

/** Failed on the replica while the work ran there: nothing of it may stand. Cancelled by what the leader cleaned up (40001), or away. */
const isOfReplica = (error: unknown): boolean =>
  isDatabaseAway(error) || (error instanceof Error && 'code' in error && (error.code === '40001' || error.code === '40P01'));

/** Thrown through the leader's transaction, so that it ends with nothing done and the reading is taken anew, from the leader. */
export class ReplicaLost extends Error {}

export function openReplica(options: { connectionString: string; applicationName?: string; nowMs: () => number }): Replica {
  const pool = openPool({ ...options, connectMs: REACHED_MS_MAX, answerMs: ANSWER_MS_MAX });
  let leftUntilMs = 0;
  let last: ReturnType<Replica['lastLooked']> = null;
  const leave = (why: string, forMs = 0): null => {
    last = { isRead: false, why };
    leftUntilMs = options.nowMs() + forMs;
    return null;
  };
  return {
    lastLooked: () => last,
    close: () => pool.end(),
    async reading(handle, leader, seen, work) {
      if (options.nowMs() < leftUntilMs) return null;
      const [leading] = (await leader.query<Leading>(LEADING, [], 'leading')) as [Leading];
      let client;
      let broken: Error | undefined;
      try {
        client = await pool.connect();
        const far = txOf(client);
        const [replayed] = (await far.query<Replayed>(REPLAYED, [seen ?? '0/0', leading.position], 'replayed')) as [Replayed];
        const why = unfit(replayed);
        if (why !== null) return leave(why);
        await client.query('begin isolation level repeatable read read only');
        await underSession(far, handle);
        const [at] = (await far.query<{ point: number; rights: string }>(
          `select settled_tx() as point, ${RIGHTS} as rights`,
          [],
          'settled',
        )) as [{ point: number; rights: string }];
        if (at.rights !== leading.rights) {
          await client.query('rollback');
          return leave('other rights');
        }
        last = { isRead: true, why: '' };
        const value = await workOn(far, at.point, work);
        await client.query('commit');
        return { value };
      } catch (error) {
        broken = error as Error;
        if (error instanceof ReplicaLost) {
          leave('lost', LEFT_ALONE_MS);
          throw error;
        }
        if (!isOfReplica(error)) throw error;
        return leave('away', LEFT_ALONE_MS);
      } finally {
        client?.release(broken);
      }
    },
  };
}

/** What fails because of the replica, once the work has begun, may have left rows in the leader's transaction. */
async function workOn<T>(far: Tx, point: number, work: (far: Tx, settledPoint: number) => Promise<T>): Promise<T> {
  try {
    return await work(far, point);
  } catch (error) {
    throw isOfReplica(error) ? new ReplicaLost('the replica was lost', { cause: error }) : error;
  }
}
