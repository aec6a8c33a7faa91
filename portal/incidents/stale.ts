/** What is asked anew after an entry: the register, and how many reports wait at home. */
export const STALE = [['incidents'], ['home']] as const;
