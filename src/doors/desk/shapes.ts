/** What travels between the desk and the portal. */

/** State of a submission as shown: that of its latest file until it is submitted, then the least advanced of its items. */
export type SubmissionState =
  | 'reading'
  | 'checked'
  | 'submitted'
  | 'matching'
  | 'awaiting-confirmation'
  | 'returned'
  | 'registered'
  | 'refused'
  | 'withdrawn';
