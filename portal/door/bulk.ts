/**
 * The lists of an open door over time: recalled at its start, fetched every `ttl`, when the network comes back and when the page is seen again.
 * Nothing here knows of a card: what is fetched, and when, is the same whether nobody or a hundred people stand at the door.
 */
import type { CardCrypto } from '#standard/card/shapes.ts';
import { CLOCK_OFFSET_MS_MAX } from '#standard/card/limits.ts';
import { doorTime } from './door-time.ts';
import type { DoorTime, Reading, Sync } from './door-time.ts';
import { fingerprintOf } from './fingerprint.ts';
import type { Keep } from './keep.ts';
import { NO_LISTS, fetchLists, readKept, statusAtMs } from './lists.ts';
import type { KeptLists, ListNeeds, ListTrouble, Lists } from './lists.ts';
import { isServerClockWrong } from './server-clock.ts';

export interface BulkNeeds extends Omit<ListNeeds, 'crypto' | 'nowMs' | 'isServerClockWrong'> {
  readonly crypto: Promise<CardCrypto>;
  readonly reading: () => Reading;
  readonly keep: Keep;
  /** what browsers think of the network */
  readonly isOnline: () => boolean;
  readonly later: (work: () => void, ms: number) => void;
}

export interface BulkState extends DoorTime {
  readonly lists: Lists;
  readonly statusAtMs: number | null;
  readonly online: boolean;
  /** the first fetch is under way */
  readonly loading: boolean;
  readonly trouble: ListTrouble | null;
  /** end of the last fetch, whatever came of it; null before the first */
  readonly triedMs: number | null;
  readonly fingerprint: string | null;
  /** further off than any verdict can bear */
  readonly isClockOff: boolean;
  /** the server's clock, by the last fetch: nothing of it was taken, and this device goes on by its own */
  readonly isServerClockWrong: boolean;
}

export interface Bulk {
  state(): BulkState;
  /** MUST be called once, first: what the last visit left */
  recall(): Promise<void>;
  /** Fetches now, and again after each `ttl`. Two requests at once are one. */
  refresh(): Promise<void>;
  /** Refreshes when the last time is longer ago than `ttl`. */
  refreshIfDue(): Promise<void>;
  forget(): Promise<void>;
}

const RETRY_SECONDS = 30;

/** @param changed  called whenever the state may look otherwise */
export function bulk(needs: BulkNeeds, changed: () => void): Bulk {
  let lists = NO_LISTS;
  let kept: KeptLists | null = null;
  let sync: Sync | null = null;
  let isOwnSync = false;
  let seenMs = 0;
  let trouble: ListTrouble | null = null;
  let fingerprint: string | null = null;
  let triedMs: number | null = null;
  let underWay: Promise<void> | null = null;
  let dueMs = 0;

  const time = (): DoorTime => doorTime(needs.reading(), sync, isOwnSync, seenMs);
  const listNeeds = async (): Promise<ListNeeds> => ({
    ...needs,
    crypto: await needs.crypto,
    nowMs: () => time().nowMs,
    isServerClockWrong: (serverMs, signedAtMs) => isServerClockWrong(serverMs, signedAtMs, needs.reading(), isOwnSync ? sync : null),
  });
  const nameAnchor = async (): Promise<void> => {
    fingerprint = kept && (await fingerprintOf(kept.anchor, (await needs.crypto).sha256));
  };

  async function fetchNow(): Promise<void> {
    const result = await fetchLists({ lists, kept }, await listNeeds());
    ({ lists, kept, trouble } = result);
    if (result.sync) {
      sync = result.sync;
      isOwnSync = true;
      // The server has the last word: a door that was once ahead of its time must not stay so for ever.
      seenMs = result.sync.serverMs;
    }
    await nameAnchor();
    if (kept) await needs.keep.keep({ lists: kept, sync, seenMs });
    const seconds = trouble === null ? result.ttlSeconds : RETRY_SECONDS;
    triedMs = time().nowMs;
    dueMs = needs.reading().monotonicMs + seconds * 1000;
    needs.later(() => void refreshIfDue(), seconds * 1000);
    changed();
  }

  const refresh = (): Promise<void> =>
    (underWay ??= fetchNow().finally(() => {
      underWay = null;
    }));
  const refreshIfDue = async (): Promise<void> => {
    if (needs.reading().monotonicMs >= dueMs) await refresh();
  };

  return {
    state: () => {
      const now = time();
      return {
        ...now,
        lists,
        statusAtMs: statusAtMs(lists),
        online: needs.isOnline() && trouble !== 'network',
        loading: triedMs === null && needs.isOnline(),
        trouble,
        triedMs,
        fingerprint,
        isClockOff: now.isBehind || Math.abs(now.offsetMs ?? 0) > CLOCK_OFFSET_MS_MAX,
        isServerClockWrong: trouble === 'server-clock',
      };
    },
    async recall() {
      const last = await needs.keep.recall();
      if (last) {
        ({ lists: kept, sync, seenMs } = last);
        lists = await readKept(kept, await listNeeds());
        await nameAnchor();
      }
      changed();
    },
    refresh,
    refreshIfDue,
    async forget() {
      await needs.keep.forget();
      lists = NO_LISTS;
      [kept, fingerprint, trouble, seenMs] = [null, null, null, 0];
      changed();
      await refresh();
    },
  };
}
