/** Clocks that one transaction counts again: it holds their rows, and leaves a row in the log for each that moves. */
export const RECOUNTED_AT_ONCE = 500;
