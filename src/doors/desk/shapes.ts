/** What travels at the desk of clerks and officers: submissions, problems, suggestions, what came back, the queue, receipts. */
import { Type } from 'typebox';
import type { Static } from 'typebox';
import { Bilingual, oneOf, orNull } from '#base/http/shapes.ts';

const Text = Type.String();
const Severity = Type.Enum(['error', 'warning', 'corrected'], { title: 'Severity' });
/** Place in what was sent, as its door prints it. */
const PLACE = { sheet: orNull(Text), row: orNull(Type.Integer()), column: orNull(Text) };
const COUNTS = { received: Type.Integer(), accepted: Type.Integer(), rejected: Type.Integer(), waiting: Type.Integer() };
/** received = accepted + rejected + waiting, in people. */
const Counts = Type.Object(COUNTS, { title: 'Counts' });
const FileCounts = Type.Object({ ...COUNTS, warnings: Type.Integer() }, { title: 'FileCounts' });
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

const StepKinds = Type.Enum(
  ['refused', 'returned', 'correct', 'earlier', 'send', 'reading', 'matching', 'held', 'confirming', 'done', 'withdrawn'],
  { title: 'StepKind' },
);
export type StepKind = Static<typeof StepKinds>;
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
    comparison: Type.Object(
      { new: Type.Integer(), changed: Type.Integer(), unchanged: Type.Integer(), missing: Type.Integer() },
      { title: 'Comparison' },
    ),
    progress: Type.Object(
      { stage: Text, done: Type.Integer(), total: Type.Integer(), secondsLeft: orNull(Type.Integer()) },
      { title: 'Progress' },
    ),
    receipts: Type.Array(
      Type.Object({ number: Text, kind: oneOf(['R1', 'R2']), at: Text, round: Type.Integer(), final: orNull(Type.Boolean()) }),
    ),
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
        },
        { title: 'SubmissionRound' },
      ),
    ),
  },
  { title: 'Submission' },
);

export const Withdrawn = Type.Object({ withdrawn: Type.Integer() }, { title: 'Withdrawn' });

const CHANGE = { field: Text, label: Bilingual, line: orNull(Text), from: orNull(Bilingual), to: orNull(Bilingual) };
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
  submissionId: Text,
  uploadNumber: Text,
  round: Type.Integer(),
  sha256: Text,
  sizeBytes: Type.Integer(),
  counts: Counts,
  asOf: Text,
  items: Type.Optional(
    Type.Array(Type.Object({ item: Text, group: Text, verdict: oneOf(['registered', 'returned']), version: orNull(Type.Integer()) })),
  ),
  /** of a list that was confirmed as one act */
  list: Type.Optional(Type.Object({ id: Text, root: Text, items: Type.Integer(), ...COUNTS }, { title: 'ReceiptList' })),
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
    message: Bilingual,
    next: orNull(Bilingual),
    suggestion: orNull(Type.Object({ value: Text, strength: oneOf(['certain', 'guess']), reason: Text, why: Bilingual, shown: Bilingual })),
    candidates: Type.Array(Text),
    proposed: orNull(Bilingual),
    personName: orNull(Text),
  },
  { title: 'CellProblem' },
);

export const SuggestionGroup = Type.Object(
  {
    code: Text,
    field: orNull(Text),
    label: orNull(Bilingual),
    value: orNull(Text),
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

const Reason = Type.Object({ code: Text, label: Bilingual });
export const Reasons = Type.Object({ return: Type.Array(Reason), mismatch: Type.Array(Reason) }, { title: 'Reasons' });

export const QueueItem = Type.Object(
  {
    submissionId: Text,
    personId: Text,
    name: Text,
    body: Text,
    groups: Type.Array(Text),
    changes: Type.Integer(),
    problems: Type.Integer(),
    /** code of `muc_khop` */
    match: Text,
    waitingSince: Text,
    /** sent by me: I may look, not decide */
    mine: Type.Boolean(),
  },
  { title: 'QueueItem' },
);
export const QueuePage = Type.Object(
  {
    items: Type.Array(QueueItem),
    next: orNull(Text),
    total: Type.Integer(),
    /** submissions of which several people wait and whose list I may sign, the largest first */
    submissions: Type.Array(
      Type.Object({ submissionId: Text, uploadNumber: Text, body: Text, people: Type.Integer() }, { title: 'QueueSubmission' }),
    ),
  },
  { title: 'QueuePage' },
);

/** How somebody of a sample stands: not opened yet, opened, decided alone since, returned, or decided in part. */
export const SAMPLE_STATES = ['to-open', 'opened', 'decided', 'returned', 'in-part'] as const;

/** Who of a submission may be confirmed together, and who is looked at alone. */
export const CleanList = Type.Object(
  {
    submissionId: Text,
    uploadNumber: Text,
    body: Text,
    /** people of a list at most; who is clean beyond it comes with the next */
    peopleMax: Type.Integer(),
    /** people of samples that were returned or left in part: until they are decided no list of this submission is signed */
    undecided: Type.Integer(),
    /** people who wait, when the list was made; null: none was made */
    waiting: orNull(Type.Integer()),
    /** who is looked at one by one, by the reason */
    alone: Type.Array(Type.Object({ reason: Text, label: Bilingual, people: Type.Integer() })),
    /** null: none was made, or nobody is clean */
    list: orNull(
      Type.Object(
        {
          listId: Text,
          /** root over what is shown of each person: the signature names it */
          hash: Text,
          madeAt: Text,
          people: Type.Integer(),
          items: Type.Integer(),
          beyond: Type.Integer(),
          groups: Type.Array(Type.Object({ group: Text, title: Bilingual, people: Type.Integer(), changes: Type.Integer() })),
          /** drawn by chance; each must be opened before the list is signed */
          sample: Type.Array(
            Type.Object(
              { personId: Text, name: Text, state: Type.Enum([...SAMPLE_STATES], { title: 'SampleState' }) },
              { title: 'Sampled' },
            ),
          ),
        },
        { title: 'ShownList' },
      ),
    ),
  },
  { title: 'CleanList' },
);

export const PresentedPerson = Type.Object(
  {
    personId: Text,
    submissionId: Text,
    name: Text,
    body: Text,
    shownHash: Text,
    mine: Type.Boolean(),
    matchResult: orNull(Type.Object({ level: Text, fields: Type.Record(Text, Text) })),
    problems: Type.Array(
      Type.Object(
        {
          code: Text,
          severity: Severity,
          title: Bilingual,
          next: orNull(Bilingual),
          label: orNull(Bilingual),
          value: orNull(Text),
          where: Type.Object({
            sheet: Type.Optional(orNull(Text)),
            row: Type.Optional(orNull(Type.Integer())),
            column: Type.Optional(orNull(Text)),
            field: Type.Optional(orNull(Text)),
          }),
        },
        { title: 'PresentedProblem' },
      ),
    ),
    accepted: Type.Array(
      Type.Object(
        {
          group: Text,
          field: Text,
          label: Bilingual,
          where: Type.Object(PLACE),
          typed: orNull(Text),
          value: Text,
          strength: oneOf(['certain', 'guess']),
          reason: Bilingual,
          by: Text,
          at: Text,
        },
        { title: 'AcceptedCell' },
      ),
    ),
    groups: Type.Array(
      Type.Object(
        {
          group: Text,
          title: Bilingual,
          /** an act on one line (null: one that is added); the title says it, and the fields are of that line alone */
          operation: Type.Optional(Type.Object({ kind: oneOf(['add', 'correct', 'end']), section: Text, line: orNull(Text) })),
          itemId: Text,
          state: Text,
          compared: Type.Integer(),
          validFrom: Text,
          mayConfirm: Type.Boolean(),
          fields: Type.Array(
            Type.Object(
              { ...CHANGE, changed: Type.Boolean(), match: orNull(Text), problems: Type.Array(Text) },
              { title: 'PresentedField' },
            ),
          ),
        },
        { title: 'PresentedGroup' },
      ),
    ),
  },
  { title: 'PresentedPerson' },
);

export const Decided = Type.Object(
  {
    accepted: Type.Integer(),
    returned: Type.Integer(),
    waiting: Type.Integer(),
    items: Type.Array(Type.Object({ itemId: Text, state: Text }, { additionalProperties: true })),
    receipt: Receipt,
  },
  { title: 'Decided' },
);

export const ListDecided = Type.Object({ listId: Text, items: Type.Integer(), counts: Counts, receipt: Receipt }, { title: 'ListDecided' });
