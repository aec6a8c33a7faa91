/** As few letters as the server takes of a reason or an answer. */
export const REASON_LETTERS_MIN = 10;
