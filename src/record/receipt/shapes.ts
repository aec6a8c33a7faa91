/** Receipts: what the centre says it has, signed. Received is not accepted: two receipts, two words. */
import type { CodeStanding } from '#authority/organisations/shapes.ts';
import type { Instant, PlainDate } from '#base/clock.ts';

/**
 * received = accepted + rejected + waiting, always; the unit is the person. `accepted`: passed the check and was sent; whether it is confirmed, its items
 * say. `waiting`: kept back from what was sent, to be corrected.
 */
export interface Counts {
  readonly received: number;
  readonly accepted: number;
  readonly rejected: number;
  readonly waiting: number;
}

/** One item of an R2: what was decided of one group of one person. `person` is the line's number in the file, never a name. */
export interface DecidedItem {
  readonly item: string;
  readonly group: string;
  readonly verdict: 'registered' | 'returned';
  readonly version: number | null;
}

/** What was decided as one list: received = accepted + rejected + waiting, in people. `waiting` are looked at one by one. */
export interface DecidedList extends Counts {
  readonly id: string;
  /** root over its parts, hexadecimal */
  readonly root: string;
  readonly items: number;
}

/** A right that was lent to who acted. */
export interface OnBehalf {
  /** code of `vai_tro` */
  readonly role: string;
  readonly bodyCode: string;
  readonly bodyName: string;
  readonly from: PlainDate;
  readonly until: PlainDate;
}

/** What is signed. No personal data: a receipt is printed and shown around. */
export interface ReceiptContent {
  readonly number: string;
  /** R1 "đã nhận", R2 "đã duyệt" */
  readonly kind: 'R1' | 'R2';
  readonly at: Instant;
  readonly bodyCode: string;
  readonly bodyName: string;
  /** absent: the code is the official identifier; receipts before 30 November 2026 did not say */
  readonly bodyCodeStanding?: Exclude<CodeStanding, 'official'>;
  readonly submissionId: string;
  readonly uploadNumber: string;
  readonly round: number;
  /** of the bytes as sent, hexadecimal */
  readonly sha256: string;
  readonly sizeBytes: number;
  readonly counts: Counts;
  readonly asOf: string;
  /** signed for by a right that was lent: whose, by role and body, and from which day to which, both counted. Nobody's name */
  readonly onBehalf?: OnBehalf;
  /** R2 only */
  readonly items?: readonly DecidedItem[];
  /** R2 of a list that was confirmed as one act; its items are the parts of the attestation of this id */
  readonly list?: DecidedList;
  /** it is a part of a first load; of an R2 also what two people signed: its round, and the root over its rows. Its people were not confirmed one by one */
  readonly firstLoad?: { readonly id: string; readonly round?: number; readonly root?: string; readonly signers?: number };
  /** R2 only: no item of the submission is open any more */
  readonly final?: boolean;
}

export interface Receipt {
  readonly content: ReceiptContent;
  /** compact JWS (RFC 7515) over the canonical JSON of `content` */
  readonly jws: string;
}
