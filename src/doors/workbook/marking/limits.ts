/** Maxima of a marked workbook, each with its unit and why. */

/** Comments over the whole file: beyond it Excel opens too slowly to be of use. The cells still get their colour and their line in the list. */
export const COMMENTS_MAX = 20_000;
/** Lines of the list of problems; the format ends at 1,048,576 rows. */
export const LIST_ROWS_MAX = 200_000;
/** Links in the list: Excel opens no sheet with more than 65,530. */
export const LINKS_MAX = 60_000;
/** Characters of one comment: more is not read by anyone in a balloon. */
export const COMMENT_CHARS_MAX = 900;
/** Characters of a cell of the list: the format's own maximum is 32,767. */
export const CELL_CHARS_MAX = 2_000;
