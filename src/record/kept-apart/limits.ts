/** Maxima of the room. */

/** Letters of number and issuer of a document. */
export const PAPER_CHARS_MAX = 120;
/** Letters of a refusal, at least and at most: who asked reads it. */
export const REASON_CHARS_MIN = 10;
export const REASON_CHARS_MAX = 500;
/** Rows of a page. */
export const PAGE_ROWS_MAX = 50;
