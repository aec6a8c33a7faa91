/** What is asked anew once an account, a role or a request for one has changed. */
export const ACCOUNTS_STALE = [['accounts'], ['grant-requests'], ['staff'], ['home']] as const;
