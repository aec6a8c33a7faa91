/** Maxima of the exchange. The figures are a design of this project: each may be changed by whoever runs both ends. */

/** A batch: what one transaction of the centre receives. */
export const BATCH_CHANGES_MAX = 1_000;
/** Batches that are expanded and received at the same moment, and how many may wait for their turn with their compressed bytes; one more is told to come later. */
export const EXPANDED_AT_ONCE = 4;
export const EXPANDED_WAITING_MAX = 60;
/** Batches that are judged and confirmed at the same moment; whoever asks for another's result is told to come again. */
export const SETTLED_TOGETHER = 4;
/** Compressed, as it comes over the line. */
export const BATCH_BYTES_MAX = 5 * 1024 * 1024;
/** Against a small file that inflates for ever: ten times of what 1,000 changes of the largest sections take. */
export const BATCH_TEXT_BYTES_MAX = 40 * 1024 * 1024;
/** One change. The largest section line of the dictionary is below 16 KB. */
export const LINE_CHARS_MAX = 64 * 1024;
/** What a change carries beside the standard. */
export const EXTENSION_CHARS_MAX = 16 * 1024;
/**
 * When a batch is read among all that was sent, by lane: a promotion beside what people bring by the portal (0), a first load after everything else. A lane that is
 * empty holds up nobody.
 */
export const LANE_PRIORITY = { daily: 0, correction: -1, load: -2 } as const;
/** What stands below has waited so long at the most before it comes next, one batch at a time: no lane starves, and nobody waits behind more than one. */
export const LIFT_AFTER_SECONDS = 60;
export const LIFT_EVERY_MS = 5_000;
/** Batches of one lane that are received and not judged. */
export const WINDOW_MAX = 8;
/** Received and not judged, of all sources: above, the window is one batch. */
export const QUEUE_NARROW = 64;
/** Above, first loads are told to come later. */
export const QUEUE_FULL = 256;
/** What a node is told to wait when it is turned away. */
export const RETRY_AFTER_MS = 5_000;
/** First and last pause of a node between two tries; each is drawn from zero to the pause, so that many nodes do not come at once. */
export const PAUSE_FIRST_MS = 1_000;
export const PAUSE_LAST_MS = 15 * 60_000;
/** Buckets of the nightly digest. */
export const DIGEST_BUCKETS = 1_024;
/** Nothing of a batch has come for so long: a connection that is held open is let go. A line of 64 kbit/s is far from it. */
export const SILENCE_MS_MAX = 20_000;
/** The body of any other call. */
export const QUESTION_BYTES_MAX = 16 * 1024;
/** Entries of the feed in one page. */
export const FEED_PAGE_MAX = 500;
/** Changes of one batch are judged by no more problems than these. */
export const PROBLEMS_READ_MAX = 5_000;
/** How long a batch whose body confirms by its own key waits for that key, and for the population database, before its result says who is waited for. */
export const CONFIRM_GRACE_MS = 24 * 60 * 60_000;
/** Working days within which an officer is to decide what came over the line: what the sender is told to expect, no term of the law. */
export const OFFICER_WORKING_DAYS = 5;
/** Batches that one round looks at. */
export const SETTLED_AT_ONCE = 50;
export const SETTLE_EVERY_MS = 2_000;
/** A session that confirms in the name of an officer ends by itself after these seconds. */
export const CONFIRM_SESSION_SECONDS = 10 * 60;
/** Text of a page of the feed: with all facts of somebody who arrives an entry may be long. */
export const FEED_PAGE_BYTES_MAX = 4 * 1024 * 1024;
/** People of whom one transaction tells what is new. */
export const FOLLOWED_AT_ONCE = 500;
/** Buckets of which one transaction computes the digest. */
export const BUCKETS_AT_ONCE = 16;
export const FOLLOW_EVERY_MS = 10_000;
/** People whom one transaction confirms by the key of their body. */
export const CONFIRMED_AT_ONCE = 250;
/** Letters of a reason or a refusal about a line, at least and at most: the other reads it. */
export const REASON_CHARS_MIN = 10;
export const REASON_CHARS_MAX = 500;
/** Letters of a key or a certificate in PEM. */
export const PEM_CHARS_MAX = 8_000;
/** Networks from which one caller may call, and letters of all of them. */
export const NETWORKS_MAX = 20;
export const NETWORKS_CHARS_MAX = 1_000;
/** A key or a certificate that is replaced is taken beside the new one for at most so long. */
export const ENDS_DAYS_MAX = 90;
/** Rows of a page of lines; of requests and of batches that a line shows; of codes for which something was refused. */
export const LINES_ON_PAGE = 50;
export const REQUESTS_SHOWN = 20;
export const BATCHES_SHOWN = 10;
export const CODES_SHOWN = 20;
