/**
 * Keeps to the quota of a source, as a pure step. A token bucket written as one instant (GCRA): calls made so far are paid
 * for until `pacedTo`; a call may go as long as that lies less than a burst ahead. One instant in a row that callers lock
 * holds the quota over all processes.
 */
import type { Instant } from '#base/clock.ts';

export interface Quota {
  /** > 0; what the source allows us, over all our processes */
  readonly callsPerSecond: number;
}

/** Calls that were not made may be made up for, up to so much time, in milliseconds. */
export const BURST_MS = 1_000;

/**
 * Takes one call out of the quota.
 *
 * @param pacedTo  what the last step returned; null when none was made
 * @returns `go` with the new `pacedTo`, or the whole milliseconds to wait; asking does not cost
 * Each call costs its interval rounded up to a millisecond: never more calls than allowed, at most 1,000 a second.
 */
export function stepPace(
  pacedTo: Instant | null,
  quota: Quota,
  at: Instant,
): { readonly go: true; readonly pacedTo: Instant } | { readonly go: false; readonly waitMs: number } {
  const costMs = Math.ceil(1000 / quota.callsPerSecond);
  const nowMs = Date.parse(at);
  const paidMs = Math.max(nowMs, pacedTo === null ? nowMs : Date.parse(pacedTo)) + costMs;
  // A call dearer than the whole burst must still be possible.
  const aheadMs = Math.max(BURST_MS, costMs);
  return paidMs - nowMs <= aheadMs
    ? { go: true, pacedTo: new Date(paidMs).toISOString() }
    : { go: false, waitMs: paidMs - nowMs - aheadMs };
}
