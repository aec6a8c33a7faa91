/** Maxima of what the population service may send (threats T22, T25 and a gateway that went mad). */

/** An answer of one citizen is a few kilobytes; what is longer is refused when it gets here, in bytes after inflating. */
export const ANSWER_BYTES_MAX = 512 * 1024;
/** A token is a small JSON object, in bytes. */
export const TOKEN_BYTES_MAX = 16 * 1024;
/** Elements within elements. The real answer has six levels. */
export const ANSWER_DEPTH_MAX = 24;
/** Elements of one answer. The real one has about a hundred. */
export const ANSWER_ELEMENTS_MAX = 5_000;
/** Characters of one value that we read. */
export const VALUE_CHARS_MAX = 300;
/** The longest wait that a Retry-After may ask of us, in milliseconds. */
export const RETRY_AFTER_MS_MAX = 3_600_000;
