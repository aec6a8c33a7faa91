/** Items, their queue, and what an officer is shown and attests. */
import type { Instant, PlainDate } from '#base/clock.ts';
import type { Place, Problem, Suggestion } from '#base/problem.ts';
import type { LineOperation, OperationKind } from '#record/register/shapes.ts';
import type { FieldChange } from '#record/register/shapes.ts';
import type { GroupCode, GroupDocument } from '#standard/shapes.ts';

/** States of an item (docs/architecture.md §2). `waiting-match` = "chờ đối soát", `held` = another item of the same group is open. */
export type ItemState =
  | 'waiting-match'
  | 'awaiting-confirmation'
  | 'held'
  | 'confirmed'
  | 'registered'
  | 'returned'
  | 'withdrawn'
  | 'superseded';

/** States in which an item still occupies its group, or the one line that it touches; the others let the next one go on. */
export const OPEN_STATES: readonly ItemState[] = ['waiting-match', 'awaiting-confirmation', 'confirmed'];

/** Who made what is stated. People are told apart by citizen number (keyed hash, hexadecimal), whatever account they act by; a node of the exchange has none. */
export type Maker =
  | { readonly kind: 'account' | 'person'; readonly id: string; readonly identity: string }
  | { readonly kind: 'node'; readonly id: string; readonly identity: null };

/** One person × field group of a submission, or one act on one line of it. */
export interface Item {
  readonly itemId: string;
  readonly personId: string;
  readonly submissionId: string;
  readonly round: number;
  readonly bodyId: string;
  readonly group: GroupCode;
  readonly state: ItemState;
  readonly name: string;
  readonly validFrom: PlainDate;
  /** what is stated of the group; of an act on a line what it says for the fields of that line */
  readonly stated: GroupDocument;
  /** undefined: the group as a whole is stated */
  readonly operation?: LineOperation;
  readonly maker: Maker;
  readonly createdAt: Instant;
  readonly decision: ItemDecision | null;
  /** the lists by which it was checked, and is judged to its end; null = before editions were kept */
  readonly listEdition: number | null;
}

/** Why cells of an item were returned; `reason` is a code of the list of return reasons. */
export interface ReturnedCell {
  readonly field: string;
  readonly reason: string;
  readonly note: string | null;
}
export interface ItemDecision {
  readonly verdict: 'accepted' | 'returned';
  readonly cells: readonly ReturnedCell[];
  readonly mismatchReason: string | null;
}

/**
 * Exactly what the officer is shown of one group; `compared` is the version it is laid over (0 = none). Of an act on a line the touched line alone is
 * shown, beside the version that brought it: whatever becomes of the other lines, this stays what was shown.
 */
export interface PresentedGroup {
  readonly itemId: string;
  readonly group: GroupCode;
  readonly compared: number;
  readonly validFrom: PlainDate;
  /** what is done to which line (null: one that is added); absent where the group as a whole is stated */
  readonly operation?: { readonly kind: OperationKind; readonly section: string; readonly line: string | null };
  readonly before: GroupDocument | null;
  readonly after: GroupDocument;
  readonly changes: readonly FieldChange[];
}

/** A suggestion that the sending body accepted in what it stated: the value as typed, and what was laid over it. */
export interface AcceptedCell {
  readonly group: GroupCode;
  readonly field: string;
  /** in the words of the door by which it came */
  readonly where: Place;
  /** null = nothing stood there */
  readonly typed: string | null;
  readonly value: string;
  readonly strength: Suggestion['strength'];
  readonly reason: Suggestion['reason'];
  /** name of who accepted it, as it stood in the account that day */
  readonly by: string;
  readonly at: Instant;
}

/** A finding about what is shown: where is said in the words of the door by which it came. */
export interface PresentedProblem extends Pick<Problem, 'code' | 'severity' | 'value'> {
  readonly place: Place | null;
  readonly field: string | null;
}

/** Exactly what the officer is shown of one person. The attestation signs the canonical JSON (RFC 8785) of it, narrowed to the groups that were accepted. */
export interface PresentedContent {
  readonly v: 1;
  readonly personId: string;
  readonly submissionId: string;
  readonly bodyId: string;
  readonly groups: readonly PresentedGroup[];
  /** level of the match with the population database (`muc_khop.json`) and by field */
  readonly match: { readonly level: string; readonly fields: Readonly<Record<string, string>> } | null;
  readonly problems: readonly PresentedProblem[];
  /** suggestions accepted in what is shown; absent when there are none */
  readonly accepted?: readonly AcceptedCell[];
  /** secret of this person's records: makes the hash impossible to guess from its content */
  readonly salt: string;
}

/** What an officer decides of one person. */
export interface Decision {
  readonly personId: string;
  readonly submissionId: string;
  /** SHA-256 (hexadecimal) of the canonical JSON of what was shown; another one is refused */
  readonly shownHash: string;
  readonly accept: readonly string[];
  readonly return: readonly { readonly itemId: string; readonly cells: readonly ReturnedCell[] }[];
  /** why a person whose identity does not match is confirmed all the same; a code of the list */
  readonly mismatchReason: string | null;
}

/** What is attested of one person of a list: a leaf of its tree, as canonical JSON. */
export interface ListPart {
  readonly v: 1;
  readonly personId: string;
  /** hexadecimal; `PresentedContent` of the person, all of it accepted */
  readonly shownHash: string;
  readonly items: readonly string[];
}

/** What a room above has signed by people of a body; it says of what kind it is. */
export interface SignedHead {
  readonly v: 1;
  readonly kind: 'first-load';
}

/** What is signed of a list; `root` names every part of it (RFC 6962 over the parts in their order), so that one part is proven without the others. */
export interface ListHead {
  readonly v: 1;
  readonly kind: 'list';
  readonly listId: string;
  readonly submissionId: string;
  readonly bodyId: string;
  readonly people: number;
  readonly items: number;
  /** hexadecimal */
  readonly root: string;
}
