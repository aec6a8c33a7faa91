/** A reading as of a settled point of a replica, and what a session remembers so that it never reads behind itself. Decision 0073. */
import { setTimeout as sleep } from 'node:timers/promises';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { didNothing } from '#base/database/away.ts';
import { ReplicaLost, isPosition } from '#base/database/replica.ts';
import type { Position } from '#base/database/replica.ts';
import type { Database, Tx } from '#base/database/transaction.ts';
import { handleOf } from './request.ts';

/** Where the rows of a reading come from. */
export interface SettledAt {
  readonly far: Tx;
  readonly point: number;
}

/** Head of an answer that was read as of a settled point: its number. */
const POINT_HEAD = 'congvu-settled-point';
/** The instant of the last act up to that point: for people. */
const AT_HEAD = 'congvu-settled-at';
/** Up to where this browser has written: a reading of its own must not be behind it. No secret: whoever changes it makes their own page older or dearer. */
const SEEN_COOKIE = 'congvu-seen';
/** Every replica that is read is past it long before; seconds. */
const SEEN_SECONDS = 600;
/** Nobody knows how far: the leader is read until the cookie ends. */
const EVERYTHING: Position = 'FFFFFFFF/FFFFFFFF';

const seenBy = (request: FastifyRequest): Position | null => {
  const said = request.cookies[SEEN_COOKIE];
  return said === undefined ? null : isPosition(said) ? said : EVERYTHING;
};

/** After an act: the browser keeps where the log of writes is now. Without a replica nothing is kept. */
export async function keepSeen(db: Database, request: FastifyRequest, reply: FastifyReply): Promise<void> {
  if (db.replica === null) return;
  const asked = await db.pool.query<{ position: Position }>('select pg_current_wal_insert_lsn()::text as position').catch(() => null);
  void reply.setCookie(SEEN_COOKIE, asked?.rows[0]?.position ?? EVERYTHING, {
    httpOnly: true,
    sameSite: 'lax',
    secure: request.protocol === 'https',
    path: '/api/',
    maxAge: SEEN_SECONDS,
  });
}

/**
 * Rows from the replica where it may be read, and the row of the reading on the leader, before anybody is shown anything: no audit row, no reading.
 * The replica's transaction stands inside the leader's: what it shows is let out only after the leader has committed.
 */
export async function readSettled<T>(
  db: Database,
  request: FastifyRequest,
  heads: Map<string, string>,
  work: (tx: Tx, at: SettledAt | null) => Promise<T>,
): Promise<T> {
  const handle = handleOf(request);
  const { replica } = db;
  const fromLeader = (): Promise<T> => db.transaction(handle, (tx) => work(tx, null));
  if (replica === null) return fromLeader();
  try {
    return await db.transaction(handle, async (tx) => {
      const read = await replica.reading(handle, tx, seenBy(request), async (far, point) => {
        const value = await work(tx, { far, point });
        heads.set(POINT_HEAD, String(point));
        const [last] = await far.query<{ at: string }>('select at from act where tx <= $1 order by tx desc limit 1', [point]);
        if (last) heads.set(AT_HEAD, last.at);
        return value;
      });
      return read === null ? work(tx, null) : read.value;
    });
  } catch (error) {
    if (!(error instanceof ReplicaLost)) throw error;
    heads.delete(POINT_HEAD);
    heads.delete(AT_HEAD);
    return fromLeader();
  }
}

/** A transaction that the database has certainly not kept is begun anew once; one that may stand is not: whoever sent it decides. */
const AGAIN_AFTER_MS = 250;
export async function againWhenNothingWasDone<T>(once: () => Promise<T>): Promise<T> {
  try {
    return await once();
  } catch (error) {
    if (!didNothing(error)) throw error;
    await sleep(AGAIN_AFTER_MS);
    return once();
  }
}
