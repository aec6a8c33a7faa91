/**
 * The only place of the portal that reads the time.
 * `performance` runs on when a user sets the computer's clock; a session's end must not jump with it.
 */
export const nowMs = (): number => performance.timeOrigin + performance.now();

/** Made once: making one takes longer than a hundred uses of it. */
const DAY_IN_VIETNAM = new Intl.DateTimeFormat('en-CA', {
  timeZone: 'Asia/Ho_Chi_Minh',
  year: 'numeric',
  month: '2-digit',
  day: '2-digit',
});

/** Today in Việt Nam as `YYYY-MM-DD`, wherever the computer stands. */
export const todayInVietnam = (atMs: number = nowMs()): string => DAY_IN_VIETNAM.format(atMs);

/** What the computer's own clock says, right or wrong, and how long the page is open; only the door looks at them, to compare them with the server's. */
export const wallMs = (): number => new Date().getTime();
export const monotonicMs = (): number => performance.now();
