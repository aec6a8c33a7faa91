/** A reason, or the document that something is asked for by: fewer letters say none, and spaces are none. */
export const REASON_MIN = 10;
export const REASON_PATTERN = String.raw`^(?:\s*\S){${REASON_MIN}}`;
export const isReason = (text: string): boolean => new RegExp(REASON_PATTERN).test(text);
