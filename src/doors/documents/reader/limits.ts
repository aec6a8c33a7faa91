/** Maxima of reading documents, each with its unit and the threat that it stops. Used by the sandboxed parser: imports nothing. */

/** Bytes of one document: the dictionary's maximum of the field (a test holds them equal). T18. */
export const DOCUMENT_BYTES_MAX = 20 * 1024 * 1024;
/** Pages of one document: a decision has few, a thesis some hundred; whoever confirms looks at each. T18. */
export const PAGES_MAX = 300;
/** Inflated bytes of all object streams: where names of objects stand. T18. */
export const INFLATED_BYTES_MAX = 40 * 1024 * 1024;
/** Object streams of one document. T19. */
export const OBJECT_STREAMS_MAX = 20_000;
/** Letters of the first page that are looked through for a mark of secrecy: a page has some thousand. T18. */
export const MARK_CHARS_MAX = 50_000;
/** Lines at the head of the first page within which a stamp stands. */
export const STAMP_LINES_MAX = 15;
