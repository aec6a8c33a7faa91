/** What travels: the kinds of cases, their states, what is asked and what is kept. */
import { Type } from 'typebox';
import type { Instant, PlainDate } from '#base/clock.ts';
import { Bilingual, oneOf, orNull } from '#base/http/shapes.ts';

/** transfer: from the body that manages to another. re_entry: of somebody who left. dual_claim: two bodies sent one number. number_change: a number made anew.
 * secondment: another body uses a person, the one that manages stays. concurrent: a person holds a post at another body beside the main one. same_human: two records are of one human, the one of `from` goes, the one of `to` stands for both. */
export const CASE_KINDS = ['transfer', 're_entry', 'dual_claim', 'number_change', 'secondment', 'concurrent', 'same_human'] as const;
export type CaseKind = (typeof CASE_KINDS)[number];

/**
 * prepared: written down by a clerk, the own officer has not agreed · asked: waits for the other side (number_change, re_entry: for the second person; dual_claim: for a
 * confirmation) · agreed: waits for its day · done (a secondment, a concurrent post: in force) · settled: one of two claims was confirmed · refused, withdrawn, lapsed: ended without a
 * change · undone (a secondment, a concurrent post: ended) · undo_asked: one side of a merge asks for its undoing, the other answers.
 */
export const CASE_STATES = [
  'prepared',
  'asked',
  'agreed',
  'done',
  'settled',
  'refused',
  'withdrawn',
  'lapsed',
  'undone',
  'undo_asked',
] as const;
export type CaseState = (typeof CASE_STATES)[number];

/** from: the body that manages, or sent first, or whose record goes. to: the body that takes over, or sent second, or whose record stays. */
export type CaseSide = 'from' | 'to';
export const otherSide = (side: CaseSide): CaseSide => (side === 'from' ? 'to' : 'from');

export const CASE_ACTS = [
  'opened',
  'consented',
  'refused',
  'withdrawn',
  'completed',
  'settled',
  'lapsed',
  'undone',
  'undo_asked',
  'kept',
] as const;
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
  /** secondment: its last day; concurrent: likewise, null without one */
  readonly untilOn: PlainDate | null;
  /** the last day of the term */
  readonly dueOn: PlainDate;
  readonly createdAt: Instant;
  readonly endedAt: Instant | null;
  readonly outcome: CaseOutcome | null;
  /** version of the person that it wrote; null before, and after it was given back */
  readonly writtenVersion: number | null;
  readonly content: CaseContent | null;
  /** concurrent: the post, a code of `chuc_vu` or words */
  readonly post: string | null;
  /** same_human: the side that asks for the undoing */
  readonly undoBy: CaseSide | null;
  /** same_human: what the deciding side chose */
  readonly choice: MergeChoice | null;
}

/** What may stand on a merge, so that it is not undone: a newer version, something sent, another open case, a card in a wallet, a further merge. */
export const MERGE_HOLDS = ['version', 'item', 'case', 'card', 'merge'] as const;
export type MergeHold = (typeof MERGE_HOLDS)[number];

/** What the record that stays takes over of the one that goes: values and sections by their path; of `both`, the lines of the two. From these versions alone. */
export interface MergeChoice {
  readonly goneVersion: number;
  readonly staysVersion: number;
  readonly take: readonly string[];
  readonly both: readonly string[];
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
  /** concurrent: the post at the other side */
  post: orNull(Bilingual),
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
    may: Type.Object({
      consent: Type.Boolean(),
      refuse: Type.Boolean(),
      withdraw: Type.Boolean(),
      undo: Type.Boolean(),
      keep: Type.Boolean(),
    }),
    /** what stands on a merge that was done, so that it cannot be undone */
    standsOn: Type.Array(oneOf(MERGE_HOLDS)),
  },
  { title: 'OneCase' },
);

/** Two records of one human, beside each other, for who decides. */
export const TwoRecords = Type.Object(
  {
    goneVersion: Type.Integer(),
    staysVersion: Type.Integer(),
    rows: Type.Array(
      Type.Object({
        path: Type.String(),
        group: Type.String(),
        label: Bilingual,
        section: Type.Boolean(),
        stays: Type.Array(Bilingual),
        goes: Type.Array(Bilingual),
        same: Type.Boolean(),
        /** how the value stands after the merge when nobody chooses otherwise */
        suggested: oneOf(['stays', 'goes', 'both']),
        /** what may be chosen; a single one is not asked */
        choices: Type.Array(oneOf(['stays', 'goes', 'both'])),
      }),
    ),
  },
  { title: 'TwoRecords' },
);

export const OpenedCase = Type.Object(
  { caseId: Type.String(), kind: Type.Enum(CASE_KINDS, { title: 'CaseKind' }) },
  { title: 'OpenedCase' },
);
export const AnsweredCase = Type.Object({ state: Type.Enum(CASE_STATES, { title: 'CaseState' }) }, { title: 'AnsweredCase' });
