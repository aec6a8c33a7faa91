/** Maxima of the room. */

/** A request lapses when nobody decides for so many days. */
export const DECIDE_DAYS_MAX = 30;
/** Letters of the reason, and of a refusal. */
export const REASON_CHARS_MIN = 10;
export const REASON_CHARS_MAX = 500;
/** Letters of the number of a paper, and of who issued it. */
export const PAPER_CHARS_MAX = 120;
/** Rows of a page. */
export const ERASURE_ROWS_MAX = 100;
/** What is granted is looked for every so often, in milliseconds: what a job left undone is taken up again. */
export const DUE_EVERY_MS = 60_000;
