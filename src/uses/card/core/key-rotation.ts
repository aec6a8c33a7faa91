/**
 * When a key of the card is made, put to use, put aside, and forgotten; pure. One is active for each use; the next is made a month before it is needed,
 * so that its certificate has stood in every trust list long before anything is signed with it; a retired one stays in the list until the last card
 * it signed has expired. A key whose certificate is not made as those of today is turned over the same way, without waiting for its year.
 */
import type { Instant } from '#base/clock.ts';

export type KeyState = 'next' | 'active' | 'retired';
export type SigningUse = 'card' | 'status' | 'door';
/** Each has an active key, always: one that a keeper of before has not is made. */
export const SIGNING_USES: readonly SigningUse[] = ['card', 'status', 'door'];

const DAY_MS = 86_400_000;
/** A key signs for a year at most (docs/architecture.md §8, Card; T31). */
export const SIGNS_DAYS = 365;
/** The next key is made so long before. */
export const NEXT_DAYS = 30;
/** A certificate outlives the signing by more than the longest copy (31 days), so no copy outlives its key. */
export const CERTIFICATE_DAYS = 400;
/** A next key is not used before it stood in the trust list for two lifetimes of a list (24 h each); a key for questions stands in none, and nobody has to know it first. */
const PUBLISHED_MS_MIN = 2 * DAY_MS;
/** The longest copy is 31 days: a key whose certificate ends sooner would sign copies that outlive it. */
const LAST_COPY_MS = 32 * DAY_MS;

export interface KeyAge {
  readonly kid: string;
  readonly use: SigningUse;
  readonly state: KeyState;
  readonly madeAt: Instant;
  /** null until it became active */
  readonly activeAt: Instant | null;
  readonly notAfter: Instant;
  /** made as keys are made today, for the issuer identifier of today; one that is not is turned over as soon as its next is known to doors */
  readonly isCurrent: boolean;
}

export type KeyDeed =
  | { readonly deed: 'make'; readonly use: SigningUse; readonly state: 'next' | 'active' }
  | { readonly deed: 'activate'; readonly kid: string }
  | { readonly deed: 'retire'; readonly kid: string }
  | { readonly deed: 'forget'; readonly kid: string };

const since = (at: Instant | null, nowMs: number): number => (at === null ? 0 : nowMs - Date.parse(at));

/** What is due now, in the order in which it is to be done; nothing most of the time. */
export const rotationDue = (keys: readonly KeyAge[], nowMs: number): readonly KeyDeed[] => [
  ...SIGNING_USES.flatMap((use) =>
    dueFor(
      use,
      keys.filter((key) => key.use === use),
      nowMs,
    ),
  ),
  ...keys
    .filter((key) => key.state === 'retired' && Date.parse(key.notAfter) <= nowMs)
    .map(({ kid }) => ({ deed: 'forget', kid }) as const),
];

function dueFor(use: SigningUse, keys: readonly KeyAge[], nowMs: number): readonly KeyDeed[] {
  const active = keys.find((key) => key.state === 'active');
  const next = keys.find((key) => key.state === 'next' && key.isCurrent);
  if (!active) return [{ deed: 'make', use, state: 'active' }];
  const isDue = (days: number): boolean => !active.isCurrent || since(active.activeAt, nowMs) >= days * DAY_MS;
  // It never signed: nobody misses it.
  const stale = keys.filter((key) => key.state === 'next' && !key.isCurrent).map(({ kid }) => ({ deed: 'forget', kid }) as const);
  // A house that slept too long does not wait for doors to learn the next key: copies that no door takes any more are worse.
  const isLate = Date.parse(active.notAfter) - nowMs < LAST_COPY_MS;
  if (next && isDue(SIGNS_DAYS) && (isLate || use === 'door' || since(next.madeAt, nowMs) >= PUBLISHED_MS_MIN))
    return [...stale, { deed: 'retire', kid: active.kid }, { deed: 'activate', kid: next.kid }];
  return !next && isDue(SIGNS_DAYS - NEXT_DAYS) ? [...stale, { deed: 'make', use, state: 'next' }] : stale;
}
