/** What travels: the kinds of cases, their states, what is asked and what is kept. */
import type { Instant, PlainDate } from '#base/clock.ts';

/** transfer: from the body that manages to another. re_entry: of somebody who left. dual_claim: two bodies sent one number. number_change: a number made anew.
 * secondment: another body uses a person, the one that manages stays. */
export type CaseKind = 'transfer' | 're_entry' | 'dual_claim' | 'number_change' | 'secondment';

/**
 * prepared: written down by a clerk, the own officer has not agreed · asked: waits for the other side (number_change, re_entry: for the second person; dual_claim: for a
 * confirmation) · agreed: waits for its day · done (a secondment: in force) · settled: one of two claims was confirmed · refused, withdrawn, lapsed: ended without a
 * change · undone (a secondment: ended).
 */
export type CaseState = 'prepared' | 'asked' | 'agreed' | 'done' | 'settled' | 'refused' | 'withdrawn' | 'lapsed' | 'undone';

/** from: the body that manages, or sent first. to: the body that takes over, or sent second. */
export type CaseSide = 'from' | 'to';
export const otherSide = (side: CaseSide): CaseSide => (side === 'from' ? 'to' : 'from');

export type CaseActKind = 'opened' | 'consented' | 'refused' | 'withdrawn' | 'completed' | 'settled' | 'lapsed' | 'undone';

/** One act of a case. `byIdentity` null: the system, at a day. */
export interface CaseAct {
  readonly act: CaseActKind;
  readonly side: CaseSide | null;
  /** keyed hash of the citizen number, hexadecimal */
  readonly byIdentity: string | null;
  readonly byAccount: string | null;
  readonly byName: string | null;
  readonly at: Instant;
}

/** The decision that a case stands on, as it was typed. */
export interface CaseGround {
  readonly decisionNumber: string;
  readonly decisionDate: PlainDate;
  readonly reason: string;
}

/** What a case keeps sealed. */
export interface CaseContent extends CaseGround {
  /** as it was typed by the side that asked; null when the side knows the person by the record */
  readonly nationalId: string | null;
  /** number_change: the number made anew */
  readonly newNationalId: string | null;
  /** the name of the person, as the body that manages tells it by offering; absent where it did not */
  readonly personName?: string;
}

export interface PersonCase {
  readonly caseId: string;
  readonly kind: CaseKind;
  readonly state: CaseState;
  readonly personId: string;
  readonly otherPersonId: string | null;
  /** keyed, hexadecimal: the number asked for; of a number_change the new one */
  readonly numberHash: string;
  readonly fromBody: string;
  readonly toBody: string;
  readonly openedBy: CaseSide;
  readonly effectiveOn: PlainDate | null;
  /** secondment: its last day */
  readonly untilOn: PlainDate | null;
  /** the last day of the term */
  readonly dueOn: PlainDate;
  readonly createdAt: Instant;
  readonly endedAt: Instant | null;
  readonly outcome: string | null;
  /** version of the person that it wrote; null before, and after it was given back */
  readonly writtenVersion: number | null;
  readonly content: CaseContent | null;
}
