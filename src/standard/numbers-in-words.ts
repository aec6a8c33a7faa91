/** Words and codes that a body makes up, and what may have been typed among them. Pure. */

/** So many digits in a row are needed by a citizen number and by no word or code of a body. */
const LIKE_A_CITIZEN_NUMBER = /\d{6}/;

/** Can nothing in these words be a citizen number? */
export const saysNoNumber = (words: string): boolean => !LIKE_A_CITIZEN_NUMBER.test(words);
