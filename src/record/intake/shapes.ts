/** What was sent, and what travels about it. */
import type { Instant, PlainDate } from '#base/clock.ts';
import type { Bilingual, Place, Problem } from '#base/problem.ts';
import type { Maker } from '#record/confirmation/shapes.ts';
import type { LineOperation } from '#record/register/shapes.ts';
import type { Counts } from '#record/receipt/shapes.ts';
import type { NotChecked } from '#standard/check.ts';
import type { GroupCode, RecordDocument } from '#standard/shapes.ts';

/**
 * Stage of one file: `queued` and `reading` are work of the centre, `checked` waits for the body, `submitted` has its R1. Of a part of a first load: `bound` while its rows
 * are fixed, `loaded` when they are registered.
 */
export type FileStage = 'queued' | 'reading' | 'checked' | 'submitted' | 'refused' | 'withdrawn' | 'bound' | 'loaded';

export interface FileCounts extends Counts {
  readonly warnings: number;
}

/** By which way something came. What a door brings says its own; what is made here (a decision, a merger, the first filling) says it too. */
export type Source = 'workbook' | 'portraits' | 'documents' | 'exchange' | 'person' | 'decision' | 'merger' | 'initial';

/** How the people of a file compare with the register, in people. */
export interface Comparison {
  readonly new: number;
  readonly changed: number;
  readonly unchanged: number;
  /** people of the body in the register who are not in the file; they are only listed */
  readonly missing: number;
}

/** What of a file was not read, and why; the body sees it. */
export interface Ignored {
  /** what it is, in a word of the door */
  readonly kind: string;
  readonly place: Place;
  readonly why: Bilingual;
}

/** The file of the latest round. */
export interface SubmissionFile {
  readonly submissionId: string;
  readonly source: Source;
  readonly round: number;
  /** key of the door that reads it */
  readonly door: string;
  readonly bodyId: string;
  readonly uploadNumber: string;
  readonly sha256: string;
  readonly sizeBytes: number;
  readonly fileName: string;
  readonly sender: Maker;
  readonly at: Instant;
  readonly stage: FileStage;
  readonly checks: number;
  readonly done: number;
  readonly total: number;
  readonly stageAt: Instant;
  readonly counts: FileCounts;
  readonly report: FileReport;
  readonly asOf: PlainDate | null;
  readonly acknowledged: readonly string[];
  readonly submittedAt: Instant | null;
}

/** What the check found out about a file as a whole. */
export interface FileReport {
  readonly template?: string | null;
  readonly version?: string | null;
  readonly ignored?: readonly Ignored[];
  readonly notChecked?: readonly (Bilingual & { readonly needs?: NotChecked['needs'] })[];
  readonly comparison?: Comparison;
  /** set when the file as a whole was refused */
  readonly refusal?: Problem | null;
}

/** A value over which the acceptance of that step laid a value. */
export interface FixedValue {
  readonly step: number;
  readonly place: Place;
}

/** A line's content as it is kept (sealed) between check and submit. */
export interface LineContent {
  readonly nationalId: string;
  readonly groups: RecordDocument;
  /** groups that say something new; the others become no item */
  readonly changed: readonly GroupCode[];
  /** acts on lines that change something, each with its place among those that were sent of the person */
  readonly operations?: readonly { readonly no: number; readonly operation: LineOperation }[];
  /** days of groups that are stated from another day than that of the data of the file */
  readonly days?: Readonly<Partial<Record<GroupCode, PlainDate>>>;
  /** values of this person over which an accepted suggestion was laid */
  readonly fixed?: readonly FixedValue[];
}
