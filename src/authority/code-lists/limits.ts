/** Maxima of the room. */

/** Requests on one page: a request is a paragraph, not a row. */
export const ADDITIONS_ON_PAGE = 50;

/** Rows of the decree's appendix as a file: it has some two hundred. More are another file. */
export const APPENDIX_ROWS_MAX = 5_000;
/** Letters of that file: a name is a line of some hundred. */
export const APPENDIX_CHARS_MAX = 400_000;
