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
/** A mail server that has not answered by then did not take the mail, in milliseconds. */
export const MAIL_MS_MAX = 20_000;
