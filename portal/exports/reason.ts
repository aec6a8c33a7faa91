/** A reason is counted as the server counts it: by its letters, not by the spaces between them. */
export const REASON_LETTERS_MIN = 10;
export const isReason = (text: string): boolean => text.replaceAll(/\s/g, '').length >= REASON_LETTERS_MIN;
