/** What travels at the desk: submissions, problems, suggestions, what came back, receipts. What officers are shown and decide: `confirmation-shapes.ts`. */
import { Type } from 'typebox';
import { CodeStandingShape, FirstLoadShape, OnBehalfShape } from '#record/receipt/public-receipt.ts';
import type { Static } from 'typebox';
import { May } from '#authority/access/shapes.ts';
import { Bilingual, oneOf, orNull } from '#base/http/shapes.ts';
import { Approval } from './approval-shapes.ts';

export const Text = Type.String();
export const Severity = Type.Enum(['error', 'warning', 'corrected'], { title: 'Severity' });
/** Place in what was sent, as its door prints it. */
export const PLACE = { sheet: orNull(Text), row: orNull(Type.Integer()), column: orNull(Text) };
const COUNTS = { received: Type.Integer(), accepted: Type.Integer(), rejected: Type.Integer(), waiting: Type.Integer() };
/** received = accepted + rejected + waiting, in people. */
export const Counts = Type.Object(COUNTS, { title: 'Counts' });
export const FileCounts = Type.Object({ ...COUNTS, warnings: Type.Integer() }, { title: 'FileCounts' });
/** How the people of a file compare with the register, in people. */
export const Comparison = Type.Object(
  { new: Type.Integer(), changed: Type.Integer(), unchanged: Type.Integer(), missing: Type.Integer() },
  { title: 'Comparison' },
);
const HowCompared = oneOf(['new', 'changed', 'unchanged']);

export const Uploaded = Type.Object(
  {
    submissionId: Text,
    uploadNumber: Text,
    sha256: Text,
    sizeBytes: Type.Integer(),
    /** upload number of the same bytes sent before */
    sameAs: orNull(Text),
  },
  { title: 'Uploaded' },
);

const SUBMISSION_STATES = [
  'reading',
  'checked',
  'awaiting-approval',
  'submitted',
  'matching',
  'awaiting-confirmation',
  'returned',
  'incomplete',
  'registered',
  'refused',
  'withdrawn',
] as const;
/**
 * State of a submission as shown: that of its latest file until it is submitted, then the least advanced of its people. `incomplete`: some were never sent.
 * The whole of it is told by `parts` and `steps`.
 */
export type SubmissionState = (typeof SUBMISSION_STATES)[number];

const PARTS = {
  /** without an error, and not sent yet */
  valid: Type.Integer(),
  /** with an error: held back until they are corrected */
  toCorrect: Type.Integer(),
  /** of earlier files of this submission, never sent, and not in the latest one */
  earlier: Type.Integer(),
  /** sent, and not in the queue yet */
  sending: Type.Integer(),
  matching: Type.Integer(),
  /** wait for another submission about the same person */
  held: Type.Integer(),
  toConfirm: Type.Integer(),
  returned: Type.Integer(),
  registered: Type.Integer(),
  /** said nothing that the register does not say */
  unchanged: Type.Integer(),
  withdrawn: Type.Integer(),
};
/** Where the people of a submission are, in people. */
const SubmissionParts = Type.Object(PARTS, { title: 'SubmissionParts' });
export type Parts = Static<typeof SubmissionParts>;

/** In the order in which they are told: what the sending body has to do, then what it waits for. */
export const STEP_KINDS = [
  'refused',
  'returned',
  'correct',
  'earlier',
  'sent-back',
  'ask',
  'send',
  'reading',
  'approving',
  'with-person',
  'matching',
  'held',
  'confirming',
  'done',
  'withdrawn',
] as const;
const StepKinds = Type.Enum(STEP_KINDS, { title: 'StepKind' });
export type StepKind = (typeof STEP_KINDS)[number];
/** Something to do (`own`: by the sending body) or to wait for, and for how many people. */
const SubmissionStep = Type.Object({ kind: StepKinds, people: Type.Integer(), own: Type.Boolean() }, { title: 'SubmissionStep' });
export type Step = Static<typeof SubmissionStep>;

const SUMMARY = {
  id: Text,
  uploadNumber: Text,
  round: Type.Integer(),
  kind: Text,
  bodyId: Text,
  bodyName: Text,
  fileName: Text,
  state: Type.Enum(SUBMISSION_STATES, { title: 'SubmissionState' }),
  createdAt: Text,
  counts: FileCounts,
  parts: SubmissionParts,
  /** in the order in which they are told, at least one */
  steps: Type.Array(SubmissionStep),
  may: May,
};
export const SubmissionSummary = Type.Object(SUMMARY, { title: 'SubmissionSummary' });

export const Submission = Type.Object(
  {
    ...SUMMARY,
    sha256: Text,
    sizeBytes: Type.Integer(),
    asOf: orNull(Text),
    stage: Text,
    ignored: Type.Array(Type.Object({ kind: Text, ...PLACE, why: Bilingual }, { title: 'Ignored' })),
    notChecked: Type.Array(
      Type.Object(
        { vi: Text, en: Text, needs: Type.Optional(oneOf(['register', 'bodies', 'population', 'eyes'])) },
        { title: 'NotChecked' },
      ),
    ),
    /** why it was refused as a whole, or why the population database is not asked */
    refusal: orNull(Type.Object({ code: Text, title: Bilingual, next: Bilingual }, { additionalProperties: true })),
    comparison: Comparison,
    progress: Type.Object(
      { stage: Text, done: Type.Integer(), total: Type.Integer(), secondsLeft: orNull(Type.Integer()) },
      { title: 'Progress' },
    ),
    receipts: Type.Array(
      Type.Object({ number: Text, kind: oneOf(['R1', 'R2']), at: Text, round: Type.Integer(), final: orNull(Type.Boolean()) }),
    ),
    approval: Approval,
    /** why it says again what the register holds; null: it does not, or nobody had to say */
    again: orNull(Text),
    /** every file of it, the latest first */
    rounds: Type.Array(
      Type.Object(
        {
          round: Type.Integer(),
          fileName: Text,
          sizeBytes: Type.Integer(),
          sha256: Text,
          at: Text,
          state: Type.Enum(['reading', 'checked', 'submitted', 'refused', 'withdrawn'], { title: 'RoundState' }),
          counts: FileCounts,
          /** name of who brought it; null when it was no account, or one that is not the reader's to know */
          sender: orNull(Text),
          submittedAt: orNull(Text),
          /** name of who approved that it was sent; null: nobody had to */
          approvedBy: orNull(Text),
          /** what a scanner for malware said of the file when it came */
          scan: Type.Enum(['clean', 'not-scanned'], { title: 'ScanState' }),
        },
        { title: 'SubmissionRound' },
      ),
    ),
  },
  { title: 'Submission' },
);

export const Withdrawn = Type.Object({ withdrawn: Type.Integer() }, { title: 'Withdrawn' });

export const CHANGE = { field: Text, label: Bilingual, line: orNull(Text), from: orNull(Bilingual), to: orNull(Bilingual) };
export const FieldChange = Type.Object(CHANGE, { title: 'FieldChange' });
export const ComparedPerson = Type.Object(
  {
    personId: orNull(Text),
    name: Text,
    kind: HowCompared,
    row: orNull(Type.Integer()),
    line: Type.Integer(),
    /** `title`: what is done to which line, where one line is acted upon */
    groups: Type.Array(Type.Object({ group: Text, title: Type.Optional(Bilingual), changes: Type.Array(FieldChange) })),
  },
  { title: 'ComparedPerson' },
);
export const ComparisonPage = Type.Object(
  {
    items: Type.Array(ComparedPerson),
    next: orNull(Text),
    missing: Type.Array(Type.Object({ name: Text })),
  },
  { title: 'ComparisonPage' },
);

const RECEIPT = {
  number: Text,
  kind: oneOf(['R1', 'R2']),
  at: Text,
  bodyCode: Text,
  bodyName: Text,
  bodyCodeStanding: Type.Optional(CodeStandingShape),
  submissionId: Text,
  uploadNumber: Text,
  round: Type.Integer(),
  sha256: Text,
  sizeBytes: Type.Integer(),
  counts: Counts,
  asOf: Text,
  onBehalf: Type.Optional(OnBehalfShape),
  items: Type.Optional(
    Type.Array(Type.Object({ item: Text, group: Text, verdict: oneOf(['registered', 'returned']), version: orNull(Type.Integer()) })),
  ),
  /** of a list that was confirmed as one act */
  list: Type.Optional(Type.Object({ id: Text, root: Text, items: Type.Integer(), ...COUNTS }, { title: 'ReceiptList' })),
  /** of a part of a first load; of an R2 what two people signed of it */
  firstLoad: Type.Optional(FirstLoadShape),
  final: Type.Optional(Type.Boolean()),
  jws: Text,
  verifyUrl: Text,
};
export const Receipt = Type.Object(RECEIPT, { title: 'Receipt' });
export const Submitted = Type.Object(
  { receipt: Receipt, counts: Type.Object(COUNTS, { additionalProperties: true }) },
  { title: 'Submitted' },
);

export const ProblemGroup = Type.Object(
  { code: Text, severity: Severity, title: Bilingual, count: Type.Integer(), people: Type.Integer(), suggested: Type.Integer() },
  { title: 'ProblemGroup' },
);

export const CellProblem = Type.Object(
  {
    id: Type.Integer(),
    code: Text,
    severity: Severity,
    ...PLACE,
    field: orNull(Text),
    label: orNull(Bilingual),
    value: orNull(Text),
    /** the value as the user's own spreadsheet shows it */
    given: orNull(Bilingual),
    message: Bilingual,
    next: orNull(Bilingual),
    suggestion: orNull(Type.Object({ value: Text, strength: oneOf(['certain', 'guess']), reason: Text, why: Bilingual, shown: Bilingual })),
    candidates: Type.Array(Text),
    proposed: orNull(Bilingual),
    personName: orNull(Text),
    /** last digits of the citizen number, where others of the file have the same name */
    tail: orNull(Text),
  },
  { title: 'CellProblem' },
);

export const ProblemPage = Type.Object(
  {
    items: Type.Array(CellProblem),
    next: orNull(Text),
    /** in which columns this kind of problem stands, the most frequent first */
    columns: Type.Array(Type.Object({ field: Text, label: Bilingual, count: Type.Integer() }, { title: 'ProblemColumn' })),
  },
  { title: 'ProblemPage' },
);

export const SuggestionGroup = Type.Object(
  {
    code: Text,
    field: orNull(Text),
    label: orNull(Bilingual),
    value: orNull(Text),
    given: orNull(Bilingual),
    suggested: Text,
    shown: Bilingual,
    reason: Bilingual,
    count: Type.Integer(),
    examples: Type.Array(Type.Object({ ...PLACE, personName: orNull(Text) })),
  },
  { title: 'SuggestionGroup' },
);
export const AcceptedSuggestions = Type.Object(
  { accepted: Type.Integer(), step: Type.Integer(), counts: FileCounts },
  { title: 'AcceptedSuggestions' },
);
export const UndoneSuggestions = Type.Object({ undone: Type.Integer() }, { additionalProperties: true, title: 'UndoneSuggestions' });

export const AppliedSuggestion = Type.Object(
  {
    step: Type.Integer(),
    ...PLACE,
    field: orNull(Text),
    label: orNull(Bilingual),
    personName: orNull(Text),
    typed: orNull(Text),
    value: orNull(Text),
    strength: oneOf(['certain', 'guess']),
    reason: Bilingual,
    by: Text,
    at: Text,
  },
  { title: 'AppliedSuggestion' },
);
export const AppliedPage = Type.Object(
  {
    items: Type.Array(AppliedSuggestion),
    next: orNull(Text),
    /** the step that can be undone; null when nothing was applied, or it was sent */
    lastStep: orNull(Type.Object({ step: Type.Integer(), count: Type.Integer(), at: Text })),
  },
  { title: 'AppliedPage' },
);

export const ReturnedItem = Type.Object(
  {
    itemId: Text,
    personId: Text,
    name: Text,
    group: Text,
    groupTitle: Bilingual,
    at: Text,
    by: orNull(Text),
    cells: Type.Array(
      Type.Object({
        field: Text,
        label: Bilingual,
        sheet: orNull(Text),
        row: orNull(Type.Integer()),
        value: orNull(Bilingual),
        reason: Text,
        reasonLabel: Bilingual,
        note: orNull(Text),
      }),
    ),
  },
  { title: 'ReturnedItem' },
);

export const SentPortrait = Type.Object({ line: Type.Integer(), name: Text, kind: HowCompared }, { title: 'SentPortrait' });
