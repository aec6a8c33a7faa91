/** What the sender should do now, and how far the submission is. Pure: the screen only draws it. */
import type { NotChecked, StepKind, Submission, SubmissionState, SubmissionStep } from '#portal/api/generated/api.ts';

export const STEPS = ['received', 'checked', 'submitted', 'matched', 'confirmed', 'registered'] as const;

/** Index into STEPS of the step at hand; STEPS.length when all is done. */
export const STEP_AT = {
  reading: 1,
  refused: 1,
  checked: 2,
  'awaiting-approval': 2,
  withdrawn: 2,
  submitted: 3,
  matching: 3,
  'awaiting-confirmation': 4,
  returned: 4,
  incomplete: 4,
  registered: 6,
} as const satisfies Record<SubmissionState, number>;

/** What a list of submissions can be asked for. */
export const FILTERS = [
  'returned',
  'correct',
  'earlier',
  'sent-back',
  'ask',
  'send',
  'approving',
  'refused',
  'matching',
] as const satisfies readonly StepKind[];
export type Filter = (typeof FILTERS)[number];
/** Of an address; anything else asks for all. */
export const stepAsked = (text: string | null): Filter | null => FILTERS.find((step) => step === text) ?? null;

type Standing = Pick<Submission, 'state' | 'steps' | 'parts'>;

export const stepOf = ({ steps }: Pick<Submission, 'steps'>, kind: StepKind): SubmissionStep | undefined =>
  steps.find((step) => step.kind === kind);

/** What the sending body has to do, and beside it what is waited for or done: at least one of them. */
export const ownSteps = ({ steps }: Pick<Submission, 'steps'>): readonly SubmissionStep[] => steps.filter(({ own }) => own);
export const otherSteps = ({ steps }: Pick<Submission, 'steps'>): readonly SubmissionStep[] => steps.filter(({ own }) => !own);

/** What of a submission is left to its valid people: they are sent, or their sending is asked for. */
const LAST: ReadonlySet<StepKind> = new Set(['send', 'ask']);

/** Everybody is without an error, and nothing else is to be done before they are sent. */
export const isClean = (submission: Pick<Submission, 'steps'>): boolean => {
  const own = ownSteps(submission);
  return own.length === 1 && LAST.has(own[0]!.kind);
};

/** How the next step looks: a colour for the box. */
export function toneOf(submission: Pick<Submission, 'steps'>): 'good' | 'warn' | 'bad' | '' {
  if (stepOf(submission, 'refused')) return 'bad';
  const own = ownSteps(submission);
  if (own.length > 0) return isClean(submission) ? 'good' : 'warn';
  return submission.steps[0]!.kind === 'done' ? 'good' : '';
}

/** Of what was not asked at the check: what still was not. Once the people wait for confirmation, the population database has answered. */
export function stillNotChecked(state: SubmissionState, notChecked: readonly NotChecked[]): readonly NotChecked[] {
  if (state === 'checked' || state === 'awaiting-approval' || state === 'submitted' || state === 'matching') return notChecked;
  return state === 'awaiting-confirmation' ? notChecked.filter(({ needs }) => needs === 'eyes') : [];
}

/** Is a corrected file of use: was something refused, returned, wrong, or left out? */
export const wantsCorrection = (submission: Pick<Submission, 'steps'>): boolean => ownSteps(submission).some(({ kind }) => !LAST.has(kind));

/** Is anything left that can be taken back? What was confirmed is not. */
export const canWithdraw = ({ state, parts, steps }: Standing): boolean =>
  state !== 'withdrawn' &&
  (state === 'reading' ||
    state === 'refused' ||
    state === 'checked' ||
    state === 'awaiting-approval' ||
    parts.sending > 0 ||
    steps.some(({ kind }) => kind !== 'done'));

/** The address of a cell as a spreadsheet's name box takes it: `'Hồ sơ'!C12`; null where the problem is of no single cell. */
export const addressOf = ({ sheet, row, column }: Parameters<typeof placeText>[0]): string | null =>
  sheet === null || row === null || column === null ? null : `'${sheet.replaceAll("'", "''")}'!${column}${row}`;

/** `Hồ sơ!C12`, as Excel writes a place; null parts fall away. */
export function placeText(problem: { readonly sheet: string | null; readonly row: number | null; readonly column: string | null }): string {
  const cell = `${problem.column ?? ''}${problem.row ?? ''}`;
  return [problem.sheet, cell].filter(Boolean).join(' · ');
}
