/** Maxima and intervals of this room, with unit and reason. */

/** Rows of one insert: larger ones gain nothing and hold more text in memory. */
export const INSERT_ROWS_MAX = 2_000;
/** Leaves taken in one transaction of the sequencer: a batch is hashed in about 70 ms, so nobody waits long for its lock. */
export const SEQUENCE_BATCH_LEAVES = 5_000;
/** Milliseconds between two looks of the sequencer: a receipt may name its place in the log about a second later. */
export const SEQUENCE_EVERY_MS = 1_000;
/** Milliseconds before a sequencer that lost its term, or met a fault, tries again. */
export const SEQUENCE_RETRY_MS = 5_000;
/** Seconds between two words of the sequencer that the log is whole: each is a write, and what asks looks at the events itself when none came lately. */
export const COMPLETE_EVERY_SECONDS = 15;
/** Seconds that the log may stand still before legal acts stop, where no setting says otherwise: ten minutes, a house rule (docs/settings.md). */
export const LOG_STOP_SECONDS = 600;
/** Rows read at a time when the log is verified; a multiple of a tile's 256. */
export const VERIFY_BATCH_ROWS = 2_048;
/** Findings named in one report; the rest are counted. */
export const FINDINGS_NAMED_MAX = 1_000;
/** Rows of one page of events. */
export const EVENTS_PAGE_MAX = 200;
/** Rows of one exported file: about 4 MB, and what one person can still look through. */
export const EXPORT_ROWS_MAX = 20_000;
/** Days back that "who viewed" tells. */
export const READS_SHOWN_DAYS = 366;
