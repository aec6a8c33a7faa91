/** What is asked anew after an act on a request: the list, and how many wait at home. */
export const STALE = [['list-additions'], ['home']] as const;
