/** The only place that reads the time. Everything else is handed a `Clock`. */

/** An instant, UTC, ISO 8601 with milliseconds: `2026-11-24T03:04:05.678Z`. */
export type Instant = string;
/** A day of the calendar in Asia/Ho_Chi_Minh, `YYYY-MM-DD`; sorts as text. */
export type PlainDate = string;

export interface Clock {
  /** now, UTC */
  now(): Instant;
  /** today's date in Asia/Ho_Chi_Minh */
  today(): PlainDate;
  /** milliseconds that only grow; for measuring how long something took */
  monotonicMs(): number;
}

const DAY_IN_VIETNAM = new Intl.DateTimeFormat('en-CA', {
  timeZone: 'Asia/Ho_Chi_Minh',
  year: 'numeric',
  month: '2-digit',
  day: '2-digit',
});

/** Việt Nam is seven hours ahead of UTC the whole year. */
const HOURS_AHEAD = 7;
/** The hour of the day in Việt Nam at an instant, 0 to 23. */
export const hourInVietnam = (at: Instant): number => (new Date(at).getUTCHours() + HOURS_AHEAD) % 24;

/** The day in Việt Nam at an instant. */
export const dayInVietnam = (at: Instant): PlainDate => DAY_IN_VIETNAM.format(new Date(at));

const HOUR_MS = 3_600_000;
const DAY_MS = 24 * HOUR_MS;
/** The first instant after a day in Việt Nam. */
export const endOfDay = (day: PlainDate): Instant =>
  new Date(Date.parse(`${day}T00:00:00Z`) + DAY_MS - HOURS_AHEAD * HOUR_MS).toISOString();

export const systemClock: Clock = {
  now: () => new Date().toISOString(),
  today: () => dayInVietnam(new Date().toISOString()),
  monotonicMs: () => performance.now(),
};

/** A clock that stands still until it is moved; for tests and for the deterministic demo. */
export function stoppedClock(start: Instant): Clock & { moveTo(at: Instant): void } {
  let at = start;
  return {
    now: () => at,
    today: () => dayInVietnam(at),
    monotonicMs: () => Date.parse(at),
    moveTo: (to) => {
      at = to;
    },
  };
}

/** Is it a day that exists, written `YYYY-MM-DD`? */
export function isPlainDate(text: string): boolean {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(text)) return false;
  const at = Date.parse(`${text}T00:00:00Z`);
  return !Number.isNaN(at) && new Date(at).toISOString().slice(0, 10) === text;
}
