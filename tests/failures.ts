/** Where failing steps in a browser leave what they saw, below the checkout; emptied when `npm test` begins, ignored by git. */
export const FAILURES_FOLDER = 'test-failures';
