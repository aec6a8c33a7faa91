/**
 * Callers without a session have a budget too: each source address one, and all of them together one. Whatever they are refused is summed,
 * so that nobody fills the log by being refused. In memory of this server; an address is never written anywhere.
 */
import { isIPv6 } from 'node:net';
import type { Clock, Instant } from '#base/clock.ts';
import { spend } from './budget.ts';
import type { Budget, Rate } from './budget.ts';

/** Addresses remembered at most; the oldest are forgotten. Whoever has more than these is held by the budget of all. */
const ADDRESSES_MAX = 10_000;

export interface AnonymousLimits {
  readonly perAddressPerMinute: number;
  readonly perMinute: number;
}

/** A minute's requests at once; they come back within a minute. */
const rate = (perMinute: number): Rate => ({ burst: perMinute, perSecond: perMinute / 60 });

/**
 * Who a source address is: an IPv4 address itself (mapped into IPv6 too); of IPv6 the network of 64 bits, which one
 * subscriber has whole (RFC 6177).
 */
export function sourceOf(address: string): string {
  const plain = address.split('%')[0]!;
  const mapped = /^::ffff:(\d+\.\d+\.\d+\.\d+)$/i.exec(plain);
  if (mapped) return mapped[1]!;
  if (!isIPv6(plain)) return plain;
  const [head = '', tail = ''] = plain.split('::');
  const front = head.split(':').filter((part) => part !== '');
  const back = tail.split(':').filter((part) => part !== '');
  const zeros = plain.includes('::') ? Math.max(0, 8 - front.length - back.length) : 0;
  const groups = [...front, ...Array<string>(zeros).fill('0'), ...back];
  return `${groups
    .slice(0, 4)
    .map((group) => Number.parseInt(group, 16).toString(16))
    .join(':')}::/64`;
}

export interface AnonymousBudget {
  /** Takes one request of an address: 0, or seconds to wait. */
  take(address: string): number;
  /** Takes one request of all together alone, where an address has a pace of its own (wallets). */
  takeOfAll(): number;
}

export function anonymousBudget(clock: Clock, limits: AnonymousLimits): AnonymousBudget {
  const perAddress = rate(limits.perAddressPerMinute);
  const together = rate(limits.perMinute);
  const spent = new Map<string, Budget>();
  let all: Budget | undefined;
  const takeOfAll = (): number => {
    const taken = spend(all, clock.monotonicMs(), together);
    all = taken.budget;
    return taken.waitSeconds;
  };
  return {
    takeOfAll,
    take(address) {
      const source = sourceOf(address);
      const { budget, waitSeconds } = spend(spent.get(source), clock.monotonicMs(), perAddress);
      spent.delete(source); // set anew, so that the oldest stands first
      spent.set(source, budget);
      if (spent.size > ADDRESSES_MAX) spent.delete(spent.keys().next().value!);
      // One address that is over its own budget takes nothing from the others.
      return waitSeconds > 0 ? waitSeconds : takeOfAll();
    },
  };
}

/** Why a caller without a session was refused: over the budget, or nobody vouched for who came back from signing in. */
export type RefusedWhy = 'budget' | 'not-confirmed';

/** What was refused within a minute: for the log, without any address. */
export interface RefusedSum<Why extends string = RefusedWhy> {
  readonly from: Instant;
  readonly to: Instant;
  /** how many different sources they came from */
  readonly sources: number;
  readonly counts: readonly { readonly route: string; readonly why: Why; readonly count: number }[];
  /** SHA-256 of certificates that were presented, in hexadecimal; absent when none was */
  readonly certificates?: readonly string[];
}

export const SUM_MS = 60_000;

/** Certificates named in one sum at most: enough to find whose it is, and bounded whoever sends them. */
const CERTIFICATES_MAX = 10;

export interface RefusedSums<Why extends string = RefusedWhy> {
  note(route: string, why: Why, address: string, certificateSha256?: string | null): void;
  /** The sum that is due: a minute is over since its first refusal. Taken out; null when there is none. */
  takeDue(): RefusedSum<Why> | null;
  /** The sum as it stands, at the end of the server. */
  takeRest(): RefusedSum<Why> | null;
}

export function refusedSums<Why extends string = RefusedWhy>(clock: Clock): RefusedSums<Why> {
  let from: Instant | null = null;
  let sinceMs = 0;
  const counts = new Map<string, { route: string; why: Why; count: number }>();
  const certificates = new Set<string>();
  const sources = new Set<string>();
  const takeRest = (): RefusedSum<Why> | null => {
    if (from === null) return null;
    const sum: RefusedSum<Why> = {
      from,
      to: clock.now(),
      sources: sources.size,
      counts: [...counts.values()],
      ...(certificates.size > 0 ? { certificates: [...certificates] } : {}),
    };
    from = null;
    counts.clear();
    sources.clear();
    certificates.clear();
    return sum;
  };
  return {
    note(route, why, address, certificateSha256 = null) {
      if (from === null) {
        from = clock.now();
        sinceMs = clock.monotonicMs();
      }
      const key = `${why} ${route}`;
      const before = counts.get(key);
      if (before) before.count += 1;
      else counts.set(key, { route, why, count: 1 });
      if (sources.size < ADDRESSES_MAX) sources.add(sourceOf(address));
      if (certificateSha256 !== null && certificates.size < CERTIFICATES_MAX) certificates.add(certificateSha256);
    },
    takeDue: () => (from !== null && clock.monotonicMs() - sinceMs >= SUM_MS ? takeRest() : null),
    takeRest,
  };
}
