/** Named maxima of cases. */

/** A person is taken over at most this many days ahead: a decision names a day that is near. */
export const EFFECTIVE_DAYS_MAX = 365;
/** A secondment of more days is a slip in its year. The law's usual three years have exceptions, so they are no bound here. */
export const SECONDED_DAYS_MAX = 3_660;
/** Letters of a post that stands in no list, as its field of the record has them. */
export const POST_CHARS_MAX = 150;
/** Letters of a decision's number, and of the words beside it. */
export const DECISION_CHARS_MAX = 100;
export const REASON_CHARS_MAX = 1000;
/** Values and sections that a merge may take over: more than the form has. */
export const MERGE_PATHS_MAX = 500;
/** Cases on one page. */
export const CASE_ROWS_MAX = 100;
/** Cases that one round of the worker ends. */
export const ROUND_CASES_MAX = 100;
