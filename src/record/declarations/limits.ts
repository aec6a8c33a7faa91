/** Maxima of declarations. */

/** Letters of one cell: the longest text of the dictionary, and something to spare. */
export const CELL_CHARS_MAX = 4_000;
/** Cells of one line, or of a group's single values. */
export const CELLS_MAX = 60;
/** Lines of one section that a person states. */
export const LINES_MAX = 60;
/** Texts that a choice offers at once; of a longer list (communes) the name is typed. */
export const OPTIONS_MAX = 400;
/** Declarations on the own page, newest first. */
export const OWN_DECLARATIONS_MAX = 20;
/** What is sent is brought in, and what is checked sent on, so often, in milliseconds. */
export const CARRY_EVERY_MS = 1_500;
/** Papers that one declaration takes along: a scan of every diploma that somebody has. */
export const EVIDENCE_MAX = 20;
/** Bytes of all of them together. */
export const EVIDENCE_BYTES_MAX = 60 * 1024 * 1024;
/** Letters of a paper's number, as the dictionary has them. */
export const SYMBOL_CHARS_MAX = 50;
/** Declarations that are looked up at once, to be carried one by one. */
export const CARRIED_AT_ONCE = 20;
/** Messages about one declaration, of both sides: what needs more is spoken about. */
export const MESSAGES_MAX = 50;
/** Letters of a message. */
export const MESSAGE_CHARS_MAX = 1_000;
/** A message is news for so many days. */
export const MESSAGE_IS_NEWS_DAYS = 30;
/** For so long the name of an update from VNeID is known: far longer than one may be old when it comes. */
export const UPDATE_NAMES_HOURS = 24;
