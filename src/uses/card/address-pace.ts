/** Requests of one address: a bucket each, in memory of this server; who asks too often waits. Pure but for its map. */
import type { Clock } from '#base/clock.ts';
import { ADDRESSES_MAX, ADDRESS_BURST, ADDRESS_PER_SECOND } from './limits.ts';

/** Takes one request of an address: 0, or seconds to wait. */
export function addressPace(clock: Clock): (address: string) => number {
  const buckets = new Map<string, { readonly left: number; readonly atMs: number }>();
  return (address) => {
    const nowMs = clock.monotonicMs();
    const before = buckets.get(address) ?? { left: ADDRESS_BURST, atMs: nowMs };
    const left = Math.min(ADDRESS_BURST, before.left + ((nowMs - before.atMs) / 1000) * ADDRESS_PER_SECOND);
    buckets.delete(address); // set anew, so that the oldest stands first
    buckets.set(address, { left: left < 1 ? left : left - 1, atMs: nowMs });
    if (buckets.size > ADDRESSES_MAX) buckets.delete(buckets.keys().next().value!);
    return left < 1 ? Math.ceil((1 - left) / ADDRESS_PER_SECOND) : 0;
  };
}
