/** What travels in and out of the register. */
import { Type } from 'typebox';
import { COMPONENT_STATES } from './component-states.ts';
import type { Instant, PlainDate } from '#base/clock.ts';
import { May } from '#authority/access/shapes.ts';
import { Bilingual, oneOf, orNull } from '#base/http/shapes.ts';
import type { Problem, ProblemPlace } from '#base/problem.ts';
import type { GroupCode, GroupDocument, Line, RecordDocument } from '#standard/shapes.ts';
import type { HighestIds } from './merge.ts';
import { RecordQuality } from './quality-shapes.ts';

/** Bodies of the employment by the key of their field: the id, null where none is known; a field that was not stated is not there. */
export type EmployerBodies = Readonly<Record<string, string | null>>;

/** Which version states a group today, and from which day. */
export interface GroupHead {
  readonly v: number;
  readonly from: PlainDate;
  /** by section, the highest id that a line ever had, where no line has it any more: it is given to no other */
  readonly lines?: HighestIds;
}
export type Heads = { readonly [G in GroupCode]?: GroupHead };

/** A person as the register holds them today; `document` is whole (sealed groups opened). */
export interface RegisteredPerson {
  readonly personId: string;
  readonly bodyId: string;
  /** grows by one with each registering; the ETag */
  readonly version: number;
  readonly heads: Heads;
  readonly document: RecordDocument;
  /** how the identity matched when it was last confirmed (`muc_khop`) */
  readonly identityLevel: string;
  readonly identityLocked: boolean;
  /** the bodies of the employment as the register knows them, by the key of their field; null where it knows none */
  readonly employers: EmployerBodies;
}

/** An act on one line of a repeating section (`line-operation.ts`). */
export type LineOperation =
  | { readonly section: string; readonly add: Line }
  /** `line` whole, as it is after the correction */
  | { readonly section: string; readonly correct: string; readonly line: Line }
  /** `on`: the last day, as the section writes it; it stands in the line's own end */
  | { readonly section: string; readonly end: string; readonly on: string };

export type OperationKind = 'add' | 'correct' | 'end';

/** An operation, and where it stands in what was sent. */
export interface PlacedOperation {
  readonly operation: LineOperation;
  readonly where: ProblemPlace;
}

/** What one act of confirmation says about one group of one person. */
export interface ConfirmedGroup {
  readonly group: GroupCode;
  /** what was stated: laid over what the register holds for `validFrom` */
  readonly stated: GroupDocument;
  /** version of the group, or of the touched line, that the officer saw it compared with; 0 = none */
  readonly comparedVersion: number;
  /** an act on one line, in place of what was stated of the group: laid over the group as it stands, whatever day it speaks of */
  readonly operation?: LineOperation;
}

/** Why something is registered when no submission says it: a case moved the person, gave them a new number, made two records of them one (this one stays, or goes) or two again, or both bodies agreed on a post beside the main one. */
export type Because = 'moved' | 'renumbered' | 'beside' | 'merged' | 'merged-away' | 'separated';

export interface ConfirmedPerson {
  readonly personId: string;
  readonly bodyId: string;
  readonly validFrom: PlainDate;
  readonly groups: readonly ConfirmedGroup[];
  readonly submissionId: string | null;
  readonly attestationId: string | null;
  /** `nguon_du_lieu.json`: EXCEL, NDXP, CONG, VNEID, NHAP_TAY */
  readonly source: string;
  readonly identityLevel?: string;
  readonly identityLocked?: boolean;
  readonly because?: Because;
  /** the lists by which it was checked; those in use when not said */
  readonly listEdition?: number | null;
}

/**
 * What became of one person of an act: registered as a version, nothing to write, compared with something that is no longer there, or
 * refused because the sender may not speak for a body that was stated.
 */
export type Applied =
  | { readonly personId: string; readonly outcome: 'registered'; readonly version: number }
  | { readonly personId: string; readonly outcome: 'unchanged'; readonly version: number }
  | { readonly personId: string; readonly outcome: 'overtaken'; readonly groups: readonly GroupCode[] }
  | { readonly personId: string; readonly outcome: 'refused'; readonly problems: readonly Problem[] };

/** A version as it stands in the register, whole. */
export interface PersonVersion {
  readonly personId: string;
  readonly version: number;
  readonly tx: number;
  readonly validFrom: PlainDate;
  readonly groups: readonly GroupCode[];
  readonly document: RecordDocument;
  readonly source: string;
  readonly submissionId: string | null;
  readonly attestationId: string | null;
  /** the bodies of the employment as the register knew them with this version */
  readonly employers: EmployerBodies;
  /** record time from which it counts no more: the merge that wrote it was undone; null: it counts */
  readonly retractedTx?: number | null;
  /** the lists by which it was judged; null = before editions were kept */
  readonly listEdition?: number | null;
}

/** The record at a day, as known at a settled point; with each group the version that states it. */
export interface RecordAsOf {
  readonly document: RecordDocument;
  readonly statedBy: { readonly [G in GroupCode]?: PersonVersion };
  /** for each field or section of a group the version that brought the value that stands: its source and its confirmation are the field's */
  readonly broughtBy: { readonly [G in GroupCode]?: Readonly<Record<string, PersonVersion>> };
  /** the same of each line of a section, by section and id */
  readonly linesBroughtBy: { readonly [G in GroupCode]?: Readonly<Record<string, Readonly<Record<string, PersonVersion>>>> };
}

/** Who confirmed, and when. */
export interface Attested {
  readonly at: Instant;
  /** the officer's name as of that day; null when it was not kept */
  readonly by: string | null;
}

/** What is known of one value. */
export interface Compared {
  /** `muc_khop`; CHUA = this value was not compared */
  readonly level: string;
  /** null when it was not compared */
  readonly at: Instant | null;
  readonly source: string | null;
  /** what of it was compared: an address by its province and commune alone */
  readonly extent: 'whole' | 'units';
}

/** What is known of a field's value; asked for each field that the population database has a word on. */
export type ComparedOf = (key: string, value: unknown) => Compared;

/** A change of one field, as shown: `line` tells which line of a repeating section (its `dong`). */
export interface FieldChange {
  readonly field: string;
  readonly line: string | null;
  readonly from: unknown;
  readonly to: unknown;
}

/** One hit of a search. `birth`, `title` null: not stated, or not for these eyes. */
const Choice = Type.Object({ code: Type.String(), name: Bilingual }, { title: 'Choice' });
export const SearchChoices = Type.Object(
  { kinds: Type.Array(Choice), statuses: Type.Array(Choice), grades: Type.Array(Choice), groups: Type.Array(Choice) },
  { title: 'SearchChoices' },
);
/** `isMore`: there are more than are counted */
export const Counted = Type.Object({ people: Type.Integer(), isMore: Type.Boolean() }, { title: 'Counted' });

export const Hit = Type.Object(
  {
    personId: Type.String(),
    name: Type.String(),
    birth: orNull(Type.String()),
    bodyName: Type.String(),
    /** the post by its list, or as it was written */
    post: orNull(Bilingual),
    /** the title of the job, as the body names it */
    jobTitle: orNull(Type.String()),
    grade: orNull(Bilingual),
    kind: orNull(Bilingual),
    status: orNull(Bilingual),
    /** code of `muc_khop` */
    match: orNull(Type.String()),
    nationalIdMasked: Type.String(),
    /** nobody has the name that was typed; this one is one slip away from it */
    isNear: Type.Boolean(),
    may: May,
  },
  { title: 'Hit' },
);

/** What the population database was found to say of one value (`Compared`). */
export const ComparedShape = Type.Object(
  {
    level: Type.String(),
    at: orNull(Type.String()),
    source: orNull(Type.String()),
    extent: oneOf(['whole', 'units']),
  },
  { title: 'Compared' },
);

/** Where a value comes from, and who confirmed it. All null: derived. */
export const OriginShape = Type.Object(
  {
    source: orNull(Type.String()),
    attestationId: orNull(Type.String()),
    confirmedAt: orNull(Type.String()),
    confirmedBy: orNull(Type.String()),
    initial: Type.Boolean(),
  },
  { title: 'Origin' },
);

/** Whose word a field is by the law: master data of this register, or reference data whose original another body keeps. */
export const SourceBodyShape = Type.Object(
  {
    kind: oneOf(['master', 'reference']),
    name: Bilingual,
    /** where somebody has a wrong original corrected; null of what is born here */
    correct: orNull(Bilingual),
  },
  { title: 'SourceBody' },
);

export const RecordField = Type.Object(
  {
    key: Type.String(),
    label: Bilingual,
    formItem: Type.Array(Type.String()),
    value: Type.Unknown(),
    display: Bilingual,
    masked: Type.Boolean(),
    compared: orNull(ComparedShape),
    derived: Type.Boolean(),
    unsure: orNull(Type.String()),
    origin: OriginShape,
    sourceBody: SourceBodyShape,
  },
  { title: 'RecordField' },
);

/** Parts of a repeating section, for whoever shows one with more beside. */
export const SECTION_PARTS = {
  key: Type.String(),
  title: Bilingual,
  origin: OriginShape,
  columns: Type.Array(Type.Object({ key: Type.String(), label: Bilingual, derived: Type.Boolean(), sourceBody: SourceBodyShape })),
  lines: Type.Array(
    Type.Object({
      dong: Type.String(),
      origin: OriginShape,
      cells: Type.Record(Type.String(), Bilingual),
      unsure: Type.Record(Type.String(), Type.String()),
    }),
  ),
};
export const RecordSection = Type.Object(SECTION_PARTS, { title: 'RecordSection' });

export const RecordGroup = Type.Object(
  {
    code: Type.String(),
    title: Bilingual,
    fields: Type.Array(RecordField),
    sections: Type.Array(RecordSection),
    source: orNull(Type.String()),
    version: orNull(Type.Integer()),
    validFrom: orNull(Type.String()),
    attestationId: orNull(Type.String()),
    confirmedAt: orNull(Type.String()),
    confirmedBy: orNull(Type.String()),
  },
  { title: 'RecordGroup' },
);

/** How long a group is kept (`standard/law/component-terms.ts`); `years` null: for ever. */
export const KeptShape = Type.Object(
  { years: orNull(Type.Integer()), law: Type.String(), confidence: oneOf(['found', 'known', 'uncertain', 'design']) },
  { title: 'KeptFor' },
);

/** How far a group stands in for its paper (`components.ts`). */
export const RecordComponent = Type.Object(
  {
    code: Type.String(),
    title: Bilingual,
    state: oneOf([...COMPONENT_STATES]),
    missing: Type.Array(Bilingual),
    confirmed: Type.Integer(),
    unconfirmed: Type.Integer(),
    kept: KeptShape,
    signed: orNull(Type.Object({ at: Type.String(), by: orNull(Type.String()) })),
  },
  { title: 'RecordComponent' },
);

/** Why a body sees a person (`person_reach.why`). */
export const REACH_WHY = ['managing', 'using', 'seconded', 'concurrent', 'former', 'duty', 'merged'] as const;

/** A record at a day, as known at a settled point. */
export const PersonRecord = Type.Object(
  {
    personId: Type.String(),
    bodyId: Type.String(),
    bodyName: Type.String(),
    name: Type.String(),
    nationalIdMasked: Type.String(),
    nationalIdCompared: orNull(ComparedShape),
    version: Type.Integer(),
    etag: Type.String(),
    groups: Type.Array(RecordGroup),
    components: Type.Array(RecordComponent),
    quality: orNull(RecordQuality),
    validOn: Type.String(),
    knownAt: Type.Number(),
    identityLocked: Type.Boolean(),
    /** the person has left: nothing is changed until the record is reopened */
    closed: Type.Boolean(),
    /** why the reader's body sees the person, and the day from which it does not any more */
    reach: Type.Object({
      why: Type.Enum(REACH_WHY),
      until: orNull(Type.String()),
    }),
    /** records of the same human that this one stands for, each known as such from a point on: before it, it is shown as it was */
    merged: Type.Array(Type.Object({ personId: Type.String(), knownFrom: Type.Number(), at: Type.String() })),
    reopeningReasons: Type.Array(Type.Object({ code: Type.String(), label: Bilingual })),
    may: May,
  },
  { title: 'PersonRecord' },
);

export const Unmasked = Type.Object({ value: Type.Unknown(), display: Bilingual }, { title: 'Unmasked' });

/** What a field was, from a day on. */
export const HistoryEntry = Type.Object(
  {
    value: Type.Unknown(),
    display: Bilingual,
    validFrom: Type.String(),
    knownFrom: Type.Number(),
    source: Type.String(),
    attestationId: orNull(Type.String()),
    confirmedAt: orNull(Type.String()),
    confirmedBy: orNull(Type.String()),
  },
  { title: 'HistoryEntry' },
);

export const ReopeningAnswer = Type.Object({ version: Type.Integer(), at: Type.String() }, { title: 'Reopening' });

/** One line of "who viewed". */
const PersonReadShape = Type.Object(
  {
    eventId: Type.String(),
    at: Type.String(),
    actorRole: Type.String(),
    bodyId: orNull(Type.String()),
    bodyName: Type.String(),
    purpose: Type.String(),
    kind: Type.String(),
    count: Type.Integer(),
  },
  { title: 'PersonRead' },
);
/** Who viewed one person, with the name of whose record it is. */
export const PersonReads = Type.Object({ name: orNull(Type.String()), items: Type.Array(PersonReadShape) }, { title: 'PersonReads' });
