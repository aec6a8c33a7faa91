/** Maxima of the room. */

/** Letters of what is wrong, at least: "sai" alone helps nobody. */
export const WRONG_CHARS_MIN = 5;
/** Letters of each text that a person or an officer writes. */
export const TEXT_CHARS_MAX = 1_000;
/** Open reports of one person: more is one conversation with the agency, not a list of cases. */
export const OPEN_REPORTS_MAX = 20;
/** Reports on a person's own page, newest first. */
export const OWN_REPORTS_MAX = 100;
/** What was settled is news to its person for so many days: a background that stood still for longer tells nobody late. */
export const SETTLED_IS_NEWS_DAYS = 30;
