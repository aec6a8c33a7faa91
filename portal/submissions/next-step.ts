/** What the sender should do now, and how far the submission is. Pure: the screen only draws it. */
import type { Counts, NotChecked, SubmissionState } from '#portal/api/generated/api.ts';

export const STEPS = ['received', 'checked', 'submitted', 'matched', 'confirmed', 'registered'] as const;

/** Index into STEPS of the step at hand; STEPS.length when all is done. */
export const STEP_AT = {
  reading: 1,
  refused: 1,
  checked: 2,
  withdrawn: 2,
  submitted: 3,
  matching: 3,
  'awaiting-confirmation': 4,
  returned: 4,
  registered: 6,
} as const satisfies Record<SubmissionState, number>;

export type NextStep = 'wait' | 'clean' | 'fix' | 'allWrong' | 'returned' | 'matching' | 'sent' | 'done' | 'withdrawn' | 'refused';

export function nextStep(state: SubmissionState, counts: Counts): NextStep {
  switch (state) {
    case 'reading':
      return 'wait';
    case 'checked':
      if (counts.rejected === 0) return 'clean';
      return counts.accepted > 0 ? 'fix' : 'allWrong';
    case 'submitted':
    case 'matching':
      return 'matching';
    case 'awaiting-confirmation':
      return 'sent';
    case 'returned':
      return 'returned';
    case 'registered':
      return 'done';
    case 'refused':
      return 'refused';
    case 'withdrawn':
      return 'withdrawn';
  }
}

/** Of what was not asked at the check: what still was not. Once the people wait for confirmation, the population database has answered. */
export function stillNotChecked(state: SubmissionState, notChecked: readonly NotChecked[]): readonly NotChecked[] {
  if (state === 'checked' || state === 'submitted' || state === 'matching') return notChecked;
  return state === 'awaiting-confirmation' ? notChecked.filter(({ needs }) => needs === 'eyes') : [];
}

/** May a corrected file be sent into this submission? */
export const takesCorrection = (state: SubmissionState): boolean => state === 'checked' || state === 'returned' || state === 'refused';
/** Before the receipt it can be taken back. */
export const canWithdraw = (state: SubmissionState): boolean => state === 'reading' || state === 'checked' || state === 'refused';

/** The address of a cell as a spreadsheet's name box takes it: `'Hồ sơ'!C12`; null where the problem is of no single cell. */
export const addressOf = ({ sheet, row, column }: Parameters<typeof placeText>[0]): string | null =>
  sheet === null || row === null || column === null ? null : `'${sheet.replaceAll("'", "''")}'!${column}${row}`;

/** `Hồ sơ!C12`, as Excel writes a place; null parts fall away. */
export function placeText(problem: { readonly sheet: string | null; readonly row: number | null; readonly column: string | null }): string {
  const cell = `${problem.column ?? ''}${problem.row ?? ''}`;
  return [problem.sheet, cell].filter(Boolean).join(' · ');
}
