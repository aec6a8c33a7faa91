/** Maxima of the room. */

/** Letters of what is asked, and of an answer, at least: a word alone tells nobody what is wanted. */
export const WORDS_CHARS_MIN = 10;
export const WORDS_CHARS_MAX = 2_000;
/** Requests on a person's own page, newest first. */
export const OWN_REQUESTS_MAX = 50;
/** Rows of a page of the desk. */
export const PAGE_ROWS_MAX = 50;
/** What was answered is news to its person for so many days: a background that stood still for longer tells nobody late. */
export const ANSWERED_IS_NEWS_DAYS = 30;
