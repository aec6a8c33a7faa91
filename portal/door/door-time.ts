/** What time it is at the door: the device's clock, corrected by the server's, held against times that lie behind us. */

/** Both clocks of the device at one moment. The wall can be set by hand, the monotonic one only runs on. */
export interface Reading {
  readonly wallMs: number;
  readonly monotonicMs: number;
}

/** A reading taken when the server told its time. */
export interface Sync extends Reading {
  readonly serverMs: number;
}

export interface DoorTime {
  /** now, by the server's clock as far as it is known */
  readonly nowMs: number;
  /** device minus server; null when it is not known */
  readonly offsetMs: number | null;
  /** the device says an earlier time than one that lies behind us, nobody knows by how much: nothing can be judged by it */
  readonly isBehind: boolean;
}

/** A `Date` header has whole seconds, and an answer needs time: less than this is no turning back. */
const SLACK_MS = 30_000;

/**
 * @param sync     last word of the server; null before the first
 * @param samePage the sync was made by this very page: only then do both monotonic readings count from the same start
 * @param seenMs   the latest time that this door heard from the server; 0 = none
 */
export function doorTime(reading: Reading, sync: Sync | null, samePage: boolean, seenMs: number): DoorTime {
  const { wallMs } = reading;
  const isPast = (atMs: number): boolean => atMs < seenMs - SLACK_MS;
  if (sync) {
    const offsetMs = sync.wallMs - sync.serverMs + (samePage ? setBackMs(reading, sync) : 0);
    if (!isPast(wallMs - offsetMs)) return { nowMs: wallMs - offsetMs, offsetMs, isBehind: false };
  }
  // Without a sync, or with one from before the clock was set: the device is believed when it can be right.
  return { nowMs: wallMs, offsetMs: null, isBehind: isPast(wallMs) };
}

/** By how much the clock was set back since the sync, zero or less. Forward cannot be told from sleep, which stops the monotonic clock of many laptops. */
function setBackMs(reading: Reading, sync: Sync): number {
  const drift = reading.wallMs - sync.wallMs - (reading.monotonicMs - sync.monotonicMs);
  return drift < -SLACK_MS ? drift : 0;
}

/** Time of the server by the headers of an answer; `Age` counts what a cache on the way kept it. Null when it tells none. */
export function serverTimeOf(headers: { get(name: string): string | null }): number | null {
  const at = Date.parse(headers.get('date') ?? '');
  const ageSeconds = Number(headers.get('age') ?? 0);
  return Number.isNaN(at) ? null : at + (ageSeconds > 0 ? ageSeconds * 1000 : 0);
}
