/** Maxima of this room. */

/** Longest chain of bodies, and of successors: the tree of the country is six deep. */
export const CHAIN_MAX = 20;
/** Bodies on one page of a tree's level, and of what is found. */
export const CHILDREN_ON_PAGE = 200;
/** Changes on one page. */
export const CHANGES_ON_PAGE = 50;
/** Lines of a change that are shown one by one; a list of ten thousand is told by its counts and these. */
export const LINES_SHOWN = 500;
/** Letters of a name. */
export const NAME_LETTERS_MAX = 300;
/** Letters of what says that an old code goes on; the table takes no more. */
export const CODE_SOURCE_LETTERS_MAX = 300;
