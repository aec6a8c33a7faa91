/** Maxima of the door. */

/** Bytes of one update: a group or two in texts, with their signature. */
export const UPDATE_BYTES_MAX = 64 * 1024;
/** An update is sent at once: one that was signed longer ago is not taken, in seconds. */
export const AGE_SECONDS_MAX = 300;
/** Seconds by which the clocks may differ. */
export const CLOCK_SECONDS_MAX = 30;
/** Groups of one update. */
export const GROUPS_MAX = 26;
