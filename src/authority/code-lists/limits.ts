/** Maxima of the room. */

/** Requests on one page: a request is a paragraph, not a row. */
export const ADDITIONS_ON_PAGE = 50;
