/** Maxima of a body's node. Each may be changed by whoever runs it, but for what the centre holds it to (`#doors/exchange/limits.ts`). */

/** Changes that get their numbers in one transaction. */
export const NUMBERED_MAX = 1_000;
/** Text of one batch, far below what the centre expands, so that a line of 256 kbit/s carries a batch in a minute. Characters. */
export const BATCH_CHARS_MAX = 4 * 1024 * 1024;
/** Questions that are on the line at a time. */
export const ASKS_AT_ONCE = 4;
/** An answer of the centre: a result of 1,000 changes, each with its problems in two languages, is below 4 MB. Bytes. */
export const ANSWER_BYTES_MAX = 16 * 1024 * 1024;
/** A centre that says nothing for so long is away, in milliseconds. */
export const SILENCE_MS_MAX = 60_000;
/** No exchange of question and answer takes longer, however slowly bytes trickle, in milliseconds. */
export const ANSWER_MS_MAX = 10 * 60_000;
/** What a `Retry-After` is believed, in milliseconds: a centre that says "next year" is asked again within the day. */
export const RETRY_AFTER_MS_MAX = 24 * 3_600_000;
/** How often the feed is asked for when nothing came of it, in milliseconds. */
export const FEED_EVERY_MS = 30_000;
/** Between two looks for work when nothing is under way, in milliseconds. */
export const LOOK_EVERY_MS = 1_000;
/** Rows of a source that are compared in one transaction. */
export const ROWS_AT_ONCE = 500;
/** One row of a source, one cell of it, and a file of mappings. Characters. */
export const CELL_CHARS_MAX = 20_000;
export const MAPPING_CHARS_MAX = 1_000_000;
/** A file of rows. Bytes. */
export const SOURCE_FILE_BYTES_MAX = 1024 * 1024 * 1024;
/** Problems of a reading that are told one by one; the others are counted. */
export const PROBLEMS_TOLD_MAX = 100;
/** Buckets of the digest that are read from the database at a time. */
export const BUCKETS_AT_ONCE = 64;
