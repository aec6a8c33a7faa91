/**
 * Is the clock to be believed before something is signed by it? Held against what it said at the last signature of a list: back by more than two minutes, or
 * ahead by more than `CARD_CLOCK_AHEAD_HOURS`, and nothing is signed, ended, turned over or issued until somebody who operates has looked (decision 0079).
 * Lists dated ahead make doors refuse everybody, and cards that ended by a wrong clock have ended for good.
 */
import { recordAct } from '#authority/audit/record.ts';
import type { AuditNeeds } from '#authority/audit/record.ts';
import type { Instant } from '#base/clock.ts';
import type { Tx } from '#base/database/transaction.ts';
import { signAnew } from './copy-store.ts';

/** Servers that sign one after the other differ by seconds; more than this is a clock that was set back. */
const BACK_MS_MAX = 120_000;
const HOUR_MS = 3_600_000;

export interface ClockJump {
  readonly direction: 'back' | 'ahead';
  /** what the clock said at the last signature */
  readonly signedAt: Instant;
}

/** Pure. @param aheadHours  longer than any pause is meant to be; 0: a pause of any length is no jump */
export function clockJump(signedAt: Instant | null, now: Instant, aheadHours: number): ClockJump | null {
  if (signedAt === null) return null;
  const passedMs = Date.parse(now) - Date.parse(signedAt);
  if (passedMs < -BACK_MS_MAX) return { direction: 'back', signedAt };
  return aheadHours > 0 && passedMs > aheadHours * HOUR_MS ? { direction: 'ahead', signedAt } : null;
}

export interface SigningClock {
  /** null: nothing was signed yet */
  readonly signedAt: Instant | null;
  /** since when it is not believed; null: it is */
  readonly refusedSince: Instant | null;
}

export async function readSigningClock(tx: Tx): Promise<SigningClock> {
  const [row] = await tx.query<{ signed_at: string; refused_since: string | null }>('select signed_at, refused_since from signing_clock');
  return { signedAt: row?.signed_at ?? null, refusedSince: row?.refused_since ?? null };
}

interface ClockNeeds extends AuditNeeds {
  readonly clockAheadHours: number;
}

/** Null: sign. MUST be asked before anything that goes by the time is signed or ended. */
export const askClock = async (tx: Tx, { clock, clockAheadHours }: ClockNeeds): Promise<ClockJump | null> =>
  clockJump((await readSigningClock(tx)).signedAt, clock.now(), clockAheadHours);

/**
 * Notes that the clock is not believed, once after each signature, with its act; for who operates. By the database's own clock: an act dated by one that is off is refused there.
 * Under a session of the system. @returns whether that is new
 */
export async function noteRefused(tx: Tx, needs: ClockNeeds, { direction, signedAt }: ClockJump): Promise<boolean> {
  const [row] = await tx.query<{ at: string }>(
    'update signing_clock set refused_since = clock_timestamp() where refused_since is null returning refused_since as at',
  );
  if (!row) return false;
  const since = row.at;
  await recordAct(
    tx,
    { ...needs, clock: { ...needs.clock, now: () => since } },
    {
      act: 'card.clock-refused',
      purpose: 'CARD',
      bodyId: null,
      objectId: null,
      payload: { direction, signedAt, clock: needs.clock.now() },
    },
  );
  return true;
}

/** Notes a signature. Under a session of the system. */
export const noteSignature = (tx: Tx, at: Instant): Promise<unknown> =>
  tx.query(
    `insert into signing_clock (signed_at) values ($1)
       on conflict (one) do update set signed_at = excluded.signed_at, refused_since = null`,
    [at],
  );

/** Somebody who operates has looked: the clock is right now, whatever it said before. Needs the owner's log-in; leaves its act. */
export async function acceptClock(tx: Tx, needs: AuditNeeds, because: string): Promise<SigningClock> {
  const before = await readSigningClock(tx);
  const at = needs.clock.now();
  await noteSignature(tx, at);
  // Lists that were signed by a time ahead of now would wait for that time, and doors refuse everybody until then.
  await signAnew(tx);
  await recordAct(tx, needs, {
    act: 'card.clock-accepted',
    purpose: 'OPERATE',
    bodyId: null,
    objectId: null,
    role: 'SYSTEM',
    payload: { ...before, clock: at, because },
  });
  return before;
}
