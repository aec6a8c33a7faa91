/** Requests of one asker (an address, a wallet): a bucket each, in memory of this server; who asks too often waits. Pure but for its map. */
import type { Clock } from '#base/clock.ts';
import { PACES_KEPT_MAX } from './limits.ts';

interface PaceBounds {
  /** at once */
  readonly burst: number;
  /** coming back each second */
  readonly perSecond: number;
}

/** Takes one request of an asker: 0, or seconds to wait. */
export function requestPace(clock: Clock, { burst, perSecond }: PaceBounds): (asker: string) => number {
  const buckets = new Map<string, { readonly left: number; readonly atMs: number }>();
  return (asker) => {
    const nowMs = clock.monotonicMs();
    const before = buckets.get(asker) ?? { left: burst, atMs: nowMs };
    const left = Math.min(burst, before.left + ((nowMs - before.atMs) / 1000) * perSecond);
    buckets.delete(asker); // set anew, so that the oldest stands first
    buckets.set(asker, { left: left < 1 ? left : left - 1, atMs: nowMs });
    if (buckets.size > PACES_KEPT_MAX) buckets.delete(buckets.keys().next().value!);
    return left < 1 ? Math.ceil((1 - left) / perSecond) : 0;
  };
}
