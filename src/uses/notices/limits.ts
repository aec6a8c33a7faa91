/** Limits of this room. Changed by hand, never at run time. */

/** The log is looked through so often, and waiting work, in milliseconds. */
export const COLLECT_EVERY_MS = 10_000;
/** After a failure, in milliseconds. */
export const RETRY_MS = 30_000;
/** Mails are looked for so often, in milliseconds. */
export const MAIL_EVERY_MS = 60_000;
/** Acts of the log in one transaction. */
export const ACTS_AT_ONCE = 500;
/** Notices of one page. */
export const PAGE = 50;
/** What came of a consent is news for so many days: whoever has no notice of it by then (a new officer, one that was forgotten) is not told of years ago. */
export const CONSENT_IS_NEWS_DAYS = 30;
/** A mail server that has not answered by then did not take the mail, in milliseconds. */
export const MAIL_MS_MAX = 20_000;
