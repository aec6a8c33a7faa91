/** Maxima of the room. */

/** Readers of one page of unusual readings: more in a week is one cause, not a list to read. */
export const UNUSUAL_ON_PAGE = 200;
/** Complaints on one page: each is a paragraph. */
export const COMPLAINTS_ON_PAGE = 100;
/** Letters of what a person writes, of an answer, and of why a reader is named. */
export const TEXT_CHARS_MIN = 10;
export const REASON_CHARS_MAX = 1_000;
export const ANSWER_CHARS_MAX = 2_000;
/** Readers of the day at hand are counted so often, in milliseconds: what stands out is told some minutes later. */
export const COUNT_EVERY_MS = 300_000;
