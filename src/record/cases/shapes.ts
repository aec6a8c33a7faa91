/** What travels: the kinds of cases, their states, what is asked and what is kept. */
import { Type } from 'typebox';
import type { Instant, PlainDate } from '#base/clock.ts';
import { oneOf, orNull } from '#base/http/shapes.ts';

/** transfer: from the body that manages to another. re_entry: of somebody who left. dual_claim: two bodies sent one number. number_change: a number made anew.
 * secondment: another body uses a person, the one that manages stays. */
export const CASE_KINDS = ['transfer', 're_entry', 'dual_claim', 'number_change', 'secondment'] as const;
export type CaseKind = (typeof CASE_KINDS)[number];

/**
 * prepared: written down by a clerk, the own officer has not agreed · asked: waits for the other side (number_change, re_entry: for the second person; dual_claim: for a
 * confirmation) · agreed: waits for its day · done (a secondment: in force) · settled: one of two claims was confirmed · refused, withdrawn, lapsed: ended without a
 * change · undone (a secondment: ended).
 */
export const CASE_STATES = ['prepared', 'asked', 'agreed', 'done', 'settled', 'refused', 'withdrawn', 'lapsed', 'undone'] as const;
export type CaseState = (typeof CASE_STATES)[number];

/** from: the body that manages, or sent first. to: the body that takes over, or sent second. */
export type CaseSide = 'from' | 'to';
export const otherSide = (side: CaseSide): CaseSide => (side === 'from' ? 'to' : 'from');

export const CASE_ACTS = ['opened', 'consented', 'refused', 'withdrawn', 'completed', 'settled', 'lapsed', 'undone'] as const;
export type CaseActKind = (typeof CASE_ACTS)[number];

/** What a case came to, as both sides are told it. */
export const CASE_OUTCOMES = [
  'done',
  'refused',
  'withdrawn',
  'never-asked',
  'no-answer',
  'overtaken',
  'registered-first',
  'claim-withdrawn',
  'undone',
  'ended',
] as const;
export type CaseOutcome = (typeof CASE_OUTCOMES)[number];

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
  readonly outcome: CaseOutcome | null;
  /** version of the person that it wrote; null before, and after it was given back */
  readonly writtenVersion: number | null;
  readonly content: CaseContent | null;
}

const SideOfCase = Type.Object({ name: orNull(Type.String()), mine: Type.Boolean() }, { title: 'SideOfCase' });
const CaseSideShape = oneOf(['from', 'to']);

/** A case as lists show it. */
const CASE_PARTS = {
  caseId: Type.String(),
  kind: Type.Enum(CASE_KINDS, { title: 'CaseKind' }),
  state: Type.Enum(CASE_STATES, { title: 'CaseState' }),
  outcome: orNull(Type.Enum(CASE_OUTCOMES, { title: 'CaseOutcome' })),
  openedBy: CaseSideShape,
  from: SideOfCase,
  to: SideOfCase,
  /** null when the reader may not see who it is */
  person: orNull(Type.Object({ name: Type.String(), personId: orNull(Type.String()), submissionId: orNull(Type.String()) })),
  numberMasked: orNull(Type.String()),
  effectiveOn: orNull(Type.String()),
  untilOn: orNull(Type.String()),
  dueOn: Type.String(),
  createdAt: Type.String(),
  endedAt: orNull(Type.String()),
  waitsForMe: Type.Boolean(),
};
export const CaseRow = Type.Object(CASE_PARTS, { title: 'CaseRow' });

/** One case, with the decision that it stands on and what was done. */
export const OneCase = Type.Object(
  {
    ...CASE_PARTS,
    decision: orNull(Type.Object({ number: Type.String(), date: Type.String(), reason: Type.String() })),
    newNumberMasked: orNull(Type.String()),
    match: orNull(Type.String()),
    acts: Type.Array(
      Type.Object({
        act: Type.Enum(CASE_ACTS, { title: 'CaseActKind' }),
        side: orNull(CaseSideShape),
        at: Type.String(),
        byName: orNull(Type.String()),
      }),
    ),
    may: Type.Object({ consent: Type.Boolean(), refuse: Type.Boolean(), withdraw: Type.Boolean(), undo: Type.Boolean() }),
  },
  { title: 'OneCase' },
);

export const OpenedCase = Type.Object(
  { caseId: Type.String(), kind: Type.Enum(CASE_KINDS, { title: 'CaseKind' }) },
  { title: 'OpenedCase' },
);
export const AnsweredCase = Type.Object({ state: Type.Enum(CASE_STATES, { title: 'CaseState' }) }, { title: 'AnsweredCase' });
