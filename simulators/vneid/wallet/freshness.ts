/** When a copy of the card is old, and what to say of it. Pure. */

const HOUR_MS = 3_600_000;
/** After a day the register may say something else: the wallet asks once a day when it is opened. */
export const REFRESH_AFTER_MS = 24 * HOUR_MS;
/** A refresh that failed is not tried again by itself for so long; the button always tries. */
export const TRY_AGAIN_AFTER_MS = 5 * 60_000;

export interface CopyTimes {
  readonly receivedMs: number;
  readonly endMs: number;
  /** null: the last refresh worked, or none was tried */
  readonly failedMs: number | null;
}

/** Has the copy ended? The second of its end no longer counts. */
export const hasEnded = ({ endMs }: CopyTimes, nowMs: number): boolean => nowMs >= endMs;

/** Is it time to ask for a new copy without being told to? After a day, or after half of its life where that is shorter. */
export function isRefreshDue({ receivedMs, endMs, failedMs }: CopyTimes, nowMs: number): boolean {
  if (failedMs !== null && nowMs - failedMs < TRY_AGAIN_AFTER_MS) return false;
  const halfLife = (endMs - receivedMs) / 2;
  return nowMs - receivedMs >= Math.min(REFRESH_AFTER_MS, halfLife) || nowMs >= endMs;
}
