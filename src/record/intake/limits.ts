/** Named maxima, each with its unit and why. */

/** Bytes of one upload, held in memory while it is received: threat T18. A form of a hundred thousand people with 79 cells each has 34 MB. */
export const UPLOAD_SIZE_BYTES_MAX = 50 * 1024 * 1024;
/** Lines handled in one statement: larger batches hold locks longer without going faster. */
export const BATCH_LINES = 1_000;
/** People of a file that are compared and written at once while the next are checked. */
export const CHECK_LINES = 2_000;
/** Between two looks for files that nobody works on any more, in milliseconds. */
export const RESUME_EVERY_MS = 10 * 60_000;
/** Entries of one page of a list. */
export const PAGE_ROWS_MAX = 200;
/** Groups of equal values shown at once, the largest first; the rest appears when these are dealt with. */
export const SUGGESTION_GROUPS_MAX = 100;
/** Values shown of a group. */
export const GROUP_EXAMPLES = 3;
/** Suggestions accepted in one request. */
export const FIXES_MAX = 50_000;
