/** When device and server differ about the time: is it the server that is wrong? Only what proves it counts; in doubt it is the device (V8), which anybody can set. */
import { CLOCK_OFFSET_MS_MAX } from '#standard/card/limits.ts';
import type { Reading, Sync } from './door-time.ts';

/** Both clocks of a device drift apart by less than this while a page is open. */
const SLACK_MS = 30_000;

/**
 * @param signedAtMs  when the server signed the list that it hands out; null when that is not read yet
 * @param sync        the server's last word to this very page; null before the first
 * @returns true where the server contradicts itself (its list is from later than its own time), or where this device agreed with it before, both clocks of
 *          the device have gone on together since, and the server's has not
 */
export function isServerClockWrong(serverMs: number, signedAtMs: number | null, reading: Reading, sync: Sync | null): boolean {
  if (signedAtMs !== null && signedAtMs > serverMs + CLOCK_OFFSET_MS_MAX) return true;
  if (!sync || Math.abs(sync.wallMs - sync.serverMs) > CLOCK_OFFSET_MS_MAX) return false;
  const passedMs = reading.monotonicMs - sync.monotonicMs;
  const wasSet = Math.abs(reading.wallMs - sync.wallMs - passedMs) > SLACK_MS;
  return !wasSet && Math.abs(serverMs - sync.serverMs - passedMs) > CLOCK_OFFSET_MS_MAX;
}
