/** Is it the number of an e-CV, and not of a paper? */
export const isCv = (number: string): boolean => number.startsWith('SY-');
