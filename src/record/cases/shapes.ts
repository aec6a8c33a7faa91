/** What travels. */

/** transfer: from the body that manages to another. re_entry: of somebody who left. dual_claim: two bodies sent one number. number_change: a number made anew. */
export type CaseKind = 'transfer' | 're_entry' | 'dual_claim' | 'number_change';
