/** Named maxima of confirming, each with its unit and why. */

/** People of one list: what the goal of the bench is set with; the transaction of a longer one would hold rows, and keep the log back, for longer than a minute. */
export const LIST_PEOPLE_MAX = 10_000;
/** People of a list that are read and written at once: their records stand in memory together, and the process answers others in between. */
export const LIST_BATCH_PEOPLE = 200;
/** People that one officer ticks for a list: as many as the queue shows after some pages. */
export const CHOSEN_PEOPLE_MAX = 1_000;
