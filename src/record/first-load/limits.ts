/** Named maxima of first loads, each with its unit and why. */

/** Rows whose content is opened and hashed at once. */
export const COMPOSE_ROWS = 2_000;
/** People who are registered in one transaction: longer ones hold rows of numbers that other bodies may ask about. */
export const REGISTER_ROWS = 1_000;
/** Parts of one load: 2.5 million people in parts of 20,000 rows are 125. */
export const PARTS_MAX = 1_000;
/** Days for which the ministry may have a first load stand open at once: a project, not a way of working. */
export const WINDOW_DAYS_MAX = 366;
