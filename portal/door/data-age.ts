/** How old the lists are by which a door judges, and how to say it: a guard must see the age, not trust in it. */

/** `fresh` up to 4 h, `ageing` up to 24 h, then `old`: no plain green any more. `none`: nothing was fetched yet. */
export type Freshness = 'fresh' | 'ageing' | 'old' | 'none';

const MINUTE_MS = 60_000;
const HOUR_MS = 60 * MINUTE_MS;
const DAY_MS = 24 * HOUR_MS;
const FRESH_MS_MAX = 4 * HOUR_MS;
/** Same limit as that of the judge: a status list tells nothing after it. */
const AGEING_MS_MAX = DAY_MS;

/** A list from the future has age 0: the clock is judged elsewhere. */
export function freshnessOf(statusAtMs: number | null, nowMs: number): Freshness {
  if (statusAtMs === null) return 'none';
  const age = nowMs - statusAtMs;
  if (age <= FRESH_MS_MAX) return 'fresh';
  return age <= AGEING_MS_MAX ? 'ageing' : 'old';
}

const IN_VIETNAM = { timeZone: 'Asia/Ho_Chi_Minh' } as const;
const TIME = new Intl.DateTimeFormat('vi-VN', { ...IN_VIETNAM, hour: '2-digit', minute: '2-digit', hour12: false });
const TO_THE_SECOND = new Intl.DateTimeFormat('vi-VN', {
  ...IN_VIETNAM,
  hour: '2-digit',
  minute: '2-digit',
  second: '2-digit',
  hour12: false,
});
const DAY = new Intl.DateTimeFormat('vi-VN', { ...IN_VIETNAM, day: '2-digit', month: '2-digit', year: 'numeric' });

/** `07:45`, in Việt Nam wherever the device stands. */
export const timeOf = (atMs: number): string => TIME.format(atMs);
/** `07:45:12` */
export const timeToTheSecondOf = (atMs: number): string => TO_THE_SECOND.format(atMs);
/** `27/11/2026` */
export const dayOf = (atMs: number): string => DAY.format(atMs);

/** What a phrase about a time in the past is made of; the words stand in `words.ts`. */
export interface TimeAgo {
  readonly time: string;
  /** `today`, `yesterday`, or the day in figures */
  readonly day: 'today' | 'yesterday' | { readonly figures: string };
  readonly ago: { readonly unit: 'now' | 'minutes' | 'hours' | 'days'; readonly count: number };
}

export function timeAgo(atMs: number, nowMs: number): TimeAgo {
  const age = Math.max(0, nowMs - atMs);
  const day = dayOf(atMs);
  return {
    time: timeOf(atMs),
    day: day === dayOf(nowMs) ? 'today' : day === dayOf(nowMs - DAY_MS) ? 'yesterday' : { figures: day },
    ago:
      age < MINUTE_MS
        ? { unit: 'now', count: 0 }
        : age < HOUR_MS
          ? { unit: 'minutes', count: Math.floor(age / MINUTE_MS) }
          : age < 2 * DAY_MS
            ? { unit: 'hours', count: Math.floor(age / HOUR_MS) }
            : { unit: 'days', count: Math.floor(age / DAY_MS) },
  };
}
