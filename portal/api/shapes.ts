/** What travels between portal and server, written from the HTTP contract. Types only. */

export interface Bilingual {
  readonly vi: string;
  readonly en: string;
}

/** RFC 9457 with our members. `code` is absent when the answer did not come from our server. */
export interface ProblemJson {
  readonly type?: string;
  readonly title?: string;
  readonly status: number;
  readonly code?: string;
  readonly detail?: Bilingual;
  readonly next?: Bilingual;
  readonly problems?: readonly FieldProblem[];
  readonly requestId?: string;
}
/** One of several things wrong with a request. */
export interface FieldProblem {
  readonly code: string;
  readonly detail: Bilingual;
  readonly next?: Bilingual;
  readonly where?: { readonly field?: string | null; readonly sheet?: string | null };
}

export interface Page<T> {
  readonly items: readonly T[];
  readonly next: string | null;
  readonly total?: number;
}

export interface Grant {
  readonly role: string;
  readonly roleName: Bilingual;
  readonly body: { readonly id: string; readonly code: string; readonly name: string };
}
export interface Session {
  readonly signedIn: boolean;
  readonly person?: { readonly name: string };
  readonly grants: readonly Grant[];
  readonly demo: boolean;
  readonly idleMinutes: number;
  readonly language?: string;
}

export interface DemoAccount {
  readonly id: string;
  readonly name: string;
  readonly role: string;
  readonly roleName: Bilingual;
  readonly body: string;
  readonly what: Bilingual;
}

export type TaskKind =
  | 'uploads-to-fix'
  | 'submissions-to-submit'
  | 'returned'
  | 'items-to-confirm'
  | 'cases-to-answer'
  | 'waiting-population'
  | 'readings-refused'
  | 'allowances-to-decide'
  | 'grants-waiting';
export interface HomeTask {
  readonly kind: TaskKind;
  readonly count: number;
  readonly oldestAt: string | null;
  readonly href: string;
}

export type CaseKind = 'transfer' | 're_entry' | 'dual_claim' | 'number_change' | 'secondment';
export type CaseState = 'prepared' | 'asked' | 'agreed' | 'done' | 'settled' | 'refused' | 'withdrawn' | 'lapsed' | 'undone';
export type CaseOutcome =
  | 'done'
  | 'refused'
  | 'withdrawn'
  | 'never-asked'
  | 'no-answer'
  | 'overtaken'
  | 'registered-first'
  | 'claim-withdrawn'
  | 'undone'
  | 'ended';
export type CaseActKind = 'opened' | 'consented' | 'refused' | 'withdrawn' | 'completed' | 'settled' | 'lapsed' | 'undone';
export type CaseAnswer = 'consent' | 'refuse' | 'withdraw' | 'undo';
/** `name` null: the body that manages the person has not spoken yet. */
export interface SideOfCase {
  readonly name: string | null;
  readonly mine: boolean;
}
export interface CaseRow {
  readonly caseId: string;
  readonly kind: CaseKind;
  readonly state: CaseState;
  readonly outcome: CaseOutcome | null;
  readonly openedBy: 'from' | 'to';
  readonly from: SideOfCase;
  readonly to: SideOfCase;
  readonly person: { readonly name: string; readonly personId: string | null; readonly submissionId: string | null } | null;
  readonly numberMasked: string | null;
  readonly effectiveOn: string | null;
  /** of a secondment its last day */
  readonly untilOn: string | null;
  readonly dueOn: string;
  readonly createdAt: string;
  readonly endedAt: string | null;
  readonly waitsForMe: boolean;
}
export interface OneCase extends CaseRow {
  readonly decision: { readonly number: string; readonly date: string; readonly reason: string } | null;
  readonly newNumberMasked: string | null;
  readonly match: string | null;
  readonly acts: readonly {
    readonly act: CaseActKind;
    readonly side: 'from' | 'to' | null;
    readonly at: string;
    readonly byName: string | null;
  }[];
  readonly may: Readonly<Record<CaseAnswer, boolean>>;
}

export interface Body {
  readonly id: string;
  readonly code: string;
  readonly name: string;
  readonly level: string | number | null;
}

export interface Uploaded {
  readonly submissionId: string;
  readonly uploadNumber: string;
  readonly sha256: string;
  readonly sizeBytes: number;
  /** upload number of the same file sent before, else null */
  readonly sameAs: string | null;
}

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

/** received = accepted + rejected + waiting, in people. */
export interface Counts {
  readonly received: number;
  readonly accepted: number;
  readonly rejected: number;
  readonly waiting: number;
  readonly warnings?: number;
}
/** What was uploaded: a workbook of records, or pictures of people. */
export type UploadKind = 'workbook' | 'portraits';
export interface NotChecked extends Bilingual {
  readonly needs?: 'register' | 'bodies' | 'population' | 'eyes';
}
export interface SubmissionSummary {
  readonly id: string;
  readonly kind: UploadKind;
  readonly uploadNumber: string;
  readonly bodyName: string;
  readonly fileName: string;
  readonly state: SubmissionState;
  readonly createdAt: string;
  readonly counts: Counts;
}
export interface Ignored {
  readonly kind: 'sheet' | 'column' | 'row' | 'file';
  readonly sheet: string;
  readonly row: number | null;
  readonly column: string | null;
  readonly why: Bilingual;
}
export interface Comparison {
  readonly new: number;
  readonly changed: number;
  readonly unchanged: number;
  readonly missing: number;
}
export interface Progress {
  readonly stage: string;
  readonly done: number;
  readonly total: number;
  readonly secondsLeft: number | null;
}
export interface Submission extends SubmissionSummary {
  readonly progress: Progress | null;
  readonly comparison: Comparison | null;
  readonly ignored: readonly Ignored[];
  /** what was not asked when the file was checked; `needs`: what it would have taken (absent in files checked before it was kept) */
  readonly notChecked: readonly NotChecked[];
  readonly receipts: readonly { readonly number: string; readonly kind: 'R1' | 'R2'; readonly at: string }[];
  readonly returnedCount: number;
  /** why the file as a whole was refused; of one that waits to be matched: why the source is not asked */
  readonly refusal?: { readonly code: string; readonly title: Bilingual; readonly next: Bilingual } | null;
  readonly asOf?: string | null;
}

export type Severity = 'error' | 'warning' | 'corrected';
export interface ProblemGroup {
  readonly code: string;
  readonly severity: Severity;
  readonly title: Bilingual;
  readonly count: number;
  readonly people: number;
  /** how many of them have a suggestion */
  readonly suggested: number;
}
export interface CellProblem {
  readonly id: number;
  readonly code: string;
  readonly severity: Severity;
  readonly sheet: string | null;
  readonly row: number | null;
  readonly column: string | null;
  readonly field: string | null;
  readonly label: Bilingual | null;
  readonly value: string | null;
  readonly message: Bilingual;
  readonly next: Bilingual | null;
  /** `why`: the reason in words */
  readonly suggestion: {
    readonly value: string;
    readonly strength: 'certain' | 'guess';
    readonly reason: string;
    readonly why: Bilingual;
    /** the value as people read it */
    readonly shown: Bilingual;
  } | null;
  /** values that may all have been meant; none is the default */
  readonly candidates: readonly string[];
  /** what is proposed, in the sentence that the offline check and the marked workbook say too */
  readonly proposed: Bilingual | null;
  readonly personName: string | null;
}
/** Cells that say the same, for which the same certain suggestion is made. */
export interface SuggestionGroup {
  readonly code: string;
  readonly field: string | null;
  readonly label: Bilingual | null;
  readonly value: string | null;
  readonly suggested: string;
  /** the same as people read it */
  readonly shown: Bilingual;
  readonly reason: Bilingual;
  readonly count: number;
  readonly examples: readonly {
    readonly sheet: string | null;
    readonly row: number | null;
    readonly column: string | null;
    readonly personName: string | null;
  }[];
}
/** A suggestion that was applied: the value as typed, and what was laid over it. */
export interface AppliedSuggestion {
  readonly step: number;
  readonly sheet: string;
  readonly row: number;
  readonly column: string;
  readonly label: Bilingual | null;
  readonly personName: string | null;
  readonly typed: string | null;
  readonly value: string;
  readonly strength: 'certain' | 'guess';
  readonly reason: Bilingual;
  readonly by: string;
  readonly at: string;
}
export interface AppliedPage extends Page<AppliedSuggestion> {
  /** what “undo” takes back; null when there is nothing, or it was sent */
  readonly lastStep: { readonly step: number; readonly count: number; readonly at: string } | null;
}

/** `line` = which line of a repeating section; values are words of the server, or as they are kept. */
export interface FieldChange {
  readonly field: string;
  readonly label: Bilingual;
  readonly from: unknown;
  readonly to: unknown;
  readonly line: string | null;
}
export interface ComparedPerson {
  readonly personId: string | null;
  readonly name: string;
  readonly kind: 'new' | 'changed' | 'unchanged';
  /** place in the file: address of the person's portrait, where one was sent */
  readonly line: number;
  /** `title`: what is done to which line, where one line is acted upon */
  readonly groups: readonly { readonly group: string; readonly title?: Bilingual; readonly changes: readonly FieldChange[] }[];
}
/** A portrait of a submission that can be sent. */
export interface SentPortrait {
  readonly line: number;
  readonly name: string;
  readonly kind: 'new' | 'changed' | 'unchanged';
}
export interface ComparisonPage extends Page<ComparedPerson> {
  readonly missing: readonly { readonly name: string }[];
}

/** A group of one person that came back: which cells, why, by whom, when. */
export interface ReturnedItem {
  readonly itemId: string;
  readonly name: string;
  readonly groupTitle: Bilingual;
  readonly at: string;
  readonly by: string | null;
  readonly cells: readonly {
    readonly field: string;
    readonly label: Bilingual;
    readonly sheet: string | null;
    readonly row: number | null;
    readonly value: Bilingual | null;
    readonly reasonLabel: Bilingual;
    readonly note: string | null;
  }[];
}

export interface Submitted {
  readonly receipt: { readonly number: string; readonly kind: 'R1' | 'R2' };
  readonly counts: Counts;
}

export interface Receipt {
  readonly number: string;
  readonly kind: 'R1' | 'R2';
  readonly at: string;
  readonly submissionId: string;
  readonly bodyCode: string;
  readonly bodyName: string;
  readonly uploadNumber: string;
  readonly sha256: string;
  readonly sizeBytes: number;
  readonly counts: Counts;
  readonly asOf: string;
  readonly items?: readonly {
    readonly item: string;
    readonly group: string;
    readonly verdict: 'registered' | 'returned';
    readonly version: number | null;
  }[];
  readonly final?: boolean;
  readonly jws: string;
  readonly verifyUrl: string;
}

export interface QueueItem {
  readonly submissionId: string;
  readonly personId: string;
  readonly name: string;
  readonly body: string;
  readonly groups: readonly string[];
  readonly changes: number;
  readonly problems: number;
  /** code of `muc_khop`, null when it was not asked yet */
  readonly match: string | null;
  readonly waitingSince: string;
  /** sent by me: I may look, not decide */
  readonly mine: boolean;
}
export interface ShownField extends FieldChange {
  readonly changed: boolean;
  readonly match: string | null;
  /** codes */
  readonly problems: readonly string[];
}
export interface ShownGroup {
  readonly group: string;
  readonly title: Bilingual;
  readonly itemId: string;
  readonly state: string;
  /** false: my role looks at this group, and returns it, but does not confirm it */
  readonly mayConfirm: boolean;
  readonly fields: readonly ShownField[];
}
/** What the check found of the person, in words. */
export interface ShownProblem {
  readonly code: string;
  readonly severity: Severity;
  readonly title: Bilingual;
  readonly next: Bilingual | null;
  /** of the field; null where the problem is of no field */
  readonly label: Bilingual | null;
  readonly value: string | null;
  readonly where: { readonly field?: string | null };
}
export interface ShownPerson {
  readonly name: string;
  readonly body: string;
  readonly shownHash: string;
  readonly groups: readonly ShownGroup[];
  readonly matchResult: { readonly level: string } | null;
  readonly problems: readonly ShownProblem[];
  readonly mine: boolean;
  /** suggestions that the sending body applied in what is shown */
  readonly accepted: readonly AcceptedCell[];
}
export interface AcceptedCell {
  readonly group: string;
  readonly field: string;
  readonly label: Bilingual;
  readonly where: { readonly sheet: string; readonly row: number; readonly column: string };
  readonly typed: string | null;
  readonly value: string;
  readonly strength: 'certain' | 'guess';
  readonly reason: Bilingual;
  readonly by: string;
  readonly at: string;
}
export interface Decided {
  readonly accepted: number;
  readonly returned: number;
  readonly waiting: number;
  readonly receipt: { readonly number: string } | null;
}

export interface Hit {
  readonly personId: string;
  readonly name: string;
  readonly birth: string | null;
  readonly bodyName: string;
  readonly title: string | null;
  readonly nationalIdMasked: string;
}
/** Where a value comes from; all null when it is derived. */
export interface Origin {
  /** code of `nguon_du_lieu` */
  readonly source: string | null;
  readonly attestationId: string | null;
  readonly confirmedAt: string | null;
  readonly confirmedBy: string | null;
  /** from the first load of the register, confirmed by nobody */
  readonly initial: boolean;
}
/** What the population database was found to say of one value; see `record/register/shapes.ts`. */
export interface Compared {
  /** code of `muc_khop`; CHUA = not compared */
  readonly level: string;
  readonly at: string | null;
  readonly source: string | null;
  readonly extent: 'whole' | 'units';
}
export interface RecordField {
  readonly key: string;
  readonly label: Bilingual;
  readonly formItem: readonly string[];
  readonly display: Bilingual;
  readonly masked: boolean;
  /** null for a field on which the population database has no word */
  readonly compared: Compared | null;
  /** computed from other fields */
  readonly derived: boolean;
  /** source of the list entry that codes the value, where the list is not certain of it */
  readonly unsure: string | null;
  readonly origin: Origin;
}
export interface RecordSection {
  readonly key: string;
  readonly title: Bilingual;
  readonly origin: Origin;
  readonly columns: readonly { readonly key: string; readonly label: Bilingual; readonly derived: boolean }[];
  readonly lines: readonly {
    readonly dong: string;
    readonly cells: Readonly<Record<string, Bilingual>>;
    readonly unsure: Readonly<Record<string, string>>;
  }[];
}
export interface RecordGroup {
  readonly code: string;
  readonly title: Bilingual;
  readonly fields: readonly RecordField[];
  readonly sections: readonly RecordSection[];
  /** code of `nguon_du_lieu` */
  readonly source: string | null;
  readonly version: number | null;
  readonly validFrom: string | null;
}
export interface PersonRecord {
  readonly personId: string;
  readonly name: string;
  readonly bodyName: string;
  readonly nationalIdMasked: string;
  readonly nationalIdCompared: Compared | null;
  readonly version: number;
  readonly groups: readonly RecordGroup[];
  readonly validOn: string;
  /** a settled point of the register: a number that only grows */
  readonly knownAt: number;
  readonly identityLocked: boolean;
  /** the person has left: nothing is changed until the record is reopened */
  readonly closed: boolean;
  /** why the reader's body sees the person, and the day from which it does not any more */
  readonly reach: {
    readonly why: 'managing' | 'using' | 'seconded' | 'concurrent' | 'former' | 'duty';
    readonly until: string | null;
  };
  readonly reopeningReasons: readonly { readonly code: string; readonly label: Bilingual }[];
}
export interface Unmasked {
  readonly value: unknown;
  readonly display: Bilingual;
}
export interface HistoryEntry {
  readonly value: unknown;
  readonly display: Bilingual;
  readonly validFrom: string;
  readonly knownFrom: number;
  readonly source: string | null;
  readonly attestationId: string | null;
  readonly confirmedAt: string | null;
  readonly confirmedBy: string | null;
}
export interface PersonRead {
  readonly at: string;
  readonly actorRole: string;
  readonly bodyName: string;
  readonly purpose: string;
  readonly kind: string;
  readonly count: number;
}
export interface AuditEvent {
  readonly eventId: string;
  readonly at: string;
  readonly kind: 'act' | 'read';
  readonly act: string;
  readonly actName: Bilingual;
  /** pseudonym */
  readonly actor: string | null;
  readonly role: string;
  readonly purposeName: Bilingual;
  readonly object: string | null;
  readonly listed: number;
  /** place in the log; null for about a second */
  readonly index: number | null;
  /** rows of the log just above this one that are beyond my reach */
  readonly outside: number;
}
export interface AuditEventsPage extends Page<AuditEvent> {
  /** rows beyond my reach below the last one */
  readonly outsideAfter: number;
}
export interface MySession {
  readonly id: string;
  readonly current: boolean;
  readonly agent: string;
  readonly startedAt: string;
  readonly seenAt: string;
  readonly endsAt: string;
}

/** How a group of one's own record stands; see `doors/personal/group-state.ts`. */
export type GroupState = 'waiting' | 'returned' | 'missing' | 'confirmed' | 'unconfirmed' | 'nothing' | 'system';
export interface MyGroupSummary {
  readonly code: string;
  readonly title: Bilingual;
  readonly why: Bilingual;
  readonly state: GroupState;
  readonly missing: readonly Bilingual[];
  readonly since: string | null;
  readonly confirmedAt: string | null;
  readonly confirmedBy: string | null;
  readonly filled: number;
  readonly lines: number;
}
export interface Me {
  readonly registered: boolean;
  readonly person: {
    readonly name: string;
    readonly nationalIdMasked: string;
    readonly bodyName: string;
    readonly position: Bilingual;
    readonly hasPortrait: boolean;
    readonly identityLocked: boolean;
    readonly version: number;
  } | null;
  readonly groups: readonly MyGroupSummary[];
  readonly counts: { readonly confirmed: number; readonly waiting: number; readonly missing: number; readonly others: number };
}
export interface MySection extends RecordSection {
  /** columns whose cells stand hidden and can be asked for */
  readonly hidden: readonly string[];
}
export interface MyGroup extends MyGroupSummary {
  readonly bodyName: string;
  readonly source: string | null;
  readonly validFrom: string | null;
  readonly fields: readonly RecordField[];
  readonly sections: readonly MySection[];
}
export interface MyReads {
  readonly items: readonly {
    readonly at: string;
    readonly roles: readonly string[];
    readonly bodyName: string;
    readonly purpose: Bilingual;
    readonly kind: Bilingual;
    readonly count: number;
    readonly inLists: boolean;
  }[];
  readonly total: number;
  readonly mine: { readonly count: number; readonly lastAt: string | null };
}
export interface MyCardShown {
  readonly number: string;
  readonly name: string;
  readonly position: string;
  readonly bodyName: string;
  readonly issuedOn: string;
  readonly validUntil: string;
  readonly endedAt: string | null;
  readonly endLabel: Bilingual | null;
  readonly copies: readonly { readonly issuedAt: string; readonly expiresAt: string }[];
}
export interface MyCard {
  readonly held: MyCardShown | null;
  readonly why: { readonly missing: readonly string[]; readonly workState: string; readonly ended: string | null } | null;
  readonly ended: readonly MyCardShown[];
  readonly bodyName: string;
  readonly isTest: boolean;
}
export interface MyOffer {
  readonly uri: string;
  readonly txCode: string;
  readonly seconds: number;
  /** page of the demo's wallet with the offer behind the number sign; null outside the demo */
  readonly wallet: string | null;
}

/** A person's card as officers see it. */
export interface OfficerCard {
  readonly number: string;
  readonly says: {
    readonly ho_ten: string;
    readonly chuc_vu?: { readonly ten: string };
    readonly chuc_danh?: { readonly ten: string };
    readonly co_quan: { readonly ten: string };
    readonly don_vi?: string;
  };
  readonly issuedOn: string;
  readonly validUntil: string;
  readonly endedAt: string | null;
  readonly endLabel: Bilingual | null;
  readonly copies: readonly { readonly issuedAt: string; readonly expiresAt: string; readonly event: string | null }[];
}
/** Six stamps from the decision to the doors; null: nobody said, or not yet. */
export interface RevocationClock {
  readonly signedOn: string | null;
  readonly effectiveOn: string | null;
  readonly enteredAt: string | null;
  readonly confirmedAt: string;
  /** null: no copy was out */
  readonly bitAt: string | null;
  readonly listedAt: string | null;
}
export interface EndedCard extends OfficerCard {
  readonly clock: RevocationClock | null;
}
export interface EndReason {
  readonly code: string;
  readonly label: Bilingual;
  /** a new card follows at once when its conditions still hold */
  readonly replaced: boolean;
}
export interface PersonCard {
  readonly held: OfficerCard | null;
  readonly why: { readonly missing: readonly string[]; readonly workState: string; readonly ended: string | null } | null;
  /** newest first */
  readonly ended: readonly EndedCard[];
  readonly endReasons: readonly EndReason[];
}

/** A wish to see more records than a role allows. */
export interface ReadingAllowance {
  readonly id: string;
  readonly name: string;
  readonly mine: boolean;
  readonly people: number;
  readonly hours: number;
  readonly reason: string;
  readonly askedAt: string;
  /** null: waits for a second person */
  readonly granted: boolean | null;
}
